"""The one door for documents: whatever a file is, the articles in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..ontology.errors import BangfuError, SourceError
from .archive import read_archive
from .articlerows import is_listing
from .docx import read_docx
from .listing import read_listing
from .pdf import read_pdf
from .source import Document, read_document

__all__ = ["SUFFIXES", "is_container", "read_any"]

_WORD = (".doc", ".docm", ".docx", ".dotm", ".dotx", ".wps")
_LISTS = (".csv", ".jsonl", ".ndjson", ".tsv")
_SINGLE = (".htm", ".html", ".md", ".pdf", ".txt", *_WORD)
SUFFIXES = tuple(sorted((*_SINGLE, *_LISTS, ".zip")))
"""The endings that are looked for in a folder. Old and macro forms of Word are among them, so that
each is told of rather than passed over."""

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLE = b"\xd0\xcf\x11\xe0"
_START = 1024
"""Bytes at the start among which readers look for a PDF's mark (ISO 32000-1, annex H)."""


def is_container(path: Path) -> bool:
    """Whether the file may hold several documents: an archive, or a list of articles."""
    return path.suffix.lower() == ".zip" or is_listing(path)


def read_any(path: Path, base: Path) -> Iterator[Document | BangfuError]:
    """The documents in the file `path`, each as it is read, or what is wrong; it never raises.

    What the file is, its first bytes say, then its ending. `base` is the folder that addresses
    count from. A roster gives ``document.roster``: rosters are read by ``table.read_roster``.
    """
    try:
        yield from _read(path, base, archives=True)
    except BangfuError as error:
        yield error


def _inner(path: Path, base: Path) -> Iterator[Document | BangfuError]:
    """As :func:`read_any`, for a file that came out of an archive."""
    try:
        yield from _read(path, base, archives=False)
    except BangfuError as error:
        yield error


def _read(path: Path, base: Path, *, archives: bool) -> Iterator[Document | BangfuError]:
    start = _start(path)
    suffix = path.suffix.lower()
    if b"%PDF-" in start or suffix == ".pdf":
        yield read_pdf(path, base)
    elif suffix in _WORD or start.startswith(_OLE):
        yield read_docx(path, base)
    elif suffix == ".zip" or start.startswith((_ZIP, _EMPTY_ZIP)):
        if b"[Content_Types].xml" in start:
            yield read_docx(path, base)
        elif archives:
            yield from read_archive(path, base, _inner, _SUFFIXES_INSIDE)
        else:
            raise SourceError("document.nested", path=path)
    elif is_listing(path):
        yield from read_listing(path, base)
    elif suffix in (".csv", ".tsv"):
        raise SourceError("document.roster", path=path)
    else:
        yield read_document(path, base)


_SUFFIXES_INSIDE = tuple(suffix for suffix in SUFFIXES if suffix != ".zip")


def _start(path: Path) -> bytes:
    """The first bytes; none of a file that cannot be read, whose reader will say why."""
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_START)
    except OSError:
        return b""
