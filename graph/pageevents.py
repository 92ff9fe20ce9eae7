"""Events as the page takes them: rows for its timeline, and for what they touch."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from ..ontology.dates import PartialDate
from .happenings import Happening, Party

__all__ = ["event_rows", "year_of", "years_of"]


def event_rows(happened: Iterable[Happening], on_page: Collection[str]) -> list[dict[str, Any]]:
    """One dict an event: `f` facts, `n` name, `k` kind, `s`/`u` dates, `t` the same as years, `g`
    programme, `v` venue and `p` parties, each ``[IRI, name, places around, role]``.

    Of IRIs those that are not on the page are left out: nothing there could be shown for them.
    """

    def party(one: Party) -> list[Any]:
        around = [place for place in one.around if place in on_page]
        return [one.iri if one.iri in on_page else None, one.label, around, one.role]

    found = []
    for one in happened:
        own: dict[str, Any] = {
            "f": list(one.facts),
            "n": one.label,
            "k": one.kind,
            "s": one.since,
            "u": one.until,
            "t": years_of(one.since, one.until),
            "g": one.programme,
            "v": None if one.venue is None else party(one.venue),
            "p": [party(other) for other in one.parties],
        }
        found.append({key: value for key, value in own.items() if value not in (None, "", [])})
    return found


def years_of(since: str, until: str) -> list[float] | None:
    """The first and the last day as years with a fraction; None without a date."""
    days = [PartialDate.parse(one) for one in (since, until) if one]
    if not days:
        return None
    return [year_of(days[0].first), year_of(max(days[0].last, days[-1].last))]


def year_of(day: date) -> float:
    """`day` as a year with a fraction."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)
