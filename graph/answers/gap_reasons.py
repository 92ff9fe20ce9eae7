"""The rows of the question ``gap-reasons``: is a gap real, or does no source speak of the place."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..gaps import densities, gaps
from .cells import amount, facts_cell

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Place, province, code, state, sources, what is usual, verdict and facts of each place."""
    found = gaps(
        store,
        asked.found[0],
        within=asked.options["province"],
        planned=asked.options["planned"] == "true",
        reference=asked.options["reference"] == "true",
    )
    return [
        (
            one.place.label,
            one.province,
            one.place.adcode or "",
            one.state,
            str(one.sources),
            amount(one.usual, 1),
            one.verdict,
            facts_cell(one.facts),
        )
        for one in densities(found)
    ]
