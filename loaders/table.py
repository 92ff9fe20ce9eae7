"""Rosters → readings: the rows of a workbook, CSV or TSV become facts, by the heads of its columns.

Heads are found by themselves (:mod:`.tables.heads`) or told by a mapping file
(:mod:`.tables.mapping`); one beside the roster, ``<name>.map.toml``, is used without being asked
for. Banners, example and totals rows, footnotes and sheets of notes are passed over and listed in
the notes. The source's text is the grid, a line a row; a row's passage is its line, and the method
of each passage names the cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..ontology.dates import PartialDate
from ..ontology.errors import TableError
from ..ontology.identity import source_iri
from ..ontology.records import Note, NoteKind, Reading, Source, SourceClass
from .resolve import resolve
from .suffixes import last_suffix
from .tables import ROSTERS
from .tables.cells import bare, dates_of, letters
from .tables.findings import Finding
from .tables.grid import Grid, Sheet, read_grid
from .tables.heads import labels_at
from .tables.lines import Line, Page, pages_of
from .tables.mapping import Columns, Mapping, beside, propose, read_mapping, write_mapping
from .tables.rows import Rows, read_page

__all__ = ["ROSTERS", "check_roster", "propose_mapping", "read_roster"]

_BY_HEADS = "table/heads 2"
_BY_HAND = "table/map 1"
_PUT_DOWN = re.compile(
    r"(?:填报|填表|报送|上报|制表)(?:单位|部门|学校)[^:：]*[:：]\s*([^\s:：]{2,40})"
)


def read_roster(
    path: Path, base: Path, *, mapping: Mapping | None = None, basis: str | None = None
) -> Reading:
    """Everything that the roster at `path` says; its address counts from the folder `base`.

    `mapping` comes before one beside the file, and that before what the heads suggest. `basis` is
    the declared ground for holding personal data; it stands in the source's rights with the
    profile, which is ``internal`` unless the mapping says otherwise. Raises TableError for a file
    that is refused or damaged, without heads, or without one usable row; SourceError when it cannot
    be read.
    """
    grid = read_grid(path, base)
    mapping = mapping or _mapping(grid, path)
    mapping = mapping if basis is None else replace(mapping, basis=basis)
    text, pages, rows = _read(grid, mapping, path)
    facts = [fact for one in rows for fact in one.facts]
    if not facts:
        raise TableError("table.no-rows", path=path)
    iri = source_iri(grid.address)
    forms = {key: form for one in reversed(rows) for key, form in one.forms.items()}
    resolved = resolve(iri, (), facts, lambda one: forms.get((one.kind, one.key), one.name))
    used = write_mapping(mapping)
    notes = (*_passed_over(grid, pages, rows), _kept(used, len(text)))
    source = _source(grid, path, iri, text + used, pages, mapping)
    return Reading(
        source=source,
        entities=resolved.entities,
        facts=resolved.facts,
        notes=(*notes, *resolved.notes),
    )


def check_roster(path: Path, *, mapping: Mapping | None = None) -> tuple[Finding, ...]:
    """What a person should look at in the roster, in the order of its cells.

    Raises as :func:`read_roster`, but a roster without a usable row is no error here.
    """
    grid = read_grid(path, path.parent)
    _, _, rows = _read(grid, mapping or _mapping(grid, path), path)
    order = {sheet.name: place for place, sheet in enumerate(grid.sheets)}
    found = [finding for one in rows for finding in one.findings]
    return tuple(sorted(found, key=lambda one: (order[one.sheet], one.row, one.column, one.code)))


def propose_mapping(path: Path) -> Mapping:
    """The mapping that the heads of the roster suggest, for a person to check.

    :func:`.tables.mapping.write_mapping` gives its text. Raises as :func:`read_roster`.
    """
    return propose(read_grid(path, path.parent), path)


def _mapping(grid: Grid, path: Path) -> Mapping:
    own = beside(path)
    return read_mapping(own) if own.exists() else propose(grid, path)


def _read(grid: Grid, mapping: Mapping, path: Path) -> tuple[str, tuple[Page, ...], list[Rows]]:
    """The text, its sheets, and what each sheet that is a table says."""
    known = {sheet.name: sheet for sheet in grid.sheets}
    for table in mapping.tables:
        if table.sheet not in known:
            raise TableError("table.map-sheet", path=path, sheet=table.sheet)
        width = max(map(len, known[table.sheet].rows), default=0)
        if (last := max(table.roles)) >= width:
            raise TableError("table.map-column", path=path, sheet=table.sheet, column=letters(last))
    # A mapping file gives columns; the words above them also tell units (万元) and repeated heads
    tables = {
        table.sheet: replace(table, heads=labels_at(known[table.sheet], *table.head_rows))
        for table in mapping.tables
    }
    shown: list[tuple[Sheet, Columns | None]] = [
        (sheet, tables.get(sheet.name))
        for sheet in grid.sheets
        if not sheet.hidden or sheet.name in tables
    ]
    text, pages = pages_of(shown)
    method = _BY_HAND if mapping.by_hand else _BY_HEADS
    return text, pages, [read_page(page, method) for page in pages if page.columns is not None]


def _source(
    grid: Grid, path: Path, iri: str, text: str, pages: Sequence[Page], mapping: Mapping
) -> Source:
    """The source; title, reporter and date come from the banner of the first table."""
    page = next(page for page in pages if page.columns is not None)
    assert page.columns is not None
    banner = [
        cell for line in page.lines[: page.columns.head_rows[0]] for cell in line.cells if cell
    ]
    titles = [cell for cell in banner if not re.search("[:：]", cell) and len(cell) > 3]
    put_down = [found[1] for cell in banner if (found := _PUT_DOWN.fullmatch(bare(cell)))]
    rights = mapping.profile + (f"; basis: {bare(mapping.basis)}" if mapping.basis else "")
    return Source(
        iri=iri,
        address=grid.address,
        sha256=grid.sha256,
        text=text,
        title=next(iter(titles), None) or next(iter(banner), path.stem),
        # 单位：万元 is a unit, 单位：福清市教育局 a body
        publisher=next((name for name in put_down if last_suffix(name) is not None), None),
        issued=next((said for cell in banner if (said := _day(cell)) is not None), None),
        source_class=SourceClass.ROSTER,
        rights=rights,
    )


def _day(cell: str) -> PartialDate | None:
    """The day of a cell that gives one: 填报日期：2024年9月10日. A title's year is no day."""
    day = dates_of(cell).since
    return day if day is not None and day.day is not None else None


