from __future__ import annotations

import io
from dataclasses import replace

from openpyxl import load_workbook

from bangfu.graph.ask import ask, coverage_line
from bangfu.graph.sheets import PASSAGE_HEADS, answer_workbook, passage_rows
from bangfu.graph.store import Store


def test_rows_passages_and_coverage_stand_on_two_sheets(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    book = load_workbook(io.BytesIO(answer_workbook(answer, "zh")))
    assert book.sheetnames == ["答案", "原文"]
    rows = [[cell.value or "" for cell in row] for row in book["答案"].iter_rows()]
    assert rows[0] == [column.label["zh"] for column in answer.question.columns]
    assert rows[1][0] == "九三学社天津市委员会"
    assert "教学" in rows[1]
    assert coverage_line(answer, "zh") in [row[0] for row in rows]
    passages = [[cell.value or "" for cell in row] for row in book["原文"].iter_rows()]
    assert len(passages) == 1 + len(passage_rows(answer)) == 3
    assert {row[1] for row in passages[1:]} == {
        one.quote for some in answer.passages.values() for one in some
    }
    assert len(passages[0]) == len(PASSAGE_HEADS)


def test_nothing_in_a_workbook_can_run(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    hostile = tuple("=1+1" if at % 2 else "@SUM(A1)\x07\ud800" for at in range(len(answer.columns)))
    data = answer_workbook(replace(answer, rows=(hostile,)), "en")
    book = load_workbook(io.BytesIO(data))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    assert book["answer"]["B2"].value == "=1+1"
    assert book["answer"]["A2"].value == "@SUM(A1)□□"


def test_the_same_answer_gives_the_same_bytes(corpus: Store) -> None:
    answer = ask(corpus, "evidence", "旺苍县")
    assert answer_workbook(answer, "zh") == answer_workbook(answer, "zh")
    assert answer_workbook(answer, "zh") != answer_workbook(answer, "en")
