"""A store put away whole, with the decisions beside it, and brought back.

A backup is a folder: ``store/`` with the files of the store, ``beside/`` with the decisions, and
``backup.json``, which names every file with its digest. It is made under another name and renamed
when the last byte is on the disk, so half a backup is never found under the name of a whole one;
and nothing is brought back before all digests are right.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..ontology.errors import BangfuError, StoreError
from . import folder
from .audit import FILE_NAME as AUDIT
from .corrections import FILE_NAME as CORRECTIONS
from .erasing import OWED
from .faults import store_fault
from .judgements import FILE_NAME as JUDGEMENTS
from .locking import hold
from .reading_through import read_through
from .secret import KEY_FILE
from .suppression import FILE_NAME as SUPPRESSIONS

__all__ = ["BESIDE", "Backup", "Copied", "backup", "read_backup"]

BESIDE: Final = (JUDGEMENTS, CORRECTIONS, SUPPRESSIONS, KEY_FILE, AUDIT)
"""The files beside a store that belong to it; what can be computed again does not."""
_OWN: Final = ("meta.json", "decided", "underived", OWED, "build.jsonl")
_ARCHIVES: Final = (".zip", ".tar", ".gz", ".tgz", ".xz", ".bz2", ".zst", ".7z")
_FORMAT: Final = 1
_LIST: Final = "backup.json"
_BLOCK: Final = 1 << 20
# What the engine writes for itself alone: its lock, and its diary
_IDLE: Final = ("LOCK", "LOG")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What was put away: how many files and bytes; whether the secret key is among them."""

    files: int
    size: int
    key: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A backup as its list says: each file (``store/…``, ``beside/…``) with size and digest."""

    path: Path
    files: Mapping[str, tuple[int, str]]

    @property
    def beside(self) -> tuple[str, ...]:
        """The names of the files that stood beside the store."""
        return tuple(name.partition("/")[2] for name in self.files if name.startswith("beside/"))


def backup(path: Path, target: Path) -> Copied:
    """Put the store at `path` away into the new folder `target`; readers may go on reading.

    Raises :class:`StoreError` for a store that is missing, broken or being written to, and where
    `target` exists, cannot be written or has the name of an archive, which it would not be.
    """
    folder.verify(path, create=False)
    if target.suffix.lower() in _ARCHIVES:
        raise StoreError("backing.archive", path=target)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise StoreError("backing.exists", path=target)
    if target.resolve().is_relative_to(path.resolve()):
        raise StoreError("backing.inside", path=target, store=path)
    with _locked(path), _writing(target):
        try:
            read_through(folder.readable(path))
        except (OSError, RuntimeError, ValueError, SyntaxError) as error:
            raise store_fault(error, str(path)) from error
        part = target.with_name(f"{target.name}.part")
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True, mode=0o700)
        files = {}
        for name, file in _sources(path):
            files[name] = copied(file, part / name)
        told = {name: list(about) for name, about in sorted(files.items())}
        text = json.dumps({"bangfu-backup": _FORMAT, "bangfu-store": folder.FORMAT, "files": told})
        listing = part / _LIST
        listing.write_text(text + "\n", encoding="utf-8", newline="\n")
        _to_disk(listing)
        for inner in {file.parent for file in part.rglob("*")}:
            _to_disk(inner)
        if target.exists():
            target.rmdir()
        part.rename(target)
        _to_disk(target.parent)
    return Copied(
        files=len(files),
        size=sum(size for size, _ in files.values()),
        key=f"beside/{KEY_FILE}" in files,
    )


def read_backup(path: Path) -> Backup:
    """The backup in the folder `path`, by its list; the files are not looked at.

    Raises :class:`StoreError` for a folder that is no backup, or one of another version.
    """
    try:
        said = json.loads((path / _LIST).read_text(encoding="utf-8"))
        form, store = said["bangfu-backup"], said["bangfu-store"]
        files = {
            str(name): (int(size), str(digest)) for name, (size, digest) in said["files"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise StoreError("backing.none", path=path) from error
    if (form, store) != (_FORMAT, folder.FORMAT):
        raise StoreError("backing.version", path=path, found=f"{form}/{store}")
    for name in files:
        # a list that somebody wrote by hand must not lead out of the folder
        top, _, rest = name.partition("/")
        if top not in ("store", "beside") or not rest or ".." in rest.split("/"):
            raise StoreError("backing.none", path=path)
        if top == "beside" and rest not in BESIDE:
            raise StoreError("backing.none", path=path)
    return Backup(path=path, files=files)


def copied(file: Path, target: Path) -> tuple[int, str]:
    """Copy a file with its mode, down to the disk: its size and digest."""
    target.parent.mkdir(parents=True, exist_ok=True)
    mode = file.stat().st_mode & 0o777
    digest, size = sha256(), 0
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with file.open("rb") as into, os.fdopen(os.open(target, flags, mode), "wb") as out:
        while block := into.read(_BLOCK):
            digest.update(block)
            size += len(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    target.chmod(mode)
    return size, digest.hexdigest()


def _sources(path: Path) -> Iterator[tuple[str, Path]]:
    """What belongs to the store at `path`, by the name that it has in a backup."""
    for file in sorted(folder.data(path).iterdir()):
        if file.is_file() and not file.name.startswith(_IDLE):
            yield f"store/{folder.HOME}/{file.name}", file
    for name in _OWN:
        if (path / name).is_file():
            yield f"store/{name}", path / name
    for name in BESIDE:
        if (path.resolve().parent / name).is_file():
            yield f"beside/{name}", path.resolve().parent / name


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keep writers away, and let readers be."""
    lock = hold(path, shared=True)
    try:
        yield
    finally:
        if lock is not None:
            lock.close()


@contextmanager
def _writing(target: Path) -> Iterator[None]:
    """What goes wrong with the folder `target` is told as such; what was half done goes."""
    try:
        yield
    except BangfuError:
        raise
    except OSError as error:
        shutil.rmtree(target.with_name(f"{target.name}.part"), ignore_errors=True)
        reason = error.strerror or str(error)
        raise StoreError("backing.unwritable", path=target, reason=reason) from error


def _to_disk(path: Path) -> None:
    """Make a file, or the names in a folder, safe against a power cut."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
