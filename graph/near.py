"""Who helps whom around one thing, walked outward by queries: quick in a store of any size."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from ..ontology.nt import iri
from ..ontology.terms import BF
from .engine import Store
from .fill import rows
from .meeting import network_of
from .outward import Link, Rules, labels_of, links_of

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["around"]

_WITHIN = f"PREFIX bf: <{BF}> SELECT DISTINCT ?e WHERE {{ ?e bf:within ?place }}"


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
    start = {entity}
    if inside:
        start |= {one for (one,) in rows(store, _WITHIN, place=iri(entity))}
    steps = dict.fromkeys(start, 0)
    links: set[Link] = set()
    rim = start
    complete = True
    for number in range(1, radius + 1):
        if len(steps) > most and number > 1:
            complete = False
            break
        links |= links_of(store, rim, rules, known=links)
        rim = {end for link in links for end in (link.source, link.target)} - steps.keys()
        steps |= dict.fromkeys(rim, number)
    touched = {end for link in links for end in (link.source, link.target)} | {entity}
    labels = labels_of(store, touched)
    graph = network_of(links, labels)
    if entity not in graph:
        graph.add_node(entity, label=labels[entity], kind=entity.rsplit("/", 2)[-2])
    for node in graph:
        graph.nodes[node]["steps"] = steps[node]
    graph.graph.update(entity=entity, radius=radius, kinds=tuple(sorted(kinds)), complete=complete)
    return graph
