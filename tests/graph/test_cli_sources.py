"""The commands for other sources: reference, rosters, archives, RDF, projects, places."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from bench import SAMPLE
from shell import Run, one_line

from bangfu.graph.store import open_store
from bangfu.ontology.terms import DERIVED_GRAPH


def test_a_place_by_name_and_date(run: Run) -> None:
    told = json.loads(run("place", "张家川", "--json").out)
    assert (told["status"], told["candidates"][0]["adcode"]) == ("sure", "620525")
    several = run("place", "鼓楼", lang="zh")
    assert several.code == 3
    assert "南京市" in several.out
    unknown = run("place", "桃花源县")
    assert (unknown.code, unknown.out) == (2, "")
    assert "毕节市七星关区" in run("place", "毕节市", "--on", "2005").out
    assert "2005-13" in one_line(run("place", "毕节市", "--on", "2005-13"))


def test_reference_is_told_apart_and_left_out(run: Run, tmp_path: Path) -> None:
    assert run("load", SAMPLE / "s08-mirror.txt").code == 0
    assert run("load-reference").code == 0
    with_tables = json.loads(run("ask", "who-helps", "纳雍县", "--json").out)["rows"]
    without = json.loads(run("ask", "who-helps", "纳雍县", "--no-reference", "--json").out)["rows"]
    assert {row["basis"] for row in without} == {"report"}
    assert {row["basis"] for row in with_tables} == {"report", "reference"}
    pages = []
    for option in ("--reference", "--no-reference"):
        assert run("draw", "纳雍县", option, "--out", f"{option}.html").code == 0
        pages.append((tmp_path / f"{option}.html").read_text(encoding="utf-8"))
    assert "reference/pairs" in pages[0]
    assert "reference/pairs" not in pages[1]
    gaps = json.loads(run("ask", "coverage", "160", "--json").out)["rows"]
    assert len(gaps) == 160
    missing = one_line(run("load-reference", "--list", "none.toml", "--quiet"), code=3)
    assert "none.toml" in missing


def test_a_roster_is_proposed_and_checked(run: Run, tmp_path: Path) -> None:
    drafted = run("table", SAMPLE / "roster.csv", "--propose", "--out", "r.map.toml")
    assert drafted.code == 0
    assert 'B = "person"' in (tmp_path / "r.map.toml").read_text(encoding="utf-8")
    assert run("table", SAMPLE / "roster.csv", "--map", "r.map.toml").code == 0
    bad = tmp_path / "bad.csv"
    bad.write_text(
        "姓名,派出单位,受援单位,起始时间,结束时间\n李可,旺苍县第一中学,昭觉县民族中学,2024-09,2023-07\n",
        encoding="utf-8",
    )
    checked = run("table", "bad.csv", "--json")
    assert checked.code == 3
    assert len(json.loads(checked.out)["findings"]) >= 1
    one_line(run("table", "none.xlsx"))


def test_an_archive_and_rdf_come_in_by_load(run: Run, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.write(SAMPLE / "s01-agreement.txt", "one.txt")
        archive.write(SAMPLE / "s05-groups.txt", "two.txt")
    assert json.loads(run("load", "z.zip", "--json").out)["added"] == 2
    assert run("export", "--with-text", "--out", "all.nq").code == 0
    told = run("load", "all.nq", "--store", "again.db", "--json")
    assert json.loads(told.out)["added"] == 2
    assert run("export", "--with-text", "--out", "again.nq", "--store", "again.db").code == 0
    assert (tmp_path / "all.nq").read_bytes() == (tmp_path / "again.nq").read_bytes()
    (tmp_path / "bad.ttl").write_text("<a> <b> .", encoding="utf-8")
    assert "bad.ttl" in one_line(run("load", "bad.ttl"))


def test_a_project_is_built_once(run: Run, tmp_path: Path) -> None:
    project = tmp_path / "bangfu.toml"
    project.write_text(
        f'store = "p.db"\n[[source]]\npath = "{SAMPLE.as_posix()}"\n', encoding="utf-8"
    )
    first = json.loads(run("build", "--json").out)
    assert (first["read"], first["added"], first["failed"]) == (10, 10, [])
    again = json.loads(run("build", "--json").out)
    assert (again["read"], again["unread"]) == (0, 10)
    with open_store(tmp_path / "p.db", read_only=True) as store:
        assert store.triples(DERIVED_GRAPH)
    assert "none.toml" in one_line(run("build", "none.toml"))
    elsewhere = json.loads(run("build", "--json", "--store", "else/where.db").out)
    assert (elsewhere["added"], elsewhere["store"]) == (10, "else/where.db")


def test_a_fault_of_the_program_costs_one_file(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("in the reader")

    monkeypatch.setattr("bangfu.loaders.rdf.quads_of", broken)
    shutil.copy(SAMPLE / "s01-agreement.txt", tmp_path)
    (tmp_path / "odd.ttl").write_text("<a:b> <a:c> <a:d> .", encoding="utf-8")
    (tmp_path / "bangfu.toml").write_text(
        '[[source]]\npath = "odd.ttl"\n[[source]]\npath = "s01-agreement.txt"\n', encoding="utf-8"
    )
    for command in (("build",), ("load", ".", "--store", "other.db")):
        done = run(*command, "--json")
        assert (done.code, json.loads(done.out)["added"]) == (3, 1)
        assert "odd.ttl" in done.err
        assert "ZeroDivisionError" in done.err
        assert "Traceback" not in done.err


@pytest.mark.parametrize("url", ["ftp://127.0.0.1/x", "http://127.0.0.1:1/sparql"])
def test_an_endpoint_that_cannot_be_asked(run: Run, url: str) -> None:
    query = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    one_line(run("load-sparql", url, query))


def test_a_repost_is_no_second_voice(run: Run, tmp_path: Path) -> None:
    text = (SAMPLE / "s01-agreement.txt").read_text(encoding="utf-8")
    (tmp_path / "first.txt").write_text(text, encoding="utf-8")
    (tmp_path / "second.txt").write_text("转自：某网\n" + text, encoding="utf-8")
    assert run("load", "first.txt", "second.txt").code == 0
    rows = json.loads(run("ask", "who-helps", "马边彝族自治县", "--json").out)["rows"]
    told_twice = [row for row in rows if row["sources"] == "2"]
    assert told_twice
    assert {row["voices"] for row in told_twice} == {"1"}


def test_the_passage_shown_states_the_relation(run: Run) -> None:
    """What another sentence adds (a programme's name) proves no relation by itself."""
    assert run("load", SAMPLE / "s08-mirror.txt").code == 0
    (row,) = json.loads(run("ask", "who-helps", "纳雍县", "--json").out)["rows"]
    assert row["passage"] == "民革中央自1989年起定点帮扶纳雍县"
