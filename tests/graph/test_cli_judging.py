"""Judging as a user does it: decide, look, take back, hand on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shell import Run, one_line
from telling import Telling, roster

from bangfu.graph.keep import writing
from bangfu.graph.store import put

ON = ("--why", "同一块校牌", "--who", "李老师", "--when", "2024-05-31")


@pytest.fixture
def told(run: Run, tmp_path: Path) -> Run:
    a, b = roster("a.csv"), Telling("b.txt", "2024")
    a.pairs("海河中学", "东城中学")
    b.pairs("天津海河", "东城初级中学")
    b.post("王志远", "东城初级中学", "校长")
    with writing(tmp_path / "bangfu.db") as store:
        put(store, a.reading())
        put(store, b.reading())
    return run


def helpers(run: Run, name: str) -> list[str]:
    rows = json.loads(run("ask", "who-helps", name, "--json").out)["rows"]
    return sorted(row["helper"] for row in rows)


def test_a_judgement_takes_effect_at_once_and_so_does_its_undoing(
    told: Run, tmp_path: Path
) -> None:
    before = told("export", "nquads").out
    assert helpers(told, "东城中学") == ["海河中学"]
    done = told("judge", "东城中学", "same", "东城初级中学", *ON, lang="zh")
    assert done.code == 0, done
    assert helpers(told, "东城中学") == helpers(told, "东城初级中学") == ["天津海河", "海河中学"]
    (line,) = (tmp_path / "judgements.tsv").read_text(encoding="utf-8").splitlines()[1:]
    assert line.split("\t")[3:] == ["李老师", "2024-05-31", "同一块校牌"]
    listed = told("judge", "--list", lang="zh").out
    for word in ("东城中学", "东城初级中学", "相同", "李老师", "同一块校牌"):
        assert word in listed
    assert told("judge", "--undo", "东城初级中学", "东城中学").code == 0
    assert helpers(told, "东城中学") == ["海河中学"]
    assert told("export", "nquads").out == before


def test_refusals_are_one_line(told: Run, tmp_path: Path) -> None:
    assert told("judge", "东城中学", "same", "东城初级中学", *ON).code == 0
    path = tmp_path / "judgements.tsv"
    before = path.read_bytes()
    both = told("judge", "东城中学", "different", "东城初级中学", *ON, lang="zh")
    assert "a.csv、b.txt" in one_line(both)
    apart = told("judge", "东城中学@a.csv", "different", "东城初级中学@b.txt", *ON, lang="zh")
    assert "不能并存" in one_line(apart)
    for words in (
        ("东城中学", "same"),
        ("东城中学", "gleich", "海河中学", *ON),
        ("东城中学", "same", "海河中学"),
        ("没有这所", "same", "海河中学", *ON),
        ("东城中学@a.csv", "same", "天津海河@a.csv", *ON),
        ("东城中学", "same", "海河中学", "--why", "试", "--on", "昨天"),
        ("--undo", "海河中学", "天津海河"),
    ):
        one_line(told("judge", *words))
    assert path.read_bytes() == before


def test_within_a_source_things_are_told_apart(told: Run) -> None:
    done = told("judge", "东城初级中学@b.txt", "different", "海河中学@a.csv", *ON, "--json")
    said = json.loads(done.out)["judgement"]
    assert said["decision"] == "different"
    listed = json.loads(told("judge", "--list", "--json").out)["judgements"]
    assert [(one["labelA"], one["labelB"]) for one in listed] == [("东城初级中学", "海河中学")]


def test_judgements_go_out_and_come_back(told: Run, tmp_path: Path) -> None:
    told("judge", "东城中学", "same", "东城初级中学", *ON)
    told("judge", "海河中学", "unsure", "天津海河", *ON)
    path, out = tmp_path / "judgements.tsv", tmp_path / "x.sssom.tsv"
    before = path.read_bytes()
    assert told("judgements", "--export", out).code == 0
    assert "东城初级中学" in out.read_text(encoding="utf-8")
    one_line(told("judgements", "--export", out))
    path.unlink()
    assert told("judgements", "--import", out).code == 0
    assert path.read_bytes() == before
    one_line(told("judgements"))
    one_line(told("judgements", "--import", tmp_path / "none.tsv"))


def test_review_lists_where_there_is_no_terminal(told: Run, tmp_path: Path) -> None:
    listed = told("review", lang="zh")
    assert listed.code == 0
    found = json.loads(told("review", "--json").out)["pairs"]
    for one in found:
        assert one["a"]["label"] in listed.out
    page = tmp_path / "r.html"
    assert told("review", "--html", page).code == 0
    assert page.read_text(encoding="utf-8").count("<section>") == len(found)
    one_line(told("review", "--html", page))
    rows = json.loads(told("ask", "review", "--json").out)["rows"]
    assert len(rows) == len(found)
