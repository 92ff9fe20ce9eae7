"""The comparison of a store on Virtuoso with one on disk, at a size that takes seconds."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]


def test_questions_are_asked_of_both_and_told(tmp_path: Path) -> None:
    asked = ["name", "pairs-on", "who-helps"]
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.remote", "--sources", "12", "--put", "2",
         "--buffers", "20000", "--out", str(tmp_path), "--only", *asked],
        cwd=PROJECT, capture_output=True, encoding="utf-8", check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads((tmp_path / "12.json").read_text(encoding="utf-8"))
    assert [(one["name"], one["verdict"]) for one in told["questions"]] == [
        (name, "same") for name in asked
    ]
    assert all(one["rows"] for one in told["questions"])
    assert told["put_seconds"] > 0
    table = (tmp_path / "remote.md").read_text(encoding="utf-8")
    assert "## 12 sources" in table
    assert "3 of 3 questions give the same" in table
