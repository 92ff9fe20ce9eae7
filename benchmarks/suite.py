"""Everything that costs time, at several sizes, beside its peers in the same run: one table.

    python -m benchmarks --facts 10000 100000 [--out benchmarks/results]

Each size is a process of its own, so that memory is its own too. Times depend on the machine and
on what else it does; the ratios within a table hardly do. Results are kept as JSON, told together
in ``results.md``, and how each cost grows in ``growth.png``.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.derive import derive
from bangfu.graph.drawing import draw_page
from bangfu.graph.edgecache import edge_table
from bangfu.graph.embedded import Embedded
from bangfu.graph.folder import data
from bangfu.graph.keep import reading, writing
from bangfu.graph.project import project
from bangfu.graph.queries import neighbourhood
from bangfu.graph.question import Question, questions
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders import load
from bangfu.ontology.errors import BangfuError
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import Place, PlaceLevel, Reading

from .generate import COUNTY, HELPER, article, readings
from .limited import Limited
from .results import write_results

__all__ = ["FACTS", "Row", "measured", "run_sizes"]

FACTS = 6
"""Of a made-up source."""
SAMPLE = Path(__file__).resolve().parents[1] / "loaders" / "data" / "sample"
_BULK = 2000
"""Sources that the ways of writing are compared with, at most."""
_ROLLUP = "province"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One cost: wall and processor seconds, and those of peers for the same; `note` says more."""

    name: str
    wall: float
    cpu: float
    peers: Mapping[str, float]
    note: str = ""


def run_sizes(sizes: list[int], out: Path, *, rdflib_most: int, limit: float) -> None:
    """Measure each size in a process of its own, then write the tables and the plot."""
    out.mkdir(parents=True, exist_ok=True)
    for size in sizes:
        target = out / f"{size}.json"
        code = (
            "from benchmarks.suite import measured; "
            f"measured({size}, {str(target)!r}, {size <= rdflib_most}, {limit})"
        )
        subprocess.run([sys.executable, "-c", code], check=True)
        write_results(out)


