"""A store on Virtuoso beside one on disk: the same sources, and every question asked of both.

    python -m benchmarks.remote --sources 1000 [--put 200] [--rows 10000] [--minutes 5]

The sources are made, and what follows from them derived, on disk; all graphs go to the server as
files that its own loader reads. One PUT a source, as ``bangfu load`` does it, is measured on some
more sources. Each question is asked in a process of its own, so that one that takes too long can be
ended. What was found is kept as JSON in ``results/remote`` and told together in ``remote.md``.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from itertools import chain
from pathlib import Path
from time import perf_counter, process_time
from typing import Any, Final

from bangfu.graph.ask import ask
from bangfu.graph.keep import reading, writing
from bangfu.graph.question import question, questions
from bangfu.graph.remote import connected
from bangfu.ontology.errors import BangfuError
from bangfu.ontology.quads import reading_triples

from .bulk import Server, load, put_each, spent, virtuoso
from .generate import readings, usual_pair
from .questions import arguments
from .rare import rare_sources
from .writes import fill

__all__ = ["LOADED", "answer", "asked", "compared", "filled", "main", "told"]

LOADED: Final = "loaded.json"
_RESULTS: Final = Path(__file__).resolve().parent / "results" / "remote"


def main() -> None:
    """Run what the command line asks for, or ask one question for it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.remote", description=__doc__)
    parser.add_argument("--sources", type=int, default=1000)
    parser.add_argument("--put", type=int, default=200, help="sources put one after the other")
    parser.add_argument("--rows", type=int, default=10_000, help="rows the server gives at most")
    parser.add_argument("--buffers", type=int, default=100_000, help="its pages of 8 kB in memory")
    parser.add_argument("--minutes", type=float, default=5.0, help="for one question")
    parser.add_argument("--out", type=Path, default=_RESULTS)
    parser.add_argument("--home", type=Path, help="where the stores are made and stay")
    parser.add_argument("--note", default="", help="what is to be said with the table")
    parser.add_argument("--only", nargs="*", help="these questions alone")
    parser.add_argument(
        "--usual", action="store_true", help="ask about a usual county, not the busiest"
    )
    parser.add_argument("--one", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        path, name, *about = given.one
        print(json.dumps(answer(Path(path), name, *about)))
        return
    made = given.home or Path(tempfile.mkdtemp(prefix="bangfu-remote-"))
    try:
        made.mkdir(parents=True, exist_ok=True)
        found = compared(made.resolve(), given)
    finally:
        if given.home is None:
            shutil.rmtree(made)
    given.out.mkdir(parents=True, exist_ok=True)
    file = given.out / f"{given.sources}.json"
    if given.only and file.exists():
        _keep_others(found, json.loads(file.read_text(encoding="utf-8")))
    text = json.dumps(found, ensure_ascii=False, indent=1)
    file.write_text(text + "\n", encoding="utf-8", newline="\n")
    (given.out / "remote.md").write_text(told(given.out), encoding="utf-8", newline="\n")


def _keep_others(found: dict[str, Any], before: dict[str, Any]) -> None:
    """Take over what was measured before of questions that were not asked now."""
    asked = {one["name"] for one in found["questions"]}
    others = [one for one in before["questions"] if one["name"] not in asked]
    found["questions"] = sorted([*found["questions"], *others], key=lambda one: str(one["name"]))
    for name, figure in before.items():
        found.setdefault(name, figure)


def compared(home: Path, given: argparse.Namespace) -> dict[str, Any]:
    """Make both stores in `home`, ask both, and tell what differs and what it took."""
    with filled(home, given.sources, rows=given.rows, buffers=given.buffers) as (here, server):
        there = connected(server.query, work=home / "work")
        found: dict[str, Any] = {
            "sources": given.sources,
            "rows_at_most": given.rows,
            "note": given.note,
            "load_average": os.getloadavg()[0],
            **json.loads((home / LOADED).read_text("utf-8")),
            "questions": [],
        }
        about = usual_pair(given.sources) if given.usual else ()
        for one in questions():
            if given.only and one.name not in given.only:
                continue
            row = asked(here, there, (one.name, *about), given.minutes * 60, server.process.pid)
            print(row, flush=True)
            found["questions"].append(row)
        if given.put:
            found["put_seconds"] = put_each(there, given.sources, given.put)
    return found


@contextmanager
def filled(home: Path, sources: int, *, rows: int, buffers: int) -> Iterator[tuple[Path, Server]]:
    """A store of so many sources in `home`, and a server with the same, which may be signed in to.

    What it took to load the server is in the file LOADED.
    """
    here = home / "bangfu.db"
    if not here.exists():
        made = ((one.source.iri, reading_triples(one)) for one in readings(sources))
        fill(here, chain(made, rare_sources()))
        with writing(here):
            pass
    with virtuoso(home / "virtuoso", rows=rows, buffers=buffers) as server:
        os.environ.update(server.environment)
        loaded = home / LOADED
        if not loaded.exists():
            loaded.write_text(json.dumps(load(here, home / "virtuoso" / "parts", server)), "utf-8")
        yield here, server


def answer(path: Path, name: str, *about: str) -> dict[str, Any]:
    """The rows of a question to the store at `path`: their number and digest, and the seconds.

    `about` are another county than the busiest, and the region that helps it.
    """
    given = arguments(question(name), *about)
    try:
        with reading(path) as store:
            wall, cpu = perf_counter(), process_time()
            found = ask(store, name, *given)
            wall, cpu = perf_counter() - wall, process_time() - cpu
    except BangfuError as error:
        return {"rows": 0, "digest": error.told("en"), "wall": 0.0, "cpu": 0.0}
    proofs = {fact: [str(one) for one in some] for fact, some in found.passages.items()}
    text = json.dumps([found.rows, proofs, str(found.coverage)], sort_keys=True)
    digest = sha256(text.encode()).hexdigest()
    return {"rows": len(found.rows), "digest": digest, "wall": wall, "cpu": cpu}


def told(out: Path) -> str:
    """The Markdown of all that was found at every size."""
    lines = ["# A store on Virtuoso beside one on disk", ""]
    lines += ["Every question asked of both, about the same things: the same rows, passages and"]
    lines += ["counts of sources, or not. Made by `python -m benchmarks.remote`.", ""]
    for file in sorted(out.glob("[0-9]*.json"), key=lambda one: int(one.stem)):
        found = json.loads(file.read_text(encoding="utf-8"))
        asked = found["questions"]
        alike = sum(one["verdict"] == "same" for one in asked)
        ended = sum(one["verdict"].startswith("ended") for one in asked)
        lines += [f"## {found['sources']:,} sources", ""]
        lines += [f"{alike} of {len(asked)} questions give the same, {ended} were ended at the"]
        lines += [f"limit, {len(asked) - alike - ended} differ. {found['quads']:,} quads were"]
        lines += [f"loaded in bulk in {found['bulk_seconds']:,.0f} s; the server gives"]
        lines += [f"{found['rows_at_most']:,} rows at most."]
        if found.get("put_seconds"):
            lines += [f"One PUT a source: {found['put_seconds'] * 1000:.0f} ms each."]
        lines += [found["note"]] if found.get("note") else []
        lines += [
            "",
            "| question | rows | on disk | on Virtuoso | CPU on disk | CPU here + there | |",
            "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
        ]
        for one in asked:
            cells = [one["name"], f"{one['rows']:,}", f"{one['here']:.2f} s"]
            cells += [f"{one['there']:.2f} s" if one["there"] else "–"]
            cells += [_seconds(one, "here_cpu"), _seconds(one, "there_cpu", "server_cpu")]
            cells += [one["verdict"]]
            lines += ["| " + " | ".join(cells) + " |"]
        lines += [""]
    return "\n".join(lines)


def _seconds(row: dict[str, Any], *names: str) -> str:
    """The processor seconds of these names; a dash where they were not measured."""
    told = [row.get(name, 0.0) for name in names]
    return " + ".join(f"{one:.2f}" for one in told) + " s" if all(told) else "–"


def asked(
    here: Path, there: Path, words: tuple[str, ...], limit: float, server: int
) -> dict[str, Any]:
    """One question, and what it is asked about, asked of both: the rows, the seconds, the verdict.

    That is ``same``, or what differs; `server` is the number of its process.
    """
    wanted = _in_process(here, words, 3600)
    before = spent(server)
    found = _in_process(there, words, limit)
    assert wanted is not None
    row = {"name": words[0], "rows": wanted["rows"], "here": wanted["wall"], "there": 0.0}
    row |= {"here_cpu": wanted["cpu"], "there_cpu": 0.0, "server_cpu": spent(server) - before}
    if found is None:
        return {**row, "verdict": f"ended after {limit:,.0f} s"}
    row |= {"there": found["wall"], "there_cpu": found["cpu"]}
    if found["digest"] == wanted["digest"]:
        return {**row, "verdict": "same"}
    return {
        **row,
        "verdict": f"{found['rows']:,} rows" + ("" if found["wall"] else f": {found['digest']}"),
    }


def _in_process(path: Path, asked: tuple[str, ...], limit: float) -> dict[str, Any] | None:
    command = [sys.executable, "-m", "benchmarks.remote", "--one", str(path), *asked]
    home = Path(__file__).resolve().parents[1]
    try:
        done = subprocess.run(command, cwd=home, capture_output=True, check=True, timeout=limit)
    except subprocess.TimeoutExpired:
        return None
    except subprocess.CalledProcessError as error:
        last = error.stderr.decode(errors="replace").strip().splitlines()[-1:]
        return {"rows": 0, "digest": " ".join(last), "wall": 0.0, "cpu": 0.0}
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
