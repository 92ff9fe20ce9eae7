"""One writer, or any number of readers: a lock on the store's folder.

The engine lets a reader in while another process writes, and takes files away from under it (seen
with pyoxigraph 0.5.13: "No such file" in the middle of a query). The lock of the operating system
goes with the process that holds it, so none is ever left behind.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import final

from ..ontology.errors import StoreError

if sys.platform != "win32":
    import fcntl

__all__ = ["LOCK", "Lock", "hold"]

LOCK = "lock"
"""The name of the file that is locked; it is empty, and stays."""


@final
class Lock:
    """A lock that is held; `close` gives it back, at the latest when nobody knows it any more."""

    def __init__(self, descriptor: int) -> None:
        """Hold the open file `descriptor`."""
        self._descriptor: int | None = descriptor

    def close(self) -> None:
        """Give it back; doing so twice is no harm."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None

    def __del__(self) -> None:
        """Give it back."""
        self.close()


def hold(path: Path, *, shared: bool) -> Lock | None:
    """Lock the store in the folder `path`, with other readers if `shared`.

    Raises :class:`StoreError` (``store.in-use``) if others hold it. None where nothing can be
    locked: a folder that nobody may write to, and systems without ``flock``.
    """
    if sys.platform == "win32":
        return None
    file = path / LOCK
    with suppress(OSError):
        file.touch()
    try:
        lock = Lock(descriptor := os.open(file, os.O_RDONLY | os.O_CLOEXEC))
        fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
    except BlockingIOError as error:
        lock.close()
        raise StoreError("store.in-use", path=path) from error
    except OSError:
        return None
    return lock
