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
    "(?:、[^，。；：！？\n]{2,24}?)?等[^，。；：！？\n]{0,10}?(?:[向为]|捐|出资|联合|走进)|的(?:资助|捐[赠助]|援助|爱心|支持|帮助)|对(?=[^，。；]{2,20}的(?:资助|捐[赠助]|援助|帮助|支持))"
    "|(?:、[一-龥A-Za-z]{2,10}){0,6}(?:也|各|均|都|分别|共同){1,3}捐|向|捐|援建|资助|出资|赞助|斥资|携手|联合|走进|志愿者|员工|职工|董事长|总经理|总裁|负责人|党委|党支部|工会|爱心|为(?=[一-龥]{2,12}(?:捐|送))"
)
#: Deeds that nobody but a firm or a society is told to do.
_GIVES = later(
    "向[^，。；\n]{2,24}?(?:捐|赠|送)|为[^，。；\n]{2,16}?(?:捐|送|添置|安装|购置)|捐[赠资款建助出]|援建|资助|出资|赞助|斥资"
    "|总经理|董事长|总裁|员工|等[^，。；：！？\n]{0,10}?[向为捐]|的(?:资助|捐[赠助])"
    "|对(?=[^，。；]{2,20}的(?:资助|捐[赠助]))"
)
_STEM = later("(?![各该本我某两几多每这那此其]|大[型批量家学部多小众])[一-龥A-Za-z]{2,4}")
_NAMED = ("nz", "nr", "nt", "nrt", "nrfg", "x", "j")
_BEFORE = frozenset("，。、；：！？（“”\n由 和与谢")
_GOT = frozenset({"收到", "得到", "接到", "获得", "接受", "穿上", "用上"})
_AMONG = frozenset({"此行", "随行", "同行", "其中"})
_MOST = 4
_NO_STEM = frozenset("vdprcumqf")
_OF_ANY = frozenset({"社区", "中国", "全国", "当地", "本地", "本土", "乡村", "农村"})


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
        if begin is not None and _is_name(words, begin, start, end):
            while begin in ends:
                begin = ends[begin]  # 青岛|即墨|某某家具
            found.append((begin, end))
    return found


def _begin(text: str, start: int, ends: Mapping[int, int]) -> int | None:
    """Where the name begins, behind a mark or a place; None if more stands before it."""
    for begin in range(start - 2, start - _MOST - 1, -1):
        if begin < 0:
            return None
        here = begin in ends or text[begin - 1 : begin] in _BEFORE
        if begin == 0 or here or text[max(0, begin - 2) : begin] in _AMONG | _GOT:
            return begin if _STEM.fullmatch(text, begin, start) else None
    return None


def _is_name(words: Words, start: int, end: int, behind: int) -> bool:
    """Whether the letters before the line of business are no common words."""
    stem = words.text[start:end]
    parts = words.parts(start, end)
    common = generic_words() | word_set("common_firms") | stop_words()
    if stem in _OF_ANY or any(part in common for part in parts):
        return False
    tags = {words.word(at)[2] for at in range(start, end)}
    if words.text.startswith("投资", end) and any(tag.startswith("nr") for tag in tags):
        return False  # 由某某投资捐建: a person who invests
    named = tags <= set(_NAMED)
    known = any(len(part) > 1 and dictionary.has_word(part) for part in (stem, *parts))
    if not known:
        return True
    # 雄风药业捐资: a word, but nothing else than a firm does that
    whole = len(parts) == 1 and not tags & _NO_STEM
    return named or (whole and _GIVES.match(words.text, behind) is not None)
