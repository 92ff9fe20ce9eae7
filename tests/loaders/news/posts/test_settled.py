from bangfu.loaders.news.people.titles import Title
from bangfu.loaders.news.posts.phrase import Held
from bangfu.loaders.news.posts.sendings import Sent
from bangfu.loaders.news.posts.settled import (
    held_before,
    within,
    without_coarse,
    without_vague,
)
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
    told, origin = within(sent(COUNTY), SCHOOL, ["510821"])
    assert (told.destination, origin) == (SCHOOL, None)
    told, origin = within(sent(COUNTY), HOME, ["510821"])
    assert (told.destination, origin) == (COUNTY, HOME)
