"""The dyad-year panel: for each year whether one side's help for the other holds, or may hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

import pyarrow as pa
import pyarrow.compute as pc

from ...ontology.messages import Lang, say
from ..asof import Holds, Period, asof, bounds_of
from ..edgecache import edge_table
from ..engine import Store
from ..relations import Relation, of_kinds, rows_of
from ..things import Thing, stands_for, things_of
from .codebook import citation, codebook_rows, heads_of
from .facts import facts_in
from .tabular import csv_bytes

__all__ = ["COLUMNS", "Dyad", "panel", "panel_files", "years_of"]

COLUMNS: Final = (
    *("helper", "helper_code", "recipient", "recipient_code", "year", "certainty"),
    *("facts_holding", "facts_possible", "modality", "programme", "sources", "voices", "fact"),
    *("helper_iri", "recipient_iri"),
)
_KINDS: Final = ("assistance", "secondment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """One side, the other, a year; the facts that hold in it, and those that may."""

    helper: Thing
    recipient: Thing
    year: int
    holding: tuple[Relation, ...]
    possible: tuple[Relation, ...]
    programmes: tuple[str, ...]
    voices: int

    @property
    def certainty(self) -> Holds:
        """``holds`` if one fact surely holds on some day of the year, else ``mayHold``."""
        return Holds.HOLDS if self.holding else Holds.MAY

    @property
    def facts(self) -> tuple[Relation, ...]:
        """All of them, by IRI."""
        return tuple(sorted((*self.holding, *self.possible), key=lambda one: one.fact))


def panel(
    store: Store,
    first: int | None = None,
    last: int | None = None,
    *,
    level: str = "county",
    reference: bool = True,
    about: str | None = None,
) -> Iterator[Dyad]:
    """A row for each pair and year from `first` to `last` in which help holds or may hold.

    A year that no fact's bounds allow has no row: nothing known of a pair is not a nought. What is
    only planned is left out, and so is help within one place. Without `first` or `last` the years
    are those that the dates of facts and sources span. `about` is the IRI of an end.
    """
    table = edge_table(store)
    edges = of_kinds(table.edges, _KINDS)
    ends = pa.array(
        sorted({*_different(edges["source"]), *_different(edges["target"])}), pa.string()
    )
    known = things_of(_told_of(table.nodes, ends))
    if about is not None and first is not None and last is not None:
        # of the whole store thousands of times as many are read as are of one place
        around = {one: {one, stands_for(known, one, level)} for one in ends.to_pylist()}
        near = [one for one, some in around.items() if about in some or _in(known, some, about)]
        edges = _touching(edges, pa.array(near, pa.string()))
    from_facts = [
        one
        for one in rows_of(edges)
        if one.status != "planned" and (reference or not one.reference)
    ]
    years = years_of(from_facts, first, last)
    original = _originals(store)
    pairs: dict[tuple[str, str], list[Relation]] = {}
    for one in from_facts:
        pair = (stands_for(known, one.source, level), stands_for(known, one.target, level))
        some = {*pair, one.source, one.target}
        if pair[0] != pair[1] and (about is None or about in some or _in(known, some, about)):
            pairs.setdefault(pair, []).append(one)
    order = {pair: tuple(_thing(known, end).label for end in pair) for pair in pairs}
    for pair in sorted(pairs, key=lambda pair: (order[pair], pair)):
        spans = [
            (one, bounds_of(one.earliest_start, one.latest_start, one.earliest_end, one.latest_end))
            for one in {one.fact: one for one in pairs[pair]}.values()
        ]
        for year in years:
            span = Period(date(year, 1, 1), date(year, 12, 31))
            said = [(one, asof(bounds, span)) for one, bounds in spans]
            holding = tuple(one for one, holds in said if holds is Holds.HOLDS)
            possible = tuple(one for one, holds in said if holds is Holds.MAY)
            every = (*holding, *possible)
            if every:
                yield Dyad(
                    helper=_thing(known, pair[0]),
                    recipient=_thing(known, pair[1]),
                    year=year,
                    holding=holding,
                    possible=possible,
                    programmes=tuple(
                        sorted({known[p].label for one in every if (p := one.programme) in known})
                    ),
                    voices=len({original.get(s, s) for one in every for s in one.sources}),
                )


def _different(column: Any) -> list[str]:
    return cast("list[str]", pc.unique(column).to_pylist())


def _told_of(nodes: Any, ends: Any) -> Any:
    """The places and programmes of a table of nodes, and those that are among `ends`."""
    wide = pc.is_in(nodes["kind"], pa.array(["place", "programme"]))
    return nodes.filter(pc.or_(wide, pc.is_in(nodes["iri"], ends)))


def _touching(edges: Any, near: Any) -> Any:
    """The rows of an edge table with an end among `near`."""
    return edges.filter(pc.or_(pc.is_in(edges["source"], near), pc.is_in(edges["target"], near)))


def years_of(found: list[Relation], first: int | None, last: int | None) -> range:
    """The years from `first` to `last`, or those between the first and the last date known."""
    days = [
        day[:4]
        for one in found
        for day in (one.earliest_start, one.earliest_end, one.last_evidenced, one.known_since)
        if day
    ]
    start = first if first is not None else int(min(days, default="0"))
    end = last if last is not None else int(max(days, default="-1"))
    return range(start, end + 1)


def panel_files(
    store: Store, lang: Lang, *, level: str = "county", by: str = "bangfu"
) -> list[tuple[str, bytes]]:
    """``panel.csv``, its codebook and ``CITATION.cff``; its heads are the same in all languages."""
    data = csv_bytes(COLUMNS, map(_row, panel(store, level=level)))
    told = csv_bytes(
        heads_of(("column", "meaning"), lang),
        [
            (name, meaning)
            for name, (_, meaning) in zip(COLUMNS, codebook_rows(COLUMNS, lang), strict=True)
        ],
    )
    sources = facts_in(store, (), proven=False).sources
    cited = citation(say("export.panel-title", "en"), data, sources, by)
    return [("panel.csv", data), ("codebook.csv", told), ("CITATION.cff", cited)]


def _row(one: Dyad) -> list[str]:
    return [
        one.helper.label,
        one.helper.adcode or "",
        one.recipient.label,
        one.recipient.adcode or "",
        str(one.year),
        str(one.certainty),
        str(len(one.holding)),
        str(len(one.possible)),
        " ".join(sorted({fact.code for fact in one.facts})),
        "; ".join(one.programmes),
        str(len({source for fact in one.facts for source in fact.sources})),
        str(one.voices),
        " ".join(fact.fact for fact in one.facts),
        one.helper.iri,
        one.recipient.iri,
    ]


def _in(known: Mapping[str, Thing], ends: set[str], place: str) -> bool:
    return any(place in known[end].within for end in ends if end in known)


def _thing(known: Mapping[str, Thing], iri: str) -> Thing:
    return known.get(iri) or Thing(iri=iri, label=iri.rpartition("/")[2], kind="institution")


def _originals(store: Store) -> dict[str, str]:
    from ...ontology.nt import value
    from ...ontology.terms import DERIVED_GRAPH, REPOST_OF

    return {
        value(repost): value(first)
        for graph, repost, first in store.statements(REPOST_OF)
        if graph == DERIVED_GRAPH
    }
