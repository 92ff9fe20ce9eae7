"""Walks on a network: what is around a node, and why two nodes are connected."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import networkx as nx

from .edgecache import Network, edge_table
from .engine import Store
from .meeting import meeting
from .names import LEVELS
from .outward import Rules, facts_naming, permitted
from .relations import relations
from .things import Thing, things_of

__all__ = ["Step", "neighbourhood", "path_network", "paths", "steps", "ways"]

_ORDER: Final = tuple(LEVELS.values())
# Which relation names a step that several make: the one that says most.
_RANK: Final = ("assistance", "secondment", "posting", "event", "location")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a path.

    `relation` is assistance, secondment, posting, event or location; `forward` says whether it is
    read from the first to the second end. `inner` and `outer` are the names at the tail and the
    head of the relation: who helps, who holds the post, what lies in the other. `facts` prove it;
    those of a location only name what lies there.
    """

    from_iri: str
    to_iri: str
    from_label: str
    to_label: str
    relation: str
    forward: bool
    inner: str
    outer: str
    facts: tuple[str, ...]


def neighbourhood(graph: nx.MultiDiGraph[str], node: str, radius: int = 1) -> nx.MultiDiGraph[str]:
    """The part of `graph` within `radius` steps of `node`, in either direction, as a view.

    Walked by hand: ``nx.ego_graph(undirected=True)`` copies the whole graph first, 200 times slower
    at a million edges. Raises :class:`networkx.NodeNotFound` if `node` is not in the graph.
    """
    if node not in graph:
        raise nx.NodeNotFound(node)
    reached = {node}
    edge = [node]
    for _ in range(radius):
        around = {next_ for one in edge for next_ in (*graph.succ[one], *graph.pred[one])}
        edge = sorted(around - reached)
        reached |= around
    return graph.subgraph(reached)


def path_network(store: Network, *, include_planned: bool = False) -> nx.MultiDiGraph[str]:
    """Persons, bodies, places and events, and all that connects them.

    Assistance, postings, secondments (from body to body, and from and to the person), who takes
    part in an event, and where things lie: each body or group in its nearest place, each place in
    its parent. Edges have ``kind`` and ``facts``, nodes ``label`` and ``kind``.
    """
    table = edge_table(store)
    known = things_of(table.nodes)
    links: dict[tuple[str, str, str], set[str]] = {}
    naming: dict[str, set[str]] = {}
    for one in relations(table, _RANK):
        if one.status == "planned" and not include_planned:
            continue
        pairs = {(one.source, one.target)}
        if one.person:
            pairs |= {(one.source, one.person), (one.person, one.target)}
        for a, b in pairs:
            if a != b:
                links.setdefault((a, b, one.kind), set()).add(one.fact)
        for end in (one.source, one.target, one.person):
            naming.setdefault(end, set()).add(one.fact)
    for iri, thing in known.items():
        # a person is where the body is; the post says so better
        outer = None if thing.kind == "person" else _nearest(known, thing)
        if outer is not None:
            facts = set() if thing.kind == "place" else naming.get(iri, set())
            links.setdefault((iri, outer, "location"), set()).update(facts)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted({end for link in links for end in link[:2]}):
        data = known.get(node)
        graph.add_node(
            node, label=data.label if data else node, kind=data.kind if data else "institution"
        )
    for (a, b, kind), facts in sorted(links.items()):
        graph.add_edge(a, b, key=kind, kind=kind, facts=tuple(sorted(facts)))
    return graph


def ways(
    store: Store,
    a: str,
    b: str,
    *,
    max_length: int = 6,
    limit: int = 3,
    include_planned: bool = False,
    reference: bool = True,
) -> tuple[tuple[Step, ...], ...]:
    """At most `limit` ways from `a` to `b`, as :func:`paths` finds them on the whole network.

    The store is walked outward from both ends by queries until enough ways are known, so that a
    near connection is found at once however large the store is. `reference` False leaves out what
    only reference tables state.
    """
    rules = Rules(planned=include_planned, reference=reference)
    network, found = meeting(
        store, a, b, rules, lambda some, most: paths(some, a, b, most, limit), max_length, limit
    )
    inner = {
        one
        for nodes in found
        for pair in pairwise(nodes)
        for one, other in (pair, pair[::-1])
        if network.has_edge(one, other, key="location") and network.nodes[one]["kind"] != "place"
    }
    naming = facts_naming(store, inner)
    allowed = permitted(store, {fact for facts in naming.values() for fact in facts}, rules)
    for one, outer, kind in list(network.out_edges(sorted(inner), keys=True)):
        if kind == "location":
            facts = tuple(sorted(naming.get(one, frozenset()) & allowed))
            network.edges[one, outer, kind]["facts"] = facts
    return tuple(steps(network, nodes) for nodes in found)


