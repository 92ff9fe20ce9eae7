"""What all sources say, as far as anything is derived from it: plain tables, read once.

Terms stay in N-Triples syntax without the ``<>`` for IRIs; labels stay whole terms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import value
from ..ontology.records import Status

__all__ = ["BODIES", "PLACES", "Said", "Statements", "gathered"]

Statements: TypeAlias = Callable[[str, str | None], Iterable[tuple[str, str, str]]]
"""(predicate, object or None) → (graph, subject, object): ``Store.statements``."""

PLACES: Final = frozenset(
    (t.A_PLACE, t.A_PROVINCE, t.A_PREFECTURE, t.A_COUNTY, t.A_TOWNSHIP, t.A_FUNCTIONAL_AREA)
)
BODIES: Final = frozenset((t.A_SCHOOL, t.A_INSTITUTION))
_THINGS: Final = PLACES | BODIES | {t.A_PERSON, t.A_PROGRAMME, t.A_BATCH, t.A_GROUP}
_NO_SOURCES: Final = frozenset((t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH))
_STATUS_START: Final = t.concept("status", "")

Links: TypeAlias = dict[str, set[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The tables: by the IRI of an entity or a fact."""

    types: Links
    sources: Links
    names: dict[str, Counter[str]]
    aliases: Links
    links: dict[str, Links]
    dates: dict[str, dict[str, PartialDate]]
    status: dict[str, Status]
    evidenced: dict[str, PartialDate]


def gathered(statements: Statements) -> Said:
    """Read what sources say; graphs that are no sources are passed over."""
    types: Links = defaultdict(set)
    sources: Links = defaultdict(set)
    for kind in _THINGS:
        for graph, subject, _ in _said(statements, t.RDF_TYPE, f"<{kind}>"):
            types[subject].add(kind)
            sources[subject].add(graph)
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for _, subject, term in _said(statements, t.SKOS_PREF_LABEL):
        if subject in types:
            names[subject][term] += 1
    aliases: Links = defaultdict(set)
    for _, subject, term in _said(statements, t.SKOS_ALT_LABEL):
        if subject in types:
            aliases[subject].add(term)
    return Said(
        types=types,
        sources=sources,
        names=names,
        aliases=aliases,
        links={predicate: _links(statements, predicate) for predicate in _LINKS},
        dates={predicate: _dates(statements, predicate) for predicate in (t.SINCE, t.UNTIL)},
        status={
            subject: Status(value(term).removeprefix(_STATUS_START))
            for _, subject, term in sorted(_said(statements, t.STATUS))
        },
        evidenced=_evidenced(statements),
    )


_LINKS: Final = (
    t.ADCODE,
    t.CORE_NAME,
    t.LOCATED_IN,
    t.PART_OF,
    t.PART_OF_ORGANIZATION,
    t.HELPER,
    t.RECIPIENT,
    t.PERSON,
    t.ORGANIZATION,
    t.FROM,
    t.TO,
)


def _said(
    statements: Statements, predicate: str, target: str | None = None
) -> Iterator[tuple[str, str, str]]:
    for graph, subject, term in statements(predicate, target):
        if graph not in _NO_SOURCES:
            yield graph, subject[1:-1], term


def _links(statements: Statements, predicate: str) -> Links:
    found: Links = defaultdict(set)
    for _, subject, term in _said(statements, predicate):
        found[subject].add(value(term))
    return dict(found)


def _dates(statements: Statements, predicate: str) -> dict[str, PartialDate]:
    """The date of each fact; the text of its source says one, so the least of several will do."""
    found: dict[str, PartialDate] = {}
    for text, subject in sorted(
        {(value(term), subject) for _, subject, term in _said(statements, predicate)}
    ):
        found.setdefault(subject, PartialDate.parse(text))
    return found


def _evidenced(statements: Statements) -> dict[str, PartialDate]:
    """Fact → the date of the latest source that has evidence for it."""
    issued = {
        subject: PartialDate.parse(value(term))
        for graph, subject, term in sorted(_said(statements, t.DCT_ISSUED))
        if graph == subject
    }
    found: dict[str, PartialDate] = {}
    for graph, fact, _ in _said(statements, t.EVIDENCE):
        day = issued.get(graph)
        if day and (fact not in found or _later(day) > _later(found[fact])):
            found[fact] = day
    return found


def _later(day: PartialDate) -> tuple[object, ...]:
    return (day.first, day.last)
