"""What all sources say, property by property, read by queries that take up no more than is needed.

An engine finds rows quickly and takes its time to spell each term out. So an entity that stands in
every source is spelled once (``DISTINCT``), and neither the property nor the source is where nobody
asks: two to twenty times as quick as reading whole statements.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Protocol, runtime_checkable

from ..ontology import terms as t
from ..ontology.nt import value
from .engine import Store
from .fill import text_of
from .said import NO_SOURCES, Columns, OfStatements
from .view import behind

__all__ = ["OfQueries", "Streaming", "columns", "full_rows", "held", "told"]

_OUT: Final = f"FILTER(?g NOT IN ({', '.join(f'<{one}>' for one in sorted(NO_SOURCES))}))"
_OF_KIND: Final = f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s <{t.RDF_TYPE}> <%s> }} {_OUT} }}"
_TOLD_IN: Final = f"SELECT ?s ?g {{ GRAPH ?g {{ ?s <%s> %s }} {_OUT} }}"
_VALUES: Final = f"SELECT %s ?s ?o {{ GRAPH ?g {{ ?s <%s> ?o }} {_OUT} }}"
_OWN: Final = f"SELECT ?g ?o {{ GRAPH ?g {{ ?g <%s> ?o }} {_OUT} }}"
_TOLD: Final = "SELECT DISTINCT ?s ?o { ?s <%s> ?o }"
_HELD: Final = "SELECT ?g ?s ?o { GRAPH ?g { ?s <%s> ?o } }"
_HELD_BY: Final = "SELECT ?g ?s { GRAPH ?g { ?s <%s> <%s> } }"
_SHARED: Final = frozenset(
    (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL, t.ADCODE, t.PART_OF, t.LOCATED_IN, t.CORE_NAME)
)
"""Properties of things that many sources tell of; a fact stands in one."""


@runtime_checkable
class Streaming(Protocol):
    """A store whose answers can be read row by row."""

    def stream(self, query: str, *, plain: bool = True) -> Iterator[tuple[str, ...]]:
        """The rows of a SELECT without unbound cells: IRIs and texts, or whole terms."""
        ...


class OfQueries:
    """The columns of a store that streams."""

    def __init__(self, store: Streaming) -> None:
        """Read `store`."""
        self._store = store

    def of_kind(self, kind: str) -> Iterator[str]:
        """The entities of the class `kind`."""
        return (subject for (subject,) in self._store.stream(_OF_KIND % kind))

    def told_in(self, predicate: str, target: str | None = None) -> Iterator[tuple[str, str]]:
        """(subject, source) of all that has the property, with the IRI `target` if it is given."""
        end = "?o" if target is None else f"<{target}>"
        return ((row[0], row[1]) for row in self._store.stream(_TOLD_IN % (predicate, end)))

    def values(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(subject, plain text or IRI) of one property."""
        return ((row[0], row[1]) for row in self._store.stream(_values(predicate)))

    def labels(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(subject, literal as a term) of one property."""
        rows = self._store.stream(_values(predicate), plain=False)
        return ((row[0][1:-1], row[1]) for row in rows)

    def own(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(source, plain text or IRI): what sources say of themselves."""
        return ((row[0], row[1]) for row in self._store.stream(_OWN % predicate))


def columns(store: Store) -> Columns:
    """The columns of `store`, by the quickest way that it has."""
    inner = behind(store)
    return OfQueries(inner) if isinstance(inner, Streaming) else OfStatements(store.statements)


def full_rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    """The rows of `query` as plain texts, by the quickest way that `store` has.

    For queries that leave no cell of a row unbound. Read it to its end, or drop it, before closing.
    """
    inner = behind(store)
    if isinstance(inner, Streaming):
        return inner.stream(query)
    return (tuple(text_of(cell) for cell in row) for row in store.select(query).rows)


def told(store: Store, predicate: str) -> Iterator[tuple[str, str]]:
    """(subject, plain text or IRI) of one property in all graphs, derived or not, each once."""
    if isinstance(behind(store), Streaming):
        return ((row[0], row[1]) for row in full_rows(store, _TOLD % predicate))
    pairs = ((s[1:-1], value(term)) for _, s, term in store.statements(predicate))
    return iter(dict.fromkeys(pairs))


def held(store: Store, predicate: str, target: str | None = None) -> Iterator[tuple[str, str, str]]:
    """The same with the graph before it; only those with the IRI `target`, if it is given."""
    if isinstance(behind(store), Streaming):
        if target is not None:
            found = full_rows(store, _HELD_BY % (predicate, target))
            return ((row[0], row[1], target) for row in found)
        return ((row[0], row[1], row[2]) for row in full_rows(store, _HELD % predicate))
    term = None if target is None else f"<{target}>"
    return ((graph, s[1:-1], value(o)) for graph, s, o in store.statements(predicate, term))


def _values(predicate: str) -> str:
    return _VALUES % ("DISTINCT" if predicate in _SHARED else "", predicate)
