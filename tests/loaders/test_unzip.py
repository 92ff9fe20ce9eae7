from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path

import pytest

from bangfu.loaders import unzip
from bangfu.loaders.unzip import entry_bytes, opened
from bangfu.ontology.errors import SourceError

HERE = Path("a.zip")


def zipped(**entries: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in entries.items():
            made.writestr(name, data)
    return out.getvalue()


def unpacked(data: bytes, most: int) -> list[bytes]:
    with opened(data, HERE) as found:
        return [entry_bytes(found, info, HERE, most) for info in found.infolist()]


def key_of(data: bytes, most: int = 10**9) -> str:
    with pytest.raises(SourceError) as caught:
        unpacked(data, most)
    return caught.value.key


def test_entries_come_whole() -> None:
    with opened(zipped(a=b"text"), HERE) as found:
        assert entry_bytes(found, found.getinfo("a"), HERE, 4) == b"text"


def test_bombs_are_refused_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(zipped(a=b"\x00" * 5_000_000)) == "document.bomb"
    monkeypatch.setattr(unzip, "MOST_PACKED_WELL", 8_000_000)
    assert key_of(zipped(**{f"n{i}": b"\x00" * 900_000 for i in range(9)})) == "document.bomb"


def test_a_small_entry_that_packs_well_is_no_bomb() -> None:
    with opened(zipped(a=b" " * 500_000), HERE) as found:
        assert len(entry_bytes(found, found.getinfo("a"), HERE, 10**6)) == 500_000


def test_a_directory_that_lies_about_sizes_gains_nothing() -> None:
    data = bytearray(zipped(a=b"\x00" * 3_000_000))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)
    assert key_of(bytes(data)) == "document.damaged"


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    assert key_of(zipped(a=b"12345"), 4) == "source.too-large"
    monkeypatch.setattr(unzip, "MOST_ENTRIES", 1)
    assert key_of(zipped(a=b"1", b=b"2")) == "document.many-entries"
    monkeypatch.setattr(unzip, "MOST_ENTRIES", 9)
    monkeypatch.setattr(unzip, "MOST_TOTAL", 1)
    assert key_of(zipped(a=b"1", b=b"2")) == "document.bomb"


def test_encrypted_and_damaged_entries_are_told_of() -> None:
    data = bytearray(zipped(a=b"text"))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    assert key_of(bytes(data)) == "document.encrypted"
    data = bytearray(zipped(a=bytes(range(256)) * 4))
    data[60] ^= 0xFF
    assert key_of(bytes(data)) == "document.damaged"
    assert key_of(b"PK\x03\x04") == "document.damaged"
    assert key_of(b"") == "document.damaged"
