from __future__ import annotations

import io
import stat
import zipfile
from pathlib import Path

import pytest
from written import as_docx, as_html, as_pdf

from bangfu.loaders.documents import read_any
from bangfu.loaders.received import sha256_of
from bangfu.loaders.source import Document
from bangfu.ontology.errors import BangfuError

TEXT = "天津市帮扶舟曲县。\n"


def zipped(path: Path, entries: dict[str, bytes | str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return path


def all_of(path: Path) -> tuple[list[Document], dict[str, str]]:
    """The documents, and the key of each error by what the message calls it inside."""
    found: list[Document] = []
    errors: dict[str, str] = {}
    for one in read_any(path, path.parent):
        if isinstance(one, BangfuError):
            assert "\n" not in one.told("zh")
            where = str(one.values["path"]).removeprefix(str(path)).removeprefix("!/")
            errors[where] = one.key.removeprefix("document.")
        else:
            found.append(one)
    return found, errors


def test_what_an_archive_holds_is_read_by_what_it_is(tmp_path: Path) -> None:
    as_docx(TEXT, tmp_path / "w")
    as_pdf(TEXT, tmp_path / "p")
    as_html(TEXT, tmp_path / "h")
    path = zipped(tmp_path / "a.zip", {
        "新闻/一.txt": TEXT, "二.docx": (tmp_path / "w").read_bytes(),
        "三.PDF": (tmp_path / "p").read_bytes(), "四.html": (tmp_path / "h").read_bytes(),
        "五.jsonl": '{"text": "天津市帮扶舟曲县。"}\n{"text": "二。", "url": "https://example.org/2"}',
        "图.png": b"\x89PNG", "__MACOSX/新闻/._一.txt": b"\x00", "空/": "",
    })  # fmt: skip
    found, errors = all_of(path)
    assert errors == {}
    assert [(one.address, one.name) for one in found] == [
        ("a.zip!/三.PDF", "三.PDF"),
        ("a.zip!/二.docx", "二.docx"),
        ("a.zip!/五.jsonl#1", "五.jsonl#1"),
        ("https://example.org/2", "五.jsonl#2"),
        ("a.zip!/四.html", "四.html"),
        ("a.zip!/新闻/一.txt", "一.txt"),
    ]
    assert sum("天津市帮扶舟曲县。" in one.raw for one in found) == 5
    assert found[-1].sha256 == sha256_of(TEXT.encode())


def test_names_of_old_chinese_archives_come_out_right(tmp_path: Path) -> None:
    for encoding in ("gb18030", "utf-8"):
        name = "旺苍县支教.txt".encode(encoding)
        data = zipped(tmp_path / "a.zip", {"N" * len(name): TEXT}).read_bytes()
        (tmp_path / "a.zip").write_bytes(data.replace(b"N" * len(name), name))
        (found,), errors = all_of(tmp_path / "a.zip")
        assert (found.address, errors) == ("a.zip!/旺苍县支教.txt", {})


def test_the_unicode_field_of_a_name_counts_first(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("a.txt")
    name = "支教.txt".encode()
    info.extra = (
        b"\x75\x70" + (5 + len(name)).to_bytes(2, "little") + b"\x01\x00\x00\x00\x00" + name
    )
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as made:
        made.writestr(info, TEXT)
    assert all_of(tmp_path / "a.zip")[0][0].name == "支教.txt"


def test_paths_that_leave_the_archive_and_links_are_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = zipped(tmp_path / "a.zip", {
        "../out.txt": TEXT, "in/../../out.txt": TEXT, "/etc/out.txt": TEXT,
        "C:\\out.txt": TEXT, "good.txt": TEXT,
    })  # fmt: skip
    with zipfile.ZipFile(path, "a") as made:
        made.writestr(link, "/etc/passwd")
    found, errors = all_of(path)
    assert [one.name for one in found] == ["good.txt"]
    assert errors == {
        "../out.txt": "leaves-archive", "in/../../out.txt": "leaves-archive",
        "etc/out.txt": "leaves-archive", "C:/out.txt": "leaves-archive", "link.txt": "symlink",
    }  # fmt: skip
    assert {item.name for item in tmp_path.rglob("*")} == {"a.zip"}


def test_what_cannot_be_read_inside_is_told_of_one_by_one(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("a.txt", TEXT)
    path = zipped(tmp_path / "a.zip", {
        "in.zip": inner.getvalue(), "disguised.txt": inner.getvalue(), "a.rar": b"Rar!", "m.docm": inner.getvalue(),
        "t.xlsx": b"PK", "r.csv": "序号,支援学校,受援学校\n1,甲,乙\n", "d.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "p.pdf": b"%PDF-1.4", "e.txt": b"", "bomb.txt": b" " * 3_000_000, "n.bin": b"\x00", "x\x1b[31m.txt": b"\x00",
        "noise.txt": bytes((i * i * 7 + i // 3) % 251 for i in range(200_000)),
    })  # fmt: skip
    found, errors = all_of(path)
    assert found == []
    assert errors.pop("noise.txt", "source.not-text").startswith("source.")
    assert errors == {
        "in.zip": "nested", "disguised.txt": "nested", "a.rar": "nested", "m.docm": "no-word",
        "t.xlsx": "roster", "r.csv": "roster", "d.doc": "old-word", "p.pdf": "damaged",
        "e.txt": "source.empty", "bomb.txt": "bomb", "x?[31m.txt": "source.not-text",
    }  # fmt: skip


def test_a_list_inside_says_which_row(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"l.jsonl": '{"text": "一。"}\n{}'})
    assert all_of(path)[1] == {"l.jsonl#2": "no-text"}


def test_encrypted_entries_are_told_of_and_others_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT, "b.txt": TEXT})
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x03\x04") + 6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(data)
    found, errors = all_of(path)
    assert ([one.name for one in found], errors) == (["b.txt"], {"a.txt": "encrypted"})


@pytest.mark.parametrize(
    ("entries", "key"),
    [
        ({}, "no-documents"),
        ({"a.png": b"x"}, "no-documents"),
        ({f"{i}.txt": b" " * 900_000 for i in range(60)}, "bomb"),
    ],
)
def test_archives_that_are_not_read_at_all(
    tmp_path: Path, entries: dict[str, bytes | str], key: str
) -> None:
    assert all_of(zipped(tmp_path / "a.zip", entries)) == ([], {"": key})


def test_an_archive_cut_off_is_told_of(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.txt": TEXT})
    path.write_bytes(path.read_bytes()[:40])
    assert all_of(path) == ([], {"": "damaged"})
