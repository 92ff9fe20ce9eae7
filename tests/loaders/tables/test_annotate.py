"""The annotated copy: comments where the findings are, and nothing that runs."""

from pathlib import Path

import pytest
import workbooks
from openpyxl import load_workbook

from bangfu.loaders.table import check_roster
from bangfu.loaders.tables.annotate import annotate
from bangfu.loaders.tables.findings import Finding, findings_table
from bangfu.ontology.errors import TableError


def test_the_copy_keeps_the_form_and_bears_the_findings(tmp_path: Path) -> None:
    path = workbooks.people(tmp_path / "b.xlsx")
    before = path.read_bytes()
    found = check_roster(path)
    annotate(path, found, tmp_path / "c.xlsx", "zh")
    assert path.read_bytes() == before
    book = load_workbook(tmp_path / "c.xlsx")
    sheet = book["花名册"]
    noted = {cell.coordinate for row in sheet.iter_rows() for cell in row if cell.comment}
    assert noted == {finding.address for finding in found}
    assert "A1:K1" in {str(merged) for merged in sheet.merged_cells.ranges}
    listed = [tuple(cell.value or "" for cell in row) for row in book["核对结果"].iter_rows()]
    assert listed[1:] == findings_table(found, "zh")


def test_a_csv_becomes_a_workbook_of_text(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    path.write_text("姓名,派出单位\n李可,=1+1\n", encoding="utf-8")
    annotate(path, check_roster(path), tmp_path / "c.xlsx", "en")
    cell = load_workbook(tmp_path / "c.xlsx").worksheets[0]["B2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.comment is not None


def test_a_finding_in_a_merged_cell_stands_at_its_first(tmp_path: Path) -> None:
    path = workbooks.people(tmp_path / "b.xlsx")
    finding = Finding("花名册", 8, 2, "C9", "missing-end")
    annotate(path, [finding], tmp_path / "c.xlsx")
    assert load_workbook(tmp_path / "c.xlsx")["花名册"]["C8"].comment is not None


@pytest.mark.parametrize("name", ["b.xlsx", "c.xls"])
def test_the_roster_itself_is_never_written(tmp_path: Path, name: str) -> None:
    path = workbooks.people(tmp_path / "b.xlsx")
    with pytest.raises(TableError):
        annotate(path, [], tmp_path / name)
