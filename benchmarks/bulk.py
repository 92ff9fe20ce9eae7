"""What the benchmarks of a server tell Virtuoso: its loader's commands, and what it spends."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, Final

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "lib"))
from servers import Server, virtuoso

sys.path.pop(0)

from bangfu.graph.store import Store, open_store, put

from .generate import article
from .measure import quads

__all__ = ["Server", "load", "put_each", "spent", "virtuoso"]

_PART: Final = 300_000
"""Quads in one file."""
_READERS: Final = 2
"""Loaders of Virtuoso at work at a time."""


def spent(process: int) -> float:
    """Processor seconds of another process so far; 0 where the system does not say."""
    try:
        told = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def load(here: Path, parts: Path, server: Server) -> dict[str, Any]:
    """All graphs of the store at `here` into the server, by its own loader."""
    parts.mkdir(parents=True, exist_ok=True)
    with open_store(here, create=False, read_only=True) as store:
        count = sum(_written(store, parts))
    begun = perf_counter()
    _command(server, f"ld_dir('{parts}', '*.nq', 'urn:none');")
    running = [_started(server, "rdf_loader_run();") for _ in range(_READERS)]
    assert [one.wait() for one in running] == [0] * _READERS
    _command(server, "checkpoint;")
    wrong = _command(server, "SELECT ll_file FROM DB.DBA.LOAD_LIST WHERE ll_error IS NOT NULL;")
    assert "0 Rows" in wrong, wrong
    seconds = perf_counter() - begun
    shutil.rmtree(parts)
    return {"quads": count, "bulk_seconds": seconds}


def _written(store: Store, parts: Path) -> Iterator[int]:
    """N-Quads files of all graphs; the numbers of quads in them."""
    lines: list[str] = []
    number = 0
    for graph in store.graphs():
        lines += quads(store.triples(graph), graph).splitlines(keepends=True)
        if len(lines) > _PART:
            (parts / f"{number:05d}.nq").write_text("".join(lines), encoding="utf-8")
            yield len(lines)
            number, lines = number + 1, []
    (parts / f"{number:05d}.nq").write_text("".join(lines), encoding="utf-8")
    yield len(lines)


def _command(server: Server, text: str) -> str:
    running = _started(server, text)
    out, err = running.communicate()
    assert running.returncode == 0, err
    return out.decode(errors="replace")


def _started(server: Server, text: str) -> subprocess.Popen[bytes]:
    where = [f"127.0.0.1:{server.sql}", server.user, server.password]
    pipe = subprocess.PIPE
    return subprocess.Popen(["isql-vt", *where, f"exec={text}"], stdout=pipe, stderr=pipe)


def put_each(there: Path, first: int, count: int) -> float:
    """Seconds for each of so many more sources, put one after the other."""
    begun = perf_counter()
    with open_store(there) as store:
        for number in range(first, first + count):
            put(store, article(number))
        return (perf_counter() - begun) / count
