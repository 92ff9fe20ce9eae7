"""What holds on a day: three values, from what is known of beginning and end.

A date in a text is a stretch of days, so a fact has four bounds (:mod:`.bounds`). On a day it
**holds** if every beginning and end that the bounds allow makes it hold, **may hold** if some do,
and else does not. Two clocks: since when a thing is true, and since when a source says so.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError
from .bounds import Bounds

__all__ = ["Holds", "Period", "asof", "bounds_of", "period"]

_SCHOOL_YEAR: Final = re.compile(r"(\d{4})(?:\s*[-–—~至/]\s*(\d{4}|\d{2}))?\s*学年")
_TERM: Final = re.compile(r"(\d{4})\s*年?\s*(春|秋)(?:季)?(?:学期)?")
_HALF: Final = re.compile(r"(\d{4})\s*年?\s*(上|下)半年")
_QUARTER: Final = re.compile(r"(\d{4})\s*年?\s*(?:第?([一二三四1-4])季度|[Qq]([1-4]))")
_NUMERALS: Final = {one: place % 4 + 1 for place, one in enumerate("一二三四1234")}


class Holds(StrEnum):
    """Whether a fact holds."""

    HOLDS = "holds"
    MAY = "mayHold"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both of them in it; one day is a period too."""

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a period that ends before it begins."""
        if self.last < self.first:
            raise ValueError(f"{self.last} is before {self.first}")


def asof(bounds: Bounds, day: date | Period) -> Holds:
    """Whether a fact with these `bounds` holds on `day`, or on some day of a period.

    It surely lasts from the latest start to the earliest end, and at most from the earliest start
    to the latest end; a bound that is not known is open. Knowing more never turns ``holds`` into
    anything else, nor ``no``.

    >>> known = Bounds(latest_start=date(2015, 12, 31), earliest_end=date(2021, 5, 6))
    >>> asof(known, date(2020, 1, 1))
    <Holds.HOLDS: 'holds'>
    >>> asof(Bounds(latest_start=date(2015, 12, 31)), date(2020, 1, 1))
    <Holds.MAY: 'mayHold'>
    """
    span = day if isinstance(day, Period) else Period(day, day)
    if bounds.earliest_start is not None and bounds.earliest_start > span.last:
        return Holds.NO
    if bounds.latest_end is not None and bounds.latest_end < span.first:
        return Holds.NO
    start, end = bounds.latest_start, bounds.earliest_end
    if start is None or end is None or start > end:
        return Holds.MAY
    return Holds.HOLDS if start <= span.last and span.first <= end else Holds.MAY


def bounds_of(start: str, latest_start: str, end: str, latest_end: str) -> Bounds:
    """Bounds from ISO days as tables hold them; "" is what is not known."""
    one, two, three, four = (
        date.fromisoformat(text) if text else None
        for text in (start, latest_start, end, latest_end)
    )
    return Bounds(earliest_start=one, latest_start=two, earliest_end=three, latest_end=four)


def period(text: str, *, school_year_starts: int = 9) -> Period:
    """The days that `text` names: a day, a month, a year, or a part of one as schools count.

    ``2023-2024学年`` (a school year runs from the first of the month `school_year_starts` to the
    eve of that day a year later), ``2024年春季学期`` (from March) and ``2024年秋季学期`` (until
    February: the calendar of most provinces), ``2024上半年``, ``2024年第一季度``. Raises
    :class:`QueryError` (``ask.period``).

    >>> period("2023-2024学年")
    Period(first=datetime.date(2023, 9, 1), last=datetime.date(2024, 8, 31))
    """
    plain = text.strip()
    try:
        for pattern, read in _FORMS:
            if found := pattern.fullmatch(plain):
                return read(found, school_year_starts)
        day = PartialDate.parse(plain)
    except ValueError as error:
        raise QueryError("ask.period", text=text) from error
    return Period(day.first, day.last)


def _school_year(found: re.Match[str], starts: int) -> Period:
    year = int(found[1])
    if found[2] and int(found[2]) % 100 != (year + 1) % 100:
        raise ValueError(found[0])
    return Period(date(year, starts, 1), date(year + 1, starts, 1) - timedelta(days=1))


def _term(found: re.Match[str], starts: int) -> Period:
    year = int(found[1])
    if found[2] == "春":
        return Period(date(year, 3, 1), date(year, starts, 1) - timedelta(days=1))
    return Period(date(year, starts, 1), date(year + 1, 3, 1) - timedelta(days=1))


def _half(found: re.Match[str], _: int) -> Period:
    year = int(found[1])
    if found[2] == "上":
        return Period(date(year, 1, 1), date(year, 6, 30))
    return Period(date(year, 7, 1), date(year, 12, 31))


def _quarter(found: re.Match[str], _: int) -> Period:
    year, first = int(found[1]), 3 * (_NUMERALS[found[2] or found[3]] - 1) + 1
    after = date(year + 1, 1, 1) if first == 10 else date(year, first + 3, 1)
    return Period(date(year, first, 1), after - timedelta(days=1))


_FORMS: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int], Period]], ...]] = (
    (_SCHOOL_YEAR, _school_year),
    (_TERM, _term),
    (_HALF, _half),
    (_QUARTER, _quarter),
)
