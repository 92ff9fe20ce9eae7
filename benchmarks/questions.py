"""What each named question costs, beside its bare SPARQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

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
from .rare import LIST, PROGRAMME

__all__ = ["answered", "arguments", "asking"]


_ABOUT: Final[Mapping[str, tuple[str, ...]]] = {
    "evidence": (HELPER, COUNTY),
    "headcounts": (COUNTY, "2022"),
    "official-only": ("who-helps", COUNTY),
    "organisation-tree": (f"{HELPER}教育局",),
    "batches": (PROGRAMME,),
    "path": (HELPER, COUNTY),
    "programme": (PROGRAMME,),
    "roles": (HELPER,),
    "whom-it-helps": (HELPER,),
}
"""What a question is asked about, where that is not the county."""
_NOTHING: Final[Mapping[str, str]] = {
    "renames": "0 rows: former names are told by reference tables of real places only",
}
"""Why a question has no answer in the made-up sources."""


def arguments(asked: Question) -> tuple[str, ...]:
    """What a question is asked about, so that the made-up sources have an answer."""
    if asked.name in _ABOUT:
        return _ABOUT[asked.name]
    plain = {"date": "2022", "year": "2022", "level": "province", "list": LIST}
    return tuple(
        article(nth).source.address if one.kind == "source" else plain.get(one.kind, COUNTY)
        for nth, one in enumerate(asked.parameters)
        if not (one.optional and one.kind == "text")
    )


def asking(path: Path, with_rdflib: bool, limit: float) -> Iterator[Row]:
    """Every named question, and the bare SPARQL of it on the engine alone and on rdflib."""
    with reading(path) as store:
        limited = _rdflib(store, limit) if with_rdflib else None
        bare = ox.Store.read_only(str(data(path)))
        for asked in questions():
            given = arguments(asked)
            name = f"ask {asked.name}"
            try:
                rows = len(ask(store, asked.name, *given).rows)
            except BangfuError as error:
                yield Row(name=name, wall=0.0, cpu=0.0, peers={}, note=error.told("en"))
                continue
            wall, cpu = timed(lambda n=asked.name, a=given: ask(store, n, *a), 3)
            peers: dict[str, float] = {}
            note = f"{rows:,} rows" if rows else _NOTHING.get(asked.name, "0 rows")
            if asked.shape != "walk":
                text = question_sparql(store, asked.name, *given)
                _, peers["pyoxigraph"] = timed(lambda t=text: answered(bare, t), 3)
                if limited is not None:
                    try:
                        spent = limited.milliseconds(text)
                    except RuntimeError as error:
                        note += f"; {error}"
                    else:
                        peers["rdflib"] = limit if spent is None else spent / 1000
                        note += "" if spent is not None else "; rdflib was ended at the limit"
            yield Row(name=name, wall=wall, cpu=cpu, peers=peers, note=note)
        if limited is not None:
            limited.close()


def answered(engine: ox.Store, text: str) -> int:
    """How many rows the bare engine has for `text`, over the union of all graphs."""
    found: Any = engine.query(text, use_default_graph_as_union=True)
    return 1 if isinstance(found, ox.QueryBoolean) else sum(1 for _ in found)


def _rdflib(store: Store, limit: float) -> Limited:
    other = Dataset(default_union=True)
    text = "".join(quads(store.triples(graph), graph) for graph in store.graphs())
    other.parse(data=text, format="nquads")
    return Limited(other, limit)
