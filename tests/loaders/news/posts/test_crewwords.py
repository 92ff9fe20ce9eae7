import pytest
from marked import marked

from bangfu.loaders.later import later
from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.crewwords import CREW, is_team, said_in
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.ontology.records import Kind, Mention


def words(source):
    text, mentions = marked(source)
    people = tuple(m for m in mentions if m.kind is Kind.PERSON)
    things = tuple(m for m in mentions if m.kind is not Kind.PERSON)
    return list(said_in(text, skeletons(from_text(text), things, people)))


def test_posts_and_teams_stand_in_clear():
    (one,) = words("{i - 宁波市援疆支教团}团长{n - 李明远}到了{s - 库车市第三中学}")
    assert one.words == "宁波市援疆支教团团长Ⓝ到了Ⓑ"
    assert one.at(10).name == "李明远"
    assert one.at(0) is None
    assert one.bounds(8, 11) == (8, 13)


def test_lines_of_a_page_in_short_lines_make_up_sentences():
    lines = ["开学了", "阳光正好", "六位援疆老师", "准时赴{s - 库车市第三中学}报到"]
    text = "\n".join([*lines, *(f"走进第{n}间教室" for n in "一二三四五六七八九十")])
    assert [one.words for one in words(text)] == ["开学了 阳光正好 六位援疆老师 准时赴Ⓑ报到"]
    (short,) = words("\n".join(lines))
    assert short.words == "准时赴Ⓑ报到"


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("援疆教师", True),
        ("组团式教育援藏工作队", True),
        ("支教老师", True),
        ("驻Ⓟ扶贫工作组", True),
        ("帮扶Ⓟ的教师", True),
        ("统一支教材", False),
        ("教师", False),
    ],
)
def test_words_for_a_crew(text, fits):
    assert (later(CREW).search(text) is not None) is fits


def test_bodies_that_are_teams():
    def team(name, kind=Kind.INSTITUTION):
        return is_team(Mention(kind=kind, name=name, start=0, end=1, key=name))

    assert team("宁波市驻库车市工作组")
    assert team("宁波市援疆支教团")
    assert not team("宁波市教育局")
    assert not team("宁波市援疆支教团", Kind.SCHOOL)
