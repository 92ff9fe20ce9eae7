"""The ledger: one row a fact, with both ends, their places, time, figures and the first passage."""

from __future__ import annotations

from typing import Final

from ...ontology.messages import Lang, say
from ..engine import Store
from .codebook import codebook_rows, heads_of
from .facts import FactRow, Facts, facts_in
from .tabular import Sheet, csv_bytes, workbook_bytes

__all__ = ["COLUMNS", "PASSAGES", "SOURCES", "ledger_csv", "ledger_files", "ledger_workbook"]

_SIDES: Final = ("", "_kind", "_county", "_prefecture", "_province")
COLUMNS: Final = (
    "kind",
    *(f"helper{part}" for part in _SIDES),
    *(f"recipient{part}" for part in _SIDES),
    *("person", "modality", "programme", "status", "since", "until"),
    *("earliest_start", "latest_start", "earliest_end", "latest_end", "last_evidenced"),
    *("figures", "passage", "source_title", "publisher", "issued", "address"),
    *("sources", "voices", "confidence", "stance", "reference", "fact", "helper_iri"),
    "recipient_iri",
)
PASSAGES: Final = (
    *("fact", "helper", "recipient", "quote", "source_title", "publisher", "issued", "address"),
    *("start", "end", "method", "confidence", "stance", "source"),
)
SOURCES: Final = ("source", "address", "source_title", "publisher", "issued", "class", "rights")


def ledger_workbook(store: Store, lang: Lang) -> bytes:
    """An XLSX file: the facts, all their passages, the sources with their rights, the codebook."""
    return workbook_bytes(_sheets(facts_in(store), lang))


def ledger_csv(store: Store, lang: Lang) -> bytes:
    """The first sheet of it alone."""
    _, heads, rows = _sheets(facts_in(store), lang)[0]
    return csv_bytes(heads, rows)


def ledger_files(store: Store, lang: Lang) -> list[tuple[str, bytes]]:
    """The same sheets as CSV files."""
    names = ("facts.csv", "passages.csv", "sources.csv", "codebook.csv")
    sheets = _sheets(facts_in(store), lang)
    return [
        (name, csv_bytes(heads, rows)) for name, (_, heads, rows) in zip(names, sheets, strict=True)
    ]


def _sheets(found: Facts, lang: Lang) -> list[Sheet]:
    rights = [
        (one.iri, one.address, one.title, one.publisher, one.issued, one.kind, one.rights)
        for one in found.sources
    ]
    return [
        (say("export.sheet-facts", lang), heads_of(COLUMNS, lang), map(_row, found.rows)),
        (say("export.sheet-passages", lang), heads_of(PASSAGES, lang), _passages(found)),
        (say("export.sheet-sources", lang), heads_of(SOURCES, lang), rights),
        (
            say("export.sheet-codebook", lang),
            heads_of(("column", "meaning"), lang),
            codebook_rows((*COLUMNS, *PASSAGES, *SOURCES), lang),
        ),
    ]


def _row(row: FactRow) -> list[str]:
    one = row.relation
    first = row.passages[0] if row.passages else None
    told = [one.kind]
    for thing, places in ((row.source, row.source_places), (row.target, row.target_places)):
        around = [places.get(level, "") for level in ("county", "prefecture", "province")]
        told += [thing.label, thing.kind, *around]
    told += [row.person, one.code, row.programme, one.status, one.since, one.until]
    told += [one.earliest_start, one.latest_start, one.earliest_end, one.latest_end]
    told += [one.last_evidenced, "; ".join(row.figures)]
    if first is None:
        told += [""] * 5
    else:
        told += [first.quote, first.title or "", first.publisher or "", first.issued or ""]
        told.append(first.address)
    told += [str(len(one.sources)), str(row.voices), f"{one.confidence:g}"]
    told += ["inferred" if one.inferred else "stated", "yes" if one.reference else "no"]
    return [*told, one.fact, row.source.iri, row.target.iri]


def _passages(found: Facts) -> list[list[str]]:
    rows: list[list[str]] = []
    told: set[tuple[str, str, int, int, str]] = set()
    for row in found.rows:
        for one in row.passages:
            key = (one.fact, one.source, one.start, one.end, one.method)
            if key in told:
                continue
            told.add(key)
            rows.append(
                [
                    one.fact,
                    row.source.label,
                    row.target.label,
                    one.quote,
                    one.title or "",
                    one.publisher or "",
                    one.issued or "",
                    one.address,
                    str(one.start),
                    str(one.end),
                    one.method,
                    f"{one.confidence:g}",
                    one.stance,
                    one.source,
                ]
            )
    return rows
