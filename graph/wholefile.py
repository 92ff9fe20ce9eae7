"""A file is written whole or not at all, and never over another one unasked."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from ..ontology.errors import DrawError, StoreError

__all__ = ["drafted", "drop_drafts", "keep_if_possible", "keep_text", "write_whole"]


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """A file to write beside `path`, whose place it takes at the end of the block.

    If the block fails it is deleted and `path` stays; a kill leaves it (:func:`drop_drafts`). Who
    may read it stays. Raises OSError.
    """
    # a server writes from several threads, each a draft of its own
    draft = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        yield draft
        if path.exists():
            shutil.copymode(path, draft)
        draft.replace(path)
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def drop_drafts(path: Path) -> None:
    """Delete what killed programs drafted of the file `path`. Raises OSError."""
    for draft in path.parent.glob(f"{path.name}.*"):
        if draft.name.endswith(".part"):
            draft.unlink(missing_ok=True)


def keep_text(path: Path, text: str) -> None:
    """Replace the file `path` by `text` as it is: whole, and safe on the disk.

    Raises :class:`StoreError`; the file is as it was then.
    """
    try:
        with drafted(path) as draft, draft.open("wb") as out:
            out.write(text.encode("utf-8", errors="surrogateescape"))
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError("store.not-kept", path=path, reason=reason) from error


def write_whole(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write `content` (text as UTF-8) to `path`.

    Raises :class:`DrawError` if `path` exists (unless `force`) or cannot be written.
    """
    if path.exists() and not force:
        raise DrawError("page.exists", path=path)
    try:
        with drafted(path) as draft:
            draft.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
    except OSError as error:
        raise DrawError(
            "page.unwritable", path=path, reason=error.strerror or str(error)
        ) from error


def keep_if_possible(path: Path, content: str) -> None:
    """Replace the file `path` by `content`, or leave it: for what can always be made again."""
    with suppress(OSError), drafted(path) as draft:
        draft.write_bytes(content.encode("utf-8"))
