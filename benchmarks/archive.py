"""A national archive on one machine: what it costs to make it, and to ask it.

    python -m benchmarks.archive --facts 1000000 --store FOLDER [--out DIR]

Made-up sources of the shape that :mod:`.shape` gives them are loaded into a fresh store in FOLDER,
what follows is derived, its table of edges made and a network of it; and it is asked about what is
told of as often as is usual, and about the busiest. Each step is a process of its own, so that the
most memory it took is told, too. The store stays: started again, only what is not there is made.
A million facts are 27 million statements; they need some 12 GB of disk while they are loaded.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from itertools import chain
from pathlib import Path
from typing import Any, Final

import pyoxigraph as ox

from bangfu.graph.ask import ask
from bangfu.graph.edgecache import edge_table
from bangfu.graph.flows import flows
from bangfu.graph.folder import data
from bangfu.graph.keep import reading, writing
from bangfu.graph.names import find_entity
from bangfu.graph.near import around, neighbours
from bangfu.graph.project import project
from bangfu.graph.store import open_store
from bangfu.graph.stream import Text
from bangfu.ontology.nt import Triple
from bangfu.ontology.quads import reading_triples

from .generate import Names, busiest, readings, usual
from .large import apart
from .measure import Row, quads, timed
from .rare import rare_sources

__all__ = ["asked", "derive", "load", "main", "network", "rows"]

FACTS: Final = 6
"""Of an article."""
_TIMES: Final = 5
_QUESTIONS: Final = {
    "school": ("about", "who-helps", "partner-history", "school-partners"),
    "partner": ("about", "whom-it-helps"),
    "county": ("about", "who-helps", "partner-history", "headcounts"),
    "helper": ("about", "whom-it-helps"),
}
"""What is asked of each of the things that are named."""
_MORE: Final = {"headcounts": ("2022",)}
_KEPT: Final[list[Any]] = []
"""What was made stays while time is taken: to take it apart is no part of making it."""


def load(given: tuple[Path, int]) -> str:
    """Make the store of so many articles, and of what few tell, as one text."""
    path, count = given
    told = ((one.source.iri, reading_triples(one)) for one in readings(count))
    with open_store(path):
        pass
    engine = ox.Store(str(data(path)))
    text: Any = Text(_lines(chain(told, rare_sources())))  # a file for the engine, which only reads
    engine.bulk_load(text, ox.RdfFormat.N_QUADS)
    engine.flush()
    return _size(path)


def derive(path: Path) -> str:
    """Derive all that follows, as each command does that finds a store not derived."""
    with writing(path):
        pass
    return _size(path)


def edges(path: Path) -> str:
    """Make the table of edges that stands beside the store."""
    with reading(path) as store:
        _KEPT.append(edge_table(store))
    return f"{_KEPT[-1].edges.num_rows:,} edges"


def matrix(path: Path) -> str:
    """How many facts lead from province to province, from the table."""
    with reading(path) as store:
        _KEPT.append(flows(store, "province"))
    return f"{len(_KEPT[-1].cells):,} cells"


def network(path: Path) -> str:
    """The network of all bodies, from the table."""
    with reading(path) as store:
        _KEPT.append(project(store, "body"))
    made = _KEPT[-1]
    return f"{made.number_of_nodes():,} nodes, {made.number_of_edges():,} edges"


def asked(given: tuple[Path, int]) -> list[Row]:
    """Direct questions and what is around a thing, asked of the store on disk."""
    path, count = given
    with reading(path) as store:
        return [
            row
            for kind, names in (("usual", usual(count)), ("busiest", busiest(count)))
            for row in _asked(store, kind, names)
        ]


def _asked(store: Any, kind: str, names: Names) -> Iterator[Row]:
    for thing, questions in _QUESTIONS.items():
        name = getattr(names, thing)
        for one in questions:
            told = (name, *_MORE.get(one, ()))
            answer = ask(store, one, *told)
            wall, cpu = timed(lambda o=one, t=told: ask(store, o, *t), _TIMES)
            note = f"{len(answer.rows):,} rows, {len(answer.passages):,} facts"
            yield Row(name=f"{one}, {kind} {thing}", wall=wall, cpu=cpu, peers={}, note=note)
        node = find_entity(store, name).iri
        for called, walk in (("neighbours, two steps", neighbours), ("two steps", around)):
            near = walk(store, node, 2)
            wall, cpu = timed(lambda n=node, w=walk: w(store, n, 2), _TIMES)
            note = f"{near.number_of_nodes():,} nodes, {near.number_of_edges():,} edges"
            if "reached" in near.graph:
                note = f"{note}, of {sum(near.graph['reached']):,} nodes"
            yield Row(name=f"{called}, {kind} {thing}", wall=wall, cpu=cpu, peers={}, note=note)


def rows(path: Path, facts: int) -> Iterator[Row]:
    """Each step, as far as it is not done yet, and then the questions."""
    count = max(facts // FACTS, 1)
    mark = path.parent / f"{path.name}.loaded"
    steps: list[tuple[str, Callable[[Any], str], Any]] = [
        ("edge table", edges, path),
        ("matrix of provinces", matrix, path),
        ("network of bodies", network, path),
    ]
    if not mark.exists():
        begun = [(f"load {count:,} sources", load, (path, count)), ("derive", derive, path)]
        steps = [*begun, *steps]
    for name, act, given in steps:
        (wall, cpu), peak, note = apart(act, given)
        yield Row(name=name, wall=wall, cpu=cpu, peers={}, note=f"{note}, {peak:,} MB at most")
        if act is derive:
            mark.touch()
    yield from apart(asked, (path, count))[2]


def main(facts: int, folder: Path, out: Path | None) -> None:
    """Print a line for each cost, and keep them as JSON if wanted."""
    folder.mkdir(parents=True, exist_ok=True)
    told = []
    for row in rows(folder / "store.db", facts):
        print(f"{row.name:34} {row.wall:10.3f} s {row.cpu:10.3f} s CPU  {row.note}", flush=True)
        told.append(asdict(row))
    if out is not None:
        text = json.dumps({"facts": facts, "rows": told}, ensure_ascii=False, indent=1)
        out.mkdir(parents=True, exist_ok=True)
        (out / "archive.json").write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _lines(told: Iterable[tuple[str, list[Triple]]]) -> Iterator[bytes]:
    for source, triples in told:
        yield quads(triples, source).encode("utf-8")


def _size(path: Path) -> str:
    size = sum(one.stat().st_size for one in path.rglob("*") if one.is_file())
    return f"{size / 1e9:.2f} GB on disk"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--facts", type=int, default=1_000_000)
    parser.add_argument("--store", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    given = parser.parse_args()
    main(given.facts, given.store, given.out)
