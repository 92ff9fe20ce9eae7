"""What is large on its own: a network of a million edges, a source of ten million statements.

Each is done in a process of its own, so that the most memory it took is told too.
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq
import pyoxigraph as ox

from bangfu.graph.edges import EdgeTable
from bangfu.graph.project import project
from bangfu.graph.store import open_store
from bangfu.ontology import terms as t
from bangfu.ontology.nt import Triple
from bangfu.ontology.quads import reading_triples

from .generate import readings
from .measure import Row, timed

__all__ = ["apart", "bulk_loading", "made_edges", "projecting", "told_once"]

_GRAPH: Final = "https://example.org/all"
_TEXTS: Final = (
    *("kind", "fact", "source", "target", "code", "person", "programme", "status"),
    *("since", "until", "earliest_start", "latest_start", "earliest_end", "latest_end"),
    *("last_evidenced", "known_since", "sources", "classes", "figures"),
)
_MADE: Final[list[Any]] = []
_CODES: Final = ("pairing", "teaching", "training", "funds", "goods")


def projecting(count: int, home: Path) -> Row:
    """The network of bodies of a table with `count` edges: the table read, the network made."""
    for name, table in zip(("edges", "nodes"), _tables(made_edges(count)), strict=True):
        pq.write_table(table, home / f"{name}.parquet", compression="zstd")
    (wall, cpu), peak, nodes = apart(_project, home)
    note = f"{nodes:,} nodes, {peak:,} MB at most"
    return Row(name=f"projection, {count:,} edges", wall=wall, cpu=cpu, peers={}, note=note)


def bulk_loading(count: int, home: Path) -> Row:
    """At least `count` statements as one source, beside the engine's own way from the file."""
    text = home / "large.nt"
    with text.open("w", encoding="utf-8", newline="\n") as out:
        written = sum(out.write(f"{' '.join(one)} .\n") > 0 for one in told_once(count))
    (bare_wall, bare), bare_peak, _ = apart(_load_bare, text)
    (wall, cpu), peak, _ = apart(_load, text)
    (_, lines), _, _ = apart(_split, text)
    note = (
        f"{peak:,} MB at most, pyoxigraph {bare_wall:.1f} s and {bare_peak:,} MB; "
        f"{lines:.1f} s of it to split lines"
    )
    peers = {"pyoxigraph": bare}
    return Row(name=f"bulk load, {written:,} quads", wall=wall, cpu=cpu, peers=peers, note=note)


def made_edges(count: int) -> EdgeTable:
    """A table of `count` facts between a fifth as many schools, in 2,500 counties."""
    schools = max(count // 5, 2)
    rows: dict[str, Any] = {name: pa.repeat("", count) for name in _TEXTS}
    numbers = range(count)
    rows["kind"] = pa.repeat("assistance", count)
    rows["fact"] = pa.array([_iri("assistance", n) for n in numbers])
    rows["source"] = pa.array([_school(n % schools) for n in numbers])
    # never itself, and another one each time that it helps
    steps = (1 + (n % schools * 7919 + n // schools) % (schools - 1) for n in numbers)
    rows["target"] = pa.array([_school((n + step) % schools) for n, step in enumerate(steps)])
    rows["code"] = pa.array([_CODES[n % len(_CODES)] for n in numbers])
    rows["status"] = pa.repeat("active", count)
    rows["since"] = pa.array([f"{2010 + n % 12}" for n in numbers])
    rows["sources"] = pa.array([_iri("source", n // 6) for n in numbers])
    rows["confidence"] = pa.repeat(0.9, count)
    rows["reference"] = rows["inferred"] = pa.repeat(False, count)
    return EdgeTable(edges=pa.table(rows), nodes=_nodes(schools))


def told_once(count: int) -> Iterator[Triple]:
    """At least `count` triples of made-up sources; what each of them says comes once."""
    seen: set[Triple] = set()
    told = 0
    for reading in readings(count):
        for triple in reading_triples(reading):
            if "/place/" in triple[0] or "/programme/" in triple[0]:
                if triple in seen:
                    continue
                seen.add(triple)
            told += 1
            yield triple
        if told >= count:
            return


def _nodes(schools: int) -> Any:
    places = [(_iri("place", n), f"{n:04d}", n) for n in range(2525)]
    provinces, counties = places[:25], places[25:]
    columns: dict[str, list[Any]] = {
        name: [] for name in ("iri", "label", "kind", "level", "adcode", "within", "county")
    }

    def add(iri: str, label: str, kind: str, level: str, code: str, within: list[str]) -> None:
        county = iri if level == "county" else (within[0] if kind == "school" else iri)
        told = (iri, label, kind, level, code, within, county)
        for column, one in zip(columns.values(), told, strict=True):
            column.append(one)

    for iri, code, n in provinces:
        add(iri, f"第{n}省", "place", "province", code, [])
    for iri, code, n in counties:
        add(iri, f"第{n}县", "place", "county", code, [provinces[n % 25][0]])
    for n in range(schools):
        county, _, place = counties[n % len(counties)]
        add(_school(n), f"第{n}学校", "school", "", "", [county, provinces[place % 25][0]])
    within = columns.pop("within")
    made = {name: pa.array(column, pa.string()) for name, column in columns.items()}
    county = made.pop("county")
    province = pa.array(
        [found[-1] if found else iri for found, iri in zip(within, columns["iri"], strict=True)]
    )
    made["stage"] = pa.repeat("", len(within))
    made["within"] = pa.array([sorted(one) for one in within], pa.list_(pa.string()))
    made |= {"at_county": county, "at_prefecture": county, "at_province": province}
    return pa.table(made)


def _iri(kind: str, number: int) -> str:
    return f"{t.ID}{kind}/{number:016x}"


def _school(number: int) -> str:
    return _iri("school", number)


def _tables(table: EdgeTable) -> tuple[Any, Any]:
    return table.edges, table.nodes


def apart(act: Callable[[Any], Any], given: Any) -> tuple[tuple[float, float], int, Any]:
    """`act` in a process of its own: its times, the most memory in MB, and what it gives back."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(_timed, act, given).result()


def _timed(act: Callable[[Any], Any], given: Any) -> tuple[tuple[float, float], int, Any]:
    found: list[Any] = []
    times = timed(lambda: found.append(act(given)))
    return times, _most_memory(), found[0]


def _most_memory() -> int:
    """The most memory that this process had, in MB: its own, not that of whoever started it.

    Linux hands the most that a process had on to what it starts, so ``getrusage`` told that of the
    whole benchmark.
    """
    try:
        told = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    return int(told.partition("VmHWM:")[2].split()[0]) >> 10


def _project(home: Path) -> int:
    edges, nodes = (pq.read_table(home / f"{name}.parquet") for name in ("edges", "nodes"))
    # it stays while time is taken: to take it apart again is no part of making it
    _MADE.append(project(EdgeTable(edges=edges, nodes=nodes), "body"))
    return len(_MADE[-1])


def _load_bare(text: Path) -> None:
    engine = ox.Store(str(text.with_name("large-bare")))
    engine.bulk_load(path=text, format=ox.RdfFormat.N_TRIPLES, to_graph=ox.NamedNode(_GRAPH))
    engine.flush()


def _load(text: Path) -> None:
    with open_store(text.with_name("large")) as store:
        assert hasattr(store, "put_stream")
        store.put_stream(_GRAPH, _triples(text))
        store.flush()


def _split(text: Path) -> None:
    for _ in _triples(text):
        pass


def _triples(text: Path) -> Iterator[Triple]:
    with text.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            subject, predicate, target = line[:-3].split(" ", 2)
            yield subject, predicate, target
