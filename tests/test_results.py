from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.results import exponent, write_results


def test_growth_is_fitted() -> None:
    assert exponent([(10, 5.0), (100, 50.0), (1000, 500.0)]) == pytest.approx(1.0)
    assert exponent([(10, 2.0), (100, 200.0)]) == pytest.approx(2.0)


def test_a_table_tells_times_and_ratios(tmp_path: Path) -> None:
    for facts in (100, 1000):
        rows = [
            {
                "name": "ask x",
                "wall": facts / 100,
                "cpu": facts / 200,
                "peers": {"rdflib": 4.0},
                "note": "a|b",
            },
            {"name": "ask y", "wall": 0.0, "cpu": 0.0, "peers": {}, "note": "no list"},
        ]
        about = {
            "facts": facts,
            "machine": "m",
            "load": "0",
            "versions": {"python": "3"},
            "peak_mb": 1,
        }
        (tmp_path / f"{facts}.json").write_text(json.dumps({**about, "rows": rows}), "utf-8")
    write_results(tmp_path)
    told = (tmp_path / "results.md").read_text("utf-8")
    assert "| ask x | 1.00 s | 500.0 ms |  | 0.12 |  | a/b |" in told
    assert "| ask x | 10.00 s | 5.00 s |  | 1.25 |" in told
    assert "| ask y | – |" in told
    assert "| ask x | 1.00 |" in told
