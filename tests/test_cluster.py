"""The ways of loading that the benchmark compares write the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.cluster import load_with, made_files

pytest.importorskip("distributed")


def test_all_ways_write_the_same(tmp_path: Path) -> None:
    files = made_files(tmp_path / "files", 3)
    assert len({one.read_text(encoding="utf-8") for one in files}) == 3
    told = {
        load_with((way, 2, tmp_path / way / "store.db", files))[3]
        for way in ("one process", "dask")
    }
    assert len(told) == 1
