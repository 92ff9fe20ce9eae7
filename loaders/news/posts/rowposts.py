"""The posts that the rows of tables tell: teachers of a school, or what a cell says with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from ..people.rostercards import Cell, Row
from ..people.rosters import find_rows
from ..people.titles import Title
from .phrase import Held, Line

__all__ = ["post_in", "seated"]

_RANKS = {
    "正高级": "正高级教师",
    "高级": "高级教师",
    "一级": "一级教师",
    "二级": "二级教师",
    "三级": "三级教师",
}
_STAGE = later("^(?:小学|初中|高中|中学|幼儿园|中职)")
_POST = later("[一-鿿]{2,12}$")
_PARTS = later("[、，,/;；（(]")


def post_in(text: str, body: Mention, cell: Cell) -> str | None:
    """The first post that a cell gives behind its body: 甲校|副校长、乙."""
    words = _PARTS.split(text[body.end : cell[1]].strip(), maxsplit=1)[0]
    return words if _POST.fullmatch(words) else None


def seated(clean: Clean, line: Line) -> list[Held]:
    """The posts of the rows of tables, each at the body of its cell, or of the cell beside it."""
    held: list[Held] = []
    for row in find_rows(clean):
        person = line.inside(row.cells.get("name"), person=True)
        if person is None:
            continue
        told = [*_at_home(clean.text, line, row), *_away(clean.text, line, row)]
        held += (
            Held(
                person=person, body=body, title=title, start=row.start, end=row.end,
                rule="row", confidence=0.95,
            )
            for body, title in told
        )  # fmt: skip
    return held


def _at_home(text: str, line: Line, row: Row) -> Iterator[tuple[Mention, Title]]:
    """The posts of a row where somebody comes from."""
    cells = row.cells
    body = line.inside(cells.get("home"))
    written = [*_written(line, cells.get("home")), *_written(line, cells.get("post"))]
    if written:
        yield from written
        return
    if body is None:
        return
    words = {role: text[a:b] for role, (a, b) in cells.items()}
    away = "to" in cells or "office" in cells
    office = words.get("post", "") or ("" if away else words.get("title", ""))
    teaches = body.kind is Kind.SCHOOL and bool(words.get("subject") or words.get("rank"))
    if not teaches and len(words.get("post", "")) < 2:
        return
    rank = words.get("rank")
    yield (
        body,
        Title(
            start=row.start,
            end=row.end,
            title=office if len(office) > 1 else "教师",
            rank=_RANKS.get(rank, rank) if rank else None,
            subject=_STAGE.sub("", words["subject"]) if "subject" in words else None,
        ),
    )


def _away(text: str, line: Line, row: Row) -> Iterator[tuple[Mention, Title]]:
    """The posts of a row where somebody goes to."""
    cells = row.cells
    written = [*_written(line, cells.get("to")), *_written(line, cells.get("office"))]
    if written:
        yield from written
        return
    body = line.inside(cells.get("to"))
    office = text[slice(*cells.get("office", cells.get("title", (0, 0))))]
    if body is not None and len(office) > 1:
        yield body, Title(start=row.start, end=row.end, title=office)


def _written(line: Line, cell: Cell | None) -> Iterator[tuple[Mention, Title]]:
    """The posts that a cell tells with their body: 甲校副校长."""
    body = line.inside(cell)
    if body is None or cell is None:
        return
    for title in line.from_right(*cell):
        if isinstance(title, Title) and title.start >= body.end:
            yield body, replace(title, aid=False)
