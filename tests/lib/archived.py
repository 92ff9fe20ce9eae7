"""Many small sources of all kinds, told by chance, for tests that hold two ways to ask together."""

from __future__ import annotations

import random
from dataclasses import replace

from telling import CITY, COUNTY, Telling

from bangfu.graph.derive import derive
from bangfu.graph.store import Store, open_store, put
from bangfu.graph.view import behind
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import scoped_iri
from bangfu.ontology.nt import iri
from bangfu.ontology.records import (
    Event,
    EventKind,
    Group,
    Kind,
    Measure,
    Modality,
    Observation,
    Participation,
    Person,
    Role,
    Secondment,
    SourceClass,
    Stance,
    Status,
    Unit,
)

__all__ = ["archived", "things_in"]

_SCHOOLS = ("第一中学", "第二中学", "第三小学")
_DAYS = (None, "2015", "2015-03", "2015-03-09", "2021")
_CLASSES = (
    SourceClass.REFERENCE,
    SourceClass.NOTICE,
    SourceClass.OFFICIAL_MEDIA,
    SourceClass.UNKNOWN,
)


def archived(seed: int, sources: int = 7) -> Store:
    """A store in memory of so many sources; some repeat others, some are tables."""
    chance = random.Random(seed)
    told = [_source(chance, number) for number in range(sources)]
    store = open_store(None)
    for one in told:
        put(store, one.reading())
    derive(store)
    first, *rest = (one.iri for one in told)
    again = [one for one in rest if chance.random() < 0.3]
    behind(store).amend_graph(  # type: ignore[attr-defined]
        t.DERIVED_GRAPH, (), [(iri(one), iri(t.REPOST_OF), iri(first)) for one in again]
    )
    return store


def things_in(store: Store) -> list[str]:
    """All that can be asked about."""
    return sorted({end[1:-1] for _, _, end in store.statements(t.CANONICAL)})


def _source(chance: random.Random, number: int) -> Telling:
    page = Telling(f"news/{number}", chance.choice(_DAYS), chance.choice(_CLASSES))
    for _ in range(chance.randint(1, 6)):
        chance.choice((_helps, _helps, _sent, _post, _event, _number))(page, chance)
    return page


def _helps(page: Telling, chance: random.Random) -> None:
    programme = chance.choice((None, "津川结对", "携手"))
    fact = page.pairs(
        chance.choice(_SCHOOLS),
        chance.choice(_SCHOOLS),
        chance.choice(_DAYS),
        chance.choice((None, "2023")),
        programme,
        modality=chance.choice((Modality.PAIRING, Modality.TRAINING)),
        status=chance.choice((Status.ACTIVE, Status.PLANNED, Status.ENDED, Status.UNKNOWN)),
    )
    for _ in range(chance.choice((0, 0, 1, 2))):
        unit = chance.choice((Unit.PERSON, Unit.PERSON_TIME, Unit.SCHOOL))
        page.counts(fact, chance.randint(1, 9), unit, chance.choice((*Measure,)))


def _sent(page: Telling, chance: random.Random) -> None:
    who = Person(iri=scoped_iri(page.iri, Kind.PERSON, "王薇"), name="王薇")
    origin = chance.choice((None, page.school(chance.choice(_SCHOOLS), CITY)))
    aim = None if origin and chance.random() < 0.3 else page.school(chance.choice(_SCHOOLS))
    title = chance.choice((None, "教师"))
    page.facts.append(
        Secondment(
            person=who,
            origin=origin,
            destination=aim,
            title=title,
            evidence=page.proof(f"王薇{page.address}{len(page.text)}任教"),
        )
    )


def _post(page: Telling, chance: random.Random) -> None:
    page.post("张华", chance.choice(_SCHOOLS), chance.choice(("校长", "书记")), "2020")


def _event(page: Telling, chance: random.Random) -> None:
    who = page.school(chance.choice(_SCHOOLS))
    page.facts.append(
        Event(
            event_kind=EventKind.TRAINING,
            name=chance.choice((None, "研修班")),
            since=PartialDate(2022),
            venue=chance.choice((None, COUNTY)),
            participations=(Participation(who=who, role=chance.choice((*Role,))),),
            evidence=page.proof(f"{len(page.text)}开班"),
        )
    )


def _number(page: Telling, chance: random.Random) -> None:
    low, high = chance.choice(((3, 5), (4, None), (None, 7)))
    about = chance.choice((COUNTY, _group(page), page.school(chance.choice(_SCHOOLS))))
    stance = chance.choice((Stance.STATED, Stance.INFERRED))
    (proof,) = page.proof(f"约{low}到{high}人，{len(page.text)}")
    page.facts.append(
        Observation(
            about=about,
            unit=chance.choice((Unit.PERSON, Unit.SCHOOL)),
            measure=chance.choice((*Measure,)),
            minimum=low,
            maximum=high,
            evidence=(replace(proof, stance=stance),),
        )
    )


def _group(page: Telling) -> Group:
    return Group(
        iri=scoped_iri(page.iri, Kind.GROUP, "五校"),
        name="五校",
        member_count=5,
        located_in=COUNTY.iri,
    )
