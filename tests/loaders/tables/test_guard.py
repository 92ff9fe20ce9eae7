"""What is not let in gets one clear line each."""

import struct
import zipfile
from pathlib import Path

import pytest
import workbooks

from bangfu.loaders.table import read_roster
from bangfu.loaders.tables.guard import kind_of
from bangfu.ontology.errors import TableError

SHEET = "xl/worksheets/sheet1.xml"


def repacked(path: Path, **parts: bytes) -> Path:
    """The workbook with some parts put in or replaced; `sheet` stands for its first sheet."""
    made = path.with_name(f"made{path.suffix}")
    named = {SHEET if name == "sheet" else name: data for name, data in parts.items()}
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in named:
                new.writestr(name, old.read(name))
        for name, data in named.items():
            new.writestr(name, data)
    return made


def key_of(path: Path) -> str:
    with pytest.raises(TableError) as caught:
        read_roster(path, path.parent)
    assert "\n" not in caught.value.told("zh") + caught.value.told("en")
    return caught.value.key


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return workbooks.people(tmp_path / "b.xlsx")


def test_the_bytes_decide_and_not_the_name(book: Path) -> None:
    data = book.read_bytes()
    assert kind_of(data, book.with_suffix(".xls")) == "xlsx"
    assert kind_of("姓名,派出单位\n".encode("gb18030"), Path("a.xls")) == "text"
    assert kind_of(workbooks.as_xls(book).read_bytes(), Path("a.xls")) == "xls"


def test_macros(book: Path) -> None:
    assert key_of(repacked(book, **{"xl/vbaProject.bin": b"x"})) == "table.macros"
    assert key_of(book.rename(book.with_suffix(".xlsm"))) == "table.macros"


def test_passwords(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    assert key_of(path) == "table.encrypted"
    ods = tmp_path / "a.ods"
    with zipfile.ZipFile(ods, "w") as archive:
        archive.writestr("content.xml", "x")
        archive.writestr("META-INF/manifest.xml", "<m:encryption-data/>")
    assert key_of(ods) == "table.encrypted"


@pytest.mark.parametrize("cut", [0.3, 0.9])
def test_damage(book: Path, cut: float) -> None:
    data = book.read_bytes()
    book.write_bytes(data[: int(len(data) * cut)])
    assert key_of(book) == "table.damaged"


def test_damage_inside_a_part_and_in_an_old_workbook(book: Path, tmp_path: Path) -> None:
    assert key_of(repacked(book, sheet=b"<worksheet><sheetData><row r=")) == "table.damaged"
    old = tmp_path / "a.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\1" * 2000)
    assert key_of(old) == "table.damaged"
    text = tmp_path / "c.xlsx"
    text.write_text("姓名,派出单位\n", encoding="utf-8")
    assert key_of(text) == "table.damaged"


def test_a_bomb_of_zeros(book: Path) -> None:
    assert key_of(repacked(book, **{"xl/media/a.bin": b"\0" * 601_000_000})) == "table.bomb"


def test_a_part_that_lies_about_its_size(book: Path) -> None:
    made = repacked(book, **{"xl/media/a.bin": b"\0" * 5_000_000})
    data = bytearray(made.read_bytes())
    size = struct.pack("<I", 5_000_000)
    while (at := data.find(size)) >= 0:
        data[at : at + 4] = struct.pack("<I", 100)
    made.write_bytes(data)
    assert key_of(made) == "table.damaged"


def test_a_cell_at_the_far_corner(book: Path) -> None:
    sheet = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert key_of(repacked(book, sheet=sheet)) == "table.bomb"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities(book: Path, encoding: str) -> None:
    text = '<!DOCTYPE a [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet/>'
    assert key_of(repacked(book, sheet=text.encode(encoding))) == "table.entities"


def test_what_is_no_workbook(tmp_path: Path) -> None:
    page = tmp_path / "a.xls"
    page.write_text("<html><table><tr><td>姓名</td></tr></table></html>", encoding="utf-8")
    assert key_of(page) == "table.html"
    other = tmp_path / "b.xlsx"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert key_of(other) == "table.no-workbook"
