"""One spelling for each reading: what is said twice is said once, and everything is in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from .codes import code_of
from .identity import evidence_iri, fact_iri, note_iri
from .records import (
    Assistance,
    Entity,
    Event,
    Evidence,
    Fact,
    Group,
    Institution,
    Note,
    Observation,
    Posting,
    Reading,
    School,
    Secondment,
)

__all__ = ["Gathered", "canonical", "ends", "gather"]

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Gathered:
    """What a reading says by IRI, in the canonical order."""

    entities: dict[str, Entity]
    facts: dict[str, Fact[Entity]]
    notes: dict[str, Note]


def canonical(reading: Reading) -> Reading:
    """`reading` in the one form that RDF can give back.

    Entities: all that the facts mention too, one per IRI (the first name met stays, others become
    aliases; a gap is filled from the next record), sorted by IRI. Facts: those that observations
    are about too, one per IRI with the evidence of all, in the order of their first passage.
    Evidence: one per passage and method, in the order of the text. Names of ranks, subjects,
    stages and kinds become codes. Raises :class:`ValueError` where one IRI is two kinds of thing.
    """
    found = gather(reading)
    return Reading(
        source=reading.source,
        entities=tuple(found.entities.values()),
        facts=tuple(found.facts.values()),
        notes=tuple(found.notes.values()),
    )


def gather(reading: Reading) -> Gathered:
    """The parts of :func:`canonical`, each with its IRI."""
    source = reading.source.iri
    facts = [fact for given in reading.facts for fact in _with_subject(given)]
    known: dict[str, Entity] = {}
    for entity in (*reading.entities, *(end for fact in facts for end in ends(fact))):
        known[entity.iri] = _merged(known.get(entity.iri), entity)
    merged: dict[str, Fact[Entity]] = {}
    for fact in facts:
        tidy = _tidied(fact, known)
        iri = fact_iri(source, tidy)
        first = merged.get(iri)
        if first is None:
            merged[iri] = _changed(tidy, evidence=_in_order(iri, tidy.evidence))
        else:
            evidence = (*first.evidence, *tidy.evidence)
            merged[iri] = _changed(first, evidence=_in_order(iri, evidence))
    in_order = sorted(merged, key=lambda iri: (_place(merged[iri]), iri))
    notes = {note_iri(source, note): note for note in reversed(reading.notes)}
    return Gathered(
        entities={iri: known[iri] for iri in sorted(known)},
        facts={iri: _with_full_subject(merged, source, merged[iri]) for iri in in_order},
        notes=dict(sorted(notes.items(), key=lambda item: (item[1].raw_start, item[0]))),
    )


def ends(fact: Fact[Entity]) -> Iterator[Entity]:
    """The entities that `fact` itself mentions, not those of a fact it is about."""
    found: tuple[Entity | None, ...]
    match fact:
        case Assistance():
            found = (fact.helper, fact.recipient, fact.programme, fact.batch)
        case Posting():
            found = (fact.person, fact.organization)
        case Secondment():
            found = (fact.person, fact.origin, fact.destination, fact.programme, fact.batch)
        case Event():
            found = (fact.venue, fact.programme, *(part.who for part in fact.participations))
        case Observation():
            found = (fact.about,) if isinstance(fact.about, Entity) else ()
    return (entity for entity in found if entity is not None)


def _with_subject(fact: Fact[Entity]) -> Iterator[Fact[Entity]]:
    if isinstance(fact, Observation) and not isinstance(fact.about, Entity):
        yield fact.about
    yield fact


def _with_full_subject(
    facts: dict[str, Fact[Entity]], source: str, fact: Fact[Entity]
) -> Fact[Entity]:
    """An observation about a fact, with all the evidence of that fact."""
    if not isinstance(fact, Observation) or isinstance(fact.about, Entity):
        return fact
    about = facts[fact_iri(source, fact.about)]
    assert isinstance(about, Assistance | Secondment | Event)
    return _changed(fact, about=about)


def _merged(first: Entity | None, second: Entity) -> Entity:
    """Both records of one thing as one; gaps of the first are filled from the second."""
    if first is None:
        return _plain(second, second.aliases)
    if first == second:
        return first
    if type(first) is not type(second):
        raise ValueError(f"{first.iri} is both {type(first).__name__} and {type(second).__name__}")
    gaps = {
        field.name: getattr(second, field.name)
        for field in fields(first)
        if getattr(first, field.name) in (None, ())
    }
    filled = replace(first, **gaps)
    if isinstance(filled, Group) and isinstance(second, Group):
        filled = replace(filled, members=(*filled.members, *second.members))
    return _plain(filled, (*first.aliases, second.name, *second.aliases))


def _plain(entity: Entity, aliases: Iterable[str]) -> Entity:
    values: dict[str, object] = {"aliases": tuple(sorted({*aliases} - {entity.name}))}
    match entity:
        case School():
            values["stage"] = code_of("stage", entity.stage)
        case Institution():
            values["institution_kind"] = code_of("institutionKind", entity.institution_kind)
        case Group():
            values["members"] = tuple(sorted({*entity.members}))
    return _changed(entity, **values)


def _tidied(fact: Fact[Entity], known: dict[str, Entity]) -> Fact[Entity]:
    """`fact` with the one record of each of its ends, and codes for names."""

    def one(entity: Entity | None) -> Entity | None:
        return None if entity is None else known[entity.iri]

    match fact:
        case Assistance():
            sides = {"helper": one(fact.helper), "recipient": one(fact.recipient)}
            return _changed(fact, **sides, programme=one(fact.programme), batch=one(fact.batch))
        case Posting():
            return _changed(
                fact,
                person=one(fact.person),
                organization=one(fact.organization),
                rank=code_of("rank", fact.rank),
                subject=code_of("subject", fact.subject),
            )
        case Secondment():
            return _changed(
                fact,
                person=one(fact.person),
                origin=one(fact.origin),
                destination=one(fact.destination),
                programme=one(fact.programme),
                batch=one(fact.batch),
            )
        case Event():
            parts = {(part.who.iri, part.role): part for part in fact.participations}
            all_parts = tuple(_changed(parts[key], who=known[key[0]]) for key in sorted(parts))
            return _changed(
                fact, venue=one(fact.venue), programme=one(fact.programme), participations=all_parts
            )
        case Observation():
            return _changed(fact, about=one(fact.about)) if isinstance(fact.about, Entity) else fact


def _changed(record: Record, **values: object) -> Record:
    """`record` with `values`; itself where nothing changes, as copies are what costs here."""
    if all(getattr(record, name) == value for name, value in values.items()):
        return record
    changed: Any = record
    return replace(changed, **values)  # type: ignore[no-any-return]


def _in_order(fact: str, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    by_iri: dict[str, Evidence] = {}
    for passage in evidence:
        by_iri.setdefault(evidence_iri(fact, passage), passage)
    in_order = sorted(by_iri.items(), key=lambda item: (item[1].start, item[1].end, item[0]))
    return tuple(passage for _, passage in in_order)


def _place(fact: Fact[Entity]) -> tuple[int, int]:
    """Where in the text the fact first shows."""
    return (fact.evidence[0].start, fact.evidence[0].end) if fact.evidence else (0, 0)
