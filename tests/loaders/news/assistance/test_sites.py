import pytest
from helping import ends_of, help_of

from bangfu.ontology.records import Stance

LONG = "{p 640423 隆德县}"
L1, L2 = "{s - 隆德县第一中学}", "{s - 隆德县第二中学}"
FIRM, CLUB = "{i - 东海科技有限公司}", "{i - 晨光商会}"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRM}走进{L1}。员工们参观了校园。{FIRM}向学校捐赠电脑30台。",
        f"捐赠仪式在{L1}举行。{FIRM}为全校学生送上新书包。",
        f"{L1}迎来了客人，{FIRM}给40名困难学生发放了助学金。",
        f"{FIRM}来到{L1}，并为孩子们带来了图书。",
    ],
)
def test_a_gift_to_the_school_goes_to_the_one_that_the_passage_is_in(text):
    assert ("东海科技有限公司", "隆德县第一中学") in ends_of(text)


def test_such_a_fact_is_inferred_and_shows_the_school():
    text = f"捐赠仪式在{L1}举行。{FIRM}为全校师生捐赠图书。"
    (fact,) = help_of(text)
    assert fact.evidence[0].stance is Stance.INFERRED
    assert "隆德县第一中学" in "".join(e.quote for e in fact.evidence)


def test_where_two_schools_may_be_meant_nothing_is_read():
    assert ends_of(f"{L1}和{L2}都在山里。{FIRM}为全校师生捐赠图书。") == set()


def test_a_school_gives_nothing_to_itself():
    assert ends_of(f"开学典礼在{L1}举行。{L1}为全校学生发放了新书包。") == set()


def test_a_team_without_a_name_gives_for_the_helper():
    text = f"{CLUB}对口帮扶{LONG}。次日，服务队来到{L1}，并向全校学生赠送羽绒服。"
    assert ("晨光商会", "隆德县第一中学") in ends_of(text)


def test_what_stands_in_the_school_was_given_to_it():
    text = f"{L1}迎来了客人，校内的两层教学楼是1996年由{CLUB}捐资修建的。"
    assert ends_of(text) == {("晨光商会", "隆德县第一中学")}
