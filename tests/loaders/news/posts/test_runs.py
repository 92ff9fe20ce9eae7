from marked import named

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.persons import find_persons
from bangfu.loaders.news.posts.posts import read_posts
from bangfu.ontology.records import Status


def behind(text, **kinds):
    clean, mentions = from_text(text), named(text, **kinds)
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    return [
        (h.person.name, h.title.title, h.body.name, h.rule)
        for h in held
        if h.rule in ("after", "being", "appositive", "entry", "comma")
    ]


def test_a_post_behind_the_name():
    assert behind("甲处冯诗根副处长到会。", institution=["甲处"]) == [
        ("冯诗根", "副处长", "甲处", "after")
    ]


def test_a_school_in_brackets_makes_a_teacher():
    assert behind("语文，李明远（青山中学）；", school=["青山中学"]) == [
        ("李明远", "教师", "青山中学", "appositive")
    ]


def test_what_somebody_is():
    assert behind("李明远是青山中学的校长。李明远说。", school=["青山中学"]) == [
        ("李明远", "校长", "青山中学", "being")
    ]


def test_a_run_stops_before_the_posts_of_the_next():
    text = "甲校教师李明远任乙校副校长，丙校教师王芳到会。"
    found = behind(text, school=["甲校", "乙校", "丙校"])
    assert found == [("李明远", "副校长", "乙校", "being")]


def test_the_former_post_is_marked():
    clean = from_text("李明远（女） 曾任青山中学校长。李明远说。")
    mentions = named(clean.text, school=["青山中学"])
    held = read_posts(clean, mentions, find_persons(clean, mentions))[1]
    assert {h.title.status for h in held} == {Status.ENDED}


def test_one_of_the_teachers_of_a_school():
    assert behind("李明远是青山中学的一名教师。李明远说。", school=["青山中学"]) == [
        ("李明远", "教师", "青山中学", "being")
    ]


def test_a_post_behind_the_age():
    text = "李明远今年38岁，是青山中学的数学教师。"
    assert behind(text, school=["青山中学"]) == [("李明远", "教师", "青山中学", "being")]


def test_somebody_from_a_school_who_is_a_teacher_is_one_there():
    text = "来自青山中学的李明远是一名音乐教师，很忙。"
    assert behind(text, school=["青山中学"]) == [("李明远", "教师", "青山中学", "being")]
    assert behind("李明远是一名音乐教师。青山中学很大。", school=["青山中学"]) == []
