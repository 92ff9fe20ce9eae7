"""Bytes → sheets of cells: XLSX, XLS, ODS, CSV and TSV, in one form.

A merged range gives its value to all the rows that it spans, in its first column, so that every
row can be read by itself. Days of a column that are all the first of their month were typed as
months: spreadsheets store 2024年9月 as 2024-09-01, and no more is kept than was meant.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.parsers.expat import ExpatError

import xlrd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum
from xlrd.biffh import XLRDError

from ...ontology.errors import SourceError, TableError
from ..received import address_of, bytes_of, sha256_of
from ..source import read_document
from .guard import MOST_BYTES, MOST_CELLS, kind_of
from .ods import sheets_of

__all__ = ["Grid", "Sheet", "read_grid"]

Range = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The cells of a sheet from A1 on; rows end with their last used cell.

    `merges` are first row, first column, last row, last column, from 0; None where the format
    does not keep them (CSV). `name` is empty for a file without sheets.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    merges: tuple[Range, ...] | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A file's sheets, its address relative to the base folder, and the hash of its bytes."""

    address: str
    sha256: str
    sheets: tuple[Sheet, ...]


def read_grid(path: Path, base: Path) -> Grid:
    """All cells of the file at `path`, by what its bytes are; its address counts from `base`.

    Raises TableError for what :mod:`.guard` refuses and for damage, SourceError when the file
    cannot be read.
    """
    data = _bytes_of(path)
    kind = kind_of(data, path)
    if kind == "text":
        document = read_document(path, base)
        rows = tuple(_separated(document.raw, path))
        sheet = Sheet(name="", rows=rows)
        return Grid(address=document.address, sha256=document.sha256, sheets=(sheet,))
    readers = {"ods": _open_document, "xls": _old_excel, "xlsx": _excel}
    sheets = readers[kind](data, path)
    return Grid(address=address_of(path, base), sha256=sha256_of(data), sheets=tuple(sheets))


def _bytes_of(path: Path) -> bytes:
    try:
        return bytes_of(path, MOST_BYTES)
    except SourceError as error:
        if error.key != "source.too-large":
            raise
        raise TableError("table.too-large", path=path, limit=MOST_BYTES // 1_000_000) from None


def _separated(raw: str, path: Path) -> Iterable[tuple[str, ...]]:
    mark = "\t" if raw.count("\t") > raw.count(",") else ","
    reader = csv.reader(io.StringIO(raw, newline=""), delimiter=mark, strict=True)
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise TableError("table.not-csv", path=path, line=reader.line_num) from None
        yield _trimmed([_line(cell) for cell in cells])


def _open_document(data: bytes, path: Path) -> list[Sheet]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = sheets_of(archive.read("content.xml"), MOST_CELLS)
    except (ExpatError, ValueError):
        raise TableError("table.damaged", path=path) from None
    except OverflowError:
        raise TableError("table.bomb", path=path, limit=MOST_CELLS // 1_000_000) from None
    return [
        Sheet(
            name=name,
            rows=_spread([[_line(c) for c in row] for row in rows], merges),
            merges=tuple(merges),
        )
        for name, rows, merges in found
    ]


def _excel(data: bytes, path: Path) -> list[Sheet]:
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            sheets = []
            for about in book.sheets_metadata:
                sheet = book.get_sheet_by_name(about.name)
                rows = _texts(sheet.to_python(skip_empty_area=False))
                merges = [(a, b, c, d) for (a, b), (c, d) in sheet.merged_cell_ranges or ()]
                sheets.append(
                    Sheet(
                        name=about.name,
                        rows=_spread(rows, merges),
                        merges=tuple(merges),
                        hidden=about.visible is not SheetVisibleEnum.Visible,
                    )
                )
            return sheets
    except PasswordError:
        raise TableError("table.encrypted", path=path) from None
    except (CalamineError, OSError, ValueError):
        raise TableError("table.damaged", path=path) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # of the Rust library; no class to import
            raise
        raise TableError("table.damaged", path=path) from None


def _old_excel(data: bytes, path: Path) -> list[Sheet]:
    """XLS is read by xlrd: on damage it raises, where faster readers panic."""
    try:
        book = xlrd.open_workbook(
            file_contents=data, formatting_info=True, on_demand=True, logfile=io.StringIO()
        )
        sheets = []
        for number in range(book.nsheets):
            sheet = book.sheet_by_index(number)
            if sheet.nrows * sheet.ncols > MOST_CELLS:
                raise TableError("table.bomb", path=path, limit=MOST_CELLS // 1_000_000)
            rows = _texts([[_old_cell(cell, book.datemode) for cell in row] for row in sheet])
            merges = [(a, c, b - 1, d - 1) for a, b, c, d in sheet.merged_cells]
            sheets.append(
                Sheet(
                    name=sheet.name,
                    rows=_spread(rows, merges),
                    merges=tuple(merges),
                    hidden=sheet.visibility != 0,
                )
            )
        return sheets
    except TableError:
        raise
    except Exception as error:  # xlrd raises whatever a damaged file leads it into
        locked = isinstance(error, XLRDError) and "encrypted" in str(error)
        key = "table.encrypted" if locked else "table.damaged"
        raise TableError(key, path=path) from None


def _old_cell(cell: xlrd.sheet.Cell, mode: int) -> object:
    """The value with days as days; errors (#N/A) count as empty."""
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(float(cell.value), 1 if mode else 0)
        except (ValueError, OverflowError):
            return cell.value
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else cell.value


def _texts(rows: Sequence[Sequence[object]]) -> list[list[str]]:
    """Every cell as text; days of columns that hold only firsts of months become months."""
    days: dict[int, bool] = {}
    for row in rows:
        for column, cell in enumerate(row):
            if isinstance(cell, date):
                days[column] = days.get(column, True) and cell.day == 1
    return [
        [_text(cell, days.get(column, False)) for column, cell in enumerate(row)] for row in rows
    ]


def _text(cell: object, month: bool) -> str:
    if isinstance(cell, str):
        return _line(cell)
    if isinstance(cell, datetime | date):
        return f"{cell:%Y-%m}" if month else f"{cell:%Y-%m-%d}"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, time | timedelta | int):
        return str(cell)
    return ""


def _line(cell: str) -> str:
    """A cell in one line: tabs and line breaks part rows and cells in the source's text."""
    return cell if cell.isalnum() else " ".join(cell.split())


def _spread(rows: list[list[str]], merges: Iterable[Range]) -> tuple[tuple[str, ...], ...]:
    for top, left, bottom, _ in merges:
        value = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        for row in rows[top + 1 : bottom + 1] if value else ():
            row.extend([""] * (left + 1 - len(row)))
            row[left] = value
    while rows and not any(rows[-1]):
        rows.pop()
    return tuple(_trimmed(row) for row in rows)


def _trimmed(row: list[str]) -> tuple[str, ...]:
    while row and not row[-1]:
        row.pop()
    return tuple(row)
