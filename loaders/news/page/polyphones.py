"""Characters behind which a mirror site may have written a reading, and their bytes."""

from __future__ import annotations

from functools import cache

from .bigrams import codes
from .bytepairs import bytes_of

__all__ = ["as_written", "leads_of", "readings_of"]


@cache
def readings_of(char: str) -> frozenset[str]:
    """The readings of `char` that a site may write behind it."""
    from pypinyin import Style, pinyin  # slow to load, and few pages need it

    found = frozenset(pinyin(char, style=Style.TONE, heteronym=True)[0])
    # the sites explain characters of several readings, and those that have a simplified form
    return found if len(found) > 1 or codes().plain.get(char, char) != char else frozenset()


@cache
def leads_of(trail: int, reading: str) -> tuple[int, ...]:
    """The bytes that make, behind `trail`, a character with `reading`."""
    found = ((lead, codes().char.get((trail, lead))) for lead in range(0x81, 0xFF))
    return tuple(lead for lead, char in found if char and reading in readings_of(char))


def as_written(char: str) -> tuple[int, int] | None:
    """The bytes of `char` before the page's full-width signs were folded."""
    return (0xA3, ord(char) + 0x80) if "!" <= char <= "~" else bytes_of(char)
