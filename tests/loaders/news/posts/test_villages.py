import pytest
from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.posts.skeletons import skeletons
from bangfu.loaders.news.posts.villages import VILLAGE, by_villages

HOME = "河源大学"


def told(text):
    people = named(text, person=["李明远", "王芳"])
    things = named(text, school=[HOME], place=["白水县", "青山镇", "红河镇"])
    found = by_villages(text, tuple(skeletons(from_text(text), things, people)), things)
    return [
        (s.person.name, s.origin and s.origin.name, s.destination and s.destination.name, s.rule)
        for s in found
    ]


@pytest.mark.parametrize(
    ("text", "home"),
    [
        ("李明远同志任青山镇石桥村第一书记。", None),
        ("会议在青山镇石桥村召开。李明远任石桥村第一书记。", None),
        (f"{HOME}派驻青山镇石桥村第一书记李明远走在田边。", HOME),
        (f"{HOME}派李明远到青山镇石桥村做第一书记。", HOME),
        ("今天说的是李明远，关注他在青山镇石桥村担任驻村第一书记的经历。", None),
        ("自去年到青山镇石桥村担任驻村第一书记以来，李明远很忙。", None),
        ("李明远受学校派遣，赶到青山镇石桥社区报到，成为驻村第一书记。", None),
        ("李明远，1994年生，驻青山镇石桥村的一名年轻第一书记。", None),
        ("校领导赴白水县青山镇石桥村，送我校新选派驻村第一书记李明远到岗。", None),
        ("学校选派干部到青山镇挂职，李明远拟担任石桥村驻村第一书记。", None),
    ],
)
def test_a_first_secretary_serves_where_the_village_lies(text, home):
    assert told(text) == [("李明远", home, "青山镇", VILLAGE)]


def test_the_one_who_sends_is_enough():
    assert told(f"{HOME}驻石桥村第一书记李明远走在田边。") == [("李明远", HOME, None, VILLAGE)]


def test_other_posts_in_a_village_tell_of_nobody_sent():
    assert told("青山镇石桥村党支部书记李明远走在田边。") == []
    assert told("李明远任青山镇党委书记。") == []
    assert told("驻村第一书记李明远走在田边。") == []


def test_each_to_the_own_village():
    text = (
        "学校的两个点在青山镇石桥村、红河镇大湾村。李明远任石桥村第一书记，王芳任大湾村第一书记。"
    )
    assert [one[2] for one in told(text)] == ["青山镇", "红河镇"]


def test_two_villages_of_like_names_are_two():
    assert told("会议在青山镇大坪子村召开。李明远任小坪子村第一书记。") == []
