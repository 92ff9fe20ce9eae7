"""What the page shows, as plain lists and dicts: pyvis nodes and edges, passages, strings.

Everything of ours stands under the one key ``d``, because pyvis and vis-network take keys such as
``title``, ``hidden`` or ``level`` for their own. Keys are short: they are repeated for each node.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..ontology.dates import PartialDate
from ..ontology.messages import Lang, table
from ..ontology.records import Status
from .bounds import bounds
from .columns import Item
from .evidence import Passage
from .extras import LANGS, Extras, Told, in_both
from .labels import pinyin_keys
from .layout import Layout
from .pageevents import event_rows, year_of
from .spread import spread
from .tilemap import TILES, tile_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["edges", "net", "nodes", "page", "proofs", "strings"]

_AROUND = ("county", "prefecture", "province")


def nodes(drawn: Layout, network: nx.MultiDiGraph[str]) -> list[dict[str, Any]]:
    """One pyvis node for each box; `d.e` is the IRI that items of both sides share."""
    keys: dict[str, str] = {}
    places = {box.item.node for box in drawn.boxes}
    parents = {box.item.id: box.item.parent for box in drawn.boxes}
    found = []
    for box in drawn.boxes:
        item = box.item
        data = network.nodes[item.node] if item.node in network else {}
        if item.node not in keys:
            few_letters = data.get("kind") in ("place", "person") or not data
            keys[item.node] = pinyin_keys(item.name, polyphonic=few_letters)
        own: dict[str, Any] = {
            "e": item.node,
            "n": item.name,
            "k": data.get("kind") or ("place" if item.context else "institution"),
            "l": data.get("level") or _level(item.column),
            "i": data.get("adcode"),
            "c": item.column,
            "p": item.parent,
            "v": _outside(item.id, data, parents, places),
            "z": item.context or None,
            "w": box.width,
            "h": box.height,
            "t": box.font,
            "f": keys[item.node],
            "x": [str(one) for one in data.get("aliases") or ()],
            "a": _around(data, item.name),
            "o": data.get("province_label") or data.get("province"),
            "m": tile_of(_province(item, data), None),
        }
        found.append(
            {
                "id": item.id,
                "label": box.label,
                "shape": "box",
                "x": box.x,
                "y": box.y,
                "d": {key: value for key, value in own.items() if value not in (None, "", [])},
            }
        )
    return found


def _level(column: str) -> str | None:
    return "province" if column.endswith(".province") else None


def _province(item: Item, data: Mapping[str, Any]) -> str | None:
    if item.column.endswith(".province"):
        return item.name
    name = data.get("province_label")
    return None if name is None else str(name)


def _outside(
    item: str, data: Mapping[str, Any], parents: Mapping[str, str | None], places: Collection[str]
) -> list[str]:
    """The places on the page that the thing lies in but does not hang from on its side."""
    chain = set()
    at: str | None = item
    while at is not None:
        chain.add(at[2:])
        at = parents.get(at)
    around = [data.get(one) for one in _AROUND]
    return [one for one in around if one is not None and one in places and one not in chain]


def _around(data: Mapping[str, Any], name: str) -> str:
    """The places that a thing lies in, the largest first: 四川省 广元市 旺苍县."""
    labels = [data.get(f"{one}_label") for one in reversed(_AROUND)]
    return " ".join(dict.fromkeys(str(label) for label in labels if label and str(label) != name))


def edges(
    drawn: Layout, passages: Mapping[str, Sequence[Passage]] | None = None
) -> list[dict[str, Any]]:
    """One pyvis edge for each ribbon; `d.b` are its four date bounds, as years."""
    found = []
    for ribbon in drawn.ribbons:
        data = ribbon.link.data
        own: dict[str, Any] = {
            "k": data.get("kind") or "assistance",
            "m": data.get("modality") or "other",
            "g": data.get("programme_label") or data.get("programme"),
            "s": _text(data.get("since")),
            "u": _text(data.get("until")),
            "t": data.get("status"),
            "n": data.get("headcount"),
            "q": round(float(data.get("confidence", 1.0)), 3),
            "r": data.get("sources"),
            "w": ribbon.width,
            "y": [ribbon.leaves, ribbon.meets],
            "f": list(data.get("facts") or ()),
            "a": data.get("relation"),
            "b": _bounds(data, passages or {}),
        }
        found.append(
            {
                "id": ribbon.link.id,
                "from": ribbon.link.source,
                "to": ribbon.link.target,
                "arrows": "to",
                "d": {key: value for key, value in own.items() if value not in (None, "")},
            }
        )
    return found


def _bounds(
    data: Mapping[str, Any], passages: Mapping[str, Sequence[Passage]]
) -> list[float | None] | None:
    """Earliest and latest start, earliest and latest end, as years with a fraction."""
    issued = [
        PartialDate.parse(one.issued)
        for fact in data.get("facts") or ()
        for one in passages.get(fact, ())
        if one.issued
    ]
    since, until = (
        PartialDate.parse(str(data[key])) if data.get(key) else None for key in ("since", "until")
    )
    found = bounds(
        since,
        until,
        Status(data.get("status") or "unknown"),
        max(issued, key=lambda day: day.last, default=None),
    )
    days = (found.earliest_start, found.latest_start, found.earliest_end, found.latest_end)
    if not any(days):
        return None
    return [None if day is None else year_of(day) for day in days]


def net(drawn: Layout) -> dict[str, list[float]]:
    """A position for each thing in the network view, by IRI; kin start side by side."""
    nodes: dict[str, None] = {}
    ties: list[tuple[str, str, float]] = []
    parents = {box.item.id: box.item.parent for box in drawn.boxes}

    def path(item: str) -> tuple[str, ...]:
        parent = parents.get(item)
        return (*(path(parent) if parent else ()), item[2:])

    for box in sorted(drawn.boxes, key=lambda one: path(one.item.id)):
        nodes.setdefault(box.item.node)
        if box.item.parent is not None and not box.item.column.endswith(".person"):
            ties.append((box.item.node, box.item.parent[2:], 1.5))
    for ribbon in drawn.ribbons:
        ties.append((ribbon.link.source[2:], ribbon.link.target[2:], 0.6))
    return {node: list(at) for node, at in spread(list(nodes), ties).items()}


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def proofs(
    facts: Iterable[str],
    passages: Mapping[str, Sequence[Passage]],
    classes: Mapping[str, str] | None = None,
) -> tuple[dict[str, list[list[Any]]], list[list[str | None]]]:
    """The passages of `facts` (fact → rows), and the sources that the rows point at by number.

    A row: quote, source, start, end, raw start, raw end, method, confidence, stance. A source:
    address, title, publisher, date, class.
    """
    kinds = classes or {}
    rows: dict[str, list[list[Any]]] = {}
    places: dict[tuple[str | None, ...], int] = {}
    for fact in sorted(set(facts)):
        rows[fact] = []
        for one in passages.get(fact, ()):
            source = (
                *(one.address, one.title, one.publisher, one.issued),
                kinds.get(one.source, "unknown"),
            )
            place = places.setdefault(source, len(places))
            rows[fact].append(
                [
                    *(one.quote, place, one.start, one.end, one.raw_start, one.raw_end),
                    *(one.method, round(one.confidence, 3), one.stance),
                ]
            )
    return rows, [list(source) for source in places]


def strings(lang: Lang) -> dict[str, str]:
    """The strings of the page: ``ontology/messages/page.toml`` without the part's name."""
    return {
        key.removeprefix("page."): texts[lang]
        for key, texts in table().items()
        if key.startswith("page.")
    }


