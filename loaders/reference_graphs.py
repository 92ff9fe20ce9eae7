"""All reference sources that ship, each as the triples of its graph: what ``load-reference`` puts.

The tables (divisions, pairs, universities) are readings; the former names and the target lists say
things that no reading has a record for, and are triples from the start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..ontology.nt import Triple
from ..ontology.quads import reading_triples
from .former_triples import former_triples
from .reference import reference_readings
from .target_triples import target_triples
from .targets import shipped_lists

__all__ = ["ReferenceGraph", "reference_graphs"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceGraph:
    """One source: its IRI, and everything that it says, for ``Store.put``."""

    source: str
    triples: list[Triple]


def reference_graphs() -> Iterator[ReferenceGraph]:
    """The divisions, pairs, universities, former names and target lists; always the same."""
    for reading in reference_readings():
        yield ReferenceGraph(source=reading.source.iri, triples=reading_triples(reading))
    source, triples = former_triples()
    yield ReferenceGraph(source=source, triples=triples)
    for targets in shipped_lists():
        source, triples = target_triples(targets)
        yield ReferenceGraph(source=source, triples=triples)
