"""Names of one document become things: who is one, who lies where, what says nothing."""

from collections.abc import Sequence
from dataclasses import replace

from bangfu.loaders.resolve import Resolved, resolve
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Fact,
    Group,
    Institution,
    Kind,
    Measure,
    Mention,
    Observation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    School,
    Tier,
    Unit,
)

PROOF = (Evidence(quote="帮扶", start=0, end=2, raw_start=0, raw_end=2, method="t 1"),)


def mention(kind: Kind, name: str, key: str | None = None, count: int | None = None) -> Mention:
    return Mention(kind=kind, name=name, key=key or name, start=0, end=1, count=count)


WANGCANG = mention(Kind.PLACE, "旺苍县", "510821")
SCHOOL = mention(Kind.SCHOOL, "旺苍县第一中学")
HELPER = mention(Kind.SCHOOL, "天津市第四中学")


def run(
    mentions: Sequence[Mention], facts: Sequence[Fact[Mention]] = (), source: str = "urn:s"
) -> Resolved:
    return resolve(source, mentions, facts, lambda one: one.name)


def only(found: Resolved, kind: type) -> list:  # type: ignore[type-arg]
    return [thing for thing in found.entities if type(thing) is kind]


def test_a_place_brings_what_it_lies_in() -> None:
    places = {place.adcode: place for place in only(run([WANGCANG]), Place)}
    assert set(places) == {"510821", "510800", "510000"}
    assert places["510821"].part_of == places["510800"].iri
    assert places["510000"].level is PlaceLevel.PROVINCE


def test_a_place_is_the_same_thing_in_every_source_and_a_body_is_not() -> None:
    one, other = run([WANGCANG, SCHOOL], source="urn:a"), run([WANGCANG, SCHOOL], source="urn:b")
    assert only(one, Place) == only(other, Place)
    assert only(one, School)[0].iri != only(other, School)[0].iri


def test_a_body_lies_in_the_place_of_its_name() -> None:
    found = run([SCHOOL])
    (school,) = only(found, School)
    county = next(place for place in only(found, Place) if place.adcode == "510821")
    assert school.located_in == county.iri
    assert school.core_name == "第一中学"


def test_a_township_lies_in_its_county() -> None:
    found = run([mention(Kind.PLACE, "田坝镇", "520502/田坝镇")])
    town = next(place for place in only(found, Place) if place.name == "田坝镇")
    assert town.level is PlaceLevel.TOWNSHIP
    assert town.part_of == next(p for p in only(found, Place) if p.adcode == "520502").iri


def test_a_township_is_the_one_that_a_school_of_the_page_lies_in() -> None:
    school = replace(SCHOOL, name="旺苍县青龙乡前进小学", seat="510821/青龙乡")
    found = run([school, mention(Kind.PLACE, "青龙乡", "青龙乡")])
    (town,) = (place for place in only(found, Place) if place.name == "青龙乡")
    assert only(found, School)[0].located_in == town.iri


def test_a_township_of_two_counties_is_neither() -> None:
    one = replace(SCHOOL, name="旺苍县青龙乡小学", key="one", seat="510821/青龙乡")
    other = replace(SCHOOL, name="七星关区青龙乡小学", key="other", seat="520502/青龙乡")
    bare = mention(Kind.PLACE, "青龙乡", "青龙乡")
    for order in ([one, other, bare], [other, one, bare]):
        schools = only(found := run(order), School)
        homes = {school.located_in for school in schools}
        towns = {place.iri for place in only(found, Place) if place.name == "青龙乡"}
        assert len(homes) == 2
        assert len(towns - homes) == 1


def test_an_unknown_place_stays_this_sources_own() -> None:
    (one,) = run([mention(Kind.PLACE, "云梦区", "云梦区")], source="urn:a").entities
    (other,) = run([mention(Kind.PLACE, "云梦区", "云梦区")], source="urn:b").entities
    assert isinstance(one, Place)
    assert one.adcode is None
    assert one.iri != other.iri


def test_two_keys_of_one_name_are_two_persons() -> None:
    first, second = mention(Kind.PERSON, "张华"), mention(Kind.PERSON, "张华", "张华#2")
    people = only(run([first, second]), Person)
    assert [one.name for one in people] == ["张华", "张华"]
    assert people[0].iri != people[1].iri


def test_the_tier_follows_the_posts() -> None:
    person = mention(Kind.PERSON, "张华")
    post: Fact[Mention] = Posting(person=person, organization=None, title="副县长", evidence=PROOF)
    assert only(run([person], [post]), Person)[0].tier is Tier.P0


def test_a_department_is_part_of_its_body() -> None:
    found = run(
        [
            mention(Kind.INSTITUTION, "广西壮族自治区教育厅"),
            mention(Kind.INSTITUTION, "广西壮族自治区教育厅教师工作处"),
        ]
    )
    bodies = {one.name: one for one in only(found, Institution)}
    assert bodies["广西壮族自治区教育厅教师工作处"].part_of == bodies["广西壮族自治区教育厅"].iri


def test_a_group_keeps_its_number_and_place() -> None:
    group = mention(Kind.GROUP, "旺苍县5所学校", "510821/5/school", 5)
    fact: Fact[Mention] = Assistance(helper=HELPER, recipient=group, evidence=PROOF)
    found = run([HELPER], [fact])
    (made,) = only(found, Group)
    assert (made.member_count, made.member_unit) == (5, Unit.SCHOOL)
    assert made.located_in == next(p for p in only(found, Place) if p.adcode == "510821").iri
    (carried,) = found.facts
    assert isinstance(carried, Assistance)
    assert carried.recipient == made


def test_a_fact_between_a_thing_and_itself_is_listed_not_kept() -> None:
    fact: Fact[Mention] = Assistance(helper=SCHOOL, recipient=SCHOOL, evidence=PROOF)
    found = run([SCHOOL], [fact])
    assert found.facts == ()
    assert [note.reason for note in found.notes] == ["same-ends"]


def test_a_number_stays_with_its_fact() -> None:
    fact: Assistance[Mention] = Assistance(helper=HELPER, recipient=SCHOOL, evidence=PROOF)
    number: Fact[Mention] = Observation(
        about=fact, unit=Unit.PERSON, measure=Measure.INCREMENT, value=3, evidence=PROOF
    )
    found = run([HELPER, SCHOOL], [number, fact])
    kinds = {type(one): one for one in found.facts}
    assert kinds[Observation].about == kinds[Assistance]  # type: ignore[union-attr]
