"""Names of bodies as a trained model sees them, where the rules leave something open.

The model is a linear-chain CRF over characters (crfsuite), trained by
``bangfu.loaders.training.bodies``; its card is ``loaders/data/models/bodies.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

from ...later import later
from ...models import shipped, shipped_attributes
from ...suffixes import Suffix, generic_words, stop_words
from .bodysigns import JOINTS, body_signs, brands, clauses, columns
from .crf import Known, Proposal, known, spans, told, told_met
from .endings import endings
from .hits import BodyHit
from .words import Words

__all__ = ["BODIES", "open_clauses", "propose_bodies", "propose_in"]

BODIES = "bodies-model"
"""How evidence names the model."""

_NO_HEAD = later(
    "(?:[的各该本我两全这那等和与及或]|[0-9一二三四五六七八九十百几多余数两这那各][所个家间位])$"
)
_VERBAL = ("v", "p", "d", "c")
_NOUNS = ("n", "j", "x", "z", "g", "e")


def open_clauses(words: Words, bodies: Sequence[BodyHit]) -> list[tuple[int, int]]:
    """The clauses in which an ending belongs to no body yet, or a body may begin elsewhere."""
    text = words.text
    held = bytearray(len(text) + 1)
    for hit in bodies:
        held[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
    marks = {hit.start for hit in bodies if _unsure(words, hit)}
    met = [(at, end) for at, end, suffix in endings(text) if _told(words, at, suffix)]
    for start, end in (*met, *brands(text)):
        before = "" if held[end - 1] else text[max(0, start - 2) : start]
        if "一" <= before[-1:] <= "龥" and _NO_HEAD.search(before) is None:
            marks.add(start)
    order = sorted(marks)
    found: list[tuple[int, int]] = []
    at = 0
    for start, end in clauses(text):
        while at < len(order) and order[at] < start:
            at += 1
        if at < len(order) and order[at] < end:
            found.append((start, end))
    return found


def _told(words: Words, start: int, suffix: Suffix) -> bool:
    """Whether the ending may close a name that stands by itself: no office, no kind of school."""
    if suffix.category == "department" or suffix.text[0] == "党" or suffix.text == "办公室":
        return False
    left, right, _ = words.word(start - 1) if start else (0, 0, "")
    before = words.text[left : min(right, start)]
    return suffix.text != "学校" or not (before in generic_words() or before in stop_words())


def _unsure(words: Words, hit: BodyHit) -> bool:
    """Whether the body may begin elsewhere: a noun right before it, or a verb that ran into it."""
    text = words.text
    before = text[hit.start - 1 : hit.start]
    if "一" <= before <= "龥" and words.word(hit.start - 1)[2].startswith(_NOUNS):
        return True
    if hit.anchor != "word":
        return False
    loose = words.word(hit.start)[2].startswith(_VERBAL)
    return loose or not JOINTS.isdisjoint(text[hit.start : hit.start + 5])


def propose_bodies(words: Words, bodies: Sequence[BodyHit]) -> list[Proposal]:
    """The names of bodies that the model sees where the rules leave something open.

    Proposals of low score are among them: what is believed is the caller's decision.
    """
    asked = open_clauses(words, bodies)
    return propose_in(shipped("bodies"), words.text, asked, _known()) if asked else []


@cache
def _known() -> Known:
    return known(shipped_attributes("bodies"))


def propose_in(
    tagger: Any, text: str, asked: Iterable[tuple[int, int]], met: Known | None = None
) -> list[Proposal]:
    """The names that the tagger labels in these clauses.

    `met` are the features that the tagger has met; without it, it is told all.
    """
    found: list[Proposal] = []
    for start, end in asked:
        seen = body_signs(text[start:end], start)
        if any(one[0] in "SIB" for one in seen.endings):
            rows = columns(seen)
            features: Sequence[Sequence[str | bytes]]
            features = told(rows) if met is None else told_met(rows, met)
            found += spans(tagger, features, seen.starts, seen.ends)
    return found
