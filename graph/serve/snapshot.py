"""A copy of a store as it stands at one moment, so that loads go on while a server reads.

The engine never changes a finished table of its own, so these are linked, and only what is small is
copied. A copy is made under the store's lock, which it needs for milliseconds; it lies among the
store's views (or in the system's folder for passing files, where those cannot be written), is held
by the lock of its server, and is swept away by the next one after a kill.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp
from typing import Final, final

from ...ontology.errors import StoreError
from .. import folder
from ..corrections import FILE_NAME as CORRECTIONS
from ..embedded import Embedded
from ..keep import reading
from ..locking import LOCK, Lock, hold
from ..mirror import mirror_of
from ..profile import Profile
from ..remote import is_remote
from ..secret import KEY_FILE
from ..suppression import FILE_NAME as SUPPRESSIONS

__all__ = ["Snapshot", "state"]

_VIEWS: Final = "views"
_PREFIX: Final = "served-"
_BESIDE: Final = ("judgements.tsv", CORRECTIONS, SUPPRESSIONS, KEY_FILE)
_REMOTE: Final = "remote"
"""The state of a server without a mirror: what it holds changes unseen, and is not copied."""

_MARK: Final = "underived"
"""The mark of a store that is being written, or was when its writer was killed."""


def state(store: Path) -> str | None:
    """What the store at `store` and the files beside it are now; None while it is written to.

    Two equal states are the same content: the engine adds to a file with every write.
    """
    if is_remote(store):
        try:
            store = _at_hand(store)
        except StoreError:  # nobody there just now: what is served stays
            return None
        if is_remote(store):
            return _REMOTE
    if (store / _MARK).exists():
        return None
    told = []
    try:
        for item in sorted((*_engine(store), *_beside(store))):
            about = item.stat()
            told.append(f"{item.name} {about.st_size} {about.st_mtime_ns}")
    except FileNotFoundError:  # the engine takes files away while it is written to
        return None
    return "\n".join(told)


@final
class Snapshot:
    """A store of its own at `store`, with the files beside it; `state` is what it was made from.

    In `folder` there is room for more that lasts as long as it does.
    """

    def __init__(self, store: Path, profile: Profile) -> None:
        """Copy the store at `store`, and what `profile` may see of it if that was made before.

        Raises StoreError: there is none, somebody writes to it, or no copy can be written.
        """
        store = _at_hand(store)
        remote = is_remote(store)
        if not remote:
            folder.verify(store, create=False)
        try:
            self.folder = _home(store)
            self._lock: Lock | None = hold(self.folder, shared=True)
            if remote:
                self.store, self.state = store, _REMOTE
                return
            self.store = self.folder / "store"
            held = hold(store, shared=True)
            try:
                self.state = state(store) or ""
                _copy(store, self.store, profile)
                for item in _beside(store):
                    shutil.copy2(item, self.folder)
            finally:
                if held is not None:
                    held.close()
        except OSError as error:
            self.drop()
            raise StoreError("store.not-writable", path=store) from error
        except BaseException:
            self.drop()
            raise

    def drop(self) -> None:
        """Delete it; for when nobody reads it any more. Doing so twice is no harm."""
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder, ignore_errors=True)
        if getattr(self, "_lock", None) is not None:
            assert self._lock is not None
            self._lock.close()
            self._lock = None


def _at_hand(store: Path) -> Path:
    """Of a server the mirror, brought up to date, where one is kept; else `store` itself."""
    if not is_remote(store):
        return store
    with reading(store) as read:
        mirrored = isinstance(read, Embedded) and read.path is not None
    return mirror_of(store) if mirrored else store


def _engine(store: Path) -> Iterator[Path]:
    """The files that tell what the engine holds."""
    for item in folder.data(store).iterdir():
        if item.suffix in (".sst", ".log") or item.name.startswith(("MANIFEST", "CURRENT")):
            yield item


def _beside(store: Path) -> Iterator[Path]:
    """The decisions beside the store: judgements, corrections, who is left out, and the key."""
    for name in _BESIDE:
        item = store.resolve().parent / name
        if item.is_file():
            yield item


def _home(store: Path) -> Path:
    """A new folder for a copy, after those that nobody holds any more are swept away."""
    inside, outside = store.resolve() / _VIEWS, Path(gettempdir())
    if not is_remote(store):
        with suppress(OSError):
            inside.mkdir(exist_ok=True)
    for home, prefix in ((inside, _PREFIX), (outside, f"bangfu-{_PREFIX}{_user()}-")):
        for left in home.glob(f"{prefix}*"):
            _sweep(left)
        with suppress(OSError):
            return Path(mkdtemp(prefix=prefix, dir=home))
    raise StoreError("store.not-writable", path=store)


def _user() -> str:
    return str(os.getuid()) if hasattr(os, "getuid") else "own"


def _sweep(left: Path) -> None:
    try:
        lock = hold(left, shared=False)
    except StoreError:
        return
    if lock is not None:
        shutil.rmtree(left, ignore_errors=True)
        lock.close()


def _copy(store: Path, to: Path, profile: Profile) -> None:
    """The store at `store` as the new folder `to`, with the views of `profile`."""
    to.mkdir()
    for item in store.iterdir():
        if item.is_file() and item.name != LOCK:
            shutil.copy2(item, to)
    _link(folder.data(store), folder.data(to))
    if profile is Profile.INTERNAL:
        return
    for view in (store / _VIEWS).glob(f"{profile}-*"):
        try:
            _link(view, to / _VIEWS / view.name)
        except OSError:  # deleted just now: it will be made again
            shutil.rmtree(to / _VIEWS / view.name, ignore_errors=True)


def _link(one: Path, to: Path) -> None:
    """Folder `one` as `to`: finished tables linked, all else copied with its times."""
    to.mkdir(parents=True)
    for item in one.iterdir():
        if item.is_dir():
            _link(item, to / item.name)
        elif item.name == LOCK:
            continue
        elif item.suffix == ".sst":
            try:
                os.link(item, to / item.name)
            except OSError:
                shutil.copy2(item, to)
        else:
            shutil.copy2(item, to)
