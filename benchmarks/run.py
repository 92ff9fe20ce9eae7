"""The first benchmark: reading, storing, deriving, asking; with rdflib's memory store beside it.

Times depend on the machine and on what else it does; the ratios in one table do not, or little.
Each question runs on both stores over the same data. rdflib gets a time limit: what it had not
answered by then is told as more than the limit.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import pyoxigraph as ox
from rdflib import Dataset

from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.derive import derive
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders import load
from bangfu.ontology.quads import reading_triples

from .generate import COUNTY, HELPER, readings
from .limited import Limited

SAMPLE = Path(__file__).resolve().parents[1] / "loaders" / "data" / "sample"
_RESULTS = Path("benchmarks/results")
QUESTIONS = (
    ("who-helps", COUNTY),
    ("whom-it-helps", HELPER),
    ("evidence", HELPER, COUNTY),
    ("about", COUNTY),
    ("path", HELPER, COUNTY),
)


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sources", type=int, default=10_000, help="generated sources")
    parser.add_argument("--limit", type=float, default=20.0, help="seconds for rdflib a question")
    parser.add_argument("--repeat", type=int, default=3, help="runs of each question")
    parser.add_argument("--without-rdflib", action="store_true", help="leave rdflib out")
    parser.add_argument("--facts", type=int, nargs="+", help="measure everything at these sizes")
    parser.add_argument("--out", type=Path, default=_RESULTS, help="of --facts")
    parser.add_argument("--rdflib-most", type=int, default=20_000, help="facts for rdflib")
    given = parser.parse_args()
    if given.facts:
        from .suite import run_sizes

        run_sizes(given.facts, given.out, rdflib_most=given.rdflib_most, limit=given.limit)
        return
    row("", "bangfu", "other", "ratio", "other is")
    reader()
    with (
        tempfile.TemporaryDirectory(prefix="bangfu-benchmark-") as folder,
        open_store(Path(folder) / "bangfu.db") as store,
    ):
        writing(store, given.sources, Path(folder) / "raw")
        start = perf_counter()
        refused = derive(store)
        store.flush()
        row("derive", f"{perf_counter() - start:.1f} s", "", "", f"{len(refused)} refused")
        limited = None if given.without_rdflib else rdflib_store(store, given.limit)
        asking(store, limited, given.repeat)
        if limited is not None:
            limited.close()


def row(what: str, *cells: str) -> None:
    """One line of the table."""
    print(
        "| " + " | ".join([what.ljust(34), *(f"{cell:>16}" for cell in cells)]) + " |", flush=True
    )


def reader() -> None:
    """Characters a second through the news reader, over the articles that are shipped."""
    pages = sorted(SAMPLE.glob("*.txt"))
    load(pages[0], SAMPLE)  # dictionaries are read once
    size = sum(len(page.read_text(encoding="utf-8")) for page in pages)
    start = perf_counter()
    for page in pages:
        load(page, SAMPLE)
    row("news reader", f"{size / (perf_counter() - start):,.0f} char/s")


def writing(store: Store, count: int, raw: Path) -> None:
    """Sources a second: put, against the bare update of the engine (a tenth of them)."""
    sample = list(readings(max(count // 10, 1)))
    engine = ox.Store(raw)
    texts = [_update(one.source.iri, reading_triples(one)) for one in sample]
    start = perf_counter()
    for text in texts:
        engine.update(text)
    engine.flush()
    bare = len(texts) / (perf_counter() - start)
    prepared = [(one.source.iri, reading_triples(one)) for one in sample]
    start = perf_counter()
    for source, triples in prepared:
        store.put(source, triples)
    store.flush()
    ours = len(prepared) / (perf_counter() - start)
    row(
        "triples → store",
        f"{ours:,.0f} src/s",
        f"{bare:,.0f} src/s",
        f"{ours / bare:.2f}",
        "update",
    )
    start = perf_counter()
    for number, one in enumerate(readings(count)):
        if number >= len(sample):
            put(store, one)
    store.flush()
    rate = (count - len(sample)) / (perf_counter() - start)
    row("readings → store", f"{rate:,.0f} src/s")
    row("", f"{count:,} sources")


def rdflib_store(store: Store, limit: float) -> Limited:
    """The same data in rdflib's own memory store, in a process that can be ended."""
    data = Dataset(default_union=True)
    start = perf_counter()
    text = "".join(
        f"{' '.join(triple)} <{graph}> .\n"
        for graph in store.graphs()
        for triple in store.triples(graph)
    )
    data.parse(data=text, format="nquads")
    row("load into rdflib", "", f"{perf_counter() - start:.0f} s", "", "rdflib")
    return Limited(data, limit)


def asking(store: Store, limited: Limited | None, repeat: int) -> None:
    """Milliseconds a question: with names, rows and passages; and the bare SPARQL of it."""
    for name, *arguments in QUESTIONS:
        label = f"{name} {' '.join(arguments)}"
        answer = ask(store, name, *arguments)
        spent = _timed(lambda n=name, a=arguments: ask(store, n, *a), repeat)
        row(label, f"{spent:,.0f} ms", "", "", f"{len(answer.rows)} rows")
        if name == "path":
            continue
        text = question_sparql(store, name, *arguments)
        ours = _timed(lambda t=text: store.select(t), repeat)
        if limited is None:
            row("  its SPARQL alone", f"{ours:,.0f} ms")
            continue
        theirs = limited.milliseconds(text)
        if theirs is None:
            most = limited.limit * 1000
            row(
                "  its SPARQL alone",
                f"{ours:,.0f} ms",
                f">{most:,.0f} ms",
                f">{most / ours:.0f}",
                "rdflib",
            )
        else:
            row(
                "  its SPARQL alone",
                f"{ours:,.0f} ms",
                f"{theirs:,.0f} ms",
                f"{theirs / ours:.1f}",
                "rdflib",
            )


def _timed(call: Callable[[], object], repeat: int) -> float:
    spent = []
    for _ in range(repeat):
        start = perf_counter()
        call()
        spent.append((perf_counter() - start) * 1000)
    return median(spent)


def _update(source: str, triples: list[tuple[str, str, str]]) -> str:
    lines = " .\n".join(" ".join(triple) for triple in triples)
    return f"DROP SILENT GRAPH <{source}> ; INSERT DATA {{ GRAPH <{source}> {{ {lines} }} }}"


if __name__ == "__main__":
    main()
