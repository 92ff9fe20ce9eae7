"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.wholefile import keep_if_possible, write_whole
from bangfu.ontology.errors import DrawError


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
