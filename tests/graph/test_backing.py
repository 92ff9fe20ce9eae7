"""The commands that keep a store safe, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from made import made_store
from shell import Run, one_line

from bangfu.graph.secret import store_key
from bangfu.graph.store import open_store
from bangfu.ontology.terms import DERIVED_GRAPH


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made_store(tmp_path / "bangfu.db", 2)
    return tmp_path


def test_a_round(home: Path, run: Run) -> None:
    store_key(home / "bangfu.db")
    done = run("backup", "bk", "--lang", "en")
    assert (done.code, done.out) == (0, "")
    assert "secret key bk/beside/suppressions.key" in done.err
    assert "bk" in one_line(run("backup", "bk"))
    assert "--force" in one_line(run("restore", "bk", "--lang", "en"))
    assert run("restore", "bk", "--store", "new/b.db", "-q").code == 0
    told = json.loads(run("verify", "--store", "new/b.db", "--json").out)
    assert (told["sources"], told["problems"]) == (2, [])
    told = json.loads(run("compact", "--store", "new/b.db", "--json").out)
    assert 0 < told["after"] < told["before"]


def test_what_is_wrong_is_told_and_mended(home: Path, run: Run) -> None:
    with open_store(home / "bangfu.db") as store:
        store.replace_graph(DERIVED_GRAPH, store.triples(DERIVED_GRAPH)[3:])
    done = run("verify", "--lang", "en")
    assert done.code == 3
    assert "verify --repair" in done.err.splitlines()[1]
    assert run("verify", "--repair").code == 0
    assert run("verify").code == 0


def test_a_broken_store_says_what_helps(home: Path, run: Run) -> None:
    (home / "bangfu.db" / "oxigraph" / "CURRENT").unlink()
    assert "bangfu restore" in one_line(run("sources", "--lang", "en"))
    done = run("verify", "--lang", "zh")
    assert done.code == 3
    assert "bangfu restore" in done.err


@pytest.mark.parametrize(("version", "words"), [(0, "new store"), (2, "update bangfu")])
def test_a_store_of_another_version_says_so(home: Path, run: Run, version: int, words: str) -> None:
    (home / "bangfu.db" / "meta.json").write_text(f'{{"bangfu-store": {version}}}', "utf-8")
    for command in ("sources", "verify", "compact"):
        assert words in one_line(run(command, "--lang", "en"))


def test_an_unknown_executor_is_told(home: Path, run: Run) -> None:
    (home / "a.txt").write_text("滨海新区帮扶旺苍县。", "utf-8")
    assert "local, dask" in one_line(run("load", "a.txt", "--executor", "spark"))
