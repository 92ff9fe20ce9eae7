"""The network as files for network programs: GEXF with spells, GraphML, tables for Gephi, Neo4j."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import Any, Final
from xml.sax.saxutils import escape

import networkx as nx

from ..edgecache import edge_table
from ..engine import Store
from ..project import project
from ..relations import Relation, of_kinds, rows_of
from ..xlsx import plain
from .facts import rights_in, sources_in
from .tabular import csv_bytes

__all__ = ["gephi_files", "gexf", "graphml", "neo4j_files", "spelled"]

_NODE: Final = ("label", "kind", "level", "adcode", "county_label", "prefecture_label")
_NODES: Final = (*_NODE, "province_label")
_EDGES: Final = (
    *("kind", "modality", "programme_label", "since", "until", "status", "headcount"),
    *("sources", "confidence", "facts", "sure_from", "sure_to"),
)
_CLOCK: Final = re.compile(r' lastmodifieddate="[^"]*"')
_RIGHTS: Final = ("source", "address", "title", "publisher", "issued", "class", "rights")
_TYPES: Final = {
    "assistance": "HELPS",
    "secondment": "SENDS_TO",
    "posting": "HOLDS_POST_AT",
    "event": "TAKES_PART_IN",
}


def spelled(store: Store, kinds: Iterable[str], level: str) -> nx.MultiDiGraph[str]:
    """The projection at `level` with plain attributes only, and the spells of each edge.

    The rights notes of the sources are its attribute ``rights``, if there are any.
    A spell is the longest stretch that the bounds of a fact allow, (first day, last day), None
    where that is open; ``sure_from`` and ``sure_to`` are the stretch in which it surely holds, if
    the edge stands for one fact. An edge without any date has no spell: it may hold at any time.
    """
    table = edge_table(store)
    network = project(table, level, facts=tuple(kinds), include_planned=True)
    facts = {one.fact: one for one in rows_of(of_kinds(table.edges, tuple(kinds)))}
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph(name=f"bangfu {level}", mode="dynamic")
    if rights := rights_in(store):
        found.graph["rights"] = plain(rights)
    for node in sorted(network):
        said = network.nodes[node]
        found.add_node(node, **{n: plain(str(said[n])) for n in _NODES if said.get(n) is not None})
    for tail, head, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: (str(edge[2]), edge[0], edge[1])
    ):
        every = [facts[fact] for fact in data["facts"]]
        told = dict(data) | {"facts": " ".join(data["facts"])}
        if len(every) == 1 and every[0].latest_start and every[0].earliest_end:
            told |= {"sure_from": every[0].latest_start, "sure_to": every[0].earliest_end}
        attributes = {
            name: plain(value) if isinstance(value, str) else value
            for name in _EDGES
            if (value := told.get(name)) is not None
        }
        found.add_edge(tail, head, key=str(key), id=str(key), spells=_spells(every), **attributes)
    return found


def gexf(store: Store, kinds: Iterable[str], level: str) -> bytes:
    """GEXF 1.2 with spells, as Gephi and networkx read it, and rights as its description."""
    network = spelled(store, kinds, level)
    for *_, data in network.edges(data=True):
        if not data["spells"]:
            del data["spells"]
    out = io.BytesIO()
    nx.write_gexf(network, out, version="1.2draft")
    text = _CLOCK.sub("", out.getvalue().decode("utf-8"))
    if rights := network.graph.get("rights"):
        told = f"    <description>{escape(rights)}</description>\n  </meta>"
        text = text.replace("  </meta>", told, 1)
    return text.encode("utf-8")


def graphml(store: Store, kinds: Iterable[str], level: str) -> bytes:
    """GraphML, which knows no spells: the bounds stand in attributes."""
    network = spelled(store, kinds, level)
    network.graph = {name: told for name, told in network.graph.items() if name == "rights"}
    for *_, data in network.edges(data=True):
        spells = data.pop("spells")
        del data["id"]
        for name, days in (
            ("earliest", [a for a, _ in spells]),
            ("latest", [b for _, b in spells]),
        ):
            if days and all(days):
                data[name] = min(days) if name == "earliest" else max(days)
    out = io.BytesIO()
    nx.write_graphml_xml(network, out, infer_numeric_types=True)
    return out.getvalue()


def gephi_files(store: Store, kinds: Iterable[str], level: str) -> list[tuple[str, bytes]]:
    """``nodes.csv`` and ``edges.csv`` with the heads that Gephi's spreadsheet import looks for.

    ``sources.csv`` beside them has the rights of the sources.
    """
    network = spelled(store, kinds, level)
    nodes = [[node, *_cells(data, _NODES)] for node, data in network.nodes(data=True)]
    edges = [
        [
            tail,
            head,
            "Directed",
            key,
            data["kind"],
            _interval(data["spells"]),
            str(len(data["facts"].split())),
            *_cells(data, _EDGES),
        ]
        for tail, head, key, data in network.edges(keys=True, data=True)
    ]
    heads = ("Source", "Target", "Type", "Id", "Label", "Interval", "Weight", *_EDGES)
    return [
        ("nodes.csv", csv_bytes(("Id", "Label", *_NODES[1:]), nodes, mark=False)),
        ("edges.csv", csv_bytes(heads, edges, mark=False)),
        ("sources.csv", _rights(store)),
    ]


def neo4j_files(store: Store, kinds: Iterable[str], level: str) -> list[tuple[str, bytes]]:
    """``nodes.csv`` and ``relationships.csv`` for ``neo4j-admin database import``.

    ``sources.csv`` beside them has the rights of the sources.
    Heads: https://neo4j.com/docs/operations-manual/current/tools/neo4j-admin/neo4j-admin-import/
    """
    network = spelled(store, kinds, level)
    nodes = [
        [node, *_cells(data, _NODES), f"Thing;{str(data.get('kind', 'thing')).capitalize()}"]
        for node, data in network.nodes(data=True)
    ]
    typed = {"headcount": "headcount:int", "sources": "sources:int", "facts": "facts:string[]"}
    typed["confidence"] = "confidence:double"
    edges = [
        [
            tail,
            head,
            _TYPES[data["kind"]],
            key,
            *_cells(data | {"facts": data["facts"].replace(" ", ";")}, _EDGES),
        ]
        for tail, head, key, data in network.edges(keys=True, data=True)
    ]
    heads = (":START_ID", ":END_ID", ":TYPE", "key", *(typed.get(name, name) for name in _EDGES))
    return [
        ("nodes.csv", csv_bytes(("iri:ID", *_NODES, ":LABEL"), nodes, mark=False)),
        ("relationships.csv", csv_bytes(heads, edges, mark=False)),
        ("sources.csv", _rights(store)),
    ]


def _rights(store: Store) -> bytes:
    lines = (
        (one.iri, one.address, one.title, one.publisher, one.issued, one.kind, one.rights)
        for one in sources_in(store)
    )
    return csv_bytes(_RIGHTS, lines, mark=False)


def _spells(facts: Iterable[Relation]) -> list[tuple[str | None, str | None]]:
    """The stretches that the facts allow, joined where they touch; none if a fact has no date."""
    found = {(one.earliest_start or None, one.latest_end or None) for one in facts}
    if (None, None) in found:
        return []
    joined: list[tuple[str | None, str | None]] = []
    for start, end in sorted(found, key=lambda spell: (spell[0] or "", spell[1] or "~")):
        last = joined[-1] if joined else None
        if last is None or (last[1] is not None and start is not None and last[1] < start):
            joined.append((start, end))
        else:
            joined[-1] = (last[0], None if None in (last[1], end) else max(str(last[1]), str(end)))
    return joined


def _interval(spells: list[tuple[str | None, str | None]]) -> str:
    """``<[2015-01-01,2016-12-31]>``: the form in which Gephi reads the life of an edge."""
    if not spells:
        return ""
    told = (f"[{a or '-Infinity'},{b or 'Infinity'}]" for a, b in spells)
    return f"<{'; '.join(told)}>"


def _cells(data: dict[str, Any], names: Iterable[str]) -> list[str]:
    return ["" if data.get(name) is None else plain(str(data[name])) for name in names]
