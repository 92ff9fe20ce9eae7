"""Lists of articles, one a row: JSON Lines, or CSV and TSV with a column that holds the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..ontology.dates import PartialDate
from ..ontology.errors import BangfuError, SourceError
from .articlerows import Row, place_of, read_rows
from .received import address_of, sha256_of
from .source import Document

__all__ = ["read_listing"]

_DAY = re.compile(r"((?:19|20)\d{2})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]{3,2000}")
_HTML = re.compile(r"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<p[\s>]", re.IGNORECASE)


def read_listing(path: Path, base: Path) -> Iterator[Document | BangfuError]:
    """The articles in a list, in its order, or what is wrong with each that is none.

    An article's address is its URL, or ``list.csv#3`` for row 3, counted as a spreadsheet counts
    (the heads are row 1; in JSON Lines each line is a row). `sha256` is of the row alone, so
    that a changed list changes only the articles that changed. Rows are read one by one: the list
    may be larger than memory. Raises :class:`SourceError` for a file that is no list at all.
    """
    address = address_of(path, base)
    seen: dict[str, int] = {}
    for row in read_rows(path):
        document = row if isinstance(row, BangfuError) else _document(row, address, path)
        if isinstance(document, Document) and isinstance(row, Row):
            first = seen.setdefault(document.address, row.number)
            if first != row.number:
                document = SourceError(
                    "document.same-address",
                    path=place_of(path, row.number),
                    address=document.address,
                    row=first,
                )
        yield document


def _document(row: Row, address: str, path: Path) -> Document | BangfuError:
    fields = row.fields
    raw = fields.get("text", "")
    if not re.search(r"\w", raw):
        return SourceError("document.no-text", path=place_of(path, row.number))
    if "\x00" in raw:
        return SourceError("source.not-text", path=place_of(path, row.number), kind="NUL")
    url = fields.get("url", "").strip()
    return Document(
        address=url if _WEB.fullmatch(url) else f"{address}#{row.number}",
        name=f"{path.name}#{row.number}",
        sha256=sha256_of(row.data),
        raw=raw,
        media_type="text/html" if _HTML.search(raw, 0, 4000) else "text/plain",
        title=_one_line(fields.get("title")),
        publisher=_one_line(fields.get("source")),
        author=_one_line(fields.get("author")),
        issued=_date(fields.get("date")),
    )


def _one_line(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None


def _date(text: str | None) -> PartialDate | None:
    found = _DAY.search(text or "")
    if found is None:
        return None
    try:
        return PartialDate(*(int(part) for part in found.groups() if part))
    except ValueError:
        return None
