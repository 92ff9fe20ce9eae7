"""The command line of the benchmarks: everything that costs time, at the sizes that are wanted."""

from __future__ import annotations

import argparse
from pathlib import Path

from .suite import run_sizes

__all__ = ["main"]

_RESULTS = Path("benchmarks/results")


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--facts", type=int, nargs="+", default=[1000, 10_000], help="sizes")
    parser.add_argument("--out", type=Path, default=_RESULTS, help="folder for the results")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds for rdflib a question")
    parser.add_argument(
        "--rdflib-most", type=int, default=40_000, help="facts up to which rdflib is asked, too"
    )
    parser.add_argument(
        "--edges", type=int, default=1_000_000, help="edges of a network made up for itself"
    )
    parser.add_argument(
        "--quads", type=int, default=0, help="statements of a large source, say 10000000"
    )
    given = parser.parse_args()
    run_sizes(
        given.facts,
        given.out,
        rdflib_most=given.rdflib_most,
        limit=given.limit,
        edges=given.edges,
        quads=given.quads,
    )
