"""A day, a month or a year, as precise as the text and no more."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

__all__ = ["PartialDate"]

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True, order=False)
class PartialDate:
    """A year, a month of a year, or a day: what is unknown stays None.

    Raises :class:`ValueError` for a day without a month and for dates that the calendar lacks.

    >>> PartialDate(2024, 2).last
    datetime.date(2024, 2, 29)
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse what no calendar has."""
        if self.day is not None and self.month is None:
            raise ValueError(f"a day without a month: {self.year}-?-{self.day}")
        if not 1 <= self.year <= 9999:
            raise ValueError(f"no such year: {self.year}")
        date(self.year, *(1 if part is None else part for part in (self.month, self.day)))

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """From ``2024``, ``2024-02`` or ``2024-02-29``; :class:`ValueError` for anything else."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"not a year, month or day: {text!r}")
        year, month, day = (None if part is None else int(part) for part in found.groups())
        assert year is not None
        return cls(year, month, day)

    def __str__(self) -> str:
        """The ISO 8601 form, as short as the precision: ``2024``, ``2024-02``, ``2024-02-29``."""
        parts = [f"{self.year:04d}"]
        if self.month is not None:
            parts.append(f"{self.month:02d}")
        if self.day is not None:
            parts.append(f"{self.day:02d}")
        return "-".join(parts)

    @property
    def datatype(self) -> str:
        """The local name of the XML Schema type: ``gYear``, ``gYearMonth`` or ``date``."""
        if self.month is None:
            return "gYear"
        return "gYearMonth" if self.day is None else "date"

    @property
    def first(self) -> date:
        """The first day it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def overlaps(self, other: PartialDate) -> bool:
        """Whether the two can mean the same day."""
        return self.first <= other.last and other.first <= self.last
