"""Tables inside an article: who sits in which row, and in which column.

A row is a line of the page as received; a cell ends at a tab, at ``|``, or, under a header of
space-separated column names, at a space. A page that puts each cell on a line of its own is read by
the number of its column names.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from ...later import later
from ..page.clean import Clean
from .rostercards import HEADING, ROLE, Cell, Row, cards, speaks, trimmed

__all__ = ["Row", "find_rows", "opens_line"]


_HEADER = later(f"(?:{HEADING.pattern})[ 　\t|\n]+(?:[^\n]{{0,60}}[ 　\t|])?(?:{HEADING.pattern})")


_ASIDE = later(r"\s|[（(][^（()）]{0,12}[)）]")
_SAME = frozenset({"〃", "″", "同上", '"', "“", "”", "＂", "〞", "々", "同", "''"})


def _role_of(heading: str) -> str:
    """The role of a column by its heading: 姓 名, 派出学校（单位）; empty if it has none."""
    heading = heading.strip()
    return ROLE.get(heading) or ROLE.get(_ASIDE.sub("", heading), "")


@lru_cache(maxsize=2)  # persons, posts and secondments of one text all ask for its rows
def find_rows(clean: Clean) -> tuple[Row, ...]:
    """Every row that stands under a header with a column of names, in order.

    Lines of headings with their values (姓名：甲 派出学校：A校) are rows too.
    """
    told = speaks(clean.text)
    if not told and _HEADER.search(clean.text) is None:
        return ()
    lines = _lines(clean)
    rows = cards(clean, lines) if told else []
    header: list[str] | None = None
    spaced = False
    above: dict[str, Cell] = {}
    i = 0
    while i < len(lines):
        start, end = lines[i]
        if header is None and (end - start > 160 or not HEADING.search(clean.text, start, end)):
            i += 1
            continue
        cells = _cells(clean, start, end, spaced=False)
        wide = cells if len(cells) > 1 else _cells(clean, start, end, spaced=True)
        roles = [_role_of(clean.text[a:b]) for a, b in wide]
        if sum(map(bool, roles)) >= 2 and "name" in roles and roles.count("") <= 2:
            header, spaced, above = roles, len(cells) < 2, {}
        elif _role_of(clean.text[slice(*_without_bar(clean.text, (start, end)))]):
            found, i = _stacked(clean, lines, i)
            rows += found
            header = None
            continue
        elif header is not None:
            cells = wide if spaced else _with_leading(clean, cells, len(header))
            if len(cells) < 2 or not _fits(len(cells), len(header), spaced):
                header = None
            else:
                for columns, part in _side_by_side(header, cells):
                    row = _row(
                        clean.text, _without_merged(columns, len(part)), part, above, start, end
                    )
                    if row is not None:
                        rows.append(row)
                        above = row.cells
        i += 1
    return tuple(rows)


def _fits(cells: int, columns: int, spaced: bool) -> bool:
    return columns - 3 <= cells <= columns if spaced else abs(cells - columns) <= columns // 2 + 1


def _with_leading(clean: Clean, cells: list[Cell], columns: int) -> list[Cell]:
    """The cells with the empty ones that tabs at the head and foot of the line stand for."""
    at, end = cells[0][0], cells[-1][1]
    missing = columns - len(cells)
    if missing <= 0 or at == 0:
        return cells
    before = clean.raw[clean.ends[at - 1] - 1 : clean.starts[at]]
    leading = min(before[before.rfind("\n") + 1 :].count("\t"), missing)
    after = clean.raw[clean.ends[end - 1] : clean.ends[end - 1] + 12].partition("\n")[0]
    trailing = min(after.count("\t"), missing - leading) if not after.strip() else 0
    return [(at, at)] * leading + cells + [(end, end)] * trailing


def _side_by_side(
    header: Sequence[str], cells: Sequence[Cell]
) -> list[tuple[list[str], list[Cell]]]:
    """The tables that stand side by side under one header that repeats itself."""
    count = header.count("name")
    width = len(header) // count if count else 0
    if count < 2 or len(header) % count or header[:width] != header[width : 2 * width]:
        return [(list(header), list(cells))]
    parts = [list(cells[i : i + width]) for i in range(0, len(cells), width)]
    return [(list(header[:width]), part) for part in parts if len(part) == width]


def _without_merged(header: Sequence[str], cells: int) -> list[str]:
    """The columns of a row that is too short because cells are merged with the one above."""
    missing = len(header) - cells
    columns = list(header)
    for role in [role for role in header if role in ("home", "to", "place")]:
        if missing > 0:
            columns.remove(role)
            missing -= 1
    return columns


def _row(
    text: str,
    header: Sequence[str],
    cells: Sequence[Cell],
    above: dict[str, Cell],
    start: int,
    end: int,
) -> Row | None:
    """A row; an empty cell of a body or place, or 〃, says the same as the cell above it."""
    named: dict[str, Cell] = {}
    for role, cell in zip(header, cells, strict=False):
        if role in ("", "other") or role in named:
            continue
        same = text[cell[0] : cell[1]].strip() in _SAME
        if same or cell[0] == cell[1]:
            if role in above and (same or role in ("home", "to", "place")):
                named[role] = above[role]
            continue
        named[role] = cell
    for role in ("home", "to", "place"):
        if (
            role in above
            and role not in named
            and len(cells) < 1 + len(above) + header.count("other")
        ):
            named[role] = above[role]
    return Row(cells=named, start=start, end=end) if "name" in named else None


def opens_line(clean: Clean, at: int) -> bool:
    """Whether a line of the page as received begins at `at`."""
    if at == 0 or clean.text[at - 1] == "\n":
        return True
    return "\n" in clean.raw[clean.ends[at - 1] : clean.starts[at]]


def _lines(clean: Clean) -> list[Cell]:
    """The lines of the page as received, where they stand in the clean text."""
    text, raw = clean.text, clean.raw
    cuts = [0]
    last = clean.starts[0] if clean.starts else 0
    for i, start in enumerate(clean.starts):
        if text[i] == "\n":
            cuts.append(i + 1)
        elif start > last and "\n" in raw[last:start]:
            cuts.append(i)
        last = clean.ends[i]
    cuts.append(len(text))
    spans = []
    for a, b in pairwise(cuts):
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            spans.append((a, b))
    return spans


def _cells(clean: Clean, start: int, end: int, spaced: bool) -> list[Cell]:
    """The cells of a line; two tabs side by side hold an empty one."""
    text = clean.text
    cells: list[Cell] = []
    at = start
    i = start
    while i < end:
        tabs = 0
        if text[i] in "|\t":
            tabs = 1
        elif text[i].isspace():
            tabs = clean.raw.count("\t", clean.starts[i], clean.ends[i])
            tabs = tabs or int(spaced and i > at)
        if tabs:
            cells.append((at, i))
            cells += [(i, i)] * (tabs - 1)
            at = i + 1
        i += 1
    cells.append((at, end))
    return [trimmed(text, cell) for cell in cells]


def _without_bar(text: str, line: Cell) -> Cell:
    """The line without the bar that ends a cell of its own: 支教学校 |."""
    start, end = line
    return trimmed(text, (start, end - 1)) if end > start and text[end - 1] == "|" else line


_NUMBER = later(r"\d{1,3}[.、]?")


def _stacked(clean: Clean, lines: Sequence[Cell], i: int) -> tuple[list[Row], int]:
    """Column names one below another from line `i` on, then as many lines for each row."""
    header: list[str] = []
    text = clean.text
    while i < len(lines) and (role := _role_of(text[slice(*_without_bar(text, lines[i]))])):
        header.append(role)
        i += 1
    rows: list[Row] = []
    if len(header) < 3 or "name" not in header:
        return rows, i
    number = header[0] == "other"
    above: dict[str, Cell] = {}
    while i + len(header) <= len(lines):
        cells = [_without_bar(text, cell) for cell in lines[i : i + len(header)]]
        if number and not _NUMBER.fullmatch(text[slice(*cells[0])]):
            break
        if any(b - a > 24 for a, b in cells):
            break
        row = _row(text, header, cells, above, cells[0][0], cells[-1][1])
        if row is None:
            break
        above = row.cells
        rows.append(row)
        i += len(header)
    return rows, i
