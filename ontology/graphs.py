"""What a source says as triples: the form in which loaders hand RDF to the store.

A reading becomes one with :func:`graph_of`; RDF that already speaks this vocabulary is one as it
stands, so that what another store exported comes in byte for byte.
"""

from __future__ import annotations

from dataclasses import dataclass

from . import terms as t
from .nt import Triple, value
from .quads import reading_triples
from .records import Reading

__all__ = ["SourceGraph", "graph_of", "source_graph"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGraph:
    """All that one source says: `iri` names its graph, `triples` are sorted, each once.

    `facts` and `notes` count the facts, and the lines of the reader's report; `sha256` is of the
    bytes as received.
    """

    iri: str
    address: str
    sha256: str
    triples: tuple[Triple, ...]
    facts: int
    notes: int


def graph_of(reading: Reading) -> SourceGraph:
    """`reading` as triples. Raises as :func:`~.quads.reading_triples`."""
    return source_graph(reading.source.iri, reading_triples(reading))


def source_graph(iri: str, triples: list[Triple]) -> SourceGraph:
    """The graph `iri`; what it says of itself and how many facts it holds is read off it."""
    node = f"<{iri}>"
    said = {predicate: target for subject, predicate, target in triples if subject == node}
    evidence, of_source = f"<{t.EVIDENCE}>", f"<{t.OF_SOURCE}>"
    address, digest = (said.get(f"<{name}>") for name in (t.DCT_SOURCE, t.SHA256))
    return SourceGraph(
        iri=iri,
        address=iri if address is None else value(address),
        sha256="" if digest is None else value(digest),
        triples=tuple(sorted(set(triples))),
        facts=len({subject for subject, predicate, _ in triples if predicate == evidence}),
        notes=len({subject for subject, predicate, _ in triples if predicate == of_source}),
    )
