from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from assists import Telling

from bangfu.graph.keep import writing
from bangfu.graph.store import put

if TYPE_CHECKING:
    from shell import Run


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    page = Telling(1, "2022-05")
    page.helps("天河区/第一中学", "旺苍县/第一中学", since="2016", until="2019")
    page.helps("广州市", "毕节市", since="2013", until="2030")
    page.helps("/某基金会", "毕节市")
    path = tmp_path / "bangfu.db"
    with writing(path) as store:
        put(store, page.reading())
    return path


def test_a_matrix_in_every_form(kept: Path, run: Run) -> None:
    done = run("flows", "--by", "year", "--format", "csv")
    assert done.code == 0
    rows = list(csv.reader(io.StringIO(done.out)))
    assert rows[0] == ["helper", "recipient", "began", "facts"]
    assert ["广东省", "四川省", "2016", "1"] in rows
    assert "3 facts" in done.err
    assert "某基金会" in done.err
    told = json.loads(run("flows", "--json", "--level", "prefecture").out)
    assert (told["facts"], told["level"], told["boundaries"]) == (3, "prefecture", "now")
    assert sum(cell["facts"] for cell in told["cells"]) == 3
    square = list(csv.reader(io.StringIO(run("flows", "--format", "matrix").out)))
    assert square[0] == ["", "四川省", "贵州省"]
    assert ["广东省", "1", "1"] in square
    table = run("flows", lang="zh")
    assert "帮扶方" in table.out
    assert "各算一次" in table.out


def test_in_force_and_as_then(kept: Path, run: Run) -> None:
    told = json.loads(run("flows", "--as-of", "2023-2024学年", "--json").out)
    assert told["facts"] == 2
    assert told["selection"]["as_of"] == "2023-2024学年"
    then = run("flows", "--then", "2005")
    assert "2005-01-01" in then.out


@pytest.mark.parametrize(
    "words",
    [
        ("--level", "village"),
        ("--by", "colour"),
        ("--as-of", "once"),
        ("--format", "pie"),
        ("--facts", "love"),
    ],
)
def test_wrong_words_are_refused(kept: Path, run: Run, words: tuple[str, ...]) -> None:
    done = run("flows", *words)
    assert done.code == 2
    assert words[1] in done.err
    assert len(done.err.strip().splitlines()) == 1
