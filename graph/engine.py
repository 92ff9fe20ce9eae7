"""What a store must be able to do: the one small interface, whatever engine stands behind it.

The embedded engine is in :mod:`.embedded`; any SPARQL 1.1 server can be another. All terms pass as
strings in N-Triples syntax, all graphs are named by plain IRIs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import TracebackType
from typing import Protocol, Self

from ..ontology.nt import Triple

__all__ = ["Change", "Rows", "Store"]


class Change(StrEnum):
    """What putting a source did."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer to a SELECT: `rows` of terms in N-Triples syntax, None where nothing is bound.

    ``ontology.nt.value`` gives the plain text of a cell. An ASK has one column, ``ask``, and one
    row: ``"true"`` or ``"false"`` of type ``xsd:boolean``.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str | None, ...], ...]


class Store(Protocol):
    """Sources, each in a graph of its own, and what is derived from them.

    Every method raises ``StoreError`` when the store is closed, broken, full or read-only.
    Queries run over the union of all graphs. A triple that stands in two graphs counts twice
    there, so they say ``DISTINCT`` and ``COUNT(DISTINCT …)``.
    """

    def put(self, source: str, triples: Sequence[Triple]) -> Change:
        """Make `triples` all that the graph `source` holds: one transaction, seen whole or not."""
        ...

    def remove(self, source: str) -> bool:
        """Drop the graph `source`; False if there is none."""
        ...

    def select(self, query: str, bindings: Mapping[str, str] | None = None) -> Rows:
        """Answer a SELECT or ASK. Raises ``QueryError``.

        `bindings` give variables of the SELECT clause their terms; a variable that the clause
        does not name cannot be given one.
        """
        ...

    def construct(self, query: str, bindings: Mapping[str, str] | None = None) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE: sorted, without repeats. Raises ``QueryError``."""
        ...

    def graphs(self) -> tuple[str, ...]:
        """The names of all graphs, sorted."""
        ...

    def triples(self, graph: str) -> list[Triple]:
        """What one graph holds, sorted."""
        ...

    def statements(
        self, predicate: str, target: str | None = None
    ) -> Iterator[tuple[str, str, str]]:
        """(graph, subject, object) of all triples with the IRI `predicate`, in no order.

        Only those whose object is the term `target`, if it is given.
        """
        ...

    def replace_graph(self, graph: str, triples: Iterable[Triple]) -> None:
        """Make `triples` all that `graph` holds: derived, judgements or ontology, no source.

        A large graph is written in several transactions, since it can be computed again.
        """
        ...

    def flush(self) -> None:
        """Make all that was written safe against a power cut: call it after each batch."""
        ...

    def close(self) -> None:
        """Give the lock back. A closed store can do nothing more."""
        ...

    def __enter__(self) -> Self:
        """The store itself."""
        ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it."""
        ...
