from __future__ import annotations

import io
import zipfile
from datetime import datetime

from openpyxl import Workbook, load_workbook

from bangfu.graph.xlsx import cell_text, dateless, plain, zipped


def book(year: int) -> bytes:
    made = Workbook()
    made.properties.created = made.properties.modified = datetime(year, 1, 1)
    made.worksheets[0].append(["旺苍县"])
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def test_when_a_workbook_was_written_does_not_show() -> None:
    data = dateless(book(2020))
    assert data == dateless(book(2024))
    assert load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value == "旺苍县"


def test_an_archive_of_the_same_files_is_the_same() -> None:
    files = [("a.csv", b"1"), ("旺苍.csv", b"2")]
    data = zipped(files)
    assert data == zipped(files)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == dict(files)


def test_what_no_cell_can_hold_is_left_out() -> None:
    assert plain("a\x00b\ud800") == "a□b□"
    assert plain("行\n\t") == "行\n\t"
    assert len(cell_text("长" * 40_000)) == 32_767
