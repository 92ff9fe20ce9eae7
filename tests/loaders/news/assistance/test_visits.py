import pytest
from helping import ends_of, help_of

from bangfu.ontology.records import Modality, Stance

L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, CLUB = "{i - 东海科技有限公司}", "{i - 晨光商会}"
GIVES = "大家为孩子们精心选购了书包，发放给每个学生。"


@pytest.mark.parametrize(
    "arrival",
    [
        f"{FIRM}的青年志愿者来到{L1}，和孩子们共度佳节。",
        f"近日，{FIRM}员工一行驱车来到{L1}。",
        f"{CLUB}和{FIRM}的志愿者走进{L1}。",
        f"{FIRM}走进六盘山深处的{L1}。",
        f"清晨，{FIRM}15名青年志愿者出发了。这次的目的地是{L1}，这是一所寄宿学校。",
    ],
)
def test_who_comes_to_a_school_and_gives_there_helps_it(arrival):
    assert ("东海科技有限公司", "隆德县第一中学") in ends_of(f"{arrival}操场上很热闹。{GIVES}")


def test_such_a_fact_is_inferred_and_shows_the_gift():
    (fact,) = help_of(f"{FIRM}的青年志愿者来到{L1}。{GIVES}")
    assert fact.evidence[0].stance is Stance.INFERRED
    assert "孩子们" in "".join(proof.quote for proof in fact.evidence)


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}的青年志愿者来到{L1}。操场上很热闹。",
        f"{FIRM}的青年志愿者来到{L1}。\n\n{GIVES}",
        f"{FIRM}的青年志愿者来到{L1}。{CLUB}的会员也到了。{GIVES}",
        f"{{i - 隆德县教育局}}干部一行来到{L1}。{GIVES}",
        f"{{i - 东海日报社}}的代表来到{L1}。{GIVES}",
        f"{FIRM}的青年志愿者来到{L1}参观学习。{GIVES}",
        f"{FIRM}、{CLUB}的志愿者出发了。{L2}的老师也去了。{GIVES}",
        f"{FIRM}员工来到{L1}参加家长会。学校为学生们发放了书包。",
        f"{FIRM}计划走进{L1}。{GIVES}",
        f"{FIRM}员工来到{L1}。学校为学生们发放了书包。",
        f"{FIRM}员工来到{L1}。县教育局为学生们发放了书包。",
        f"{FIRM}员工来到{L1}。{L1}为孩子们送上书包。",
    ],
)
def test_where_nothing_is_given_or_others_may_give_nothing_is_read(text):
    assert ("东海科技有限公司", "隆德县第一中学") not in ends_of(text)
    assert not any(helper.endswith(("教育局", "报社")) for helper, _ in ends_of(text))


def test_a_lesson_that_they_give_is_teaching():
    (fact,) = help_of(f"{FIRM}的青年志愿者来到{L1}。他们为孩子们上了一堂课。")
    assert fact.modality is Modality.TEACHING


def test_all_schools_that_they_come_to_are_given_to():
    text = f"{CLUB}多名爱心企业家再次走访慰问{L1}和{L2}，为孩子们送上新年礼物。"
    assert ends_of(text) == {("晨光商会", "隆德县第一中学"), ("晨光商会", "隆德县第二中学")}


def test_an_office_that_cares_for_children_gives_where_others_only_make_their_rounds():
    came = "{i - 隆德县%s}一行赴" + L1 + "看望孩子们。" + GIVES
    assert ("隆德县关工委", "隆德县第一中学") in ends_of(came % "关工委")
    assert ends_of(came % "教育局") == set()


def test_all_who_came_give_and_homes_are_given_to():
    text = f"{FIRM}、{CLUB}来到{{i - 隆德县儿童福利院}}开展活动。大家为孩子们送上新年礼物。"
    assert ends_of(text) == {
        ("东海科技有限公司", "隆德县儿童福利院"),
        ("晨光商会", "隆德县儿童福利院"),
    }
    assert ends_of(text.replace("儿童福利院", "财政局")) == set()
