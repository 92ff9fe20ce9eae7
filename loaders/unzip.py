"""ZIP files opened with bounds: what DOCX and archives have in common.

A ZIP can say that it is small and be endless, so every entry is read with a limit of its own, and
the sums that its directory declares are checked before anything is read.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..ontology.errors import SourceError

__all__ = ["MOST_ENTRIES", "MOST_RATIO", "MOST_TOTAL", "entry_bytes", "opened"]

MOST_ENTRIES = 20_000
MOST_TOTAL = 2_000_000_000
"""Bytes of all entries together, unpacked."""
MOST_RATIO = 200
"""Unpacked to packed. Chinese text packs 3:1, XML of Word some 20:1; DEFLATE at most 1032:1."""
MOST_PACKED_WELL = 50_000_000
"""Bytes of all entries together, up to which their common ratio does not matter."""
_SMALL = 1_000_000
"""An entry below this may have any ratio: a few repeated lines pack very well."""

_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    ValueError,
    RuntimeError,
)


@contextmanager
def opened(data: bytes, path: Path) -> Iterator[zipfile.ZipFile]:
    """The ZIP file `data`, found at `path`.

    Raises :class:`SourceError` for one that is damaged, or has more entries or more bytes than
    any collection of articles.
    """
    try:
        found = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        raise SourceError("document.damaged", path=path, kind="ZIP") from None
    with found:
        infos = found.infolist()
        if len(infos) > MOST_ENTRIES:
            raise SourceError(
                "document.many-entries", path=path, count=len(infos), limit=MOST_ENTRIES
            )
        total = sum(info.file_size for info in infos)
        if total > MOST_TOTAL:
            raise SourceError("document.bomb", path=path)
        if total > MOST_PACKED_WELL and total > MOST_RATIO * len(data):
            raise SourceError("document.bomb", path=path)
        yield found


def entry_bytes(found: zipfile.ZipFile, info: zipfile.ZipInfo, path: Path, most: int) -> bytes:
    """The bytes of one entry, never more than `most`; `path` is for the message alone.

    Raises :class:`SourceError` for an entry that is encrypted, damaged, too large or a bomb.
    """
    if info.flag_bits & 0x1:
        raise SourceError("document.encrypted", path=path)
    if info.file_size > most:
        raise SourceError("source.too-large", path=path, size=info.file_size, limit=most)
    if info.file_size > _SMALL and info.file_size > MOST_RATIO * max(info.compress_size, 1):
        raise SourceError("document.bomb", path=path)
    try:
        with found.open(info) as entry:
            data = entry.read(most + 1)
    except _DAMAGED:
        raise SourceError("document.damaged", path=path, kind="ZIP") from None
    if len(data) > most:
        raise SourceError("document.bomb", path=path)
    return data
