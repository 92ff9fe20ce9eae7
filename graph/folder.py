"""The store's folder: ``meta.json`` says what it is, ``oxigraph/`` holds the engine's files."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from ..ontology.errors import StoreError
from .locking import LOCK
from .wholefile import drafted

__all__ = [
    "FORMAT",
    "HOME",
    "REPLACED",
    "RESTORING",
    "data",
    "drop_unfinished",
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

RESTORING: Final = ".restoring"
REPLACED: Final = ".replaced"
"""Behind a store's name: what is being brought back, and the store whose place it takes."""

_META: Final = "meta.json"
_DRAFT: Final = re.compile(re.escape(_META) + r"[.\d]*\.part")
_OF_ENGINE: Final = re.compile(
    r"\d{6,}\.(?:sst|log|blob|dbtmp)|CURRENT|IDENTITY|LOCK|LOG(?:\.old\.\d+)?"
    r"|(?:MANIFEST|OPTIONS)-\d{6,}(?:\.dbtmp)?"
)
"""The names of all files that the engine makes in a folder of its own."""
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


def drop_unfinished(path: Path) -> None:
    """Delete what a restoring that was killed left beside the store. Raises OSError."""
    base = path.resolve()  # a link has another name, and "." has none
    for ending in (RESTORING, REPLACED):
        left = base.with_name(base.name + ending)
        if left.exists():
            shutil.rmtree(left)


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
    with drafted(meta) as draft:
        draft.write_text(json.dumps({"bangfu-store": FORMAT}) + "\n", encoding="utf-8")


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
        ours = all(_is_ours(item) for item in path.iterdir())
    except OSError as error:
        raise StoreError("store.not-writable", path=path) from error
    if not ours:
        raise StoreError("store.not-a-store", path=path)
    if not create:
        raise StoreError("store.missing", path=path)


def _is_ours(item: Path) -> bool:
    """Whether it can be of a store that was being made: what is, may be deleted and made again."""
    if item.name not in (HOME, _NEXT, _WHOLE):
        return item.name == LOCK or _DRAFT.fullmatch(item.name) is not None
    if not item.is_dir() or item.is_symlink():
        return False
    return all(one.is_file() and _OF_ENGINE.fullmatch(one.name) for one in item.iterdir())


def _verify_meta(path: Path, text: str) -> None:
    try:
        version = json.loads(text)["bangfu-store"]
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError("store.not-a-store", path=path) from error
    if version != FORMAT:
        newer = isinstance(version, int) and version > FORMAT
        key = "store.newer" if newer else "store.version"
        raise StoreError(key, path=path, found=version, wanted=FORMAT)
