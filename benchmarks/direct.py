"""Direct questions and what is around a thing, be it told of by few sources or by very many.

No edge table is made for them: the store is walked outward from the thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from bangfu.graph.ask import ask, question_sparql
from bangfu.graph.engine import Store
from bangfu.graph.folder import data
from bangfu.graph.keep import reading
from bangfu.graph.names import find_entity
from bangfu.graph.near import around, neighbours
from bangfu.ontology.records import Posting

from .generate import COUNTY, article
from .measure import Row, timed
from .questions import compared

__all__ = ["direct", "things"]

_QUESTIONS: Final = ("who-helps", "about", "partner-history", "school-partners")
_TIMES: Final = 5


def things() -> dict[str, str]:
    """What is asked about: a school of two sources, one of very many, the county of both."""
    school = next(one.organization for one in article(0).facts if isinstance(one, Posting))
    return {"a rare school": f"{COUNTY}第八十一中学", "a school": school.name, "a county": COUNTY}


def direct(path: Path) -> Iterator[Row]:
    """Each question beside hand-written SPARQL, and one and two steps around, all from the disk."""
    with reading(path) as store:
        bare = ox.Store.read_only(str(data(path)))
        for kind, name in things().items():
            for one in _QUESTIONS:
                yield _question(store, bare, one, kind, name)
            node = find_entity(store, name).iri
            for steps, walk in product((1, 2), (neighbours, around)):
                graph = walk(store, node, steps)
                wall, cpu = timed(lambda n=node, s=steps, w=walk: w(store, n, s), _TIMES)
                note = f"{graph.number_of_nodes():,} nodes"
                called = "around" if walk is around else "neighbours of"
                called += f" {kind}, {'one step' if steps == 1 else 'two steps'}"
                yield Row(name=called, wall=wall, cpu=cpu, peers={}, note=note)


def _question(store: Store, bare: ox.Store, asked: str, kind: str, name: str) -> Row:
    answer = ask(store, asked, name)
    text = question_sparql(store, asked, name)
    (wall, cpu), peers = compared(store, bare, asked, (name,), text)
    note = f"{len(answer.rows):,} rows, {len(answer.passages):,} facts"
    return Row(
        name=f"direct {asked}, {kind}",
        wall=wall,
        cpu=cpu,
        peers=peers,
        note=note,
    )
