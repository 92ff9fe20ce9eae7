"""Queries over some graphs of a store alone: what FROM and FROM NAMED ask for.

A store answers over the union of all graphs, and an engine that is told so passes FROM over (seen
with pyoxigraph 0.5.13). So the graphs asked for are put into an engine of their own, in memory.
"""

from __future__ import annotations

from collections.abc import Collection

import pyoxigraph as ox

from ..ontology.nt import Triple, iri
from .engine import Rows, Store
from .faults import ENGINE_ERRORS, query_fault

__all__ = ["over"]

_BOOLEAN = "http://www.w3.org/2001/XMLSchema#boolean"


def over(
    store: Store, query: str, default: Collection[str], named: Collection[str]
) -> Rows | list[Triple]:
    """The answer where the union of the graphs `default` is the default graph, `named` the others.

    Raises :class:`~bangfu.ontology.errors.QueryError` as ``Store.select`` does.
    """
    few = ox.Store()
    for graph in sorted({*default, *named}):
        lines = "".join(f"{' '.join(triple)} .\n" for triple in store.triples(graph))
        name = ox.NamedNode(iri(graph)[1:-1])
        few.bulk_load(lines.encode(), format=ox.RdfFormat.N_TRIPLES, to_graph=name)
    try:
        found = few.query(
            query,
            default_graph=[ox.NamedNode(graph) for graph in sorted(default)],
            named_graphs=[ox.NamedNode(graph) for graph in sorted(named)],
        )
        if isinstance(found, ox.QueryBoolean):
            truth = "true" if found else "false"
            return Rows(("ask",), ((f'"{truth}"^^<{_BOOLEAN}>',),))
        if isinstance(found, ox.QueryTriples):
            return sorted({(str(t.subject), str(t.predicate), str(t.object)) for t in found})
        columns = tuple(variable.value for variable in found.variables)
        rows = tuple(tuple(None if c is None else str(c) for c in row) for row in found)
    except ENGINE_ERRORS as error:
        raise query_fault(error, "memory") from error
    return Rows(columns, rows)
