"""What the shell prints of rows, sources and findings."""

import json

import pytest

from bangfu.graph.ask import ask
from bangfu.graph.checking import StoreFinding
from bangfu.graph.show import show_answer, show_findings, show_rows, show_sources
from bangfu.graph.store import Rows, Store
from bangfu.ontology.check import Finding

ROWS = Rows(("a", "b"), (('"旺苍县"@zh', None), ("<urn:x>", '"=1+1"')))


def test_rows_in_each_form(capsys: pytest.CaptureFixture[str]) -> None:
    show_rows(ROWS, "json")
    assert json.loads(capsys.readouterr().out)["rows"] == [
        {"a": "旺苍县", "b": None},
        {"a": "urn:x", "b": "=1+1"},
    ]
    show_rows(ROWS, "tsv")
    assert capsys.readouterr().out == "a\tb\n旺苍县\t\nurn:x\t'=1+1\n"
    show_rows([("<urn:s>", "<urn:p>", '"o"')], "csv")
    assert capsys.readouterr().out == "subject,predicate,object\r\nurn:s,urn:p,o\r\n"


def test_an_answer_is_a_table_or_json(corpus: Store, capsys: pytest.CaptureFixture[str]) -> None:
    answer = ask(corpus, "who-helps", "旺苍县")
    show_answer(answer, "zh", as_json=False)
    shown = capsys.readouterr().out
    assert "帮扶方" in shown
    assert answer.rows[0][0] in shown
    show_answer(answer, "zh", as_json=True)
    told = json.loads(capsys.readouterr().out)
    assert [list(row.values()) for row in told["rows"]] == [list(row) for row in answer.rows]
    assert told["coverage"]["sources"] == answer.coverage.sources


def test_sources(corpus: Store, capsys: pytest.CaptureFixture[str]) -> None:
    show_sources(corpus, "en", as_json=True)
    assert len(json.loads(capsys.readouterr().out)["sources"]) == 4


@pytest.mark.parametrize("as_json", [True, False])
def test_findings_give_the_number_of_violations(
    corpus: Store, capsys: pytest.CaptureFixture[str], as_json: bool
) -> None:
    finding = Finding(
        severity="violation",
        shape="s",
        focus="urn:f",
        path=None,
        message_zh="缺少依据",
        message_en="no evidence",
        value=None,
    )
    found = StoreFinding(finding=finding, source="urn:g", address="a.txt", title=None, quote="原文")
    assert show_findings(corpus, [found], "zh", as_json=as_json) == 1
    out = capsys.readouterr().out
    assert "缺少依据" in out
    assert "a.txt" in out
