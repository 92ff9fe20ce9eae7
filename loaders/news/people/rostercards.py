"""Entries that give each value its heading (姓名：甲 派出学校：A校), on a line or on several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...later import later
from ..page.clean import Clean
from .peoplewords import people_rows

__all__ = ["HEADING", "ROLE", "Cell", "Row", "cards", "speaks", "trimmed"]

Cell = tuple[int, int]
"""Where a cell stands in the clean text; start == end for an empty one."""

ROLE = {row["column"]: row["role"] for row in people_rows("roster_columns")}
HEADING = later("|".join(sorted(ROLE, key=lambda word: (-len(word), word))))
_LABEL = later(f"(?<![一-鿿])(?P<head>{HEADING.pattern})[：:]")
_LABELLED = later(f"(?:姓名|教师姓名)[：:][^\n]{{1,40}}?[ 　，,；;](?:{HEADING.pattern})[：:]")
_CARD = later("(?:姓名|教师姓名)[：:][^\n，,；;：:]{1,12}\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table: role of the column → cell, and where the whole row stands.

    Roles: name, second (a second person), home, to, place, subject, rank, title; post and
    office, the title at home and where somebody goes to, with its body or without.
    """

    cells: dict[str, Cell]
    start: int
    end: int


def trimmed(text: str, cell: Cell) -> Cell:
    """The cell without the spaces at its edges."""
    start, end = cell
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _labelled(clean: Clean, start: int, end: int) -> Row | None:
    """A line that gives each value its heading; None unless it names a person and a body."""
    heads = list(_LABEL.finditer(clean.text, start, end))
    if len(heads) < 2:
        return None
    named: dict[str, Cell] = {}
    for head, behind in zip(heads, [*heads[1:], None], strict=True):
        role = ROLE[head["head"]]
        stop = behind.start() if behind is not None else end
        low, high = trimmed(clean.text, (head.end(), stop))
        while high > low and clean.text[high - 1] in "，,、；;。 ":
            high -= 1
        if role not in ("", "other") and high > low and high - low < 40:
            named.setdefault(role, (low, high))
    fits = "name" in named and ("home" in named or "to" in named)
    return Row(cells=named, start=start, end=end) if fits else None


def cards(clean: Clean, lines: Sequence[Cell]) -> list[Row]:
    """The entries of a text, each a row, whether on one line or on several."""
    rows: list[Row] = []
    if _LABELLED.search(clean.text) is not None:
        rows += (row for start, end in lines if (row := _labelled(clean, start, end)))
    if _CARD.search(clean.text) is None:
        return rows
    named: dict[str, Cell] = {}
    first = last = 0
    for start, end in (*lines, (len(clean.text), len(clean.text))):
        head = _LABEL.match(clean.text, start, end)
        role = ROLE[head["head"]] if head is not None else ""
        if named and (head is None or role == "name"):
            if "home" in named or "to" in named:
                rows.append(Row(cells=named, start=first, end=last))
            named = {}
        if head is not None and (named or role == "name") and end - head.end() < 40:
            first = start if role == "name" else first
            last = end
            if role not in ("", "other") and end > head.end():
                named.setdefault(role, trimmed(clean.text, (head.end(), end)))
    return rows


def speaks(text: str) -> bool:
    """Whether a text has any such entry."""
    return _LABELLED.search(text) is not None or _CARD.search(text) is not None
