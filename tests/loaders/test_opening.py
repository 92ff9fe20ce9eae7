"""Which files are read, and as what."""

import zipfile
from pathlib import Path

import pytest
from bench import SAMPLE

from bangfu.loaders import find_files, load, load_each, sample_folder
from bangfu.ontology.errors import BangfuError, SourceError
from bangfu.ontology.records import Reading, SourceClass


def test_a_folder_is_searched_for_what_can_be_read(tmp_path: Path) -> None:
    for name in ("b.txt", "a.html", "r.xlsx", "g.ttl", "p.png", "~$r.xlsx", "in/c.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["a.html", "b.txt", "g.ttl", "in/c.md", "r.xlsx"]


def test_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        find_files([tmp_path])


def test_a_roster_is_no_page() -> None:
    assert load(SAMPLE / "roster.csv", SAMPLE).source.source_class is SourceClass.ROSTER


def test_an_archive_gives_each_article_and_each_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.write(SAMPLE / "s01-agreement.txt", "a/one.txt")
        archive.write(SAMPLE / "s09-denied.txt", "two.txt")
        archive.writestr("broken.txt", b"\x89PNG\r\n\x1a\n\x00")
    found = list(load_each(tmp_path / "z.zip", tmp_path))
    read = [one for one in found if isinstance(one, Reading)]
    assert sorted(one.source.address for one in read) == ["z.zip!/a/one.txt", "z.zip!/two.txt"]
    assert sum(isinstance(one, BangfuError) for one in found) == 1


def test_the_sample_is_shipped() -> None:
    with sample_folder() as folder:
        assert len(find_files([folder])) == 10
