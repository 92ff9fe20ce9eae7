"""Stays that tables tell: rows with a column for where somebody goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ....ontology.records import Mention
from ..page.clean import Clean
from ..people.rosters import find_rows
from .sendings import Sent

__all__ = ["by_rows"]

_start = attrgetter("start")


def by_rows(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> Iterator[Sent]:
    """Rows of tables with a column for where somebody goes."""
    for row in find_rows(clean):
        if "to" not in row.cells:
            continue
        seats: dict[str, list[Mention]] = {}
        for role in ("name", "home", "to"):
            start, end = row.cells.get(role, (0, 0))
            pool = persons if role == "name" else mentions
            low = bisect_left(pool, start, key=_start)
            near = pool[low : bisect_left(pool, end, key=_start)]
            inside = [m for m in near if m.end <= end]
            if inside:
                seats[role] = inside if role == "name" else inside[-1:]
        if "name" in seats and "to" in seats:
            teacher = "subject" in row.cells or "rank" in row.cells
            office = clean.text[slice(*row.cells.get("title", (0, 0)))]
            post = office if len(office) > 1 else "教师" if teacher else None
            for person in seats["name"]:
                yield Sent(
                    person=person, origin=next(iter(seats.get("home", ())), None),
                    destination=seats["to"][0], title=post,
                    start=row.start, end=row.end, rule="row",
                )  # fmt: skip
