"""Many patterns asked of one short text: which of them could match at all?

Most of a set of patterns need a character that a sentence does not have (支, 派, 任…), so that
trying them is wasted. What each cannot do without is read from its parsed form, so no list of such
words has to be kept beside the patterns. The method is that of the prefilter of RE2
(https://github.com/google/re2, ``prefilter.cc``), on single characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from importlib import import_module
from typing import Any, Generic, TypeVar

__all__ = ["Screen", "needs"]

T = TypeVar("T")

_WIDEST = 64
"""A choice of more characters rules out too little."""
_MOST = 6
"""So many needs of a pattern are looked at, the narrowest."""
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})


class Screen(Generic[T]):
    """Named patterns, and which of them are worth trying on a text."""

    def __init__(self, patterns: Iterable[tuple[T, re.Pattern[str]]]) -> None:
        """Keep the `patterns`, each with its name; nothing is parsed before the first text."""
        self._patterns = tuple(patterns)

    def worth_trying(self, text: str) -> list[tuple[T, re.Pattern[str]]]:
        """The patterns that may match somewhere in `text`, in their order; all that do are in."""
        bits, wanted = self._table
        met = 0
        for char in set(text):
            met |= bits.get(char, 0)
        return [one for need, one in zip(wanted, self._patterns, strict=True) if need & met == need]

    @cached_property
    def _table(self) -> tuple[dict[str, int], list[int]]:
        """Character → the needs that it meets, one bit each; pattern → its needs."""
        bits: dict[str, int] = {}
        wanted: list[int] = []
        numbers: dict[frozenset[str], int] = {}
        for _, pattern in self._patterns:
            need = 0
            for chars in needs(pattern):
                bit = 1 << numbers.setdefault(chars, len(numbers))
                need |= bit
                for char in chars:
                    bits[char] = bits.get(char, 0) | bit
            wanted.append(need)
        return bits, wanted


def needs(pattern: re.Pattern[str]) -> tuple[frozenset[str], ...]:
    """Sets of characters: a text without any of one of them cannot match; the narrowest first."""
    if pattern.flags & re.IGNORECASE:
        return ()
    parsed = import_module("re._parser").parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    found = dict.fromkeys(_of_sequence(parsed))
    return tuple(sorted(found, key=lambda chars: (len(chars), min(chars)))[:_MOST])


def _of_sequence(parsed: Sequence[tuple[Any, Any]]) -> list[frozenset[str]]:
    return [chars for op, given in parsed for chars in _of_one(str(op), given)]


def _of_one(op: str, given: Any) -> list[frozenset[str]]:
    """The needs of one element of a parsed pattern."""
    if op == "LITERAL":
        return [frozenset(chr(given))]
    if op == "IN":
        chars = _choice(given)
        return [] if chars is None else [chars]
    if op == "SUBPATTERN":
        _, added, _, inner = given
        return [] if added & re.IGNORECASE else _of_sequence(inner)
    if op == "ATOMIC_GROUP":
        return _of_sequence(given)
    if op in _REPEATS:
        return _of_sequence(given[2]) if given[0] else []
    if op == "BRANCH":
        return _of_branches([_of_sequence(branch) for branch in given[1]])
    return []  # what stands beside, or anything


def _of_branches(branches: Sequence[Sequence[frozenset[str]]]) -> list[frozenset[str]]:
    """One of the branches has to match, so one need of each is taken, and either is enough."""
    if not all(branches):
        return []
    either = frozenset[str]().union(*(min(needs, key=len) for needs in branches))
    return [either] if len(either) <= _WIDEST else []


def _choice(members: Sequence[tuple[Any, Any]]) -> frozenset[str] | None:
    """The characters of a class, if these are few."""
    found: set[str] = set()
    for op, given in members:
        if str(op) == "LITERAL":
            found.add(chr(given))
        elif str(op) == "RANGE" and given[1] - given[0] < _WIDEST:
            found.update(map(chr, range(given[0], given[1] + 1)))
        else:
            return None  # a negated or a wide class
    return frozenset(found) if len(found) <= _WIDEST else None
