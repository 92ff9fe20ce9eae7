"""Whose a number of money, goods or people is, and whose it is not."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Assistance, Kind, Mention
from ...later import later
from .numbers import CountSpan

__all__ = ["goes_elsewhere", "of_the_giver"]

_TO = later(r"[^，。；、\d]{0,8}?(?:到|赴|进驻|分赴|前往|派往)(?!岗|位|账|期|会|场|来|目前|现在)")
_HERE = later("[我该本当两各对受此]|来|县|市|区|旗|校|州|乡|镇|那|这")
_WINDOW = 18  # characters in which a destination is named
_FUND = later(r"[\u4e00-\u9fff]{0,8}资金|款")
_GIVERS = (Kind.INSTITUTION, Kind.SCHOOL)  # a person may act for the body named before


def goes_elsewhere(text: str, count: CountSpan, fact: Assistance[Mention]) -> bool:
    """Whether the people counted go to a place that is not the fact's: 5名赴乙市, fact on 甲县."""
    to = _TO.match(text, count.end)
    if to is None or _HERE.match(text, to.end()):
        return False
    sides = (fact.recipient, fact.helper)
    window = text[to.end() : to.end() + _WINDOW]
    names = {text[s.start : s.end] for s in sides} | {s.name for s in sides}
    return not any(name[:2] in window for name in names if name)


def _joint(text: str, giver: Mention, mentions: Sequence[Mention]) -> bool:
    """Whether another one gives with `giver`: 沈某和林某捐赠, of which neither gave all."""
    return any(
        m.kind is giver.kind and text[m.end : giver.start] in ("和", "与", "及", "、")
        for m in mentions
        if m.end < giver.start
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
    recipients = {f.recipient.key for f in facts}
    before = [m for m in mentions if start <= m.start and m.end <= count.start]
    for mention in reversed(before):
        if mention.key in recipients:
            continue
        own = [f for f in facts if f.helper.key == mention.key]
        if own:
            return [] if _joint(text, mention, mentions) else own
        if mention.kind is Kind.PLACE and _FUND.match(text[mention.end : count.start]):
            return []
        if mention.kind in _GIVERS:
            return []
    return list(facts)
