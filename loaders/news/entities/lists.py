"""Bodies that only their place in a list shows: 南宁、百色、河池教育局; 某实验室|主任."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind
from ...later import later
from ...lexicon import word_set
from ...naming import PARTIES
from .hits import BodyHit, PlaceHit

__all__ = ["expand", "with_seats"]

_JOINTS = "、和与及"
# What places have one of each, so that a list of places before it means as many bodies.
_SHARED = word_set("shared")


_MORE = later("[、和与及](?P<number>[一二三四五六七八九十]+)(?P<kind>支部|总支)")
_NUMBERED = later("第?[一二三四五六七八九十]+(?=(?:支部|总支)$)")


def _numbered(text: str, body: BodyHit) -> list[BodyHit]:
    """The branches told by their numbers alone behind another: 民革某县一支部、|二支部."""
    name = body.wording or text[body.start : body.end]
    first = _NUMBERED.search(name)
    found: list[BodyHit] = []
    end = body.end
    while first is not None and (more := _MORE.match(text, end)) is not None:
        end = more.end()
        wording = f"{name[: first.start()]}{more['number']}{more['kind']}"
        start = more.start("number")
        found.append(replace(body, start=start, end=end, core=start, wording=wording))
    return found


def expand(text: str, bodies: Sequence[BodyHit], places: Sequence[PlaceHit]) -> tuple[BodyHit, ...]:
    """The bodies with those that a list leaves to the reader, in order of the text.

    Each of these stands where its place stands, and carries its full name as `wording`.
    """
    starts = {place.start: place for place in places}
    ends = {place.end: place for place in places}
    found: list[BodyHit] = []
    for body in bodies:
        found += _numbered(text, body)
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


_SEAT = later(
    r"(?<=[、，,；;。：:\n（( 　])(?P<own>[一-鿿]{3,18}?)"
    r"(?P<suffix>(?:重点|工程)?实验室|研究院|研究所|研究中心|研究会|学会|协会|联合会|促进会|联谊会)"
    r"(?=(?:常务|执行|名誉)?副?(?:主任|院长|所长|会长|理事长?|秘书长|常务理事)[、，,一-鿿])"
)
_CLAUSE = later("[在由到对向从来为把将是了出率带等]|参加|出席|邀请|联合|该|本|我")


def with_seats(text: str, bodies: Sequence[BodyHit]) -> Sequence[BodyHit]:
    """The bodies with one for each 某某重点实验室|副主任 in a chain of posts."""
    found: list[BodyHit] = []
    for seat in _SEAT.finditer(text):
        start, end = seat.span()
        inside = [body for body in bodies if body.start < end and start < body.end]
        if inside or _CLAUSE.search(seat["own"]):
            continue
        found.append(
            BodyHit(
                start, end, Kind.INSTITUTION, seat["suffix"], "research", "word", start, seat[0]
            )
        )
    return (*bodies, *found) if found else bodies
