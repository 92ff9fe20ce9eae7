"""Elliptic lists of bodies: 南宁、百色、河池教育局; 民盟无锡、苏州市委会."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...ontology.records import Kind
from ..lexicon import word_set
from ..naming import PARTIES
from .hits import BodyHit, PlaceHit

__all__ = ["expand"]

_JOINTS = "、和与及"
# What places have one of each, so that a list of places before it means as many bodies.
_SHARED = word_set("shared")


def expand(text: str, bodies: Sequence[BodyHit], places: Sequence[PlaceHit]) -> tuple[BodyHit, ...]:
    """The bodies with those that a list leaves to the reader, in order of the text.

    Each of these stands where its place stands, and carries its full name as `wording`.
    """
    starts = {place.start: place for place in places}
    ends = {place.end: place for place in places}
    found: list[BodyHit] = []
    for body in bodies:
        place = starts.get(body.start)
        if place is None or body.kind is not Kind.INSTITUTION or body.category not in _SHARED:
            found.append(body)
            continue
        before = _listed(text, place, ends)
        if not before:
            found.append(body)
            continue
        party = next((p for p in PARTIES if text.endswith(p, 0, before[0].start)), "")
        rest = text[place.end : body.end]
        for number, item in enumerate((*before, place)):
            name = item.form if place.form[-1] == item.form[-1] else _like(item, place)
            wording = f"{party}{name}{rest}"
            if item is place:
                found.append(replace(body, wording=wording))
            else:
                start = item.start - (0 if number else len(party))
                hit = replace(body, start=start, end=item.end, core=item.end, wording=wording)
                found.append(hit)
    return tuple(sorted(found, key=lambda hit: hit.start))


def _listed(text: str, last: PlaceHit, ends: dict[int, PlaceHit]) -> list[PlaceHit]:
    """The places of the same level that stand in one list before the last one."""
    found: list[PlaceHit] = []
    place = last
    while place.start and text[place.start - 1] in _JOINTS:
        item = ends.get(place.start - 1)
        if item is None or item.division is None or last.division is None:
            break
        if item.division.level != last.division.level or len(item.form) > len(last.form):
            break
        found.insert(0, item)
        place = item
    return found


def _like(item: PlaceHit, model: PlaceHit) -> str:
    """无锡 written as 苏州市 is: with its level where the model has it."""
    full = item.division.name if item.division else item.form
    return full if full[-1] == model.form[-1] and model.form == model.name else item.form
