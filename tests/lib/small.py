"""Small sources that share places, bodies and names in many ways, for tests of what is derived."""

from __future__ import annotations

from dataclasses import replace

from bangfu.graph.judgements import Decision, Judgement
from bangfu.graph.store import Store, put
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Evidence,
    Group,
    Institution,
    Kind,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Reading,
    School,
    Secondment,
    Source,
    SourceClass,
    Status,
)

L = PlaceLevel
EAST = Place(iri=place_iri("120000"), name="天津市", level=L.PROVINCE, adcode="120000")
WEST = Place(iri=place_iri("510000"), name="四川省", level=L.PROVINCE, adcode="510000")
TOWN = Place(
    iri=place_iri("510821"), name="旺苍县", level=L.COUNTY, adcode="510821", part_of=WEST.iri
)
HILL = Place(
    iri=place_iri("510822"), name="青川县", level=L.COUNTY, adcode="510822", part_of=WEST.iri
)
PLACES = {place.iri: place for place in (EAST, WEST, TOWN, HILL)}
SAID = "天津市帮扶旺苍县，从二〇一五年起。"
ADDRESSES = ("a", "b", "c", "d")


def proof(start: int) -> tuple[Evidence, ...]:
    """A passage of three characters."""
    spot = {"start": start, "end": start + 3, "raw_start": start, "raw_end": start + 3}
    return (Evidence(quote=SAID[start : start + 3], method="t:1", **spot),)


def reading(source: str, variant: int) -> Reading:
    """One of many small sources that share places, bodies and names in many ways."""
    iri = source_iri(source)

    def own(kind: Kind, key: str) -> str:
        return scoped_iri(iri, kind, key)

    town = (TOWN, HILL)[variant % 2]
    core = ("第一中学", "第四中学", "东城小学")[variant % 3]
    school = School(
        iri=own(Kind.SCHOOL, "s"), name=f"{town.name}{core}", core_name=core, located_in=town.iri
    )
    bureau = Institution(
        iri=own(Kind.INSTITUTION, "i"),
        name="天津市教委",
        core_name="教育委员会",
        located_in=EAST.iri,
    )
    far = Institution(iri=own(Kind.INSTITUTION, "n"), name="民盟中央", core_name="民盟中央")
    office = Institution(
        iri=own(Kind.INSTITUTION, "o"),
        name="旺苍一中" if variant % 5 else "旺苍县教育局",
        located_in=TOWN.iri,
    )
    group = Group(iri=own(Kind.GROUP, "g"), name="5所学校", member_count=5, located_in=town.iri)
    names = ("张华", "李明")
    people = [
        Person(iri=own(Kind.PERSON, str(n)), name=names[(variant + n * (variant % 4 == 0)) % 2])
        for n in range(1 + variant % 3)
    ]
    helper = (EAST, bureau, far, school)[variant % 4]
    taker = (town, group, school, office)[variant // 2 % 4]
    facts: list[object] = [
        Assistance(
            helper=helper,
            recipient=taker if taker is not helper else town,
            evidence=proof(0),
            status=(Status.ACTIVE, Status.PLANNED, Status.ENDED)[variant // 3 % 3],
            since=PartialDate(2015 + variant % 3),
        )
    ]
    for n, person in enumerate(people):
        body = (school, bureau, office)[(n + variant) % 3]
        facts.append(Posting(person=person, organization=body, title="校长", evidence=proof(n + 1)))
    if variant % 3 == 0:
        facts.append(
            Secondment(
                person=people[0],
                origin=(EAST, bureau)[variant % 2],
                destination=town,
                title="副县长",
                since=PartialDate(2020),
                evidence=proof(5),
            )
        )
    source_class = SourceClass.REFERENCE if variant % 7 == 0 else SourceClass.UNKNOWN
    return Reading(
        source=Source(
            iri=iri,
            address=source,
            sha256="0" * 64,
            text=SAID + ("他们结对帮扶十年，学校面貌焕然一新。" * (variant % 2)),
            issued=PartialDate(2020 + variant % 4),
            source_class=source_class,
        ),
        entities=(
            *PLACES.values(),
            *((replace(EAST, aliases=("津",)),) if variant % 6 == 1 else ()),
        )
        if variant % 6 != 1
        else (replace(EAST, aliases=("津",)), WEST, TOWN, HILL),
        facts=tuple(facts),  # type: ignore[arg-type]
    )


def person(source: str, key: int) -> str:
    """The IRI of a person of a source."""
    return scoped_iri(source_iri(source), Kind.PERSON, str(key))


def body(source: str, key: str = "s", kind: Kind = Kind.SCHOOL) -> str:
    """The IRI of a body of a source."""
    return scoped_iri(source_iri(source), kind, key)


def judged(a: str, decision: Decision, b: str) -> Judgement:
    """A judgement."""
    return Judgement(a=a, decision=decision, b=b, who="甲", when=PartialDate(2024), why="")


def change(store: Store, address: str, variant: int | None) -> None:
    """Put that variant of the source, or remove it."""
    if variant is None:
        store.remove(source_iri(address))
    else:
        put(store, reading(address, variant))
