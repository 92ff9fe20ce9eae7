from __future__ import annotations

import csv
import io

from bangfu.graph.ask import ask
from bangfu.graph.exports.panel import COLUMNS, panel, panel_files
from bangfu.graph.names import find_entity
from bangfu.graph.store import Store, open_store


def test_a_year_holds_or_may_hold_and_never_before_the_start(corpus: Store) -> None:
    found = {
        (one.helper.label, one.recipient.label, one.year): one.certainty.value
        for one in panel(corpus, 2012, 2023, level="body")
        if one.recipient.label == "旺苍县" and "同心树人" in one.programmes
    }
    years = sorted(year for *_, year in found)
    assert years[0] == 2015
    assert "holds" in found.values()
    assert set(found.values()) <= {"holds", "mayHold"}


def test_the_files_are_a_table_a_codebook_and_a_citation(corpus: Store) -> None:
    files = dict(panel_files(corpus, "zh", by="某研究组"))
    rows = list(csv.DictReader(io.StringIO(files["panel.csv"].decode("utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS
    keys = [(row["helper_iri"], row["recipient_iri"], row["year"]) for row in rows]
    assert len(set(keys)) == len(keys)
    for row in rows:
        assert (row["certainty"] == "holds") == (row["facts_holding"] != "0")
        assert len(row["fact"].split()) == int(row["facts_holding"]) + int(row["facts_possible"])
    told = csv.DictReader(io.StringIO(files["codebook.csv"].decode("utf-8-sig")))
    assert [next(iter(row.values())) for row in told] == list(COLUMNS)
    cited = files["CITATION.cff"].decode("utf-8")
    assert cited.startswith("cff-version: 1.2.0\n")
    assert '  - name: "某研究组"' in cited
    assert files == dict(panel_files(corpus, "zh", by="某研究组"))


def test_the_question_gives_the_rows_of_the_panel(corpus: Store) -> None:
    answer = ask(corpus, "panel", "旺苍县", first=2014, last=2021, level="province")
    assert answer.rows
    direct = [
        (one.helper.label, one.recipient.label, str(one.year), str(one.certainty))
        for one in panel(corpus, 2014, 2021, level="province")
        if "四川省" in (one.helper.label, one.recipient.label)
    ]
    assert {row[:4] for row in answer.rows} <= set(direct)
    assert all(int(row[4]) + int(row[5]) == len(row[9].split()) for row in answer.rows)
    assert answer.passages


def test_of_one_place_it_is_that_part_of_the_whole(corpus: Store) -> None:
    for name in ("旺苍县", "四川省", "都安瑶族自治县第二高级中学"):
        about = find_entity(corpus, name).iri
        for level in ("body", "county", "province"):
            whole = list(panel(corpus, level=level, about=about))
            years = [one.year for one in whole]
            some = panel(corpus, min(years), max(years), level=level, about=about)
            assert list(some) == whole != []


def test_an_empty_store_has_no_rows() -> None:
    assert list(panel(open_store(None), 2015, 2020, about="https://e/1")) == []