def paths(
    network: nx.MultiDiGraph[str], a: str, b: str, max_length: int = 6, limit: int = 3
) -> tuple[tuple[str, ...], ...]:
    """At most `limit` ways from `a` to `b` of at most `max_length` steps, each a run of nodes.

    Direction does not matter, no node comes twice. Shortest first, then by the labels on the way.
    What merely lies in the same place is not connected: no way goes up into a place and down again.
    """
    if a not in network or b not in network or a == b:
        return ()
    left = _distances(network, b, max_length)
    found: list[tuple[str, ...]] = []
    for length in range(left.get((a, False), max_length + 1), max_length + 1):
        for path in _walk(network, (a,), False, b, length, left):
            found.append(path)
            if len(found) == limit:
                return tuple(found)
    return tuple(found)


def steps(network: nx.MultiDiGraph[str], path: tuple[str, ...]) -> tuple[Step, ...]:
    """What each step of `path` is, with the facts of every relation between its two ends."""
    return tuple(_step(network, a, b) for a, b in pairwise(path))


def _step(network: nx.MultiDiGraph[str], a: str, b: str) -> Step:
    between = _between(network, a, b)
    relation, forward = min(between, key=lambda one: (_RANK.index(one[0]), not one[1]))
    proofs = [
        (network.edges[a, b, kind] if onward else network.edges[b, a, kind])["facts"]
        for kind, onward in between
        if kind != "location" or relation == "location"
    ]
    names = (network.nodes[a]["label"], network.nodes[b]["label"])
    return Step(
        from_iri=a,
        to_iri=b,
        from_label=names[0],
        to_label=names[1],
        relation=relation,
        forward=forward,
        inner=names[0] if forward else names[1],
        outer=names[1] if forward else names[0],
        facts=tuple(sorted({fact for facts in proofs for fact in facts})),
    )


def _nearest(known: dict[str, Thing], thing: Thing) -> str | None:
    """The narrowest place that `thing` lies in; of two at one level, the one deeper inside."""
    around = [place for place in thing.within if place in known and place != thing.iri]
    return min(
        around,
        key=lambda place: (-_depth(known[place]), -len(known[place].within), place),
        default=None,
    )


def _depth(thing: Thing) -> int:
    return _ORDER.index(thing.level) if thing.level in _ORDER else -1


def _between(network: nx.MultiDiGraph[str], a: str, b: str) -> set[tuple[str, bool]]:
    """The kinds of edge between two nodes, each with whether it leads from `a` to `b`."""
    onward = {(kind, True) for kind in network.succ[a].get(b, ())}
    return onward | {(kind, False) for kind in network.pred[a].get(b, ())}


def _around(network: nx.MultiDiGraph[str], node: str) -> list[tuple[str, bool, bool]]:
    """Each neighbour by label, and whether the step is nothing but going up, or down, a place."""
    return [
        (next_, kinds == {("location", True)}, kinds == {("location", False)})
        for next_ in sorted(
            {*network.succ[node], *network.pred[node]},
            key=lambda one: (network.nodes[one]["label"], one),
        )
        for kinds in (_between(network, node, next_),)
    ]


def _distances(network: nx.MultiDiGraph[str], goal: str, most: int) -> dict[tuple[str, bool], int]:
    """Steps to `goal` from (node, whether one came up into it), as far as `most` steps."""
    left: dict[tuple[str, bool], int] = {(goal, False): 0, (goal, True): 0}
    queue = deque(left)
    while queue:
        node, came_up = queue.popleft()
        if left[node, came_up] == most:
            continue
        for before, comes_down, goes_up in _around(network, node):
            # seen from `node`: who stands above it comes down, who lies in it goes up
            if goes_up != came_up:
                continue
            for state in ((before, False), (before, True)):
                if state not in left and not (comes_down and state[1]):
                    left[state] = left[node, came_up] + 1
                    queue.append(state)
    return left


def _walk(
    network: nx.MultiDiGraph[str],
    path: tuple[str, ...],
    came_up: bool,
    goal: str,
    length: int,
    left: dict[tuple[str, bool], int],
) -> Iterator[tuple[str, ...]]:
    """Every way on from `path` that reaches `goal` at exactly `length` steps."""
    if path[-1] == goal:
        if len(path) == length + 1:
            yield path
        return
    for next_, up, down in _around(network, path[-1]):
        remaining = left.get((next_, up))
        if next_ in path or (came_up and down) or remaining is None:
            continue
        if len(path) + remaining <= length:
            yield from _walk(network, (*path, next_), up, goal, length, left)
