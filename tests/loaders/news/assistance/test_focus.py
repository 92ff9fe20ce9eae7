import pytest
from helping import pairs_of
from marked import marked

from bangfu.loaders.news.assistance.relations import find_assistance
from bangfu.loaders.news.page.clean import from_text
from bangfu.ontology.records import Stance

FU, LONG = "{p 350181 福清市}", "{p 640423 隆德县}"
F1, L1, L2 = "{s - 福清第一中学}", "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, UNI = "{i - 东海科技有限公司}", "{s - 东海大学}"


def read(text):
    plain, mentions = marked(text)
    return find_assistance(from_text(plain), mentions)[0]


def test_a_gift_goes_to_the_school_in_which_it_is_handed_over():
    facts = read(f"{FU}对口帮扶{LONG}。在{L1}，{FIRM}捐赠电脑30台。")
    assert (facts[1].helper.name, facts[1].recipient.name) == ("东海科技有限公司", "隆德县第一中学")
    assert facts[1].evidence[0].stance is Stance.INFERRED
    assert "隆德县第一中学" in "".join(e.quote for e in facts[1].evidence)
    given = pairs_of(f"{L1}的实训楼正在改造，设备由{FIRM}捐赠。")
    assert given == [("东海科技有限公司", "隆德县第一中学", "funding")]


def test_a_gift_that_names_another_receiver_does_not_go_there():
    text = f"在{L1}，{FIRM}捐赠电脑30台，用于西坡小学。"
    assert ("东海科技有限公司", "隆德县第一中学", "funding") not in pairs_of(text)


def test_who_gives_is_carried_from_the_sentence_before():
    found = pairs_of(f"{LONG}是{UNI}的定点帮扶县。今年在{L1}、{L2}建成实验室4间。")
    assert ("东海大学", "隆德县第一中学", "funding") in found
    assert ("东海大学", "隆德县第二中学", "funding") in found


def test_postgraduates_are_sent_by_the_one_university():
    found = pairs_of(f"{UNI}定点帮扶{LONG}。\n研究生支教团6名队员分别在{L1}和{L2}任教。")
    assert ("东海大学", "隆德县第一中学", "secondment") in found


def test_a_sentence_goes_on_about_its_one_pair():
    found = pairs_of(f"{FU}自2015年起对口支援{LONG}，先后选派教师300名。")
    assert found == [("福清市", "隆德县", "pairing"), ("福清市", "隆德县", "secondment")]


def test_several_helpers_leave_the_end_open():
    text = f"{FU}帮扶{LONG}，{UNI}定点帮扶{LONG}。\n今年在{L1}建成实验室4间。"
    assert all(recipient != "隆德县第一中学" for _, recipient, _ in pairs_of(text))


def test_who_gives_after_another_in_one_sentence_gives_to_the_same():
    text = f"{UNI}向{L1}捐赠200万元；{FIRM}捐赠价值100万元的设备。"
    assert ("东海科技有限公司", "隆德县第一中学", "funding") in pairs_of(text)
    both = f"{UNI}向{L1}捐赠200万元；{{n - 丁一}}和{{n - 戊二}}捐赠资金8万元。"
    assert {("丁一", "隆德县第一中学", "funding"), ("戊二", "隆德县第一中学", "funding")} <= {
        *pairs_of(both)
    }


def test_a_gift_goes_to_the_one_school_of_the_page():
    text = f"{L1}的教室很凉快。这批风扇来自校友{{n - 丁一}}的捐赠。"
    assert ("丁一", "隆德县第一中学", "funding") in pairs_of(text)
    assert pairs_of(f"{L1}和{L2}的教室很凉快。这批风扇来自校友{{n - 丁一}}的捐赠。") == []


def test_goods_without_a_number_are_a_gift_too():
    assert ("东海科技有限公司", "隆德县第一中学", "funding") in pairs_of(
        f"捐赠仪式在{L1}举行。{FIRM}则捐献了教学用品。"
    )
    assert pairs_of(f"{L1}是继{L2}之后捐资兴建的，送来了图书。") == []


