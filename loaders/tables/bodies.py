"""Names in cells → mentions: schools, other bodies, places, with the place columns as context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from ...ontology.records import Kind, Mention
from ..gazetteer import Division, divisions
from ..naming import parse_body, parse_body_in
from ..suffixes import last_suffix, universities
from .cells import bare

__all__ = ["Named", "end_of", "place_of"]

_SPLIT = re.compile(r"[/、,，;；\s]+")


@dataclass(frozen=True, slots=True)
class Named:
    """An end as a roster names it. `written` is the cell; `fault` a finding's code, if any."""

    mention: Mention
    written: str
    fault: str | None = None


@lru_cache(maxsize=65536)
def place_of(cells: tuple[str, ...]) -> Division | None:
    """The smallest place that the cells of place columns (province, city, county) name together.

    Each cell is read within the ones before it, also several names in one (宁夏固原隆德). None when
    nothing is named or a namesake cannot be decided.
    """
    found: Division | None = None
    for cell in cells:
        for part in _SPLIT.split(bare(cell)):
            if part:
                found = _within(part, found) or found
    return found


def _within(text: str, above: Division | None) -> Division | None:
    """The place that `text` ends with, read from the left, each name within the one before."""
    gazetteer = divisions()
    start = 0
    while start < len(text):
        step = None
        for end in range(len(text), start + 1, -1):
            found = gazetteer.candidates(text[start:end])
            if above is not None:
                inner = tuple(d for d in found if gazetteer.within(d.adcode, above.adcode))
                step = inner[0] if len(inner) == 1 else None
            elif found:
                step = gazetteer.resolve(text[start:end])
            if step is not None:
                above, start = step, end
                break
        if step is None:
            return None
    return above


@lru_cache(maxsize=131_072)
def end_of(written: str, around: Division | None) -> Named | None:
    """The school, body or place of the cell, None for an empty one.

    `around` is what the place columns of its side say. A school whose name shows no place gets the
    place's name before it (第二中学 in 隆德县 → 隆德县第二中学), as two schools of one short name
    in two counties must not become one. Faults: ``unknown-place`` without any place,
    ``other-place`` when the name and the place columns disagree, ``not-a-body`` for a name that
    ends in no known kind of body.
    """
    name = bare(written)
    if not name:
        return None
    suffix = last_suffix(name)
    place = _within(name, around) or _within(name, None)
    if place is not None and (suffix is None or name in place.forms):
        return Named(_place(place), written)
    if suffix is None:
        if divisions().candidates(name):
            return Named(
                Mention(kind=Kind.PLACE, name=name, key=name, start=0, end=0),
                written,
                "unknown-place",
            )
        mention = Mention(kind=Kind.INSTITUTION, name=name, key=name, start=0, end=0)
        return Named(mention, written, "not-a-body")
    full, fault = _placed(name, around)
    return Named(Mention(kind=suffix.kind, name=full, key=full, start=0, end=0), written, fault)


def _place(division: Division) -> Mention:
    key = division.adcode
    return Mention(kind=Kind.PLACE, name=division.name, key=key, start=0, end=0)


def _placed(name: str, around: Division | None) -> tuple[str, str | None]:
    """The name with as much of its place before it as decides it, and what is doubtful."""
    gazetteer = divisions()
    if any(name[:end] in universities() for end in range(4, len(name) + 1)):
        return name, None
    alone = parse_body(name).place
    if around is None:
        return name, None if alone is not None else "unknown-place"
    inner = parse_body_in(name, {around.adcode}).place or around
    apart = not (
        gazetteer.within(inner.adcode, around.adcode)
        or gazetteer.within(around.adcode, inner.adcode)
    )
    if apart:
        return name, "other-place"
    above = [division.name for division in gazetteer.chain(around.adcode)]
    for before in ("", above[0], *above[1:], *("".join(above[n::-1]) for n in (1, 2))):
        place = parse_body(before + name).place
        if place is not None and place.adcode == inner.adcode:
            return before + name, None
    return above[0] + name, "unknown-place"
