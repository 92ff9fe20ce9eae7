"""The script that builds the reference tables: same bytes again, and nothing from broken tables."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bench import PROJECT

DATA = PROJECT / "loaders" / "data"
SCRIPT = PROJECT / ".ci" / "data" / "build.py"
TABLES = (
    "divisions",
    "division_changes",
    "townships",
    "universities",
    "reference/pairs",
    "reference/key_counties",
)


@pytest.fixture
def compiled(tmp_path: Path) -> Path:
    """The tables in one folder, as they were compiled."""
    folder = tmp_path / "compiled"
    folder.mkdir()
    for name in TABLES:
        shutil.copy(DATA / f"{name}.csv", folder)
    return folder


def build(folder: Path, out: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), "--out", str(out), *more],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_what_ships_is_what_the_script_makes(compiled: Path, tmp_path: Path) -> None:
    done = build(compiled, tmp_path / "out")
    assert done.returncode == 0, done.stderr
    for name in TABLES:
        assert (tmp_path / "out" / f"{name}.csv").read_bytes() == (
            DATA / f"{name}.csv"
        ).read_bytes()


def test_pairs_with_a_word_are_left_out(compiled: Path, tmp_path: Path) -> None:
    assert build(compiled, tmp_path / "out", "--drop", "毕节").returncode == 0
    text = (tmp_path / "out" / "reference" / "pairs.csv").read_text(encoding="utf-8")
    assert text.count("\n") > 300
    assert "毕节" not in text


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("divisions", "510821,旺苍县,county,510800", "510821,旺苍县,county,999999", "999999"),
        ("divisions", "510821,旺苍县,county", "510821,旺苍县,town", "no level"),
        ("divisions", "\n510821,旺苍县", "\n510822,旺苍县", "twice"),
        ("division_changes", "撤销,2010", "撤销,早年", "早年"),
        ("key_counties", "\n150422,", "\n999999,", "999999"),
        ("townships", "\n510821,", "\n999999,", "999999"),
        ("townships", "\n510821,", "\n510822,", "twice"),
        ("townships", " 景山街道 ", " 东华门街道 ", "twice"),
    ],
)
def test_broken_tables_are_told_and_nothing_is_written(
    compiled: Path, tmp_path: Path, name: str, old: str, new: str, told: str
) -> None:
    path = compiled / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = build(compiled, tmp_path / "out")
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "out").exists()
