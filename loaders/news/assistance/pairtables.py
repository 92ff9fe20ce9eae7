"""Tables of partners inside an article, in every form in which a page's text leaves them.

A row may be one line with bars, tabs or spaces between its cells, or every cell may stand on a
line of its own; cells may be empty, or carried down with 〃. Only the heads say what a column is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Modality, Status
from ...later import later
from ..entities.sides import direction
from .captions import kind_of_row, kind_of_table
from .carriedrows import SAME, carried
from .claims import Claim
from .onesided import one_sided
from .tableheads import columns_of, is_either, is_head, may_be_head
from .tablelines import CELLS, Line, is_cell, lines_of

__all__ = ["table_claims"]

_DASH = later(r"^\s*(?:[（(]?\d+[）).．、]?\s*)?[^。，；]{0,4}$")
_LINK = later(
    r"^\s*(?:——|—|–|-{1,2}|→|↔|←→|⇄|×|✕|与|～|~|/|\||：)\s*(?:[\u4e00-\u9fff]{2,12}[省市县区州旗盟])?\s*$"
)
_NEXT = later(r"\s*(?:表[一二三四五六七八九十\d]+|合计|说明|备注|注)(?:[\s:：、.]|$)")
_NUMBER = re.compile(r"\s*\d{1,3}\s*$")


def table_claims(
    text: str, mentions: Sequence[Mention], context: frozenset[str] = frozenset()
) -> tuple[tuple[Claim, ...], tuple[tuple[int, int], ...]]:
    """The pairs that the tables of `text` state, and where those tables stand."""
    lines = lines_of(text, mentions)
    claims: list[Claim] = []
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        for reader in (_rows, _cells, _dashes, one_sided):
            found = reader(lines, at, context)
            if found is not None:
                pairs, after = found
                modality, why = kind_of_table(text, lines, at, pairs[0].start)
                heads = CELLS.split(lines[at].text.strip())
                for claim in pairs:
                    own = kind_of_row(heads, CELLS.split(text[claim.start : claim.end].strip()))
                    support = claim.support if own else (*claim.support, *why)
                    claims.append(replace(claim, modality=own or modality, support=support))
                spans.append((lines[at].start, lines[after - 1].end))
                at = after
                break
        else:
            at += 1
    return tuple(claims), tuple(spans)


def _claim(
    one: Mention, other: Mention, start: int, end: int, directed: bool, group: int = -1
) -> Claim:
    return Claim(
        one, other, Modality.PAIRING, Status.ACTIVE, "table", 0.9, start, end, directed, group
    )


def _rows(
    lines: Sequence[Line], at: int, context: frozenset[str]
) -> tuple[list[Claim], int] | None:
    """One row a line: the heads stand in one line."""
    head = list(CELLS.split(lines[at].text.strip()))
    columns = columns_of(head) if 2 <= len(head) <= 20 else None
    if columns is None:
        return None
    one, two, sure = columns
    exact = any(mark in lines[at].text for mark in "|｜\t")
    split = re.compile(r"\s*[|｜]\s*" if "|" in lines[at].text or "｜" in lines[at].text else r"\t")
    pairs: list[tuple[Mention, Mention, int, int]] = []
    above: dict[int, tuple[Mention, ...]] = {}
    last: tuple[Mention, Mention] | None = None
    after = at + 1
    for after in range(at + 1, len(lines) + 1):
        if after == len(lines) or not lines[after].text.strip():
            break
        line = lines[after]
        if _NEXT.match(line.text) or columns_of(list(CELLS.split(line.text.strip()))) is not None:
            # the next table begins, without a blank line between
            break
        if exact:
            cells = split.split(line.text)
            if len(cells) < max(one, two) + 1 - (not head[0]):
                break
            got = _by_cells(line, cells, split, (one, two), above)
        else:
            if re.search(r"[。；]", line.text):
                break
            for row in _several(line):
                got = _by_order(row.mentions, one < two) or carried(row, last, one < two)
                if got is not None:
                    last = (got[0][0], got[1][0])
                    pairs.append((*last, row.start, row.end))
            continue
        if got is not None:
            pairs.extend((a, b, line.start, line.end) for a in got[0] for b in got[1])
    if not pairs:
        return None
    return _directed(pairs, sure, context), after


def _by_cells(
    line: Line,
    cells: Sequence[str],
    split: re.Pattern[str],
    columns: tuple[int, int],
    above: dict[int, tuple[Mention, ...]],
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    bounds = []
    start = line.start
    for mark in split.finditer(line.text):
        bounds.append((start, line.start + mark.start()))
        start = line.start + mark.end()
    bounds.append((start, line.end))
    found = []
    fresh = False
    for column in columns:
        if column >= len(bounds):
            return None
        low, high = bounds[column]
        inside = tuple(m for m in line.mentions if low <= m.start and m.end <= high)
        if inside:
            fresh = True
            above[column] = inside
        elif cells[column].strip() and cells[column].strip() not in SAME:
            above.pop(column, None)
        found.append(above.get(column, ()))
    return (found[0], found[1]) if fresh and found[0] and found[1] else None


def _several(line: Line) -> list[Line]:
    """The rows that a page ran together into one line: each begins with its number."""
    cuts = [line.start + m.start() for m in re.finditer(r"(?<!\S)\d{1,3}(?=\s)", line.text)]
    bounds = sorted({line.start, *cuts, line.end})
    parts = [
        Line(
            low,
            high,
            line.text[low - line.start : high - line.start],
            tuple(m for m in line.mentions if low <= m.start and m.end <= high),
        )
        for low, high in itertools.pairwise(bounds)
    ]
    return [_trimmed(part) for part in parts if part.text.strip()]


def _trimmed(line: Line) -> Line:
    text = line.text.strip()
    start = line.start + len(line.text) - len(line.text.lstrip())
    return Line(start, start + len(text), text, line.mentions)


def _by_order(
    mentions: Sequence[Mention], helper_first: bool
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    bodies = [m for m in mentions if m.kind is not Kind.PLACE]
    if len(bodies) < 2:
        bodies = list(mentions)
    if len(bodies) < 2:
        return None
    first, second = (bodies[0],), (bodies[1],)
    return (first, second) if helper_first else (second, first)


def _cells(
    lines: Sequence[Line], at: int, context: frozenset[str]
) -> tuple[list[Claim], int] | None:
    """One cell a line: the heads stand in lines that follow one another."""
    if not is_head(lines[at].text):
        return None
    for before in range(max(0, at - 4), at):
        if lines[before].text.strip() in ("序号", "编号", "序"):
            at = before
            break
    stop = at
    while stop < len(lines) and stop - at < 12 and may_be_head(lines[stop].text):
        if _NUMBER.match(lines[stop].text):
            break
        if lines[stop].mentions and not is_either(lines[stop].text):
            break
        stop += 1
    heads = [line.text.strip() for line in lines[at:stop]]
    columns = columns_of(heads)
    if columns is None:
        return None
    one, two, sure = columns
    pairs: list[tuple[Mention, Mention, int, int]] = []
    numbered = heads[0] in ("序号", "编号", "序")
    row: list[Line] = []
    above: dict[int, Line] = {}
    after = stop
    for after in range(max(at + 1, at + max(one, two) + 1), len(lines) + 1):
        end = after == len(lines)
        if end or re.search(r"[。；，]", lines[after].text) or len(lines[after].text) > 40:
            pairs.extend(_row(row, (one, two), len(heads), above))
            break
        line = lines[after]
        if numbered and _NUMBER.match(line.text):
            pairs.extend(_row(row, (one, two), len(heads), above))
            row = [line]
        elif numbered:
            row.append(line)
        elif is_cell(line):
            row.append(line)
            if len(row) == 2:
                pairs.extend(_row(row, (one, two), len(heads), above))
                row = []
    if not pairs:
        return None
    return _directed(pairs, sure, context), after


def _row(
    row: Sequence[Line], columns: tuple[int, int], width: int, above: dict[int, Line]
) -> list[tuple[Mention, Mention, int, int]]:
    """The pairs of one row whose cells stand on lines of their own."""
    one, two = columns
    if not any(line.text.strip() for line in row[width:]):
        row = row[:width]
    if len(row) == width:
        # every cell is there, empty ones too: 〃 or nothing repeats the cell above
        for column in columns:
            if is_cell(row[column]):
                above[column] = row[column]
            elif row[column].text.strip() and row[column].text.strip() not in SAME:
                above.pop(column, None)
        if not any(is_cell(row[column]) for column in columns):
            return []
        cells = [above[column] for column in columns if column in above]
    else:
        cells = [line for line in row if is_cell(line)]
        if one > two:
            cells.reverse()
        if len(cells) == 2:
            above.update(zip(columns, cells, strict=True))
    if len(cells) != 2:
        return []
    start = min(cell.start for cell in cells)
    end = max(cell.end for cell in cells)
    return [(a, b, start, end) for a in cells[0].mentions for b in cells[1].mentions]


def _dashes(
    lines: Sequence[Line], at: int, context: frozenset[str]
) -> tuple[list[Claim], int] | None:
    """1. 甲校——乙校, line after line, under a heading that speaks of partners."""
    above = "".join(line.text for line in lines[max(0, at - 3) : at])
    if not re.search(r"结对|帮扶|支援|托管|协作", above):
        return None
    pairs: list[tuple[Mention, Mention, int, int]] = []
    after = at
    while after < len(lines):
        line = lines[after]
        if len(line.mentions) != 2:
            break
        one, other = line.mentions
        link = line.text[one.end - line.start : other.start - line.start]
        before = line.text[: one.start - line.start]
        if not _LINK.match(link) or not _DASH.match(before):
            break
        pairs.append((one, other, line.start, line.end))
        after += 1
    return (_directed(pairs, False, context), after) if len(pairs) >= 2 else None


def _directed(
    pairs: Sequence[tuple[Mention, Mention, int, int]], sure: bool, context: frozenset[str]
) -> list[Claim]:
    """The rows of one table all run one way; where the heads do not say, the rows vote."""
    if sure:
        return [_claim(a, b, start, end, True) for a, b, start, end in pairs]
    vote = sum(direction(a, b, context=context) for a, b, _, _ in pairs)
    if vote == 0:
        return [_claim(a, b, start, end, False, pairs[0][2]) for a, b, start, end in pairs]
    return [
        _claim(*((a, b) if vote > 0 else (b, a)), start, end, True) for a, b, start, end in pairs
    ]
