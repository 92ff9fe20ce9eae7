"""What each named question costs, beside its bare SPARQL."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rdflib import Dataset

from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.folder import data
from bangfu.graph.keep import reading
from bangfu.graph.question import Question, questions
from bangfu.graph.store import Store
from bangfu.ontology.errors import BangfuError

from .generate import COUNTY, HELPER, article
from .limited import Limited
from .measure import Row, quads, timed

__all__ = ["asking"]


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
            found.append("province")
    return tuple(found)


def asking(path: Path, with_rdflib: bool, limit: float) -> Iterator[Row]:
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
    text = "".join(quads(store.triples(graph), graph) for graph in store.graphs())
    other.parse(data=text, format="nquads")
    return Limited(other, 0.0)
