import re
from dataclasses import replace

from bangfu.loaders.news.page.clean import from_text
from bangfu.loaders.news.people.titles import Title
from bangfu.loaders.news.posts.phrase import Held
from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.settled import (
    at_own_school,
    at_school,
    held_before,
    turned,
    without_coarse,
    without_home_as_host,
    without_own,
    without_vague,
)
from bangfu.loaders.news.posts.stayscene import Scene
from bangfu.ontology.records import Kind, Mention, Status


def mention(kind, name, key=None):
    return Mention(kind=kind, name=name, key=key or name, start=0, end=len(name))


WHO = mention(Kind.PERSON, "李明远")
COUNTY = mention(Kind.PLACE, "旺苍县", "510821")
SCHOOL = mention(Kind.SCHOOL, "旺苍县白水中学")
HOME = mention(Kind.SCHOOL, "天津市青山中学")


def sent(to, origin=None, rule="goes"):
    return Sent(person=WHO, origin=origin, destination=to, title=None, start=0, end=9, rule=rule)


def post(body, rule, status=Status.UNKNOWN):
    title = Title(start=0, end=2, title="教师", status=status)
    return Held(person=WHO, body=body, title=title, start=0, end=9, rule=rule, confidence=0.9)


def test_the_school_says_more_than_its_county():
    coarse, fine = sent(COUNTY), sent(SCHOOL)
    assert without_coarse([coarse, fine], ["510821"]) == [fine]
    assert without_coarse([coarse], ["510821"]) == [coarse]


def test_a_stay_that_is_placed_takes_the_place_of_one_that_is_not():
    vague, placed = sent(None), sent(SCHOOL)
    assert without_vague({("李明远", ""): vague, ("李明远", "b"): placed}) == [placed]


def test_the_home_is_where_a_post_is_held_elsewhere():
    held = [post(SCHOOL, "being"), post(HOME, "being")]
    assert held_before(held, sent(SCHOOL), []) == HOME
    assert held_before([post(HOME, "later")], sent(SCHOOL), []) is None
    assert held_before([post(HOME, "being", Status.ACTIVE)], sent(SCHOOL), []) is None


def test_a_teacher_of_the_county_serves_at_the_own_school():
    told, origin = at_own_school(sent(COUNTY), SCHOOL, ["510821"])
    assert (told.destination, origin) == (SCHOOL, None)
    told, origin = at_own_school(sent(COUNTY), HOME, ["510821"])
    assert (told.destination, origin) == (COUNTY, HOME)


def at_home(text, title=None):
    """Where the stay ends of which `text` says 到旺苍县支教."""
    things = [*marks(text, SCHOOL), *marks(text, COUNTY, "旺苍县支教")]
    people = marks(text, WHO)
    scene = Scene(from_text(text), things, people, (), (), {}, {})
    county = next(m for m in things if m.kind is Kind.PLACE)
    stay = Sent(
        person=people[0], origin=None, destination=county, title=title,
        start=county.start, end=county.end + 2, rule="goes",
    )  # fmt: skip
    to = at_school(stay, scene).destination
    return to and to.name


def marks(text, thing, at=None):
    return [
        replace(thing, start=m.start(), end=m.start() + len(thing.name))
        for m in re.finditer(at or thing.name, text)
    ]


def test_a_stay_in_a_county_as_one_at_its_school():
    pupils = "旺苍县白水中学学生跑来。李明远去年到旺苍县支教。"
    assert at_home(pupils) == SCHOOL.name
    assert at_home(pupils, title="副县长") == COUNTY.name
    assert at_home(pupils.replace("学生跑来", "很美")) == COUNTY.name
    work = "旺苍县白水中学开学。李明远正在给学生上课。\n李明远去年到旺苍县支教。"
    assert at_home(work) == SCHOOL.name
    assert at_home(work.replace("给学生上课", "操场上散步")) == COUNTY.name
    assert at_home("旺苍县白水中学里，李明远在上课。\n李明远去年到旺苍县支教。") == SCHOOL.name


def test_a_row_that_names_the_host_first_is_turned():
    stay, home = turned(sent(HOME, SCHOOL, rule="row-of"), SCHOOL, frozenset())
    assert (stay.destination, home) == (SCHOOL, HOME)
    stay, home = turned(sent(SCHOOL, HOME, rule="row-of"), HOME, frozenset())
    assert (stay.destination, home) == (SCHOOL, HOME)


def test_nobody_comes_from_where_the_stay_is():
    assert without_own(sent(SCHOOL, SCHOOL)).origin is None
    assert without_own(sent(SCHOOL, HOME)).origin == HOME


def test_nobody_stays_at_home():
    there, here = sent(SCHOOL, HOME), sent(HOME)
    assert without_home_as_host([there, here]) == [there]
    assert without_home_as_host([here]) == [here]


def test_a_first_secretary_is_in_a_village_and_at_no_school():
    text = "旺苍县白水中学学生跑来。李明远去旺苍县支教，是驻村第一书记。"
    things = [*marks(text, SCHOOL), *marks(text, COUNTY, "旺苍县支教")]
    people = marks(text, WHO)
    scene = Scene(from_text(text), things, people, (), (), {}, {})
    stay = replace(sent(things[-1]), person=people[0], start=0, end=len(text))
    assert at_school(stay, scene).destination == things[-1]
    assert at_school(replace(stay, end=text.index("，")), scene).destination != things[-1]
