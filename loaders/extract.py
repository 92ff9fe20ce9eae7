"""A reading in the form in which facts are compared with gold facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from ..ontology.messages import Lang
from ..ontology.records import (
    Assistance,
    Batch,
    Entity,
    Event,
    Evidence,
    Group,
    Institution,
    Measure,
    Observation,
    Person,
    Place,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Unit,
)
from .explain import explain_html, explain_text

__all__ = ["as_prediction", "write_prediction"]

_TYPES: dict[type[Entity], str] = {
    Place: "Place",
    School: "School",
    Institution: "Institution",
    Person: "Person",
    Programme: "Programme",
}


def as_prediction(reading: Reading) -> dict[str, Any]:
    """One JSON object: entities, assistance, positions, secondments, located_in, events.

    Places are listed when the text names them or a body lies in them. A group stands for the place
    it lies in. Every row has its ``quote`` and both pairs of offsets besides.
    """
    by_iri = {thing.iri: thing for thing in reading.entities}
    ids: dict[str, str] = {}
    wanted = _wanted(reading)
    entities = []
    for thing in reading.entities:
        if thing.iri not in wanted or isinstance(thing, Batch | Group):
            continue
        ids[thing.iri] = f"e{len(ids) + 1}"
        row: dict[str, Any] = {
            "id": ids[thing.iri],
            "type": _TYPES[type(thing)],
            "name": thing.name,
            "aliases": list(thing.aliases),
            "iri": thing.iri,
        }
        if isinstance(thing, Place):
            row["adcode"] = thing.adcode
        entities.append(row)

    def end(thing: Entity | None) -> str | None:
        if isinstance(thing, Group):
            return ids.get(thing.located_in or "")
        return None if thing is None else ids.get(thing.iri)

    facts: dict[str, list[dict[str, Any]]] = {
        "assistance": [],
        "positions": [],
        "secondments": [],
        "events": [],
    }
    headcounts, attending = _headcounts(reading)
    for fact in reading.facts:
        shown = _passage(fact.evidence)
        if isinstance(fact, Assistance):
            helper, recipient = end(fact.helper), end(fact.recipient)
            if helper is None or recipient is None:
                continue
            facts["assistance"].append(
                {
                    "helper": helper,
                    "recipient": recipient,
                    "programme": end(fact.programme),
                    "modality": fact.modality.value,
                    "since": _text(fact.since),
                    "until": _text(fact.until),
                    "headcount": headcounts.get(fact),
                    "status": fact.status.value,
                    **shown,
                }
            )
        elif isinstance(fact, Posting):
            facts["positions"].append(
                {
                    "person": end(fact.person),
                    "organization": end(fact.organization),
                    "title": fact.title,
                    "rank": fact.rank,
                    "subject": fact.subject,
                    "status": fact.status.value,
                    **shown,
                }
            )
        elif isinstance(fact, Secondment):
            facts["secondments"].append(
                {
                    "person": end(fact.person),
                    "from": end(fact.origin),
                    "to": end(fact.destination),
                    "title": fact.title,
                    "status": fact.status.value,
                    **shown,
                }
            )
        elif isinstance(fact, Event):
            organizers = [
                end(part.who) for part in fact.participations if part.role is Role.ORGANIZER
            ]
            facts["events"].append(
                {
                    "name": fact.name,
                    "kind": fact.event_kind.value,
                    "start": _text(fact.since),
                    "end": _text(fact.until),
                    "place": end(fact.venue),
                    "organizers": [one for one in organizers if one is not None],
                    "participants": attending.get(fact),
                    **shown,
                }
            )
    located = [
        [ids[thing.iri], ids[thing.located_in]]
        for thing in by_iri.values()
        if isinstance(thing, School | Institution) and thing.located_in in ids and thing.iri in ids
    ]
    source = reading.source
    return {
        "doc": source.address,
        "title": source.title,
        "published": _text(source.issued),
        "entities": entities,
        "located_in": located,
        **facts,
    }


def write_prediction(
    reading: Reading, folder: Path, stem: str, *, explain: Lang | None = None
) -> None:
    """Write ``<stem>.pred.json``; if `explain` names a language, also its explanation."""
    texts = {"pred.json": json.dumps(as_prediction(reading), ensure_ascii=False, indent=1) + "\n"}
    if explain is not None:
        texts["explain.txt"] = explain_text(reading, explain)
        texts["explain.html"] = explain_html(reading, explain)
    for ending, text in texts.items():
        (folder / f"{stem}.{ending}").write_text(text, encoding="utf-8", newline="\n")


def _wanted(reading: Reading) -> set[str]:
    """The IRIs of what the text names: everything but places that only contain others."""
    inner = {thing.part_of for thing in reading.entities if isinstance(thing, Place)}
    located = {
        thing.located_in
        for thing in reading.entities
        if isinstance(thing, School | Institution | Group)
    }
    text = reading.source.text
    return {
        thing.iri
        for thing in reading.entities
        if not isinstance(thing, Place)
        or thing.iri not in inner
        or thing.iri in located
        or any(form in text for form in (thing.name, *thing.aliases))
    }


def _headcounts(
    reading: Reading,
) -> tuple[dict[Assistance[Entity], int], dict[Event[Entity], int]]:
    """The number that the text ties to an assistance, or counts at an event: of people, or of
    person-times where it gives no people."""
    sent: dict[Assistance[Entity], int] = {}
    present: dict[Event[Entity], int] = {}
    for unit in (Unit.PERSON, Unit.PERSON_TIME):
        for fact in reading.facts:
            if not isinstance(fact, Observation) or fact.unit is not unit:
                continue
            number = fact.value if fact.value is not None else fact.minimum
            if number is None:
                continue
            # who is given something is not sent
            if isinstance(fact.about, Assistance) and fact.measure is not Measure.BENEFITING:
                sent.setdefault(fact.about, number)
            elif isinstance(fact.about, Event):
                present.setdefault(fact.about, number)
    return sent, present


def _passage(evidence: tuple[Evidence, ...]) -> dict[str, Any]:
    first = evidence[0]
    return {
        "quote": first.quote,
        "quote_start": first.start,
        "quote_end": first.end,
        "raw_start": first.raw_start,
        "raw_end": first.raw_end,
        "method": first.method,
        "confidence": first.confidence,
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)
