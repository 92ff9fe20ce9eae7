"""Stays that no pattern reads: the body to which a trained model believes a person was sent.

The model is a maximum-entropy classifier (Berger and others, "A maximum entropy approach to natural
language processing", 1996), held as a crfsuite model of sequences of length one; it is trained by
``bangfu.loaders.training.stays``, its card is ``loaders/data/models/stays.md``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ....ontology.records import Kind, Mention
from ...later import later
from ...models import shipped_weights
from ...weights import Weights
from ..entities.sides import EAST, codes_of, contains, is_government
from .sendings import Sent
from .stayranks import promising
from .stayscene import Scene
from .staysigns import signs_of
from .visits import CALLS

__all__ = ["LEAST", "STAYS", "best_of", "by_model", "scored"]

STAYS = "stays-model"
"""The rule that stays of the model name."""
LEAST = 0.8
"""The probability from which a stay is believed: chosen by five-fold cross-validation."""
FOR_VAGUE = 0.5
"""The probability from which a host is believed of somebody known to be sent: likelier than not."""
_WIDER = 3.0
"""So much likelier than a school may the county be in which it lies, and still give way to it."""
_NOTHING = min(LEAST, FOR_VAGUE) / _WIDER
"""The probability below which a stay is neither believed nor put for a wider one."""


def scored(
    scene: Scene, weights: Weights, known: Collection[str] = ()
) -> Iterator[tuple[float, Mention, Mention]]:
    """The probability of each stay of a page, with person and body.

    The persons `known` are left out, and stays too unlikely to change what is told.
    """
    for person, body in promising(scene, weights, _NOTHING, known):
        if _may_be(scene, person, body):
            yield weights.probability(signs_of(scene, person, body)), person, body


_ABROAD = ("71", "81", "82")  # nobody is sent to Taiwan, Hong Kong or Macao to help
_VISIT = later(f"{CALLS}|揭牌|示范课|讲座")
_STOP = later("[。！？\n]")


def _visits(scene: Scene, person: Mention, body: Mention) -> bool:
    """Whether the sentence of the two tells of a visit."""
    low, high = min(person.start, body.start), max(person.end, body.end)
    stop = _STOP.search(scene.text, high)
    return _VISIT.search(scene.text, low, stop.start() if stop else len(scene.text)) is not None


def _may_be(scene: Scene, person: Mention, body: Mention) -> bool:
    """Whether nothing speaks against a stay, whatever the model says.

    Nobody is sent to an institute of any kind but to a bureau, nor to where one only pays a visit;
    and, where no home is told, nobody to the provinces that send.
    """
    if body.kind is Kind.INSTITUTION and not is_government(body):
        return False
    near = [one for one in scene.met.get((person.key, body.key), ()) if one[2] == 0]
    if near and all(_visits(scene, *one[:2]) for one in near):
        return False
    codes = codes_of(body, scene.context)
    homes = (scene.told.get(person.key), scene.homes.get(person.key))
    unknown = all(h is None or h.key == body.key for h in homes)
    return not (unknown and bool(codes) and codes[-1] in EAST) and not (
        bool(codes) and codes[-1][:2] in _ABROAD
    )


def best_of(
    scene: Scene, weights: Weights, known: Collection[str] = ()
) -> list[tuple[float, Mention, Mention]]:
    """The likeliest stay of each person, the likeliest first."""
    best: dict[str, tuple[float, Mention, Mention]] = {}
    ranked = sorted(scored(scene, weights, known), key=lambda one: -one[0])
    for one in ranked:
        score, person, body = one
        last = best.get(person.key)
        if last is None:
            best[person.key] = one
        elif (
            last[2].kind is Kind.PLACE
            and body.kind is Kind.SCHOOL
            and _WIDER * score > last[0]
            and contains(last[2], body, scene.context)
        ):
            best[person.key] = (last[0], person, body)  # the school says more than its county
    return list(best.values())


def by_model(
    scene: Scene, known: Collection[str], vague: Collection[str] = ()
) -> Iterator[tuple[float, Sent]]:
    """The stays of the shipped model, each with its probability.

    It is not asked about the persons `known`; of the persons `vague` the rules know that they were
    sent, and only the place is wanted.

    The passage is the place where person and body stand nearest in one sentence or in two that
    follow each other; else the first place that names the person.
    """
    if not scene.speaks or not scene.people:
        return
    for score, person, body in best_of(scene, shipped_weights("stays"), known):
        if score < (FOR_VAGUE if person.key in vague else LEAST):
            continue
        met = scene.met.get((person.key, body.key), ())
        start, end = person.start, person.end
        if met:
            one, other, _, _ = min(met, key=lambda m: (m[2], abs(m[0].start - m[1].start)))
            start, end = min(one.start, other.start), max(one.end, other.end)
        origin = scene.told.get(person.key) or scene.homes.get(person.key)
        if origin is not None and origin.kind is Kind.PERSON:
            origin = None
        yield (
            score,
            Sent(
                person=person, origin=origin, destination=body, title=None,
                start=start, end=end, rule=STAYS,
            ),
        )  # fmt: skip
