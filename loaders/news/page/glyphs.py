"""Readings of a damaged passage: chains of characters, each with the one before it."""

from __future__ import annotations

from typing import NamedTuple


class Glyph(NamedTuple):
    """One character of a reading of the page, and the one before it.

    `doubt` is by how many bits it must beat any other to be believed: none if its bytes are known.
    """

    char: str
    plain: str
    start: int
    end: int
    shifted: bool
    doubt: float
    quoted: bool
    before: Glyph | None


class Path(NamedTuple):
    """A reading so far. `lead` is the byte that waits for its trail: -1 if lost, None in step.

    `lost` is the trail byte of the pair that was lost together with that lead; `said` the
    (trail byte, reading) that the character around the lost lead must have; `own` the one path
    in which nothing was shifted.
    """

    bits: float
    tail: Glyph | None
    lead: int | None = None
    since: int = 0
    lost: int | None = None
    said: tuple[int, str] | None = None
    losses: int = 0
    own: bool = False


class Known(NamedTuple):
    """The pairs and triples of simplified characters that stand undamaged in the page."""

    pairs: frozenset[str]
    triples: frozenset[str]


def glyphs(path: Path) -> list[Glyph]:
    """The characters of a reading, first to last."""
    found: list[Glyph] = []
    tail = path.tail
    while tail is not None:
        found.append(tail)
        tail = tail.before
    return found[::-1]
