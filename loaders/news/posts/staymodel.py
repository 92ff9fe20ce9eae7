"""Stays that no rule reads: whether somebody was sent, to which body, and whether to believe both.

A stay is often told in three places: one calls somebody a teacher who came to help, one says from
where, and another names the school of all. So the model is asked three times. Whether a person was
sent anywhere shows in what stands around the name; where to, in how each body that may receive
people stands to the person and on the page; whether that is to be believed, in how sure both
answers are, and in what the page says of the person's home and of the others.

The model is a maximum-entropy classifier (Berger and others, "A maximum entropy approach to natural
language processing", 1996), held as a crfsuite model of sequences of length one; it is trained by
``bangfu.loaders.training.stays``, its card is ``loaders/data/models/stays.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial
from typing import NamedTuple

from ....ontology.records import Kind, Mention
from ...models import shipped_weights
from ...weights import Weights, logistic
from ..entities.sides import WEST, codes_of
from .members import in_other_region
from .sendings import Sent
from .staybeliefs import Answers, Candidate, belief_signs, chosen_of, has_home
from .staygrams import around_pair
from .stayguards import at_another, homes_of_person, in_crowd, in_east, may_be, place_of, serves
from .staynames import is_han
from .stayscene import Scene
from .staysides import Sides
from .staysigns import people_of, signs_of
from .staywho import of_sent

__all__ = [
    "LEAST",
    "LEAST_BELIEF",
    "LEAST_HOST",
    "STAYS",
    "VERSION",
    "Believed",
    "answers",
    "believed",
    "by_model",
    "hosts_of",
    "pair_signs",
]

STAYS = "stays-model"
"""The rule that stays of the model name."""
VERSION = 10
"""How evidence numbers the model: anew with what it is trained on, as its card says."""
LEAST = 0.5
"""The probability from which somebody is believed to have been sent, and from which the home of
such a person says which places send: chosen by cross-validation."""
LEAST_HOST = 0.4
"""The probability from which a body is believed to be the host of somebody surely sent…"""
_SHARE = 0.4
"""…and so much of what all candidates have together."""
_HOPELESS = -3.0
"""Below so many nats of the first answer nobody asks the second: of 500 persons on 200 pages whom
the first put there, the third made none likelier than one in ten."""
LEAST_BELIEF = 0.65
"""The probability of the third answer from which a stay is believed…"""
_NAMED_ONLY = 0.75
"""…and from which it is if the page tells of no home or sender, or no sentence of work away."""
_SURELY = 0.8
"""The probability from which somebody serves somewhere in the one place that receives…"""
_PLACE = 0.8
"""…and how often that is so."""


class Believed(NamedTuple):
    """A stay of the model: how likely it is, the person and the host."""

    score: float
    person: Mention
    host: Mention


def pair_signs(sides: Sides, person: Mention, body: Mention) -> list[str]:
    """All signs of a person and a body, for the question where to."""
    return list(dict.fromkeys(_of_pair(sides, person, body)))


def _of_pair(sides: Sides, person: Mention, body: Mention) -> Iterator[str]:
    yield from signs_of(sides.scene, person, body)
    yield from sides.signs(person, body)
    yield from around_pair(sides.scene, person, body)


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


def answers(scene: Scene, weights: Weights, vague: Collection[str] = ()) -> Answers:
    """What the model says of everybody of the page: whether sent, and where to.

    That the persons `vague` were sent is sure.
    """
    people = [(weights.sum(of_sent(scene, one)), one) for one in people_of(scene)]
    likely = {one.key for nats, one in people if logistic(nats) >= LEAST or one.key in vague}
    sides = Sides(scene, frozenset(likely) | scene.stayed)

    def where(person: Mention) -> tuple[list[tuple[float, Mention]], int]:
        hosts = [(weights.sum(pair_signs(sides, person, b)), b) for b in hosts_of(sides, person)]
        hosts.sort(key=lambda one: -one[0])
        return hosts, chosen_of(hosts, scene.context) if hosts else 0

    found = [Candidate(person, nats, partial(where, person)) for nats, person in people]
    return Answers(scene, sides, found)


def believed(
    scene: Scene, weights: Weights, known: Collection[str] = (), vague: Collection[str] = ()
) -> Iterator[Believed]:
    """The stays that the model believes, by persons in order.

    It is not asked about the persons `known`; that the persons `vague` were sent is sure.
    """
    page = answers(scene, weights, vague)
    for one in page.candidates:
        if one.person.key in known:
            continue
        if one.person.key in vague:
            yield from _where(page, one)
            continue
        if one.sent < _HOPELESS:
            continue
        score = weights.probability(belief_signs(page, one)) if one.hosts else 0.0
        if one.host is not None and score >= LEAST_BELIEF and _told(page, one, score):
            yield Believed(score, one.person, one.host)
        elif logistic(one.sent) >= _SURELY and serves(scene, one.person):
            yield from _placed(page, one)


def _told(page: Answers, one: Candidate, score: float) -> bool:
    """Whether a page tells enough of a stay as likely as `score`: a home or sender, work away.

    Where no home is told, the host has to lie in the provinces that receive.
    """
    likely = score >= _NAMED_ONLY
    if one.host is not None and at_another(page.scene, one.person, one.host):
        return False
    if not is_han(one.person.name) and not homes_of_person(page.scene, one.person):
        return False  # the names of other peoples are of the place
    if not has_home(page, one):
        codes = codes_of(one.host, page.scene.context) if one.host is not None else ()
        if not likely or not codes or codes[-1] not in WEST:
            return False
    return serves(page.scene, one.person, likely=likely)


def _placed(page: Answers, one: Candidate) -> Iterator[Believed]:
    """A stay in the one place of the page that the home helps."""
    place = place_of(page.sides, one.person)
    if place is not None:
        yield Believed(logistic(one.sent) * _PLACE, one.person, place)


def _where(page: Answers, one: Candidate) -> Iterator[Believed]:
    """The stay of somebody surely sent, if the host is clear."""
    best = logistic(one.hosts[0][0]) if one.hosts else 0.0
    whole = sum(logistic(nats) for nats, _ in one.hosts)
    if one.host is None or best < LEAST_HOST or best < _SHARE * whole:
        yield from _placed(page, one)
    elif not page.sides.unclear(one.person, one.host) and not in_crowd(
        page.scene, one.person, one.host
    ):
        yield Believed(best, one.person, one.host)


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
