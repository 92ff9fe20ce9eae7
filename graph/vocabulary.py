"""The vocabulary in the store, so that labels of terms and codes can be asked for too."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pyoxigraph as ox

from ..ontology.nt import Triple
from ..ontology.terms import ONTOLOGY_GRAPH
from .engine import Store

__all__ = ["keep_vocabulary", "vocabulary_triples"]


@cache
def vocabulary_triples() -> tuple[Triple, ...]:
    """The terms and the codes, sorted. Nodes without a name (class unions) stay in the file."""
    found: set[Triple] = set()
    for name in ("bangfu.ttl", "concepts.ttl"):
        text = (files("bangfu.ontology") / name).read_bytes()
        for quad in ox.parse(text, format=ox.RdfFormat.TURTLE):
            terms = (quad.subject, quad.predicate, quad.object)
            if not any(isinstance(term, ox.BlankNode) for term in terms):
                found.add((str(quad.subject), str(quad.predicate), str(quad.object)))
    return tuple(sorted(found))


def keep_vocabulary(store: Store) -> None:
    """Write the vocabulary of this version into its graph; nothing happens when it is there."""
    wanted = vocabulary_triples()
    if store.triples(ONTOLOGY_GRAPH) != list(wanted):
        store.replace_graph(ONTOLOGY_GRAPH, wanted)
