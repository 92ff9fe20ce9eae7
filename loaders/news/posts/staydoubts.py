"""Stays of the rules that are often wrong, asked again of the model of stays.

What is narrated of somebody, and where the whole crew of somebody went, is read from little: that
a sentence goes on about a person, that a page tells of people who came together. Such a stay is
left out where the model says that the person was hardly sent, or hardly there.
"""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Mention
from ...models import shipped_weights
from ...weights import Weights
from .crewstays import CREWED
from .sendings import Sent
from .staymodel import pair_signs
from .stayscene import Scene
from .staysides import Sides
from .staysigns import people_of
from .staywho import of_sent

__all__ = ["doubted", "without_doubted"]

_ASKED = ("narrated", CREWED)
"""The rules whose stays are asked again."""
_LEAST = -0.5
"""What both answers have to say together, in nats: chosen by cross-validation."""


def without_doubted(scene: Scene, stays: Sequence[Sent]) -> list[Sent]:
    """`stays` without those of weak rules that the shipped model hardly believes."""
    if not any(stay.rule in _ASKED for stay in stays):
        return list(stays)
    weights = shipped_weights("stays")
    return [stay for stay in stays if not doubted(scene, weights, stay)]


def doubted(scene: Scene, weights: Weights, stay: Sent) -> bool:
    """Whether a weak rule reads a stay that the model hardly believes.

    Of somebody about whom the model is not asked, it says nothing.
    """
    people = {one.key: weights.sum(of_sent(scene, one)) for one in people_of(scene)}
    body, sent = stay.destination, people.get(stay.person.key)
    if stay.rule not in _ASKED or body is None or sent is None:
        return False
    likely = frozenset(key for key, nats in people.items() if nats >= 0)
    sides = Sides(scene, likely | scene.stayed)
    person: Mention = scene.named[stay.person.key][0]
    return sent + weights.sum(pair_signs(sides, person, body)) < _LEAST
