"""A clause as the trained proposer of bodies sees it: its characters, words, places and endings.

What is seen depends only on the text, the dictionary of rjieba, the table of divisions and the
lexicon of endings, never on a rule that reads names: the model stays valid when rules change.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from operator import add

import ahocorasick_rs

from ....ontology.records import Kind
from ... import dictionary
from ...later import later
from ...lexicon import word_set
from .crf import MARKS, Columns, in_word
from .endings import endings
from .places import place_forms

__all__ = ["JOINTS", "BodySigns", "body_signs", "brands", "clauses", "columns"]

JOINTS = frozenset("向为给对到在与和赴由从被让请")
"""Signs at which one name ends and another may begin."""
_RUN = later(r"[0-9０-９.%]+|[A-Za-z]+")
_CLAUSE = later(r"[^。！？!?；;，,：:\n]+[。！？!?；;，,：:\n]?")
_LONGEST = 400
"""A clause that is longer is a flattened table or noise: it is seen in pieces."""
_CLASSES = (
    MARKS
    | dict.fromkeys("省市县区州旗盟镇乡村", "v")
    | dict.fromkeys("一二三四五六七八九十第", "n")
    | dict.fromkeys("的了着在与和及由向为对从到把被让将等是有来去赴给", "f")
)


@dataclass(frozen=True, slots=True)
class BodySigns:
    """The signs of a clause: where each is, its form, class, word, place and ending."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    classes: list[str]
    words: list[str]
    places: list[str]
    endings: list[str]


@cache
def _brands() -> ahocorasick_rs.AhoCorasick:
    kind = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick(sorted(word_set("brand_endings")), matchkind=kind)


def brands(text: str) -> list[tuple[int, int]]:
    """Where an ending stands that makes a body only where the model believes it: 石油, 建设."""
    return [(start, end) for _, start, end in _brands().find_matches_as_indexes(text)]


def clauses(text: str) -> list[tuple[int, int]]:
    """The clauses of `text` with the mark that closes each; none is longer than the model sees."""
    found: list[tuple[int, int]] = []
    for clause in _CLAUSE.finditer(text):
        start, end = clause.span()
        found += [(at, min(at + _LONGEST, end)) for at in range(start, end, _LONGEST)]
    return found


def body_signs(text: str, start: int = 0) -> BodySigns:
    """The signs of the clause `text`, which begins at `start` of its page."""
    words: list[str] = []
    for word, tag in dictionary.tag(text):
        words += in_word(tag[:2], len(word))
    places = ["-"] * len(text)
    for low, high in place_forms(text):
        level = "P" if high - low > 2 and text[high - 1] in "省市县区州旗盟" else "p"
        places[low:high] = in_word(level, high - low)
    closing = ["-"] * len(text)
    for low, high in brands(text):
        closing[low:high] = [*["b"] * (high - low - 1), "B"]
    for low, high, suffix in endings(text):
        kind = "s" if suffix.kind is Kind.SCHOOL else "i"
        closing[low:high] = [*[kind] * (high - low - 1), f"{kind.upper()}{suffix.category[:6]}"]
    classes = [_CLASSES.get(sign, "x") for sign in text]
    seen = BodySigns([], [], [], [], [], [], [])
    at = 0
    for run in _RUN.finditer(text):
        _plain(seen, start, at, run.start(), text, classes, words, places, closing)
        form = "A" if run[0][0].isalpha() else "0"
        seen.starts.append(start + run.start())
        seen.ends.append(start + run.end())
        for column in (seen.forms, seen.classes, seen.words, seen.places, seen.endings):
            column.append(form)
        at = run.end()
    _plain(seen, start, at, len(text), text, classes, words, places, closing)
    return seen


def _plain(seen: BodySigns, start: int, low: int, high: int, *columns: str | list[str]) -> None:
    """Add the characters from `low` to `high`, one sign each."""
    seen.starts.extend(range(start + low, start + high))
    seen.ends.extend(range(start + low + 1, start + high + 1))
    told = (seen.forms, seen.classes, seen.words, seen.places, seen.endings)
    for column, given in zip(told, columns, strict=True):
        column.extend(given[low:high])


def columns(seen: BodySigns) -> Columns:
    """What the model is told about each sign: itself, its neighbours, what they belong to."""
    size = len(seen.forms)
    c, k, w, p, e = (
        ["^", "^", *column, "$", "$"]
        for column in (seen.forms, seen.classes, seen.words, seen.places, seen.endings)
    )
    c2, w2, p2, e2 = ([*map(add, column, column[1:])] for column in (c, w, p, e))
    k3 = [*map(add, map(add, k, k[1:]), k[2:])]
    pe = [*map(add, p, e[1:])]
    ec = [*map(add, e, c[1:])]
    # how many signs to the right of the first of the two that stand before the clause
    told = (
        ("0", c, 2), ("1", c, 1), ("2", c, 3), ("3", c, 0), ("4", c, 4),
        ("5", c2, 1), ("6", c2, 2), ("7", c2, 3),
        ("a", k3, 1), ("d", w, 2), ("e", w2, 1), ("f", w2, 2),
        ("g", p, 2), ("h", p2, 1), ("i", p2, 2),
        ("j", e, 2), ("k", e2, 1), ("l", e2, 2), ("m", ec, 2), ("n", pe, 1),
    )  # fmt: skip
    return [(mark, column[shift:][:size]) for mark, column, shift in told]
