"""Characters behind which a mirror site may have written a reading, and their bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from .bigrams import codes
from .bytepairs import bytes_of

__all__ = ["as_written", "leads_of", "readings_of"]


@cache
def readings_of(char: str) -> frozenset[str]:
    """The readings of `char` that a site may write behind it."""
    told = _table().get(str(ord(char)), "")
    found = frozenset(told.split(",") if told else (char,))
    # the sites explain characters of several readings, and those that have a simplified form
    return found if len(found) > 1 or codes().plain.get(char, char) != char else frozenset()


@cache
def _table() -> Mapping[str, str]:
    """What pypinyin tells of single characters: the number of each → its readings.

    Read without the package, whose phrases take ten times as long to load and are not needed.
    """
    package = find_spec("pypinyin")
    origin = package.origin if package is not None else None
    table = Path(origin).with_name("pinyin_dict.json") if origin is not None else None
    if table is None or not table.is_file():
        from pypinyin.constants import PINYIN_DICT  # an edition that keeps it elsewhere

        return {str(code): readings for code, readings in PINYIN_DICT.items()}
    known: dict[str, str] = json.loads(table.read_text(encoding="utf-8"))
    return known


@cache
def leads_of(trail: int, reading: str) -> tuple[int, ...]:
    """The bytes that make, behind `trail`, a character with `reading`."""
    found = ((lead, codes().char.get((trail, lead))) for lead in range(0x81, 0xFF))
    return tuple(lead for lead, char in found if char and reading in readings_of(char))


def as_written(char: str) -> tuple[int, int] | None:
    """The bytes of `char` before the page's full-width signs were folded."""
    return (0xA3, ord(char) + 0x80) if "!" <= char <= "~" else bytes_of(char)
