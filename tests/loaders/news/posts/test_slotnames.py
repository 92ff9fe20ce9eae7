from marked import named

from bangfu.loaders.news.people.titles import find_titles
from bangfu.loaders.news.posts.slotnames import known_in_slot, named_in_slot

PEOPLE = ["李明远", "王芳"]


def slot(text, **kinds):
    bodies, people = named(text, **kinds), named(text, person=PEOPLE)
    last = {m.end: m for m in (*bodies, *people)}
    (title,) = [t for t in find_titles(text, [*bodies, *people]) if t.end == people[-1].start]
    low = max((m.end for m in (*bodies, *people) if m.end <= title.start), default=0)
    found = named_in_slot(text, low, title, last)
    return None if found is None else found.name


def test_a_school_is_known_by_how_its_name_ends():
    assert slot("青石坪九校校长李明远说。") == "青石坪九校"
    assert slot("青石小学数学教师李明远到会。") == "青石小学"
    assert slot("青石学区校长李明远说。") == "青石学区"
    assert slot("农村小学数学教师李明远到会。") is None
    assert slot("一批优秀小学数学教师李明远到会。") is None


def test_what_is_done_with_somebody_is_no_part_of_the_name():
    assert slot("欢送青石学院教师李明远到会。") == "青石学院"
    assert slot("仪式由青石商会会长李明远主持。") == "青石商会"


def test_the_committee_of_a_town_that_nobody_read():
    assert slot("青石镇党委书记李明远到会。") == "青石镇党委"


def test_an_organ_behind_its_place():
    assert slot("河源地区纪检委副书记李明远到会。", place=["河源地区"]) == "河源地区纪检委"


def test_what_one_post_has_shown_is_known_at_another():
    text = "青石学院副院长王芳讲话，欢迎青石学院教师李明远。"
    bodies, people = named(text, institution=["青石学院"]), named(text, person=PEOPLE)
    shown = bodies[0]
    titles = find_titles(text, people)
    (title,) = [t for t in titles if t.end == people[1].start]
    again = known_in_slot(text, title, {"青石学院": shown})
    assert again is not None
    assert text[again.start : again.end] == "青石学院"
    assert again.start > shown.start
    assert known_in_slot(text, title, {}) is None


def test_the_branch_of_a_body_that_is_not_named_is_none():
    assert slot("学校党支部书记李明远到会。") is None
    assert slot("支行第二党支部书记李明远到会。") is None
