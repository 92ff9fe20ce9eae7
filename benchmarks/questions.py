"""What each named question costs, beside hand-written SPARQL for the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
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
from .measure import Row, in_turn, quads, timed
from .rare import LIST, PROGRAMME

__all__ = ["answered", "arguments", "asking", "compared", "proven"]

_TIMES: Final = 5

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


def arguments(asked: Question, county: str = COUNTY, helper: str = HELPER) -> tuple[str, ...]:
    """What a question is asked about, so that the made-up sources have an answer.

    It is asked about the busiest `county` and the region that helps it, unless others are given.
    """
    others = {COUNTY: county, HELPER: helper, f"{HELPER}教育局": f"{helper}教育局"}
    if asked.name in _ABOUT:
        return tuple(others.get(one, one) for one in _ABOUT[asked.name])
    plain = {"date": "2022", "year": "2022", "level": "province", "list": LIST}
    return tuple(
        article(nth).source.address if one.kind == "source" else plain.get(one.kind, county)
        for nth, one in enumerate(asked.parameters)
        if not (one.optional and one.kind == "text")
    )


def asking(path: Path, with_rdflib: bool, limit: float) -> Iterator[Row]:
    """Every named question, beside SPARQL on the engine alone and its rows on rdflib.

    rdflib comes last: what it holds in memory would slow down all that is measured beside it.
    """
    rows: list[Row] = []
    texts: dict[str, str] = {}
    with reading(path) as store:
        bare = ox.Store.read_only(str(data(path)))
        for asked in questions():
            row, text = _measured(store, bare, asked)
            rows.append(row)
            if text:
                texts[row.name] = text
        limited = _rdflib(store, limit) if with_rdflib else None
    for row in rows:
        yield (
            row
            if limited is None or row.name not in texts
            else _beside(row, limited, texts[row.name], limit)
        )
    if limited is not None:
        limited.close()


def _measured(store: Store, bare: ox.Store, asked: Question) -> tuple[Row, str]:
    """What one question costs, and its SPARQL, "" if it has none."""
    given = arguments(asked)
    name = f"ask {asked.name}"
    try:
        rows = len(ask(store, asked.name, *given).rows)
    except BangfuError as error:
        return Row(name=name, wall=0.0, cpu=0.0, peers={}, note=error.told("en")), ""
    note = f"{rows:,} rows" if rows else _NOTHING.get(asked.name, "0 rows")
    if asked.shape == "walk":
        wall, cpu = timed(lambda: ask(store, asked.name, *given), 3)
        return Row(name=name, wall=wall, cpu=cpu, peers={}, note=note), ""
    text = question_sparql(store, asked.name, *given)
    (wall, cpu), peers = compared(store, bare, asked.name, given, text)
    return Row(name=name, wall=wall, cpu=cpu, peers=peers, note=note), text


def compared(
    store: Store, bare: ox.Store, name: str, given: tuple[str, ...], text: str
) -> tuple[tuple[float, float], dict[str, float]]:
    """Wall and processor seconds of a question, and processor seconds of SPARQL for the same.

    An answer is its rows with every passage of every fact in them. So is what the bare engine is
    asked for: the rows by `text`, then by a query as one writes it by hand the passages, with the
    title, outlet and day of their sources. What the rows alone cost it is told beside. The bare
    engine is spared looking up the name, and saying how many sources were searched.
    """
    found, whole, alone = in_turn(
        lambda: ask(store, name, *given),
        lambda: proven(bare, text),
        lambda: answered(bare, text),
        repeat=_TIMES,
    )
    return found, {"pyoxigraph": whole[1], "pyoxigraph, rows alone": alone[1]}


def answered(engine: ox.Store, text: str) -> int:
    """How many rows the bare engine has for `text`, over the union of all graphs."""
    return len(_read(engine, text)[1])


def proven(engine: ox.Store, text: str) -> int:
    """How many passages the bare engine has for the facts in the rows of `text`."""
    columns, rows = _read(engine, text)
    if "fact" not in columns:
        return 0
    at = columns.index("fact")
    facts = {fact for row in rows for fact in (row[at] or "").split()}
    if not facts:
        return 0
    named = " ".join(f"<{one}>" for one in sorted(facts))
    return len(_read(engine, _PASSAGES.replace("FACTS", named))[1])


def _read(engine: ox.Store, text: str) -> tuple[list[str], list[tuple[str | None, ...]]]:
    """The columns and the rows of `text`, read cell by cell as whoever asks for them must."""
    found: Any = engine.query(text, use_default_graph_as_union=True)
    if isinstance(found, ox.QueryBoolean):
        return ["ask"], [(str(found),)]
    columns = [variable.value for variable in found.variables]
    return columns, [tuple(None if c is None else c.value for c in row) for row in found]


def _beside(row: Row, limited: Limited, text: str, limit: float) -> Row:
    """`row` with what its rows cost rdflib."""
    try:
        spent = limited.milliseconds(text)
    except RuntimeError as error:
        return replace(row, note=f"{row.note}; {error}")
    if spent is None:
        note = f"{row.note}; rdflib was ended at the limit"
        return replace(row, peers={**row.peers, "rdflib": limit}, note=note)
    return replace(row, peers={**row.peers, "rdflib": spent / 1000})


def _rdflib(store: Store, limit: float) -> Limited:
    other = Dataset(default_union=True)
    text = "".join(quads(store.triples(graph), graph) for graph in store.graphs())
    other.parse(data=text, format="nquads")
    return Limited(other, limit)


_PASSAGES: Final = """
PREFIX bf: <https://w3id.org/bangfu/ontology#>
PREFIX dct: <http://purl.org/dc/terms/>
SELECT * WHERE {
  VALUES ?fact { FACTS }
  GRAPH ?source {
    ?fact bf:evidence ?evidence .
    ?evidence bf:quote ?quote ; bf:start ?start ; bf:end ?end ; bf:rawStart ?rawStart ;
      bf:rawEnd ?rawEnd ; bf:method ?method ; bf:confidence ?confidence ; bf:stance ?stance .
    OPTIONAL { ?source dct:source ?address }
    OPTIONAL { ?source dct:title ?title }
    OPTIONAL { ?source dct:publisher ?publisher }
    OPTIONAL { ?source dct:issued ?issued }
  }
}"""
