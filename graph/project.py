"""The store → a NetworkX network of who helps whom, at the level that a reader wants.

At a coarser level every fact is moved to the places of its ends and counted there once: a fact
never becomes two, and one whose ends fall together is not drawn but counted as inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final

import networkx as nx
import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.errors import QueryError
from .asof import Holds, Period
from .edgecache import Network, edge_table, texts_of
from .edges import KINDS
from .inforce import on_day
from .relations import of_kinds
from .rollup import rolled
from .things import STEPS, Thing, places_of, stands_for, things_of

__all__ = ["KINDS", "STEPS", "project", "stands_for"]

_KEYS: Final = ("at_source", "at_target", "kind", "code", "programme")
_SOME: Final = 20_000
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
    edges = of_kinds(table.edges, kinds)
    if not reference:
        edges = edges.filter(pc.invert(edges["reference"]))
    planned = pc.count_distinct(edges.filter(pc.equal(edges["status"], "planned"))["fact"]).as_py()
    if not include_planned:
        edges = edges.filter(pc.not_equal(edges["status"], "planned"))
    if as_of is not None:
        edges = on_day(edges, as_of)
    edges = rolled(table, edges, level)
    same = pc.equal(edges["at_source"], edges["at_target"])
    inside = pc.count_distinct(edges.filter(same)["fact"]).as_py()
    groups = _groups(edges.filter(pc.invert(same)))
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
    nodes = {*texts_of(groups["at_source"]), *texts_of(groups["at_target"])}
    known = _known(table.nodes, nodes)
    for node in sorted(nodes):
        graph.add_node(node, **_node(known, node, level))
    graph.graph["unplaced"] = tuple(n for n, data in graph.nodes(data=True) if data["unplaced"])
    for key, data in _edges(groups):
        source, target, kind, code, programme = key
        graph.add_edge(
            source,
            target,
            key="e-" + sha256("|".join(key).encode()).hexdigest()[:16],
            kind=kind,
            modality=code or None,
            programme=programme or None,
            programme_label=known[programme].label if programme in known else None,
            **data,
        )
    return graph


def _groups(edges: Any) -> Any:
    """The rows that make one edge, gathered: sorted by its key, facts and sources as lists."""
    # "~" sorts after "-": of 2015 and 2015-03 the more precise one is taken, and "" comes last
    start = pc.binary_join_element_wise(edges["since"], pa.scalar("~"), "")
    holds = edges["holds"] if "holds" in edges.column_names else edges["kind"]
    ends = pc.binary_join_element_wise(edges["source"], edges["target"], " ")
    told = ("fact", "sources", "status", "until", "confidence", "figures")
    edges = edges.select([*_KEYS, *told])
    edges = edges.append_column("start", start).append_column("holds", holds)
    edges = edges.append_column("ends", ends)
    edges = edges.sort_by([(name, "ascending") for name in (*_KEYS, "fact")])
    return edges.group_by([*_KEYS], use_threads=False).aggregate(
        [
            *((name, "list") for name in ("fact", "sources", "figures", "ends")),
            *((name, "min") for name in ("start", "status", "holds")),
            *((name, "max") for name in ("until", "confidence")),
        ]
    )


def _edges(groups: Any) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    """The key of each edge and the attributes that its facts make."""
    texts = (*_KEYS, "start_min", "until_max", "status_min", "holds_min")
    lists = ("fact_list", "sources_list", "figures_list", "ends_list")
    dated = groups["holds_min"].to_pylist()[:1] in ([str(Holds.HOLDS)], [str(Holds.MAY)])
    for facts, sources, figures, ends, confidence, *row in zip(
        *(_bit_by_bit(groups[name]) for name in lists),
        groups["confidence_max"].to_pylist(),
        *(texts_of(groups[name]) for name in texts),
        strict=True,
    ):
        key, (start, until, status, holds) = tuple(row[:5]), row[5:]
        data = {
            "since": start[:-1] or None,
            "until": until or None,
            # active, ended, planned, unknown: the alphabet has the right order
            "status": status,
            "headcount": _headcount(figures, ends) if any(figures) else None,
            "facts": tuple(dict.fromkeys(facts)),
            "sources": len({one for some in sources for one in some.split()}),
            "confidence": confidence,
        }
        if dated:
            # "holds" sorts before "mayHold"
            data["holds"] = holds
        yield key, data


def _bit_by_bit(column: Any) -> Iterator[Any]:
    """The values of a column of lists, never all of them in memory at once."""
    for first in range(0, len(column), _SOME):
        yield from column.slice(first, _SOME).to_pylist()


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


def _headcount(figures: list[str], ends: list[str]) -> int | None:
    """The figure for an edge, where only one pair of ends tells any; `ends` are those of bodies."""
    told = [(pair, one) for some, pair in zip(figures, ends, strict=True) for one in some.split()]
    if len({pair for pair, _ in told}) != 1:
        return None
    numbers: dict[str, list[int]] = {}
    for _, one in told:
        measure, _, number = one.partition("=")
        numbers.setdefault(measure, []).append(int(number))
    return max(numbers[next(one for one in (*_MEASURES, *sorted(numbers)) if one in numbers)])
