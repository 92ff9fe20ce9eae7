"""The lines of a text with what is named in each: the rows and cells of its tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention
from ...later import later

__all__ = ["CELLS", "Line", "is_cell", "lines_of"]

CELLS = later(r"\s*[|｜\t]\s*|\s{1,}")
"""What stands between two cells of a row."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text, with the sides named in it."""

    start: int
    end: int
    text: str
    mentions: tuple[Mention, ...]


def lines_of(text: str, mentions: Sequence[Mention]) -> list[Line]:
    """The lines of `text`, each with the places and bodies in it."""
    lines = []
    at = index = 0
    ends = [m for m in mentions if m.kind in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)]
    for line in text.split("\n"):
        stop = at + len(line)
        inside = []
        while index < len(ends) and ends[index].start < stop:
            if ends[index].end <= stop:
                inside.append(ends[index])
            index += 1
        lines.append(Line(at, stop, line, _without_addresses(line, at, inside)))
        at = stop + 1
    return lines


def _without_addresses(line: str, at: int, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Drop a place that stands directly before the name it belongs to."""
    return tuple(
        m
        for here, m in enumerate(mentions)
        if not (
            m.kind is Kind.PLACE and here + 1 < len(mentions) and mentions[here + 1].start == m.end
        )
    )


def is_cell(line: Line) -> bool:
    """Whether the line is nothing but names of bodies."""
    bodies = [m for m in line.mentions if m.kind is not Kind.PLACE]
    covered = sum(m.end - m.start for m in bodies)
    return bool(bodies) and len(line.text.strip()) - covered <= 3 * len(bodies)
