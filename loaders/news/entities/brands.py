"""Firms told by a name and their line of business where they act: 甲力电器|向…捐赠, 乙桂控股|员工.

Nothing but the deed behind it shows that such a name is one, so both are looked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import ahocorasick_rs

from ... import dictionary
from ...later import later
from ...lexicon import word_set
from ...suffixes import generic_words, stop_words
from .hits import PlaceHit
from .words import Words

__all__ = ["brands_that_act"]

_ACTS = later(
    "(?:、[一-龥A-Za-z]{2,10}){0,6}(?:也|各|均|都|分别|共同){1,3}捐|向|捐|援建|资助|出资|赞助|斥资|携手|联合|走进|志愿者|员工|职工|董事长|总经理|总裁|负责人|党委|党支部|工会|爱心|为(?=[一-龥]{2,12}(?:捐|送))"
)
_STEM = later("(?![各该本我某两几多每这那此其大])[一-龥A-Za-z]{2,4}")
_NAMED = ("nz", "nr", "nt", "nrt", "nrfg", "x", "j")
_BEFORE = frozenset("，。、；：！？（“”\n由 和与")
_AMONG = frozenset({"此行", "随行", "同行", "其中"})
_MOST = 4


@cache
def _industries() -> ahocorasick_rs.AhoCorasick:
    kind = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick(sorted(word_set("industries")), matchkind=kind)


def brands_that_act(words: Words, places: Sequence[PlaceHit]) -> list[tuple[int, int]]:
    """The spans of firms told by a name and a line of business that do something there."""
    text = words.text
    ends = {place.end: place.start for place in places}
    found: list[tuple[int, int]] = []
    for _, start, end in _industries().find_matches_as_indexes(text):
        if _ACTS.match(text, end) is None:
            continue
        begin = _begin(text, start, ends)
        if begin is not None and _is_name(words, begin, start):
            found.append((ends.get(begin, begin), end))
    return found


def _begin(text: str, start: int, ends: Mapping[int, int]) -> int | None:
    """Where the name begins, behind a mark or a place; None if more stands before it."""
    for begin in range(start - 2, start - _MOST - 1, -1):
        if begin < 0:
            return None
        here = begin in ends or text[begin - 1 : begin] in _BEFORE
        if begin == 0 or here or text[max(0, begin - 2) : begin] in _AMONG:
            return begin if _STEM.fullmatch(text, begin, start) else None
    return None


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether the letters before the line of business are no common words."""
    stem = words.text[start:end]
    parts = words.parts(start, end)
    common = generic_words() | word_set("common_firms") | stop_words()
    if any(part in common for part in parts):
        return False
    tags = {words.word(at)[2] for at in range(start, end)}
    if words.text.startswith("投资", end) and any(tag.startswith("nr") for tag in tags):
        return False  # 由某某投资捐建: a person who invests
    named = tags <= set(_NAMED)
    return named or not any(len(part) > 1 and dictionary.has_word(part) for part in (stem, *parts))
