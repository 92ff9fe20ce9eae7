"""The store → a NetworkX network of who helps whom, at the level that a reader wants.

At a coarser level every fact is moved to the places of its ends and counted there once: a fact
never becomes two, and one whose ends fall together is not drawn but counted as inside.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import Any, Final

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.errors import QueryError
from .asof import Period
from .edgecache import Network, coded, edge_table, texts_of
from .edgerows import KEYS, TEXTS, draw_rows, in_order
from .edges import KINDS
from .inforce import on_day
from .relations import of_kinds
from .rollup import rolled
from .things import STEPS, Thing, places_of, stands_for, things_of

__all__ = ["KINDS", "STEPS", "project", "stands_for"]

_NEEDED: Final = ["kind", "code", "programme", *TEXTS, "confidence", "reference"]
_DATED: Final = ["earliest_start", "latest_start", "earliest_end", "latest_end"]


def project(
    store: Network,
    level: str = "body",
    *,
    facts: Iterable[str] = ("assistance",),
    include_planned: bool = False,
    reference: bool = True,
    as_of: date | Period | None = None,
) -> nx.MultiDiGraph[str]:
    """The network at `level` (body, county, prefecture, province) of these kinds of `facts`.

    `store` is a store or, where several networks are wanted of one, its edge table. `as_of` takes
    only facts that hold or may hold on that day; each edge then has ``holds``: ``holds`` if one of
    its facts surely does, else ``mayHold``.

    Nodes are canonical IRIs with ``label kind level adcode county prefecture province`` (and
    ``county_label`` …) and ``unplaced``: no place of that level is known, so it stays itself.
    Edges, one for each source, target, kind, modality and programme: ``kind modality programme
    programme_label since until status headcount facts sources confidence``. Of several facts the
    earliest start, the latest end and the surest confidence are taken; ``headcount`` is the largest
    single figure of one measure where only one pair of ends tells any, else None: never a sum.

    ``graph`` keeps ``level facts include_planned reference as_of`` (False leaves out what only
    reference tables state), ``inside`` (facts whose ends fall together),
    ``planned`` (facts left out) and ``unplaced`` (IRIs). Raises :class:`QueryError` for an unknown
    level or kind.
    """
    kinds = tuple(sorted(set(facts)))
    if level not in STEPS:
        raise QueryError("ask.level", level=level, known=", ".join(STEPS))
    if unknown := sorted({*kinds} - {*KINDS}):
        raise QueryError("ask.kinds", kind=unknown[0], known=", ".join(KINDS))
    table = edge_table(store)
    edges = of_kinds(table.edges.select(_NEEDED if as_of is None else [*_NEEDED, *_DATED]), kinds)
    if not reference:
        edges = edges.filter(pc.invert(edges["reference"]))
    planned = pc.count_distinct(edges.filter(pc.equal(edges["status"], "planned"))["fact"]).as_py()
    if planned and not include_planned:
        edges = edges.filter(pc.not_equal(edges["status"], "planned"))
    if as_of is not None:
        edges = on_day(edges, as_of)
    edges = rolled(table, edges, level)
    same = pc.equal(edges["at_source"], edges["at_target"])
    inside = pc.count_distinct(edges.filter(same)["fact"]).as_py()
    ordered = in_order(edges.filter(pc.invert(same)) if inside else edges)
    # at a million facts these are half a gigabyte, and the network is still to come
    del edges, same
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        level=level,
        facts=kinds,
        include_planned=include_planned,
        reference=reference,
        as_of=_day_told(as_of),
        inside=inside,
        planned=0 if include_planned else planned,
    )
    nodes = {one for name in KEYS[:2] for one in coded(ordered[name]).dictionary.to_pylist()}
    with _uncollected():
        known = _places(table.nodes)
        tables: Any = graph  # `add_node` looks and copies, for each of thousands
        for node, data in _nodes(table.nodes, known, sorted(nodes), level):
            tables._node[node], tables._succ[node], tables._pred[node] = data, {}, {}
        labels = {iri: one.label for iri, one in known.items() if one.kind == "programme"}
        draw_rows(graph, ordered, labels)
        told = tables._node.items()
        graph.graph["unplaced"] = tuple(node for node, data in told if data["unplaced"])
    return graph


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without looking for garbage: there is none in a growing network, and looking through all of
    it again and again takes a third of the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _places(nodes: Any) -> dict[str, Thing]:
    """All places and programmes."""
    return things_of(nodes.filter(pc.is_in(nodes["kind"], pa.array(["place", "programme"]))))


def _nodes(
    table: Any, known: Mapping[str, Thing], nodes: list[str], level: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each node with its attributes; `known` are the places."""
    at = pc.index_in(pa.array(nodes, pa.string()), table["iri"].combine_chunks())
    told = table.take(at)
    columns = [told[name].to_pylist() for name in ("label", "kind", "level", "adcode")]
    lying = texts_of(pc.fill_null(pc.binary_join(told["within"], " "), ""))
    # thousands lie in the same places
    around: dict[str, dict[str, str | None]] = {}
    for node, label, kind, own, code, within in zip(nodes, *columns, lying, strict=True):
        data: dict[str, Any] = {
            "label": node if label is None else label,
            "kind": kind or "institution",
            "level": own or None,
            "adcode": code or None,
            "unplaced": level != "body" and kind not in ("place", "event"),
        }
        if kind == "place":
            data.update(_around(known, known[node]))
        else:
            if within not in around:
                one = Thing(iri="", label="", kind="", within=frozenset(within.split()))
                around[within] = _around(known, one)
            data.update(around[within])
        yield node, data


def _around(known: Mapping[str, Thing], thing: Thing) -> dict[str, str | None]:
    """The places that `thing` is or lies in, with their names."""
    own = places_of(known, thing)
    found: dict[str, str | None] = {}
    for step in STEPS[1:]:
        place = own.get(step)
        found[step] = place
        found[f"{step}_label"] = known[place].label if place else None
    return found


def _day_told(day: date | Period | None) -> str | None:
    if day is None:
        return None
    return f"{day.first}/{day.last}" if isinstance(day, Period) else day.isoformat()
