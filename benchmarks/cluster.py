"""Loading with one process, with several and on a Dask cluster of this machine, side by side.

    python -m benchmarks.cluster [--files 1000] [--jobs 2]

The articles of the project are read again and again, each time as another file, and written into a
store. Told are the seconds that it took, those of the processor in the command itself and in the
processes that read, how many times as fast as one process it was, and how many times as fast it can
be at most where as many cores as readers have nothing else to do: the command itself needs a part
of them, too, and each reader opens its tables anew.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import Any, Final

from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.store import open_store
from bangfu.loaders.batch import load_all
from bangfu.loaders.cluster import cluster

from .large import apart
from .reader import articles

__all__ = ["load_with", "made_files", "main"]

_WAYS: Final = ("one process", "processes", "dask")


def made_files(folder: Path, count: int) -> list[Path]:
    """So many articles in `folder`, no two of them the same."""
    folder.mkdir()
    _, texts = articles()
    made = []
    for nth in range(count):
        path = folder / f"{nth:06d}.txt"
        path.write_text(f"{texts[nth % len(texts)]}\n（第{nth}号）\n", encoding="utf-8")
        made.append(path)
    return made


def load_with(given: tuple[str, int, Path, list[Path]]) -> tuple[float, float, float, str]:
    """Load files in one of the ways: seconds, of the processor here, in others; what is there."""
    way, jobs, path, files = given
    start, own, others = perf_counter(), _spent(RUSAGE_SELF), _spent(RUSAGE_CHILDREN)
    path.parent.mkdir()
    many: Any = cluster(None, jobs) if way == "dask" else nullcontext()
    with many as workers:
        found = load_all(files, path.parent, 1 if way == _WAYS[0] else jobs, cluster=workers)
        put_all(path, (one for _, one in found))
    times = perf_counter() - start, _spent(RUSAGE_SELF) - own, _spent(RUSAGE_CHILDREN) - others
    digest = hashlib.sha256()
    with reading(path), open_store(path, create=False, read_only=True) as store:
        for graph in store.graphs():
            digest.update(repr((graph, store.triples(graph))).encode())
    return (*times, digest.hexdigest())


def _spent(who: int) -> float:
    used = getrusage(who)
    return used.ru_utime + used.ru_stime


def main(count: int, jobs: int) -> None:
    """Print a table, and whether all ways gave the same."""
    with tempfile.TemporaryDirectory(prefix="bangfu-benchmark-") as folder:
        files = made_files(Path(folder) / "files", count)
        print(f"{count:,} articles, {jobs} readers")
        told: dict[str, tuple[float, float, float, str]] = {}
        for way in _WAYS:
            given = (way, jobs, Path(folder) / way / "store.db", files)
            wall, own, others, _ = told[way] = apart(load_with, given)[2]
            first = told[_WAYS[0]]
            most = first[1] / max((own + others) / jobs, own)
            print(
                f"{way:12} {wall:8.1f} s, {own:.1f} s of the processor here and {others:.1f} s"
                f" in readers: ×{first[0] / wall:.2f}, at most ×{most:.2f}",
                flush=True,
            )
        same = len({one[3] for one in told.values()}) == 1
        print("the same triples" if same else "NOT the same triples")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--files", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    asked = parser.parse_args()
    main(asked.files, asked.jobs)
