"""The entries of a roll: a name at the head of each, and the bodies that stand around it.

An entry is a line or a part of one (1.甲，A校，数学，B校), or several cells, each on its own line.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ....ontology.records import Mention
from ...later import later
from .headings import heading_of, lines_of

__all__ = ["LEAST", "Entry", "Side", "entries_of", "within"]

_POST = "[组队团]长|组员|队员|领队|成员|姓名|校长|园长|教师|老师|负责人"
_HEAD = later(
    rf"(?:^|[\n\s、，；。|.．)）：:【★●◆■▲·•※*-])[0-9]{{0,2}}(?:(?:{_POST})[：: 　])?[ 　|]*$"
)
_TAIL = later(r"[ 　]*(?:$|[\n|，,（(：:；;、。\s—→-]|老师|同志|同学|教师)")
_BEFORE = 16
LEAST = 2
"""So many entries make a roll."""
_LINE = 40
"""So long a line without an entry ends the roll, if it is a sentence."""
_ITEM = later("[；;]")
_CREDIT = later(
    "[ 　（(【]*(?:(?:联系|咨询|监督|受理|作者|编辑|责编|责任编辑|[初终复]审|审[核校稿]|校对"
    "|撰[稿文]|供[稿图]|通讯员|记者|摄影|文字|图片|图文|文图)(?:人员?|员)?[：:／/ 　]"
    "|[文图][／/]?[图文]?[：:])"
)
"""The head of a line that names who wrote the page or answers for it."""

Side = Callable[[Mention], str]


class Entry(NamedTuple):
    """A person, the bodies of the entry, and the body before all names of the line."""

    person: Mention
    bodies: tuple[Mention, ...]
    lead: Mention | None
    above: Mention | None
    end: int


def within(spans: Sequence[Mention], low: int, high: int) -> Sequence[Mention]:
    """Those of `spans`, which stand in order, that begin between two places."""
    first = bisect_left(spans, low, key=_start)
    return spans[first : bisect_left(spans, high, first, key=_start)]


def _start(span: Mention) -> int:
    return span.start


def entries_of(
    text: str,
    opening: tuple[int, int],
    ends: int,
    bodies: Sequence[Mention],
    people: Sequence[Mention],
    rows: Collection[int],
    side: Side,
) -> Iterator[Entry]:
    """The entries between the `opening` of a roll and where it `ends`, in order.

    `rows` are the lines that are rows of tables: they are read as such. `side` says to which of
    two places a body belongs, as a text; empty if it does not show.
    """
    block = _Block([])
    for start, end in lines_of(text, opening[1], ends):
        if start in rows or _CREDIT.match(text, start, end):
            continue
        here, named = within(bodies, start, end), within(people, start, end)
        if not named and end - start > _LINE:
            yield from block.entries(text, side)
            block = _Block([])
            if "。" in text[start:end]:
                return  # the text goes on with something else
            continue
        block.lines.append(_Line(start, end, here, named))
    yield from block.entries(text, side)


def _in_line(
    bodies: Sequence[Mention],
    named: Sequence[Mention],
    known: Collection[tuple[int, int]],
    end: int,
    above: Mention | None,
) -> Iterator[Entry]:
    """The entries of a line or a part of it; a body before the first name stands before all."""
    if not named:
        return
    before = within(bodies, 0, named[0].start)
    lead = before[-1] if before else None
    stops = [*(p.start for p in named[1:]), end]
    behind = [within(bodies, p.end, stop) for p, stop in zip(named, stops, strict=True)]
    sure = all((p.start, p.end) in known for p in named)
    if sure and len(before) == len(bodies) == 2 and len(named) == 1:
        yield Entry(named[0], tuple(before), None, above, named[0].end)
        return
    if sure and before and len(named) >= LEAST and min(map(len, behind[:-1])) > 1:
        entries = _aligned([[p] for p in named], [before, *behind])
        if entries is not None:
            yield from entries
            return
    for person, own in zip(named, behind, strict=True):
        if (person.start, person.end) in known:
            yield Entry(person, tuple(own), lead, above, own[-1].end if own else person.end)


class _Line(NamedTuple):
    """A line of a roll: the bodies and the names in it."""

    start: int
    end: int
    bodies: Sequence[Mention]
    named: Sequence[Mention]


class _Block(NamedTuple):
    """Lines that stand together."""

    lines: list[_Line]

    def entries(self, text: str, side: Side) -> Iterator[Entry]:
        """The entries of the lines: each over several of them, or one or more on a line."""
        names = [line for line in self.lines if line.named]
        apart = len(names) >= LEAST and all(
            _is_head(text, p, line.start) and not within(line.bodies, line.named[0].end, p.start)
            for line in names
            for p in line.named
        )
        gaps = [0] * (len(names) + 1)
        at = 0
        for line in self.lines:
            at += bool(line.named)
            gaps[at] += not line.named and bool(line.bodies)
        if apart and all(gaps[1:-1]):
            yield from _over_lines(self.lines, side)
        else:
            yield from self._by_line(text)

    def _by_line(self, text: str) -> Iterator[Entry]:
        above: Mention | None = None
        for start, end, here, named in self.lines:
            if not named:
                above = heading_of(text, here, start, end) or above
                continue
            known = frozenset((p.start, p.end) for p in named if _is_head(text, p, start))
            marks = [start, *(m.end() for m in _ITEM.finditer(text, start, end)), end]
            for first, last in pairwise(marks):
                yield from _in_line(
                    within(here, first, last), within(named, first, last), known, last, above
                )


def _over_lines(lines: Sequence[_Line], side: Side) -> Iterator[Entry]:
    """The entries of names with bodies on lines of their own between them.

    Whether these belong to the name before or to the one behind shows in how many stand before the
    first name and behind the last, else in the places; where neither fits, nothing is told.
    """
    names: list[Sequence[Mention]] = []
    between: list[list[Mention]] = [[]]
    for line in lines:
        low = line.named[0].start if line.named else line.end
        between[-1] += within(line.bodies, line.start, low)
        if line.named:
            names.append(line.named)
            between.append(list(within(line.bodies, low, line.end)))
    found = _aligned(names, between)
    yield from found if found is not None else _merged(names, between, side)


def _aligned(
    names: Sequence[Sequence[Mention]], between: Sequence[Sequence[Mention]]
) -> list[Entry] | None:
    """The entries of `names` with the bodies before, between and behind them; None if unsure."""
    most = min(len(gap) for gap in between[1:-1])
    ahead = min(len(between[0]), most)
    uneven = any(len(gap) != most for gap in between[1:-1])
    if ahead and (uneven or len(between[-1]) != most - ahead):
        return None
    found: list[Entry] = []
    before = between[0][len(between[0]) - ahead :]
    for at, people in enumerate(names, 1):
        gap = between[at]
        own = gap if at == len(names) else gap[: len(gap) - ahead]
        lead = before[-1] if ahead == 1 and own else None
        told = tuple(own if lead is not None else [*before, *own])
        found += [Entry(p, told, lead, None, max([p.end, *(b.end for b in told)])) for p in people]
        before = gap[len(gap) - ahead :]
    return found


def _merged(
    names: Sequence[Sequence[Mention]], between: Sequence[Sequence[Mention]], side: Side
) -> list[Entry]:
    """The entries where a cell may stand for several of them: bodies of two places alternate.

    The one place stands before the names, the other behind: that of the first body.
    """
    every = [body for gap in between for body in gap]
    sides = {side(body) for body in every}
    first = {side(body) for body in between[0][-2:]}
    if len(sides) != 2 or "" in sides or len(first) != 1:
        return []
    (ahead,) = first
    found: list[Entry] = []
    lead, last = between[0][-1], None
    for people, gap in zip(names, between[1:], strict=True):
        own = [body for body in gap if side(body) != ahead]
        following = [body for body in gap if side(body) == ahead]
        if len({body.key for body in own}) > 1 or len({body.key for body in following}) > 1:
            return []
        last = own[0] if own else last
        if last is None:
            return []
        found += [Entry(p, (lead, last), None, None, max(p.end, last.end)) for p in people]
        lead = following[-1] if following else lead
    return found


def _is_head(text: str, person: Mention, low: int) -> bool:
    """Whether an entry begins with the name: behind a number, a sign, or the word for a member."""
    before = text[max(low, person.start - _BEFORE) : person.start]
    return (not before or _HEAD.search(before) is not None) and (
        _TAIL.match(text, person.end) is not None
    )
