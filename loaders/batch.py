"""Many files → readings, in this process or in several; the order is that of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from ..ontology.errors import BangfuError
from ..ontology.records import Reading
from .opening import load_each

__all__ = ["load_all"]

CHUNK = 16
"""Files handed over at once: a tenth of a second of reading, so that handing over costs little."""


def load_all(
    paths: Sequence[Path], base: Path, jobs: int = 1, basis: str | None = None
) -> Iterator[tuple[Path, Reading | BangfuError]]:
    """Each file with what it says, or with what is wrong; several times if it holds several.

    `jobs` is the number of processes; the readings are the same whatever it is. `basis` is for
    rosters, as :func:`load_each` says.
    """
    if jobs <= 1 or len(paths) <= CHUNK:
        yield from ((path, found) for path in paths for found in load_each(path, base, basis))
        return
    with ProcessPoolExecutor(jobs) as pool:
        batches = pool.map(_load, paths, repeat(base), repeat(basis), chunksize=CHUNK)
        for path, batch in zip(paths, batches, strict=True):
            yield from ((path, found) for found in batch)


def _load(path: Path, base: Path, basis: str | None) -> list[Reading | BangfuError]:
    return list(load_each(path, base, basis))
