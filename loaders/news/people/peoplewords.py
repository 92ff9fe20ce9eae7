"""The project's tables of words about people: surnames, posts, ranks, subjects."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

__all__ = ["people_rows", "people_words"]


def _text(name: str) -> str:
    folder = files(__package__.rpartition(".news")[0]).joinpath("data", "people")
    return folder.joinpath(name).read_text(encoding="utf-8")


def people_rows(name: str) -> list[dict[str, str]]:
    """The rows of the table ``loaders/data/people/<name>.csv``, column → value."""
    return list(csv.DictReader(_text(f"{name}.csv").splitlines()))


@cache
def people_words(name: str) -> frozenset[str]:
    """The words of the list ``loaders/data/people/<name>.txt``, one a line."""
    return frozenset(_text(f"{name}.txt").split())
