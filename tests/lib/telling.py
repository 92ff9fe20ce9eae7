"""Sources in a few words, for tests of what follows when several tell of one thing."""

from __future__ import annotations

from bangfu.graph.derive import derive
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.records import (
    Assistance,
    Entity,
    Event,
    EventKind,
    Evidence,
    Kind,
    Measure,
    Modality,
    Observation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    School,
    Source,
    SourceClass,
    Status,
    Unit,
)

COUNTY = Place(iri=place_iri("510821"), name="旺苍县", adcode="510821", level=PlaceLevel.COUNTY)
CITY = Place(iri=place_iri("120104"), name="南开区", adcode="120104", level=PlaceLevel.COUNTY)


def day(text: str | None) -> PartialDate | None:
    return None if text is None else PartialDate.parse(text)


class Telling:
    """One source in the making; every fact gets a passage of its own."""

    def __init__(
        self,
        address: str,
        issued: str | None = None,
        source_class: SourceClass = SourceClass.OFFICIAL_MEDIA,
    ) -> None:
        self.address, self.issued, self.source_class = address, day(issued), source_class
        self.iri = source_iri(address)
        self.text = ""
        self.facts: list[object] = []

    def proof(self, quote: str) -> tuple[Evidence, ...]:
        start = len(self.text)
        self.text += quote + "。"
        end = start + len(quote)
        return (
            Evidence(
                quote=quote, start=start, end=end, raw_start=start, raw_end=end, method="test 1"
            ),
        )

    def school(self, name: str, where: Place = COUNTY) -> School:
        return School(
            iri=scoped_iri(self.iri, Kind.SCHOOL, name),
            name=name,
            core_name=name,
            located_in=where.iri,
        )

    def pairs(
        self,
        helper: str,
        recipient: str,
        since: str | None = None,
        until: str | None = None,
        programme: str | None = "津川结对",
        **more: object,
    ) -> Assistance[Entity]:
        named = None
        if programme:
            named = Programme(iri=programme_iri(programme), name=programme)
        said = {"modality": Modality.PAIRING, "status": Status.ACTIVE, **more}
        fact: Assistance[Entity] = Assistance(
            helper=self.school(helper, CITY),
            recipient=self.school(recipient),
            programme=named,
            since=day(since),
            until=day(until),
            evidence=self.proof(f"{since or ''}起{helper}与{recipient}结对"),
            **said,  # type: ignore[arg-type]
        )
        self.facts.append(fact)
        return fact

    def counts(
        self,
        about: Assistance[Entity] | Entity,
        value: int | None,
        unit: Unit = Unit.PERSON,
        measure: Measure = Measure.CUMULATIVE,
        as_of: str | None = "2024",
        **more: int,
    ) -> None:
        self.facts.append(
            Observation(
                about=about,
                unit=unit,
                measure=measure,
                value=value,
                as_of=day(as_of),
                evidence=self.proof(f"截至{as_of or ''}共{value or more}"),
                **more,  # type: ignore[arg-type]
            )
        )

    def post(self, person: str, body: str, title: str, since: str | None = None) -> None:
        self.facts.append(
            Posting(
                person=Person(iri=scoped_iri(self.iri, Kind.PERSON, person), name=person),
                organization=self.school(body),
                title=title,
                since=day(since),
                evidence=self.proof(f"{body}{title}{person}"),
            )
        )

    def event(self, name: str, since: str) -> None:
        self.facts.append(
            Event(
                event_kind=EventKind.TRAINING,
                name=name,
                since=day(since),
                venue=COUNTY,
                evidence=self.proof(f"{since}{name}开班"),
            )
        )

    def reading(self) -> Reading:
        source = Source(
            iri=self.iri,
            address=self.address,
            sha256="0" * 64,
            text=self.text,
            issued=self.issued,
            source_class=self.source_class,
        )
        return Reading(
            source=source,
            entities=(COUNTY, CITY),
            facts=tuple(self.facts),  # type: ignore[arg-type]
        )


def roster(address: str) -> Telling:
    return Telling(address, None, SourceClass.ROSTER)


def kept(*some: Telling) -> Store:
    """A store in memory with all of it, derived."""
    store = open_store(None)
    for one in some:
        put(store, one.reading())
    derive(store)
    return store
