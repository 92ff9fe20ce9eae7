"""The persons who are sent, as steps between the body that sends and the one that receives."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING, Any

from .engine import Store
from .outward import labels_of
from .project import project
from .relations import Relation, relations

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["with_persons"]


def with_persons(
    store: Store, *, reference: bool = True, around: Callable[[Any], Collection[str]] | None = None
) -> nx.MultiDiGraph[str]:
    """The network of bodies, in which each secondment runs through the person who is sent.

    `around` tells which nodes of the network of bodies are looked at, where it is not all: only
    persons who are sent to or from those have steps, and all their steps.

    Both steps carry ``relation``: the key of the assistance by secondment between the same two
    bodies, or one of their own. Who counts keys counts a relation once, however many persons and
    steps it has. Persons whose sender or receiver is not known have no steps.
    """
    graph = project(store, "body", facts=("assistance", "secondment"), reference=reference)
    told: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for one in relations(store, ("secondment",)):
        if one.status != "planned" and one.person not in ("", one.source, one.target):
            told[one.source, one.target].append(one)
    if around is not None:
        told = _touching(told, around(graph))
    labels = labels_of(store, {one.person for some in told.values() for one in some})
    for tail, head, key, data in sorted(graph.edges(keys=True, data=True), key=lambda e: e[:3]):
        if data["kind"] != "secondment":
            continue
        graph.remove_edge(tail, head, key=key)
        kept = set(data["facts"])
        relation = next(
            (
                other
                for other, more in sorted(graph[tail].get(head, {}).items())
                if more["modality"] == "secondment" and more["kind"] == "assistance"
            )
            if graph.has_edge(tail, head)
            else iter(()),
            key,
        )
        for one in told.get((tail, head), ()):
            if one.fact not in kept:
                continue
            if one.person not in graph:
                graph.add_node(
                    one.person,
                    label=labels[one.person],
                    kind="person",
                    level=None,
                    adcode=None,
                )
            step = {
                "kind": "secondment",
                "modality": "secondment",
                "programme": None,
                "programme_label": None,
                "since": one.since or None,
                "until": one.until or None,
                "status": one.status,
                "headcount": 1,
                "facts": (one.fact,),
                "sources": len(one.sources),
                "confidence": one.confidence,
                "relation": relation,
            }
            name = f"{key}-{one.fact.rpartition('/')[2]}"
            graph.add_edge(tail, one.person, key=f"{name}-1", **step)
            graph.add_edge(one.person, head, key=f"{name}-2", **step)
    idle = [node for node in graph if not graph.degree(node)]
    graph.remove_nodes_from(idle)
    return graph


def _touching(
    told: Mapping[tuple[str, str], list[Relation]], nodes: Collection[str]
) -> dict[tuple[str, str], list[Relation]]:
    """Those of `told` whose persons were sent from or to any of `nodes`, elsewhere too."""
    near = {
        one.person
        for (tail, head), some in told.items()
        if tail in nodes or head in nodes
        for one in some
    }
    found = {ends: [one for one in some if one.person in near] for ends, some in told.items()}
    return {ends: some for ends, some in found.items() if some}
