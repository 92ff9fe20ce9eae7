"""Bytes → cells: typed cells, merged ranges, encodings."""

from datetime import date, datetime
from pathlib import Path

import pytest
import workbooks
from openpyxl import Workbook

from bangfu.loaders.tables.grid import read_grid
from bangfu.ontology.errors import SourceError


def test_typed_cells_and_merged_ranges(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["甲", 3.0, 2.5, date(2024, 9, 1), datetime(2024, 9, 2, 8), True, "a\n b\tc"])
    sheet.append([None, None, None, date(2024, 10, 1), date(2024, 9, 1)])
    sheet.merge_cells("A1:A2")
    sheet.append([])
    book.save(tmp_path / "a.xlsx")
    (found,) = read_grid(tmp_path / "a.xlsx", tmp_path).sheets
    # Firsts of months only: months were meant; the next column has other days
    assert found.rows == (
        ("甲", "3", "2.5", "2024-09", "2024-09-02", "True", "a b c"),
        ("甲", "", "", "2024-10", "2024-09-01"),
    )
    assert found.merges == ((0, 0, 1, 0),)


@pytest.mark.parametrize("turn", [workbooks.as_xls, workbooks.as_ods])
def test_other_formats_have_the_same_cells(tmp_path: Path, turn) -> None:  # type: ignore[no-untyped-def]
    path = workbooks.pairs(tmp_path / "b.xlsx")
    expected = read_grid(path, tmp_path).sheets[0]
    other = read_grid(turn(path), tmp_path).sheets[0]
    assert other.rows == expected.rows
    assert sorted(other.merges or ()) == sorted(expected.merges or ())


def test_hidden_sheets_are_marked(tmp_path: Path) -> None:
    path = workbooks.pairs(tmp_path / "b.xlsx")
    for one in (path, workbooks.as_xls(path)):
        assert [sheet.hidden for sheet in read_grid(one, tmp_path).sheets] == [False, False, True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_of_csv(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('姓名,单位\n"李\n可",甲\n'.encode(encoding))
    grid = read_grid(path, tmp_path)
    assert grid.sheets[0].rows == (("姓名", "单位"), ("李 可", "甲"))
    assert grid.sheets[0].merges is None
    assert grid.address == "a.csv"


def test_files_that_are_not_there(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.xlsx"):
        with pytest.raises(SourceError):
            read_grid(path, tmp_path)
