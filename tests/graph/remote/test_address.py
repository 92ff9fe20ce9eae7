from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.graph.remote import base_of, connected, is_remote, read_address
from bangfu.ontology.errors import StoreError


def test_addresses_told_once_are_remembered(tmp_path: Path) -> None:
    first = connected("https://h/q", update="https://h/u", work=tmp_path)
    again = connected("https://h/q", graph_store="https://h/g", work=tmp_path)
    assert first == again
    assert is_remote(first)
    known = read_address(first)
    assert (known.query, known.update, known.graph_store) == (
        "https://h/q",
        "https://h/u",
        "https://h/g",
    )
    assert connected("https://h/other", work=tmp_path) != first


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("https://u:geheim@h/q", "remote.password-in-address"),
        ("https:///q", "remote.address"),
        ("https://h:x/q", "remote.address"),
        ("https://h/q?a=b", "remote.address"),
        ("ftp://h/q", "remote.address"),
    ],
)
def test_what_is_no_address(tmp_path: Path, url: str, key: str) -> None:
    with pytest.raises(StoreError) as caught:
        connected(url, work=tmp_path)
    assert caught.value.key == key
    assert "geheim" not in str(caught.value)
    assert not list(tmp_path.iterdir())


def test_a_damaged_folder_says_what_to_do(tmp_path: Path) -> None:
    folder = connected("https://h/q", work=tmp_path)
    (folder / "remote.json").write_text("{", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        connected("https://h/q", work=tmp_path)
    assert caught.value.key == "remote.meta"


def test_addresses_of_sources_count_from_the_work_folder_or_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert base_of(connected("https://h/q")) == tmp_path / "here"
    assert base_of(connected("https://h/q", work=tmp_path / "w")) == tmp_path / "w"
    assert base_of(tmp_path / "x.db") == tmp_path
