"""The walk."""

from pathlib import Path

import pytest
from bench import SAMPLE

from bangfu.graph.demo import walk
from bangfu.loaders import load


def test_it_answers_and_draws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "p.html"
    walk([load(SAMPLE / "s08-mirror.txt", SAMPLE)], tmp_path / "s.db", page, "纳雍县", "zh")
    told = capsys.readouterr()
    assert "民革中央" in told.out
    assert str(page) in told.err
    assert "民革中央" in page.read_text(encoding="utf-8")
