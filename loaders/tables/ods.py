"""The sheets of an OpenDocument spreadsheet, with the cells that are merged.

OpenDocument 1.3, part 3, chapter 9: repeated rows and cells, spanned and covered cells.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

__all__ = ["RawSheet", "sheets_of"]

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0 "
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0 "
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0 "

RawSheet = tuple[str, list[list[str]], list[tuple[int, int, int, int]]]
"""Name, cells, and merged ranges as first row, first column, last row, last column, from 0."""


def sheets_of(content: bytes, most_cells: int) -> list[RawSheet]:
    """The sheets in ``content.xml``; OverflowError when one has more cells than `most_cells`.

    Rows and cells that are repeated to the edge of the sheet and empty are left out. Raises
    expat's error when the XML is broken.
    """
    sheets: list[RawSheet] = []
    row: list[str] = []
    words: list[str] = []
    state = {"rows": 1, "cells": 1, "row": 0, "depth": 0, "used": 0}
    cell: dict[str, str] = {}

    def start(tag: str, given: dict[str, str]) -> None:
        if tag == _TABLE + "table":
            sheets.append((given.get(_TABLE + "name", ""), [], []))
            state.update(row=0, used=0)
        elif tag == _TABLE + "table-row":
            row.clear()
            state["rows"] = int(given.get(_TABLE + "number-rows-repeated", "1"))
        elif tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell") and sheets:
            state["cells"] = int(given.get(_TABLE + "number-columns-repeated", "1"))
            cell.clear()
            cell.update(given)
            words.clear()
            down = int(given.get(_TABLE + "number-rows-spanned", "1"))
            across = int(given.get(_TABLE + "number-columns-spanned", "1"))
            if down > 1 or across > 1:
                top, left = state["row"], len(row)
                sheets[-1][2].append((top, left, top + down - 1, left + across - 1))
        elif tag == _OFFICE + "annotation":
            state["depth"] += 1
        elif tag == _TEXT + "p" and words:
            words.append(" ")

    def end(tag: str) -> None:
        if tag in (_TABLE + "table-cell", _TABLE + "covered-table-cell") and sheets:
            value = _value(cell, "".join(words))
            times = state["cells"] if value else min(state["cells"], most_cells)
            if value and times > most_cells:
                raise OverflowError
            # A long run of empty cells ends a row; a shorter one stands between used cells
            row.extend([value] * (times if value or times <= 2000 else 0))
        elif tag == _TABLE + "table-row" and sheets:
            while row and not row[-1]:
                row.pop()
            times = state["rows"]
            if row or times <= 2000:
                state["used"] += times * max(len(row), 1)
                if state["used"] > most_cells:
                    raise OverflowError
                sheets[-1][1].extend(list(row) for _ in range(times))
            state["row"] = len(sheets[-1][1])
        elif tag == _OFFICE + "annotation":
            state["depth"] -= 1

    def data(text: str) -> None:
        if not state["depth"]:
            words.append(text)

    _parse(content, start, end, data)
    return sheets


def _parse(
    content: bytes,
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    data: Callable[[str], None],
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = data
    parser.Parse(content, True)


def _value(given: dict[str, str], text: str) -> str:
    """What the cell means rather than how it is shown; a day and time is its day."""
    kind = given.get(_OFFICE + "value-type", "")
    if kind == "date":
        return given.get(_OFFICE + "date-value", text)[:10]
    if kind in ("float", "currency") and (number := given.get(_OFFICE + "value")):
        return number.removesuffix(".0")
    return text.strip()
