"""Which rows of an edge table are in force on a day, known by a day, or told by some sources."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from .asof import Holds, Period

__all__ = ["known_by", "on_day", "told_by"]


def on_day(edges: Any, day: date | Period) -> Any:
    """The rows that hold, or may hold, on `day`, with which of both in a new column ``holds``.

    The rule is that of :func:`.asof.asof`. What is only planned never surely holds.
    """
    span = day if isinstance(day, Period) else Period(day, day)
    first, last = span.first.isoformat(), span.last.isoformat()
    start, sure = edges["earliest_start"], edges["latest_start"]
    end, latest = edges["earliest_end"], edges["latest_end"]
    # "" is not known, and sorts before every day
    outside = pc.or_(
        pc.greater(start, last), pc.and_(pc.not_equal(latest, ""), pc.less(latest, first))
    )
    known = pc.and_(pc.not_equal(sure, ""), pc.not_equal(end, ""))
    lasting = pc.and_(pc.less_equal(sure, end), pc.not_equal(edges["status"], "planned"))
    spans = pc.and_(pc.less_equal(sure, last), pc.greater_equal(end, first))
    holds = pc.if_else(pc.and_(pc.and_(known, lasting), spans), str(Holds.HOLDS), str(Holds.MAY))
    return edges.append_column("holds", holds).filter(pc.invert(outside))


def known_by(edges: Any, day: date) -> Any:
    """The rows that a source had told by `day`: the second clock. Undated sources never count."""
    since = edges["known_since"]
    # a source of "2021" is surely out by the end of that year: 2021 sorts before 2021-01-01
    year = pc.binary_join_element_wise(since, pa.scalar("-12-31"), "")
    month = pc.binary_join_element_wise(since, pa.scalar("-31"), "")
    length = pc.utf8_length(since)
    full = pc.if_else(pc.equal(length, 4), year, pc.if_else(pc.equal(length, 7), month, since))
    return edges.filter(pc.and_(pc.not_equal(since, ""), pc.less_equal(full, day.isoformat())))


def told_by(edges: Any, classes: Collection[str]) -> Any:
    """The rows that at least one source of one of these `classes` tells."""
    pattern = rf"(^|\s)({'|'.join(sorted(classes))})(\s|$)"
    return edges.filter(pc.match_substring_regex(edges["classes"], pattern))
