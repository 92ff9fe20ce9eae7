"""Rosters → readings: rows of CSV or TSV become facts, by the heads of their columns.

Title banners, unit and date lines, the example row that forms carry, and totals are passed over
and listed in the notes. A row's passage is its own line of the file.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from ..ontology.dates import PartialDate
from ..ontology.errors import TableError
from ..ontology.identity import source_iri
from ..ontology.records import (
    Assistance,
    Evidence,
    Fact,
    Kind,
    Mention,
    Modality,
    Note,
    NoteKind,
    Posting,
    Reading,
    Secondment,
    Source,
    SourceClass,
    Status,
)
from .resolve import resolve
from .source import Document, read_document
from .suffixes import last_suffix

__all__ = ["read_roster"]

METHOD = "table/heads 1"
HEAD_ROWS = 20
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?")
_EMPTY = frozenset(("", "/", "—", "-", "无", "同上", "〃"))
_REPEATS = frozenset(("同上", "〃"))
_PASSED = re.compile(r"^(示例|例|样例|合计|总计|小计|说明|备注|填表|注)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """The cells of a row and its place in the file."""

    cells: tuple[str, ...]
    start: int
    end: int


def read_roster(path: Path, base: Path) -> Reading:
    """Everything that a roster in CSV or TSV says.

    Columns are known by their heads (``data/table_heads.toml``). A row with a helping and a helped
    body is an assistance; with a person too, a secondment and a post at home. Raises TableError
    when no head row is found among the first 20 rows or no row can be used.
    """
    document = read_document(path, base)
    rows = list(_rows(document, path))
    at = next((n for n, row in enumerate(rows[:HEAD_ROWS]) if len(_columns(row)) >= 2), None)
    if at is None:
        raise TableError("table.no-heads", path=path)
    columns = _columns(rows[at])
    iri = source_iri(document.address)
    facts: list[Fact[Mention]] = []
    mentions: list[Mention] = []
    notes: list[Note] = [_note(document, row, "banner") for row in rows[:at]]
    carried: dict[str, str] = {}
    for row in rows[at + 1 :]:
        if any(_PASSED.match(cell) for cell in row.cells[:2]):
            notes.append(_note(document, row, "example-row"))
            continue
        carried = _values(row, columns, carried)
        made = _facts(document, row, carried)
        if not made:
            notes.append(_note(document, row, "unused-row", NoteKind.NOT_UNDERSTOOD))
        facts.extend(made)
    if not facts:
        raise TableError("table.no-rows", path=path)
    resolved = resolve(iri, mentions, facts, lambda one: one.name)
    banner = " ".join(cell for row in rows[:at] for cell in row.cells if cell)
    source = Source(
        iri=iri,
        address=document.address,
        sha256=document.sha256,
        text=document.raw,
        title=next((cell for row in rows[:at] for cell in row.cells if cell), path.stem),
        issued=_date(banner),
        source_class=SourceClass.ROSTER,
    )
    return Reading(
        source=source,
        entities=resolved.entities,
        facts=resolved.facts,
        notes=(*notes, *resolved.notes),
    )


@cache
def _heads() -> Mapping[str, str]:
    text = (files("bangfu.loaders") / "data" / "table_heads.toml").read_text(encoding="utf-8")
    return {word: name for name, words in tomllib.loads(text).items() for word in words}


def _rows(document: Document, path: Path) -> Iterator[_Row]:
    """The rows that have a cell, each with its first and last character in the file."""
    raw = document.raw
    mark = "\t" if raw.count("\t") > raw.count(",") else ","
    lines = raw.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    reader = csv.reader(io.StringIO(raw, newline=""), delimiter=mark, strict=True)
    done = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            raise TableError("table.not-csv", path=path, line=reader.line_num) from None
        start, end = starts[done], starts[min(reader.line_num, len(lines))]
        done = reader.line_num
        text = raw[start:end]
        if any(cell.strip() for cell in cells):
            cut = len(text.rstrip("\r\n" + mark))
            yield _Row(
                cells=tuple(cell.strip() for cell in cells), start=start, end=start + max(cut, 1)
            )


def _columns(row: _Row) -> dict[str, int]:
    """Column name → position, for the cells that are known heads."""
    bare = (re.sub(r"[*＊\s]|[（(].*?[)）]", "", cell) for cell in row.cells)
    return {_heads()[head]: place for place, head in enumerate(bare) if head in _heads()}


def _values(row: _Row, columns: Mapping[str, int], before: Mapping[str, str]) -> dict[str, str]:
    """The row's cells by column. Merged cells come as empty ones: the bodies carry down."""
    found: dict[str, str] = {}
    for name, place in columns.items():
        cell = row.cells[place] if place < len(row.cells) else ""
        down = cell in _REPEATS or (cell == "" and name in ("helper", "recipient"))
        value = before.get(name, "") if down else cell
        found[name] = "" if value in _EMPTY else value
    return found


def _facts(document: Document, row: _Row, values: Mapping[str, str]) -> list[Fact[Mention]]:
    evidence = (
        Evidence(
            quote=document.raw[row.start : row.end],
            start=row.start,
            end=row.end,
            raw_start=row.start,
            raw_end=row.end,
            method=METHOD,
        ),
    )
    helper, recipient = (_body(values.get(name, ""), row) for name in ("helper", "recipient"))
    since, until = (_date(values.get(name, "")) for name in ("since", "until"))
    programme = None
    if values.get("programme"):
        programme = _mention(Kind.PROGRAMME, values["programme"], row)
    person = _mention(Kind.PERSON, values["person"], row) if values.get("person") else None
    facts: list[Fact[Mention]] = []
    if helper is not None and recipient is not None:
        facts.append(
            Assistance(
                helper=helper,
                recipient=recipient,
                modality=Modality.PAIRING if person is None else Modality.SECONDMENT,
                programme=programme,
                since=since,
                until=until,
                evidence=evidence,
            )
        )
    if person is not None and recipient is not None:
        facts.append(
            Secondment(
                person=person,
                origin=helper,
                destination=recipient,
                title=values.get("title") or None,
                programme=programme,
                since=since,
                until=until,
                evidence=evidence,
            )
        )
    if person is not None and helper is not None:
        facts.append(
            Posting(
                person=person,
                organization=helper,
                title="教师",
                rank=values.get("rank") or None,
                subject=values.get("subject") or None,
                evidence=evidence,
            )
        )
    if person is not None and recipient is not None and values.get("title"):
        facts.append(
            Posting(
                person=person,
                organization=recipient,
                title=values["title"],
                since=since,
                until=until,
                status=Status.UNKNOWN,
                evidence=evidence,
            )
        )
    return facts


def _body(name: str, row: _Row) -> Mention | None:
    """A school or another body, by the ending of its name."""
    if not name:
        return None
    suffix = last_suffix(name)
    kind = suffix.kind if suffix is not None else Kind.INSTITUTION
    return _mention(kind, name, row)


def _mention(kind: Kind, name: str, row: _Row) -> Mention:
    return Mention(kind=kind, name=name, key=name, start=row.start, end=row.end)


def _date(text: str) -> PartialDate | None:
    found = _DATE.search(text)
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups())
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None


def _note(document: Document, row: _Row, reason: str, kind: NoteKind = NoteKind.CUT) -> Note:
    return Note(
        kind=kind,
        reason=reason,
        quote=document.raw[row.start : row.end],
        raw_start=row.start,
        raw_end=row.end,
        start=row.start,
        end=row.end,
    )
