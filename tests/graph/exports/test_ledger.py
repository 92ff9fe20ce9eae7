from __future__ import annotations

import csv
import io

import pytest
from openpyxl import load_workbook

from bangfu.graph.derive import derive
from bangfu.graph.exports.ledger import COLUMNS, ledger_csv, ledger_files, ledger_workbook
from bangfu.graph.store import Store, open_store
from bangfu.ontology.nt import literal
from bangfu.ontology.terms import BF, ID, RDF_TYPE, SKOS_PREF_LABEL


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_a_fact_is_a_row_with_both_ends_their_places_and_its_first_passage(corpus: Store) -> None:
    rows = read(ledger_csv(corpus, "en"))
    assert tuple(rows[0]) == COLUMNS
    wangcang = [row for row in rows if row["kind"] == "assistance" and row["recipient"] == "旺苍县"]
    assert wangcang
    for row in wangcang:
        assert row["recipient_county"] == "旺苍县"
        assert row["recipient_prefecture"] == "广元市"
        assert row["recipient_province"] == "四川省"
        assert row["passage"]
        assert int(row["voices"]) <= int(row["sources"])
    assert any(row["programme"] == "同心树人" and row["since"] == "2015" for row in wangcang)


def test_the_workbook_holds_facts_all_passages_sources_and_codebook(corpus: Store) -> None:
    data = ledger_workbook(corpus, "zh")
    assert data == ledger_workbook(corpus, "zh")
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["事实", "原文", "来源与权利", "说明"]
    facts, passages, sources, codes = (list(book[name].values) for name in book.sheetnames)
    told = {row[COLUMNS.index("fact")] for row in facts[1:]}
    assert len(facts) - 1 == len(read(ledger_csv(corpus, "en")))
    assert {row[0] for row in passages[1:]} == told
    assert len(sources) > 4
    assert {row[0] for row in codes[1:]} >= {
        cell for row in (facts[0], passages[0]) for cell in row
    }
    assert all(cell.data_type in "sn" for sheet in book for line in sheet for cell in line)


@pytest.mark.parametrize("evil", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_runs(evil: str) -> None:
    with open_store(None) as store:
        a, b, fact, proof, source = (
            f"{ID}{one}" for one in ("place/1", "place/2", "assistance/1", "evidence/1", "source/1")
        )
        triples = [
            (f"<{s}>", f"<{p if p.startswith('http') else BF + p}>", o)
            for s, p, o in (
                (source, RDF_TYPE, f"<{BF}Source>"),
                (a, RDF_TYPE, f"<{BF}Place>"),
                (b, RDF_TYPE, f"<{BF}Place>"),
                (a, SKOS_PREF_LABEL, literal(evil, language="zh")),
                (b, SKOS_PREF_LABEL, literal("县", language="zh")),
                (fact, RDF_TYPE, f"<{BF}Assistance>"),
                (fact, "helper", f"<{a}>"),
                (fact, "recipient", f"<{b}>"),
                (fact, "evidence", f"<{proof}>"),
                (proof, "source", f"<{source}>"),
                (proof, "confidence", '"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>'),
            )
        ]
        store.put(source, triples)
        derive(store)
        (row,) = read(ledger_csv(store, "en"))
        assert row["helper"] == f"'{evil}"
        book = load_workbook(io.BytesIO(ledger_workbook(store, "en")))
        cell = book["facts"]["B2"]
        assert cell.data_type == "s"
        assert str(cell.value).endswith(evil.strip())


def test_as_files_it_is_the_same_sheets(corpus: Store) -> None:
    names = [name for name, _ in ledger_files(corpus, "en")]
    assert names == ["facts.csv", "passages.csv", "sources.csv", "codebook.csv"]
    assert dict(ledger_files(corpus, "en"))["facts.csv"] == ledger_csv(corpus, "en")
