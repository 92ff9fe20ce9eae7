"""The store → a NetworkX network of who helps whom, at the level that a reader wants.

At a coarser level every fact is moved to the places of its ends and counted there once: a fact
never becomes two, and one whose ends fall together is not drawn but counted as inside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, Final

import networkx as nx

from ..ontology.errors import QueryError
from .engine import Store
from .names import LEVELS
from .relations import Relation, Thing, relations, things

__all__ = ["KINDS", "STEPS", "project", "stands_for"]

STEPS: Final = ("body", "county", "prefecture", "province")
"""The levels of a projection, from the finest to the coarsest."""

KINDS: Final = ("assistance", "secondment", "posting", "event")
"""The kinds of fact that can be projected."""

_ORDER: Final = tuple(LEVELS.values())
_MUNICIPALITIES: Final = ("11", "12", "31", "50")
# Which figure stands for an edge: a running total before a stock before a flow.
_MEASURES: Final = ("cumulative", "total", "inPost", "increment", "trained", "attending")


def project(
    store: Store,
    level: str = "body",
    *,
    facts: Iterable[str] = ("assistance",),
    include_planned: bool = False,
    reference: bool = True,
) -> nx.MultiDiGraph[str]:
    """The network at `level` (body, county, prefecture, province) of these kinds of `facts`.

    Nodes are canonical IRIs with ``label kind level adcode county prefecture province`` (and
    ``county_label`` …) and ``unplaced``: no place of that level is known, so it stays itself.
    Edges, one for each source, target, kind, modality and programme: ``kind modality programme
    programme_label since until status headcount facts sources confidence``. Of several facts the
    earliest start, the latest end and the surest confidence are taken; ``headcount`` is the largest
    single figure of one measure where only one pair of ends tells any, else None: never a sum.

    ``graph`` keeps ``level facts include_planned reference`` (False leaves out what only
    reference tables state), ``inside`` (facts whose ends fall together),
    ``planned`` (facts left out) and ``unplaced`` (IRIs). Raises :class:`QueryError` for an unknown
    level or kind.
    """
    kinds = tuple(sorted(set(facts)))
    if level not in STEPS:
        raise QueryError("ask.level", level=level, known=", ".join(STEPS))
    if unknown := sorted({*kinds} - {*KINDS}):
        raise QueryError("ask.kinds", kind=unknown[0], known=", ".join(KINDS))
    known = things(store)
    told = [one for one in relations(store, kinds) if reference or not one.reference]
    planned = sorted({one.fact for one in told if one.status == "planned"})
    merged: dict[tuple[str, str, str, str, str], list[Relation]] = {}
    inside: set[str] = set()
    for one in told:
        if one.status == "planned" and not include_planned:
            continue
        source, target = (stands_for(known, end, level) for end in (one.source, one.target))
        if source == target:
            inside.add(one.fact)
            continue
        key = (source, target, one.kind, one.code, one.programme)
        merged.setdefault(key, []).append(one)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        level=level,
        facts=kinds,
        include_planned=include_planned,
        reference=reference,
        inside=len(inside),
        planned=0 if include_planned else len(planned),
    )
    for node in sorted({end for key in merged for end in key[:2]}):
        graph.add_node(node, **_node(known, node, level))
    graph.graph["unplaced"] = tuple(n for n, data in graph.nodes(data=True) if data["unplaced"])
    for key, group in sorted(merged.items()):
        source, target, kind, code, programme = key
        graph.add_edge(
            source,
            target,
            key="e-" + sha256("|".join(key).encode()).hexdigest()[:16],
            kind=kind,
            modality=code or None,
            programme=programme or None,
            programme_label=known[programme].label if programme in known else None,
            **_merged(group),
        )
    return graph


def stands_for(known: Mapping[str, Thing], entity: str, level: str) -> str:
    """The node that stands for `entity` at `level`.

    Its place of that level; a functional area counts as a county where no county is known. What is
    wider than the level stays itself, except that a municipality stands for its counties as a
    prefecture does; a county under no prefecture stays itself too. A group stands for its nearest
    place. Anything else without such a place stays itself.
    """
    thing = known.get(entity)
    if level == "body" or thing is None or thing.kind == "event":
        return entity
    own = _places(known, thing)
    wanted = own.get(level)
    if wanted is None and level == "county":
        wanted = own.get("functionalArea")
    if wanted is None and level == "prefecture":
        province = own.get("province")
        if province and (known[province].adcode or "").startswith(_MUNICIPALITIES):
            wanted = province
        elif province:
            wanted = own.get("county")
    if wanted is None and thing.kind == "group" and own:
        wanted = own[max(own, key=_ORDER.index)]
    return wanted or entity


def _places(known: Mapping[str, Thing], thing: Thing) -> dict[str, str]:
    """Level → the place of that level that `thing` is or lies in."""
    found: dict[str, str] = {}
    for place in sorted({*thing.within, *([thing.iri] if thing.kind == "place" else ())}):
        level = known[place].level if place in known else None
        if level is not None:
            found.setdefault(level, place)
    return found


def _node(known: Mapping[str, Thing], node: str, level: str) -> dict[str, Any]:
    thing = known.get(node) or Thing(iri=node, label=node, kind="institution")
    own = _places(known, thing)
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


def _merged(group: list[Relation]) -> dict[str, Any]:
    """The attributes of an edge that several facts make."""
    starts = [one.since for one in group if one.since]
    ends = [one.until for one in group if one.until]
    return {
        # "~" sorts after "-": of 2015 and 2015-03 the more precise one is taken
        "since": min(starts, key=lambda day: f"{day}~", default=None),
        "until": max(ends, default=None),
        # active, ended, planned, unknown: the alphabet has the right order
        "status": min(one.status for one in group),
        "headcount": _headcount(group),
        "facts": tuple(sorted({one.fact for one in group})),
        "sources": len({source for one in group for source in one.sources}),
        "confidence": max(one.confidence for one in group),
    }


def _headcount(group: list[Relation]) -> int | None:
    telling = [one for one in group if one.figures]
    if len({(one.source, one.target) for one in telling}) != 1:
        return None
    figures = [figure for one in telling for figure in one.figures]
    for measure in (*_MEASURES, *sorted({measure for measure, _ in figures})):
        numbers = [number for of, number in figures if of == measure]
        if numbers:
            return max(numbers)
    return None
