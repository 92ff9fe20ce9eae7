"""A graph of any size into the engine's files: as one text, which is made while it is read.

The engine sorts a million statements at a time. Handed over in parts of its own, ten million of
them took half as long again and a third more room on disk, for what stands in several parts is
written several times. Nothing here is one transaction: it is for files that nobody reads yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from io import RawIOBase
from itertools import islice
from pathlib import Path
from typing import Any, Final, final

import pyoxigraph as ox

from ..ontology.nt import Triple
from .faults import ENGINE_ERRORS

__all__ = ["Bulk", "Print", "Text", "load_beside", "load_parts"]

_PART: Final = 2000
"""Triples that are made into text at once."""


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
    """Read `triples` into the graph; each once, where `bulk.written` is to be compared.

    Raises the engine's errors, and whatever goes wrong in making them.
    """
    text = Text(_parts(bulk, triples))
    given: Any = text  # a file for the engine, which only reads
    try:
        engine.bulk_load(given, ox.RdfFormat.N_TRIPLES, to_graph=bulk.graph)
    except ENGINE_ERRORS:
        if text.failed is not None:
            raise text.failed from None
        raise


def _parts(bulk: Bulk, triples: Iterable[Triple]) -> Iterator[bytes]:
    rest = iter(triples)
    while part := list(islice(rest, _PART)):
        bulk.written = bulk.written.plus(part)
        yield f"{bulk.text(part)} .\n".encode()


@final
class Text(RawIOBase):
    """A text that is made as it is read; `failed` is what went wrong with that.

    The engine tells of an error of its input in words of its own.
    """

    def __init__(self, parts: Iterator[bytes]) -> None:
        """Read these `parts`."""
        self._parts = parts
        self._part, self._at = b"", 0
        self.failed: BaseException | None = None

    def readable(self) -> bool:
        """Yes."""
        return True

    def read(self, size: int | None = -1, /) -> bytes:
        """Up to `size` bytes of what comes next, b"" at the end."""
        if self._at == len(self._part):
            try:
                self._part, self._at = next(self._parts, b""), 0
            except BaseException as error:
                self.failed = error
                raise
        end = None if size is None or size < 0 else self._at + size
        found = self._part[self._at : end]
        self._at += len(found)
        return found