def _passed_over(grid: Grid, pages: Sequence[Page], rows: Sequence[Rows]) -> Iterable[Note]:
    """The rows that are no data, the sheets that are no tables, and the hidden sheets."""
    for one in rows:
        yield from one.notes
    for page in pages:
        used = [line for line in page.lines if line.text]
        if page.columns is None and used:
            yield _note("notes-sheet", page, used[0], used[-1])
    shown = {page.sheet.name for page in pages}
    for sheet in grid.sheets:
        if sheet.name not in shown:
            yield Note(
                kind=NoteKind.CUT, reason="hidden-sheet", quote=sheet.name, raw_start=0, raw_end=0
            )


def _note(reason: str, page: Page, first: Line, last: Line) -> Note:
    return Note(
        kind=NoteKind.CUT,
        reason=reason,
        quote="\n".join(line.text for line in page.lines[first.row : last.row + 1]),
        raw_start=first.start,
        raw_end=last.end,
        start=first.start,
        end=last.end,
    )


def _kept(used: str, at: int) -> Note:
    """The mapping that was used stands at the end of the source's text, and in this note."""
    return Note(
        kind=NoteKind.CUT,
        reason="mapping",
        quote=used,
        raw_start=at,
        raw_end=at + len(used),
        start=at,
        end=at + len(used),
    )
