"""How many sources a store holds, and from when to when: counted once, kept in the derived graph.

Every answer says what was searched. Counting that anew would make each question as slow as the
store is large; so it is derived with all else, and kept up when a source changes.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, literal, value
from .engine import Store
from .filling import REFERENCE
from .journal import STAMP
from .said import Columns, Line
from .scan import columns as columns_of
from .view import View

__all__ = ["Tally", "counted", "tallied", "tally_changes", "tally_triples"]

_NODE: Final = iri(t.DERIVED_GRAPH)
_SOURCE: Final = iri(t.A_SOURCE)
_COUNTS: Final = {
    "reports": t.REPORT_COUNT,
    "tables": t.REFERENCE_COUNT,
    "undated": t.UNDATED_COUNT,
}
_DAYS: Final = {"oldest": t.OLDEST_ISSUE, "newest": t.NEWEST_ISSUE}
_ALL: Final = frozenset((*_COUNTS.values(), *_DAYS.values()))
_KEPT: Final = f"SELECT DISTINCT ?p ?o WHERE {{ GRAPH {_NODE} {{ {_NODE} ?p ?o }} }}"


@dataclass(frozen=True, slots=True)
class Tally:
    """So many `reports` and reference `tables`; of the reports so many are `undated`.

    `oldest` and `newest` are the dates of issue of reports, ISO, "" where none has one.
    """

    reports: int = 0
    tables: int = 0
    undated: int = 0
    oldest: str = ""
    newest: str = ""


@dataclass(frozen=True, slots=True)
class _Record:
    """What one source is: a reference table or a report, and of which day ("" if none)."""

    table: bool
    day: str


def tallied(store: Store) -> Tally:
    """The tally of `store`: as kept, or counted now where the derived graph is not up to date."""
    told = {(p, o) for p, o in store.select(_KEPT).rows if p and o}
    if STAMP[1:] in told:
        return _read((value(p), o) for p, o in told)
    return counted(columns_of(store))


def counted(columns: Columns) -> Tally:
    """The tally of all sources."""
    tables = {source for source, kind in columns.own(t.SOURCE_CLASS) if kind == REFERENCE}
    days: dict[str, str] = {}
    for source, day in columns.own(t.DCT_ISSUED):
        days[source] = min(days.get(source, day), day)
    # only in its own graph is it one; by its class, since the classes of all else are as many
    told = columns.told_in(t.RDF_TYPE, t.A_SOURCE)
    sources = {source for source, graph in told if source == graph}
    return _counted(_Record(one in tables, days.get(one, "")) for one in sources)


def tally_triples(found: Tally) -> Iterator[Triple]:
    """`found` as the derived graph says it; nothing where there is no source."""
    if found == Tally():
        return
    for name, predicate in _COUNTS.items():
        yield _NODE, iri(predicate), literal(str(getattr(found, name)), datatype=t.XSD_INTEGER)
    for name, predicate in _DAYS.items():
        if day := getattr(found, name):
            kind = t.XSD + PartialDate.parse(day).datatype
            yield _NODE, iri(predicate), literal(day, datatype=kind)


def tally_changes(view: View) -> tuple[set[Triple], set[Triple]]:
    """What leaves the derived graph and what enters it, after some sources changed."""
    known = _read(view.derived(t.DERIVED_GRAPH))
    gone = _records(view.old[source] for source in view.changed)
    come = _records(view.new[source] for source in view.changed)
    less, more = _counted(gone), _counted(come)
    oldest = _extreme(view, known.oldest, gone, come, min)
    newest = _extreme(view, known.newest, gone, come, max)
    if oldest is None or newest is None:
        found = counted(columns_of(view.store))
    else:
        found = Tally(
            known.reports - less.reports + more.reports,
            known.tables - less.tables + more.tables,
            known.undated - less.undated + more.undated,
            oldest,
            newest,
        )
    return view.derived_triples(t.DERIVED_GRAPH, _ALL), set(tally_triples(found))


def _extreme(
    view: View,
    known: str,
    gone: Iterable[_Record],
    come: Iterable[_Record],
    least: Callable[[Collection[str]], str],
) -> str | None:
    """The first or last day now, where it was `known`; None if only counting again can tell."""
    fresh = {one.day for one in come if one.day and not one.table}
    if known and known in {one.day for one in gone if not one.table} - fresh:
        kind = t.XSD + PartialDate.parse(known).datatype
        held = view.store.statements(t.DCT_ISSUED, literal(known, datatype=kind))
        if not any(
            _Record(False, known) == _record(graph, view.lines(graph)) for graph, _, _ in held
        ):
            return None
    days = fresh | ({known} if known else set())
    return least(days) if days else ""


def _records(sources: Iterable[Collection[Line]]) -> list[_Record]:
    found = (_record(next(iter(lines))[0], lines) for lines in sources if lines)
    return [one for one in found if one is not None]


def _record(source: str, lines: Iterable[Line]) -> _Record | None:
    """What `source` says of itself in `lines`; None if it is no source."""
    own = {line[2:] for line in lines if line[:2] == (source, source)}
    if (t.RDF_TYPE, _SOURCE) not in own:
        return None
    days = [value(term) for predicate, term in own if predicate == t.DCT_ISSUED]
    return _Record((t.SOURCE_CLASS, iri(REFERENCE)) in own, min(days, default=""))


def _counted(records: Iterable[_Record]) -> Tally:
    every = list(records)
    days = [one.day for one in every if not one.table]
    dated = [day for day in days if day]
    return Tally(
        reports=len(days),
        tables=len(every) - len(days),
        undated=len(days) - len(dated),
        oldest=min(dated, default=""),
        newest=max(dated, default=""),
    )


def _read(told: Iterable[tuple[str, str]]) -> Tally:
    """The tally in (property, term) of the derived graph."""
    said = {predicate: value(term) for predicate, term in told}
    return Tally(
        reports=int(said.get(t.REPORT_COUNT, "0")),
        tables=int(said.get(t.REFERENCE_COUNT, "0")),
        undated=int(said.get(t.UNDATED_COUNT, "0")),
        oldest=said.get(t.OLDEST_ISSUE, ""),
        newest=said.get(t.NEWEST_ISSUE, ""),
    )
