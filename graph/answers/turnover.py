"""The rows of the question ``turnover``: which pairs a date divides."""

from __future__ import annotations

from ...ontology.dates import PartialDate
from ...ontology.messages import Lang
from ..asked import Asked
from ..asof import Period
from ..changes import CHANGES, turnover
from ..engine import Store
from .cells import chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Change, helper, recipient, programme, state before and after, and facts of each pair."""
    day = PartialDate.parse(asked.texts["when"])
    around = Period(day.first, day.last) if day.first != day.last else day.first
    found = turnover(store, around, asked.options["level"], chosen(asked)).rows
    if asked.options["unclear"] != "true":
        found = tuple(one for one in found if one.change != "unclear")
    label = named(store, {end for one in found for end in (one.source, one.target, one.programme)})
    told = [
        (
            one.change,
            label[one.source],
            label[one.target],
            label[one.programme],
            one.before,
            one.after,
            facts_cell(one.facts),
        )
        for one in found
    ]
    return sorted(told, key=lambda row: (CHANGES.index(row[0]), *row[1:]))
