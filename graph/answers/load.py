"""The rows of the question ``load``: who helps the most others, by programme; never people."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..measures import load
from .cells import chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Programme, rank, helper, how many recipients by how many facts, and facts of each helper."""
    split = asked.options["split"] == "true"
    found = load(store, asked.options["level"], chosen(asked), by_programme=split)
    label = named(store, {one for some in found for one in (some.helper, some.programme)})
    told = [
        (
            label[one.programme],
            one.rank,
            label[one.helper],
            str(one.recipients),
            str(len(one.facts)),
            facts_cell(one.facts),
        )
        for one in found
    ]
    told.sort(key=lambda row: (row[0], row[1], row[2], row[5]))
    return [(first, str(rank), *rest) for first, rank, *rest in told]
