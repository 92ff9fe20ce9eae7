"""An annotated copy of a roster: a comment on each cell with a finding, and a sheet of them all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from ...ontology.errors import SourceError, TableError
from ...ontology.messages import Lang, say
from .findings import HEADS, Finding, findings_table
from .grid import read_grid
from .guard import kind_of

__all__ = ["annotate"]

_MARK = PatternFill("solid", fgColor="FFF2CC")
_LONGEST = 32_000
"""A cell takes 32,767 characters; a longer value would make the file unreadable."""


def annotate(path: Path, findings: Iterable[Finding], copy: Path, lang: Lang = "zh") -> None:
    """Write a copy of the roster at `path` to `copy`, an ``.xlsx`` file, with its findings.

    A workbook in XLSX keeps its form; of the others the cells are copied as text. Raises TableError
    when `copy` is the roster itself or does not end in ``.xlsx``, SourceError when it cannot be
    written, and as :func:`.grid.read_grid`.
    """
    if copy.suffix.lower() != ".xlsx" or copy.resolve() == path.resolve():
        raise TableError("table.cannot-annotate", path=copy)
    findings = tuple(findings)
    grid = read_grid(path, path.parent)
    if kind_of(path.read_bytes(), path) == "xlsx":
        book = load_workbook(path)
    else:
        book = Workbook()
        book.remove(book.worksheets[0])
        for sheet in grid.sheets:
            made = book.create_sheet(sheet.name or path.stem[:31])
            for row, cells in enumerate(sheet.rows, start=1):
                for column, text in enumerate(cells, start=1):
                    _put(made, row, column, text)
    names = [sheet.name for sheet in grid.sheets]
    by_cell: dict[tuple[str, int, int], list[str]] = {}
    for one in findings:
        by_cell.setdefault((one.sheet, one.row, one.column), []).append(one.told(lang))
    for (name, row, column), reasons in by_cell.items():
        target = book[name] if name in book.sheetnames else book.worksheets[names.index(name)]
        if isinstance(target, Worksheet):
            cell = _anchor(target, row + 1, column + 1)
            said = [] if cell.comment is None else [str(cell.comment.text)]
            cell.comment = Comment("\n".join([*said, *reasons]), "bangfu", height=90, width=300)
            cell.fill = _MARK
    listed = book.create_sheet(say("table.sheet-findings", lang))
    for number, line in enumerate((HEADS[lang], *findings_table(findings, lang)), start=1):
        for column, text in enumerate(line, start=1):
            _put(listed, number, column, text)
    _write(book, copy)


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Text as text: what begins with = or + is no formula."""
    if text:
        cell = sheet.cell(row, column)
        cell.value = "".join(sign for sign in text[:_LONGEST] if sign >= " ")
        cell.data_type = "s"


def _anchor(sheet: Worksheet, row: int, column: int) -> Cell:
    """The cell, or the first one of the merged range that it lies in."""
    cell = sheet.cell(row, column)
    for merged in sheet.merged_cells.ranges if isinstance(cell, MergedCell) else ():
        if cell.coordinate in merged:
            cell = sheet.cell(merged.min_row, merged.min_col)
            break
    assert isinstance(cell, Cell)
    return cell


def _write(book: Workbook, copy: Path) -> None:
    """Whole or not at all."""
    try:
        handle, name = tempfile.mkstemp(suffix=".xlsx", dir=copy.parent)
        os.close(handle)
        try:
            book.save(name)
            Path(name).chmod(0o644)
            Path(name).replace(copy)
        finally:
            Path(name).unlink(missing_ok=True)
    except OSError as error:
        raise SourceError("source.unreadable", path=copy, why=error.strerror) from None
