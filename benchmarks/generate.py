"""Readings made up in any number: always the same ones, shaped like real articles.

Nothing is drawn by chance: what stands in source n follows from n. An article tells of one helping
region and one county, some schools in both, teachers that were sent, an event and a number.

How often each is told of has the shape that :mod:`.shape` gives it, that of a national archive.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Entity,
    Event,
    EventKind,
    Evidence,
    Fact,
    Institution,
    Kind,
    Measure,
    Modality,
    Observation,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    SourceClass,
    Status,
    Unit,
)

from .shape import HELPING, SCHOOLS, Ranked, chosen, mixed, ranked

__all__ = [
    "COUNTY",
    "HELPER",
    "Names",
    "Page",
    "article",
    "busiest",
    "readings",
    "usual",
    "usual_pair",
]

_NUMERALS = "一二三四五六七八九十"
_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
_GIVEN = "华明强芳敏静磊军洋勇艳杰娟涛超霞平刚桂英"
_MODALITIES = tuple(Modality)
_NAMES = 8000
_YEARS = 5
_HALF = 15
"""Provinces that are helped; as many help."""
_HEAD = -1
"""What the name of a head is chosen for: no choice of :mod:`.shape`."""

COUNTY = "第一省第一市第一县"
"""The name of the county that most articles tell of."""

HELPER = "第十六省第一市第一县"
"""The name of the region that helps in most of them, and that helps this county."""


@dataclass(frozen=True, slots=True)
class Names:
    """Of a county, of a region that helps, of a school that is helped and of one that helps.

    They need not have to do with one another.
    """

    county: str
    helper: str
    school: str
    partner: str


def readings(count: int) -> Iterator[Reading]:
    """The first `count` of them."""
    return (article(number) for number in range(count))


def usual(count: int) -> Names:
    """Of what the first `count` articles tell neither often nor seldom: of half they tell less."""
    return _names(ranked(count, 0.5))


def busiest(count: int) -> Names:
    """Of what the first `count` articles tell most often."""
    return _names(ranked(count, 0.0))


def usual_pair(count: int) -> tuple[str, str]:
    """The county of :func:`usual`, and a region that helps it."""
    county = ranked(count, 0.5).county
    helper = next(one.helper for one in map(chosen, range(count)) if one.county == county)
    return _named(*_helped(county)), _named(*_helping(helper))


def article(number: int, pairs: int = 1) -> Reading:
    """What article `number` says, with so many `pairs` of schools."""
    page = Page(number)
    told = chosen(number)
    east, west = page.county(*_helping(told.helper)), page.county(*_helped(told.county))
    programme = Programme(
        iri=programme_iri(f"计划{number % 40}"), name=f"携手计划{_numeral(number % 40)}"
    )
    bureau = page.body(f"{east.name}教育局", east)
    page.say(
        f"{bureau.name}帮扶{west.name}，实施{programme.name}。",
        lambda proof: Assistance(
            helper=bureau, recipient=west, evidence=proof, programme=programme,
            modality=_MODALITIES[number % len(_MODALITIES)], status=Status.ACTIVE,
            since=PartialDate(2014 + number % 8),
        ),
    )  # fmt: skip
    for nth in range(pairs):
        ours = page.school(_school(east.name, (told.partner + nth) % HELPING), east)
        theirs = page.school(_school(west.name, (told.school + nth) % SCHOOLS), west)
        page.say(
            f"{ours.name}与{theirs.name}结对。",
            lambda proof, a=ours, b=theirs: Assistance(
                helper=a, recipient=b, evidence=proof, modality=Modality.PAIRING
            ),
        )
        teacher = page.person(number * 3 + nth)
        page.say(
            f"{ours.name}派{teacher.name}到{theirs.name}任教。",
            lambda proof, a=ours, b=theirs, who=teacher: Secondment(
                person=who, origin=a, destination=b, evidence=proof, title="教师",
                since=PartialDate(2020 + number % _YEARS, 1 + number % 12),
            ),
        )  # fmt: skip
        # a school has a new head each year, not in each article
        year = number % _YEARS
        head = page.person(int(mixed(_HEAD, told.county, told.school + nth, year) * _NAMES))
        page.say(
            f"{theirs.name}校长{head.name}介绍。",
            lambda proof, b=theirs, who=head: Posting(
                person=who, organization=b, title="校长", evidence=proof
            ),
        )
    training = page.say(
        f"{bureau.name}在{west.name}举办培训。",
        lambda proof: Event(
            event_kind=EventKind.TRAINING, evidence=proof, name="教师培训班", venue=west,
            since=PartialDate(2021, 1 + number % 12, 1 + number % 28),
            participations=(Participation(who=bureau, role=Role.ORGANIZER),),
        ),
    )  # fmt: skip
    assert isinstance(training, Event)
    page.say(
        f"培训教师{number % 200 + 1}人次。",
        lambda proof: Observation(
            about=training, unit=Unit.PERSON_TIME, measure=Measure.TRAINED,
            value=number % 200 + 1, evidence=proof,
        ),
    )  # fmt: skip
    return page.reading()


class Page:
    """A reading in the making."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.address = f"https://example.org/news/{number:06d}.html"
        self.iri = source_iri(self.address)
        self.text = ""
        self.places: dict[str, Place] = {}
        self.facts: list[Fact[Entity]] = []

    def say(self, sentence, build):  # type: ignore[no-untyped-def]
        start = len(self.text)
        self.text += sentence
        spot = {"start": start, "end": start + len(sentence)}
        raw = {"raw_start": start + 100, "raw_end": start + 100 + len(sentence)}
        proof = Evidence(quote=sentence, method="made:1", confidence=0.9, **spot, **raw)
        fact = build((proof,))
        self.facts.append(fact)
        return fact

    def county(self, province: int, prefecture: int, county: int) -> Place:
        names, parent, found = "", None, None
        for level, unit, nth, code in (
            (PlaceLevel.PROVINCE, "省", province, f"{10 + province}0000"),
            (PlaceLevel.PREFECTURE, "市", prefecture, f"{10 + province}{prefecture + 1:02d}00"),
            (
                PlaceLevel.COUNTY,
                "县",
                county,
                f"{10 + province}{prefecture + 1:02d}{county + 21:02d}",
            ),
        ):
            names += f"第{_numeral(nth)}{unit}"
            found = Place(iri=place_iri(code), name=names, level=level, adcode=code, part_of=parent)
            self.places[found.iri] = found
            parent = found.iri
        assert found is not None
        return found

    def school(self, name: str, place: Place) -> School:
        core = name.removeprefix(place.name)
        own = scoped_iri(self.iri, Kind.SCHOOL, name)
        return School(iri=own, name=name, core_name=core, located_in=place.iri)

    def body(self, name: str, place: Place) -> Institution:
        core = name.removeprefix(place.name)
        own = scoped_iri(self.iri, Kind.INSTITUTION, name)
        return Institution(iri=own, name=name, core_name=core, located_in=place.iri)

    def person(self, nth: int) -> Person:
        name = _SURNAMES[nth % 20] + _GIVEN[nth // 20 % 20] + _GIVEN[nth // 400 % 20]
        return Person(iri=scoped_iri(self.iri, Kind.PERSON, name), name=name)

    def reading(self) -> Reading:
        day = PartialDate(2020 + self.number % _YEARS, 1 + self.number % 12, 1 + self.number % 28)
        source = Source(
            iri=self.iri,
            address=self.address,
            sha256=f"{self.number:064x}",
            text=self.text,
            title=f"帮扶报道{self.number}",
            publisher=f"报{self.number % 50}",
            issued=day,
            source_class=SourceClass.NOTICE,
        )
        return Reading(source=source, entities=tuple(self.places.values()), facts=tuple(self.facts))


def _helped(nth: int) -> tuple[int, int, int]:
    return nth % _HALF, nth // _HALF % 10, nth // (_HALF * 10) % 10


def _helping(nth: int) -> tuple[int, int, int]:
    return _HALF + nth % _HALF, nth // _HALF % 7, nth // (_HALF * 7) % 3


def _named(*numbers: int) -> str:
    return "".join(f"第{_numeral(nth)}{unit}" for nth, unit in zip(numbers, "省市县", strict=True))


def _school(place: str, nth: int) -> str:
    return f"{place}第{_numeral(nth)}中学"


def _names(told: Ranked) -> Names:
    (county, school), (helper, partner) = told.school, told.partner
    return Names(
        county=_named(*_helped(told.county)),
        helper=_named(*_helping(told.helper)),
        school=_school(_named(*_helped(county)), school),
        partner=_school(_named(*_helping(helper)), partner),
    )


def _numeral(number: int) -> str:
    """1 → 一 … 99 → 九十九, counted from 0."""
    tens, ones = divmod(number + 1, 10)
    head = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (_NUMERALS[ones - 1] if ones else "")
