"""A store's files written anew, without what nothing says any more."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from . import folder
from .erasing import erase
from .locking import hold

__all__ = ["Compacted", "compact"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compacted:
    """Bytes in the store's folder before and after."""

    before: int
    after: int


def compact(path: Path) -> Compacted:
    """Write the engine's files of the store at `path` anew; what was made from them goes too.

    Views, tables and what killed programs left behind go as well: they are made again when they are
    wanted. A kill leaves the files of before. Raises :class:`~bangfu.ontology.errors.StoreError`
    for a store that is missing, broken or in use.
    """
    folder.verify(path, create=False)
    before = _size(path)
    lock = hold(path, shared=False)
    try:
        for left in (*path.glob("views/.*"), *path.glob("*.part")):
            shutil.rmtree(left) if left.is_dir() else left.unlink()
    finally:
        if lock is not None:
            lock.close()
    erase(path)
    return Compacted(before=before, after=_size(path))


def _size(path: Path) -> int:
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
