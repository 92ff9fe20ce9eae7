"""What sources say, as far as anything is derived from it: plain tables, read once.

Terms stay in N-Triples syntax without the ``<>`` for IRIs; labels stay whole terms. The tables can
be of all sources or of a few entities and facts: the same lines make the same tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Final, Protocol, TypeAlias

from ..ontology import terms as t
from ..ontology.nt import lang, value
from .filling import DATES, FACT_LINKS, LABELS, REFERENCE, Filling, Said

__all__ = [
    "BODIES",
    "NO_SOURCES",
    "PLACES",
    "PREDICATES",
    "THINGS",
    "Columns",
    "Line",
    "OfStatements",
    "Said",
    "Statements",
    "chosen",
    "filled",
    "gathered",
    "said_of",
]

Statements: TypeAlias = Callable[[str, str | None], Iterable[tuple[str, str, str]]]
"""(predicate, object or None) → (graph, subject, object): ``Store.statements``."""

Line: TypeAlias = tuple[str, str, str, str]
"""Graph, subject and predicate as IRIs without ``<>``, and the object as a term."""

PLACES: Final = frozenset(
    (t.A_PLACE, t.A_PROVINCE, t.A_PREFECTURE, t.A_COUNTY, t.A_TOWNSHIP, t.A_FUNCTIONAL_AREA)
)
BODIES: Final = frozenset((t.A_SCHOOL, t.A_INSTITUTION))
THINGS: Final = PLACES | BODIES | {t.A_PERSON, t.A_PROGRAMME, t.A_BATCH, t.A_GROUP}
NO_SOURCES: Final = frozenset(
    (t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH, t.DECISIONS_GRAPH, t.CHANGES_GRAPH)
)
PREDICATES: Final = (
    t.RDF_TYPE,
    t.SKOS_PREF_LABEL,
    t.SKOS_ALT_LABEL,
    *FACT_LINKS,
    *DATES,
    t.STATUS,
    t.EVIDENCE,
    t.DCT_ISSUED,
    t.SOURCE_CLASS,
)
"""The properties that anything is derived from."""


class Columns(Protocol):
    """What all sources say, one property at a time, nothing of graphs that are no sources."""

    def of_kind(self, kind: str) -> Iterable[str]:
        """The entities of the class `kind`."""
        ...

    def told_in(self, predicate: str, target: str | None = None) -> Iterable[tuple[str, str]]:
        """(subject, source) of all that has the property, with the IRI `target` if it is given."""
        ...

    def values(self, predicate: str) -> Iterable[tuple[str, str]]:
        """(subject, plain text or IRI) of one property."""
        ...

    def labels(self, predicate: str) -> Iterable[tuple[str, str]]:
        """(subject, literal as a term) of one property."""
        ...

    def own(self, predicate: str) -> Iterable[tuple[str, str]]:
        """(source, plain text or IRI): what sources say of themselves."""
        ...


class OfStatements:
    """The columns of a store, or of whatever has statements."""

    def __init__(self, statements: Statements) -> None:
        """Read `statements`."""
        self._statements = statements

    def _all(self, predicate: str, target: str | None = None) -> Iterator[tuple[str, str, str]]:
        for graph, subject, term in self._statements(predicate, target):
            if graph not in NO_SOURCES:
                yield graph, subject[1:-1], term

    def of_kind(self, kind: str) -> Iterator[str]:
        """The entities of the class `kind`."""
        return (subject for _, subject, _ in self._all(t.RDF_TYPE, f"<{kind}>"))

    def told_in(self, predicate: str, target: str | None = None) -> Iterator[tuple[str, str]]:
        """(subject, source) of all that has the property, with the IRI `target` if it is given."""
        wanted = None if target is None else f"<{target}>"
        return ((subject, graph) for graph, subject, _ in self._all(predicate, wanted))

    def values(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(subject, plain text or IRI) of one property."""
        return ((subject, value(term)) for _, subject, term in self._all(predicate))

    def labels(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(subject, literal as a term) of one property."""
        return ((subject, term) for _, subject, term in self._all(predicate))

    def own(self, predicate: str) -> Iterator[tuple[str, str]]:
        """(source, plain text or IRI): what sources say of themselves."""
        return ((s, value(term)) for graph, s, term in self._all(predicate) if graph == s)


def gathered(statements: Statements) -> Said:
    """Read what sources say; graphs that are no sources are passed over."""
    return filled(OfStatements(statements))


def said_of(lines: Iterable[Line]) -> Said:
    """The tables of these lines, which stand in graphs of sources alone."""
    of: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for graph, subject, predicate, term in lines:
        of[predicate].append((graph, f"<{subject}>", term))
        if predicate == t.RDF_TYPE:
            of[term].append((graph, f"<{subject}>", term))
    return gathered(lambda predicate, target: of[target or predicate])


def filled(columns: Columns, *, dated: bool = True) -> Said:
    """The tables of what `columns` hold.

    Without `dated` nothing of when facts end, whether they are in force, and when and by whom they
    are told: who is whom does not depend on that.
    """
    found = Filling()
    for kind in sorted(THINGS - {t.A_PERSON}):
        found.types(kind, columns.of_kind(kind))
    found.persons(columns.told_in(t.RDF_TYPE, t.A_PERSON))
    for predicate in LABELS:
        found.labels(predicate, columns.labels(predicate))
    for predicate in FACT_LINKS:
        found.links(predicate, columns.values(predicate))
    if not dated:
        found.dates(t.SINCE, columns.values(t.SINCE))
        return found.said()
    kinds = columns.own(t.SOURCE_CLASS)
    tables = {source for source, kind in kinds if kind == REFERENCE}
    if tables:
        found.helping(columns.told_in(t.HELPER), tables)
    for predicate in DATES:
        found.dates(predicate, columns.values(predicate))
    found.status(columns.values(t.STATUS))
    found.proven(columns.told_in(t.EVIDENCE), columns.own(t.DCT_ISSUED))
    return found.said()


def chosen(names: Collection[str]) -> set[str]:
    """One name a language: the longest, then the first by code point; no count can tip it."""
    best: dict[str | None, str] = {}
    for name in sorted(names, key=lambda name: (-len(value(name)), name)):
        best.setdefault(lang(name), name)
    return set(best.values())
