from helping import ends_of, help_of

from bangfu.ontology.records import Status

FIRM = "{i - 东海科技有限公司}"
L1, L2, L3 = "{s - 隆德县第一小学}", "{s - 隆德县第二小学}", "{s - 隆德县第三小学}"
FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"


def test_the_number_stands_for_the_schools_named_last():
    text = f"{L1}和{L2}缺少书桌。上周，{FIRM}总经理专程为两所小学捐赠书桌200套。"
    assert ends_of(text) == {
        ("东海科技有限公司", "隆德县第一小学"),
        ("东海科技有限公司", "隆德县第二小学"),
    }


def test_a_third_school_leaves_it_open():
    text = f"{L1}、{L2}和{L3}缺少书桌。上周，{FIRM}总经理专程为两所小学捐赠书桌200套。"
    assert ends_of(text) == set()


def test_without_a_giver_it_is_the_one_helper_of_the_page():
    text = f"{FU}对口帮扶{LONG}。{L1}、{L2}地处山区。去年还向这两所学校赠送图书。"
    assert {("福清市", "隆德县第一小学"), ("福清市", "隆德县第二小学")} <= ends_of(text)


def test_what_is_denied_is_no_gift():
    text = f"{L1}和{L2}缺少书桌。{FIRM}并未向两所小学捐赠书桌。"
    assert ends_of(text) == set()


def test_a_gift_that_is_planned_is_not_told_as_given():
    told = help_of(f"{L1}和{L2}缺少书桌。{FIRM}计划明年为两所小学捐赠书桌。")
    assert {fact.status for fact in told} == {Status.PLANNED}
