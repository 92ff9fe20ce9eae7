import pytest
from helping import ends_of, help_of

from bangfu.ontology.records import Stance

L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, CLUB = "{i - 东海科技有限公司}", "{i - 晨光商会}"


@pytest.mark.parametrize(
    ("text", "helper"),
    [
        (f"{FIRM}很有名。近日，该公司为{L1}捐赠电脑30台。", "东海科技有限公司"),
        (f"{FIRM}和{CLUB}都在。据介绍，该商会每年向{L1}捐书。", "晨光商会"),
        (f"按照{{i - 东海银行福清分行党委}}安排，该分行向{L1}捐赠图书。", "东海银行福清分行"),
        ("{n - 丁一}是福清人。2017年，他出资200万元用于建设" + L1 + "。", "丁一"),
        (f"{{n - 丁一}}是福清人。他热心公益。2017年，他还出资建设了食堂，捐建了{L1}。", "丁一"),
    ],
)
def test_who_is_pointed_at_helps(text, helper):
    assert (helper, "隆德县第一中学") in ends_of(text)


def test_such_a_fact_is_inferred_and_shows_who_is_meant():
    (fact,) = help_of(f"{{i - 东海银行福清分行}}很有名。近日，该分行为{L1}捐赠电脑30台。")
    assert fact.evidence[0].stance is Stance.INFERRED
    assert "东海银行福清分行" in "".join(e.quote for e in fact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        f"{CLUB}很有名。近日，该公司为{L1}捐赠电脑30台。",
        f"{CLUB}很有名。该分行为{L1}捐赠电脑30台。",
        f"{{n - 丁一}}和{{n - 王平}}都是福清人。他出资建设了{L1}。",
        f"{{n - 丁一}}是福清人。\n\n他出资建设了{L1}。",
        f"{{n - 丁一}}是福清人。他说，{CLUB}很有名，{L1}收到了捐赠。",
    ],
)
def test_where_nobody_or_several_may_be_meant_nothing_is_read(text):
    assert not {h for h, _ in ends_of(text)} & {"丁一", "王平", "东海科技有限公司"}


def test_a_firm_named_by_its_kind_alone_gives():
    text = f"{{i - 东海路桥集团}}很有名。公司共出资3300万元捐建{L1}和{L2}。"
    assert ends_of(text) == {
        ("东海路桥集团", "隆德县第一中学"),
        ("东海路桥集团", "隆德县第二中学"),
    }


def test_a_firm_that_only_is_spoken_of_gives_nothing():
    text = f"{{i - 东海路桥集团}}很有名。公司领导参观了由{CLUB}捐建的{L1}。"
    assert ("东海路桥集团", "隆德县第一中学") not in ends_of(text)


def test_a_company_decides_and_gives_in_the_next_sentence():
    text = f"{FIRM}重视公益。公司作出决定，向{L1}捐赠课桌椅190套。"
    assert ("东海科技有限公司", "隆德县第一中学") in ends_of(text)


def test_what_the_people_of_a_list_do_next_is_done_by_each_of_them():
    text = "{n - 丁一}与{n - 王平}都热心公益。此次，他们决定向" + L1 + "捐款10万元。"
    assert {("丁一", "隆德县第一中学"), ("王平", "隆德县第一中学")} <= ends_of(text)
    alone = "{n - 丁一}很热心。{n - 王平}说，他来过。他们决定向" + L1 + "捐款10万元。"
    assert ("丁一", "隆德县第一中学") not in ends_of(alone)
