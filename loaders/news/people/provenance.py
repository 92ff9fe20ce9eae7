"""Facts that rest on the trained model say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from ....ontology.records import Assistance, Mention, Posting, Secondment
from .proposer import MODEL

__all__ = ["with_model"]

_Fact = TypeVar("_Fact", Posting[Mention], Secondment[Mention], Assistance[Mention])


def with_model(facts: Sequence[_Fact], scores: Mapping[str, float]) -> tuple[_Fact, ...]:
    """The facts; those about a person whom only the model saw with ``+model`` in their method.

    `scores` maps the key of each such person to the model's probability for the name
    (:func:`.persons.seen_by_model`); no passage of the fact is then trusted more than that.
    """
    return tuple(_told(fact, scores) for fact in facts)


def _told(fact: _Fact, scores: Mapping[str, float]) -> _Fact:
    ends = (fact.helper, fact.recipient) if isinstance(fact, Assistance) else (fact.person,)
    known = [scores[end.key] for end in ends if end.key in scores]
    if not known:
        return fact
    return replace(
        fact,
        evidence=tuple(
            replace(
                proof,
                method=f"{proof.method}+{MODEL}",
                confidence=min(proof.confidence, *known),
            )
            for proof in fact.evidence
        ),
    )
