"""Files as received: their bytes, bounded, and the address that a file without a URL has."""

from __future__ import annotations

import hashlib
from pathlib import Path

from ..ontology.errors import SourceError

__all__ = ["MOST_BYTES", "address_of", "bytes_of", "sha256_of"]

MOST_BYTES = 200_000_000
"""Of a document with pictures in it; the text in it is bounded on its own."""


def bytes_of(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of the file `path`.

    Raises :class:`SourceError` if it is missing, no file, empty, or larger than `most`.
    """
    try:
        if path.is_dir():
            raise SourceError("source.folder", path=path)
        size = path.stat().st_size
        if size > most:
            raise SourceError("source.too-large", path=path, size=size, limit=most)
        if not path.is_file():
            raise SourceError("source.not-text", path=path, kind="device")
        data = path.read_bytes()
    except FileNotFoundError:
        raise SourceError("source.missing", path=path) from None
    except PermissionError:
        raise SourceError("source.no-permission", path=path) from None
    except OSError as error:
        raise SourceError("source.unreadable", path=path, why=error.strerror) from None
    if not data:
        raise SourceError("source.empty", path=path)
    return data


def sha256_of(data: bytes) -> str:
    """The digest by which a source is known to be unchanged."""
    return hashlib.sha256(data).hexdigest()


def address_of(path: Path, base: Path) -> str:
    """The path as seen from the folder `base`, with ``/`` on every system."""
    path, base = path.resolve(), base.resolve()
    ups = 0
    while not path.is_relative_to(base):
        base = base.parent
        ups += 1
    return "../" * ups + path.relative_to(base).as_posix()
