import pytest
from helping import ends_of
from marked import marked

from bangfu.loaders.news.assistance.units import with_units
from bangfu.ontology.records import Kind

L1 = "{s - 隆德县第一中学}"
CLUB = "{i - 晨光商会}"


@pytest.mark.parametrize("unit", ["党支部", "团委", "图书馆", "第二党支部", "化学教研组", "工会"])
def test_a_unit_of_a_school_of_the_page_is_the_school(unit):
    text, mentions = marked(f"{L1}在山里。{{i - 隆德县第一中学{unit}}}很有名。")
    one, other = with_units(text, mentions)
    assert (other.kind, other.key, other.name) == (Kind.SCHOOL, one.key, one.name)
    assert text[other.start : other.end] == f"隆德县第一中学{unit}"


@pytest.mark.parametrize(
    ("school", "body"),
    [
        ("东海大学", "东海大学教育基金会"),
        ("东海大学", "东海大学经济管理学院"),
        ("东海大学", "东海大学北京校友会"),
        ("隆德县第一中学", "隆德县第一中学教育集团"),
        ("一中", "一中党支部"),
    ],
)
def test_other_bodies_stay_what_they_are(school, body):
    text, mentions = marked(f"{{s - {school}}}在山里。{{i - {body}}}很有名。")
    assert with_units(text, mentions)[1].kind is Kind.INSTITUTION


@pytest.mark.parametrize("team", ["研究生支教团", "第25届研究生支教团", "志愿服务队", "暑期实践团"])
def test_a_team_of_a_university_acts_for_it_and_keeps_its_words(team):
    text, mentions = marked(f"{{i - 东海大学{team}}}在山里。")
    (one,) = with_units(text, mentions)
    assert (one.kind, one.name, text[one.start : one.end]) == (Kind.SCHOOL, "东海大学", "东海大学")


def test_who_heads_a_part_of_a_firm_comes_for_the_firm():
    text, mentions = marked(
        "{i - 东海公司}很大。{i - 东海公司工会}主席很忙。{i - 东海公司工会}很好。"
    )
    whole, headed, part = with_units(text, mentions)
    assert (headed.key, text[headed.start : headed.end]) == (whole.key, "东海公司")
    assert part.name == "东海公司工会"


def test_a_school_that_the_page_names_only_by_its_branch():
    text, mentions = marked("{i - 隆德县第一中学党支部}很有名。")
    (one,) = with_units(text, mentions)
    assert (one.kind, one.name) == (Kind.SCHOOL, "隆德县第一中学")
    text, mentions = marked("{i - 东海公司党支部}很有名。")
    assert with_units(text, mentions) == list(mentions)


def test_a_named_team_of_a_university_is_the_university():
    for team in ("“青穗”支教队", "研究生支教团第六届支教队"):
        text, mentions = marked(f"{{i - 东海大学{team}}}来了。")
        assert [m.name for m in with_units(text, mentions)] == ["东海大学"]


def test_books_for_the_library_are_for_the_school():
    text = f"{L1}在山里。{CLUB}捐资20万元用于{{i - 隆德县第一中学图书馆}}。"
    assert ends_of(text) == {("晨光商会", "隆德县第一中学")}


def test_a_team_named_right_behind_its_university_is_the_university():
    text, mentions = marked("{s - 东海大学}第十九届研究生支教团{i - 六盘服务队}来了。")
    (one,) = with_units(text, mentions)
    assert (one.name, text[one.start : one.end]) == (
        "东海大学",
        "东海大学第十九届研究生支教团六盘服务队",
    )
    text, mentions = marked("{s - 东海大学}和{i - 六盘服务队}来了。")
    assert [m.name for m in with_units(text, mentions)] == ["东海大学", "六盘服务队"]
