"""Records → IRIs, made from content: the same thing said twice has the same IRI, in any order.

What is global (a division with its code, a programme) has one IRI in all sources. A body, a person,
a batch or a group is one thing within its source only; `derive` says which of them are the same.
"""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

from .codes import code_of
from .records import (
    Assistance,
    Entity,
    Event,
    Evidence,
    Fact,
    Kind,
    Note,
    Observation,
    Participation,
    Posting,
    Secondment,
)
from .terms import ID

__all__ = [
    "canonical_body_iri",
    "canonical_person_iri",
    "evidence_iri",
    "fact_iri",
    "local_place_iri",
    "note_iri",
    "participation_iri",
    "place_iri",
    "programme_iri",
    "scoped_iri",
    "source_iri",
]


def source_iri(address: str) -> str:
    """The IRI of the source at `address` (URL, or path relative to the store's folder).

    It is the name of the source's graph too.
    """
    return _minted("source", "source", address)


def place_iri(adcode: str) -> str:
    """The IRI of the division with this GB/T 2260 code; :class:`ValueError` unless six digits.

    >>> place_iri("510821")
    'https://w3id.org/bangfu/id/place/510821'
    """
    if len(adcode) != 6 or not (adcode.isascii() and adcode.isdigit()):
        raise ValueError(f"not a division code of six digits: {adcode!r}")
    return f"{ID}place/{adcode}"


def local_place_iri(parent_iri: str, name: str) -> str:
    """The IRI of a place without a code, by the place it lies in and its name."""
    return _minted("place", "local", parent_iri, name)


def programme_iri(name: str) -> str:
    """The IRI of a programme, by its name: a programme's name is its identity."""
    return _minted("programme", "programme", name)


def scoped_iri(source_iri: str, kind: Kind, key: str) -> str:
    """The IRI of what `key` names in one source: never shared between two sources."""
    return _minted(kind, "scoped", source_iri, kind, key)


def canonical_body_iri(kind: Kind, place_code: str | None, core: str) -> str:
    """The IRI of a body for all sources, by its place and the core of its name."""
    return _minted(kind, "canonical", kind, place_code, core)


def canonical_person_iri(name: str, body_iri: str) -> str:
    """The IRI of a person for all sources, by the name and the canonical body they belong to."""
    return _minted("person", "canonical", name, body_iri)


def fact_iri(source_iri: str, fact: Fact[Entity]) -> str:
    """The IRI of `fact` as `source_iri` states it: all its content but its evidence."""
    kind, parts = _content(source_iri, fact)
    return _minted(kind, source_iri, *parts)


def participation_iri(event_iri: str, participation: Participation[Entity]) -> str:
    """The IRI of one participation in one event."""
    return _minted("participation", event_iri, participation.who.iri, participation.role)


def evidence_iri(fact_iri: str, evidence: Evidence) -> str:
    """The IRI of the passage that proves `fact_iri`: by its offsets and the method."""
    return _minted("evidence", fact_iri, evidence.start, evidence.end, evidence.method)


def note_iri(source_iri: str, note: Note) -> str:
    """The IRI of one line of the reader's report."""
    return _minted(
        "note",
        source_iri,
        note.kind,
        note.reason,
        note.quote,
        note.raw_start,
        note.raw_end,
        note.start,
        note.end,
    )


def _content(source: str, fact: Fact[Entity]) -> tuple[str, tuple[object, ...]]:
    match fact:
        case Assistance():
            return "assistance", (
                fact.helper.iri,
                fact.recipient.iri,
                fact.modality,
                _iri(fact.programme),
                _iri(fact.batch),
                fact.status,
                fact.since,
                fact.until,
                fact.matching,
            )
        case Posting():
            return "posting", (
                fact.person.iri,
                _iri(fact.organization),
                fact.title,
                code_of("rank", fact.rank),
                code_of("subject", fact.subject),
                fact.status,
                fact.since,
                fact.until,
            )
        case Secondment():
            return "secondment", (
                fact.person.iri,
                _iri(fact.origin),
                _iri(fact.destination),
                fact.title,
                _iri(fact.programme),
                _iri(fact.batch),
                fact.status,
                fact.since,
                fact.until,
            )
        case Event():
            roles = sorted({(part.who.iri, str(part.role)) for part in fact.participations})
            return "event", (
                fact.event_kind,
                fact.name,
                fact.since,
                fact.until,
                _iri(fact.venue),
                _iri(fact.programme),
                *(text for pair in roles for text in pair),
            )
        case Observation():
            about = fact.about
            return "observation", (
                about.iri if isinstance(about, Entity) else fact_iri(source, about),
                fact.unit,
                fact.measure,
                fact.value,
                fact.minimum,
                fact.maximum,
                fact.as_of,
                *(() if fact.goods is None else (fact.goods,)),
            )


def _iri(entity: Entity | None) -> str | None:
    return None if entity is None else entity.iri


def _minted(kind: str, *parts: object) -> str:
    """`parts` each with its length, so that no two tuples read the same; None is not ""."""
    joined: list[str] = []
    for part in parts:
        if part is None:
            joined.append("-")
            continue
        text = str(part)
        text = text if text.isascii() else normalize("NFC", text)
        joined.append(f"{len(text)}:{text}")
    return f"{ID}{kind}/{sha256(''.join(joined).encode()).hexdigest()[:16]}"
