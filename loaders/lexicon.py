"""The word lists that ship with the reader, each a CSV file or a list of words, read once."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["rows", "word_set", "words"]

Row = dict[str, str]


def _text(name: str) -> str:
    return (files(__package__) / "data" / name).read_text(encoding="utf-8")


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of ``data/<name>`` by column name, in file order.

    Raises :class:`FileNotFoundError` for a name that does not ship: a mistake in the code.
    """
    return tuple(csv.DictReader(_text(name).splitlines()))


@cache
def words(name: str) -> frozenset[str]:
    """The words of ``data/<name>``, one a line, without blank lines and lines that start with #."""
    lines = (line.strip() for line in _text(name).splitlines())
    return frozenset(line for line in lines if line and not line.startswith("#"))


@cache
def word_set(name: str) -> frozenset[str]:
    """One of the small sets of ``lexicon/word_sets.csv``. Raises :class:`KeyError` if unknown."""
    found = {row["name"]: row["words"] for row in rows("lexicon/word_sets.csv")}
    return frozenset(found[name].split())
