"""The server under load: many clients at once, each asking one named question after the other.

    python -m benchmarks.serving [--clients 200] [--seconds 60] [--sources 1000]

The clients run in this process, the server in others; both share the machine. Answers are
kept once they are made, so what making one costs is told apart.
"""

from __future__ import annotations

import argparse
import asyncio
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter
from urllib.parse import quote

from bangfu.graph.keep import reading, writing
from bangfu.graph.store import put

from .generate import readings

__all__ = ["main", "served"]

_COUNTIES = (
    "SELECT DISTINCT ?p { ?p a <https://w3id.org/bangfu/ontology#RecipientCounty> } "
    "ORDER BY ?p LIMIT 200"
)


def main() -> None:
    """Run it and print one line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=60.0)
    parser.add_argument("--sources", type=int, default=1000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "load.db"
        with writing(path) as store:
            for one in readings(given.sources):
                put(store, one)
        with reading(path) as store:
            counties = [str(row[0])[1:-1] for row in store.select(_COUNTIES).rows]
        with served(path) as port:
            # each answer once, one after the other: what making it costs
            first, _ = asyncio.run(_load(port, counties, 1, 0, once=True))
            taken, states = asyncio.run(_load(port, counties, given.clients, given.seconds))
    cuts = quantiles(taken, n=100)
    print(
        f"first answers: median {median(first) * 1000:.0f} ms, most {max(first) * 1000:.0f} ms; "
        f"{given.clients} clients, {given.seconds:g} s, {given.sources} sources: "
        f"{len(taken)} answers ({len(taken) / given.seconds:.0f}/s), status {dict(states)}, "
        f"median {median(taken) * 1000:.0f} ms, p95 {cuts[94] * 1000:.0f} ms, "
        f"p99 {cuts[98] * 1000:.0f} ms"
    )


@contextmanager
def served(path: Path) -> Iterator[int]:
    """The port of a server of the store at `path`, in a process of its own that ends with it."""
    command = [sys.executable, "-m", "bangfu.graph", "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        assert server.stderr is not None
        address = server.stderr.readline().split("（")[0].split(" ")[0].strip()
        try:
            yield int(address.rstrip("/").rpartition(":")[2])
        finally:
            server.terminate()


async def _load(
    port: int, counties: list[str], clients: int, seconds: float, *, once: bool = False
) -> tuple[list[float], Counter[str]]:
    taken: list[float] = []
    states: Counter[str] = Counter()
    end = perf_counter() + seconds

    async def client(number: int) -> None:
        into, out = await asyncio.open_connection("127.0.0.1", port)
        turn = number
        while perf_counter() < end or (once and turn < len(counties)):
            path = f"/ask/who-helps.json?place={quote(counties[turn % len(counties)])}"
            turn += 1
            begun = perf_counter()
            out.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            head = (await into.readuntil(b"\r\n\r\n")).decode("latin-1")
            size = next(
                int(line.partition(":")[2])
                for line in head.splitlines()
                if line.lower().startswith("content-length:")
            )
            await into.readexactly(size)
            taken.append(perf_counter() - begun)
            states[head.split(" ", 2)[1]] += 1
        out.close()

    await asyncio.gather(*(client(number) for number in range(clients)))
    return taken, states


if __name__ == "__main__":
    main()
