"""该县, 我县, 该校: what a text points at instead of naming it. Never a guess over a distance."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...later import later

__all__ = ["entered", "find_pointers"]

_PLACE = later(r"(?P<head>[该我本])(?P<level>[省市县区州镇乡])(?![长委级域局政])")
_SCHOOL = later(r"(?P<head>[该我本])(?:校|园)(?![长区园友内外舍服])")
#: 考入某大学: where a pupil went on to, not what the page tells of.
_ENTERED = later(r"(?:考入|考上|考取|录取到|录取|毕业于|就读于|升入)(?:了)?$")

_end = attrgetter("end")


def find_pointers(text: str, named: Sequence[Mention], publisher: str | None) -> list[Mention]:
    """Pointing words as mentions of what they mean; those that could mean several are left out.

    该X is the nearest thing of its level named before it in the same or the last paragraph. 我X is
    the only thing of that level in the article, or the school that publishes the page.
    """
    found: list[Mention] = []
    of_level: dict[str, list[Mention]] = {}
    for match in _PLACE.finditer(text):
        level = match["level"]
        if level not in of_level:
            places = (m for m in named if m.kind is Kind.PLACE)
            of_level[level] = [m for m in places if m.name.endswith(level)]
        fitting = of_level[level]
        same = fitting and all(m.key == fitting[0].key for m in fitting)
        found += _pointed(match, fitting, text, fitting[0] if same else None)
    schools = [m for m in named if m.kind is Kind.SCHOOL]
    own = (m for m in schools if publisher and _forms(m, text) & {publisher.strip()})
    owner = next(own, None)
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
            found += _pointed(match, schools, text, owner)
    return found


def _pointed(
    match: re.Match[str], fitting: Sequence[Mention], text: str, own: Mention | None
) -> list[Mention]:
    target = own
    if match["head"] == "该":
        before = fitting[: bisect_right(fitting, match.start(), key=_end)]
        target = next((m for m in reversed(before) if not entered(text, m.start)), None)
        if target is not None and text.count("\n", target.end, match.start()) > 1:
            target = None
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


def entered(text: str, at: int) -> bool:
    """Whether what is named at `at` is where a pupil went on to: 考入某大学."""
    return _ENTERED.search(text, max(0, at - 8), at) is not None


def _forms(mention: Mention, text: str) -> set[str]:
    return {mention.name, text[mention.start : mention.end]}
