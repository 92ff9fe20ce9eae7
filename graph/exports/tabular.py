"""Rows as CSV and XLSX, in which no cell can run as a formula and no clock shows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from ..xlsx import cell_text, dateless

__all__ = ["Sheet", "csv_bytes", "guarded", "workbook_bytes"]

Sheet: TypeAlias = tuple[str, Sequence[str], Iterable[Sequence[str]]]
"""Its name, its heads, its rows."""


def guarded(cell: str) -> str:
    """Text that a spreadsheet program takes for text: what would begin a formula gets a quote.

    >>> guarded("=1+1"), guarded("旺苍县")
    ("'=1+1", '旺苍县')
    """
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]], *, mark: bool = True) -> bytes:
    """UTF-8 with a byte order mark if `mark`: Excel needs it to see Chinese, loaders dislike it."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig" if mark else "utf-8", "replace")


def workbook_bytes(sheets: Iterable[Sheet]) -> bytes:
    """An XLSX file of text cells, each sheet with its heads frozen and filters on them."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    for name, heads, rows in sheets:
        made = book.create_sheet(name[:31])
        made.freeze_panes = "B2"
        made.auto_filter.ref = f"A1:{get_column_letter(len(heads))}1"
        for place in range(1, len(heads) + 1):
            made.column_dimensions[get_column_letter(place)].width = 18

        def cells(texts: Sequence[str], *, bold: bool = False, sheet: Any = made) -> list[object]:
            found: list[object] = []
            for text in texts:
                if not text:
                    found.append(None)
                    continue
                cell = WriteOnlyCell(sheet, value=cell_text(text))
                cell.data_type = "s"  # else a text that begins with "=" would be a formula
                if bold:
                    cell.font = Font(bold=True)
                found.append(cell)
            return found

        made.append(cells(heads, bold=True))
        for row in rows:
            made.append(cells(row))
    out = io.BytesIO()
    book.save(out)
    return dateless(out.getvalue())
