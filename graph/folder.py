"""The store's folder: ``meta.json`` says what it is, ``oxigraph/`` holds the engine's files."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from .locking import LOCK

__all__ = [
    "FORMAT",
    "HOME",
    "data",
    "made",
    "readable",
    "settle",
    "staging",
    "state",
    "take",
    "verify",
    "writable",
]

FORMAT: Final = 1
"""The version of the folder's layout and of the triples in it."""

_META: Final = "meta.json"
HOME, _NEXT, _WHOLE, _OLD = "oxigraph", "oxigraph.next", "oxigraph.whole", "oxigraph.old"


def data(path: Path) -> Path:
    """Where the engine's files are: those of a rewriting that became whole come first."""
    whole = path.resolve() / _WHOLE
    return whole if whole.exists() else path.resolve() / HOME


def state(path: Path) -> str:
    """What the engine's files are: names, sizes and times, of which any write changes some.

    The engine may put files together meanwhile; such a state is no other's.
    """
    told = []
    for item in sorted(data(path).iterdir()):
        if item.suffix in (".sst", ".log") or item.name.startswith(("MANIFEST", "CURRENT")):
            try:
                about = item.stat()
            except FileNotFoundError:
                told.append(f"{item.name} gone")
                continue
            told.append(f"{item.name} {about.st_size} {about.st_mtime_ns}")
    return "\n".join(told)


def staging(path: Path) -> Path:
    """Where the engine's next files are made, out of sight; nothing is there yet."""
    made_here = path.resolve() / _NEXT
    shutil.rmtree(made_here, ignore_errors=True)
    return made_here


def take(path: Path) -> None:
    """Let the files made in :func:`staging` count from now on: one renaming decides it.

    For the one who holds the store's lock, with no engine open on either folder.
    """
    base = path.resolve()
    (base / _NEXT).rename(base / _WHOLE)
    settle(path)


def settle(path: Path) -> None:
    """Finish a rewriting that became whole, clear away one that did not: after a kill, or never."""
    base = path.resolve()
    shutil.rmtree(base / _NEXT, ignore_errors=True)
    if (base / _WHOLE).exists():
        shutil.rmtree(base / _OLD, ignore_errors=True)
        if (base / HOME).exists():
            (base / HOME).rename(base / _OLD)
        (base / _WHOLE).rename(base / HOME)
    shutil.rmtree(base / _OLD, ignore_errors=True)


def verify(path: Path, *, create: bool) -> None:
    """Raise :class:`StoreError` unless `path` is a store of this version, or can become one."""
    if not path.exists():
        if not create:
            raise StoreError("store.missing", path=path)
        return
    if not path.is_dir():
        raise StoreError("store.no-folder", path=path)
    try:
        text = (path / _META).read_text(encoding="utf-8")
    except FileNotFoundError:
        _verify_new(path, create=create)
        return
    except (OSError, UnicodeDecodeError) as error:
        raise StoreError("store.broken", path=path, reason=f"{_META}: {error}") from error
    _verify_meta(path, text)
    if not (data(path) / "CURRENT").exists():
        raise StoreError("store.broken", path=path, reason=f"{data(path).name}/CURRENT is missing")


def made(path: Path) -> None:
    """Write ``meta.json``, the last step of making a store: whole or not at all."""
    meta = path / _META
    if meta.exists():
        return
    part = path / f"{_META}.part"
    part.write_text(json.dumps({"bangfu-store": FORMAT}) + "\n", encoding="utf-8")
    part.replace(meta)


def readable(path: Path) -> ox.Store:
    """The engine's store in the folder `path`, for reading. Raises the engine's errors."""
    return ox.Store.read_only(str(data(path)))


def writable(path: Path) -> ox.Store:
    """The engine's store in the folder `path` for writing; made if there is none.

    Raises the engine's errors. A table of contents that was cut short is noticed by a read-only
    opening alone: the other takes what is missing for new, and the content would be gone unsaid.
    """
    settle(path)
    if (data(path) / "CURRENT").exists():
        readable(path)
    else:
        _make(path)
    return ox.Store(data(path))


def _make(path: Path) -> None:
    """Make the engine's files out of sight, so that a kill leaves none of them or all."""
    fresh = staging(path)
    ox.Store(fresh)
    shutil.rmtree(data(path), ignore_errors=True)
    fresh.rename(data(path))


def _verify_new(path: Path, *, create: bool) -> None:
    """An empty folder, or one whose making was cut short, may become a store; others may not."""
    try:
        names = {item.name for item in path.iterdir()}
    except OSError as error:
        raise StoreError("store.not-writable", path=path) from error
    if not names <= {data(path).name, _NEXT, f"{_META}.part", LOCK}:
        raise StoreError("store.not-a-store", path=path)
    if not create:
        raise StoreError("store.missing", path=path)


def _verify_meta(path: Path, text: str) -> None:
    try:
        version = json.loads(text)["bangfu-store"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError("store.not-a-store", path=path) from error
    if version != FORMAT:
        newer = isinstance(version, int) and version > FORMAT
        key = "store.newer" if newer else "store.version"
        raise StoreError(key, path=path, found=version, wanted=FORMAT)
