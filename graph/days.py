"""The bounds of a fact's dates as triples of the derived graph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, literal
from ..ontology.records import Status
from .bounds import bounds
from .said import Said

__all__ = ["DAYS", "days_of"]

DAYS: Final = frozenset(
    (t.EARLIEST_START, t.LATEST_START, t.EARLIEST_END, t.LATEST_END, t.LAST_EVIDENCED)
)
"""The properties that :func:`days_of` gives a fact."""


def days_of(said: Said, fact: str) -> Iterator[Triple]:
    """The bounds of a fact with dates, and when a source last gave evidence for it."""
    seen = said.evidenced.get(fact)
    status = said.status.get(fact, Status.UNKNOWN)
    found = bounds(said.dates[t.SINCE].get(fact), said.dates[t.UNTIL].get(fact), status, seen)
    node = iri(fact)
    for predicate, day in (
        (t.EARLIEST_START, found.earliest_start),
        (t.LATEST_START, found.latest_start),
        (t.EARLIEST_END, found.earliest_end),
        (t.LATEST_END, found.latest_end),
    ):
        if day is not None:
            yield node, iri(predicate), literal(day.isoformat(), datatype=t.XSD_DATE)
    if seen is not None:
        yield node, iri(t.LAST_EVIDENCED), literal(str(seen), datatype=t.XSD + seen.datatype)
