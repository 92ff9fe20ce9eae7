"""Redacted copies of a store, kept: made once for each state of it, found again by every command.

They lie in ``views/`` inside the store's folder, one for a profile and a state, and are stores
themselves. Which state the store is in is told by its files, so nothing that writes can be missed.
A copy that fits no more is deleted as soon as nobody reads it.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from ..ontology.nt import Triple
from . import folder
from .engine import Store
from .faults import ENGINE_ERRORS, store_fault
from .locking import hold
from .profile import Profile
from .redact import redacted
from .secret import store_key
from .store import open_store

__all__ = ["RULES", "drop_views", "view_of"]

RULES: Final = 2
"""Counts up with every change of what profiles may see, so that no older copy is used."""
_VIEWS: Final = "views"
_CHUNK: Final = 200_000


def view_of(store: Store, path: Path, profile: Profile) -> Path:
    """The folder of what `profile` may see of `store`, which lies at `path`; made if need be.

    Raises StoreError where it cannot be written or the store's key is damaged.
    """
    key = store_key(path)
    state = sha256(f"{RULES}\n{folder.state(path)}".encode() + key).hexdigest()[:16]
    views = path / _VIEWS
    wanted = views / f"{profile}-{state}"
    if wanted.is_dir():
        return wanted
    try:
        views.mkdir(exist_ok=True)
        part = Path(mkdtemp(prefix=f".{profile}-", dir=views))
        try:
            _fill(part, redacted(store, profile, key))
            part.rename(wanted)
        except OSError:
            if not wanted.is_dir():  # unless another process has just made the same
                raise
        finally:
            shutil.rmtree(part, ignore_errors=True)
    except OSError as error:
        raise StoreError("store.not-writable", path=views) from error
    for other in views.glob(f"{profile}-*"):
        if other != wanted:
            _drop(other)
    return wanted


def drop_views(path: Path) -> bool:
    """Delete all copies of the store at `path` that nobody is reading; whether none is left."""
    dropped = {_drop(view) for view in sorted((path / _VIEWS).glob("*"))}
    return False not in dropped


def _drop(view: Path) -> bool:
    try:
        lock = hold(view, shared=False)
    except StoreError:
        return False
    shutil.rmtree(view, ignore_errors=True)
    if lock is not None:
        lock.close()
    return not view.exists()


def _fill(part: Path, graphs: Iterable[tuple[str, list[Triple]]]) -> None:
    """Make the folder `part` a store that holds `graphs`."""
    try:
        engine = ox.Store(str(folder.data(part)))
        lines: list[str] = []
        for graph, triples in graphs:
            lines.extend(f"{' '.join(triple)} <{graph}> .\n" for triple in triples)
            if len(lines) > _CHUNK:
                engine.bulk_load("".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
                lines.clear()
        engine.bulk_load("".join(lines).encode(), format=ox.RdfFormat.N_QUADS)
        engine.flush()
        del engine
        folder.made(part)
    except ENGINE_ERRORS as error:
        raise store_fault(error, str(part)) from error
    open_store(part, create=False, read_only=True).close()
