"""What the walked answers on the network have in common: the cells of a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from ..asked import Asked
from ..asof import Period
from ..engine import Store
from ..outward import labels_of
from ..rollup import Selection

__all__ = ["MOST", "amount", "chosen", "facts_cell", "named"]

MOST: Final = 20
"""Facts that a row of a roll-up shows: it may rest on a hundred thousand, and says how many."""


def chosen(asked: Asked, as_of: Period | None = None) -> Selection:
    """The facts that an answer is to count, by its options (and on a day)."""
    options = asked.options
    programme = options.get("programme", "")
    return Selection(
        planned=options.get("planned") == "true",
        reference=options.get("reference") != "false",
        # a flag of that name splits by programme instead of choosing one
        programmes=(programme,) if "/" in programme else (),
        as_of=as_of,
    )


def facts_cell(facts: Iterable[str], most: int = MOST) -> str:
    """The IRIs of a row's facts with a space between, the first `most` of them."""
    return " ".join(sorted(facts)[:most])


def named(store: Store, things: Iterable[str]) -> Mapping[str, str]:
    """The names of things; "" is called ""."""
    return {"": "", **labels_of(store, (one for one in things if one))}


def amount(number: float | None, digits: int = 0) -> str:
    """A figure as text, "" where there is none."""
    return "" if number is None else f"{number:.{digits}f}"
