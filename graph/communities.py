"""Which places or bodies belong together by the help between them, the same on every run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import networkx as nx

from ..ontology.errors import QueryError
from .edgecache import Network, edge_table
from .rollup import Selection, dyads

__all__ = ["CENTRALITIES", "Communities", "Ranked", "central", "communities", "simple"]

CENTRALITIES: Final[dict[str, Callable[..., Any]]] = {
    "degree": nx.degree_centrality,
    "betweenness": nx.betweenness_centrality,
    "closeness": nx.closeness_centrality,
    "core": nx.core_number,
}
"""The measures of :func:`central` by name, as NetworkX defines them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Communities:
    """Groups of nodes (IRIs), the largest first, and what they were found with."""

    level: str
    selection: Selection
    resolution: float
    seed: int
    modularity: float
    groups: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A node with its value; equal values (to twelve digits) share a rank."""

    node: str
    value: float
    rank: int


def simple(
    store: Network, level: str = "prefecture", selection: Selection | None = None
) -> nx.DiGraph[str]:
    """Who helps whom as a simple network: ``weight`` is the number of facts, no loops, no persons.

    The lean form that algorithms want: two nodes, one edge, nodes and edges in sorted order.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    edges = [
        (one.source, one.target, len(one.facts))
        for one in dyads(edge_table(store), level, selection)
        if one.source != one.target
        and not any("/person/" in end for end in (one.source, one.target))
    ]
    graph.add_nodes_from(sorted({end for edge in edges for end in edge[:2]}))
    graph.add_weighted_edges_from(edges)
    return graph


def communities(
    store: Network,
    level: str = "prefecture",
    selection: Selection | None = None,
    *,
    resolution: float = 1.0,
    seed: int = 0,
    backend: str | None = None,
) -> Communities:
    """Communities by the Louvain method on the network without directions, weighted by facts.

    Source: V. D. Blondel et al., "Fast unfolding of communities in large networks", J. Stat. Mech.
    (2008) P10008, as in NetworkX; `seed` fixes its order, and groups of one size stand in the order
    of their first member. `backend` is the name of an installed NetworkX
    backend; raises :class:`QueryError` (``network.backend``) if it cannot do this.
    """
    graph = _undirected(simple(store, level, selection))
    found = _run(
        nx.community.louvain_communities,
        backend,
        graph,
        weight="weight",
        resolution=resolution,
        seed=seed,
    )
    groups = sorted((tuple(sorted(one)) for one in found), key=lambda one: (-len(one), one))
    quality = nx.community.modularity(graph, found, resolution=resolution) if found else 0.0
    return Communities(
        level=level,
        selection=selection or Selection(),
        resolution=resolution,
        seed=seed,
        modularity=quality,
        groups=tuple(groups),
    )


def central(
    store: Network,
    measure: str = "degree",
    level: str = "prefecture",
    selection: Selection | None = None,
    *,
    backend: str | None = None,
) -> tuple[Ranked, ...]:
    """The nodes of :func:`simple` by one of :data:`CENTRALITIES`, the highest first.

    Raises :class:`QueryError`: ``network.measure`` for an unknown measure, ``network.backend`` for
    a NetworkX backend that is not installed or cannot compute it.
    """
    if measure not in CENTRALITIES:
        raise QueryError("network.measure", given=measure, known=", ".join(CENTRALITIES))
    graph = simple(store, level, selection)
    if not graph:
        return ()
    values = {
        node: round(value, 12)
        for node, value in _run(CENTRALITIES[measure], backend, graph).items()
    }
    order = sorted(values, key=lambda node: (-values[node], node))
    rank: dict[float, int] = {}
    for place, node in enumerate(order, start=1):
        rank.setdefault(values[node], place)
    return tuple(Ranked(node=node, value=values[node], rank=rank[values[node]]) for node in order)


def _undirected(graph: nx.DiGraph[str]) -> nx.Graph[str]:
    """`graph` without directions; the weights of both are added."""
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(graph)
    for a, b in sorted(graph.edges):
        before = plain.edges[a, b]["weight"] if plain.has_edge(a, b) else 0
        plain.add_edge(a, b, weight=graph.edges[a, b]["weight"] + before)
    return plain


def _run(algorithm: Callable[..., Any], backend: str | None, *graph: Any, **more: Any) -> Any:
    """What `algorithm` gives, by NetworkX itself or by the backend of that name."""
    if backend is None:
        return algorithm(*graph, **more)
    try:
        return algorithm(*graph, backend=backend, **more)
    except (ImportError, NotImplementedError) as error:
        known = ", ".join(sorted(nx.config.backends)) or "—"
        raise QueryError("network.backend", given=backend, known=known) from error
