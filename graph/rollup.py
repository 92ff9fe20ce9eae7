"""Facts moved up to the places of their ends: who helps whom between counties, cities, provinces.

School → county → prefecture → province on both ends. A fact stays one fact: however many schools
or persons it names, it counts once in a pair of places. A group is one end and is never divided
among its members. What has no place of the level stays itself (:func:`.things.stands_for`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology.errors import QueryError
from .asof import Holds, Period
from .edgecache import Network, coded, edge_table, texts_of
from .edges import KINDS, EdgeTable
from .inforce import known_by, on_day, told_by
from .things import STEPS

__all__ = ["Dyad", "Selection", "dyads", "rolled", "selected"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which facts are counted; every result carries the one that it was made with.

    `kinds` of fact; `planned` takes what is only planned, too; `reference` False leaves out what
    only reference tables state; `as_of` takes what holds or may hold on that day or in that
    period; `known` what a source had told by that day; `classes` what a source of one of these
    classes tells (() is all); `programmes` and `modalities` only those (() is all).
    """

    kinds: tuple[str, ...] = ("assistance",)
    planned: bool = False
    reference: bool = True
    as_of: date | Period | None = None
    known: date | None = None
    classes: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    modalities: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Refuse a kind of fact that there is not."""
        for kind in self.kinds:
            if kind not in KINDS:
                raise QueryError("ask.kinds", kind=kind, known=", ".join(KINDS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Who helps whom at a level: all facts between two ends, under one value of each `by`.

    `holds` is ``holds`` if one of the facts surely does on the day that was asked for.
    """

    source: str
    target: str
    by: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    holds: str = str(Holds.MAY)


def selected(edges: Any, chosen: Selection) -> Any:
    """The rows of an edge table that `chosen` takes, with a column ``holds`` if it has a day."""
    taken = [_among(edges["kind"], chosen.kinds)]
    if not chosen.planned:
        taken.append(pc.not_equal(edges["status"], "planned"))
    if not chosen.reference:
        taken.append(pc.invert(edges["reference"]))
    for name, wanted in (("programme", chosen.programmes), ("code", chosen.modalities)):
        if wanted:
            taken.append(_among(edges[name], wanted))
    mask = reduce(pc.and_, taken)
    if not pc.all(mask).as_py():
        edges = edges.filter(mask)
    if chosen.classes:
        edges = told_by(edges, chosen.classes)
    if chosen.known is not None:
        edges = known_by(edges, chosen.known)
    return edges if chosen.as_of is None else on_day(edges, chosen.as_of)


def rolled(table: EdgeTable, edges: Any, level: str) -> Any:
    """`edges` with ``at_source at_target``: what stands for each end at `level`.

    Raises :class:`QueryError` (``ask.level``).
    """
    if level not in STEPS:
        raise QueryError("ask.level", level=level, known=", ".join(STEPS))
    if level == "body":
        return edges.append_column("at_source", edges["source"]).append_column(
            "at_target", edges["target"]
        )
    for end in ("source", "target"):
        edges = edges.append_column(f"at_{end}", _standing(table.nodes, edges[end], level))
    return edges


def _standing(nodes: Any, column: Any, level: str) -> Any:
    """What stands for each thing of a column: looked up once a thing, not once a row."""
    encoded = coded(column)
    ends = encoded.dictionary
    at = nodes[f"at_{level}"].take(pc.index_in(ends, nodes["iri"])).combine_chunks()
    return pc.coalesce(at, ends).take(encoded.indices)


def dyads(
    store: Network, level: str, chosen: Selection | None = None, *, by: tuple[str, ...] = ()
) -> tuple[Dyad, ...]:
    """Every pair of ends at `level`, with its facts: sorted by ends and `by`.

    `by` are columns of the edge table (``programme``, ``code``, ``kind``). Pairs whose ends fall
    together are there too, as source = target.
    """
    table = edge_table(store)
    rows = rolled(table, selected(table.edges, chosen or Selection()), level)
    keys = ["at_source", "at_target", *by]
    sure = pc.equal(rows["holds"], str(Holds.HOLDS)) if "holds" in rows.column_names else None
    rows = rows.select([*keys, "fact"]).append_column(
        "sure", pa.array([False] * rows.num_rows, pa.bool_()) if sure is None else sure
    )
    rows = rows.group_by([*keys, "fact"]).aggregate([("sure", "any")])
    rows = rows.sort_by([(name, "ascending") for name in (*keys, "fact")])
    found = rows.group_by(keys, use_threads=False).aggregate(
        [("fact", "list"), ("sure_any", "any")]
    )
    return tuple(
        Dyad(
            source=source,
            target=target,
            by=tuple(under),
            facts=tuple(facts),
            holds=str(Holds.HOLDS if any_sure else Holds.MAY),
        )
        for source, target, facts, any_sure, *under in zip(
            texts_of(found["at_source"]),
            texts_of(found["at_target"]),
            found["fact_list"].to_pylist(),
            found["sure_any_any"].to_pylist(),
            *(texts_of(found[name]) for name in by),
            strict=True,
        )
    )


def _among(column: Any, wanted: tuple[str, ...]) -> Any:
    return pc.is_in(column, pa.array(wanted, pa.string()))
