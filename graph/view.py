"""A store seen by single entities and facts: as sources say now or said before, and as derived."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol, runtime_checkable

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, value
from .engine import Store
from .journal import Tracked
from .said import NO_SOURCES, PLACES, PREDICATES, THINGS, Line, Said, said_of

__all__ = ["Followed", "TrackedStore", "View", "behind"]

_KNOWN = frozenset(PREDICATES)


class TrackedStore(Store, Tracked, Protocol):
    """A store that can tell what changed."""


@runtime_checkable
class Followed(Protocol):
    """Such a store, or what stands before it."""

    @property
    def tracked(self) -> TrackedStore:
        """The store that can tell what changed."""
        ...


def behind(store: Store) -> Store:
    """The store that can tell what changed, where one stands behind `store`; else `store`."""
    return store.tracked if isinstance(store, Followed) else store


class View:
    """Look-ups by one subject or object; `before` holds what the changed sources held."""

    def __init__(self, store: TrackedStore, before: Mapping[str, Collection[Triple]]) -> None:
        """Look into `store`, whose derived graph is still the one of before."""
        self.store = store
        self.changed = frozenset(before)
        self.old = {source: _lines(source, triples) for source, triples in before.items()}
        self.new = {source: _lines(source, store.triples(source)) for source in before}
        self._old_of: dict[str, set[Line]] = {}
        for found in self.old.values():
            for line in found:
                self._old_of.setdefault(line[1], set()).add(line)
        self._lines: dict[str, list[Line]] = {}
        self._derived: dict[str, list[tuple[str, str]]] = {}

    def lines(self, subject: str) -> list[Line]:
        """What sources say of `subject` now."""
        found = self._lines.get(subject)
        if found is None:
            found = self._lines[subject] = [
                (graph, subject, predicate, term)
                for graph, predicate, term in self.store.about(subject)
                if predicate in _KNOWN and graph not in NO_SOURCES
            ]
        return found

    def outline(self, entity: str) -> list[Line]:
        """What is needed of an entity that did not change: of a place its classes and names."""
        if self.ends(entity, t.CANONICAL) != [entity]:
            return self.lines(entity)
        kinds = [one for one in self.ends(entity, t.RDF_TYPE) if one in THINGS]
        if PLACES.isdisjoint(kinds):
            return self.lines(entity)
        names = [term for p, term in self.derived(entity) if p == t.SKOS_PREF_LABEL]
        found = [("", entity, t.RDF_TYPE, iri(kind)) for kind in kinds]
        return [*found, *(("", entity, t.SKOS_PREF_LABEL, name) for name in names)]

    def lines_before(self, subject: str) -> list[Line]:
        """What sources said of `subject` when the derived graph was made."""
        kept = [line for line in self.lines(subject) if line[0] not in self.changed]
        return [*kept, *self._old_of.get(subject, ())]

    def derived(self, subject: str) -> list[tuple[str, str]]:
        """(property, term) of all that the derived graph says of `subject`."""
        found = self._derived.get(subject)
        if found is None:
            about = self.store.about(subject, t.DERIVED_GRAPH)
            found = self._derived[subject] = [(predicate, term) for _, predicate, term in about]
        return found

    def derived_triples(self, subject: str, predicates: Collection[str]) -> set[Triple]:
        """Those of the derived triples of `subject` that have one of `predicates`."""
        node = iri(subject)
        return {(node, iri(p), term) for p, term in self.derived(subject) if p in predicates}

    def ends(self, subject: str, predicate: str) -> list[str]:
        """Where the derived graph leads from `subject`."""
        return [value(term) for p, term in self.derived(subject) if p == predicate]

    def leading_to(self, predicate: str, end: str) -> list[str]:
        """Whence the derived graph leads to `end`."""
        return sorted({*self.heads(predicate, end)})

    def leads(self, predicate: str, end: str) -> bool:
        """Whether the derived graph leads to `end` from anywhere."""
        return any(True for _ in self.heads(predicate, end))

    def heads(self, predicate: str, end: str) -> Iterator[str]:
        """The same as they come, in no order: of many only so many as are asked for."""
        found = self.store.statements(predicate, iri(end))
        return (value(s) for graph, s, _ in found if graph == t.DERIVED_GRAPH)

    def said_to(self, predicate: str, end: str) -> list[str]:
        """What sources say now to have this `predicate` with the IRI `end`."""
        found = self.store.statements(predicate, iri(end))
        return sorted({value(s) for graph, s, _ in found if graph not in NO_SOURCES})

    def differences(self) -> set[Line]:
        """What all sources together say now and did not before, or the other way round.

        The graphs in the lines have no meaning here.
        """
        before = {line[1:] for lines in self.old.values() for line in lines}
        after = {line[1:] for lines in self.new.values() for line in lines}
        return {("", *line) for line in before ^ after if not self._elsewhere(line)}

    def _elsewhere(self, line: tuple[str, str, str]) -> bool:
        subject, predicate, term = line
        if self.ends(subject, t.CANONICAL) != [subject]:
            # of a place many sources tell; all else is asked for once, for all its lines
            told = self.lines(subject)
            return any(g not in self.changed and (p, o) == line[1:] for g, _, p, o in told)
        skipped = self.changed | NO_SOURCES
        holders = self.store.holders((iri(subject), iri(predicate), term))
        return any(graph not in skipped for graph in holders)

    def said(self, lines: Iterable[Line]) -> Said:
        """The tables of `lines`, with what their sources say of themselves now."""
        return said_of(self._with_sources(list(lines), self.lines))

    def said_before(self, lines: Iterable[Line]) -> Said:
        """The same with what the sources said of themselves before."""
        return said_of(self._with_sources(list(lines), self.lines_before))

    def _with_sources(self, lines: list[Line], of: object) -> Iterator[Line]:
        yield from lines
        for graph in {line[0] for line in lines if line[2] in (t.EVIDENCE, t.HELPER)}:
            yield from (line for line in of(graph) if line[2] in (t.DCT_ISSUED, t.SOURCE_CLASS))  # type: ignore[operator]


def _lines(source: str, triples: Collection[Triple]) -> set[Line]:
    return {(source, value(s), p[1:-1], o) for s, p, o in triples if p[1:-1] in _KNOWN}
