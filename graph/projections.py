"""The plain networks that researchers ask for, each by one stated rule.

All are made from the edge table and keep in ``graph`` what they were made with: ``rule``,
``level`` and ``selection``. For the rich network that pages are drawn from see :func:`.project`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import networkx as nx

from .edgecache import Network, edge_table
from .refs import kind_of
from .relations import rows_of
from .rollup import Selection, dyads, selected
from .things import label_of

__all__ = ["bodies", "people", "regions", "schools"]

_BODIES: Final = frozenset(("school", "institution", "group"))


def bodies(store: Network, selection: Selection | None = None) -> nx.DiGraph[str]:
    """Body → body: an arrow if a fact has the two bodies (or groups of bodies) as its ends.

    Facts between places and of persons are not in it. Nodes have ``label kind``, edges ``facts
    weight`` (how many facts) and ``holds``.
    """
    return _directed(store, "body", selection, "body-body", lambda kinds: kinds <= _BODIES)


def schools(store: Network, selection: Selection | None = None) -> nx.DiGraph[str]:
    """School → school: an arrow if a fact has the two schools as its ends; else as :func:`bodies`.

    A group of schools that are not named is no school, and is not in it.
    """
    return _directed(store, "body", selection, "school-school", lambda kinds: kinds == {"school"})


def regions(
    store: Network, level: str = "province", selection: Selection | None = None
) -> nx.DiGraph[str]:
    """Region → region: an arrow if a fact leads from one place (or what lies in it) to the other.

    Only places are nodes; help within one place is no arrow. Else as :func:`bodies`.
    """
    return _directed(store, level, selection, "region-region", lambda kinds: kinds == {"place"})


def people(store: Network, selection: Selection | None = None) -> nx.Graph[str]:
    """Persons and bodies: an edge if the person holds a post there, or was sent from or to there.

    Two-mode, as ``bipartite`` of each node says (0 persons, 1 bodies and places); edges have
    ``facts`` and ``roles`` (posting, from, to). People are joined by it, never ranked.
    """
    chosen = selection or Selection(kinds=("posting", "secondment"))
    table = edge_table(store)
    labels = _labels(table.nodes)
    found: dict[tuple[str, str], tuple[set[str], set[str]]] = {}
    for one in rows_of(selected(table.edges, chosen)):
        ends = (
            [(one.source, one.target, "posting")]
            if one.kind == "posting"
            else [(one.person, one.source, "from"), (one.person, one.target, "to")]
            if one.kind == "secondment"
            else []
        )
        for person, body, role in ends:
            if person != body:
                facts, roles = found.setdefault((person, body), (set(), set()))
                facts.add(one.fact)
                roles.add(role)
    graph: nx.Graph[str] = nx.Graph(rule="person-body", level="body", selection=chosen)
    for side in (0, 1):
        for node in sorted({pair[side] for pair in found}):
            graph.add_node(node, label=label_of(labels, node), kind=kind_of(node), bipartite=side)
    for (person, body), (facts, roles) in sorted(found.items()):
        graph.add_edge(person, body, facts=tuple(sorted(facts)), roles=tuple(sorted(roles)))
    return graph


def _directed(
    store: Network,
    level: str,
    selection: Selection | None,
    rule: str,
    takes: Callable[[frozenset[str]], bool],
) -> nx.DiGraph[str]:
    chosen = selection or Selection()
    table = edge_table(store)
    labels = _labels(table.nodes)
    graph: nx.DiGraph[str] = nx.DiGraph(rule=rule, level=level, selection=chosen)
    told = [
        one
        for one in dyads(table, level, chosen)
        if one.source != one.target
        if takes(frozenset((kind_of(one.source), kind_of(one.target))))
    ]
    for node in sorted({end for one in told for end in (one.source, one.target)}):
        graph.add_node(node, label=label_of(labels, node), kind=kind_of(node))
    for one in told:
        graph.add_edge(
            one.source, one.target, facts=one.facts, weight=len(one.facts), holds=one.holds
        )
    return graph


def _labels(nodes: Any) -> dict[str, str]:
    return dict(zip(*(nodes[name].to_pylist() for name in ("iri", "label")), strict=True))