def measured(size: int, target: str, with_rdflib: bool, limit: float) -> None:
    """Measure at `size` facts and keep the result in the file `target`."""
    rows = []
    for row in _rows(max(size // FACTS, 1), with_rdflib, limit):
        told = "  ".join(
            f"{name} ×{row.wall / peer:.2f}" for name, peer in row.peers.items() if peer
        )
        print(
            f"{row.name:38} {_told(row.wall):>10} {_told(row.cpu):>10} CPU  {told}  {row.note}",
            flush=True,
        )
        rows.append(asdict(row))
    about = {
        "facts": size,
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}",
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "versions": {
            "python": platform.python_version(),
            **{one: version(one) for one in ("pyoxigraph", "rdflib", "networkx", "pyarrow")},
        },
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
        "rows": rows,
    }
    text = json.dumps(about, ensure_ascii=False, indent=1)
    Path(target).write_text(text + "\n", encoding="utf-8", newline="\n")


def _told(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def timed(call: Callable[[], object], repeat: int = 1) -> tuple[float, float]:
    """Wall and processor seconds of a call: the median of so many."""
    walls, cpus = [], []
    for _ in range(repeat):
        wall, cpu = perf_counter(), process_time()
        call()
        walls.append(perf_counter() - wall)
        cpus.append(process_time() - cpu)
    return median(walls), median(cpus)


def _rows(count: int, with_rdflib: bool, limit: float) -> Iterator[Row]:
    yield _reader()
    with tempfile.TemporaryDirectory(prefix="bangfu-benchmark-") as folder:
        home = Path(folder)
        yield from _writing(home, list(readings(min(count, _BULK))))
        path = home / "bangfu.db"
        with open_store(path) as store:
            for one in readings(count):
                put(store, one)
            wall, cpu = timed(lambda: derive(store))
            yield Row(name="derive, all", wall=wall, cpu=cpu, peers={})
            store.flush()
            yield _one_source(store, home, count)
        with writing(path):
            pass
        yield from _asking(path, with_rdflib, limit)
        yield from _network(path, home)
        yield _serving(path)


def _reader() -> Row:
    pages = sorted(SAMPLE.glob("*.txt"))
    load(pages[0], SAMPLE)  # dictionaries are read once
    size = sum(len(page.read_text(encoding="utf-8")) for page in pages)
    wall, cpu = timed(lambda: [load(page, SAMPLE) for page in pages])
    return Row(
        name="reader, the sample", wall=wall, cpu=cpu, peers={}, note=f"{size / wall:,.0f} char/s"
    )


def _quads(triples: list[tuple[str, str, str]], graph: str) -> str:
    return "".join(f"{' '.join(triple)} <{graph}> .\n" for triple in triples)


def _update(source: str, triples: list[tuple[str, str, str]]) -> str:
    lines = " .\n".join(" ".join(triple) for triple in triples)
    return f"DROP SILENT GRAPH <{source}> ; INSERT DATA {{ GRAPH <{source}> {{ {lines} }} }}"


def _writing(home: Path, some: list[Reading]) -> Iterator[Row]:
    """Triples into a store: many at once, one source after the other, and again, changed."""
    made = [(one.source.iri, reading_triples(one)) for one in some]
    text = "".join(_quads(triples, source) for source, triples in made)
    count = text.count("\n")
    raw = ox.Store(str(home / "raw"))
    bare, _ = timed(lambda: (raw.bulk_load(text.encode(), ox.RdfFormat.N_QUADS), raw.flush()))
    other = Dataset()
    theirs, _ = timed(lambda: other.parse(data=text, format="nquads"))
    other.close()
    one_source = [triple for _, triples in made for triple in triples]
    with open_store(home / "bulk") as store:
        assert hasattr(store, "put_stream")
        unique = iter(dict.fromkeys(one_source))
        wall, cpu = timed(
            lambda: (store.put_stream("https://example.org/all", unique), store.flush())
        )
    yield Row(
        name="bulk load, one large source",
        wall=wall,
        cpu=cpu,
        peers={"pyoxigraph": bare, "rdflib": theirs},
        note=f"{count:,} quads",
    )
    with open_store(home / "one") as store:
        wall, cpu = timed(lambda: ([store.put(*one) for one in made], store.flush()))
        updates = [_update(*one) for one in made]
        engine = ox.Store(str(home / "updates"))
        bare, _ = timed(lambda: ([engine.update(one) for one in updates], engine.flush()))
        yield Row(
            name="put, new sources",
            wall=wall,
            cpu=cpu,
            peers={"pyoxigraph": bare},
            note=f"{len(made):,} sources",
        )
        fresh = [(iri, [*triples, (f"<{iri}>", "<x:p>", '"1"')]) for iri, triples in made[:300]]
        wall, cpu = timed(lambda: [store.put(*one) for one in fresh])
        updates = [_update(*one) for one in fresh]
        bare, _ = timed(lambda: [engine.update(one) for one in updates])
        yield Row(
            name="replace a source",
            wall=wall / len(fresh),
            cpu=cpu / len(fresh),
            peers={"pyoxigraph": bare / len(fresh)},
        )


def _one_source(store: Store, home: Path, count: int) -> Row:
    """The derived graph after one source changed, beside the bare update of that source."""
    engine = ox.Store(str(home / "updates"))
    walls, cpus, bare = [], [], []
    for turn in range(5):
        one = article(count + turn)
        put(store, one)
        wall, cpu = timed(lambda: derive(store))
        walls.append(wall)
        cpus.append(cpu)
        text = _update(one.source.iri, reading_triples(one))
        bare.append(timed(lambda text=text: engine.update(text))[0])
    return Row(
        name="derive, after one source",
        wall=median(walls),
        cpu=median(cpus),
        peers={"pyoxigraph": median(bare)},
    )


def _arguments(asked: Question) -> tuple[str, ...] | None:
    """What a question is asked about; None where the made-up sources have nothing of the kind."""
    found = []
    for nth, one in enumerate(asked.parameters):
        if one.kind == "list":
            return None
        if one.kind == "source":
            found.append(article(nth).source.address)
        elif asked.name == "programme":
            found.append("携手计划一")
        elif asked.name == "official-only":
            found.append("who-helps" if one.name == "of" else COUNTY)
            if one.name == "about":
                break
        elif one.kind in ("entity", "party", "thing", "name"):
            found.append(HELPER if asked.name in ("evidence", "path") and nth == 0 else COUNTY)
        elif one.kind in ("date", "year"):
            found.append("2022")
        elif one.kind == "level":
            found.append(_ROLLUP)
    return tuple(found)


def _asking(path: Path, with_rdflib: bool, limit: float) -> Iterator[Row]:
    """Every named question, and the bare SPARQL of it on the engine alone and on rdflib."""
    with reading(path) as store:
        limited = _rdflib(store) if with_rdflib else None
        bare = ox.Store.read_only(str(data(path)))
        for asked in questions():
            arguments = _arguments(asked)
            if arguments is None:
                continue
            name = f"ask {asked.name}"
            try:
                rows = len(ask(store, asked.name, *arguments).rows)
            except BangfuError as error:
                yield Row(name=name, wall=0.0, cpu=0.0, peers={}, note=error.told("en"))
                continue
            wall, cpu = timed(lambda n=asked.name, a=arguments: ask(store, n, *a), 3)
            peers: dict[str, float] = {}
            note = f"{rows} rows"
            if asked.shape != "walk":
                text = question_sparql(store, asked.name, *arguments)
                peers["pyoxigraph"], _ = timed(lambda t=text: _all(bare, t), 3)
                if limited is not None:
                    limited.limit = limit
                    spent = limited.milliseconds(text)
                    peers["rdflib"] = limit if spent is None else spent / 1000
                    note += "" if spent is not None else "; rdflib was ended at the limit"
            yield Row(name=name, wall=wall, cpu=cpu, peers=peers, note=note)
        if limited is not None:
            limited.close()


def _all(engine: ox.Store, text: str) -> int:
    found: Any = engine.query(text, use_default_graph_as_union=True)
    return 1 if isinstance(found, ox.QueryBoolean) else sum(1 for _ in found)


def _rdflib(store: Store) -> Limited:
    other = Dataset(default_union=True)
    text = "".join(_quads(store.triples(graph), graph) for graph in store.graphs())
    other.parse(data=text, format="nquads")
    return Limited(other, 0.0)


def _network(path: Path, home: Path) -> Iterator[Row]:
    """The edge table, and what is made from it."""
    with reading(path) as store:
        assert isinstance(store, Embedded)
        wall, cpu = timed(lambda: edge_table(store))
        table = edge_table(store)
        yield Row(
            name="edge table, made",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{table.edges.num_rows:,} edges",
        )
        again, cpu = timed(lambda: edge_table(store), 3)
        yield Row(name="edge table, found again", wall=again, cpu=cpu, peers={"making it": wall})
        wall, cpu = timed(lambda: project(table, "body"))
        graph = project(table, "body")
        yield Row(
            name="projection, bodies",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{graph.number_of_nodes():,} nodes",
        )
        wall, cpu = timed(lambda: project(table, _ROLLUP), 3)
        yield Row(name="roll-up to provinces", wall=wall, cpu=cpu, peers={})
        node = max(sorted(graph), key=lambda one: graph.degree[one])
        wall, cpu = timed(lambda: neighbourhood(graph, node, 2), 3)
        import networkx as nx

        other, _ = timed(lambda: nx.ego_graph(graph, node, 2, undirected=True))
        yield Row(name="ego, two steps", wall=wall, cpu=cpu, peers={"nx.ego_graph": other})
        page = home / "page.html"
        wall, cpu = timed(
            lambda: draw_page(store, COUNTY, page, level=None, limit=600, lang="zh", force=True)
        )
        yield Row(
            name="page around a county",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{page.stat().st_size:,} bytes",
        )


def _serving(path: Path) -> Row:
    """Requests one after the other, each for another county, from a server of its own."""
    import httpx

    command = [sys.executable, "-m", "bangfu.graph", "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        assert server.stderr is not None
        line = server.stderr.readline()
        address = line[line.index("http") :].split("（")[0].split()[0].rstrip("/")
        try:
            with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
                names = sorted(
                    one.name
                    for number in range(8)
                    for one in article(number).entities
                    if isinstance(one, Place) and one.level is PlaceLevel.COUNTY
                )
                wall, cpu = timed(lambda: [_get(client, name) for name in names])
                again, _ = timed(lambda: [_get(client, name) for name in names])
        finally:
            server.terminate()
    each = len(names)
    note = f"kept answers {again / each * 1000:.1f} ms"
    return Row(name="server, one answer", wall=wall / each, cpu=cpu / each, peers={}, note=note)


def _get(client: Any, name: str) -> None:
    client.get("/ask/who-helps.json", params={"place": name}).raise_for_status()
