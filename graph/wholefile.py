"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from ..ontology.errors import DrawError

__all__ = ["keep_if_possible", "write_whole"]


def write_whole(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write `content` (text as UTF-8) to `path`.

    Raises :class:`DrawError` if `path` exists (unless `force`) or cannot be written.
    """
    if path.exists() and not force:
        raise DrawError("page.exists", path=path)
    data = content.encode("utf-8") if isinstance(content, str) else content
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        try:
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except OSError as error:
        raise DrawError(
            "page.unwritable", path=path, reason=error.strerror or str(error)
        ) from error


def keep_if_possible(path: Path, content: str) -> None:
    """Replace the file `path` by `content`, or leave it: for what can always be made again."""
    draft = path.with_name(f"{path.name}.{os.getpid()}.part")
    with suppress(OSError):
        try:
            draft.write_bytes(content.encode("utf-8"))
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
