"""Bodies that a page goes on to name by a part of their name: 基金会, 甲方."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from .clipped import keeps_order

__all__ = ["contracting", "short_bodies"]

_BODY = later(
    r"(?:(?<=[，。；\n])|(?<=由)|(?<=代表)(?=..[向给])|(?<=到)(?=.{2}\d{4}年))(?:该)?(?P<what>基金会|集团|协会|商会|公司)"
    r"(?=向|为|给|在|此前|捐|出资|资助|拟|还|又|也|已经?[向为在捐资]|先后|累计|托管|派|拿出|斥资|援建|每年|共向|\d{4}年[援捐]建)"
)
_PARTY = later(r"(?P<party>[甲乙丙丁]方)(?:[（(][^（）()\n]{0,12}[)）])?\s*[:：]\s*")


def contracting(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """甲方, 乙方 of an agreement that says who they are: 甲方:某大学."""
    parties: dict[str, Mention] = {}
    for named in _PARTY.finditer(text):
        who = next((m for m in mentions if 0 <= m.start - named.end() <= 6), None)
        if who is not None and "\n" not in text[named.end() : who.start]:
            parties.setdefault(named["party"], who)
    if len(parties) < 2:
        return []
    return [
        replace(parties[word[0]], start=word.start(), end=word.end())
        for word in re.finditer("[甲乙丙丁]方(?![:：（(])", text)
        if word[0] in parties
    ]


def short_bodies(text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """基金会, 集团 alone, where only one body of the page can be meant."""
    found = []
    for match in _BODY.finditer(text):
        fitting: dict[str, Mention] = {}
        for mention in mentions:
            if mention.kind is Kind.INSTITUTION and mention.name.endswith(match["what"]):
                fitting.setdefault(mention.name, mention)
        longest = max(fitting.values(), key=lambda m: (len(m.name), m.name), default=None)
        if longest is None or longest.start > match.start():
            continue
        if all(keeps_order(name, longest.name) for name in fitting):
            found.append(replace(longest, start=match.start(), end=match.end()))
    return found
