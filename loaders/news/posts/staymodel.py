"""Stays that no rule reads: first whether somebody was sent, then to which body of the page.

A stay is often told in three places: one calls somebody a teacher who came to help, one says from
where, and another names the school of all. So the model is asked twice. Whether a person was sent
anywhere shows in what stands around the name; where to, in how each body that may receive people
stands to the person and on the page.

The model is a maximum-entropy classifier (Berger and others, "A maximum entropy approach to natural
language processing", 1996), held as a crfsuite model of sequences of length one; it is trained by
``bangfu.loaders.training.stays``, its card is ``loaders/data/models/stays.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from ....ontology.records import Kind, Mention
from ...models import shipped_weights
from ...weights import Weights
from ..entities.sides import contains
from .members import in_other_region
from .sendings import Sent
from .stayguards import from_elsewhere, in_crowd, in_east, may_be, place_of, serves
from .stayscene import Scene
from .staysides import Sides
from .staysigns import people_of, signs_of
from .staywho import of_sent

__all__ = [
    "LEAST",
    "LEAST_HOST",
    "STAYS",
    "Believed",
    "believed",
    "by_model",
    "hosts_of",
    "pair_signs",
]

STAYS = "stays-model"
"""The rule that stays of the model name."""
LEAST = 0.5
"""The probability from which somebody is believed to have been sent, and from which the home of
such a person says which places send: chosen by cross-validation."""
LEAST_HOST = 0.4
"""The probability from which a body is believed to be the host of somebody surely sent…"""
_SHARE = 0.4
"""…and so much of what all candidates have together…"""
LEAST_BOTH = 0.5
"""…and the probability of both answers, where the first is the model's as well."""
_SURELY = 0.8
"""The probability from which somebody serves somewhere in the one place that receives…"""
_PLACE = 0.8
"""…and how often that is so."""
_WIDER = 3.0
"""So much likelier than a school may the county be in which it lies, and still give way to it."""


class Believed(NamedTuple):
    """A stay of the model: how likely it is, the person and the host."""

    score: float
    person: Mention
    host: Mention


def pair_signs(sides: Sides, person: Mention, body: Mention) -> list[str]:
    """All signs of a person and a body, for the question where to."""
    return list(dict.fromkeys((*signs_of(sides.scene, person, body), *sides.signs(person, body))))


def hosts_of(sides: Sides, person: Mention) -> list[Mention]:
    """The bodies to which somebody may have been sent, whatever the model says."""
    scene = sides.scene
    sentences = {scene.span_of(scene.sentence(one.start)) for one in scene.named[person.key]}
    return [
        body
        for body in sides.candidates(person)
        if may_be(scene, person, body)
        and not (sides.to_west and in_east(sides, body))
        and not any(in_other_region(scene.text, span, body) for span in sorted(sentences))
    ]


def believed(
    scene: Scene, weights: Weights, known: Collection[str] = (), vague: Collection[str] = ()
) -> Iterator[Believed]:
    """The stays that the model believes, by persons in order.

    It is not asked about the persons `known`; that the persons `vague` were sent is sure.
    """
    likely: dict[str, tuple[float, Mention]] = {}
    for person in people_of(scene):
        score = weights.probability(of_sent(scene, person))
        if score >= LEAST or person.key in vague:
            likely[person.key] = score, person
    sides = Sides(scene, frozenset(likely) | scene.stayed)
    for key, (score, person) in likely.items():
        if key in known:
            continue
        told = _host(sides, weights, person)
        if told is None:
            place = place_of(sides, person) if score >= _SURELY and serves(scene, person) else None
            if place is not None:
                yield Believed(score * _PLACE, person, place)
            continue
        least, host = told
        if sides.unclear(person, host) or in_crowd(scene, person, host):
            continue
        if key in vague:
            yield Believed(least, person, host)
        elif (
            score * least >= LEAST_BOTH
            and from_elsewhere(sides, person, host, score * least)
            and serves(scene, person, score * least)
        ):
            yield Believed(score * least, person, host)


def _host(sides: Sides, weights: Weights, person: Mention) -> tuple[float, Mention] | None:
    """The host that the model believes of somebody sent, with the probability."""
    ranked = sorted(
        (
            (weights.probability(pair_signs(sides, person, body)), body)
            for body in hosts_of(sides, person)
        ),
        key=lambda one: -one[0],
    )
    if not ranked or ranked[0][0] < LEAST_HOST:
        return None
    if ranked[0][0] < _SHARE * sum(score for score, _ in ranked):
        return None
    best, host = ranked[0]
    for score, body in ranked[1:]:
        inside = body.kind is Kind.SCHOOL and contains(host, body, sides.scene.context)
        if host.kind is Kind.PLACE and inside and _WIDER * score > best:
            return best, body  # the school says more than its county
    return best, host


def by_model(
    scene: Scene, known: Collection[str], vague: Collection[str] = ()
) -> Iterator[tuple[float, Sent]]:
    """The stays of the shipped model, each with its probability.

    It is not asked about the persons `known`; of the persons `vague` the rules know that they were
    sent, and only the place is wanted.

    The passage is the place where person and body stand nearest in one sentence or in two that
    follow each other; else where the person is first named, and where the body is.
    """
    if not scene.speaks or not scene.people:
        return
    for score, person, host in believed(scene, shipped_weights("stays"), known, vague):
        met = scene.met.get((person.key, host.key), ())
        start, end = person.start, person.end
        support: tuple[tuple[int, int], ...] = ((host.start, host.end),)
        if met:
            one, other, _, _ = min(met, key=lambda m: (m[2], abs(m[0].start - m[1].start)))
            start, end, support = min(one.start, other.start), max(one.end, other.end), ()
        origin = scene.told.get(person.key) or scene.homes.get(person.key)
        if origin is not None and origin.kind is Kind.PERSON:
            origin = None
        yield (
            score,
            Sent(
                person=person, origin=origin, destination=host, title=None,
                start=start, end=end, rule=STAYS, support=support,
            ),
        )  # fmt: skip