def page(
    drawn: Layout,
    network: nx.MultiDiGraph[str],
    passages: Mapping[str, Sequence[Passage]],
    *,
    title: Told,
    lang: Lang,
    focus: str | None,
    coverage: Told,
    extras: Extras | None = None,
) -> dict[str, Any]:
    """What the page needs beside nodes and edges: columns, passages, strings, what to open at."""
    more = extras or Extras()
    facts = [fact for ribbon in drawn.ribbons for fact in ribbon.link.data.get("facts") or ()]
    facts += [fact for event in more.events for fact in event.facts]
    rows, sources = proofs(facts, passages, more.classes)
    on_page = {box.item.node for box in drawn.boxes}
    against = {
        fact: [in_both(one) for one in more.contradictions[fact]]
        for fact in sorted(set(facts))
        if more.contradictions.get(fact)
    }
    return {
        "lang": lang,
        "title": in_both(title),
        "coverage": in_both(coverage),
        "notice": in_both(more.notice),
        "focus": focus if focus in on_page else None,
        "opens": more.opens,
        "alone": sum(1 for node in network if node not in on_page),
        "size": [round(drawn.width, 1), round(drawn.height, 1)],
        "columns": [[one.key, one.x, one.width, one.count] for one in drawn.columns],
        "net": net(drawn),
        "tiles": [list(tile) for tile in TILES],
        "basemap": more.basemap,
        "facts": rows,
        "sources": sources,
        "events": event_rows(more.events, on_page),
        "against": against,
        "gaps": [in_both(one) for one in more.gaps],
        "story": [dict(step) for step in more.story],
        "text": {one: strings(one) for one in LANGS},
    }
