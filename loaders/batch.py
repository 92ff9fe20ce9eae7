"""Many files → readings: here, in several processes or on a cluster; the order is the files'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from ..ontology.errors import BangfuError, SourceError
from ..ontology.records import Reading
from .opening import load_each
from .readers import PATIENCE, Crew, Lost

if TYPE_CHECKING:
    from .cluster import Cluster

__all__ = ["given_up", "load_all"]

CHUNK = 16
"""Files handed over at once: a tenth of a second of reading, so that handing over costs little."""

Found: TypeAlias = Reading | BangfuError


def load_all(
    paths: Sequence[Path],
    base: Path,
    jobs: int = 1,
    basis: str | None = None,
    *,
    allow_marked: bool = False,
    cluster: Cluster | None = None,
    patience: float = PATIENCE,
) -> Iterator[tuple[Path, Found]]:
    """Each file with what it says, or with what is wrong; several times if it holds several.

    `jobs` is the number of processes, `cluster` where they run if not here; the readings are the
    same whatever it is. A file that kills its process, or out of which nothing comes for `patience`
    seconds, is told alone; in this process (`jobs` 1) neither can be helped. `basis` is for
    rosters and `allow_marked` for papers with a mark of secrecy, as :func:`load_each` says.
    """
    work = partial(_load, base=base, basis=basis, allow_marked=allow_marked)
    if cluster is not None:
        for path, batch in zip(paths, cluster.read(work, paths, CHUNK, _lost), strict=True):
            yield from ((path, found) for found in batch)
        return
    if jobs <= 1 or len(paths) <= CHUNK:
        for path in paths:
            for found in work(path):
                yield path, found
        return
    with Crew(work, jobs, _lost, patience=patience) as crew:
        for path, batch in zip(paths, crew.read(paths, CHUNK), strict=True):
            yield from ((path, found) for found in batch)


def given_up(path: Path, lost: Lost) -> SourceError:
    """What is told of a file that a process was lost over."""
    return SourceError(f"cluster.{lost.how}", path=path, seconds=f"{lost.seconds:g}")


def _lost(path: Path, lost: Lost) -> Found:
    return given_up(path, lost)


def _load(path: Path, base: Path, basis: str | None, allow_marked: bool) -> Iterator[Found]:
    """What one file says. A fault of ours costs this file alone, and is told with it."""
    try:
        yield from load_each(path, base, basis, allow_marked=allow_marked)
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        yield SourceError("cluster.fault", path=path, reason=reason)
