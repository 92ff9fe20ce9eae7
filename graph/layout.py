"""Where everything stands on the page: a pure function of the network, without physics.

The order comes first: each side is a forest of places and what lies in them; brothers are
sorted by the mean position of their partners on the other side, to and fro, and the order with
the fewest crossings is kept (Sugiyama's barycentre method). The heights come second: each column
keeps that order while its items move as near as they can to their partners without touching
(isotonic regression by pooling adjacent violators).
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .columns import COLUMNS, Item, Link, arrange
from .labels import short_label, text_width
from .order import order, pool

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["Box", "Column", "Layout", "Ribbon", "layout", "ribbon_width"]

_FONT = {"province": 14.0, "person": 12.0}
_GAP, _FAMILY_GAP, _COLUMN_GAP, _FLOW_GAP = 9.0, 9.0, 38.0, 88.0
_PORT_GAP = 2.0
_SETTLES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """An item with its pill: centre (`x`, `y`), `width`, `height` and the text inside it."""

    item: Item
    label: str
    x: float
    y: float
    width: float
    height: float
    font: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ribbon:
    """A link with its `width` and where it leaves and meets the pills, from their middle."""

    link: Link
    width: float
    leaves: float
    meets: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its key (``h.school``), its middle, its width and the number of its items."""

    key: str
    x: float
    width: float
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A drawn network: its columns from left to right, boxes and ribbons, and its extent."""

    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]
    ribbons: tuple[Ribbon, ...]
    width: float
    height: float


def ribbon_width(data: Mapping[str, Any]) -> float:
    """√headcount between 1.6 and 12; dashed ones stay thin, thick dashes look like rails."""
    width = min(12.0, max(1.6, 1.6 * math.sqrt(data.get("headcount") or 1)))
    dashed = float(data.get("confidence", 1.0)) < 0.8 or data.get("status") == "planned"
    return round(min(width, 2.0) if dashed else width, 1)


def layout(network: nx.MultiDiGraph[str]) -> Layout:
    """The layout of `network` (attributes as :mod:`.project` gives them)."""
    items, links = arrange(network)
    ranks = order(items, links)
    needed = _needed(links)
    columns: dict[str, list[Item]] = {key: [] for key in COLUMNS}
    for item in sorted(items, key=lambda one: ranks[one.id]):
        columns[item.column].append(item)
    shown = {key: members for key, members in columns.items() if members}
    sizes = {item.id: _size(item, network, needed.get(item.id, 0.0)) for item in items}
    heights = _settle(shown, sizes, links)
    ports = _ports(links, sizes, heights)
    middles = _middles(shown, sizes)
    boxes = tuple(
        Box(
            item=item,
            label=sizes[item.id].label,
            x=middles[key].x,
            y=round(heights[item.id], 1),
            width=sizes[item.id].width,
            height=sizes[item.id].height,
            font=sizes[item.id].font,
        )
        for key, members in shown.items()
        for item in members
    )
    ribbons = tuple(
        Ribbon(
            link=link,
            width=ribbon_width(link.data),
            leaves=ports[f"{link.source} out", link.id],
            meets=ports[f"{link.target} in", link.id],
        )
        for link in links
    )
    last = list(middles.values())[-1] if middles else None
    return Layout(
        columns=tuple(middles.values()),
        boxes=boxes,
        ribbons=ribbons,
        width=last.x + last.width / 2 if last else 0.0,
        height=max((box.y + box.height / 2 for box in boxes), default=0.0),
    )


def _stacks(links: Sequence[Link]) -> dict[tuple[str, str], list[tuple[str, Link]]]:
    """(item, in or out) → the links that touch it there, each with its other end."""
    stacks: dict[tuple[str, str], list[tuple[str, Link]]] = defaultdict(list)
    for link in links:
        stacks[link.source, "out"].append((link.target, link))
        stacks[link.target, "in"].append((link.source, link))
    return stacks


def _needed(links: Sequence[Link]) -> dict[str, float]:
    """The height that the links of each item ask for, on its fuller side."""
    needed: dict[str, float] = defaultdict(float)
    for (item, _), stack in _stacks(links).items():
        total = sum(ribbon_width(link.data) + _PORT_GAP for _, link in stack)
        needed[item] = max(needed[item], total)
    return needed


def _ports(
    links: Sequence[Link], sizes: Mapping[str, _Size], heights: Mapping[str, float]
) -> dict[tuple[str, str], float]:
    """("item in" or "item out", link) → where the link touches, from the item's middle.

    Stacked in the order of the other ends, so that neighbours do not cross and those that join one
    pair do not lie on each other; pressed together if the pill is too low for all.
    """
    found: dict[tuple[str, str], float] = {}
    for (item, way), stack in _stacks(links).items():
        steps = {link.id: ribbon_width(link.data) + _PORT_GAP for _, link in stack}
        total = sum(steps.values())
        squeeze = min(1.0, (sizes[item].height - 6.0) / total)
        at = -total / 2
        for _, link_id in sorted((heights[other], link.id) for other, link in stack):
            found[f"{item} {way}", link_id] = round((at + steps[link_id] / 2) * squeeze, 2)
            at += steps[link_id]
    return found


@dataclass(frozen=True, slots=True)
class _Size:
    label: str
    width: float
    height: float
    font: float


def _size(item: Item, network: nx.MultiDiGraph[str], needed: float) -> _Size:
    data = {} if item.node not in network else network.nodes[item.node]
    around = [data.get(f"{one}_label") for one in ("province", "prefecture", "county")]
    label = short_label(item.name, within=tuple(one for one in around if one and one != item.name))
    font = _FONT.get(item.column[2:], 13.0)
    width = text_width(label) * font + 24.0 + (14.0 if item.column.endswith("person") else 0.0)
    height = max(font + 13.0, min(132.0, needed + 8.0))
    return _Size(label, round(width, 1), round(height, 1), font)


def _settle(
    columns: Mapping[str, list[Item]], sizes: Mapping[str, _Size], links: Sequence[Link]
) -> dict[str, float]:
    """The height of every item: near its partners and its places, in order, without overlap."""
    near: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for link in links:
        near[link.source].append((link.target, 1.0))
        near[link.target].append((link.source, 1.0))
    for members in columns.values():
        for item in members:
            if item.parent is not None:
                near[item.id].append((item.parent, 2.0))
                near[item.parent].append((item.id, 2.0))
    tops: dict[str, list[float]] = {}
    for key, members in columns.items():
        tops[key] = []
        at = 0.0
        for number, item in enumerate(members):
            half = sizes[item.id].height / 2
            if number:
                before = members[number - 1]
                at += sizes[before.id].height / 2 + _GAP + half
                at += _FAMILY_GAP if item.parent != before.parent else 0.0
            else:
                at = half
            tops[key].append(at)
    bottoms = {k: t[-1] + sizes[columns[k][-1].id].height / 2 for k, t in tops.items()}
    full = max(bottoms.values(), default=0.0)
    heights = {
        item.id: top + (full - bottoms[key]) * (number + 0.5) / len(members)
        for key, members in columns.items()
        for number, (item, top) in enumerate(zip(members, tops[key], strict=True))
    }
    for sweep in range(_SETTLES):
        keys = list(columns)
        for key in keys if sweep % 2 == 0 else reversed(keys):
            members = columns[key]
            wanted = []
            for item, top in zip(members, tops[key], strict=True):
                weights = near[item.id]
                total = sum(weight for _, weight in weights)
                mean = sum(heights[other] * weight for other, weight in weights)
                wanted.append((mean / total if weights else heights[item.id]) - top)
            for item, top, slack in zip(members, tops[key], pool(wanted), strict=True):
                heights[item.id] = top + min(max(slack, 0.0), full - bottoms[key])
    return heights


def _middles(columns: Mapping[str, list[Item]], sizes: Mapping[str, _Size]) -> dict[str, Column]:
    placed: dict[str, Column] = {}
    edge, before = 0.0, ""
    for key, members in columns.items():
        width = max(80.0, *(sizes[item.id].width for item in members))
        if before:
            # ribbons need room to bend; places and what lies in them are joined by thin lines
            flows = before[0] != key[0] or "person" in before + key
            edge += _FLOW_GAP if flows else _COLUMN_GAP
        middle = round(edge + width / 2, 1)
        placed[key] = Column(key=key, x=middle, width=width, count=len(members))
        edge, before = edge + width, key
    return placed
