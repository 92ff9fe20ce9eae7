"""The store → a NetworkX network of who helps whom, at the level that a reader wants.

At a coarser level every fact is moved to the places of its ends and counted there once: a fact
never becomes two, and one whose ends fall together is not drawn but counted as inside.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from hashlib import sha256
from itertools import groupby, repeat
from operator import itemgetter
from typing import Any, Final, TypeAlias

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.errors import QueryError
from .asof import Period
from .edgecache import Network, edge_table, texts_of
from .edges import KINDS
from .inforce import on_day
from .relations import of_kinds
from .rollup import rolled
from .things import STEPS, Thing, places_of, stands_for, things_of

__all__ = ["KINDS", "STEPS", "project", "stands_for"]

_KEYS: Final = ("at_source", "at_target", "kind", "code", "programme")
_TEXTS: Final = (
    *("fact", "sources", "status", "since", "until"),
    *("figures", "source", "target"),
)
_NEEDED: Final = ["kind", "code", "programme", *_TEXTS, "confidence", "reference"]
_DATED: Final = ["earliest_start", "latest_start", "earliest_end", "latest_end"]
_Told: TypeAlias = tuple[tuple[str, ...], str, str, str, str, int | None, str, float]
# Which figure stands for an edge: a running total before a stock before a flow.
_MEASURES: Final = ("cumulative", "total", "inPost", "increment", "trained", "attending")


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
    ordered = _ordered(edges.filter(pc.invert(same)) if inside else edges)
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
    nodes = set(pc.unique(ordered["at_source"]).to_pylist())
    nodes.update(pc.unique(ordered["at_target"]).to_pylist())
    with _uncollected():
        known = _known(table.nodes, nodes)
        for node in sorted(nodes):
            graph.add_node(node, **_node(known, node, level))
        for source, target, key, data in _edges(ordered, known, nodes):
            graph.add_edge(source, target, key=key, **data)
    graph.graph["unplaced"] = tuple(n for n, data in graph.nodes(data=True) if data["unplaced"])
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


def _ordered(edges: Any) -> Any:
    """The rows that make one edge, one after the other."""
    told = [name for name in (*_KEYS, *_TEXTS, "confidence", "holds") if name in edges.column_names]
    edges = edges.select(told)
    # only for a figure it matters between which bodies it is told
    silent = pc.equal(edges["figures"], "")
    for name in ("source", "target"):
        ends = pc.if_else(silent, "", edges[name])
        edges = edges.set_column(edges.column_names.index(name), name, ends)
    return edges.sort_by([(name, "ascending") for name in (*_KEYS, "fact")])


def _edges(
    ordered: Any, known: Mapping[str, Thing], nodes: Iterable[str]
) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    """Ends, key and attributes of each edge."""
    labels = {iri: one.label for iri, one in known.items() if one.kind == "programme"}
    # the very objects that the network has for its nodes: then looking one up is a comparison less
    same = {node: node for node in nodes}
    ends = [texts_of(ordered[name], same) for name in _KEYS[:2]]
    keys = [*ends, *(texts_of(ordered[name]) for name in _KEYS[2:])]
    told = [texts_of(ordered[name]) for name in _TEXTS]
    dated = "holds" in ordered.column_names
    told.append(texts_of(ordered["holds"]) if dated else repeat("", len(ordered)))
    rows = zip(*told, ordered["confidence"].to_pylist(), strict=True)
    for key, some in groupby(zip(zip(*keys, strict=True), rows, strict=True), itemgetter(0)):
        source, target, kind, code, programme = key
        (_, row), *more = some
        fact, sources, status, since, until, figures, sender, receiver, holds, confidence = row
        facts: tuple[str, ...] = (fact,)
        headcount: int | None = None
        if more:
            facts, sources, status, since, until, headcount, holds, confidence = _together(
                [row, *(other for _, other in more)]
            )
        elif figures:
            headcount = _headcount([figures], [(sender, receiver)])
        data = {
            "kind": kind,
            "modality": code or None,
            "programme": programme or None,
            "programme_label": labels.get(programme),
            "since": since or None,
            "until": until or None,
            "status": status,
            "headcount": headcount,
            "facts": facts,
            "sources": len({*sources.split()}),
            "confidence": confidence,
        }
        if dated:
            data["holds"] = holds
        yield source, target, "e-" + sha256("|".join(key).encode()).hexdigest()[:16], data


def _together(rows: Iterable[tuple[Any, ...]]) -> _Told:
    """What several rows of an edge say together."""
    facts, sources, status, since, until, figures, source, target, holds, confidence = zip(
        *rows, strict=True
    )
    return (
        tuple(dict.fromkeys(facts)),
        " ".join(sources),
        # active, ended, planned, unknown: the alphabet has the right order
        min(status),
        # "~" sorts after "-": of 2015 and 2015-03 the more precise one is taken, and "" comes last
        min(f"{one}~" for one in since)[:-1],
        max(until),
        _headcount(figures, [*zip(source, target, strict=True)]) if any(figures) else None,
        # "holds" sorts before "mayHold"
        min(holds),
        max(confidence),
    )


def _known(nodes: Any, wanted: set[str]) -> dict[str, Thing]:
    """The things that are wanted, and all places and programmes."""
    names = pa.array(sorted(wanted), pa.string())
    kinds = pa.array(["place", "programme"], pa.string())
    return things_of(
        nodes.filter(pc.or_(pc.is_in(nodes["iri"], names), pc.is_in(nodes["kind"], kinds)))
    )


def _node(known: Mapping[str, Thing], node: str, level: str) -> dict[str, Any]:
    thing = known.get(node) or Thing(iri=node, label=node, kind="institution")
    own = places_of(known, thing)
    data: dict[str, Any] = {
        "label": thing.label,
        "kind": thing.kind,
        "level": thing.level,
        "adcode": thing.adcode,
        "unplaced": level != "body" and thing.kind not in ("place", "event"),
    }
    for step in STEPS[1:]:
        place = own.get(step)
        data[step] = place
        data[f"{step}_label"] = known[place].label if place else None
    return data


def _day_told(day: date | Period | None) -> str | None:
    if day is None:
        return None
    return f"{day.first}/{day.last}" if isinstance(day, Period) else day.isoformat()


def _headcount(figures: Sequence[str], ends: Sequence[tuple[str, str]]) -> int | None:
    """The figure for an edge, where only one pair of ends tells any; `ends` are those of bodies."""
    told = [(pair, one) for some, pair in zip(figures, ends, strict=True) for one in some.split()]
    if len({pair for pair, _ in told}) != 1:
        return None
    numbers: dict[str, list[int]] = {}
    for _, one in told:
        measure, _, number = one.partition("=")
        numbers.setdefault(measure, []).append(int(number))
    return max(numbers[next(one for one in (*_MEASURES, *sorted(numbers)) if one in numbers)])
