"""The commands about people as a user runs them."""

import json
from pathlib import Path

import pytest
from leaky import leaky_store
from shell import Run, one_line

NAME = "凌霜降"


@pytest.fixture
def stored(tmp_path: Path) -> Path:
    return leaky_store(tmp_path)


def test_forget_audit_and_the_answers(stored: Path, run: Run) -> None:
    done = run("forget", NAME, "--who", "王", "--when", "2024-06-01", "--json")
    assert done.code == 0, done.err
    told = json.loads(done.out)
    assert told["sources"] == 2
    assert NAME not in run("export").out
    assert NAME not in run("ask", "about", "旺苍县第一中学").out
    rows = json.loads(run("audit", "--json").out)["decisions"]
    assert rows == [{"when": "2024-06-01", "who": "王", "what": "forget", "about": told["id"],
                     "why": "request"}]  # fmt: skip
    assert NAME in one_line(run("forget", NAME))


def test_correct_set_and_undo(stored: Path, run: Run) -> None:
    before = run("export").out
    fact = next(
        word.strip("<>").rpartition("/id/")[2]
        for word in before.split()
        if "/id/assistance/" in word
    )
    done = run("correct", fact, "--set", "until=2030-01", "--why", "查实", "--when", "2024")
    assert done.code == 0, done.err
    assert '"2030-01"' in run("export").out
    assert run("correct", fact, "--wrong").code == 0
    assert not [line for line in run("export").out.splitlines() if f"/{fact}> <" in line[:80]]
    assert run("correct", fact, "--undo").code == 0
    assert run("export").out == before
    whats = [row["what"] for row in json.loads(run("audit", "--json").out)["decisions"]]
    assert whats == ["correct until=2030-01", "correct wrong", "undo"]


def test_bad_input_is_one_line(stored: Path, run: Run) -> None:
    assert "--wrong" in one_line(run("correct", "posting/1"))
    assert "posting/1" in one_line(run("correct", "posting/1", "--wrong"))
    assert "posting/1" in one_line(run("correct", "posting/1", "--undo"))
    assert "since" in one_line(run("correct", "posting/1", "--set", "since"))
    assert "because" in one_line(run("forget", NAME, "--why", "because"))
    assert "gestern" in one_line(run("forget", NAME, "--when", "gestern"))
    assert "nobody decided" not in run("audit").err


def test_whom_publication_would_leave_out(stored: Path, run: Run) -> None:
    done = run("ask", "redactions", "--json")
    assert done.code == 0, done.err
    rows = json.dumps(json.loads(done.out)["rows"], ensure_ascii=False)
    for name in (NAME, "欧阳听雪", "顾云起"):
        assert name in rows
    assert "沈校之" not in rows
    assert NAME not in run("ask", "redactions", "--json", "--profile", "public").out


def test_marked_papers_are_refused(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "paper.txt"
    text = "天津市教育局帮扶旺苍县。天津市第一中学与旺苍县第一中学结对。"
    paper.write_text(f"秘密★5年\n\n关于帮扶工作的通知\n\n{text}\n", encoding="utf-8")
    done = run("load", paper)
    assert done.code == 2
    assert "秘密★5年" in done.err
    assert run("extract", paper, "--out", tmp_path / "out").code == 2
    assert run("load", paper, "--allow-marked").code == 0
