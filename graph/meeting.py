"""Two ends, walked towards each other until they meet: the part of a network that joins them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

import networkx as nx

from .engine import Store
from .outward import Link, Rules, labels_of, links_of
from .refs import kind_of

__all__ = ["Ways", "meeting", "network_of"]

Ways: TypeAlias = tuple[tuple[str, ...], ...]

_State: TypeAlias = tuple[str, bool]
"""A node, and whether one came up into it: then no way leads down again from there."""

_MOST: Final = 200_000
"""Links walked before the search gives up going further: about a gigabyte."""


def meeting(
    store: Store,
    a: str,
    b: str,
    rules: Rules,
    search: Callable[[nx.MultiDiGraph[str], int], Ways],
    max_length: int,
    limit: int,
) -> tuple[nx.MultiDiGraph[str], Ways]:
    """The network around `a` and `b`, as far as `search` needs it, and the ways that it found.

    `search` is given the network and the length up to which all ways are in it. The side with the
    smaller rim goes on; it ends when `limit` ways are known, `max_length` is reached, or a rim
    cannot be widened any more.
    """
    links: set[Link] = set()
    labels: dict[str, str] = {}
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found: Ways = ()
    reached: list[set[_State]] = [{(a, False)}, {(b, False)}]
    rims: list[set[_State]] = [{(a, False)}, {(b, False)}]
    for length in range(1, max_length + 1):
        side = 0 if len(rims[0]) <= len(rims[1]) else 1
        rim = rims[side]
        if not rim or len(links) > _MOST:
            break
        nodes = {node for node, _ in rim}
        links |= links_of(store, nodes, rules, {node for node, up in rim if not up}, links)
        rims[side] = _next(links, rim) - reached[side]
        # who can go down from a place need not go there again having come up
        rims[side] = {
            one for one in rims[side] if not one[1] or (one[0], False) not in reached[side]
        }
        reached[side] |= rims[side]
        if {node for node, _ in reached[0]} & {node for node, _ in reached[1]}:
            ends = {end for link in links for end in (link.source, link.target)} | {a, b}
            labels |= labels_of(store, ends - labels.keys())
            network = network_of(links, labels)
            found = search(network, length)
            if len(found) >= limit:
                break
    return network, found


def network_of(links: Iterable[Link], labels: dict[str, str]) -> nx.MultiDiGraph[str]:
    """The links as a network: nodes with ``label kind``, edges with ``kind facts``."""
    facts: dict[tuple[str, str, str], set[str]] = {}
    for link in links:
        said = facts.setdefault((link.source, link.target, link.kind), set())
        if link.fact:
            said.add(link.fact)
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted({end for key in facts for end in key[:2]}):
        graph.add_node(node, label=labels[node], kind=kind_of(node))
    for (source, target, kind), proofs in sorted(facts.items()):
        graph.add_edge(source, target, key=kind, kind=kind, facts=tuple(sorted(proofs)))
    return graph


def _next(links: Iterable[Link], rim: set[_State]) -> set[_State]:
    """What is one step from the rim; beside a way up another relation leads there as well."""
    ups: set[tuple[str, str]] = set()
    other: set[tuple[str, str]] = set()
    starts: dict[str, set[bool]] = {}
    for node, up in rim:
        starts.setdefault(node, set()).add(up)
    for link in links:
        if link.source in starts:
            (ups if link.kind == "location" else other).add((link.source, link.target))
        below = starts.get(link.target)
        # a way that came up into a place does not lead down again
        if below is not None and (link.kind != "location" or False in below):
            other.add((link.target, link.source))
    return {(end, False) for _, end in other} | {(end, True) for _, end in ups - other}
