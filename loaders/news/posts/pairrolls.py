"""Lists of pairs of schools with the people whom one sends to the other: A校—B校：甲、乙.

An entry is a line, or some lines that follow each other, made of two bodies, names and the words of
such lists alone. Which of the two sends, the words beside it tell (受援学校：B校, 由A校选派, →), or
where the two lie. One entry by itself is no list.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..entities.sides import direction
from ..page.clean import Clean
from ..people.rosters import find_rows, opens_line
from ..people.titles import Title
from .sendings import Sent
from .skeletons import BODY, PERSON, Skeleton

__all__ = ["PAIRED", "by_pair_rolls"]

PAIRED = "pair-roll"
"""The rule that such stays name."""
_LONGEST = 160  # signs of a line of a list
_GAP = 12  # characters between two lines of an entry
_SPEAKS = later(f"支教|选派|援派|派驻|派出|挂职|支援|{AID_TO}")
_MARK = later(
    "^[ 　]*"
    "(?:[（(]?[0-9一二三四五六七八九十]{1,3}(?:[）)][、.．]?|[、.．，：: 　]))?[ 　★●◆■▲·•※*]*"
)
_WORDS = later(
    "选派|派出|派驻|援派|援教|支教|任教|挂职|对口|支援|受援|帮扶|结对|接收|学校|单位|教师|老师|同志|名单|前往"
    "|[一二两三四五六七八九十0-9]+[名位人]|语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学"
    "|[由来自均都到赴至等的和与及第组年]|[ 　、，：:；;（）()【】—–→>|｜.．-]"
)
_MADE_OF = later("[ⒷⓅⓃⓉ]*")
_HOST_BEFORE = later(
    "(?:(?:受援|被帮扶|支教|接收|受助|结对受援)(?:学校|单位)?[】：: 　]*"
    "|[到赴至往]|支援[ 　]?|帮扶[ 　]?|[→>][ 　]?)Ⓟ*$"
)
_HOST_BEHIND = later("[（(]受援")
_HOME_BEFORE = later("(?:由|来自|(?:支援|派出|选派|结对|帮扶)(?:学校|单位)[】：: 　]*)Ⓟ*$")
_HOME_BEHIND = later(
    "[ 　]?(?:选派|派出|援派|对口支援|支援(?!学校|单位)|帮扶(?!学校|单位)|[（(]支援|→|—+>|Ⓣ：)"
)
_TEACHES = ("教师", "老师")


@dataclass(slots=True)
class _Entry:
    """The lines of an entry so far, its bodies in order and its people."""

    lines: list[Skeleton] = field(default_factory=list)
    bodies: list[tuple[Mention, str]] = field(default_factory=list)
    """Each with the end that the words beside it say it is: home, host, or nothing."""
    people: list[Mention] = field(default_factory=list)


def by_pair_rolls(
    clean: Clean, told_in: Sequence[Skeleton], context: Collection[str]
) -> Iterator[Sent]:
    """A stay for each person of a list of pairs, in order; none where only one entry is found.

    A table with a header is none: it has columns that say what is what.
    """
    text = clean.text
    if _SPEAKS.search(text) is None or find_rows(clean):
        return
    lines = [part for line in told_in for part in _lines(clean, line)]
    pairs = [(entry, pair) for entry in _entries(text, lines) if (pair := _pair(entry))]
    known = [_ends(pair, context) for _, pair in pairs]
    if len(pairs) < 2 or not any(known):
        return
    # an entry that does not say who sends is written as the others are
    first = {
        ends[0].key == pair[0][0].key for ends, (_, pair) in zip(known, pairs, strict=True) if ends
    }
    for ends, (entry, ((one, _), (other, _))) in zip(known, pairs, strict=True):
        if ends is None and len(first) > 1:
            continue
        home, host = ends or ((one, other) if True in first else (other, one))
        start, end = entry.lines[0].start, _end(entry.lines[-1])
        for person in entry.people:
            yield Sent(
                person=person, origin=home, destination=host, title=None,
                start=start, end=end, rule=PAIRED,
            )  # fmt: skip


def _entries(text: str, told_in: Sequence[Skeleton]) -> Iterator[_Entry]:
    """The entries of the lists; one begins with what the first of its list begins with."""
    entry = _Entry()
    last: Skeleton | None = None
    bodies_first = True
    for line in told_in:
        if not _is_listed(line):
            yield entry
            entry, last = _Entry(), None
            continue
        if last is None or line.start - _end(last) > _GAP:
            bodies_first = _opens(line)
            begins = True
        elif bodies_first:
            begins = bool(entry.people) and BODY in line.signs
        else:
            full = len({body.key for body, _ in entry.bodies}) > 1
            begins = (full and BODY in line.signs) or bool(entry.bodies and PERSON in line.signs)
        if begins:
            yield entry
            entry = _Entry()
        last = line
        entry.lines.append(line)
        for at, (sign, span) in enumerate(zip(line.signs, line.spans, strict=True)):
            if sign == BODY and isinstance(span, Mention):
                entry.bodies.append((span, _side(line.signs, at)))
            elif sign == PERSON and isinstance(span, Mention) and text[span.start] not in "他她":
                entry.people.append(span)
    yield entry


def _lines(clean: Clean, line: Skeleton) -> Iterator[Skeleton]:
    """The parts of a sentence that stand on lines of their own on the page as received."""
    if len(line.people) < 2 or line.signs.count(BODY) < 4:
        yield line
        return
    cuts = [0]
    for at, span in enumerate(line.spans[1:], 1):
        if opens_line(clean, span if isinstance(span, int) else span.start):
            cuts.append(at)
    cuts.append(len(line.spans))
    yield from (Skeleton(line.signs[a:b], line.spans[a:b]) for a, b in pairwise(cuts))


def _end(line: Skeleton) -> int:
    last = line.spans[-1]
    return last + 1 if isinstance(last, int) else last.end


def _opens(line: Skeleton) -> bool:
    """Whether a line names a body before any person."""
    body, person = line.signs.find(BODY), line.signs.find(PERSON)
    return body >= 0 and (person < 0 or body < person)


def _is_listed(line: Skeleton) -> bool:
    """Whether a line is made of bodies, teachers and the words of lists alone."""
    if len(line.signs) > _LONGEST or not _MADE_OF.fullmatch(
        _WORDS.sub("", _MARK.sub("", line.signs))
    ):
        return False
    return all(span.title in _TEACHES or span.aid for span in line.spans if isinstance(span, Title))


def _side(signs: str, at: int) -> str:
    """The end that the words beside a body say it is."""
    before = signs[max(0, at - 12) : at]
    if _HOME_BEFORE.search(before):
        return "home"
    if _HOST_BEFORE.search(before) or _HOST_BEHIND.match(signs, at + 1):
        return "host"
    return "home" if _HOME_BEHIND.match(signs, at + 1) else ""


def _pair(entry: _Entry) -> tuple[tuple[Mention, str], tuple[Mention, str]] | None:
    """The two bodies of an entry that names people, each with the end that it is said to be."""
    if not entry.people:
        return None
    sides: dict[str, tuple[Mention, str]] = {}
    for body, side in entry.bodies:
        if body.key not in sides or not sides[body.key][1]:
            sides[body.key] = body, side
    if len(sides) != 2 or any(body.kind is Kind.PLACE for body, _ in sides.values()):
        return None
    one, other = sides.values()
    return one, other


def _ends(
    pair: tuple[tuple[Mention, str], tuple[Mention, str]], context: Collection[str]
) -> tuple[Mention, Mention] | None:
    """Home and host, as the words beside them tell, or where they lie."""
    (one, first), (other, second) = pair
    if first == second:
        if first:
            return None
        way = direction(one, other, context=context)
        first = "home" if way > 0 else "host" if way < 0 else ""
        second = ""
    if "home" in (first, second):
        return (one, other) if first == "home" else (other, one)
    if "host" in (first, second):
        return (other, one) if first == "host" else (one, other)
    return None
