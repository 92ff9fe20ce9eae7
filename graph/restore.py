"""A backup brought back: the store, and the decisions beside it. Nobody who was left out returns.

All that is copied is compared with the digests of the backup's list first. The store takes its
place by one renaming; a kill before that leaves everything as it was but for the decisions, which
the store follows at its next opening.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..ontology.errors import StoreError
from .audit import FILE_NAME as AUDIT
from .backup import Backup, copied, read_backup
from .erasing import erase, files_owed
from .folder import REPLACED, RESTORING
from .keep import writing
from .locking import hold
from .secret import KEY_FILE
from .suppression import COLUMNS
from .suppression import FILE_NAME as SUPPRESSIONS
from .wholefile import drafted

__all__ = ["Restored", "restore"]

_GROWING: Final = (SUPPRESSIONS, AUDIT)
"""Files that only grow: what stands there and not in the backup stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What was brought back; `kept` decisions about people were newer than the backup."""

    files: int
    size: int
    kept: int


def restore(source: Path, path: Path, *, force: bool = False) -> Restored:
    """Bring the backup in the folder `source` back as the store at `path`.

    A store or decisions that are there are replaced only if `force`; people who were left out since
    the backup stay out. Raises :class:`StoreError` for what is no backup or no longer whole, and
    where there is something else already.
    """
    found = read_backup(source)
    _whole(found)
    path = path.resolve()
    _unfinished(path)
    base = path.parent
    there = [
        name
        for name in found.beside
        if name not in _GROWING
        and (base / name).exists()
        and (base / name).read_bytes() != (source / "beside" / name).read_bytes()
    ]
    if KEY_FILE in there:
        # names that were left out are known by hashes that only their own key gives
        raise StoreError("backing.other-key", path=base / KEY_FILE)
    if path.exists() and not force:
        raise StoreError("backing.there", path=path)
    if there and not force:
        raise StoreError("backing.there", path=base / there[0])
    lock = hold(path, shared=False) if path.is_dir() else None
    try:
        base.mkdir(parents=True, exist_ok=True)
        part = path.with_name(path.name + RESTORING)
        shutil.rmtree(part, ignore_errors=True)
        for name in found.files:
            if name.startswith("store/"):
                copied(source / name, part / name.removeprefix("store/"))
        kept = _newer(found, base)
        for name in found.beside:
            _bring(found, name, base)
        if path.exists():
            path.rename(path.with_name(path.name + REPLACED))
        part.rename(path)
        shutil.rmtree(path.with_name(path.name + REPLACED), ignore_errors=True)
    except OSError as error:
        reason = error.strerror or str(error)
        raise StoreError("backing.unwritable", path=path, reason=reason) from error
    finally:
        if lock is not None:
            lock.close()
    if kept:
        with writing(path, create=False):
            pass  # settles the decisions
        if files_owed(path):
            erase(path)
    return Restored(
        files=len(found.files), size=sum(size for size, _ in found.files.values()), kept=kept
    )


def _whole(found: Backup) -> None:
    """Raise :class:`StoreError` unless every file of the backup is as its list says."""
    for name, (size, digest) in found.files.items():
        file = found.path / name
        seen = sha256()
        try:
            if file.stat().st_size == size:
                with file.open("rb") as stream:
                    while block := stream.read(1 << 20):
                        seen.update(block)
        except OSError as error:
            raise StoreError("backing.damaged", path=file) from error
        if seen.hexdigest() != digest:
            raise StoreError("backing.damaged", path=file)


def _unfinished(path: Path) -> None:
    """After a kill between the two renamings: the store that was there is there again."""
    old = path.with_name(path.name + REPLACED)
    if old.exists() and not path.exists():
        old.rename(path)


def _newer(found: Backup, base: Path) -> int:
    """How many people were left out since, or before in another folder."""
    if not (base / SUPPRESSIONS).exists():
        return 0
    lines = (base / SUPPRESSIONS).read_bytes().splitlines()
    known = _lines(found, SUPPRESSIONS)
    head = "\t".join(COLUMNS).encode()
    return sum(1 for one in lines if one.strip() and one != head and one not in known)


def _bring(found: Backup, name: str, base: Path) -> None:
    """Put one file of decisions in its place, whole or not at all."""
    target = base / name
    more: Collection[bytes] = ()
    if name in _GROWING and target.exists():
        known = _lines(found, name)
        more = [one for one in target.read_bytes().splitlines() if one.strip() and one not in known]
    with drafted(target) as draft:
        copied(found.path / "beside" / name, draft)
        if more:
            with draft.open("ab") as out:
                out.write(b"\n".join((b"", *more, b"")))
                out.flush()
                os.fsync(out.fileno())


def _lines(found: Backup, name: str) -> list[bytes]:
    file = found.path / "beside" / name
    return file.read_bytes().splitlines() if name in found.beside else []
