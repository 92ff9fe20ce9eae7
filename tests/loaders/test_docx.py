from __future__ import annotations

import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from docx import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from bangfu.loaders.docx import MEDIA_TYPE, read_docx
from bangfu.loaders.received import sha256_of
from bangfu.ontology.errors import SourceError

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{W}"><w:body>'
TAIL = "</w:body></w:document>"
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def written(path: Path, body: str, **parts: str) -> Path:
    """A DOCX of bare XML: `body` inside the body, and other parts by their names."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", parts.pop("types", TYPES))
        made.writestr("word/document.xml", parts.pop("document", HEAD + body + TAIL))
        for name, text in parts.items():
            made.writestr(f"word/{name}.xml", text)
    return path


def key_of(path: Path) -> str:
    with pytest.raises(SourceError) as caught:
        read_docx(path, path.parent)
    assert "\n" not in caught.value.told("zh")
    assert path.name in caught.value.told("en")
    return caught.value.key


def said(path: Path) -> list[str]:
    return read_docx(path, path.parent).raw.splitlines()


def test_paragraphs_and_tables_in_their_order_without_headers(tmp_path: Path) -> None:
    word = Word()
    word.core_properties.title = "支教名单"
    word.core_properties.author = "Administrator"
    word.sections[0].header.paragraphs[0].text = "页眉"
    word.sections[0].footer.paragraphs[0].text = "页脚"
    word.add_heading("支教名单", 1)
    word.add_paragraph("前言\t一")
    table = word.add_table(rows=2, cols=3)
    for at, text in enumerate(("学校", "姓名", "学科", "南开中学", "张华", "")):
        table.cell(at // 3, at % 3).text = text
    word.add_paragraph("后语")
    path = tmp_path / "名.docx"
    word.save(str(path))
    found = read_docx(path, tmp_path)
    assert found.raw.splitlines() == [
        "支教名单", "前言\t一", "学校\t姓名\t学科", "南开中学\t张华\t", "后语",
    ]  # fmt: skip
    assert (found.title, found.author) == ("支教名单", None)
    assert (found.address, found.name, found.media_type) == ("名.docx", "名.docx", MEDIA_TYPE)
    assert found.sha256 == sha256_of(path.read_bytes())


def test_a_title_of_a_template_does_not_count(tmp_path: Path) -> None:
    word = Word()
    word.core_properties.title = "无标题文档"
    word.add_paragraph("正文")
    word.save(str(tmp_path / "a.docx"))
    assert read_docx(tmp_path / "a.docx", tmp_path).title is None


def test_merged_cells_keep_the_columns_in_place(tmp_path: Path) -> None:
    word = Word()
    table = word.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "学校"
    table.cell(0, 2).text = "人数"
    for at, text in enumerate(("甲", "乙", "3")):
        table.cell(1, at).text = text
    word.save(str(tmp_path / "a.docx"))
    assert said(tmp_path / "a.docx") == ["学校\t\t人数", "甲\t乙\t3"]


def test_footnotes_stand_at_the_end(tmp_path: Path) -> None:
    notes = (
        f'<w:footnotes xmlns:w="{W}">'
        '<w:footnote w:type="separator"><w:p><w:r><w:t>——</w:t></w:r></w:p></w:footnote>'
        "<w:footnote><w:p><w:r><w:t>据县教育局。</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    body = "<w:p><w:r><w:t>一段</w:t><w:footnoteReference/></w:r></w:p><w:p><w:r><w:t>二段</w:t></w:r></w:p>"
    assert said(written(tmp_path / "a.docx", body, footnotes=notes)) == [
        "一段",
        "二段",
        "据县教育局。",
    ]


def test_what_was_struck_out_is_not_said_and_what_was_put_in_is(tmp_path: Path) -> None:
    body = (
        "<w:p><w:r><w:t>选派</w:t></w:r><w:del><w:r><w:delText>三</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>五</w:t></w:r></w:ins><w:r><w:instrText>PAGE</w:instrText><w:t>名</w:t>"
        "<w:br/><w:t>教师</w:t></w:r><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p>"
    )
    assert said(written(tmp_path / "a.docx", body)) == ["选派五名", "教师链接"]


def test_a_box_is_said_once(tmp_path: Path) -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>段落</w:t><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert said(written(tmp_path / "a.docx", body)) == ["段落", "框中"]


def test_a_content_control_is_read(tmp_path: Path) -> None:
    word = Word()
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    paragraph = word.add_paragraph("控件里的话")._p
    paragraph.addprevious(control)
    control.append(content)
    content.append(paragraph)
    assert control.tag == qn("w:sdt")
    word.save(str(tmp_path / "a.docx"))
    assert said(tmp_path / "a.docx") == ["控件里的话"]


def test_macros_are_refused_by_part_and_by_type(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docm", "<w:p><w:r><w:t>字</w:t></w:r></w:p>")
    with zipfile.ZipFile(path, "a") as made:
        made.writestr("word/vbaProject.bin", b"x")
    assert key_of(path) == "document.macros"
    types = TYPES.replace(
        "/>",
        '><Override PartName="/word/document.xml" ContentType="application/'
        'vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    )
    assert key_of(written(tmp_path / "b.docx", "", types=types)) == "document.macros"


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_xml_with_entities_is_refused(tmp_path: Path, doctype: str) -> None:
    document = HEAD.replace("\n", "\n" + doctype, 1) + "<w:p><w:r><w:t>字</w:t></w:r></w:p>" + TAIL
    assert key_of(written(tmp_path / "a.docx", "", document=document)) == "document.entities"


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", "<w:p><w:r><w:t>" + " " * 20_000_000 + "</w:t></w:r></w:p>")
    assert path.stat().st_size < 100_000
    assert key_of(path) == "document.bomb"


def test_elements_within_elements_without_end_are_refused(tmp_path: Path) -> None:
    body = "<w:p>" + "<w:ins>" * 5000 + "</w:ins>" * 5000 + "</w:p>"
    assert key_of(written(tmp_path / "a.docx", body)) == "document.damaged"


def test_old_encrypted_damaged_and_empty_files_are_told_of(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600
    for name, data, key in (
        ("a.doc", ole, "document.old-word"),
        ("b.docx", ole + "EncryptedPackage".encode("utf-16-le"), "document.encrypted"),
        ("c.docx", b"PK\x03\x04 and no more", "document.damaged"),
        ("d.docx", b"", "source.empty"),
    ):
        (tmp_path / name).write_bytes(data)
        assert key_of(tmp_path / name) == key
    assert key_of(written(tmp_path / "e.docx", "<w:p/>")) == "source.empty"
    assert key_of(written(tmp_path / "f.docx", "", document="<w:document")) == "document.damaged"
    with zipfile.ZipFile(tmp_path / "g.docx", "w") as made:
        made.writestr("a.txt", "字")
    assert key_of(tmp_path / "g.docx") == "document.no-word"
    assert key_of(tmp_path / "none.docx") == "source.missing"


def test_a_file_with_a_byte_changed_anywhere_gives_text_or_an_error(tmp_path: Path) -> None:
    word = Word()
    word.add_paragraph("天津市帮扶舟曲县。")
    word.save(str(tmp_path / "a.docx"))
    data = (tmp_path / "a.docx").read_bytes()
    for at in range(0, len(data), max(len(data) // 60, 1)):
        (tmp_path / "b.docx").write_bytes(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])
        with suppress(SourceError):
            assert read_docx(tmp_path / "b.docx", tmp_path).raw
