"""What few sources tell, made up too, so that every named question has something to answer.

Two reports tell of a batch, an office-holder, a figure of a year, a training elsewhere, help in
return, a foundation between four schools, and of one thing each in its own way; a table lists the
counties that are to be helped.
"""

from __future__ import annotations

from typing import Final

from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import evidence_iri, programme_iri, scoped_iri, source_iri
from bangfu.ontology.nt import Triple, iri, literal
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import (
    Assistance,
    Batch,
    Event,
    EventKind,
    Evidence,
    Kind,
    Measure,
    Modality,
    Observation,
    Participation,
    Person,
    Posting,
    Programme,
    Reading,
    Role,
    Source,
    SourceClass,
    Tier,
    Unit,
)

from .generate import Page

__all__ = ["LIST", "PROGRAMME", "rare_sources"]

LIST: Final = "made"
"""The code of the list of counties that are to be helped."""
PROGRAMME: Final = "携手计划一"
"""A programme that many articles tell of, and that has a batch."""

_FIRST: Final = 10**9
"""Beyond the numbers of articles."""
_LISTED: Final = 20


def rare_sources() -> list[tuple[str, list[Triple]]]:
    """The IRI and the triples of each of these sources."""
    told = [(one.source.iri, reading_triples(one)) for one in (_report(0), _report(1))]
    return [*told, _targets()]


def _report(nth: int) -> Reading:
    """One of two reports of the same: the second gives another year and another figure."""
    page = Page(_FIRST + nth)
    east, west = page.county(15, 0, 0), page.county(0, 0, 0)
    programme = Programme(iri=programme_iri("计划0"), name=PROGRAMME)
    batch = Batch(
        iri=scoped_iri(page.iri, Kind.BATCH, "一"), name="第一批", ordinal=1,
        programme=programme.iri,
    )  # fmt: skip
    theirs, ours = page.body(f"{west.name}教育局", west), page.body(f"{east.name}教育局", east)
    page.say(
        f"{ours.name}派出{PROGRAMME}第一批教师到{west.name}。",
        lambda proof: Assistance(
            helper=ours, recipient=west, evidence=proof, modality=Modality.SECONDMENT,
            programme=programme, batch=batch, since=PartialDate(2021),
        ),
    )  # fmt: skip
    page.say(
        f"{theirs.name}送给{east.name}图书。",
        lambda proof: Assistance(
            helper=theirs, recipient=east, evidence=proof, modality=Modality.FUNDING
        ),
    )
    holder = Person(
        iri=scoped_iri(page.iri, Kind.PERSON, "欧阳立"), name="欧阳立", tier=Tier.P0
    )  # fmt: skip
    post = "局长" if nth else "副局长"
    body = page.body(f"{west.name}{'教师发展中心' if nth else '教师进修学校'}", west)
    page.say(
        f"{body.name}{post}{holder.name}出席。",
        lambda proof: Posting(person=holder, organization=body, title=post, evidence=proof),
    )
    pairs = [
        tuple(
            page.school(f"{place.name}第{number}中学", place) for place in (east, west)
        )
        for number in ("八十一", "八十二")
    ]  # fmt: skip
    for one, other in pairs:
        page.say(
            f"{one.name}与{other.name}{2019 + nth}年结对。",
            lambda proof, a=one, b=other: Assistance(
                helper=a, recipient=b, evidence=proof, modality=Modality.PAIRING,
                since=PartialDate(2019 + nth),
            ),
        )  # fmt: skip
    foundation = page.body(f"{east.name}教育基金会", east)
    schools = [who for pair in pairs for who in pair]
    training = page.say(
        f"{foundation.name}2022年在{east.name}办骨干教师研修班，四校参加。",
        lambda proof: Event(
            event_kind=EventKind.TRAINING, evidence=proof, name="骨干教师研修班", venue=east,
            since=PartialDate(2022, 7),
            participations=(
                Participation(who=foundation, role=Role.ORGANIZER),
                *(Participation(who=who, role=Role.PARTICIPANT) for who in schools),
            ),
        ),
    )  # fmt: skip
    assert isinstance(training, Event)
    page.say(
        f"{30 + nth}人结业。",
        lambda proof: Observation(
            about=training, unit=Unit.PERSON, measure=Measure.TRAINED, value=30 + nth,
            as_of=PartialDate(2022, 7), evidence=proof,
        ),
    )  # fmt: skip
    return page.reading()


def _targets() -> tuple[str, list[Triple]]:
    """A list of counties, each of them to get one school's help."""
    address = "targets/made"
    page = Page(_FIRST + 9)
    counties = [page.county(nth % 15, nth % 10, nth % 10) for nth in range(_LISTED)]
    text = "".join(f"{one.name}\n" for one in counties)
    source = Source(
        iri=source_iri(address), address=address, sha256=f"{_FIRST:064x}", text=text,
        title="虚构名单", issued=PartialDate(2021), source_class=SourceClass.REFERENCE,
    )  # fmt: skip
    triples = {*reading_triples(Reading(source=source, entities=tuple(page.places.values())))}
    node, slot = iri(f"{t.ID}targetList/made"), iri(f"{t.ID}targetSlot/made")
    triples |= {
        (node, iri(t.RDF_TYPE), iri(t.A_TARGET_LIST)),
        (node, iri(t.SKOS_PREF_LABEL), literal("虚构名单", language="zh")),
        (node, iri(t.SKOS_NOTATION), literal(LIST)),
        (node, iri(t.SLOT), slot),
        (slot, iri(t.RDF_TYPE), iri(t.A_TARGET_SLOT)),
        (slot, iri(t.SKOS_PREF_LABEL), literal("普通高中", language="zh")),
        (slot, iri(t.SLOT_COUNT), literal("1", datatype=t.XSD_INTEGER)),
    }
    for one in counties:
        start = text.index(f"{one.name}\n")
        spot = {"start": start, "end": start + len(one.name)}
        proof = Evidence(
            quote=one.name, method="made:1", raw_start=spot["start"], raw_end=spot["end"], **spot
        )
        entry = f"{t.ID}target/{one.adcode}"
        evidence = iri(evidence_iri(entry, proof))
        triples |= {
            (node, iri(t.TARGET), iri(entry)),
            (iri(entry), iri(t.RDF_TYPE), iri(t.A_TARGET)),
            (iri(entry), iri(t.TARGET_PLACE), iri(one.iri)),
            (iri(entry), iri(t.EVIDENCE), evidence),
            (evidence, iri(t.RDF_TYPE), iri(t.A_EVIDENCE)),
            (evidence, iri(t.SOURCE), iri(source.iri)),
            (evidence, iri(t.QUOTE), literal(proof.quote)),
            (evidence, iri(t.METHOD), literal(proof.method)),
            (evidence, iri(t.STANCE), iri(t.concept("stance", proof.stance))),
            (evidence, iri(t.CONFIDENCE), literal("1", datatype=t.XSD_DECIMAL)),
            *(
                (evidence, iri(name), literal(str(at), datatype=t.XSD_INTEGER))
                for name, at in (
                    (t.START, proof.start),
                    (t.END, proof.end),
                    (t.RAW_START, proof.raw_start),
                    (t.RAW_END, proof.raw_end),
                )
            ),
        }
    return source.iri, sorted(triples)
