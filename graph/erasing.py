"""What nothing says any more, out of a store's files too.

The engine keeps every text that it ever held, and tables and views are made from it: after somebody
was left out, all of them are made anew. A mark in the folder stands until that is done, so that a
kill on the way is made good at the next opening.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pyoxigraph as ox

from . import folder
from .faults import ENGINE_ERRORS, store_fault
from .locking import hold
from .remote import is_remote
from .views import drop_views

__all__ = ["OWED", "erase", "owe", "owed"]

OWED: Final = "unerased"
"""The name of the mark."""


def owe(path: Path) -> None:
    """Mark the store at `path`: its files hold what they should not."""
    (path / OWED).touch()


def owed(path: Path) -> bool:
    """Whether the files of the store at `path` hold what they should not."""
    return (path / OWED).exists()


def erase(path: Path) -> None:
    """Write the engine's files of the store at `path` anew, and delete what was made from them.

    Raises StoreError where somebody else reads or writes it, or it cannot be written.
    """
    from .edgecache import drop_table  # takes long to import

    drop_views(path)
    drop_table(path)
    if not is_remote(path):  # what a server keeps in its files is out of reach from here
        _rewrite(path)
    (path / OWED).unlink(missing_ok=True)


def _rewrite(path: Path) -> None:
    lock = hold(path, shared=False)
    try:
        folder.settle(path)
        staged = folder.staging(path)
        fresh = ox.Store(str(staged))
        fresh.bulk_extend(iter(folder.readable(path)))
        fresh.flush()
        del fresh
        folder.take(path)
    except ENGINE_ERRORS as error:
        raise store_fault(error, str(path)) from error
    finally:
        if lock is not None:
            lock.close()
