from __future__ import annotations

import json
from pathlib import Path

import pytest

from bangfu.loaders.articlerows import is_listing
from bangfu.loaders.listing import read_listing
from bangfu.loaders.source import Document
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import BangfuError, SourceError

CSV = (
    "标题,正文,链接,日期,来源\r\n"
    '协议,"第一段，\r\n第二段。",https://example.org/1,2024年8月26日,光明日报\r\n'
    "\r\n"
    "名单,一段。,,2024-05,\r\n"
)


def written(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def all_of(path: Path) -> tuple[list[Document], list[str]]:
    """The documents, and ``key@row`` of each error."""
    found: list[Document] = []
    errors: list[str] = []
    for one in read_listing(path, path.parent):
        if isinstance(one, BangfuError):
            assert "\n" not in one.told("zh")
            errors.append(f"{one.key.removeprefix('document.')}@{str(one.values['path'])[-1]}")
        else:
            found.append(one)
    return found, errors


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_row_of_csv_is_an_article(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "文.csv", CSV, encoding)
    assert is_listing(path)
    (first, second), errors = all_of(path)
    assert errors == []
    assert first.raw == "第一段，\r\n第二段。"
    assert first.address == "https://example.org/1"
    assert (first.title, first.publisher) == ("协议", "光明日报")
    assert first.issued == PartialDate(2024, 8, 26)
    assert (second.address, second.name) == ("文.csv#4", "文.csv#4")
    assert (second.publisher, second.issued) == (None, PartialDate(2024, 5))
    assert first.sha256 != second.sha256


def test_lines_of_json_and_tabs_give_the_same(tmp_path: Path) -> None:
    row = {"text": "一段。", "title": "协议", "url": "", "date": "2024", "source": "甲报"}
    lines = written(tmp_path / "a.jsonl", "\n" + json.dumps(row, ensure_ascii=False) + "\n")
    tabs = written(tmp_path / "a.tsv", "\t".join(row) + "\n" + "\t".join(row.values()) + "\n")
    (one,), (other,) = all_of(lines)[0], all_of(tabs)[0]
    assert (one.address, other.address) == ("a.jsonl#2", "a.tsv#2")
    for field in ("raw", "title", "publisher", "issued", "media_type"):
        assert getattr(one, field) == getattr(other, field)
    assert one.issued == PartialDate(2024)


def test_pages_of_html_in_a_list_are_known_as_such(tmp_path: Path) -> None:
    row = {"text": "<html><body><p>一段。</p></body></html>"}
    (found,), _ = all_of(written(tmp_path / "a.jsonl", json.dumps(row)))
    assert found.media_type == "text/html"


def test_a_changed_row_changes_only_its_own_digest(tmp_path: Path) -> None:
    before = all_of(written(tmp_path / "a.csv", CSV))[0]
    after = all_of(written(tmp_path / "a.csv", CSV.replace("一段。,", "另一段。,")))[0]
    assert [a.sha256 == b.sha256 for a, b in zip(before, after, strict=True)] == [True, False]


def test_bad_lines_are_told_of_and_the_rest_is_read(tmp_path: Path) -> None:
    lines = [
        '{"text": "一。", "url": "https://example.org/1"}',
        "[1]",
        "{",
        '{"title": "无文"}',
        '{"text": "二。", "url": "https://example.org/1"}',
        '{"text": "NUL \\u0000。"}',
        "[" * 9000,
        '{"text": "半个\\ud800字", "url": "javascript:alert(1)"}',
    ]
    found, errors = all_of(written(tmp_path / "a.jsonl", "\n".join(lines)))
    assert errors == [
        "not-json@2", "not-json@3", "no-text@4", "same-address@5", "source.not-text@6", "not-json@7",
    ]  # fmt: skip
    assert [one.address for one in found] == ["https://example.org/1", "a.jsonl#8"]
    assert found[1].raw == "半个?字"


def test_a_row_without_end_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bangfu.loaders.articlerows.MOST_TEXT", 60)
    long = json.dumps({"text": "x" * 99})
    found, errors = all_of(written(tmp_path / "a.jsonl", f'{long}\n{{"text": "后。"}}'))
    assert (errors, [one.raw for one in found]) == (["long-row@1"], ["后。"])
    path = written(tmp_path / "a.csv", 'text,url\n一。,\n"no end\n' + "二。,\n" * 40)
    rows = read_listing(path, tmp_path)
    assert isinstance(next(rows), Document)
    with pytest.raises(SourceError, match=r"a\.csv#3"):
        next(rows)


def test_what_is_no_list_at_all(tmp_path: Path) -> None:
    for path, key in (
        (tmp_path / "none.csv", "source.missing"),
        (tmp_path, "source.folder"),
        (written(tmp_path / "a.csv", "甲,乙\n1,2\n"), "document.no-text-column"),
        (written(tmp_path / "b.jsonl", "\x00\x01"), "source.not-text"),
    ):
        with pytest.raises(SourceError) as caught:
            list(read_listing(path, tmp_path))
        assert caught.value.key == key
