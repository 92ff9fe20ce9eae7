"""Whose a number of money, goods or people is, and whose it is not."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from ....ontology.records import Assistance, Kind, Mention
from ...later import later
from .numbers import CountSpan

__all__ = ["goes_elsewhere", "of_the_giver"]

_TO = later(r"[^，。；、\d]{0,8}?(?:到|赴|进驻|分赴|前往|派往)(?!岗|位|账|期|会|场|来|目前|现在)")
_HERE = later("[我该本当两各对受此]|来|县|市|区|旗|校|州|乡|镇|那|这")
_WINDOW = 18  # characters in which a destination is named
_CLAUSE = later("[，。；]")
_FUND = later(r"[\u4e00-\u9fff]{0,8}资金|款")
_ANY = ("中国", "中华", "全国", "中央")  # no place in which a body would be named
_GOES_ON = later("[^，。；、到赴的]{0,6}(?:大学|学院|师范|研究院)")
_begin = attrgetter("start")
_GIVERS = (Kind.INSTITUTION, Kind.SCHOOL)  # a person may act for the body named before


def goes_elsewhere(text: str, count: CountSpan, fact: Assistance[Mention]) -> bool:
    """Whether the people counted go to a place that is not the fact's: 5名赴乙市, fact on 甲县."""
    to = _TO.match(text, count.end)
    if to is None or _HERE.match(text, to.end()):
        return False
    clause = _CLAUSE.search(text, to.end(), to.end() + _WINDOW)
    window = text[to.end() : clause.start() if clause else to.end() + _WINDOW]
    return not any(
        name and _names(window, name, side.kind)
        for side in (fact.recipient, fact.helper)
        for name in {text[side.start : side.end], side.name}
    )


def _names(window: str, name: str, kind: Kind) -> bool:
    """Whether a place, or the place in which a body is, is named: 皮山 for 皮山县, 中国 for none.

    The first two characters of a body's name tell where it is, unless another body goes on there.
    """
    if kind is Kind.PLACE:
        return (name[:-1] if len(name) > 2 else name) in window or name[:2] in window[:2]
    at = window.find(name[:2])
    return name in window or (
        at >= 0 and name[:2] not in _ANY and not _GOES_ON.match(window, at + 2)
    )


def _joint(text: str, giver: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether another one gives with `giver`: 沈某和林某捐赠, of which neither gave all."""
    return any(
        m.kind is giver.kind and m.end + 1 == giver.start and text[m.end] in "和与及、"
        for m in mentions
    )


def of_the_giver(
    text: str,
    count: CountSpan,
    facts: Sequence[Assistance[Mention]],
    mentions: Sequence[Mention],
    start: int,
) -> list[Assistance[Mention]]:
    """Those of `facts` whose helper is who gives, of the sentence from `start` on.

    The giver is the last body or person named before the number that is no recipient; where none
    is named, every helper may be it. 浙江协作资金2860万元: a place before 资金 gives it.
    """
    if not facts:
        return []
    recipients = {f.recipient.key for f in facts}
    low = bisect_left(mentions, start, key=_begin)
    high = bisect_left(mentions, count.start, low, key=_begin)
    before = [m for m in mentions[low:high] if m.end <= count.start]
    for mention in reversed(before):
        if mention.key in recipients:
            continue
        own = [f for f in facts if f.helper.key == mention.key]
        if own:
            return [] if _joint(text, mention, before) else own
        if mention.kind is Kind.PLACE and _FUND.match(text, mention.end, count.start):
            return []
        if mention.kind in _GIVERS:
            return []
    return list(facts)
