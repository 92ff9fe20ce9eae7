"""Lists of people sent under the name of the school that they serve at: 一、某中学（4人）.

The heading stands alone on its line, and the lines below it are lists of names. Under a heading
may as well stand those whom a school sends: which it is, the homes in brackets tell, or the place
that the page says everybody goes to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..entities.sides import codes_of
from ..page.clean import Clean
from ..page.sentences import sentence_around
from .hosts import apart, may_help
from .sendings import Sent

__all__ = ["HEADED", "by_headings", "heading_of", "lines_of"]

HEADED = "headed-list"
"""The rule that such stays name."""
_SENDS = later(f"选派|支教|援派|派驻|派出|派往|挂职|轮岗|支援|{AID_TO}|帮扶|组团式")
_NUMBER = later(
    "[ 　]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}(?:[)）][、.．]?|[、.．，: 　])"
    "|[★●◆■▲·•※*]|【)?[ 　]*"
)
_REST = later(
    "[ 　]*(?:[（(][^（()）\n]{0,10}[)）])?(?:支教|援派|帮扶)?"
    "(?:组|团队|小组|教师|人员|名单)?】?[ 　]*[：:]?[ 　]*"
)
_BRACKET = later("[（(][^（()）\n]{1,30}[)）]")
_FILLER = later(
    r"[ 　\t、，,；;。.．0-9（）()：:*·•]|组长|组员|队长|队员|领队|老师|教师|同志|男|女|等"
    "|团队|负责人|成员|副?校长|语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学|信息(?:技术)?"
)
_GOES = later("(?:赴|到|前往|往|支援|帮扶|援助)$")


def by_headings(
    clean: Clean,
    things: Sequence[Mention],
    people: Sequence[Mention],
    homes: Mapping[str, Mention],
    context: Collection[str],
) -> Iterator[Sent]:
    """A stay for each person of a list under the name of a school or bureau, in order."""
    text = clean.text
    sends = [(found.start(), found.end()) for found in _SENDS.finditer(text)]
    if not sends:
        return
    aimed = _aimed(text, things, context)
    host: Mention | None = None
    listed: list[Mention] = []
    support: tuple[tuple[int, int], ...] = ()
    groups: list[tuple[Mention | None, list[Mention], tuple[tuple[int, int], ...]]] = []
    bodies = _by_line(text, [m for m in things if m.kind in _BODIES])
    persons = _by_line(text, [p for p in people if p.end - p.start > 1])
    early = False
    for start, end in lines_of(text):
        here = bodies.get(start, [])
        named = [p for p in persons.get(start, ()) if p.end <= end]
        if not named:
            groups.append((host, listed, support))
            listed = []
            before = bisect_right(sends, start, key=lambda span: span[1])
            host = heading_of(text, here, start, end) if before else None
            if host is not None:
                said = sentence_around(text, *sends[before - 1])
                support = (said, (host.start, host.end))
        elif host is not None and _is_list(text, named, here, start, end):
            listed += named
        else:
            early = early or (host is None and all(one[0] is None for one in groups))
            groups.append((host, listed, support))
            host, listed = None, []
    groups.append((host, listed, support))
    if early and host is not None and not listed:
        return  # cards: the bodies stand below each name, and none of them heads the next
    for host, listed, support in groups:
        yield from _stays(host, listed, support, homes, aimed, context)


_BODIES = (Kind.SCHOOL, Kind.INSTITUTION)
_BREAK = later("\n")
_LINE = later("[^\n]+")


def _by_line(text: str, spans: Sequence[Mention]) -> dict[int, list[Mention]]:
    """Where a line begins → those of `spans` that begin in it."""
    starts = [0, *(found.end() for found in _BREAK.finditer(text))]
    found: dict[int, list[Mention]] = {}
    for span in spans:
        found.setdefault(starts[bisect_right(starts, span.start) - 1], []).append(span)
    return found


def lines_of(text: str, low: int = 0, high: int | None = None) -> Iterator[tuple[int, int]]:
    """Where each line that is not blank begins and ends, between two places of a text."""
    for line in _LINE.finditer(text, low, len(text) if high is None else high):
        if line[0].strip():
            yield line.span()


def heading_of(text: str, here: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The body whose name alone makes up a line, but for a number and how many there are."""
    if not here:
        return None
    body = here[-1]
    lead = _NUMBER.match(text, start, end)
    before = text[lead.end() if lead else start : body.start]
    if len(before) > 12 or re.search("[^一-鿿]", before):
        return None
    return body if _REST.fullmatch(text, body.end, end) else None


def _is_list(
    text: str, named: Sequence[Mention], here: Sequence[Mention], start: int, end: int
) -> bool:
    """Whether a line is a list of names, whatever stands in brackets behind them."""
    rest, at = "", start
    for span in sorted([*named, *here], key=lambda m: m.start):
        if span.start >= at:
            rest += text[at : span.start]
            at = span.end
    rest = _BRACKET.sub("", rest + text[at:end])
    return len(_FILLER.sub("", rest)) <= 4 * len(named)


def _aimed(text: str, things: Sequence[Mention], context: Collection[str]) -> frozenset[str]:
    """The codes of the places to which the page says that people go."""
    return frozenset(
        code
        for m in things
        if m.kind is Kind.PLACE and _GOES.search(text, max(0, m.start - 4), m.start)
        for code in codes_of(m, context)[:1]
    )


def _stays(
    host: Mention | None,
    listed: Sequence[Mention],
    support: tuple[tuple[int, int], ...],
    homes: Mapping[str, Mention],
    aimed: frozenset[str],
    context: Collection[str],
) -> Iterator[Sent]:
    if host is None or not listed:
        return
    own = {p.key: homes[p.key] for p in listed if p.key in homes and homes[p.key].key != host.key}
    away = [h for h in own.values() if apart(h, host, context) and may_help(h, host, context)]
    if len(away) < len(own) or (
        2 * len(away) < len(listed) and aimed.isdisjoint(codes_of(host, context))
    ):
        return
    for person in listed:
        yield Sent(
            person=person, origin=own.get(person.key), destination=host, title=None,
            start=person.start, end=person.end, rule=HEADED, support=support,
        )  # fmt: skip
