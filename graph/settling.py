"""Decisions into a store: who is left out and what was corrected, applied to all that it holds.

A mark in the store's folder tells which state of the files beside it has been applied. A file that
somebody edited, or that came from a colleague, is applied at the next opening.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Final

from .corrections import FILE_NAME as CORRECTIONS
from .engine import Store
from .entry import Entry
from .said import NO_SOURCES
from .suppression import FILE_NAME as SUPPRESSIONS

__all__ = ["note_settled", "others_left_out", "settle", "settled"]

_MARK: Final = "decided"


def settled(path: Path) -> bool:
    """Whether what the store at `path` holds is as the files beside it decide."""
    wanted = _wanted(path)
    try:
        return (path / _MARK).read_text(encoding="ascii") == wanted
    except (FileNotFoundError, UnicodeDecodeError):
        return not wanted


def settle(store: Store, path: Path) -> int:
    """Apply the decisions beside the store at `path`, open for writing; sources that changed."""
    if settled(path) or not isinstance(store, Entry):
        return 0
    count = sum(store.decide_again(graph) for graph in store.graphs() if graph not in NO_SOURCES)
    store.flush()
    note_settled(path)
    return count


def others_left_out(path: Path) -> bool:
    """Whether the file beside the store says of others than before who is to be left out."""
    try:
        known = (path / _MARK).read_text(encoding="ascii")
    except (FileNotFoundError, UnicodeDecodeError):
        known = ""
    return known.partition("\n")[0] != _wanted(path).partition("\n")[0]


def note_settled(path: Path) -> None:
    """Note that what the store at `path` holds is as the files beside it decide."""
    (path / _MARK).write_text(_wanted(path), encoding="ascii")


def _wanted(path: Path) -> str:
    """The digests of the files, a line each, empty for one that is missing."""
    files = [path.resolve().parent / name for name in (SUPPRESSIONS, CORRECTIONS)]
    told = [sha256(file.read_bytes()).hexdigest() if file.exists() else "" for file in files]
    return "\n".join(told) if any(told) else ""
