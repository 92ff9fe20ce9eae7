"""Many files → readings: here, in several processes or on a cluster; the order is the files'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TypeAlias

from ..ontology.errors import BangfuError
from ..ontology.records import Reading
from .opening import load_each
from .readers import PATIENCE, Elsewhere, as_fault, each, given_up

__all__ = ["load_all"]

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
    cluster: Elsewhere | None = None,
    patience: float = PATIENCE,
) -> Iterator[tuple[Path, Found]]:
    """Each file with what it says, or with what is wrong; several times if it holds several.

    `jobs` is the number of processes, `cluster` where they run if not here; the readings are the
    same whatever it is. A file that kills its process, or out of which nothing comes for `patience`
    seconds, is told alone; in this process (`jobs` 1) neither can be helped. `basis` is for
    rosters and `allow_marked` for papers with a mark of secrecy, as :func:`load_each` says.
    """
    work = partial(_load, base=base, basis=basis, allow_marked=allow_marked)
    read = each(
        work,
        paths,
        jobs=jobs,
        lost=given_up,
        cluster=cluster,
        patience=patience,
        chunk=CHUNK,
    )
    for path, batch in read:
        yield from ((path, found) for found in batch)


def _load(path: Path, base: Path, basis: str | None, allow_marked: bool) -> Iterator[Found]:
    """What one file says, or what is wrong with it, whatever that is."""
    try:
        yield from load_each(path, base, basis, allow_marked=allow_marked)
    except Exception as error:
        yield as_fault(path, error)
