"""他 and 她 where only one person can be meant: the one whom the sentence before is about."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ...ontology.records import Kind, Mention
from .clean import Clean
from .ours import with_ours

__all__ = ["in_play", "with_pronouns"]

_HE = re.compile("(?<=[，。；：！？\n 　”,;:])[他她](?![们的俩])")
_END = re.compile("[。！？!?\n]")
_BACK = 2  # sentences without a person that may stand between the name and 他


def in_play(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Bodies, places and schemes with 我校 and 该县; persons with every 他 that is sure."""
    known = with_ours(clean, mentions)
    spans = {(p.start, p.end) for p in persons}
    heroes = [m for m in known if m.kind is Kind.PERSON and (m.start, m.end) not in spans]
    named = sorted((*persons, *heroes), key=lambda p: (p.start, p.end))
    things = tuple(m for m in known if m.kind is not Kind.PERSON)
    return things, with_pronouns(clean.text, named)


def with_pronouns(text: str, persons: Sequence[Mention]) -> tuple[Mention, ...]:
    """`persons` with one more for each 他 or 她 at the head of a clause that can be one person only.

    That is the one person named in the sentence so far, or in the nearest sentence of the same
    paragraph that names any; a sentence that names two leaves it open.
    """
    if not persons:
        return ()
    starts = [p.start for p in persons]
    found: list[Mention] = []
    for he in _HE.finditer(text):
        paragraph = text.rfind("\n", 0, he.start()) + 1
        low, high = bisect_left(starts, paragraph), bisect_left(starts, he.start())
        if low == high:
            continue
        nearest = persons[high - 1]
        between = _END.findall(text, nearest.end, he.start())
        if len(between) > _BACK:
            continue
        head = paragraph
        for mark in _END.finditer(text, paragraph, nearest.start):
            head = mark.end()
        here = {p.key for p in persons[bisect_left(starts, head) : high]}
        if len(here) == 1 and not any(p.start <= he.start() < p.end for p in persons[high - 1 : high]):
            found.append(replace(nearest, start=he.start(), end=he.end()))
    return tuple(sorted((*persons, *found), key=lambda p: (p.start, p.end)))
