"""A mirror of a store on Virtuoso: what it takes to make and to follow, and what it answers.

    python -m benchmarks.mirrored --sources 1000 [--home FOLDER] [--changed 20]

The stores are those of ``benchmarks.remote``. The mirror is made in a process of its own, so that
its memory is told; then every question is asked of the store on disk and of the mirror. At the end
somebody else loads some sources into the server, and the mirror is read again.
"""

from __future__ import annotations

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

from bangfu.graph.intake import put_all
from bangfu.graph.keep import reading
from bangfu.graph.mirror import make, mirror_of
from bangfu.graph.question import questions
from bangfu.graph.remote import connected

from .bulk import spent
from .generate import readings, usual_pair
from .remote import asked, filled

__all__ = ["compared", "main", "told"]

_RESULTS: Final = Path(__file__).resolve().parent / "results" / "mirrored"
_LIMIT: Final = 3600.0
"""Seconds for one question."""


def main() -> None:
    """Run what the command line asks for, or make one mirror for it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.mirrored", description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--changed", type=int, default=20, help="sources that others load")
    parser.add_argument("--rows", type=int, default=10_000, help="rows the server gives at most")
    parser.add_argument("--buffers", type=int, default=100_000, help="its pages of 8 kB in memory")
    parser.add_argument("--out", type=Path, default=_RESULTS)
    parser.add_argument("--home", type=Path, help="where the stores are made and stay")
    parser.add_argument("--make", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.make:
        print(json.dumps(_made(given.make)))
        return
    home = given.home or Path(tempfile.mkdtemp(prefix="bangfu-mirrored-"))
    try:
        home.mkdir(parents=True, exist_ok=True)
        found = compared(home.resolve(), given)
    finally:
        if given.home is None:
            shutil.rmtree(home)
    given.out.mkdir(parents=True, exist_ok=True)
    text = json.dumps(found, ensure_ascii=False, indent=1)
    file = given.out / f"{given.sources}.json"
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
    (given.out / "mirrored.md").write_text(told(given.out), encoding="utf-8", newline="\n")


def compared(home: Path, given: argparse.Namespace) -> dict[str, Any]:
    """Make the stores and the mirror in `home`; tell what each took and whether answers differ."""
    with filled(home, given.sources, rows=given.rows, buffers=given.buffers) as (here, server):
        there, process = connected(server.query, work=home / "work"), server.process.pid
        command = [sys.executable, "-m", "benchmarks.mirrored", "--make", str(there)]
        root, before = Path(__file__).resolve().parents[1], spent(process)
        done = subprocess.run(command, cwd=root, capture_output=True, check=True)
        found: dict[str, Any] = {"sources": given.sources, **json.loads(done.stdout)}
        found["server_cpu"] = spent(process) - before
        print(found, flush=True)
        found["questions"] = []
        for one in questions():
            row = asked(here, there, (one.name, *usual_pair(given.sources)), _LIMIT, process)
            print(row, flush=True)
            found["questions"].append(row)
        found["unchanged"] = _opened(there)
        others = connected(server.query, work=home / "others")
        changed = islice(readings(given.sources + given.changed), given.sources, None)
        begun = perf_counter()
        put_all(others, changed)
        found |= {"changed": given.changed, "loaded": perf_counter() - begun}
        found["followed"] = _opened(there)
    return found


def told(out: Path) -> str:
    """The Markdown of all that was found at every size."""
    lines = ["# A mirror of a store on Virtuoso, beside one on disk", ""]
    lines += ["Every question asked of both, about the same things, a county that half of the"]
    lines += ["counties are told of less than. Made by `python -m benchmarks.mirrored`.", ""]
    for file in sorted(out.glob("[0-9]*.json"), key=lambda one: int(one.stem)):
        found = json.loads(file.read_text(encoding="utf-8"))
        rows = found["questions"]
        alike = sum(one["verdict"] == "same" for one in rows)
        lines += [f"## {found['sources']:,} sources", ""]
        lines += [f"{alike} of {len(rows)} questions give the same rows, passages and counts of"]
        lines += [f"sources. The mirror of {found['statements']:,} statements was made in"]
        lines += [f"{found['wall']:,.0f} s (processor: {found['cpu']:,.0f} s here and"]
        lines += [f"{found['server_cpu']:,.0f} s there), with {found['mb']:,.0f} MB of memory at"]
        lines += [f"most and {found['disk_mb']:,.0f} MB on disk. To open it took"]
        lines += [f"{found['unchanged']:.2f} s where nothing had changed on the server, and"]
        lines += [f"{found['followed']:.1f} s after others had loaded {found['changed']} sources"]
        lines += [f"there (in {found['loaded']:.0f} s).", ""]
        lines += ["| question | rows | on disk | in the mirror | |"]
        lines += ["| --- | ---: | ---: | ---: | --- |"]
        for one in rows:
            cells = [one["name"], f"{one['rows']:,}"]
            cells += [f"{one['here']:.2f} s", f"{one['there']:.2f} s", one["verdict"]]
            lines += ["| " + " | ".join(cells) + " |"]
        lines += [""]
    return "\n".join(lines)


def _made(path: Path) -> dict[str, Any]:
    """Make the mirror, and tell what it took."""
    wall, cpu = perf_counter(), process_time()
    made = make(path)
    wall, cpu = perf_counter() - wall, process_time() - cpu
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    disk = sum(one.stat().st_size for one in mirror_of(path).rglob("*") if one.is_file()) / 2**20
    return {"statements": made.statements, "wall": wall, "cpu": cpu, "mb": mb, "disk_mb": disk}


def _opened(path: Path) -> float:
    """Seconds until the mirror can be asked."""
    begun = perf_counter()
    with reading(path) as store:
        assert mirror_of(path) == getattr(store, "path", None)
        return perf_counter() - begun


if __name__ == "__main__":
    main()
