"""The store: sources in, rows out.

    with open_store(Path("bangfu.db")) as store:
        put(store, reading)
        store.select("SELECT …")

One source is one graph and one transaction. A folder holds one store; one process may write to it,
others may read it as it stood when they opened it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..ontology.errors import BangfuError
from ..ontology.nt import value
from ..ontology.quads import reading_triples, triples_of
from ..ontology.records import Posting, Reading, Secondment
from ..ontology.terms import (
    A_SOURCE,
    DCT_ISSUED,
    DCT_PUBLISHER,
    DCT_SOURCE,
    DCT_TITLE,
    EVIDENCE,
    OF_SOURCE,
    RDF_TYPE,
    SOURCE_CLASS,
)
from .embedded import Embedded
from .engine import Change, Rows, Store
from .entry import Entry
from .personal import pupil_title, pupils
from .remote import is_remote, read_address

if TYPE_CHECKING:
    from rdflib import Dataset

    from .remote.store import Remote

__all__ = [
    "Change",
    "Rows",
    "SourceRow",
    "Store",
    "open_rdflib",
    "open_store",
    "put",
    "sources",
]

MANY_FACTS: Final = 10_000
"""From so many facts on a source is written as a stream: its triples would not fit into memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """One source of a store: where it comes from, and how many facts and notes it gave.

    `issued` is an ISO date as precise as known; `source_class` a code of that scheme.
    """

    iri: str
    address: str
    title: str | None
    publisher: str | None
    issued: str | None
    source_class: str | None
    facts: int
    notes: int


def open_store(path: Path | None, *, create: bool = True, read_only: bool = False) -> Store:
    """The store in the folder `path`; None gives an empty one in memory.

    A folder that does not exist is made if `create`, and never if `read_only`. Raises
    :class:`~bangfu.ontology.errors.StoreError` for a store that is missing, in use by another
    writer, broken or of another version, and for a folder that is no store. A folder may stand for
    a store on a server (:mod:`.remote`).
    """
    store: Embedded | Remote
    if path is not None and is_remote(path):
        from .remote.store import Remote  # its HTTP client takes long to import

        store = Remote(read_address(path), None if read_only else path)
    else:
        store = Embedded(path, create=create, read_only=read_only)
    if read_only:
        return store
    try:
        return Entry(store, path)
    except BangfuError:
        store.close()
        raise


def put(store: Store, reading: Reading) -> Change:
    """Write all that one source says, in place of what it said before."""
    many = len(reading.facts) >= MANY_FACTS and not _tells_of_pupils(reading)
    if many and isinstance(store, Embedded | Entry):
        return store.put_stream(reading.source.iri, triples_of(reading))
    return store.put(reading.source.iri, reading_triples(reading))


def _tells_of_pupils(reading: Reading) -> bool:
    """Whether pupils or households may be named: who they are is only seen in the whole source."""
    titles = {fact.title for fact in reading.facts if isinstance(fact, Posting | Secondment)}
    named = any(pupil_title(title) for title in titles if title)
    return named or next(pupils(reading.source.text), None) is not None


def sources(store: Store) -> tuple[SourceRow, ...]:
    """All sources, sorted by address."""
    facts, notes = (_counts(store, query) for query in (_FACTS, _NOTES))
    found: dict[str, dict[str, str]] = {}
    for source, predicate, term in store.select(_SOURCES).rows:
        assert source is not None
        assert predicate is not None
        assert term is not None
        known = found.setdefault(value(source), {})
        key = value(predicate)
        known[key] = min(value(term), known.get(key, value(term)))
    rows = (
        SourceRow(
            iri=iri,
            address=known.get(DCT_SOURCE, iri),
            title=known.get(DCT_TITLE),
            publisher=known.get(DCT_PUBLISHER),
            issued=known.get(DCT_ISSUED),
            source_class=known[SOURCE_CLASS].rpartition("/")[2] if SOURCE_CLASS in known else None,
            facts=facts.get(iri, 0),
            notes=notes.get(iri, 0),
        )
        for iri, known in found.items()
    )
    return tuple(sorted(rows, key=lambda row: (row.address, row.iri)))


def open_rdflib(path: Path) -> Dataset:
    """The store in `path` as an rdflib Dataset for reading; its default graph is the union of all.

    Raises as :func:`open_store`. Close it with ``dataset.close()``.
    """
    from .rdflib_view import dataset  # rdflib takes long to import, and most runs do not need it

    return dataset(path)


def _counts(store: Store, query: str) -> dict[str, int]:
    rows = store.select(query).rows
    return {value(graph): int(value(count)) for graph, count in rows if graph and count}


_SOURCES: Final = f"""
SELECT DISTINCT ?source ?property ?value WHERE {{
  VALUES ?property {{
    <{DCT_SOURCE}> <{DCT_TITLE}> <{DCT_PUBLISHER}> <{DCT_ISSUED}> <{SOURCE_CLASS}>
  }}
  GRAPH ?source {{ ?source <{RDF_TYPE}> <{A_SOURCE}> ; ?property ?value }}
}}"""
_FACTS: Final = f"""
SELECT ?graph (COUNT(DISTINCT ?fact) AS ?count) WHERE {{
  GRAPH ?graph {{ ?fact <{EVIDENCE}> ?evidence }}
}} GROUP BY ?graph"""
_NOTES: Final = f"""
SELECT ?graph (COUNT(DISTINCT ?note) AS ?count) WHERE {{
  GRAPH ?graph {{ ?note <{OF_SOURCE}> ?graph }}
}} GROUP BY ?graph"""
