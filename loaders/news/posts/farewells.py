"""Meetings for one who is sent: 甲校为乙老师举行援疆支教欢送会, 送丙到某校支教.

Whoever is seen off leaves home; whoever is thanked for a year of teaching leaves the host. The
words of the page tell which of the two it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention
from ...aided import AID_TO, AIDED, AIDS
from ...later import later
from ...screen import Screen
from ..entities.sides import codes_of
from .letters import NEAR, pattern
from .sendings import Sent
from .skeletons import Skeleton

__all__ = ["FAREWELL", "by_farewells"]

FAREWELL = "farewell"
"""The rule that such stays name."""
_SERVICE = f"(?:{AID_TO}|支教|挂职|援教|轮岗)"
_PARTY = "(?:欢送|送行|壮行|出征|送别|欢迎|见面|座谈)"
_FOR = tuple(
    pattern(telling)
    for telling in (
        f"为(?:Ⓣ)?L(?:Ⓣ|老师|教师)?(?:举[行办]|召开)[^ⓃⒷⓅ。；]{{0,24}}?{_SERVICE}[^ⓃⒷⓅ。；]{{0,8}}?{_PARTY}",
        f"(?:欢送|送别)(?:本校|我校)?[^ⓃⒷⓅ。；]{{0,4}}?(?:Ⓣ)?L(?:Ⓣ|老师|教师)?"
        f"[^ⓃⒷⓅ。；]{{0,4}}?(?:踏上|前往|赴|奔赴|开启)[^ⓃⒷ。；]{{0,8}}?{_SERVICE}",
    )
)
_ESCORTED = tuple(
    pattern(telling)
    for telling in (
        f"(?:赴|前往|来到|到)B[^ⓃⒷ。；]{{0,20}}?[，、]?(?:护送|送)[^ⓃⒷⓅ。；]{{0,10}}?(?:Ⓣ)?L(?:Ⓣ|老师|教师|同志)?"
        f"{NEAR}{{0,4}}?(?:到岗|赴任|到任|上任|任职|履职|就任|报到)",
        f"(?:护送|送)[^ⓃⒷⓅ。；]{{0,10}}?(?:Ⓣ)?L(?:Ⓣ|老师|教师|同志)?(?:到|赴|前往|至)B{NEAR}{{0,4}}?"
        "(?:支教|挂职|任教|任职|报到|上任|到岗|上岗)",
    )
)
_EACH = tuple(
    pattern(telling)
    for telling in (
        "(?:赴|前往|来到|到)(?P<each>[ⒷⓅ]+[^ⓃⒷⓅ，。；、]{0,8}(?:、[ⒷⓅ]+[^ⓃⒷⓅ，。；、]{0,8})+)，?分别(?:将|把)L"
        "[^ⓃⒷⓅ，。；]{0,10}?Ⓣ?送(?:到|至|往|去|上)",
        "分别(?:将|把)L[^ⓃⒷⓅ，。；]{0,10}?Ⓣ?送(?:到|至|往)了?"
        "(?P<each>[ⒷⓅ]+[^ⓃⒷⓅ，。；、]{0,8}(?:[、和][ⒷⓅ]+[^ⓃⒷⓅ，。；、]{0,8})+)",
    )
)
_TELLINGS = Screen(
    (kind, telling)
    for kind, tellings in (("for", _FOR), ("escorted", _ESCORTED), ("each", _EACH))
    for telling in tellings
)
_OVER = later("期满|圆满|结束|完成|返程|凯旋|这一?年来?|一年来|[一两三]年的|回顾|惜别|依依")


def by_farewells(
    text: str, skeletons: Sequence[Skeleton], things: Sequence[Mention], context: frozenset[str]
) -> Iterator[Sent]:
    """A stay for everybody who is seen off or brought to the place of service, in order."""
    for skeleton in skeletons:
        for kind, telling in _TELLINGS.worth_trying(skeleton.signs):
            for match in telling.finditer(skeleton.signs):
                if kind == "for":
                    yield from _seen_off(text, skeleton, match, things, context)
                elif kind == "escorted":
                    yield from _each(skeleton, match, None, skeleton.body(match, "b"))
                else:
                    yield from _in_turn(skeleton, match)


def _seen_off(
    text: str,
    skeleton: Skeleton,
    match: re.Match[str],
    things: Sequence[Mention],
    context: frozenset[str],
) -> Iterator[Sent]:
    """Those for whom a school holds a meeting before they leave it: 援疆 says for which region."""
    start, end = skeleton.bounds(match)
    before = (span for span in reversed(skeleton.spans[: match.start()]))
    home = next((m for m in before if isinstance(m, Mention) and m.kind is Kind.SCHOOL), None)
    aid = AIDS.search(text, start, end)
    if aid is None or home is None or _OVER.search(text, start, end) is not None:
        return
    province = AIDED[aid[0][-1]]
    codes = codes_of(home, context)
    if codes and codes[-1][:2] == province:
        return
    region = next((m for m in things if m.kind is Kind.PLACE and m.key == f"{province}0000"), None)
    yield from _each(skeleton, match, home, region)


def _in_turn(skeleton: Skeleton, match: re.Match[str]) -> Iterator[Sent]:
    """前往甲镇某村、乙镇某村，分别将丙、丁送到村里: each to the place of the same rank."""
    hosts: list[Mention] = []
    fresh = True
    for at in range(*match.span("each")):
        span = skeleton.spans[at]
        if isinstance(span, Mention):
            hosts[len(hosts) if fresh else -1 :] = [span]
            fresh = False
        elif skeleton.signs[at] in "、和":
            fresh = True
    people = [
        span
        for span in skeleton.spans[slice(*match.span("n"))]
        if isinstance(span, Mention) and span.kind is Kind.PERSON
    ]
    if len(hosts) != len(people):
        return
    start, end = skeleton.bounds(match)
    for person, host in zip(people, hosts, strict=True):
        yield Sent(
            person=person, origin=None, destination=host, title=None,
            start=start, end=end, rule=FAREWELL,
        )  # fmt: skip


def _each(
    skeleton: Skeleton, match: re.Match[str], home: Mention | None, host: Mention | None
) -> Iterator[Sent]:
    start, end = skeleton.bounds(match)
    for span in skeleton.spans[slice(*match.span("n"))]:
        if isinstance(span, Mention) and span.kind is Kind.PERSON:
            yield Sent(
                person=span, origin=home, destination=host, title=None,
                start=start, end=end, rule=FAREWELL,
            )  # fmt: skip
