"""Twice the rows cost twice the work: counted in calls, so that no clock decides."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.table import read_roster
from bangfu.ontology.quads import triples_of
from bangfu.ontology.records import PlaceLevel

_NUMERALS = "一二三四五六七八九十"


def _counties() -> list[str]:
    return [one.name for one in divisions().all() if one.level is PlaceLevel.COUNTY]


def _different(row: int) -> str:
    """Pairs of schools that no other row has."""
    counties = _counties()
    home, host = counties[row * 2], counties[row * 2 + 1]
    return f"{home}第一中学,{host},{host}第二小学,王明{_NUMERALS[row % 10]}"


def _alike(row: int) -> str:
    """One pair of schools, and again another person."""
    return (
        f"福清市融北中学,隆德县,隆德县第二中学,王明{_NUMERALS[row % 10]}{_NUMERALS[row // 10 % 10]}"
    )


@pytest.mark.parametrize("line", [_different, _alike])
def test_work_grows_with_the_rows(tmp_path: Path, line: Callable[[int], str]) -> None:
    def calls(name: str, rows: range) -> int:
        path = tmp_path / f"{name}.csv"
        lines = ["派出学校,受援县,受援学校,姓名", *map(line, rows)]
        path.write_text("\n".join(lines), encoding="utf-8")
        count = 0

        def note(frame: object, event: str, _: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(note)
        try:
            found = list(triples_of(read_roster(path, tmp_path)))
        finally:
            sys.setprofile(None)
        assert len(found) > 20 * len(rows)
        return count

    calls("warm", range(1000, 1010))
    few = calls("few", range(100))
    many = calls("many", range(100, 500))
    assert many < 4.2 * few, f"{few} calls for 100 rows, {many} for 400"
