"""Which school says 我校 on a page whose own text does not name its publisher outright."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ..page.clean import Clean
from .voice import with_deixis

__all__ = ["is_unknown_own", "with_ours"]

_OURS = re.compile("(?:我|本)(?:校|园|院(?!长))(?!长)")
_NAMED = re.compile(
    r"(?:来源|版权所有|主办单位|主办|单位|作者单位|供稿单位|供稿|发布单位|信息来源)[^\S\n]*[:：©]?[^\S\n]*[©@]?"
    r"(?P<name>[一-鿿]{2,24}?(?:中学|小学|学校|幼儿园|大学|学院|高中|初中|职业教育中心|职教中心|中心校|职业中专))"
    r"(?![一-鿿]{0,2}(?:局|委|协会))"
)
_HEADING = re.compile("[:：|｜]")
_FRONT = 40


def with_ours(clean: Clean, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` with 我校, 该县, 他, as far as the page shows what they mean.

    Beyond what the names of the text show, 我校 is the school before the colon of the headline
    (某校：…) or the one that the page's foot and its line of origin name (版权所有：某校).
    """
    known = with_deixis(clean, mentions)
    taken = {m.start for m in known}
    open_ones = [m for m in _OURS.finditer(clean.text) if m.start() not in taken]
    if not open_ones or any(m.kind is Kind.SCHOOL for m in known if _says_ours(clean, m)):
        return known
    own = _headed(clean, mentions) or _imprint(clean, mentions)
    if own is None:
        return known
    covered = [(m.start, m.end) for m in known]
    found = [
        Mention(kind=Kind.SCHOOL, name=own.name, key=own.key, start=m.start(), end=m.end())
        for m in open_ones
        if not any(low < m.end() and m.start() < high for low, high in covered)
    ]
    return tuple(sorted((*known, *found), key=lambda m: (m.start, m.end)))


def _says_ours(clean: Clean, mention: Mention) -> bool:
    return _OURS.fullmatch(clean.text, mention.start, mention.end) is not None


def _headed(clean: Clean, mentions: Sequence[Mention]) -> Mention | None:
    for mention in mentions:
        if mention.start > _FRONT:
            return None
        if mention.kind is Kind.SCHOOL and _HEADING.match(clean.text, mention.end):
            line = clean.text.rfind("\n", 0, mention.start) + 1
            if mention.start - line < 4:
                return mention
    return None


def _imprint(clean: Clean, mentions: Sequence[Mention]) -> Mention | None:
    for named in _NAMED.finditer(clean.raw):
        name = named["name"]
        for mention in mentions:
            if mention.kind is Kind.SCHOOL and (mention.name == name or mention.key == name):
                return mention
        return Mention(kind=Kind.SCHOOL, name=name, key=name, start=0, end=0)
    return None


def is_unknown_own(text: str, at: int, known: Sequence[Mention]) -> bool:
    """Whether 我校, 该校 stands right before the post at `at` and nobody can tell whose it is."""
    if text[at : at + 1] in ("校", "园") and text[at - 1 : at] in ("我", "本", "该"):
        return True
    word = text[max(0, at - 2) : at]
    if word not in ("我校", "本校", "该校", "我园", "本园", "该园", "我院", "本院"):
        return False
    return not any(m.end == at for m in known)
