from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.loaders.articlerows import Row, is_listing, place_of, read_rows
from bangfu.ontology.errors import SourceError


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.csv", "正文,标题\n", True),
        ("a.csv", "\ufeffText,Title\n", True),
        ("a.csv", "序号,支援学校,受援学校\n", False),
        ("a.csv", "培训内容,内容,人数\n", False),
        ("a.tsv", "标题\t正文\n", True),
        ("a.txt", "正文,标题\n", False),
        ("a.ndjson", "", True),
        ("a.csv", "", False),
    ],
)
def test_what_is_a_list(tmp_path: Path, name: str, text: str, expected: bool) -> None:
    assert is_listing(written(tmp_path / name, text)) is expected


def test_a_missing_file_is_no_list(tmp_path: Path) -> None:
    assert not is_listing(tmp_path / "none.csv")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_rows_count_as_a_spreadsheet_does_and_keep_their_own_lines(
    tmp_path: Path, encoding: str
) -> None:
    text = 'text,date\n"一\n二",2024\n\n三,2025\n'
    rows = list(read_rows(written(tmp_path / "a.csv", text, encoding)))
    assert rows == [
        Row(number=2, data='"一\n二",2024\n'.encode(), fields={"text": "一\n二", "date": "2024"}),
        Row(number=4, data="三,2025\n".encode(), fields={"text": "三", "date": "2025"}),
    ]
    assert place_of(Path("a.csv"), 4) == "a.csv#4"


def test_the_first_column_that_is_filled_counts_and_unknown_ones_do_not(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", "正文,内容,编号\n,后一列,7\n")
    assert [row.fields for row in read_rows(path) if isinstance(row, Row)] == [{"text": "后一列"}]


def test_quotes_that_do_not_pair_are_told_of(tmp_path: Path) -> None:
    path = written(tmp_path / "a.csv", 'text\n"一"二\n')
    with pytest.raises(SourceError) as caught:
        list(read_rows(path))
    assert caught.value.key == "document.not-csv"
