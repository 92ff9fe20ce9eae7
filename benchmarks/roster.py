"""The roster benchmark: a workbook of many rows into a store, by ``python -m benchmarks.roster``.

Each stage in a line: seconds of all processors, and the memory that the process had at most.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import TypeVar

from openpyxl import Workbook

from bangfu.graph.derive import derive
from bangfu.graph.store import open_store, put
from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.table import read_roster
from bangfu.ontology.records import PlaceLevel

__all__ = ["main", "roster"]

T = TypeVar("T")

_NUMERALS = "一二三四五六七八九十"
_EAST, _WEST = ("32", "33", "35", "37", "44"), ("45", "51", "52", "53", "61", "62", "63", "64")
_SURNAMES, _GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗",
    "华明强芳敏静磊军洋勇艳杰娟涛超霞平刚桂英",
)


def main() -> None:
    """Make a roster, load it, load it again."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.roster", description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--schools", type=int, default=20_000, help="different helping schools")
    parser.add_argument("--people", action="store_true", help="people sent, not pairs of schools")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bangfu-benchmark-") as folder:
        path = Path(folder) / "roster.xlsx"
        roster(path, given.rows, given.schools, people=given.people)
        reading = _stage("read", lambda: read_roster(path, path.parent))
        with open_store(Path(folder) / "bangfu.db") as store:
            _stage("put", lambda: put(store, reading))
            _stage("put again, unchanged", lambda: put(store, reading))
            _stage("derive", lambda: derive(store))
            _stage("flush", store.flush)


def roster(path: Path, rows: int, schools: int, *, people: bool = False) -> None:
    """A workbook of pairs of schools, or of `people` sent from one to the other."""
    counties = [one for one in divisions().all() if one.level is PlaceLevel.COUNTY]
    east = [one for one in counties if one.adcode.startswith(_EAST)]
    west = [one for one in counties if one.adcode.startswith(_WEST)]
    book = Workbook(write_only=True)
    sheet = book.create_sheet("名单")
    sheet.append(["结对帮扶学校及选派教师名单"])
    heads = ["序号", "姓名", "派出学校"] if people else ["序号", "支援学校"]
    sheet.append([*heads, "受援县", "受援学校", "开始时间"])
    for row in range(rows):
        one = row % schools
        home, host = east[one % len(east)], west[row * 7 % len(west)]
        name = _SURNAMES[row % 20] + _GIVEN[row // 20 % 20] + _GIVEN[row // 400 % 20]
        ours = f"{home.name}第{_numeral(one // len(east) % 60)}中学"
        theirs = f"{host.name}第{_numeral(row // len(west) % 60)}小学"
        sheet.append([row + 1, *([name] if people else []), ours, host.name, theirs, "2024-09"])
    book.save(path)


def _stage(name: str, work: Callable[[], T]) -> T:
    begun, spent = perf_counter(), process_time()
    done = work()
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(
        f"| {name:24} | {perf_counter() - begun:7.1f} s | {process_time() - spent:7.1f} s CPU "
        f"| {most:6.0f} MB |",
        flush=True,
    )
    return done


def _numeral(number: int) -> str:
    """0 → 一 … 98 → 九十九."""
    tens, ones = divmod(number + 1, 10)
    head = ("" if tens == 1 else _NUMERALS[tens - 1]) + "十" if tens else ""
    return head + (_NUMERALS[ones - 1] if ones else "")


if __name__ == "__main__":
    main()
