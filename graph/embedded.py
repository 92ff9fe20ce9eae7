"""The embedded engine: pyoxigraph's store, on disk or in memory.

What it must not be trusted with was measured (versions 0.5): only one ``update()`` is a transaction
that replaces; nothing is synced before ``flush()``; the lock stays as long as any reference into
the store lives, so every result is read to its end here and nothing of the engine leaves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self, final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from ..ontology.nt import Triple, value
from . import folder
from .engine import Change, Rows
from .faults import ENGINE_ERRORS, query_fault, store_fault
from .locking import Lock, hold

__all__ = ["Embedded"]

_IRI = r'<[^\x00-\x20<>"{}|^`\\]+>'
_STRING = r'"(?:[^"\\\n\r]++|\\[tbnrf"\'\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*+"'
_LITERAL = rf"{_STRING}(?:@[A-Za-z]+(?:-[A-Za-z0-9]+)*|\^\^{_IRI})?"
_TRIPLE = re.compile(rf"{_IRI} {_IRI} (?:{_IRI}|{_LITERAL})")
_TYPED = re.compile(r'".*"(?:@(?P<lang>[A-Za-z0-9-]+)|\^\^<(?P<type>[^>]*)>)', re.DOTALL)
_MEMORY: Final = "memory"
_PART: Final = 50_000
"""Triples of a derived graph in one update: all at once would need a gigabyte for a million."""


@final
class Embedded:
    """A :class:`.engine.Store` over a pyoxigraph store, owned by one object and freed by `close`.

    `path` None keeps it in memory. Raises :class:`StoreError` as :func:`.store.open_store` says.
    """

    def __init__(self, path: Path | None, *, create: bool, read_only: bool) -> None:
        """Open, or make, the store in the folder `path`."""
        self._path = path
        self._where = _MEMORY if path is None else str(path)
        self._engine: ox.Store | None = None
        self._lock: Lock | None = None
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

    def put(self, source: str, triples: Sequence[Triple]) -> Change:
        """Make `triples` all that the graph `source` holds, in one transaction."""
        known = self._held(source)
        if known and self._same(source, known, set(triples)):
            return Change.UNCHANGED
        text = _replacement(source, triples, self._where)
        self._update(text)
        return Change.REPLACED if known else Change.ADDED

    def remove(self, source: str) -> bool:
        """Drop the graph `source`; False if there is none."""
        if not self._held(source):
            return False
        self._update(f"DROP SILENT GRAPH {_named(source, self._where)}")
        return True

    def replace_graph(self, graph: str, triples: Iterable[Triple]) -> None:
        """Make `triples` all that `graph` holds; only what differs is written, in parts."""
        known, wanted = self._held(graph), set(triples)
        name = _named(graph, self._where)
        if known and not wanted:
            self._update(f"DROP SILENT GRAPH {name}")
            return
        for verb, changed in (("DELETE", known - wanted), ("INSERT", wanted - known)):
            ordered = sorted(changed)
            for first in range(0, len(ordered), _PART):
                lines = _lines(ordered[first : first + _PART], self._where)
                self._update(f"{verb} DATA {{ GRAPH {name} {{\n{lines}\n}} }}")

    def select(self, query: str, bindings: Mapping[str, str] | None = None) -> Rows:
        """Answer a SELECT or ASK over the union of all graphs."""
        try:
            found = self._ask(query, bindings)
            if isinstance(found, ox.QueryBoolean):
                truth = "true" if found else "false"
                return Rows(("ask",), ((f'"{truth}"^^<{_BOOLEAN}>',),))
            if isinstance(found, ox.QueryTriples):
                raise ValueError("this is a CONSTRUCT or DESCRIBE, not a SELECT or ASK")
            columns = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(None if c is None else str(c) for c in row) for row in found)
        except ENGINE_ERRORS as error:
            raise query_fault(error, self._where) from error
        return Rows(columns, rows)

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
        wanted = None if target is None else _term(target)
        try:
            found = self._open.quads_for_pattern(None, ox.NamedNode(predicate), wanted, None)
            for quad in found:
                graph = quad.graph_name
                name = "" if isinstance(graph, ox.DefaultGraph) else graph.value
                yield name, str(quad.subject), str(quad.object)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def flush(self) -> None:
        """Make all that was written safe against a power cut."""
        if self._path is None:
            return
        try:
            self._open.flush()
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def close(self) -> None:
        """Give the locks back: the engine's goes with the last reference, which is this one."""
        self._engine = None
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def __enter__(self) -> Self:
        """The store itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
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
            ox.Variable(name): _term(term) for name, term in (bindings or {}).items()
        }
        return self._open.query(query, use_default_graph_as_union=True, substitutions=given)

    def _held(self, graph: str) -> set[Triple]:
        try:
            found = self._open.quads_for_pattern(None, None, None, ox.NamedNode(graph))
            return {(str(q.subject), str(q.predicate), str(q.object)) for q in found}
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error

    def _same(self, graph: str, known: set[Triple], wanted: set[Triple]) -> bool:
        """Whether the engine would hold `known` after writing `wanted`.

        It writes numbers in its own way ("0.90" comes back as "0.9"), so what differs is sent
        through an empty store before it is called a change.
        """
        fresh, gone = wanted - known, known - wanted
        if not fresh or not gone:
            return not fresh and not gone
        scratch = Embedded(None, create=True, read_only=False)
        scratch._update(_replacement(graph, fresh, self._where))
        return (wanted & known) | scratch._held(graph) == known

    def _update(self, text: str) -> None:
        try:
            self._open.update(text)
        except ENGINE_ERRORS as error:
            raise store_fault(error, self._where) from error


_BOOLEAN: Final = "http://www.w3.org/2001/XMLSchema#boolean"


def _named(graph: str, where: str) -> str:
    term = f"<{graph}>"
    if re.fullmatch(_IRI, term) is None:
        raise StoreError("store.bad-triple", path=where, reason=graph)
    return term


def _lines(triples: Iterable[Triple], where: str) -> str:
    """`triples` as text of an update; nothing but whole terms gets in, whoever made them."""
    lines = []
    for triple in triples:
        line = " ".join(triple)
        if _TRIPLE.fullmatch(line) is None:
            raise StoreError("store.bad-triple", path=where, reason=line[:200])
        lines.append(line)
    return " .\n".join(lines)


def _replacement(graph: str, triples: Iterable[Triple], where: str) -> str:
    name = _named(graph, where)
    lines = _lines(triples, where)
    return f"DROP SILENT GRAPH {name} ;\nINSERT DATA {{ GRAPH {name} {{\n{lines}\n}} }}"


def _term(term: str) -> ox.NamedNode | ox.Literal:
    """A term in N-Triples syntax as the engine's own; :class:`ValueError` for anything else."""
    if term.startswith("<"):
        return ox.NamedNode(value(term))
    found = _TYPED.fullmatch(term)
    if found is None:
        return ox.Literal(value(term))
    if found["lang"]:
        return ox.Literal(value(term), language=found["lang"])
    return ox.Literal(value(term), datatype=ox.NamedNode(found["type"]))
