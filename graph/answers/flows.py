"""The rows of the question ``flows``: how much help leads from where to where."""

from __future__ import annotations

from ...ontology.dates import PartialDate
from ...ontology.messages import Lang
from ..asked import Asked
from ..asof import Period
from ..edgecache import edge_table
from ..engine import Store
from ..flows import flows
from ..rollup import dyads
from .cells import chosen, facts_cell

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Helper, recipient, programme, year of beginning, number of facts, and facts of each cell."""
    options = asked.options
    day = PartialDate.parse(options["on"]) if options["on"] else None
    selection = chosen(asked, as_of=None if day is None else Period(day.first, day.last))
    table = edge_table(store)
    level = asked.texts["level"] or "province"
    by = tuple(one for one in ("programme", "year") if options[one] == "true")
    found = flows(table, level, by=by, selection=selection)
    pairs = {(one.source, one.target): one.facts for one in dyads(table, level, selection)}
    told = []
    for cell in found.cells:
        under = dict(zip(by, cell.by, strict=True))
        told.append(
            (
                cell.source_label,
                cell.target_label,
                under.get("programme", ""),
                under.get("year", ""),
                str(cell.facts),
                facts_cell(pairs[cell.source, cell.target]),
            )
        )
    return sorted(told)
