"""Which column of the flow each node stands in, and what it hangs from.

Helpers stand left, recipients right, each side ordered from the region on its outer edge to the
persons in the middle. A node that helps and is helped has one item on each side.
A person who is sent hangs from the body that sends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["COLUMNS", "Item", "Link", "Side", "arrange", "column_of"]

Side: TypeAlias = Literal["h", "r"]

COLUMNS: tuple[str, ...] = (
    *(f"h.{rank}" for rank in ("province", "place", "institution", "school", "person")),
    *(f"r.{rank}" for rank in ("person", "school", "institution", "place", "province")),
)
"""Every column from left to right; a page shows those that have items."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A node on one side. `parent` is the id of the item it lies in; `context` means that it has
    no relation of its own and stands there only as the place of others."""

    id: str
    node: str
    side: Side
    column: str
    name: str
    parent: str | None = None
    context: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An edge of the network between two items."""

    id: str
    source: str
    target: str
    data: Mapping[str, Any]


def column_of(side: Side, kind: str | None, level: str | None) -> str:
    """The column of a node: places by level, groups with the schools, unknown kinds with bodies."""
    if kind == "place":
        return f"{side}.province" if level == "province" else f"{side}.place"
    if kind in ("school", "group"):
        return f"{side}.school"
    return f"{side}.person" if kind == "person" else f"{side}.institution"


def arrange(network: nx.MultiDiGraph[str]) -> tuple[tuple[Item, ...], tuple[Link, ...]]:
    """The items and links of `network`, sorted by id; nodes without an edge have no item.

    A person who is seconded is on the helpers' side; whoever else an edge leads to is a recipient.
    """
    links: list[Link] = []
    seen: Counter[str] = Counter()
    senders: dict[str, str] = {}
    for tail, head, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: (str(edge[2]), edge[0], edge[1])
    ):
        sent = data.get("kind") == "secondment" and network.nodes[head].get("kind") == "person"
        seen[str(key)] += 1
        unique = str(key) if seen[str(key)] == 1 else f"{key}~{seen[str(key)]}"
        target = f"h:{head}" if sent else f"r:{head}"
        if sent:
            senders[target] = min(f"h:{tail}", senders.get(target, f"h:{tail}"))
        links.append(Link(id=unique, source=f"h:{tail}", target=target, data=data))
    ends = sorted({end for link in links for end in (link.source, link.target)})
    items: dict[str, Item] = {}
    for end in ends:
        side: Side = "h" if end.startswith("h:") else "r"
        data = network.nodes[end[2:]]
        for item in _with_places(side, end[2:], data, senders.get(end)):
            known = items.get(item.id)
            if known is None or (known.context and not item.context):
                items[item.id] = item
    return tuple(items[one] for one in sorted(items)), tuple(links)


def _with_places(side: Side, node: str, data: Mapping[str, Any], sender: str | None) -> list[Item]:
    """The item of `node` and, after it, the places around it, one of them below its province."""
    kind, level = data.get("kind"), data.get("level")
    around: list[tuple[str, str, str]] = []
    if kind != "person" and not (kind == "place" and level == "province"):
        local = [one for one in ("county", "prefecture") if data.get(one) not in (None, node)]
        if kind != "place" and local:
            place = data[local[0]]
            around.append((place, data.get(f"{local[0]}_label") or place, "place"))
        if data.get("province") not in (None, node, *(place[0] for place in around)):
            label = data.get("province_label") or data["province"]
            around.append((data["province"], label, "province"))
    chain = [f"{side}:{place[0]}" for place in around] or ([sender] if sender else [])
    items = [
        Item(
            id=f"{side}:{node}",
            node=node,
            side=side,
            column=column_of(side, kind, level),
            name=str(data.get("label") or node),
            parent=chain[0] if chain else None,
        )
    ]
    for number, (place, label, rank) in enumerate(around):
        items.append(
            Item(
                id=chain[number],
                node=place,
                side=side,
                column=f"{side}.{rank}",
                name=str(label),
                parent=chain[number + 1] if number + 1 < len(chain) else None,
                context=True,
            )
        )
    return items
