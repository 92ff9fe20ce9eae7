"""Who helps whom around one thing, walked outward by queries: quick in a store of any size.

:func:`around` has the facts of every edge, and takes the time that they take. :func:`neighbours`
reads who helps whom from the derived graph, where a pair stands once however many facts tell of
it; :func:`facts_between` then gives the facts of one pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING, Final

from ..ontology import terms as t
from ..ontology.nt import iri
from .engine import Store
from .fill import fill, rows
from .meeting import network_of
from .outward import Link, Rules, labels_of, links_of, permitted, rows_about
from .refs import kind_of
from .scan import full_rows

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["around", "facts_between", "neighbours"]

_BF: Final = f"PREFIX bf: <{t.BF}>"
_DERIVED: Final = f"GRAPH <{t.DERIVED_GRAPH}>"
_WITHIN: Final = f"{_BF} SELECT DISTINCT ?e WHERE {{ ?e bf:within ?place }}"
_THESE: Final = "VALUES ?n { %s }"
_INSIDE: Final = f"{_DERIVED} {{ ?n <{t.WITHIN}> ?place }}"
_HELPED: Final = f"SELECT ?n ?m {{ %s {_DERIVED} {{ ?n HOW ?m }} }}"
_HELPERS: Final = f"SELECT ?n ?m {{ %s {_DERIVED} {{ ?m HOW ?n }} }}"
_OF_GROUPS: Final = f"""{_BF} SELECT DISTINCT ?f {{
  {_DERIVED} {{ ?y bf:canonical ?place }}
  GRAPH ?in {{ ?group bf:locatedIn ?y ; a bf:Group . ?f bf:SIDE ?group }} }}"""
"""In the source's own graph: groups that are judged to be one may lie in many places together."""
_FROM: Final = f"""{_BF} SELECT DISTINCT ?f {{
  VALUES ?n {{ %s }} {_DERIVED} {{ ?x bf:canonical ?n }} ?f bf:SIDE ?x }}"""


def around(
    store: Store,
    entity: str,
    radius: int = 1,
    *,
    kinds: Collection[str] = ("assistance",),
    inside: bool = True,
    planned: bool = False,
    reference: bool = True,
    most: int = 5000,
) -> nx.MultiDiGraph[str]:
    """The network within `radius` steps of `entity` (an IRI), over facts of these `kinds`.

    A step leads along a fact, either way. With `inside` a place stands for all that lies in it.
    Nodes have ``label kind steps`` (0 for the start), edges ``kind facts``. Once `most` nodes are
    reached no further step is taken; ``graph`` says ``entity radius kinds`` and in ``complete``
    whether all of the neighbourhood is there.
    """
    rules = Rules(planned=planned, reference=reference, places=False, kinds=frozenset(kinds))
    rim = _start(store, entity, inside)
    steps = dict.fromkeys(rim, 0)
    links: set[Link] = set()
    complete = True
    for number in range(1, radius + 1):
        if len(steps) > most and number > 1:
            complete = False
            break
        links |= links_of(store, rim, rules, known=links)
        rim = {end for link in links for end in (link.source, link.target)} - steps.keys()
        steps |= dict.fromkeys(rim, number)
    graph = _network(store, entity, links, steps)
    graph.graph.update(entity=entity, radius=radius, kinds=tuple(sorted(kinds)), complete=complete)
    return graph


def neighbours(
    store: Store,
    entity: str,
    radius: int = 1,
    *,
    inside: bool = True,
    reference: bool = True,
    most: int = 1000,
) -> nx.MultiDiGraph[str]:
    """Who helps whom within `radius` steps of `entity` (an IRI), without the facts that say so.

    What ``bf:helps`` is: plans are not in it, and a group stands for the place it lies in; what
    only reference tables arrange is in it unless `reference` is False. With `inside` a place stands
    for all that lies in it. Nodes and edges are as in :func:`around`, the ``facts`` of an edge are
    empty. Of more than `most` nodes there are those of the nearest pairs; ``graph``
    says ``entity radius reached complete``, where ``reached`` counts them all, step by step.
    """
    how = f"<{t.HELPS}>|<{t.ARRANGED_TO_HELP}>" if reference else f"<{t.HELPS}>"
    steps = {entity: 0}
    pairs: set[tuple[str, str]] = set()
    rim = {entity}
    for number in range(1, radius + 1):
        for query, forward in ((_HELPED, True), (_HELPERS, False)):
            asked = query.replace("HOW", how)
            found = rows_about(store, asked % _THESE, rim)
            if inside and number == 1:
                # whoever lies there and helps or is helped: a place holds many more than those
                within = [*full_rows(store, fill(asked % _INSIDE, {"place": iri(entity)}))]
                steps |= dict.fromkeys((row[0] for row in within), 0)
                found += within
            pairs.update((row[0], row[1]) if forward else (row[1], row[0]) for row in found)
        rim = {end for pair in pairs for end in pair} - steps.keys()
        steps |= dict.fromkeys(rim, number)
    kept = _nearest(entity, pairs, steps, most)
    links = {Link(a, b, "assistance") for a, b in pairs if a in kept and b in kept}
    graph = _network(store, entity, links, steps)
    reached = Counter(steps.values())
    graph.graph.update(
        entity=entity,
        radius=radius,
        reached=tuple(reached[number] for number in range(radius + 1)),
        complete=len(kept) == len(steps),
    )
    return graph


def facts_between(
    store: Store, helper: str, recipient: str, *, reference: bool = True
) -> tuple[str, ...]:
    """The facts (IRIs, sorted) that say an edge of :func:`neighbours`: that `helper` helps.

    `reference` False leaves out those that only reference tables state.
    """
    told = []
    for side, end in (("helper", helper), ("recipient", recipient)):
        own = rows_about(store, _FROM.replace("SIDE", side), {end})
        of_groups = rows(store, _OF_GROUPS.replace("SIDE", side), place=iri(end))
        told.append({one for (one,) in (*own, *of_groups)})
    return tuple(sorted(permitted(store, told[0] & told[1], Rules(reference=reference))))


def _start(store: Store, entity: str, inside: bool) -> set[str]:
    within = rows(store, _WITHIN, place=iri(entity)) if inside else ()
    return {entity, *(one for (one,) in within)}


def _nearest(
    entity: str, pairs: Iterable[tuple[str, str]], steps: dict[str, int], most: int
) -> set[str]:
    """The `entity` and the ends of the nearest pairs, of those as near of who has most neighbours.

    Pair by pair, at most so many nodes: of nodes alone none might have anybody left that it helps.
    """
    if len(steps) <= most:
        return {*steps}
    ties = Counter(end for pair in pairs for end in pair)
    kept = {entity}
    for pair in sorted(
        pairs,
        key=lambda one: (sum(steps[end] for end in one), -sum(ties[end] for end in one), one),
    ):
        if len(kept) >= most:
            break
        if len(kept) + len(more := {*pair} - kept) <= most:
            kept |= more
    return kept


def _network(
    store: Store, entity: str, links: Collection[Link], steps: dict[str, int]
) -> nx.MultiDiGraph[str]:
    """The links with the names of their ends and the `steps` to them; `entity` is always there."""
    labels = labels_of(
        store, {end for link in links for end in (link.source, link.target)} | {entity}
    )
    graph = network_of(links, labels)
    if entity not in graph:
        graph.add_node(entity, label=labels[entity], kind=kind_of(entity))
    for node in graph:
        graph.nodes[node]["steps"] = steps[node]
    return graph
