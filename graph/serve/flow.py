"""The answer to a query as a picture: what things point at stands to the right of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape
from typing import Final
from urllib.parse import quote

from ...ontology.messages import Lang, say
from ...ontology.terms import ID
from ..engine import Store
from ..labels import short_label
from ..refs import references

__all__ = ["MOST", "flow"]

MOST: Final = 80
"""So many things are drawn; more could not be read."""

_WIDE, _HIGH, _STEP = 186.0, 30.0, 300.0


def flow(store: Store, links: Iterable[tuple[str, str, str]], lang: Lang) -> str:
    """`links` (from, word, to) as SVG text; "" if there are none. IRIs of ours get their names."""
    counted = Counter((a, word, b) for a, word, b in links if a != b)
    nodes: list[str] = []
    drawn: list[tuple[str, str, str]] = []
    for a, word, b in counted:
        fresh = [end for end in (a, b) if end not in nodes]
        if len(nodes) + len(fresh) <= MOST:
            nodes += fresh
            drawn.append((a, word, b))
    if not drawn:
        return ""
    column = _columns(nodes, drawn)
    ours = [node for node in nodes if node.startswith(ID)]
    named = {iri: ref.label for iri, ref in references(store, ours).items()}
    shelves: dict[int, list[str]] = {}
    for node in nodes:
        shelves.setdefault(column[node], []).append(node)
    high = max(map(len, shelves.values())) * (_HIGH + 10) + 20
    wide = max(shelves) * _STEP + _WIDE + 40
    at: dict[str, tuple[float, float]] = {}
    for number, shelf in shelves.items():
        top = (high - len(shelf) * (_HIGH + 10) + 10) / 2
        for place, node in enumerate(shelf):
            at[node] = (20 + number * _STEP, top + place * (_HIGH + 10))
    parts = [
        f'<svg class="ego" xmlns="http://www.w3.org/2000/svg" width="{wide:.0f}" '
        f'height="{high:.0f}" viewBox="0 0 {wide:.0f} {high:.0f}" role="group" '
        f'aria-label="{escape(say("serve.as-graph", lang))}">'
    ]
    for a, word, b in drawn:
        (x1, y1), (x2, y2) = at[a], at[b]
        x1, bend = x1 + _WIDE, (x2 - x1 - _WIDE) / 2 or 60
        y1, y2 = y1 + _HIGH / 2, y2 + _HIGH / 2
        parts.append(
            f'<path class="e" stroke-width="1.6" d="M{x1:.0f} {y1:.0f}C{x1 + bend:.0f} {y1:.0f} '
            f'{x2 - bend:.0f} {y2:.0f} {x2:.0f} {y2:.0f}"><title>{escape(word)}</title></path>'
        )
    for node, (x, y) in at.items():
        side = "l" if column[node] == 0 else "r"
        name = named.get(node, node.removeprefix(ID))
        box = (
            f'<title>{escape(name)}</title><rect x="{x:.0f}" y="{y:.0f}" width="{_WIDE:.0f}" '
            f'height="{_HIGH:.0f}" rx="8"/><text x="{x + _WIDE / 2:.0f}" y="{y + _HIGH / 2:.0f}" '
            f'dy=".36em" text-anchor="middle">{escape(short_label(name))}</text>'
        )
        if node.startswith(ID):
            path = quote(node.removeprefix(ID))
            parts.append(f'<a class="n {side}" href="/id/{path}">{box}</a>')
        else:
            parts.append(f'<g class="n {side}">{box}</g>')
    return "".join((*parts, "</svg>"))


def _columns(nodes: list[str], drawn: list[tuple[str, str, str]]) -> dict[str, int]:
    """How many steps lead to each node, as far as four; what stands in a circle stays put."""
    column = dict.fromkeys(nodes, 0)
    for _ in range(3):
        for a, _word, b in drawn:
            if column[b] <= column[a] < 3:
                column[b] = column[a] + 1
    return column
