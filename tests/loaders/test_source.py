"""Bytes → Document: encodings, refusals, addresses, what the head of a page says."""

import os
from pathlib import Path

import pytest

from bangfu.loaders.source import LONGEST_LINE, MOST_BYTES, find_documents, read_document
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.errors import SourceError

STORY = "旺苍县教育局与天津市海河中学签订结对帮扶协议。\n"


def test_folders_are_searched_and_files_taken_as_they_are(tmp_path):
    for name in ("b.txt", "a.HTML", "deep/c.md", "deep/d.htm", "skip.json", "roster.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    found = find_documents([tmp_path, tmp_path / "b.txt", tmp_path / "roster.csv"])
    names = [path.relative_to(tmp_path).as_posix() for path in found]
    assert names == ["a.HTML", "b.txt", "deep/c.md", "deep/d.htm", "roster.csv"]
    with pytest.raises(SourceError) as caught:
        find_documents([tmp_path / "none"])
    assert caught.value.key == "source.missing"


@pytest.mark.parametrize(
    "data",
    [
        STORY.encode(),
        b"\xef\xbb\xbf" + STORY.encode(),
        STORY.encode("gb18030"),
        STORY.encode("utf-16"),
        STORY.encode("utf-16-be"),
        ("<html><meta charset=gb2312>" + STORY).encode("gb18030"),
    ],
)
def test_every_usual_encoding_reads_the_same(tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)
    if data.startswith(b"\x00"):
        pytest.skip("without a mark")
    if data == STORY.encode("utf-16-be"):
        with pytest.raises(SourceError):
            read_document(tmp_path / "a.txt", tmp_path)
        return
    assert read_document(tmp_path / "a.txt", tmp_path).raw.endswith(STORY)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "source.empty"),
        (" \n\t　".encode(), "source.empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(128, 256)), "source.not-text"),
        (b"PK\x03\x04 and more", "source.not-text"),
        (b"%PDF-1.7\n", "source.not-text"),
        (b"text\x00text", "source.not-text"),
        (bytes(range(1, 32)) * 20 + b"abc", "source.not-text"),
        (b"a" * (LONGEST_LINE + 1), "source.long-line"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(tmp_path, data, key):
    path = tmp_path / "x.txt"
    path.write_bytes(data)
    with pytest.raises(SourceError) as caught:
        read_document(path, tmp_path)
    assert caught.value.key == key
    for lang in ("zh", "en"):
        told = caught.value.told(lang)
        assert str(path) in told
        assert "\n" not in told


def test_a_folder_a_missing_and_a_huge_file_are_refused(tmp_path):
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # sparse: takes no room
    for path, key in (
        (tmp_path, "source.folder"),
        (tmp_path / "none.txt", "source.missing"),
        (huge, "source.too-large"),
    ):
        with pytest.raises(SourceError) as caught:
            read_document(path, tmp_path)
        assert caught.value.key == key


@pytest.fixture
def nobody():
    """Root may read everything: for a while it is somebody who may not."""
    user = os.geteuid()
    if user == 0:
        os.seteuid(65534)
    yield
    os.seteuid(user)


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_no_permission_is_told(tmp_path, request):
    path = tmp_path / "locked.txt"
    path.write_text(STORY, encoding="utf-8")
    path.chmod(0)
    request.getfixturevalue("nobody")
    with pytest.raises(SourceError) as caught:
        read_document(path, tmp_path)
    assert caught.value.key == "source.no-permission"


def test_the_address_is_relative_to_the_base(tmp_path):
    (tmp_path / "news").mkdir()
    path = tmp_path / "news" / "a.txt"
    path.write_text(STORY, encoding="utf-8")
    assert read_document(path, tmp_path).address == "news/a.txt"
    assert read_document(path, tmp_path / "store").address == "../news/a.txt"
    assert read_document(path, tmp_path).sha256 == read_document(path, Path("/")).sha256


HTML = """<!DOCTYPE html><html><head><title>两校结对_某县教育网</title>
<meta name="ContentSource" content="某县教育局"><meta name=author content='张三'>
<meta property="article:published_time" content="2024-05-06T10:11:00+08:00">
<link href="https://example.org/a.html" rel="canonical"></head><body><p>两校结对。</p></body></html>"""


def test_the_head_of_a_page_gives_its_metadata(tmp_path):
    path = tmp_path / "page.txt"  # told by its content, not by its name
    path.write_text(HTML, encoding="utf-8")
    page = read_document(path, tmp_path)
    assert page.media_type == "text/html"
    assert page.address == "https://example.org/a.html"
    assert (page.title, page.publisher, page.author) == ("两校结对", "某县教育局", "张三")
    assert page.issued == PartialDate(2024, 5, 6)


def test_an_address_that_is_none_of_the_web_is_not_believed(tmp_path):
    path = tmp_path / "page.html"
    path.write_text(HTML.replace("https://example.org/a.html", "javascript:alert(1)"), "utf-8")
    assert read_document(path, tmp_path).address == "page.html"
