"""The bounds of a fact's dates as triples of the derived graph."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
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
    node = f"<{fact}>"
    for predicate, day in _told(
        said.dates[t.SINCE].get(fact),
        said.dates[t.UNTIL].get(fact),
        said.status.get(fact, Status.UNKNOWN),
        said.evidenced.get(fact),
    ):
        yield node, predicate, day


@lru_cache(maxsize=65536)
def _told(
    since: PartialDate | None, until: PartialDate | None, status: Status, seen: PartialDate | None
) -> tuple[tuple[str, str], ...]:
    """(property, day) of any fact with these dates: there are far fewer days than facts."""
    found = bounds(since, until, status, seen)
    told = [
        (iri(predicate), literal(day.isoformat(), datatype=t.XSD_DATE))
        for predicate, day in (
            (t.EARLIEST_START, found.earliest_start),
            (t.LATEST_START, found.latest_start),
            (t.EARLIEST_END, found.earliest_end),
            (t.LATEST_END, found.latest_end),
        )
        if day is not None
    ]
    if seen is not None:
        last = literal(str(seen), datatype=t.XSD + seen.datatype)
        told.append((iri(t.LAST_EVIDENCED), last))
    return tuple(told)
