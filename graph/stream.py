"""A graph of any size into the engine's files: in parts, each read in by the engine while the next
is being made.

Nothing here is one transaction: it is for files that nobody reads yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.nt import Triple

__all__ = ["Bulk", "Print", "load_beside", "load_parts"]

_PART: Final = 200_000
"""Triples read in at once. Five times as many took three times the memory, and hardly less time."""


@dataclass(frozen=True, slots=True)
class Print:
    """What two equal sets of triples have in common, and hardly any others: number and sum."""

    count: int = 0
    total: int = 0

    def plus(self, triples: Iterable[Triple]) -> Print:
        """With further triples; the order does not count. Good within one process only."""
        count, total = self.count, self.total
        for triple in triples:
            count += 1
            total += hash(triple)
        return Print(count, total)


@dataclass(slots=True)
class Bulk:
    """The graph `name` (a term) in the making; `text` writes triples as N-Triples and checks them.

    `written` is the print of what was read in.
    """

    name: str
    text: Callable[[Iterable[Triple]], str]
    written: Print = field(default_factory=Print)

    @property
    def graph(self) -> ox.NamedNode:
        """The name as the engine's own."""
        return ox.NamedNode(self.name[1:-1])

    def held(self, engine: ox.Store) -> Print:
        """The print of what the graph holds now."""
        found = engine.quads_for_pattern(None, None, None, self.graph)
        return Print().plus((str(q.subject), str(q.predicate), str(q.object)) for q in found)

    def drop(self, engine: ox.Store) -> None:
        """Empty the graph one by one: a deletion of millions at once would be held in memory."""
        for quad in engine.quads_for_pattern(None, None, None, self.graph):
            engine.remove(quad)


def load_beside(engine: ox.Store, path: Path, bulk: Bulk, triples: Iterable[Triple]) -> None:
    """Make the folder `path` hold what `engine` holds, with `triples` for the graph."""
    engine.backup(str(path))
    fresh = ox.Store(str(path))
    bulk.drop(fresh)
    load_parts(fresh, bulk, triples)
    fresh.flush()


def load_parts(engine: ox.Store, bulk: Bulk, triples: Iterable[Triple]) -> None:
    """Read `triples` into the graph; each of them is to come once. Raises the engine's errors."""
    with ThreadPoolExecutor(1) as pool:
        waiting: Future[None] | None = None
        for part in _parts(triples):
            bulk.written = bulk.written.plus(part)
            data = (bulk.text(part) + " .\n").encode("utf-8")
            if waiting is not None:
                waiting.result()
            waiting = pool.submit(_read_in, engine, bulk.graph, data)
        if waiting is not None:
            waiting.result()


def _parts(triples: Iterable[Triple]) -> Iterator[list[Triple]]:
    rest = iter(triples)
    while part := list(islice(rest, _PART)):
        yield part


def _read_in(engine: ox.Store, graph: ox.NamedNode, data: bytes) -> None:
    engine.bulk_load(data, ox.RdfFormat.N_TRIPLES, to_graph=graph)
