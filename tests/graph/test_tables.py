"""Tables in notebooks."""

from dataclasses import replace

from bangfu.graph.ask import ask
from bangfu.graph.store import Store
from bangfu.graph.tables import AnswerTable


def test_rows_heads_and_coverage_stand_in_the_table(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    shown = AnswerTable(answer, "zh")._repr_html_()
    assert shown.count("<tr>") == len(answer.rows) + 1
    assert "帮扶方" in shown
    assert "旺苍县" in shown
    assert "https://w3id.org" not in shown


def test_nothing_in_a_cell_can_run(corpus: Store) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    hostile = tuple("<img src=x onerror=alert(1)>" for _ in answer.columns)
    shown = AnswerTable(replace(answer, rows=(hostile,)), "en")._repr_html_()
    assert "<img" not in shown
