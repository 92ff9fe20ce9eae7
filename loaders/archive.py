"""ZIP archives of articles → documents; nothing is ever unpacked under a name from the archive."""

from __future__ import annotations

import stat
import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from ..ontology.errors import BangfuError, SourceError
from .received import address_of, bytes_of
from .source import Document
from .unzip import entry_bytes, opened

__all__ = ["read_archive"]

MOST_ENTRY = 50_000_000
"""Bytes of one entry, unpacked."""
_UTF8 = 0x800
"""The flag of an entry whose name is UTF-8; see APPNOTE 6.3.10, appendix D."""
_UNICODE_PATH = 0x7075
_ARCHIVES = (".7z", ".bz2", ".gz", ".rar", ".tar", ".tgz", ".xz", ".zip")
_TABLES = (".et", ".ods", ".xls", ".xlsm", ".xlsx")
_OLD_WORDS = (".doc", ".docm", ".dotm", ".wps")
_SYSTEM = frozenset(("__MACOSX", ".DS_Store", "Thumbs.db", "desktop.ini"))

Reader = Callable[[Path, Path], Iterator[Document | BangfuError]]
"""What reads one file, as ``documents.read_any`` does."""


def read_archive(
    path: Path, base: Path, read: Reader, suffixes: tuple[str, ...]
) -> Iterator[Document | BangfuError]:
    """The documents in a ZIP, by their names in it, or what is wrong with each that is none.

    `read` reads one unpacked file; it is asked for entries that end in one of `suffixes`. Tables,
    archives in the archive, macro documents, encrypted entries, links and paths that leave the
    archive are an error each; pictures and other files are passed over, as in a folder. The
    address is the page's own URL, or ``archive.zip!/inner/name.txt``. Names without the UTF-8 flag
    are read as UTF-8, then GB18030, as Chinese Windows writes them.
    Raises :class:`SourceError` for a file that is no ZIP, or a bomb, or has nothing to read.
    """
    own = address_of(path, base)
    found_any = False
    with opened(bytes_of(path), path) as found, TemporaryDirectory() as folder:
        names = {id(info): _name(info) for info in found.infolist()}
        for number, info in enumerate(sorted(found.infolist(), key=lambda i: names[id(i)])):
            name = names[id(info)]
            if info.is_dir() or _SYSTEM & set(PurePosixPath(name).parts):
                continue
            shown = Path(f"{path}!") / _inside(name)
            fault = _fault(info, name, shown, suffixes)
            suffix = PurePosixPath(name).suffix.lower()
            if fault is None and suffix not in suffixes:
                continue
            found_any = True
            if fault is not None:
                yield fault
                continue
            try:
                data = entry_bytes(found, info, shown, MOST_ENTRY)
            except SourceError as error:
                yield error
                continue
            inner = Path(folder) / f"{number}{suffix}"
            inner.write_bytes(data)
            for given in read(inner, Path(folder)):
                yield _told(given, inner, shown, f"{own}!/{_inside(name)}")
            inner.unlink()
    if not found_any:
        raise SourceError("document.no-documents", path=path, suffixes=" ".join(suffixes))


def _told(
    given: Document | BangfuError, inner: Path, shown: Path, address: str
) -> Document | BangfuError:
    """`given` with the entry's own name in place of that of the file it was unpacked to."""
    if isinstance(given, Document):
        name = shown.name + given.name.removeprefix(inner.name)
        if not given.address.startswith(inner.name):
            return replace(given, name=name)
        return replace(given, name=name, address=address + given.address.removeprefix(inner.name))
    where = str(given.values.get("path", "")).removeprefix(str(inner))
    return type(given)(given.key, **{**given.values, "path": f"{shown}{where}"})


def _fault(
    info: zipfile.ZipInfo, name: str, shown: Path, suffixes: tuple[str, ...]
) -> SourceError | None:
    """What keeps an entry from being read at all; None if nothing does."""
    suffix = PurePosixPath(name).suffix.lower()
    if _leaves(name):
        return SourceError("document.leaves-archive", path=shown)
    if stat.S_ISLNK(info.external_attr >> 16):
        return SourceError("document.symlink", path=shown)
    if suffix in _ARCHIVES:
        return SourceError("document.nested", path=shown)
    if suffix in _TABLES:
        return SourceError("document.roster", path=shown)
    if suffix in _OLD_WORDS and suffix not in suffixes:
        key = "document.macros" if suffix.endswith("m") else "document.old-word"
        return SourceError(key, path=shown)
    return None


def _leaves(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return name.startswith(("/", "\\")) or name[1:2] == ":" or ".." in parts


def _inside(name: str) -> str:
    """`name` as it may stand in a message: without control characters, and as a path inside."""
    clean = "".join(char if char.isprintable() else "?" for char in name)
    return clean.replace("\\", "/").lstrip("/") or "?"


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name: from its Unicode field, or as flagged, or by trying."""
    if info.flag_bits & _UTF8:
        return info.filename
    told = _unicode_path(info.extra)
    if told is not None:
        return told
    data = info.orig_filename.encode("cp437", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return info.filename


def _unicode_path(extra: bytes) -> str | None:
    """Info-ZIP's field of the name in UTF-8 (APPNOTE 4.6.9), if it is there."""
    while len(extra) >= 4:
        kind, size = struct.unpack("<HH", extra[:4])
        if kind == _UNICODE_PATH and size > 5:
            try:
                return extra[9 : 4 + size].decode("utf-8")
            except UnicodeDecodeError:
                return None
        extra = extra[4 + size :]
    return None
