"""What is around a thing, as a picture that needs no script: helpers left, recipients right.

A neighbour opens by its plus sign: a link with what is open in the address. A script, where one
runs, only swaps the new picture in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Final
from urllib.parse import quote

from ...ontology.messages import Lang, say
from ...ontology.terms import ID
from ..labels import short_label
from ..portrait import Portrait
from ..refs import Ref

__all__ = ["MOST", "around", "ego"]

MOST: Final = 10
"""Neighbours drawn on each side of a thing; the rest is one box that leads to the table."""

_WIDE, _HIGH, _GAP, _STEP = 178.0, 32.0, 12.0, 296.0


@dataclass(slots=True)
class _Box:
    ref: Ref
    column: int
    y: float = 0.0
    rest: int = 0
    opened: bool = False


@dataclass(slots=True)
class _Drawing:
    boxes: dict[str, _Box] = field(default_factory=dict)
    links: dict[tuple[str, str], Counter[str]] = field(default_factory=dict)


def around(one: Portrait) -> tuple[dict[Ref, Counter[str]], dict[Ref, Counter[str]]]:
    """Who acts on the thing and whom it acts on, each with the ways and how many lines say so."""
    left: dict[Ref, Counter[str]] = {}
    right: dict[Ref, Counter[str]] = {}
    me = one.found.iri

    def add(side: dict[Ref, Counter[str]], ref: Ref | None, code: str) -> None:
        if ref is not None and ref.iri != me:
            side.setdefault(ref, Counter())[code] += 1

    for line in one.sections.get("helpedBy", ()):
        add(left, line.source, line.code)
    for line in one.sections.get("helps", ()):
        add(right, line.target, line.code)
    for line in one.sections.get("under", ()):
        add(left, line.source, line.code)
        add(right, line.target, line.code)
    if one.found.kind == "place":
        return left, right
    for line in one.sections.get("secondments", ()):
        if line.person is not None and line.person.iri == me:
            add(left, line.source, "secondment")
            add(right, line.target, "secondment")
        elif line.target is not None and line.target.iri == me:
            add(left, line.person, "secondment")
        else:
            add(right, line.person, "secondment")
    for line in one.sections.get("posts", ()):
        other = line.target if line.person is not None and line.person.iri == me else line.person
        add(right if other == line.target else left, other, "posting")
    return left, right


def ego(
    one: Portrait, opened: Sequence[str], portrait: Callable[[str], Portrait], lang: Lang
) -> str:
    """The picture around `one`, with the neighbours `opened` (IRIs) opened, as SVG text."""
    drawing = _Drawing()
    me = Ref(one.found.label, one.found.iri, one.found.kind)
    drawing.boxes[me.iri] = _Box(me, 0, opened=True)
    _grow(drawing, one)
    for iri in opened:
        box = drawing.boxes.get(iri)
        if box is not None and not box.opened and box.column:
            box.opened = True
            _grow(drawing, portrait(iri), outward=1 if box.column > 0 else -1)
    columns: dict[int, list[_Box]] = {}
    for box in drawing.boxes.values():
        columns.setdefault(box.column, []).append(box)
    tallest = max(len(boxes) for boxes in columns.values())
    height = max(tallest * (_HIGH + _GAP) + 20, 120)
    for boxes in columns.values():
        top = (height - len(boxes) * (_HIGH + _GAP) + _GAP) / 2
        for place, box in enumerate(boxes):
            box.y = top + place * (_HIGH + _GAP)
    low, high = min(columns), max(columns)
    width = (high - low) * _STEP + _WIDE + 40
    base = [iri.removeprefix(ID) for iri in opened]
    parts = [
        f'<svg class="ego{" wide" if high - low > 1 else ""}" id="ego" '
        f'xmlns="http://www.w3.org/2000/svg" '
        f'viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" height="{height:.0f}" '
        f'role="group" aria-labelledby="ego-title"><title id="ego-title">'
        f"{escape(say('serve.graph-of', lang, name=me.label))}</title>"
    ]
    for (tail, head), codes in sorted(drawing.links.items()):
        parts.append(_ribbons(drawing.boxes[tail], drawing.boxes[head], codes, low, lang))
    for box in drawing.boxes.values():
        parts.append(_drawn(box, low, base, me.iri, lang))
    return "".join((*parts, "</svg>"))


def _grow(drawing: _Drawing, one: Portrait, outward: int | None = None) -> None:
    """Add the neighbours of `one`: of both sides, or of those away from the middle alone."""
    me = drawing.boxes[one.found.iri]
    left, right = around(one)
    for side, found in ((-1, left), (1, right)):
        if outward is not None and side != outward:
            continue
        ordered = sorted(found.items(), key=lambda pair: (-sum(pair[1].values()), pair[0]))
        for ref, codes in ordered[:MOST]:
            drawing.boxes.setdefault(ref.iri, _Box(ref, me.column + side))
            ends = (ref.iri, me.ref.iri) if side < 0 else (me.ref.iri, ref.iri)
            drawing.links.setdefault(ends, Counter()).update(codes)
        if len(ordered) > MOST:
            key = f"{me.ref.iri}#{side}"
            rest = Ref("", me.ref.iri, "rest")
            drawing.boxes[key] = _Box(rest, me.column + side, rest=len(ordered) - MOST)


def _ribbons(tail: _Box, head: _Box, codes: Counter[str], low: int, lang: Lang) -> str:
    x1, x2 = _left(tail, low) + _WIDE, _left(head, low)
    if tail.column > head.column:
        x1, x2 = _left(tail, low), _left(head, low) + _WIDE
    elif tail.column == head.column:
        x1 = x2 = _left(tail, low) + _WIDE
    bend = (x2 - x1) / 2 or 60
    parts = []
    for place, (code, count) in enumerate(sorted(codes.items())):
        shift = (place - (len(codes) - 1) / 2) * 5
        y1, y2 = tail.y + _HIGH / 2 + shift, head.y + _HIGH / 2 + shift
        wide = min(1.5 + count**0.5, 8)
        said = f"{tail.ref.label} → {head.ref.label}：{say(f'ask.code-{code}', lang)} {count}"
        parts.append(
            f'<path class="e {code}" stroke-width="{wide:.1f}" '
            f'd="M{x1:.1f} {y1:.1f}C{x1 + bend:.1f} {y1:.1f} {x2 - bend:.1f} {y2:.1f} '
            f'{x2:.1f} {y2:.1f}"><title>{escape(said)}</title></path>'
        )
    return "".join(parts)


def _left(box: _Box, low: int) -> float:
    return 20 + (box.column - low) * _STEP


def _drawn(box: _Box, low: int, opened: Iterable[str], focus: str, lang: Lang) -> str:
    x = _left(box, low)
    side = "me" if box.column == 0 and box.ref.iri == focus else "l" if box.column < 0 else "r"
    path = box.ref.iri.removeprefix(ID)
    if box.rest:
        text = say("serve.more", lang, count=box.rest)
        return (
            f'<a href="/id/{quote(path)}"><text class="rest" x="{x + _WIDE / 2:.1f}" '
            f'y="{box.y + _HIGH / 2:.1f}" dy=".36em" text-anchor="middle">{escape(text)}</text></a>'
        )
    round_ = 16 if box.ref.kind in ("school", "person", "group") else 6
    parts = [
        f'<a class="n {side} {escape(box.ref.kind)}" href="/id/{quote(path)}">'
        f"<title>{escape(box.ref.label)}</title>"
        f'<rect x="{x:.1f}" y="{box.y:.1f}" width="{_WIDE:.0f}" height="{_HIGH:.0f}" '
        f'rx="{round_}"/>'
        f'<text x="{x + _WIDE / 2:.1f}" y="{box.y + _HIGH / 2:.1f}" dy=".36em" '
        f'text-anchor="middle">{escape(short_label(box.ref.label))}</text></a>'
    ]
    if not box.opened:
        at = x + _WIDE + 1 if box.column > 0 else x - 1
        more = "&amp;".join(f"open={quote(one)}" for one in (*opened, path))
        said = escape(say("serve.expand", lang, name=box.ref.label))
        parts.append(
            f'<a class="plus" href="?{more}#graph" aria-label="{said}"><title>{said}</title>'
            f'<circle cx="{at:.1f}" cy="{box.y + _HIGH / 2:.1f}" r="9"/>'
            f'<text x="{at:.1f}" y="{box.y + _HIGH / 2:.1f}" dy=".36em" text-anchor="middle">+'
            f"</text></a>"
        )
    return "".join(parts)
