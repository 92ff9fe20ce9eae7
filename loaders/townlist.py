"""The townships of every county by name: in which counties there is one of that name.

The table (``data/townships.csv``) and its source are described in ``data/SOURCES.md``. It is not
complete, and townships are merged and raised every year: a name that it lacks proves nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from .lexicon import rows
from .naming import town_stem

__all__ = ["counties_of_stem", "counties_of_town", "longest_town"]

_LONGEST = 12
_LEVELS = ("镇", "乡", "街道", "苏木")


@cache
def _by_stem() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("townships.csv"):
        for name in row["names"].split():
            found[_stem(name)].add(row["adcode"])
    return {stem: frozenset(codes) for stem, codes in found.items()}


@cache
def _names() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("townships.csv"):
        for name in row["names"].split():
            found[name].add(row["adcode"])
    return {name: frozenset(codes) for name, codes in found.items()}


def _stem(name: str) -> str:
    """The name without its level, for 乡 become 镇 every year; whole if only one sign is left."""
    plain = "族" not in name and name.endswith(("镇", "乡"))  # quick, for most of the list is
    stem = name[:-1] if plain else town_stem(name).removesuffix("苏木")
    return stem if len(stem) > 1 else name


def counties_of_town(name: str) -> frozenset[str]:
    """The codes of the counties that have a township of that name, whatever its level is today."""
    return _by_stem().get(_stem(name), frozenset()) if name.endswith(_LEVELS) else frozenset()


def counties_of_stem(stem: str) -> frozenset[str]:
    """The codes of the counties that have a township which `stem` names without its level."""
    return _by_stem().get(stem, frozenset()) if len(stem) > 1 else frozenset()


def longest_town(text: str, end: int, counties: frozenset[str]) -> int | None:
    """Where the longest name of a township of one of these counties begins that ends at `end`."""
    table = _names()
    for start in range(max(0, end - _LONGEST), end - 1):
        if not counties.isdisjoint(table.get(text[start:end], frozenset())):
            return start
    return None
