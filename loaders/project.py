"""A project file ``bangfu.toml``: which files, lists and tables a store is made from.

store = "bangfu.db"             # where the store lies; paths count from the project file
jobs = 2                        # processes that read
reference = true                # the shipped reference tables too
targets = ["lists/2025.toml"]   # target lists of one's own

[[source]]
path = "news"                   # a file, a folder, or a pattern such as rosters/**/*.xlsx
mapping = "maps/org.toml"       # for RDF in another vocabulary: a file, or a shipped mapping
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from ..ontology.errors import BangfuError, SourceError
from .rdf_mapping import shipped
from .received import address_of
from .tables.mapping import beside

__all__ = ["NAME", "Project", "ProjectFile", "project_files", "read_project", "reader_version"]

NAME: Final = "bangfu.toml"
_PATTERN: Final = frozenset("*?[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One ``[[source]]``: a path or pattern, and the mapping for what it leads to."""

    path: str
    mapping: Path | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Project:
    """A project file as read; all paths are absolute or start at the folder of the file.

    `base` is the folder that addresses count from.
    """

    path: Path
    store: Path
    base: Path
    jobs: int
    reference: bool
    targets: tuple[Path, ...]
    sources: tuple[Named, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectFile:
    """One file of a project. `digest` changes with its bytes, its mapping, and the reader.

    `kind` is ``file``, ``targets`` (a target list) or ``reference`` (all the shipped tables).
    """

    key: str
    digest: str
    path: Path
    kind: str = "file"
    mapping: Path | None = None


def read_project(path: Path, store: Path | None = None, *, remote: bool = False) -> Project:
    """The project in the file `path`, or in ``bangfu.toml`` of the folder `path`.

    `store` is where its store lies, if not where it says itself. Addresses count from the folder in
    which the store lies; if that stands for a server (`remote`), from where the file says. Raises
    :class:`SourceError` for a file that is missing, or says what no project can.
    """
    path = path / NAME if path.is_dir() else path
    try:
        said = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SourceError("build.no-project", path=path) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise SourceError("build.unreadable", path=path, reason=reason) from None
    folder = path.parent
    try:
        _only(
            said,
            {
                "store": str,
                "jobs": int,
                "reference": bool,
                "judgements": str,
                "targets": list,
                "source": list,
            },
        )
        own = folder / said.get("store", "bangfu.db")
        sources = tuple(_named(one, folder) for one in said.get("source", []))
        targets = tuple(folder / str(one) for one in said.get("targets", []))
        jobs = said.get("jobs", 1)
        if jobs < 1:
            raise ValueError("jobs ≥ 1")
    except ValueError as error:
        raise SourceError("build.wrong", path=path, reason=error) from None
    reference = said.get("reference", False)
    if not (sources or targets or reference):
        raise SourceError("build.no-sources", path=path)
    base = own if store is None or remote else store
    store = store or own
    judgements = store.resolve().parent / "judgements.tsv"
    if "judgements" in said and (folder / said["judgements"]).resolve() != judgements:
        raise SourceError("build.judgements", path=path, wanted=judgements)
    return Project(
        path=path,
        store=store,
        base=base.resolve().parent,
        jobs=jobs,
        reference=reference,
        targets=targets,
        sources=sources,
    )


def project_files(project: Project) -> tuple[tuple[ProjectFile, ...], tuple[BangfuError, ...]]:
    """Every file that the project names, in order of their addresses, and what leads to none.

    The reference and the target lists come first. A file that two entries lead to is the first
    one's.
    """
    from .opening import find_files

    found: dict[str, ProjectFile] = {}
    failures: list[BangfuError] = []
    for named in project.sources:
        try:
            rules = b"" if named.mapping is None else _mapping_bytes(named.mapping)
            for path in find_files(_meant(named.path, project.path.parent)):
                key = address_of(path, project.base)
                if key not in found:
                    digest = _digest(path, rules, beside(path))
                    found[key] = ProjectFile(
                        key=key, digest=digest, path=path, mapping=named.mapping
                    )
        except BangfuError as error:
            failures.append(error)
    lists: list[ProjectFile] = []
    if project.reference:
        digest = reader_version()
        lists.append(
            ProjectFile(key="reference:", digest=digest, path=project.path, kind="reference")
        )
    for path in project.targets:
        try:
            key = f"targets:{address_of(path, project.base)}"
            lists.append(
                ProjectFile(
                    key=key,
                    digest=_digest(path, b"", path.with_suffix(".csv")),
                    path=path,
                    kind="targets",
                )
            )
        except BangfuError as error:
            failures.append(error)
    ordered = (*lists, *(found[key] for key in sorted(found)))
    return ordered, tuple(failures)


@cache
def reader_version() -> str:
    """A digest of the program's own readers with their data: what they read may change with them.

    A version number would have to be raised by hand each time, and one day would not be.
    """
    whole = hashlib.sha256()
    for package in ("bangfu.loaders", "bangfu.ontology"):
        top = Path(str(files(package)))
        for path in sorted(item for item in top.rglob("*") if item.is_file()):
            if "__pycache__" not in path.parts:
                whole.update(f"{package}/{path.relative_to(top).as_posix()}\0".encode())
                whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _named(given: Any, folder: Path) -> Named:
    if not isinstance(given, dict):
        raise ValueError("[[source]]")
    _only(given, {"path": str, "mapping": str})
    if "path" not in given:
        raise ValueError("[[source]]: path?")
    mapping = given.get("mapping")
    if mapping is not None and mapping in shipped() and not (folder / mapping).exists():
        return Named(path=given["path"], mapping=Path(mapping))
    return Named(path=given["path"], mapping=None if mapping is None else folder / mapping)


def _only(given: Mapping[str, Any], known: Mapping[str, type]) -> None:
    for name, value in given.items():
        if name not in known:
            raise ValueError(f"{name}? ({', '.join(known)})")
        if type(value) is not known[name]:
            raise ValueError(f"{name} = {value!r}: {known[name].__name__}")


def _meant(text: str, folder: Path) -> list[Path]:
    """What a path or pattern leads to; a file whose name holds such signs is meant as it stands."""
    path = folder / text
    if path.exists() or not _PATTERN.intersection(text):
        return [path]
    top = Path(path.anchor) if Path(text).is_absolute() else folder
    pattern = Path(text).relative_to(top).as_posix() if Path(text).is_absolute() else text
    found = sorted(item for item in top.glob(pattern) if item.is_file())
    if not found:
        raise SourceError("build.no-match", pattern=text)
    return found


def _mapping_bytes(mapping: Path) -> bytes:
    if str(mapping) in shipped():
        return str(mapping).encode()  # its content is part of the reader's version
    return _bytes(mapping)


def _digest(path: Path, rules: bytes, *companions: Path) -> str:
    """Of the bytes, of the mapping given, of files that are read along with it, and the reader."""
    whole = hashlib.sha256()
    along = (_bytes(item) for item in companions if item.is_file())
    for part in (_bytes(path), rules, *along):
        whole.update(hashlib.sha256(part).digest())
    whole.update(reader_version().encode())
    return whole.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        why = error.strerror or error
        raise SourceError("source.unreadable", path=path, why=why) from None
