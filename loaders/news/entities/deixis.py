"""该县, 我县, 该校: what a text points at instead of naming it. Never a guess over a distance."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later

__all__ = ["find_pointers"]

_PLACE = later(r"(?P<head>[该我本])(?P<level>[省市县区州镇乡])(?![长委级域局政])")
_SCHOOL = later(r"(?P<head>[该我本])(?:校|园)(?![长区园友内外舍服])")
#: 考入某大学: where a pupil went on to, not what the page tells of.
_ENTERED = later(r"(?:考入|考上|考取|录取到|录取|毕业于|就读于|升入)(?:了)?$")


def find_pointers(text: str, named: Sequence[Mention], publisher: str | None) -> list[Mention]:
    """Pointing words as mentions of what they mean; those that could mean several are left out.

    该X is the nearest thing of its level named before it in the same or the last paragraph. 我X is
    the only thing of that level in the article, or the school that publishes the page.
    """
    found: list[Mention] = []
    for match in _PLACE.finditer(text):
        fitting = [m for m in named if m.kind is Kind.PLACE and m.name.endswith(match["level"])]
        found += _pointed(match, fitting, text, None)
    schools = [m for m in named if m.kind is Kind.SCHOOL]
    for match in _SCHOOL.finditer(text):
        last = found[-1] if found and found[-1].kind is Kind.SCHOOL else None
        if (
            match["head"] == "该"
            and last is not None
            and text[last.start] == "该"
            and not re.search("[。！？\n]", text[last.end : match.start()])
        ):
            # 该校得到甲援建的…;该校教师…: in one sentence it goes on meaning the same
            found.append(replace(last, start=match.start(), end=match.end()))
        else:
            found += _pointed(match, schools, text, publisher or "")
    return found


def _pointed(
    match: re.Match[str], fitting: Sequence[Mention], text: str, publisher: str | None
) -> list[Mention]:
    target: Mention | None = None
    if match["head"] == "该":
        before = [
            m
            for m in fitting
            if m.end <= match.start() and not _ENTERED.search(text, max(0, m.start - 8), m.start)
        ]
        if before and text.count("\n", before[-1].end, match.start()) <= 1:
            target = before[-1]
    elif publisher is None:
        target = fitting[0] if len({m.key for m in fitting}) == 1 else None
    else:
        own = [m for m in fitting if publisher and _forms(m, text) & {publisher.strip()}]
        target = own[0] if own else None
    if target is None:
        return []
    return [
        Mention(
            kind=target.kind,
            name=target.name,
            start=match.start(),
            end=match.end(),
            key=target.key,
        )
    ]


def _forms(mention: Mention, text: str) -> set[str]:
    return {mention.name, text[mention.start : mention.end]}
