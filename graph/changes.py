"""Which pairs a date divides: kept, ended, new, and where the sources do not say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from .asof import Holds, Period
from .edgecache import Network, edge_table
from .rollup import Selection, dyads

__all__ = ["CHANGES", "Changed", "Turnover", "turnover"]

CHANGES: Final = ("kept", "ended", "new", "unclear")
"""What can have become of a pair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A pair and what became of it; `before` and `after` are ``holds``, ``mayHold`` or ``no``."""

    source: str
    target: str
    programme: str
    before: str
    after: str
    change: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turnover:
    """All pairs on the two sides of a date, with what they were computed from.

    `survival` is kept / (kept + ended), None where neither is known: the share of the pairs with a
    known fate that lasted. Pairs of unknown fate are not in it.
    """

    level: str
    around: Period
    selection: Selection
    rows: tuple[Changed, ...]
    survival: float | None

    def counts(self) -> Mapping[str, int]:
        """How many pairs there are of each change."""
        found = Counter(one.change for one in self.rows)
        return {change: found[change] for change in CHANGES}


def turnover(
    store: Network,
    around: date | Period,
    level: str = "county",
    selection: Selection | None = None,
) -> Turnover:
    """What became of each pair at `level` around a day, or around a period such as a year.

    A pair is compared on the eve of it and on the day after (a day itself belongs to what comes
    after: it is when the new order begins). It is **kept** if it surely holds on both sides,
    **ended** if it held or may have held before and surely does not after, **new** the other way
    round, else **unclear**: an end that no source tells is not "still running".
    """
    span = around if isinstance(around, Period) else None
    first = span.first if span else around
    assert isinstance(first, date)
    later = span.last + timedelta(days=1) if span else first
    chosen = selection or Selection()
    table = edge_table(store)
    sides = [
        {
            (one.source, one.target, one.by[0]): one
            for one in dyads(table, level, replace(chosen, as_of=day), by=("programme",))
            if one.source != one.target
        }
        for day in (first - timedelta(days=1), later)
    ]
    rows = []
    for key in sorted({*sides[0], *sides[1]}):
        before, after = (side.get(key) for side in sides)
        states = tuple(one.holds if one else str(Holds.NO) for one in (before, after))
        facts = {fact for one in (before, after) if one for fact in one.facts}
        rows.append(
            Changed(
                source=key[0],
                target=key[1],
                programme=key[2],
                before=states[0],
                after=states[1],
                change=_change(*states),
                facts=tuple(sorted(facts)),
            )
        )
    kept = sum(one.change == "kept" for one in rows)
    ended = sum(one.change == "ended" for one in rows)
    return Turnover(
        level=level,
        around=span or Period(first, first),
        selection=chosen,
        rows=tuple(rows),
        survival=kept / (kept + ended) if kept + ended else None,
    )


def _change(before: str, after: str) -> str:
    if after == Holds.NO:
        return "ended"
    if before == Holds.NO:
        return "new"
    return "kept" if before == after == Holds.HOLDS else "unclear"
