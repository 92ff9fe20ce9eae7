"""What nothing says any more, out of a store's files too.

The engine keeps every text that it ever held, and tables and views are made from it: after somebody
was left out, all of them are made anew. A mark in the folder stands until that is done, so that a
kill on the way is made good at the next opening.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from . import folder
from .edgelog import drop_table
from .faults import ENGINE_ERRORS, store_fault
from .locking import hold
from .remote import is_remote
from .views import drop_views

__all__ = ["OWED", "erase", "erase_if_free", "files_owed", "owe", "owed"]

OWED: Final = "unerased"
"""The name of the mark."""
_VIEWS: Final = "views"
"""What stands in the mark when nothing but copies that are being read is left to delete."""


def owe(path: Path) -> None:
    """Mark the store at `path`, for the one who writes to it: its files hold what they should not.

    Without the store's lock the mark may be taken away by who has just made good an earlier one.
    """
    (path / OWED).write_text("", encoding="ascii")


def owed(path: Path) -> bool:
    """Whether the files of the store at `path` hold what they should not."""
    return (path / OWED).exists()


def files_owed(path: Path) -> bool:
    """Whether more is left to do than to delete copies of it that are being read."""
    try:
        return (path / OWED).read_text(encoding="ascii") != _VIEWS
    except FileNotFoundError:
        return False


def erase(path: Path) -> None:
    """Write the engine's files of the store at `path` anew, and delete what was made from them.

    The mark stands until the copies that a server reads are gone too. Raises StoreError where
    somebody else reads or writes the store itself, or it cannot be written.
    """
    with _alone(path):
        _erase(path)


def erase_if_free(path: Path) -> None:
    """What is left to do of it, or nothing where somebody else reads or writes the store.

    The mark stands for next time then. Raises StoreError where it cannot be written.
    """
    try:
        with _alone(path):  # the mark is read under the lock: what others owe meanwhile stays owed
            if files_owed(path):
                _erase(path)
            elif owed(path):
                _drop_copies(path)
    except StoreError as error:
        if error.key != "store.in-use":
            raise


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    lock = hold(path, shared=False)
    try:
        yield
    except ENGINE_ERRORS as error:
        raise store_fault(error, str(path)) from error
    finally:
        if lock is not None:
            lock.close()


def _erase(path: Path) -> None:
    drop_table(path)
    folder.drop_unfinished(path)
    if not is_remote(path):  # what a server keeps in its files is out of reach from here
        _rewrite(path)
    _drop_copies(path)


def _drop_copies(path: Path) -> None:
    if drop_views(path):
        (path / OWED).unlink(missing_ok=True)
    else:
        (path / OWED).write_text(_VIEWS, encoding="ascii")


def _rewrite(path: Path) -> None:
    folder.settle(path)
    staged = folder.staging(path)
    fresh = ox.Store(str(staged))
    fresh.bulk_extend(iter(folder.readable(path)))
    fresh.flush()
    del fresh
    folder.take(path)
