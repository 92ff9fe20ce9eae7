"""The rows of the question ``gaps``: each slot of each place of a list, what to look for first."""

from __future__ import annotations

from ...ontology.dates import PartialDate
from ...ontology.messages import Lang
from ..asked import Asked
from ..asof import Period
from ..engine import Store
from ..gaps import gaps
from .cells import facts_cell

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Place, province, code, slot, state, why, helpers, schools, sources and facts of each slot."""
    options = asked.options
    day = PartialDate.parse(options["on"]) if options["on"] else None
    found = gaps(
        store,
        asked.found[0],
        slot=options["slot"],
        within=options["province"],
        as_of=None if day is None else Period(day.first, day.last),
        planned=options["planned"] == "true",
        reference=options["reference"] == "true",
    )
    return [
        (
            one.place.label,
            one.province,
            one.place.adcode or "",
            one.slot,
            one.state,
            " ".join(one.why),
            "、".join(one.helpers),
            "、".join(one.schools),
            str(one.sources),
            facts_cell(one.facts),
        )
        for one in found
    ]
