"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bangfu.graph.wholefile import (
    drafted,
    drop_drafts,
    keep_if_possible,
    keep_text,
    write_whole,
)
from bangfu.ontology.errors import DrawError, StoreError


def test_text_is_utf_8_and_bytes_are_bytes(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", "帮扶\n")
    write_whole(tmp_path / "b", b"\xff\r\n")
    assert (tmp_path / "a").read_bytes() == "帮扶\n".encode()
    assert (tmp_path / "b").read_bytes() == b"\xff\r\n"


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    out = tmp_path / "a"
    write_whole(out, "one")
    with pytest.raises(DrawError) as caught:
        write_whole(out, "two")
    assert caught.value.key == "page.exists"
    assert out.read_text(encoding="utf-8") == "one"
    write_whole(out, "two", force=True)
    assert out.read_text(encoding="utf-8") == "two"
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_what_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    for bad in (tmp_path / "none" / "a", tmp_path / "folder"):
        with pytest.raises(DrawError) as caught:
            write_whole(bad, "text", force=True)
        assert caught.value.key == "page.unwritable"
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_what_can_be_made_again_is_kept_where_that_is_possible(tmp_path: Path) -> None:
    keep_if_possible(tmp_path / "a", "一\n")
    keep_if_possible(tmp_path / "a", "二\n")
    assert (tmp_path / "a").read_bytes() == "二\n".encode()
    (tmp_path / "folder").mkdir()
    for bad in (tmp_path / "none" / "a", tmp_path / "folder"):
        keep_if_possible(bad, "text")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "folder"]


def test_a_draft_takes_its_place_at_the_end_or_never(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("一", encoding="utf-8")
    file.chmod(0o600)
    with pytest.raises(ValueError, match="in between"), drafted(file) as draft:  # noqa: PT012
        draft.write_text("二", encoding="utf-8")
        raise ValueError("in between")
    assert file.read_text(encoding="utf-8") == "一"
    with drafted(file) as draft:
        draft.write_text("二", encoding="utf-8")
        assert file.read_text(encoding="utf-8") == "一"
    assert file.read_text(encoding="utf-8") == "二"
    assert file.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_what_killed_programs_drafted_can_be_dropped(tmp_path: Path) -> None:
    for name in ("a.77.part", "a.77.140.part", "a.part", "ab.part", "b.77.part", "a"):
        (tmp_path / name).touch()
    drop_drafts(tmp_path / "a")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a", "ab.part", "b.77.part"]


def test_a_text_is_kept_whole_or_the_file_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "a"
    keep_text(file, "一\r\n\udcff")
    assert file.read_bytes() == "一\r\n".encode() + b"\xff"

    def full(_: Path, __: object) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StoreError) as caught:
        keep_text(file, "二")
    assert caught.value.key == "store.not-kept"
    assert "no space left" in caught.value.told("zh")
    assert file.read_bytes().startswith("一".encode())
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_threads_do_not_write_into_each_others_drafts(tmp_path: Path) -> None:
    def inner() -> None:
        with drafted(tmp_path / "a") as draft:
            draft.write_text("inner", encoding="utf-8")

    with ThreadPoolExecutor(1) as other, drafted(tmp_path / "a") as draft:
        draft.write_text("outer", encoding="utf-8")
        other.submit(inner).result()
    assert (tmp_path / "a").read_text(encoding="utf-8") == "outer"


def test_a_text_is_on_the_disk_before_it_takes_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bytes] = []
    real = os.fsync

    def watched(descriptor: int) -> None:
        os.write(descriptor, b"")  # systems are there that sync nothing but what can be written
        real(descriptor)
        (draft,) = tmp_path.iterdir()
        synced.append(draft.read_bytes())

    monkeypatch.setattr(os, "fsync", watched)
    keep_text(tmp_path / "a", "一")
    assert synced == ["一".encode()]
