"""The embedded engine: pyoxigraph's store, on disk or in memory.

What it must not be trusted with was measured (versions 0.5): only one ``update()`` is a transaction
that replaces; nothing is synced before ``flush()``; the lock stays as long as any reference into
the store lives, so every result is read to its end here and nothing of the engine leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Self, final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from ..ontology.nt import Triple, value
from ..ontology.terms import DERIVED_GRAPH
from . import folder
from .engine import Change, Rows
from .faults import ENGINE_ERRORS, query_fault, store_fault
from .journal import STAMP, Journal
from .locking import Lock, hold
from .rewriting import as_held, rewrite
from .stream import Bulk, load_beside, load_parts
from .updates import amendment, change, lines, named, term

__all__ = ["Embedded"]

_MEMORY: Final = "memory"
_MOST: Final = 200_000
"""Triples of a source that is written as one update; a larger one would need gigabytes for it."""


@final
class Embedded:
    """A :class:`.engine.Store` over a pyoxigraph store, owned by one object and freed by `close`.

    `path` None keeps it in memory; `journal` knows what has changed. Raises :class:`StoreError` as
    :func:`.store.open_store` says.
    """

    def __init__(self, path: Path | None, *, create: bool, read_only: bool) -> None:
        """Open, or make, the store in the folder `path`."""
        self.path: Final = path
        self._where = _MEMORY if path is None else str(path)
        self._engine: ox.Store | None = None
        self._lock: Lock | None = None
        self._last: list[Callable[[], object]] = []
        self.journal = Journal()
        if path is None:
            self._engine = ox.Store()
            return
        folder.verify(path, create=create and not read_only)
        try:
            if not read_only:
                path.mkdir(parents=True, exist_ok=True)
            self._lock = hold(path, shared=read_only)
            if read_only:
                self._engine = folder.readable(path)
            else:
                self._engine = folder.writable(path)
                folder.made(path)
        except ENGINE_ERRORS as error:
            self.close()
            raise store_fault(error, self._where) from error

    @property
    def tracked(self) -> Self:
        """Itself: it knows what changed."""
        return self

    def put(self, source: str, triples: Sequence[Triple]) -> Change:
        """Make `triples` all that the graph `source` holds, in one transaction."""
        if len(triples) >= _MOST:
            return self.put_stream(source, triples)
        known, wanted = self._held(source), set(triples)
        if known and self._same(known, wanted):
            return Change.UNCHANGED
        self._update(self._noting() + change(source, known, wanted, self._where))
        self.journal.note(source, known)
        return Change.REPLACED if known else Change.ADDED

    def put_stream(self, source: str, triples: Iterable[Triple]) -> Change:
        """The same for a source of any size, whose `triples` may come one after the other, once.

        The engine's transactions live in memory, so its files are linked into a folder beside them,
        the source is written there in parts, and that folder takes the place of the other at once.
        """
        name = named(source, self._where)
        self._update(f"{self._noting()}DELETE DATA {{}}")
        self.journal.forget()
        bulk = Bulk(name, lambda part: lines(part, self._where))
        try:
            known = bulk.held(self._open)
            if self.path is None:
                self._open.remove_graph(ox.NamedNode(source))
                load_parts(self._open, bulk, triples)
            else:
                load_beside(self._open, folder.staging(self.path), bulk, triples)
                self._engine = None
                if bulk.written != known:
                    folder.take(self.path)
                self._engine = folder.writable(self.path)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error
        if bulk.written == known:
            return Change.UNCHANGED
        return Change.REPLACED if known.count else Change.ADDED

    def remove(self, source: str) -> bool:
        """Drop the graph `source`; False if there is none."""
        known = self._held(source)
        if not known:
            return False
        self._update(f"{self._noting()}DROP SILENT GRAPH {named(source, self._where)}")
        self.journal.note(source, known)
        return True

    def replace_graph(self, graph: str, triples: Iterable[Triple]) -> None:
        """Make `triples` all that `graph` holds; only what differs is written, in parts."""
        try:
            rewrite(self._open, named(graph, self._where), triples, self._where)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error
        if graph == DERIVED_GRAPH:
            self.journal = Journal(amended=None)

    def amend_graph(
        self, graph: str, removed: Collection[Triple], added: Collection[Triple]
    ) -> None:
        """Take `removed` from `graph` and put `added` into it, in one transaction."""
        if removed or added:
            self._update(amendment(named(graph, self._where), removed, added, self._where))
        if graph == DERIVED_GRAPH:
            self.journal = self.journal.followed(removed, added)

    def changed(self) -> Mapping[str, Collection[Triple]] | None:
        """The sources that changed, with what they held; None where that is not sure."""
        return self.journal.changed(lambda: DERIVED_GRAPH in self.holders(STAMP))

    def about(self, subject: str, graph: str | None = None) -> Iterator[tuple[str, str, str]]:
        """(graph, predicate, object) of what is said of `subject`, in `graph` or in all graphs."""
        for quad in self._quads(subject, graph=graph):
            if isinstance(name := quad.graph_name, ox.NamedNode):
                yield name.value, quad.predicate.value, str(quad.object)

    def holders(self, triple: Triple) -> Iterator[str]:
        """The graphs that hold `triple`."""
        subject, predicate, target = triple
        for quad in self._quads(value(subject), value(predicate), target):
            if isinstance(name := quad.graph_name, ox.NamedNode):
                yield name.value

    def select(self, query: str, bindings: Mapping[str, str] | None = None) -> Rows:
        """Answer a SELECT or ASK over the union of all graphs."""
        try:
            found = self._ask(query, bindings)
            if isinstance(found, ox.QueryBoolean):
                return Rows(("ask",), ((str(ox.Literal(bool(found))),),))
            if isinstance(found, ox.QueryTriples):
                raise ValueError("this is a CONSTRUCT or DESCRIBE, not a SELECT or ASK")
            columns = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(None if c is None else str(c) for c in row) for row in found)
        except ENGINE_ERRORS as error:
            raise query_fault(error, self._where) from error
        return Rows(columns, rows)

    def stream(self, query: str, *, plain: bool = True) -> Iterator[tuple[str, ...]]:
        """The rows of a SELECT without unbound cells, as they come: IRIs and texts, or terms.

        Read the iterator to its end, or drop it, before closing: it holds the store.
        """
        try:
            for row in self._ask(query, None):  # type: ignore[union-attr]
                yield tuple([one.value if plain else str(one) for one in row])
        except ENGINE_ERRORS as error:
            raise query_fault(error, self._where) from error

    def as_csv(self, query: str) -> bytes:
        """The rows of a SELECT as CSV, with the names of its columns: IRIs and texts."""
        try:
            return self._ask(query, None).serialize(format=ox.QueryResultsFormat.CSV)  # type: ignore[arg-type,return-value]
        except ENGINE_ERRORS as error:
            raise query_fault(error, self._where) from error

    def construct(self, query: str, bindings: Mapping[str, str] | None = None) -> list[Triple]:
        """Answer a CONSTRUCT or DESCRIBE over the union of all graphs: sorted, no repeats."""
        try:
            found = self._ask(query, bindings)
            if not isinstance(found, ox.QueryTriples):
                raise ValueError("this is a SELECT or ASK, not a CONSTRUCT or DESCRIBE")
            return sorted({(str(t.subject), str(t.predicate), str(t.object)) for t in found})
        except ENGINE_ERRORS as error:
            raise query_fault(error, self._where) from error

    def graphs(self) -> tuple[str, ...]:
        """The names of all graphs, sorted."""
        try:
            return tuple(sorted(graph.value for graph in self._open.named_graphs()))
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def triples(self, graph: str) -> list[Triple]:
        """What one graph holds, sorted."""
        return sorted(self._held(graph))

    def statements(
        self, predicate: str, target: str | None = None
    ) -> Iterator[tuple[str, str, str]]:
        """(graph, subject, object) of all triples with the IRI `predicate`, in no order.

        Read the iterator to its end, or drop it, before closing: it holds the store.
        """
        for quad in self._quads(None, predicate, target):
            graph = quad.graph_name
            name = "" if isinstance(graph, ox.DefaultGraph) else graph.value
            yield name, str(quad.subject), str(quad.object)

    def flush(self) -> None:
        """Make all that was written safe against a power cut."""
        if self.path is None:
            return
        try:
            self._open.flush()
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def at_close(self, act: Callable[[], object]) -> None:
        """Do `act` when the engine has closed its files, while nobody else may write to them."""
        self._last.append(act)

    def close(self) -> None:
        """Give the locks back: the engine's goes with the last reference, which is this one."""
        self._engine = None
        try:
            while self._last:
                self._last.pop(0)()
        finally:
            if self._lock is not None:
                self._lock.close()

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self.close()

    @property
    def _open(self) -> ox.Store:
        if self._engine is None:
            raise StoreError("store.closed", path=self._where)
        return self._engine

    def _ask(
        self, query: str, bindings: Mapping[str, str] | None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        given: dict[ox.Variable, ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple] = {
            ox.Variable(name): term(text) for name, text in (bindings or {}).items()
        }
        return self._open.query(query, use_default_graph_as_union=True, substitutions=given)

    def _held(self, graph: str) -> set[Triple]:
        return {(str(q.subject), str(q.predicate), str(q.object)) for q in self._quads(graph=graph)}

    def _quads(
        self,
        subject: str | None = None,
        predicate: str | None = None,
        target: str | None = None,
        graph: str | None = None,
    ) -> Iterator[ox.Quad]:
        """The quads with these IRIs, and this term for an object."""
        try:
            s, p, g = (None if e is None else ox.NamedNode(e) for e in (subject, predicate, graph))
            o = None if target is None else term(target)
            yield from self._open.quads_for_pattern(s, p, o, g)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def _noting(self) -> str:
        """What goes before the text of a change, so that the derived graph is no longer sure."""
        if not self.journal.opens(lambda: DERIVED_GRAPH in self.holders(STAMP)):
            return ""
        return amendment(f"<{DERIVED_GRAPH}>", [STAMP], (), self._where) + " ;\n"

    def _same(self, known: set[Triple], wanted: set[Triple]) -> bool:
        """Whether the engine would hold `known` after writing `wanted`."""
        fresh, gone = wanted - known, known - wanted
        if not fresh or not gone:
            return not fresh and not gone
        return (wanted & known).union(as_held(fresh, self._where)) == known

    def _update(self, text: str) -> None:
        try:
            self._open.update(text)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error
