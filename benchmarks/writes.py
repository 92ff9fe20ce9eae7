"""What it costs to write: in bulk, source by source, again, and what is derived."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from statistics import median
from typing import Final

import pyoxigraph as ox
from rdflib import Dataset

from bangfu.graph.compact import Compacted, compact
from bangfu.graph.derive import derive
from bangfu.graph.folder import data
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology.nt import Triple
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.records import Reading

from .generate import article
from .measure import Row, at_rest, quads, timed

__all__ = ["compacting", "fill", "one_source", "writing"]

_PART: Final = 5000
"""Sources that are loaded at once: some 800,000 quads."""


def _update(source: str, triples: list[tuple[str, str, str]]) -> str:
    lines = " .\n".join(" ".join(triple) for triple in triples)
    return f"DROP SILENT GRAPH <{source}> ; INSERT DATA {{ GRAPH <{source}> {{ {lines} }} }}"


def writing(home: Path, some: list[Reading]) -> Iterator[Row]:
    """Triples into a store: many at once, one source after the other, and again, changed."""
    made = [(one.source.iri, reading_triples(one)) for one in some]
    text = "".join(quads(triples, source) for source, triples in made)
    count = text.count("\n")
    raw = ox.Store(str(home / "raw"))
    _, bare = timed(lambda: (raw.bulk_load(text.encode(), ox.RdfFormat.N_QUADS), raw.flush()))
    other = Dataset()
    _, theirs = timed(lambda: other.parse(data=text, format="nquads"))
    other.close()
    every = [triple for _, triples in made for triple in triples]
    with open_store(home / "bulk") as store:
        assert hasattr(store, "put_stream")
        unique = iter(dict.fromkeys(every))
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
        _, bare = timed(lambda: ([engine.update(one) for one in updates], engine.flush()))
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
        _, bare = timed(lambda: [engine.update(one) for one in updates])
        yield Row(
            name="replace a source",
            wall=wall / len(fresh),
            cpu=cpu / len(fresh),
            peers={"pyoxigraph": bare / len(fresh)},
        )


def fill(path: Path, some: Iterable[tuple[str, list[Triple]]]) -> None:
    """Make the store at `path` hold these sources, by the engine's own way of loading.

    What putting one after the other costs is measured with some of them; with all of them it would
    be most of the time that all measurements take.
    """
    with open_store(path):
        pass
    engine = ox.Store(str(data(path)))
    rest = iter(some)
    while part := list(islice(rest, _PART)):
        text = "".join(quads(triples, source) for source, triples in part)
        engine.bulk_load(text.encode("utf-8"), ox.RdfFormat.N_QUADS)
    engine.flush()


def one_source(store: Store, home: Path, count: int) -> Row:
    """The derived graph after one source changed, beside the bare update of that source."""
    engine = ox.Store(str(home / "updates"))
    _, rest = timed(at_rest)
    walls, cpus, bare = [], [], []
    for turn in range(5):
        one = article(count + turn)
        put(store, one)
        wall, cpu = timed(lambda: derive(store))
        walls.append(wall)
        cpus.append(cpu)
        text = _update(one.source.iri, reading_triples(one))
        bare.append(timed(lambda text=text: engine.update(text))[1])
    return Row(
        name="derive, after one source",
        wall=median(walls),
        cpu=median(cpus),
        peers={"pyoxigraph": median(bare)},
        note=f"after {rest:.1f} s of the engine's own for the load",
    )


def compacting(path: Path) -> Row:
    """The store's files written anew; it must be closed."""
    found: list[Compacted] = []
    wall, cpu = timed(lambda: found.append(compact(path)))
    note = f"{found[0].before / 1e6:,.1f} MB before, {found[0].after / 1e6:,.1f} MB after"
    return Row(name="compact", wall=wall, cpu=cpu, peers={}, note=note)
