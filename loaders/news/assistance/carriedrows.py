"""Rows of a table that leave out what the row above says: 〃, 同上 or an empty cell."""

from __future__ import annotations

import re

from ....ontology.records import Kind, Mention
from ..entities.sides import codes_of
from .tablelines import Line

__all__ = ["SAME", "carried"]

SAME = ("〃", "同上", "″", '"', "''", "同前")
"""What stands in a cell that repeats the one above."""
_NUMBER = re.compile(r"\s*\d{1,3}\s*$")


def carried(
    row: Line, last: tuple[Mention, Mention] | None, helper_first: bool
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """A row with one body, the other carried down: by a 〃 beside it, else by where it lies."""
    bodies = [m for m in row.mentions if m.kind is not Kind.PLACE]
    if last is None or len(bodies) != 1:
        return None
    body = bodies[0]
    before = row.text[: body.start - row.start].split()
    rest = row.text[body.end - row.start :].split()
    if before and before[-1] in SAME:
        second = True
    elif rest and rest[0] in SAME and not (before and not _NUMBER.match(before[-1])):
        second = False
    else:
        sides = [set(_regions(m)) for m in last]
        here = set(_regions(body))
        fits = [bool(here & side) for side in sides]
        if fits[0] == fits[1]:
            return None
        second = fits[1] is helper_first
    one, other = last
    if second is helper_first:
        return ((one,), (body,)) if body.key != one.key else None
    return ((body,), (other,)) if body.key != other.key else None


def _regions(mention: Mention) -> tuple[str, ...]:
    return tuple(code for code in codes_of(mention) if not code.endswith("0000"))
