"""Queries that would run for hours, against ``bangfu serve`` and ``oxigraph serve --timeout-s``.

    python -m benchmarks.runaway [--sources 200] [--seconds 2]

Both serve the same made-up sources under the same limit, one after the other. Told are the seconds
until each query is ended, with what answer, and how long a small one takes right after it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import httpx

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "lib"))
from runaway import RUNAWAY
from served import served
from servers import oxigraph

sys.path.pop(0)

from bangfu.graph.folder import data
from bangfu.graph.keep import writing
from bangfu.graph.profile import Profile
from bangfu.graph.serve.limits import Limits
from bangfu.ontology.quads import reading_triples

from .generate import readings
from .rare import rare_sources
from .writes import fill

__all__ = ["ended", "main"]

_SMALL: Final = "ASK { ?s ?p ?o }"


def main() -> None:
    """Run it and print a line for each query and server."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.runaway", description=__doc__)
    parser.add_argument("--sources", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=2)
    parser.add_argument("--patience", type=float, default=60.0, help="seconds to wait for an end")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bangfu-runaway-") as folder:
        path = Path(folder) / "bangfu.db"
        made = ((one.source.iri, reading_triples(one)) for one in readings(given.sources))
        fill(path, chain(made, rare_sources()))
        with writing(path):
            pass
        for name in ("bangfu", "oxigraph"):
            with _serving(name, path, given.seconds) as address:
                for row in ended(address, given.patience):
                    print(json.dumps({"server": name, "limit": given.seconds, **row}), flush=True)


def ended(address: str, patience: float) -> Iterator[dict[str, Any]]:
    """How each query ends at the endpoint `address`: seconds, answer, and what comes after it.

    One that has not ended after `patience` seconds has the answer "none".
    """
    with httpx.Client(timeout=patience, trust_env=False) as http:
        for name, query in RUNAWAY.items():
            seconds, told = _asked(http, address, query)
            after, said = _asked(http, address, _SMALL)
            yield {
                "query": name,
                "seconds": round(seconds, 2),
                "answer": told,
                "next_seconds": round(after, 2),
                "next_answer": said,
            }


def _asked(http: httpx.Client, address: str, query: str) -> tuple[float, str]:
    begun = perf_counter()
    try:
        # the default graph of oxigraph is empty unless it is asked to be the union of all
        asked = {"query": query, "union-default-graph": "true"}
        told = str(http.get(address, params=asked).status_code)
    except httpx.TimeoutException:
        told = "none"
    except httpx.HTTPError as error:
        told = type(error).__name__
    return perf_counter() - begun, told


@contextmanager
def _serving(name: str, path: Path, seconds: int) -> Iterator[str]:
    """The endpoint of a server of that name on the store at `path`."""
    if name == "bangfu":
        limits = Limits(seconds=seconds)
        with served(path, Profile.INTERNAL, limits) as site:
            yield f"{site}/sparql"
        return
    with tempfile.TemporaryDirectory(prefix="bangfu-oxigraph-") as folder:
        shutil.copytree(data(path), Path(folder) / "data")
        with oxigraph(Path(folder) / "data", "--timeout-s", str(seconds)) as server:
            yield server.query


if __name__ == "__main__":
    main()
