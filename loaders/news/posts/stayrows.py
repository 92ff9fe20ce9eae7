"""Stays that tables tell: rows with a column for where somebody goes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from ..people.rosters import find_rows
from .graduates import team_home
from .rowposts import post_in
from .sendings import Sent

__all__ = ["by_rows"]

_STUDENTS = later("研究生支教团|研支团")
_start = attrgetter("start")
_SEATS = {"name": ("name",), "home": ("home", "post"), "to": ("to", "office")}
"""Who, where from and where to → the columns that may say so, the first of them that is there."""


def by_rows(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> Iterator[Sent]:
    """Rows of tables with a column for where somebody goes.

    Who is of a team of graduates comes from its university, whatever faculty the row tells.
    """
    college = team_home("", mentions) if _STUDENTS.search(clean.text) is not None else None
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
            home = next(iter(seats.get("home", ())), None)
            if college is not None and (home is None or home.kind is Kind.INSTITUTION):
                home = college
            for person in seats["name"]:
                yield Sent(
                    person=person, origin=home,
                    destination=seats["to"][0], title=post,
                    start=row.start, end=row.end, rule="row",
                )  # fmt: skip
