"""What every workbook that is written here keeps to: cells are text, and no clock shows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from typing import Final

__all__ = ["cell_text", "dateless", "plain", "zipped"]

_ZIP_DAY: Final = (1980, 1, 1, 0, 0, 0)
_LONGEST: Final = 32_767
# Excel takes no control characters, and half a surrogate pair is no text at all.
_NOT_IN_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WRITTEN: Final = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def plain(text: str) -> str:
    """Text without the characters that XML cannot hold.

    >>> plain("旺苍\\x07县")
    '旺苍□县'
    """
    return _NOT_IN_XML.sub("□", text)


def cell_text(text: str) -> str:
    """The part of `text` that a cell of a workbook can hold."""
    return plain(text)[:_LONGEST]


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """An archive of `files` without the time of writing."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files:
            info = zipfile.ZipInfo(name, _ZIP_DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def dateless(data: bytes) -> bytes:
    """The workbook `data` without the time of writing: the same content, the same bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as old:
        return zipped(
            (item.filename, _WRITTEN.sub(b"", old.read(item.filename))) for item in old.infolist()
        )
