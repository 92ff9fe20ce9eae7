"""Where a table's heads stand and what they mean.

Forms come with a banner, lines for unit, reporter and date, ornament, and heads in one to three
rows of which the upper ones span columns. The heads are the rows among the first twenty whose
joined words name the most columns.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from unicodedata import normalize

from .grid import Sheet

__all__ = ["HEAD_ROWS", "Heads", "find_heads", "label", "labels_at", "role_of"]

HEAD_ROWS = 20
DEEPEST = 3
_MAIN = frozenset(
    (
        "person",
        "helper",
        "recipient",
        "home",
        "host",
        "programme",
        "helper_place",
        "recipient_place",
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heads:
    """The rows `first` to `last`, from 0, hold the heads; `labels` joins them by column."""

    first: int
    last: int
    labels: Mapping[int, str]


def find_heads(sheet: Sheet) -> Heads | None:
    """The heads of the sheet; None when fewer than two columns of a table can be named."""
    best: tuple[int, int, int, int] | None = None
    found: Heads | None = None
    for first in range(min(HEAD_ROWS, len(sheet.rows))):
        if any(top < first <= bottom for top, _, bottom, _ in sheet.merges or ()):
            continue  # heads do not begin in the middle of a merged cell
        for depth in range(1, DEEPEST + 1):
            last = first + depth - 1
            if last >= min(HEAD_ROWS, len(sheet.rows)):
                break
            labels = _joined(sheet, first, last)
            if labels is None:
                break
            roles = [role for text in labels.values() if (role := role_of(text)) is not None]
            named = len({role for role in roles if role not in ("private", "number")})
            if named < 2 or not _MAIN.intersection(roles):
                continue
            # Equally good: the most columns, the fewest rows, the ones nearest to the top
            score = (named, len(roles), -depth, -first)
            if best is None or score > best:
                best, found = score, Heads(first=first, last=last, labels=labels)
    return found


def labels_at(sheet: Sheet, first: int, last: int) -> dict[int, str]:
    """The heads in the rows `first` to `last` (from 0), which somebody has said hold them."""
    joined = _joined(sheet, first, last) if last < len(sheet.rows) else None
    if joined is not None:
        return joined
    row = sheet.rows[last] if last < len(sheet.rows) else ()
    return {column: cell for column, cell in enumerate(row) if cell}


@lru_cache(maxsize=4096)
def label(cell: str) -> str:
    """A head without marks, spaces and brackets: ``*派出 单位（全称）`` → ``派出单位``."""
    text = re.sub(r"[*★※☆●\s:]|^\d{1,2}[.、]", "", normalize("NFKC", cell))
    return re.sub(r"[(\[【].*?[)\]】]", "", text)


@lru_cache(maxsize=4096)
def role_of(head: str) -> str | None:
    """The role of a column with this head, None when it is not known.

    Heads over heads are parted by ``|``: together they say most, else the lowest counts.

    >>> role_of("支援方|学校"), role_of("甲方|*派出单位"), role_of("手机号码"), role_of("天气")
    ('helper', 'home', 'private', None)
    """
    for words in dict.fromkeys((head.replace("|", ""), head.rpartition("|")[2])):
        text = label(words)
        if 0 < len(text) <= 24:
            for role, pattern in _patterns().items():
                if pattern.fullmatch(text):
                    return role
    return None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    text = (files("bangfu.loaders") / "data" / "table_heads.toml").read_text(encoding="utf-8")
    return {role: re.compile("|".join(words)) for role, words in tomllib.loads(text).items()}


def _joined(sheet: Sheet, first: int, last: int) -> dict[int, str] | None:
    """The heads of each column from the top down, parted by ``|``; None if they do not stack.

    In a stack, a row below fills only columns whose head above spans several columns or is the
    same merged cell; anything else is a row of data.
    """
    width = max(len(sheet.rows[row]) for row in range(first, last + 1))
    above = _across(sheet, first, width, first < last)
    labels = {column: [text] for column, text in enumerate(above) if text}
    for row in range(first + 1, last + 1):
        here = _across(sheet, row, width, row < last)
        plain = sheet.rows[row] + ("",) * (width - len(sheet.rows[row]))
        shared = {text for text in above if above.count(text) > 1}
        if not any(plain[column] and plain[column] != above[column] for column in range(width)):
            return None
        for column in range(width):
            text = here[column]
            if not text or text == above[column]:
                continue
            if above[column] and above[column] not in shared:
                return None
            labels.setdefault(column, []).append(text)
        above = [text or above[column] for column, text in enumerate(here)]
    return {column: "|".join(texts) for column, texts in sorted(labels.items())}


def _across(sheet: Sheet, number: int, width: int, spans: bool) -> list[str]:
    """A row of heads; where it `spans` others, repeated over the columns that they span."""
    row = list(sheet.rows[number]) + [""] * (width - len(sheet.rows[number]))
    if sheet.merges is not None:
        for top, left, bottom, right in sheet.merges:
            if top <= number <= bottom and left < width:
                row[left : right + 1] = [row[left]] * (min(right + 1, width) - left)
        return row
    below = sheet.rows[number + 1] if spans else ()
    for column in range(1, min(width, len(below))):
        # Without merged cells, an empty head over a used one belongs to the head on its left
        if not row[column] and below[column] and row[column - 1] and below[column - 1]:
            row[column] = row[column - 1]
    return row
