import pytest
from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.ownunits import own_unit


def unit(text, *bodies):
    people = named(text, person=["李明远"])
    mentions = [*named(text, institution=bodies), *people]
    taken = {i for m in mentions for i in range(m.start, m.end)}
    (title,) = [t for t in find_titles(text, mentions) if t.end == people[0].start]
    found = own_unit(text, title, taken)
    return None if found is None else (found[0].name, found[1].title)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("组织人事处处长李明远到会。", ("组织人事处", "处长")),
        ("会议由离退休工作处处长李明远主持。", ("离退休工作处", "处长")),
        ("率领理学院副院长李明远等来到甲县。", ("理学院", "副院长")),
        ("我校学工处副处长李明远到会。", ("学工处", "副处长")),
        ("感谢后勤处副处长李明远。", ("后勤处", "副处长")),
        ("烹饪学院党总支书记李明远主持仪式。", ("烹饪学院", "党总支书记")),
        ("欢送外语学院教师李明远赴甲县支教。", ("外语学院", "教师")),
    ],
)
def test_the_post_says_what_unit_it_heads(text, found):
    assert unit(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "县委常委、组织部部长李明远到会。",
        "教科室主任李明远到会。",
        "相关处处长李明远到会。",
        "校长李明远到会。",
        "学生处主任李明远到会。",
    ],
)
def test_offices_of_schools_and_of_committees_are_no_bodies(text):
    assert unit(text) is None


def test_a_unit_never_reaches_into_a_name():
    assert unit("甲局人事处处长李明远到会。", "甲局人事处") is None
