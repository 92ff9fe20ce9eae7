"""What sources say, as far as anything is derived from it: plain tables, read once.

Terms stay in N-Triples syntax without the ``<>`` for IRIs; labels stay whole terms. The tables can
be of all sources or of a few entities and facts: the same lines make the same tables.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, TypeAlias

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import lang, value
from ..ontology.records import Status

__all__ = [
    "BODIES",
    "NO_SOURCES",
    "PLACES",
    "PREDICATES",
    "THINGS",
    "Line",
    "Said",
    "Statements",
    "chosen",
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
NO_SOURCES: Final = frozenset((t.DERIVED_GRAPH, t.JUDGEMENTS_GRAPH, t.ONTOLOGY_GRAPH))
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
    t.TITLE,
)
_DATES: Final = (t.SINCE, t.UNTIL)
PREDICATES: Final = (
    t.RDF_TYPE,
    t.SKOS_PREF_LABEL,
    t.SKOS_ALT_LABEL,
    *_LINKS,
    *_DATES,
    t.STATUS,
    t.EVIDENCE,
    t.DCT_ISSUED,
    t.SOURCE_CLASS,
)
"""The properties that anything is derived from."""
_REFERENCE: Final = f"<{t.concept('sourceClass', 'reference')}>"
_STATUS_START: Final = t.concept("status", "")

Links: TypeAlias = dict[str, set[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The tables: by the IRI of an entity or a fact."""

    types: Links
    sources: Links
    names: Links
    aliases: Links
    links: dict[str, Links]
    dates: dict[str, dict[str, PartialDate]]
    status: dict[str, Status]
    evidenced: dict[str, PartialDate]
    arranged: frozenset[str]
    """Facts of help that stand in reference tables alone."""


def gathered(statements: Statements) -> Said:
    """Read what sources say; graphs that are no sources are passed over."""
    return said_of(_lines(statements))


def _lines(statements: Statements) -> Iterator[Line]:
    for predicate in PREDICATES:
        targets = [f"<{kind}>" for kind in THINGS] if predicate == t.RDF_TYPE else [None]
        for target in targets:
            for graph, subject, term in statements(predicate, target):
                if graph not in NO_SOURCES:
                    yield graph, subject[1:-1], predicate, term


def said_of(lines: Iterable[Line]) -> Said:
    """The tables of these lines, which stand in graphs of sources alone."""
    types: Links = defaultdict(set)
    sources: Links = defaultdict(set)
    names: Links = defaultdict(set)
    aliases: Links = defaultdict(set)
    links: dict[str, Links] = {predicate: {} for predicate in _LINKS}
    dates: dict[str, dict[str, PartialDate]] = {predicate: {} for predicate in _DATES}
    status: dict[str, str] = {}
    proven: Links = defaultdict(set)
    helping: Links = defaultdict(set)
    issued: dict[str, PartialDate] = {}
    tables: set[str] = set()
    least: dict[tuple[str, str], str] = {}
    for graph, subject, predicate, term in lines:
        if predicate in links:
            links[predicate].setdefault(subject, set()).add(value(term))
            if predicate == t.HELPER:
                helping[subject].add(graph)
        elif predicate == t.EVIDENCE:
            proven[subject].add(graph)
        elif predicate == t.RDF_TYPE:
            if (kind := term[1:-1]) in THINGS:
                types[subject].add(kind)
                sources[subject].add(graph)
        elif predicate == t.SKOS_PREF_LABEL:
            names[subject].add(term)
        elif predicate == t.SKOS_ALT_LABEL:
            aliases[subject].add(term)
        elif predicate in dates or (predicate == t.DCT_ISSUED and graph == subject):
            # the text of a source says one date, so the least of several will do
            text = value(term)
            least[predicate, subject] = min(least.get((predicate, subject), text), text)
        elif predicate == t.STATUS:
            status[subject] = max(status.get(subject, term), term)
        elif predicate == t.SOURCE_CLASS and graph == subject and term == _REFERENCE:
            tables.add(graph)
    for (predicate, subject), text in least.items():
        table = issued if predicate == t.DCT_ISSUED else dates[predicate]
        table[subject] = PartialDate.parse(text)
    return Said(
        types=types,
        sources=sources,
        names={entity: found for entity, found in names.items() if entity in types},
        aliases={entity: found for entity, found in aliases.items() if entity in types},
        links=links,
        dates=dates,
        status={
            fact: Status(value(term).removeprefix(_STATUS_START)) for fact, term in status.items()
        },
        evidenced=_evidenced(proven, issued),
        arranged=frozenset(fact for fact, graphs in helping.items() if graphs <= tables),
    )


def _evidenced(proven: Links, issued: dict[str, PartialDate]) -> dict[str, PartialDate]:
    """Fact → the date of the latest source that has evidence for it."""
    found: dict[str, PartialDate] = {}
    for fact, graphs in proven.items():
        days = [issued[graph] for graph in graphs if graph in issued]
        if days:
            found[fact] = max(days, key=lambda day: (day.first, day.last))
    return found


def chosen(names: Collection[str]) -> set[str]:
    """One name a language: the longest, then the first by code point; no count can tip it."""
    best: dict[str | None, str] = {}
    for name in sorted(names, key=lambda name: (-len(value(name)), name)):
        best.setdefault(lang(name), name)
    return set(best.values())
