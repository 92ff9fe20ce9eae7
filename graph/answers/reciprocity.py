"""The rows of the question ``reciprocity``: who help each other, and how each way."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..measures import reciprocity
from .cells import chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """One, other, how the one helps the other and how back, and the facts of both directions."""
    found = reciprocity(store, asked.options["level"], chosen(asked))
    label = named(store, {end for one in found for end in (one.one, one.other)})
    return sorted(
        (
            label[one.one],
            label[one.other],
            " ".join(one.there),
            " ".join(one.back),
            " ".join((facts_cell(one.facts_there), facts_cell(one.facts_back))),
        )
        for one in found
    )
