from __future__ import annotations

from pathlib import Path

import pytest

from bangfu.loaders.received import address_of, bytes_of, sha256_of
from bangfu.ontology.errors import SourceError


def key_of(path: Path, most: int = 100) -> str:
    with pytest.raises(SourceError) as caught:
        bytes_of(path, most)
    assert str(path) in caught.value.told("zh")
    return caught.value.key


def test_bytes_come_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"\x00\xff")
    assert bytes_of(tmp_path / "a") == b"\x00\xff"
    assert sha256_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_what_is_no_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "empty").touch()
    (tmp_path / "long").write_bytes(b"x" * 101)
    assert key_of(tmp_path / "none") == "source.missing"
    assert key_of(tmp_path) == "source.folder"
    assert key_of(tmp_path / "empty") == "source.empty"
    assert key_of(tmp_path / "long") == "source.too-large"


def test_an_address_counts_from_the_base(tmp_path: Path) -> None:
    assert address_of(tmp_path / "子" / "a.pdf", tmp_path) == "子/a.pdf"
    assert address_of(tmp_path / "a.pdf", tmp_path / "store") == "../a.pdf"
