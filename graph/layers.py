"""Whether the pairs of a finer level follow those of a coarser one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .edgecache import Network, edge_table
from .refs import kind_of
from .rollup import Dyad, Selection, dyads
from .things import Thing, stands_for, things_of

__all__ = ["Agreement", "Pair", "agreement"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A pair of the finer level with the two wider places, and whether these are a pair too.

    `inside` is None where one of the two lies in no place of the coarser level.
    """

    source: str
    target: str
    wide_source: str
    wide_target: str
    inside: bool | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How many pairs of `fine` lie inside pairs of `coarse`, with what it was computed from.

    `share` is inside / (inside + outside); pairs in one and the same wide place, and those without
    a wide place, are not in it. None where there are no pairs to compare.
    """

    fine: str
    coarse: str
    selection: Selection
    inside: int
    outside: int
    within_one: int
    unplaced: int
    share: float | None
    pairs: tuple[Pair, ...]


def agreement(
    store: Network,
    fine: str = "school",
    coarse: str = "province",
    selection: Selection | None = None,
) -> Agreement:
    """Compare the pairs of schools (or, as `fine`, of ``county`` or ``body``) with `coarse` pairs.

    A coarse pair is one that is stated between the places themselves: pairs that only schools make
    would make every school pair agree with itself.
    """
    chosen = selection or Selection()
    table = edge_table(store)
    known = things_of(table.nodes)
    stated = {
        (one.source, one.target)
        for one in dyads(table, "body", chosen)
        if all(_level(known, end) == coarse for end in (one.source, one.target))
    }
    level = "body" if fine == "school" else fine
    pairs = []
    for one in dyads(table, level, chosen):
        if one.source == one.target or (fine == "school" and not _schools(one)):
            continue
        wide = tuple(stands_for(known, end, coarse) for end in (one.source, one.target))
        if wide == (one.source, one.target):
            continue
        placed = all(_level(known, end) == coarse for end in wide)
        pairs.append(
            Pair(
                source=one.source,
                target=one.target,
                wide_source=wide[0],
                wide_target=wide[1],
                inside=(wide[0], wide[1]) in stated if placed else None,
                facts=one.facts,
            )
        )
    compared = [
        one for one in pairs if one.inside is not None and one.wide_source != one.wide_target
    ]
    inside = sum(one.inside is True for one in compared)
    return Agreement(
        fine=fine,
        coarse=coarse,
        selection=chosen,
        inside=inside,
        outside=len(compared) - inside,
        within_one=sum(one.wide_source == one.wide_target for one in pairs),
        unplaced=sum(one.inside is None for one in pairs),
        share=inside / len(compared) if compared else None,
        pairs=tuple(pairs),
    )


def _level(known: Mapping[str, Thing], iri: str) -> str | None:
    return known[iri].level if iri in known else None


def _schools(one: Dyad) -> bool:
    return kind_of(one.source) == kind_of(one.target) == "school"
