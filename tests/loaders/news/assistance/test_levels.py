from dataclasses import replace

from bangfu.loaders.news.assistance.claims import Claim
from bangfu.loaders.news.assistance.levels import (
    is_club,
    is_coarser,
    is_crossed,
    is_named_after,
    is_outline,
    is_over_the_sea,
    is_stopover,
    is_vague,
    lifted,
    one_way,
    sender_of_team,
)
from bangfu.ontology.records import Kind, Mention, Modality, Status


def side(kind, name, key=None):
    return Mention(kind=kind, name=name, key=key or name, start=0, end=len(name))


CITY = side(Kind.PLACE, "宁波市", "330200")
COUNTY = side(Kind.PLACE, "金阳县", "513430")
SCHOOL = side(Kind.SCHOOL, "宁波市第一中学")
PUPIL = side(Kind.SCHOOL, "金阳县中学校")


def claim(helper, recipient, start=0, end=10, **more):
    made = Claim(helper, recipient, Modality.PAIRING, Status.ACTIVE, "x", 0.9, start, end)
    return replace(made, **more)


def test_the_pair_of_two_places_is_coarser_than_that_of_their_schools():
    coarse, fine = claim(CITY, COUNTY), claim(SCHOOL, PUPIL)
    assert is_coarser(coarse, [fine], frozenset())
    assert not is_coarser(fine, [coarse], frozenset())
    assert not is_coarser(coarse, [coarse], frozenset())
    assert not is_coarser(coarse, [replace(fine, start=40, end=50)], frozenset())


def test_a_school_named_after_the_place_that_built_it():
    hope = side(Kind.SCHOOL, "金阳县宁波希望小学")
    assert is_named_after(claim(CITY, hope, built=True))
    assert not is_named_after(claim(CITY, hope))
    assert not is_named_after(claim(CITY, SCHOOL, built=True))


def test_a_team_stands_for_its_university_and_a_government_for_its_place():
    team = side(Kind.INSTITUTION, "宁波大学研究生支教团")
    assert sender_of_team(team).name == "宁波大学"
    assert sender_of_team(CITY) is CITY
    assert lifted(side(Kind.INSTITUTION, "金阳县人民政府"), frozenset()).key == "513430"
    assert lifted(PUPIL, frozenset()) is PUPIL


def test_a_place_is_an_outline_of_the_body_in_it_that_the_same_side_helps():
    coarse = claim(CITY, COUNTY)
    fine = claim(CITY, PUPIL, 500, 520)
    assert is_outline(coarse, [coarse, fine], frozenset())
    assert not is_outline(fine, [coarse, fine], frozenset())
    assert not is_outline(coarse, [claim(SCHOOL, PUPIL, 500, 520)], frozenset())
    town = side(Kind.PLACE, "水洛乡")
    assert is_outline(
        claim(SCHOOL, town), [claim(SCHOOL, side(Kind.SCHOOL, "木里县水洛乡小学"))], frozenset()
    )


def test_a_team_of_students_is_its_university():
    for name in (
        "东海大学第三届研究生支教团",
        "东海大学星火志愿服务队",
        "东海大学萤火公益助学团队",
    ):
        assert sender_of_team(side(Kind.INSTITUTION, name)).name == "东海大学", name
    for name in ("东海大学附属医院医疗队", "东海志愿服务队"):
        assert sender_of_team(side(Kind.INSTITUTION, name)).name == name


def test_where_a_team_only_lands_it_does_not_help():
    text = "宁波市支教教师抵达成都市。他们在金阳县支教。"
    at = text.index("成都市")
    city = Mention(kind=Kind.PLACE, name="成都市", key="510100", start=at, end=at + 3)
    landed = claim(CITY, city, 0, at + 3)
    county = replace(COUNTY, key="513430")
    assert is_stopover(landed, text, [landed, claim(CITY, county)])
    assert not is_stopover(landed, text, [landed])
    helped = text.replace("抵达", "帮扶")
    assert not is_stopover(landed, helped, [landed, claim(CITY, county)])


def test_a_place_helps_through_its_team():
    sent = sender_of_team(side(Kind.INSTITUTION, "宁波市教育帮扶团"))
    assert (sent.kind, sent.key) == (Kind.PLACE, "330200")
    club = side(Kind.INSTITUTION, "晨光支教团")
    assert sender_of_team(club) == club


def test_a_pair_told_mostly_one_way_runs_that_way():
    there, back = claim(CITY, COUNTY), claim(COUNTY, CITY)
    assert one_way([there, back, replace(there, start=40, end=50)]) == [
        there,
        replace(there, start=40, end=50),
    ]
    assert one_way([there, back]) == [there, back]


def test_the_mainland_helps_nobody_in_hong_kong():
    harbour = side(Kind.PLACE, "香港特别行政区", "810000")
    assert is_over_the_sea(CITY, harbour, frozenset())
    assert not is_over_the_sea(harbour, COUNTY, frozenset())
    assert not is_over_the_sea(harbour, harbour, frozenset())
    assert not is_over_the_sea(CITY, COUNTY, frozenset())


def test_associations_and_party_branches_are_clubs_and_offices_are_none():
    assert is_club(side(Kind.INSTITUTION, "宁波市青年创业者联合会"))
    assert is_club(side(Kind.INSTITUTION, "民革大祥二支部"))
    assert not is_club(side(Kind.INSTITUTION, "金阳县教育局"))
    assert not is_club(SCHOOL)


def test_who_gives_to_a_school_does_not_come_to_the_county():
    given = Claim(CITY, PUPIL, Modality.FUNDING, Status.ACTIVE, "give", 0.9, 0, 9)
    county = replace(given, recipient=COUNTY, rule="visit")
    school = replace(given, recipient=replace(PUPIL, name="金阳县中学校"))
    assert is_vague(county, [county, school], frozenset())
    assert not is_vague(replace(county, modality=Modality.PAIRING), [county, school], frozenset())
    assert not is_vague(county, [county], frozenset())


def test_two_lists_of_pairs_are_not_crossed():
    a, b = side(Kind.SCHOOL, "甲校"), side(Kind.SCHOOL, "乙校")
    read = [claim(a, PUPIL, group=5), claim(b, SCHOOL, group=5)]
    assert is_crossed(claim(a, SCHOOL), read)
    assert not is_crossed(claim(a, PUPIL), read[:1])
    assert not is_crossed(claim(a, SCHOOL), [claim(a, PUPIL, group=5), claim(b, PUPIL, group=5)])
