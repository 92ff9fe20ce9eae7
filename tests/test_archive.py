from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks import archive
from benchmarks.archive import main, rows


@pytest.fixture(autouse=True)
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each step in this process, which is quicker, and each question once."""

    def act_here(act: Callable[[Any], Any], given: Any) -> tuple[tuple[float, float], int, Any]:
        return (0.0, 0.0), 0, act(given)

    monkeypatch.setattr(archive, "apart", act_here)
    monkeypatch.setattr(archive, "_TIMES", 1)


def test_an_archive_is_made_once_and_asked_again(tmp_path: Path) -> None:
    main(120, tmp_path, tmp_path / "out")
    told = json.loads((tmp_path / "out" / "archive.json").read_text(encoding="utf-8"))
    made = {row["name"]: row["note"] for row in told["rows"]}
    assert [*made][:3] == ["load 20 sources", "derive", "edge table"]
    assert made["edge table"].startswith("120 edges"), "five an article, and the reports"
    for kind in ("usual", "busiest"):
        for asked in ("about", "who-helps", "partner-history"):
            assert not made[f"{asked}, {kind} school"].startswith("0 rows")
    again = {row.name: row.note for row in rows(tmp_path / "store.db", 120)}
    assert again == {name: note for name, note in made.items() if name not in [*made][:2]}
