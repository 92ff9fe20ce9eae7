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
        f"“我们学校的跑道是{FIRM}援建的。”{L1}校长{{n - 丁一}}说。",
        f"{FIRM}来到{L1}。一个月后，{FIRM}为学校打了一口井。",
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


@pytest.mark.parametrize(
    "text",
    [
        f"{L1}校友{{n - 丁一}}返乡参观，并捐资100万元支持母校建设。",
        f"{L1}办学多年。近日，校友{{n - 丁一}}向母校捐赠20万元。",
    ],
)
def test_the_school_of_an_alumnus_is_the_one_just_named(text):
    assert ends_of(text) == {("丁一", "隆德县第一中学")}


def test_of_two_schools_neither_is_the_one_of_the_alumni():
    text = f"日前，{L1}和{L2}分别有校友返校，并且大手笔地各自为母校捐款一千万。"
    assert ends_of(text) == set()


@pytest.mark.parametrize("where", ["的校园里传来阵阵笑声", "的操场上很热闹"])
def test_volunteers_teach_where_the_passage_has_just_been(where):
    text = f"{L1}{where}。来自{{i - 东海大学经济管理学院}}的大学生志愿者们正在这里开展支教活动。"
    assert ends_of(text) == {("东海大学经济管理学院", "隆德县第一中学")}


def test_where_nobody_said_where_here_is_nothing_is_read():
    text = f"来自{{i - 东海大学经济管理学院}}的大学生志愿者们正在这里开展支教活动。{L1}和{L2}很远。"
    assert ends_of(text) == set()


def test_the_head_of_the_school_and_what_is_used_for_it_mean_the_school():
    for gift in ("以募捐的方式向校方捐赠了文具", "捐款用于学校修建道路", "给该小学送去了书包"):
        text = "{i - 晨光商会}走进{s - 隆德县第一中学}。活动现场，{i - 晨光商会}" + gift + "。"
        assert ("晨光商会", "隆德县第一中学") in ends_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"受捐的有{L1}、{L2}，每所学校由{{i - 晨光商会}}捐助图书。", {L1, L2}),
        (f"{L1}和{L2}条件艰苦。{{i - 晨光商会}}为两所学校捐赠桌椅。", {L1, L2}),
        (f"{L1}和{L2}条件艰苦。{{i - 晨光商会}}为三所学校捐赠桌椅。", set()),
        (f"青年牵手{L1}，保险机构牵手{L2}，向两所学校的学生赠送学习用具。", set()),
    ],
)
def test_several_schools_are_those_of_the_list_before(text, expected):
    names = {("晨光商会", school.split()[2].rstrip("}")) for school in expected}
    assert ends_of(text) == names


def test_each_school_of_a_sentence_is_put_in():
    text = f"活动在{L1}举行。{{i - 晨光商会}}向学校捐赠了图书，{{i - 东海科技有限公司}}向学校捐赠了校服。"
    assert ends_of(text) == {
        ("晨光商会", "隆德县第一中学"),
        ("东海科技有限公司", "隆德县第一中学"),
    }


@pytest.mark.parametrize(
    "text",
    [
        f"在群山深处的{L1}，校长{{n - 丁一}}说，{FIRM}2010年就与学校结成对子。",
        f"捐赠仪式在{L1}举行。{FIRM}把价值5万元的图书交到校长{{n - 丁一}}手中。",
        f"12月中旬，{L1}。{FIRM}的志愿者把书包递到孩子手里。",
    ],
)
def test_more_ways_in_which_the_school_is_given_to(text):
    assert ("东海科技有限公司", "隆德县第一中学") in ends_of(text)


def test_all_schools_of_a_list_with_their_counties():
    jing = "{p 640424 泾源县}的{s - 泾源县中学}"
    text = f"{LONG}的{L1}、{L2}和{jing}缺桌椅。{FIRM}听说后，当月便向三所学校捐出桌椅。"
    assert {taker for _, taker in ends_of(text)} == {
        "隆德县第一中学", "隆德县第二中学", "泾源县中学",
    }  # fmt: skip
