"""Free words taken apart: names that the store knows, dates, numbers, and what is left.

A line of words that asks for a question is groups with a space between, found in this order; a
group is alternatives with ``|`` between, in which ``_`` is a space; ``<name>``, ``<date>`` and
``<number>`` stand for any name, date and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ..ontology.errors import QueryError
from .engine import Store
from .names import called, find_entity
from .spelling import undressed

__all__ = ["Heard", "heard", "in_order", "left_over", "name_left", "names_left"]

_DATE: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)(?:\s*年\s*(?P<m>\d{1,2})\s*月(?:\s*(?P<d>\d{1,2})\s*[日号])?"
    r"|-(?P<m2>\d\d)(?:-(?P<d2>\d\d))?|\s*年)?(?!\d)"
)
_NUMBER: Final = re.compile(r"(?<!\d)\d+(?!\d)")
_QUOTED: Final = re.compile("[“\"「『‘']([^”\"」』’']+)[”\"」』’']")
_MARKS: Final = re.compile(r"[\s,.;:!?，。；：！？、“”\"「」『』‘’'()（）\[\]【】—…·/&-]+")
_GAP: Final = "\x00"
_GAPS: Final = {"<name>": "e", "<date>": "d", "<number>": "n"}
_LONGEST: Final = 24
_KINDS: Final = re.compile("(?:自治)?[县市省区州旗盟校]|[中小]学|高中|学校|大学|学院")
"""What may end a name, and says nothing by itself."""
_PLAIN: Final = frozenset("的了在是有请被由给对谁都和与跟吗呢吧哪")
_NAMED: Final = re.compile(
    r"[^\s]{2,20}(?:自治[县旗州]|[县市省区州旗]|[中小]学|高中|学校|大学|学院|幼儿园)"
)
"""What looks like the whole name of a place or a school."""


@dataclass(frozen=True, slots=True)
class Heard:
    """The words with names, dates and numbers taken out, and what those were."""

    bare: str
    things: tuple[str, ...]
    dates: tuple[str, ...]
    numbers: tuple[str, ...]
    quoted: tuple[str, ...]


def heard(store: Store, text: str) -> Heard:
    """`text` taken apart; names are those that anything in `store` has."""
    quoted = tuple(_QUOTED.findall(text))
    dates: list[str] = []
    numbers: list[str] = []

    def date(found: re.Match[str]) -> str:
        month, day = found["m"] or found["m2"], found["d"] or found["d2"]
        parts = [found["y"], *(f"{int(part):02}" for part in (month, day) if part)]
        dates.append("-".join(parts))
        return f"{_GAP}d{_GAP}"

    def number(found: re.Match[str]) -> str:
        numbers.append(found[0])
        return f"{_GAP}n{_GAP}"

    plain = " ".join(text.split())
    bare, things = _without_names(store, plain)
    bare = _NUMBER.sub(number, _DATE.sub(date, bare))
    return Heard(bare.casefold(), things, tuple(dates), tuple(numbers), quoted)


def _without_names(store: Store, text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with a gap for each name in it that the store knows, and those names.

    The longest name at a place counts; names that only stand before another one as the places
    around it (四川省旺苍县) are part of that.
    """
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(text):
        end = _name_at(store, text, at)
        if end is None:
            at += 1
            continue
        if spans and spans[-1][1] == at and _is_one(store, text[spans[-1][0] : end]):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((at, end))
        at = end
    bare, last = "", 0
    for start, end in spans:
        bare += f"{text[last:start]}{_GAP}e{_GAP}"
        last = end
    return bare + text[last:], tuple(undressed(text[start:end]) for start, end in spans)


def _name_at(store: Store, text: str, at: int) -> int | None:
    for end in range(min(len(text), at + _LONGEST), at + 1, -1):
        part = undressed(text[at:end])
        if len(part) < 2 or _MARKS.match(text[at]) or _MARKS.match(text[end - 1]):
            continue
        # a year or a count is no name, though a code of a place is
        if part.isascii() and part.isdigit() and len(part) != 6:
            continue
        if part.casefold() not in _said_anyway() and called(store, part):
            return end
    return None


