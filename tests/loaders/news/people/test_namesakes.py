from marked import named

from bangfu.loaders.news.people.namesakes import told_apart
from bangfu.loaders.news.people.titles import find_titles


def keys(text, bodies, name):
    mentions = named(text, institution=bodies)
    people = named(text, person=[name])
    return [m.key for m in told_apart(text, mentions, find_titles(text, mentions), people)]


def test_an_official_and_a_teacher_are_two():
    assert keys("甲县教育局局长张华，乙大学教授张华。", ["甲县教育局", "乙大学"], "张华") == [
        "张华",
        "张华#2",
    ]


def test_two_posts_of_one_career_are_one():
    assert keys("甲校校长张华，乙校校长张华。", ["甲校", "乙校"], "张华") == ["张华", "张华"]


def test_a_bare_name_is_the_one_introduced_last():
    text = "甲县教育局局长张华说。乙大学教授张华说。张华又说。"
    assert keys(text, ["甲县教育局", "乙大学"], "张华")[-1] == "张华#2"


def test_two_lines_of_a_list_are_two_people():
    text = "孙伟（男） 甲校教师\n孙伟（女） 乙校教师\n"
    people = named(text, person=["孙伟"])
    told = told_apart(text, (), (), people, frozenset(m.start for m in people))
    assert [m.key for m in told] == ["孙伟", "孙伟#2"]
