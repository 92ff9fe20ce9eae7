"""Single cells: dates as people write them, sums of money, and what must never be kept."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from unicodedata import normalize

from ...ontology.dates import PartialDate

__all__ = ["HIDDEN", "Dated", "amount_of", "bare", "dates_of", "letters", "masked"]

HIDDEN = "***"
"""Stands in texts and quotes for what is not kept."""
_EPOCH = date(1899, 12, 30)
"""Day 0 of the serial dates of spreadsheets (ECMA-376 part 1, 18.17.4.1, 1900 system)."""
_YEARS = (1978, 2100)
_MANY = re.compile(r"\d{7}")
_SECRET = re.compile(
    r"(?<![\dA-Za-z])(?:\d{17}[\dXxＸｘ]|\d{15,19}|(?:\+?86)?1[3-9]\d{9}|0\d{2,3}[-－—]\d{7,8}"
    r"|1[3-9]\d[- ]\d{4}[- ]\d{4})(?!\d)"
)
_TOKEN = re.compile(
    r"(?<!\d)((?:19|20)\d{2})(?!\d)"
    r"(?:\s*[-/.年]\s*(\d{1,2})(?!\d)(?:\s*[-/.月]\s*(\d{1,2})(?!\d))?)?"
)
_LATER_MONTH = re.compile(r"[-–—~至到]\s*(\d{1,2})\s*月")
_SERIAL = re.compile(r"[2-7]\d{4}(?:\.\d+)?")
_OPEN = re.compile(r"至今|今|长期|待定|未定|不限")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a cell says of time. `fault` is a code of a finding, None when all is well."""

    since: PartialDate | None = None
    until: PartialDate | None = None
    fault: str | None = None


def letters(column: int) -> str:
    """The letters of a column that counts from 0.

    >>> letters(0), letters(27)
    ('A', 'AB')
    """
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text


@lru_cache(maxsize=65536)
def bare(cell: str) -> str:
    """The cell in half-width forms and without space around it or within Chinese."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+(?=[^\x00-\x7f])", "", normalize("NFKC", cell).strip())


def masked(text: str) -> str:
    """`text` with numbers of identity cards, bank cards and telephones made unreadable."""
    if not _MANY.search(text) and "-" not in text and " " not in text:
        return text
    return _SECRET.sub(HIDDEN, text)


@lru_cache(maxsize=65536)
def dates_of(cell: str) -> Dated:
    """Years, months, days, spreadsheets' serial days and periods (2024.09-2025.07).

    2024.1 from a number is January or October: only the year is kept, with the fault
    ``doubtful-date``. What no calendar has is ``impossible-date``, anything else that says no date
    ``unreadable-date``.
    """
    text = bare(cell)
    if not text:
        return Dated()
    if _SERIAL.fullmatch(text):
        day = _EPOCH + timedelta(days=int(float(text)))
        return Dated(since=PartialDate(day.year, day.month, day.day))
    if re.fullmatch(r"(?:19|20)\d{4}(?:\d{2})?", text):
        text = "-".join(part for part in (text[:4], text[4:6], text[6:]) if part)
    found = list(_TOKEN.finditer(text))
    if not found:
        return Dated(fault=None if _OPEN.fullmatch(text) else "unreadable-date")
    fault = "doubtful-date" if re.fullmatch(r"\d{4}\.1", text) else None
    dates = []
    for token in found[:2]:
        parts = [None if part is None else int(part) for part in token.groups()]
        try:
            if fault:
                parts[1:] = [None, None]
            dates.append(PartialDate(parts[0] or 0, parts[1], parts[2]))
        except ValueError:
            return Dated(fault="impossible-date")
        if not _YEARS[0] <= dates[-1].year <= _YEARS[1]:
            return Dated(fault="impossible-date")
    if len(dates) == 1 and (later := _LATER_MONTH.search(text, found[0].end(1))) is not None:
        if not 1 <= int(later[1]) <= 12:
            return Dated(fault="impossible-date")
        dates.append(PartialDate(dates[0].year, int(later[1])))
    return Dated(since=dates[0], until=dates[1] if len(dates) > 1 else None, fault=fault)


def amount_of(cell: str, head: str) -> int | None:
    """Whole yuan: the scale stands in the cell (3.5万元) or in the head (金额（万元）).

    None when the cell gives no single number or the sum is not whole.
    """
    found = re.fullmatch(
        r"(?:人民币|¥|￥|约|价值)*(\d[\d,]*(?:\.\d+)?)(亿|万|千)?(?:元|元人民币|元整)?", bare(cell)
    )
    if found is None:
        return None
    scale = found[2] or next((sign for sign in "亿万千" if sign + "元" in head), "")
    factor = {"": 1, "千": 1000, "万": 10_000, "亿": 100_000_000}[scale]
    try:
        value = Decimal(found[1].replace(",", "")) * factor
    except InvalidOperation:
        return None
    return int(value) if value == value.to_integral_value() and value > 0 else None
