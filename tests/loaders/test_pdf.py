from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfgen.canvas import Canvas
from written import as_pdf

from bangfu.loaders.pdf import MEDIA_TYPE, read_pdf
from bangfu.loaders.received import sha256_of
from bangfu.ontology.errors import SourceError

LONG = "天津市南开中学选派教师赴甘肃省舟曲县支教，帮助当地学校改进课堂教学，" * 3 + "受到师生欢迎。"


def key_of(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_pdf(path, path.parent)
    assert "\n" not in caught.value.told("zh")
    assert path.name in caught.value.told("en")
    return caught.value.key


def canvas(path: Path, **options: object) -> Canvas:
    registerFont(UnicodeCIDFont("STSong-Light"))
    return Canvas(str(path), pagesize=A4, invariant=1, **options)


def test_printed_lines_become_paragraphs_again(tmp_path: Path) -> None:
    path = tmp_path / "子" / "文.pdf"
    path.parent.mkdir()
    as_pdf("标题一行\n" + LONG + "\n" + LONG, path)
    found = read_pdf(path, tmp_path)
    assert found.raw == "\n".join(["标题一行", LONG, LONG, ""])
    assert (found.address, found.name, found.media_type) == ("子/文.pdf", "文.pdf", MEDIA_TYPE)
    assert found.sha256 == sha256_of(path.read_bytes())


def test_a_paragraph_goes_on_over_the_page_without_its_number(tmp_path: Path) -> None:
    as_pdf((LONG * 12 + "\n") * 2, tmp_path / "a.pdf")
    lines = read_pdf(tmp_path / "a.pdf", tmp_path).raw.splitlines()
    assert lines == [LONG * 12] * 2


def test_heads_that_most_pages_share_are_left_out_but_not_a_line_of_one_page(
    tmp_path: Path,
) -> None:
    page = canvas(tmp_path / "a.pdf")
    for number in range(4):
        page.setFont("STSong-Light", 12)
        page.drawString(80, 800, "某县教育局文件")
        page.drawString(100, 700, f"第{number}段：共12名教师。")
        page.drawString(100, 680, "2024")
        page.drawString(100, 660, "完")
        page.drawString(300, 30, f"第 {number + 1} 页 共 4 页")
        page.showPage()
    page.save()
    raw = read_pdf(tmp_path / "a.pdf", tmp_path).raw
    assert "教育局文件" not in raw
    assert "页" not in raw
    assert raw.count("2024") == 4
    assert [f"第{n}段：共12名教师。" in raw for n in range(4)] == [True] * 4


def test_rows_of_a_table_stay_rows(tmp_path: Path) -> None:
    page = canvas(tmp_path / "a.pdf")
    page.setFont("STSong-Light", 12)
    for row, cells in enumerate((("学校", "姓名"), ("南开中学", "张华"), ("第一小学", "李明"))):
        for column, cell in enumerate(cells):
            page.drawString(100 + 150 * column, 700 - 20 * row, cell)
    page.save()
    lines = [line.split() for line in read_pdf(tmp_path / "a.pdf", tmp_path).raw.splitlines()]
    assert lines == [["学校", "姓名"], ["南开中学", "张华"], ["第一小学", "李明"]]


def test_a_title_counts_only_if_the_text_has_it(tmp_path: Path) -> None:
    for name, title in (("a", "结对帮扶协议"), ("b", "Microsoft Word - 1.doc")):
        page = canvas(tmp_path / f"{name}.pdf")
        page.setTitle(title)
        page.setFont("STSong-Light", 12)
        page.drawString(100, 700, "关于签订结对帮扶协议的通知")
        page.save()
    assert read_pdf(tmp_path / "a.pdf", tmp_path).title == "结对帮扶协议"
    assert read_pdf(tmp_path / "b.pdf", tmp_path).title is None


def test_a_scan_is_told_of(tmp_path: Path) -> None:
    page = canvas(tmp_path / "a.pdf")
    page.rect(10, 10, 100, 100, fill=1)
    page.save()
    assert key_of(tmp_path / "a.pdf") == "document.scan"


def test_an_encrypted_one_is_told_of(tmp_path: Path) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    page = canvas(tmp_path / "a.pdf", encrypt=StandardEncryption("secret", strength=128))
    page.drawString(100, 700, "text")
    page.save()
    assert key_of(tmp_path / "a.pdf") == "document.encrypted"


@pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.7\n%%EOF\n", b"nothing like it"])
def test_a_damaged_one_is_told_of(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert key_of(tmp_path / "a.pdf") == "document.damaged"


def test_a_file_cut_off_anywhere_gives_text_or_an_error(tmp_path: Path) -> None:
    as_pdf(LONG, tmp_path / "a.pdf")
    data = (tmp_path / "a.pdf").read_bytes()
    for length in range(10, len(data), len(data) // 20):
        (tmp_path / "b.pdf").write_bytes(data[:length])
        with suppress(SourceError):
            assert read_pdf(tmp_path / "b.pdf", tmp_path).raw


def test_too_many_pages_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bangfu.loaders.pdf.MOST_PAGES", 1)
    as_pdf((LONG * 12 + "\n") * 2, tmp_path / "a.pdf")
    assert key_of(tmp_path / "a.pdf") == "document.long-document"


def test_too_much_text_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bangfu.loaders.pdf.MOST_TEXT", 20)
    as_pdf(LONG, tmp_path / "a.pdf")
    assert key_of(tmp_path / "a.pdf") == "document.long-text"
