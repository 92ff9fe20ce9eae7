"""Pairs of characters that stand around names: what the classes of words do not know.

Persons and bodies are each one sign (`A` the person asked about, `B` another, `H` the body asked
about, `S`, `I` and `P` other bodies and places), numbers are `0`, so that no name is learned.
Character bigrams are the plain features of Chinese text classification (Li and others, "A
comparison and semi-quantitative analysis of words and character-bigrams as features in Chinese
text categorization", 2006).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...later import later
from .stayscene import Scene

__all__ = ["around_name", "around_pair", "bigrams", "masked"]

_MOST = 12
"""Places of a name that are looked at…"""
_FAR = 60
"""…and so many characters of its sentence before and behind it."""
_MEETINGS = 6
"""Places of a person and a body that are looked at…"""
_BESIDE = 10
"""…so many characters of the sentence on both sides of the body…"""
_GAP = 40
"""…and what stands between the two, if it is no longer."""
_MASK = {Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.PLACE: "P", Kind.PERSON: ""}
_NUMBER = later("[0-9]+")
_start = attrgetter("start")


def masked(scene: Scene, low: int, high: int, person: str) -> str:
    """The text between two places, with a sign for each name; `person` is a key."""
    text, told, at = scene.text, list[str](), low
    first = bisect_left(scene.people, low, key=_start)
    people = scene.people[first : bisect_left(scene.people, high, first, key=_start)]
    signs = [(m, "A" if m.key == person else "B") for m in people]
    signs += [(m, _MASK.get(m.kind, "X")) for m in scene.between(low, high)]
    for one, sign in sorted(signs, key=lambda s: (s[0].start, s[0].end)):
        if one.start >= at and one.end <= high and sign:
            told += (_plain(text[at : one.start]), sign)
            at = one.end
    return "".join((*told, _plain(text[at:high])))


def bigrams(prefix: str, passage: str) -> Iterator[str]:
    """Every two characters that follow each other."""
    return (prefix + passage[i : i + 2] for i in range(len(passage) - 1))


def around_name(scene: Scene, person: Mention) -> Iterator[str]:
    """The pairs of characters in the sentences of a person, near the name."""
    for named in scene.named[person.key][:_MOST]:
        start, end = scene.span_of(scene.sentence(named.start))
        low, high = max(start, named.start - _FAR), min(end, named.end + _FAR)
        yield from bigrams("g=", masked(scene, low, high, person.key))


def around_pair(scene: Scene, person: Mention, body: Mention) -> Iterator[str]:
    """The pairs of characters before and behind a body where both are in play, and between them."""
    for one, other, _, _ in scene.met.get((person.key, body.key), ())[:_MEETINGS]:
        start, end = scene.span_of(scene.sentence(other.start))
        before = masked(scene, max(start, other.start - _BESIDE), other.start, person.key)
        behind = masked(scene, other.end, min(end, other.end + _BESIDE), person.key)
        yield from bigrams("g<", before + "H")
        yield from bigrams("g>", "H" + behind)
        first, last = sorted((one, other), key=_start)
        if 0 <= last.start - first.end <= _GAP:
            ends = ("A", "H") if first is one else ("H", "A")
            gap = masked(scene, first.end, last.start, person.key)
            yield from bigrams("g" + ends[0], f"{ends[0]}{gap}{ends[1]}")


def _plain(passage: str) -> str:
    return _NUMBER.sub("0", passage)
