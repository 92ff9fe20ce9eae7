"""Facts that rest on a name which only a trained model saw say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ....ontology.records import Assistance, Event, Kind, Mention, Posting, Secondment
from ..entities.bodymodel import BODIES
from .proposer import MODEL

__all__ = ["with_model"]

_Fact = TypeVar("_Fact", Posting[Mention], Secondment[Mention], Assistance[Mention], Event[Mention])


def with_model(
    facts: Sequence[_Fact], people: Mapping[str, float], bodies: Mapping[str, float]
) -> tuple[_Fact, ...]:
    """The facts; those about a name that only a model saw with ``+model`` in their method.

    `people` and `bodies` map the key of each such name to the model's probability for it
    (:func:`.persons.seen_by_model`, :func:`.mentions.bodies_by_model`); no passage of the fact is
    then trusted more than that.
    """
    return tuple(_told(fact, people, bodies) for fact in facts)


def _told(fact: _Fact, people: Mapping[str, float], bodies: Mapping[str, float]) -> _Fact:
    ends = [end for end in _ends(fact) if end is not None]
    persons = [people[e.key] for e in ends if e.kind is Kind.PERSON and e.key in people]
    others = [bodies[e.key] for e in ends if e.kind is not Kind.PERSON and e.key in bodies]
    if not persons and not others:
        return fact
    said = (f"+{MODEL}" if persons else "") + (f"+{BODIES}" if others else "")
    return replace(
        fact,
        evidence=tuple(
            replace(
                proof,
                method=f"{proof.method}{said}",
                confidence=min(proof.confidence, *persons, *others),
            )
            for proof in fact.evidence
        ),
    )


def _ends(
    fact: Posting[Mention] | Secondment[Mention] | Assistance[Mention] | Event[Mention],
) -> tuple[Mention | None, ...]:
    """The things that the fact joins."""
    match fact:
        case Posting():
            return fact.person, fact.organization
        case Secondment():
            return fact.person, fact.origin, fact.destination
        case Assistance():
            return fact.helper, fact.recipient
        case Event():
            return fact.venue, *(part.who for part in fact.participations)
