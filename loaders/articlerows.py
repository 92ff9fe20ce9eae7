"""The rows of a list of articles, one by one, whatever its encoding: JSON Lines, CSV or TSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from ..ontology.errors import BangfuError, SourceError

__all__ = ["Row", "is_listing", "place_of", "read_rows"]

JSON_LINES = (".jsonl", ".ndjson")
MOST_TEXT = 5_000_000
"""Characters of one row: more is no article."""

_FIELDS = {
    "text": ("text", "正文", "内容", "全文", "content", "body"),
    "title": ("title", "标题", "题名", "headline"),
    "url": ("url", "网址", "链接", "地址", "link", "address"),
    "date": ("date", "日期", "发布日期", "发布时间", "published", "pubdate", "issued"),
    "source": ("source", "来源", "媒体", "发布机构", "publisher", "outlet"),
    "author": ("author", "作者"),
}

_TEXT_HEADS = frozenset(("text", "正文", "全文", "content", "body"))
"""内容 alone is no proof: rosters have columns of that name, for what a training is about."""
_HEAD_BYTES = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article as it stands in the file: its number, its own lines in UTF-8, and its fields."""

    number: int
    data: bytes
    fields: dict[str, str]


def is_listing(path: Path) -> bool:
    """Whether the file is a list of articles: by its ending, or a head 正文 or text in its row 1.

    A CSV without such a head is a roster. False, too, for a file that cannot be read.
    """
    suffix = path.suffix.lower()
    if suffix in JSON_LINES:
        return True
    if suffix not in (".csv", ".tsv"):
        return False
    try:
        with path.open("rb") as file:
            start = file.read(_HEAD_BYTES)
    except OSError:
        return False
    text = _first_line(start)
    return bool(_TEXT_HEADS & {_head(cell) for cell in next(csv.reader([text]), [])}) or bool(
        _TEXT_HEADS & {_head(cell) for cell in text.split("\t")}
    )


def read_rows(path: Path) -> Iterator[Row | BangfuError]:
    """The rows of the list `path`, or what is wrong with each that is none.

    Raises :class:`SourceError` for a file that is no list of articles, or stops being one.
    """
    encoding = _encoding(path)
    rows = _json_rows if path.suffix.lower() in JSON_LINES else _csv_rows
    with path.open(encoding=encoding, newline="") as file:
        yield from rows(file, path)


def place_of(path: Path, number: int) -> str:
    """The row `number` of `path`, as messages name it."""
    return f"{path}#{number}"


def _head(cell: str) -> str:
    return cell.strip().strip("\ufeff\"'* ").lower()


def _known(cell: str) -> str | None:
    return next((name for name, heads in _FIELDS.items() if _head(cell) in heads), None)


def _encoding(path: Path) -> str:
    """UTF-16 by its mark, UTF-8 if the whole file is, else GB18030, as Excel in China writes."""
    if not path.is_file():
        key = "source.folder" if path.is_dir() else "source.missing"
        raise SourceError(key, path=path)
    try:
        with path.open("rb") as file:
            start = file.read(2)
        if start in (b"\xff\xfe", b"\xfe\xff"):
            return "utf-16"
        for encoding in ("utf-8-sig", "gb18030"):
            if _decodes(path, encoding):
                return encoding
    except PermissionError:
        raise SourceError("source.no-permission", path=path) from None
    raise SourceError("source.not-text", path=path, kind="bytes")


def _decodes(path: Path, encoding: str) -> bool:
    try:
        with path.open(encoding=encoding, newline="") as file:
            while part := file.read(1 << 20):
                if "\x00" in part:
                    raise SourceError("source.not-text", path=path, kind="NUL")
    except UnicodeDecodeError:
        return False
    return True


def _first_line(head: bytes) -> str:
    """The first line of a file; a character cut at the end of `head` does not matter."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        text = head.decode("utf-16", "ignore")
    else:
        line = head.split(b"\n", 1)[0]
        try:
            text = line.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = line.decode("gb18030", "ignore")
    return next(iter(text.splitlines()), "")


def _json_rows(file: TextIO, path: Path) -> Iterator[Row | BangfuError]:
    number = 0
    while line := file.readline(MOST_TEXT + 1):
        number += 1
        if len(line) > MOST_TEXT:
            while line and not line.endswith("\n"):
                line = file.readline(MOST_TEXT)
            yield SourceError("document.long-row", path=place_of(path, number), limit=MOST_TEXT)
            continue
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            data = line.encode("utf-8")
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict):
            yield SourceError("document.not-json", path=place_of(path, number))
            continue
        yield Row(
            number=number,
            data=data,
            fields=_named((str(head), _text(value)) for head, value in given.items()),
        )


def _text(value: object) -> str:
    """A value as text; half of a pair of surrogates, which JSON can spell, is no character."""
    text = value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
    return text.encode("utf-8", "replace").decode("utf-8")


def _csv_rows(file: TextIO, path: Path) -> Iterator[Row | BangfuError]:
    csv.field_size_limit(max(csv.field_size_limit(), MOST_TEXT))
    taken: list[str] = []
    head = file.readline(MOST_TEXT)
    mark = "\t" if head.count("\t") > head.count(",") else ","
    file.seek(0)

    def lines() -> Iterator[str]:
        while line := file.readline(MOST_TEXT):
            taken.append(line)
            if sum(map(len, taken)) > MOST_TEXT:
                raise SourceError("document.not-csv", path=place_of(path, number))
            yield line

    number = 1
    reader = csv.reader(lines(), delimiter=mark, strict=True)
    heads: list[str] | None = None
    try:
        for cells in reader:
            if heads is None:
                heads = cells
                if "text" not in map(_known, heads):
                    raise SourceError("document.no-text-column", path=path)
            elif any(cell.strip() for cell in cells):
                data = "".join(taken).encode("utf-8")
                fields = _named(zip(heads, cells, strict=False))
                yield Row(number=number, data=data, fields=fields)
            taken.clear()
            number += 1
    except csv.Error:
        raise SourceError("document.not-csv", path=place_of(path, number)) from None


def _named(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The fields that are known, each from the first column that has it and is not empty."""
    fields: dict[str, str] = {}
    for head, text in pairs:
        name = _known(head)
        if name and text.strip():
            fields.setdefault(name, text)
    return fields