def test_those_who_receive_give_nothing():
    text = f"捐赠仪式在{L1}举行。{{n - 丁一}}主任及受捐助的19位同学参加了仪式。"
    assert pairs_of(text) == []


def test_what_our_county_does_is_not_done_by_the_one_helper_of_the_page():
    text = f"{FIRM}向{L1}捐赠图书300册。我县教育系统共为{L2}捐赠电脑20台。"
    assert ("东海科技有限公司", "隆德县第二中学", "funding") not in pairs_of(text)


@pytest.mark.parametrize("act", ["募集了图书300册", "提供平板电脑", "翻修了操场", "添置了桌椅"])
def test_more_that_the_one_helper_does(act):
    text = f"{FIRM}向{L1}捐赠图书300册。并为{L2}{act}。"
    assert ("东海科技有限公司", "隆德县第二中学", "funding") in pairs_of(text)


def test_another_part_of_the_sentence_has_its_own_sides():
    text = f"{UNI}定点帮扶{LONG}。组织募捐，为{L1}募集图书；申请梦想教室项目，为{L2}提供平板电脑。"
    assert ("东海大学", "隆德县第二中学", "funding") in pairs_of(text)


def test_a_former_name_is_no_place_where_something_happens():
    text = f"{L1}最早称为{L2}。{FIRM}捐资25万元建立了新校舍。"
    assert ("东海科技有限公司", "隆德县第二中学", "funding") not in pairs_of(text)


def test_a_clause_without_a_name_tells_what_the_subject_gave():
    text = f"仪式在{L1}举行。{F1}、{FIRM}等单位积极参与了活动，捐赠图书600册。"
    assert {(h, r) for h, r, _ in pairs_of(text)} >= {
        ("福清第一中学", "隆德县第一中学"),
        ("东海科技有限公司", "隆德县第一中学"),
    }


def test_what_is_given_behind_the_act_of_another_is_not_carried_past_it():
    text = f"仪式在{L1}举行。{FIRM}很热心；晨光商会与{L2}签约，每年资助5万元。"
    assert ("东海科技有限公司", "隆德县第二中学", "funding") not in pairs_of(text)


def test_where_a_giver_is_from_gives_nothing():
    text = f"仪式在{L1}举行。综合楼是由{FU}同胞某女士捐资60万元建成。"
    assert pairs_of(text) == []


def test_parts_of_a_school_are_given_too():
    given = pairs_of(f"{L1}即将竣工。其中{{n - 丁一}}先生独资捐建科技楼。")
    assert given == [("丁一", "隆德县第一中学", "funding")]


def test_a_school_to_which_something_is_sent_sends_nothing():
    text = f"仪式在{L1}举行。{{n - 丁一}}给自己读过的{L2}寄来了4600册图书。"
    assert ("隆德县第二中学", "隆德县第一中学", "funding") not in pairs_of(text)


@pytest.mark.parametrize(
    "gift",
    [
        f"5月3日，{FIRM}副总经理{{n - 丁一}}一行到校，捐赠新校服420套。",
        f"{FIRM}听说后，捐来一批感统训练器材。",
        f"同一天到的，还有{FIRM}送来的一千件矿泉水。",
        f"这批羽绒服来自{FIRM}，总价值二十万元。",
        f"围墙的油漆由{FIRM}赞助。",
    ],
)
def test_what_is_brought_goes_to_the_one_school_of_the_page(gift):
    there = ("东海科技有限公司", "隆德县第一中学", "funding")
    assert there in pairs_of(f"{L1}建校三年。\n{gift}")
    assert pairs_of(f"今年是第三年。\n{gift}") == []


def test_what_is_only_told_of_is_not_brought():
    text = f"{L1}建校三年。\n{FIRM}总经理{{n - 丁一}}介绍，去年公司捐赠过三百台电脑。"
    assert pairs_of(text) == []


def test_the_sender_of_a_parcel_gives_to_the_school_that_got_it():
    text = f"12月，{L1}。\n{L2}的学生收到了包裹，寄件人是{FIRM}的员工。"
    assert pairs_of(text) == [("东海科技有限公司", "隆德县第二中学", "funding")]
