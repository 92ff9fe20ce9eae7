"""Stays that tables tell: rows with a column for where somebody goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ....ontology.records import Mention
from ..page.clean import Clean
from ..people.rosters import find_rows
from .rowposts import post_in
from .sendings import Sent

__all__ = ["by_rows"]

_start = attrgetter("start")
_SEATS = {"name": ("name",), "home": ("home", "post"), "to": ("to", "office")}
"""Who, where from and where to → the columns that may say so, the first of them that is there."""


def by_rows(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> Iterator[Sent]:
    """Rows of tables with a column for where somebody goes."""
    for row in find_rows(clean):
        seats: dict[str, list[Mention]] = {}
        for role, cells in _SEATS.items():
            start, end = next((row.cells[cell] for cell in cells if cell in row.cells), (0, 0))
            pool = persons if role == "name" else mentions
            low = bisect_left(pool, start, key=_start)
            near = pool[low : bisect_left(pool, end, key=_start)]
            inside = [m for m in near if m.end <= end]
            if inside:
                seats[role] = inside if role == "name" else inside[-1:]
        if "name" in seats and "to" in seats:
            teacher = "subject" in row.cells or "rank" in row.cells
            cell = row.cells.get("to", row.cells.get("office", (0, 0)))
            written = post_in(clean.text, seats["to"][0], cell)
            office = clean.text[slice(*row.cells.get("office", row.cells.get("title", (0, 0))))]
            post = written or (office if len(office) > 1 else "教师" if teacher else None)
            for person in seats["name"]:
                yield Sent(
                    person=person, origin=next(iter(seats.get("home", ())), None),
                    destination=seats["to"][0], title=post,
                    start=row.start, end=row.end, rule="row",
                )  # fmt: skip
