"""A grid as text, and what each of its rows is: data, example, totals, footnote, head again.

The text is the source's text: a line per row, cells joined by tabs, each sheet of a workbook under
its name. What a private column holds is hidden in it, and so are numbers of cards and telephones
anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .cells import HIDDEN, bare, masked
from .grid import Sheet
from .mapping import Columns

__all__ = ["Line", "Page", "pages_of", "sort_of"]

_EXAMPLE = re.compile(r"[(（【]?(?:填写)?(?:示例|样例|例如|举例|范例|例)[)）】:：\d]*")
_TOTALS = re.compile(r"(?:合|总|小|共)\s*计.*|.*(?:合计|总计|小计)[:：]?")
_FOOTNOTE = re.compile(
    r"(?:说明|备注|填表|填报|注意|制表|审核|审批|负责|经办|复核|单位负责|主管|联系|盖章|签字|日期|注).{0,6}[:：].*"
    r"|(?:说明|备注|注|填表说明|填报说明|以上.*|以下空白.*)[:：]?.*"
)
_PLACEHOLDER = re.compile(r"某某|[某×XＸxX]{2,}|某(?=[省市县区校中小镇乡])")


@dataclass(frozen=True, slots=True)
class Line:
    """A row (from 0) and where it stands in the text."""

    row: int
    cells: tuple[str, ...]
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet with its lines; `columns` is None for one that is not read as a table."""

    sheet: Sheet
    columns: Columns | None
    start: int
    lines: tuple[Line, ...]


def pages_of(sheets: Sequence[tuple[Sheet, Columns | None]]) -> tuple[str, tuple[Page, ...]]:
    """The text of all the sheets, and each with the offsets of its lines."""
    parts: list[str] = []
    at = 0
    pages: list[Page] = []
    for sheet, columns in sheets:
        begin = at
        if sheet.name:
            parts.append(f"【{masked(sheet.name)}】\n")
            at += len(parts[-1])
        lines: list[Line] = []
        private, below = _private(columns)
        for row, cells in enumerate(sheet.rows):
            if private and row > below:
                cells = tuple(HIDDEN if c and n in private else c for n, c in enumerate(cells))
            text = masked("\t".join(cells))
            lines.append(Line(row, cells, text, at, at + len(text)))
            parts.append(text + "\n")
            at += len(text) + 1
        pages.append(Page(sheet, columns, begin, tuple(lines)))
    return "".join(parts), tuple(pages)


def _private(columns: Columns | None) -> tuple[frozenset[int], int]:
    if columns is None:
        return frozenset(), 0
    found = frozenset(column for column, role in columns.roles.items() if role == "private")
    return found, columns.head_rows[1]


def sort_of(line: Line, columns: Columns, named: Sequence[int]) -> str:
    """``data``, ``blank`` (nothing but the row's number) or the reason why the row is passed over.

    `named` are the columns that hold ends and persons: an example row is also known by the 某 in
    them.
    """
    filled = [column for column, cell in enumerate(line.cells) if cell]
    if all(_empty(columns.roles.get(column), line.cells[column]) for column in filled):
        return "blank"
    used = [cell for cell in line.cells[:3] if cell][:2]
    for cell in used:
        if cell.isascii() or len(cell) > 12:
            continue
        if _EXAMPLE.fullmatch(cell):
            return "example-row"
        if _TOTALS.fullmatch(cell):
            return "totals-row"
    if len(filled) <= 3 and used and _FOOTNOTE.fullmatch(used[0]):
        return "footnote"
    values = [(column, line.cells[column]) for column in named if column < len(line.cells)]
    values = [(column, value) for column, value in values if value]
    if any(_PLACEHOLDER.search(value) for _, value in values):
        return "example-row"
    if values and all(value in columns.heads.get(c, "").split("|") for c, value in values):
        return "head-row"
    numbers = [bare(line.cells[column]) for column in filled[:3]]
    return "head-row" if numbers == ["1", "2", "3"] else "data"


def _empty(role: str | None, cell: str) -> bool:
    """Whether the cell only numbers its row or is not to be read; a remark there is neither."""
    return role == "private" or (role == "number" and cell.isascii())