def _is_one(store: Store, text: str) -> bool:
    try:
        find_entity(store, text)
    except QueryError:
        return False
    return True


def in_order(line: str, bare: str) -> tuple[str, ...]:
    """What the groups of a line find in `bare`, one after the other; () unless all do."""
    hit: list[str] = []
    at = 0
    for group in line.split():
        best: re.Match[str] | None = None
        for word in group.split("|"):
            found = _pattern(word).search(bare, at)
            if found and (best is None or len(found[0]) > len(best[0])):
                best = found
        if best is None:
            return ()
        hit.append(best[0])
        # a gap is found whole: its last mark begins no other
        at = best.end()
    return tuple(hit)


@cache
def _pattern(word: str) -> re.Pattern[str]:
    if word in _GAPS:
        return re.compile(f"{_GAP}{_GAPS[word]}{_GAP}")
    plain = re.escape(word.replace("_", " ").casefold())
    return re.compile(rf"\b{plain}\b" if word.isascii() else plain)


def left_over(lines: Iterable[str], text: Heard) -> str:
    """What of the text is neither a name nor a word of these `lines` nor said anyway."""
    return " ".join(left for piece in _pieces(lines, text) if (left := _unsaid(piece)))


def name_left(lines: Iterable[str], text: Heard) -> str:
    """What is left over, as a name: with the common words that may be a part of it (同心树人)."""
    names = [piece for piece in _pieces(lines, text, whole=True) if _unsaid(piece)]
    return " ".join(_uncovered(piece) for piece in names)


def names_left(lines: Iterable[str], text: Heard) -> list[str]:
    """What is left over and looks like the name of a place or a school."""
    pieces = (_uncovered(piece) for piece in _pieces(lines, text, whole=True) if _unsaid(piece))
    return [piece for piece in pieces if _NAMED.fullmatch(piece)]


def _pieces(lines: Iterable[str], text: Heard, *, whole: bool = False) -> list[str]:
    """The text without names and the words of these `lines`, cut at marks and spaces.

    `whole` leaves words that may end a name (县) where they are.
    """
    rest = text.bare
    words = {word for line in lines for group in line.split() for word in group.split("|")}
    words -= {word for word in words if whole and _KINDS.fullmatch(word)}
    for word in sorted(words - _GAPS.keys(), key=lambda word: (-len(word), word)):
        rest = _pattern(word).sub(" ", rest)
    rest = re.sub(f"{_GAP}.{_GAP}", " ", rest)
    for quoted in text.quoted:
        rest = rest.replace(quoted.casefold(), " ")
    return _MARKS.split(rest)


def _uncovered(piece: str) -> str:
    """`piece` without the words said anyway around it; of one character only the plainest count."""
    if piece.isascii():
        return piece
    sure = {word for word in _said_anyway() if len(word) > 1 and not _KINDS.match(word)} | _PLAIN
    for size in range(5, 0, -1):
        if piece[:size] in sure:
            return _uncovered(piece[size:])
        if piece[-size:] in sure:
            return _uncovered(piece[:-size])
    return piece


def _unsaid(piece: str) -> str:
    """`piece` without what is said anyway; Latin words as wholes, Chinese from the longest on.

    What ends a name (县, 中学) stays with what nobody understood before it.
    """
    if piece.isascii():
        return "" if piece in _said_anyway() else piece
    left, at, open_name = "", 0, False
    while at < len(piece):
        kind = _KINDS.match(piece, at) if open_name else None
        size = next((n for n in range(5, 0, -1) if piece[at : at + n] in _said_anyway()), 0)
        end = kind.end() if kind else at + (size or 1)
        if kind or not size:
            left += piece[at:end]
        open_name = bool(kind) or not size
        at = end
    return left


@cache
def _said_anyway() -> frozenset[str]:
    """Words that a question may hold without meaning anything more by them."""
    text = files(__package__).joinpath("questions", "said-anyway.txt").read_text(encoding="utf-8")
    return frozenset(
        word.replace("_", " ")
        for line in text.splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
