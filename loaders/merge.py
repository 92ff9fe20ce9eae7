"""Several tellings of one fact within one source become one fact with several passages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Any, cast

from ..ontology.records import (
    Assistance,
    Entity,
    Event,
    Evidence,
    Fact,
    Modality,
    Observation,
    Posting,
    Secondment,
    Stance,
    Status,
)

__all__ = ["merge_facts"]

# The fields that may stay silent in one telling and be filled in by another.
_OPEN: dict[type, tuple[str, ...]] = {
    Assistance: ("programme", "batch", "since", "until", "matching"),
    Posting: ("rank", "subject", "since", "until"),
    Secondment: ("origin", "title", "programme", "batch", "since", "until"),
    Event: ("name", "since", "until", "venue", "programme"),
    Observation: (),
}


def merge_facts(facts: Iterable[Fact[Entity]]) -> tuple[Fact[Entity], ...]:
    """Merge what agrees; keep apart what contradicts. The order of first tellings is kept.

    Two facts of one kind with the same ends agree when no field that both give differs; the
    modality ``other`` agrees with any, the status ``unknown`` with any. Events need a common name
    or the same kind, dates and venue. Observations merge only when they are equal.
    """
    facts = tuple(facts)
    merged: list[Fact[Entity]] = []
    became: dict[Fact[Entity], int] = {}
    proofs: list[list[Evidence]] = []
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    told = 0
    # A number refers to a fact, so facts come first and numbers follow what they became.
    for fact in sorted(facts, key=lambda one: isinstance(one, Observation)):
        if isinstance(fact, Observation) and not told:
            told = len(merged)
            _prove(merged, proofs, 0)
        if isinstance(fact, Observation) and fact.about in became:
            fact = replace(fact, about=cast("Any", merged[became[cast("Any", fact.about)]]))
        places = {place for key in _sought(fact) for place in alike[key]}
        for place in sorted(places):
            together = _together(merged[place], fact)
            if together is not None:
                merged[place] = together
                proofs[place].extend(fact.evidence)
                became[fact] = place
                break
        else:
            place = became[fact] = len(merged)
            merged.append(fact)
            proofs.append(list(fact.evidence))
        for key in _kept(merged[place]):
            if place not in alike[key][-1:]:
                alike[key].append(place)
    _prove(merged, proofs, told)
    return tuple(merged)


def _prove(merged: list[Fact[Entity]], proofs: list[list[Evidence]], first: int) -> None:
    """Give the facts from place `first` on all their passages: once, not at each telling."""
    for place in range(first, len(merged)):
        if len(proofs[place]) != len(merged[place].evidence):
            merged[place] = replace(merged[place], evidence=_in_order(proofs[place]))


def _sought(fact: Fact[Entity]) -> tuple[tuple[object, ...], ...]:
    """Where tellings of the same fact are kept, so that not every pair must be compared."""
    if not isinstance(fact, Event):
        return (_key(fact),)
    when = (fact.event_kind, fact.since, fact.venue)
    if fact.name is not None:
        return (("name", fact.event_kind, fact.name), ("nameless", *when))
    return (("when", *when),)


def _kept(fact: Fact[Entity]) -> tuple[tuple[object, ...], ...]:
    """Where :func:`_sought` must find this fact."""
    if not isinstance(fact, Event):
        return (_key(fact),)
    when = (fact.event_kind, fact.since, fact.venue)
    named = ("nameless", *when) if fact.name is None else ("name", fact.event_kind, fact.name)
    return (("when", *when), named)


def _key(
    fact: Assistance[Entity] | Posting[Entity] | Secondment[Entity] | Observation[Entity],
) -> tuple[object, ...]:
    """What two tellings of one fact surely have in common."""
    match fact:
        case Assistance():
            return (Assistance, fact.helper.iri, fact.recipient.iri)
        case Posting():
            return (Posting, fact.person.iri, _iri(fact.organization), fact.title)
        case Secondment():
            return (Secondment, fact.person.iri, _iri(fact.destination))
        case Observation():
            return (Observation, fact.unit, fact.value, fact.minimum, fact.maximum, fact.about)


def _iri(entity: Entity | None) -> str:
    return "" if entity is None else entity.iri


def _together(a: Fact[Entity], b: Fact[Entity]) -> Fact[Entity] | None:
    """The one fact that both tell, with the passages of the first; None when they contradict."""
    changes: dict[str, Any] = {}
    for field in fields(a):
        mine: Any = getattr(a, field.name)
        theirs: Any = getattr(b, field.name)
        if field.name == "evidence" or mine == theirs:
            continue
        if field.name in _OPEN[type(a)] and (mine is None or theirs is None):
            changes[field.name] = theirs if mine is None else mine
        elif field.name == "modality" and Modality.OTHER in (mine, theirs):
            changes[field.name] = theirs if mine is Modality.OTHER else mine
        elif field.name == "status" and Status.UNKNOWN in (mine, theirs):
            changes[field.name] = theirs if mine is Status.UNKNOWN else mine
        elif field.name == "participations":
            changes[field.name] = tuple(dict.fromkeys((*mine, *theirs)))
        else:
            return None
    if isinstance(a, Event) and not _same_event(a, cast("Event[Entity]", b)):
        return None
    return replace(a, **changes) if changes else a


def _same_event(a: Event[Entity], b: Event[Entity]) -> bool:
    """Whether two events of one kind are one: a common name, or one date and venue."""
    if a.name is not None and b.name is not None:
        return a.name == b.name
    return a.since is not None and a.since == b.since and a.venue == b.venue


def _in_order(proofs: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Passages, each once: stated before inferred, surest first, then as they stand."""
    every = dict.fromkeys(proofs)
    return tuple(
        sorted(every, key=lambda e: (e.stance is not Stance.STATED, -e.confidence, e.start, e.end))
    )
