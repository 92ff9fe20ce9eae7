"""Everything that costs time, at several sizes, beside its peers in the same run: one table.

    python -m benchmarks --facts 10000 100000 [--edges 1000000] [--quads 10000000]

Each size is a process of its own, so that memory is its own too. Times depend on the machine and
on what else it does; the ratios within a table, of processor times, hardly do. Results are kept as
JSON, told together in ``results.md``, and how each cost grows in ``growth.png``.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from importlib.metadata import version
from itertools import chain
from pathlib import Path
from typing import Final

from bangfu.graph.derive import derive
from bangfu.graph.keep import writing as kept
from bangfu.graph.store import open_store
from bangfu.loaders import load
from bangfu.ontology.quads import reading_triples

from .direct import direct
from .generate import readings
from .large import bulk_loading, projecting
from .measure import Row, timed
from .questions import asking
from .rare import rare_sources
from .results import write_results
from .views import network, serving
from .writes import compacting, fill, one_source, writing

__all__ = ["FACTS", "measured", "run_sizes"]

FACTS: Final = 6
"""Of a made-up source."""
SAMPLE: Final = Path(__file__).resolve().parents[1] / "loaders" / "data" / "sample"
_BULK: Final = 2000
"""Sources that the ways of writing are compared with, at most."""


def run_sizes(
    sizes: list[int], out: Path, *, rdflib_most: int, limit: float, edges: int = 0, quads: int = 0
) -> None:
    """Measure each size in a process of its own, then write the tables and the plot.

    A network of so many `edges` and a source of so many `quads` are measured with the largest.
    """
    out.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        target = out / f"{size}.json"
        large = (edges, quads) if size == max(sizes) else (0, 0)
        code = (
            "from benchmarks.suite import measured; "
            f"measured({size}, {str(target)!r}, {size <= rdflib_most}, {limit}, {large})"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
        write_results(out)


def measured(
    size: int, target: str, with_rdflib: bool, limit: float, large: tuple[int, int]
) -> None:
    """Measure at `size` facts, and `large` edges and quads, and keep it in the file `target`."""
    rows = []
    before = _load()
    for row in _rows(max(size // FACTS, 1), with_rdflib, limit, *large):
        told = "  ".join(
            f"{name} ×{row.cpu / peer:.2f}" for name, peer in row.peers.items() if peer
        )
        print(
            f"{row.name:38} {_told(row.wall):>10} {_told(row.cpu):>10} CPU  {told}  {row.note}",
            flush=True,
        )
        rows.append(asdict(row))
    about = {
        "facts": size,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "load": f"{before} to {_load()}",
        "versions": {
            "python": platform.python_version(),
            **{one: version(one) for one in ("pyoxigraph", "rdflib", "networkx", "pyarrow")},
        },
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "rows": rows,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    Path(target).write_text(text + "\n", encoding="utf-8", newline="\n")


def _load() -> str:
    """How many processes want to run, this one among them, over the last minute."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "?"


def _told(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def _rows(count: int, with_rdflib: bool, limit: float, edges: int, quads: int) -> Iterator[Row]:
    yield _reader()
    with tempfile.TemporaryDirectory(prefix="bangfu-benchmark-") as folder:
        home = Path(folder)
        yield from writing(home, list(readings(min(count, _BULK))))
        path = home / "bangfu.db"
        told = ((one.source.iri, reading_triples(one)) for one in readings(count))
        fill(path, chain(told, rare_sources()))
        with open_store(path) as store:
            wall, cpu = timed(lambda: derive(store))
            yield Row(name="derive, all", wall=wall, cpu=cpu, peers={})
            store.flush()
            yield one_source(store, home, count)
        with kept(path):
            pass
        yield from asking(path, with_rdflib, limit)
        yield from direct(path)
        yield from network(path, home)
        yield serving(path)
        yield compacting(path)
        if edges:
            yield projecting(edges, home)
        if quads:
            yield bulk_loading(quads, home)


def _reader() -> Row:
    pages = sorted(SAMPLE.glob("*.txt"))
    load(pages[0], SAMPLE)  # dictionaries are read once
    size = sum(len(page.read_text(encoding="utf-8")) for page in pages)
    wall, cpu = timed(lambda: [load(page, SAMPLE) for page in pages])
    return Row(
        name="reader, the sample", wall=wall, cpu=cpu, peers={}, note=f"{size / wall:,.0f} char/s"
    )
