"""Many files → readings, in this process or in several; the order is that of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

from ..ontology.errors import BangfuError
from ..ontology.records import Reading
from . import load

__all__ = ["load_all"]

CHUNK = 16
"""Files handed over at once: a tenth of a second of reading, so that handing over costs little."""


def load_all(
    paths: Sequence[Path], base: Path, jobs: int = 1
) -> Iterator[tuple[Path, Reading | BangfuError]]:
    """Each file with what it says, or with what is wrong with it.

    `jobs` is the number of processes; the readings are the same whatever it is.
    """
    if jobs <= 1 or len(paths) <= CHUNK:
        yield from ((path, _load(path, base)) for path in paths)
        return
    with ProcessPoolExecutor(jobs) as pool:
        found = pool.map(_load, paths, repeat(base), chunksize=CHUNK)
        yield from zip(paths, found, strict=True)


def _load(path: Path, base: Path) -> Reading | BangfuError:
    try:
        return load(path, base)
    except BangfuError as error:
        return error
