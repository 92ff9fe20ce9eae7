"""The rows of the question ``distances``: how far apart pairs lie, by programme."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..distances import distances, spreads
from ..engine import Store
from .cells import amount, chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Programme, pairs, those without a distance, least to greatest km, the histogram, facts."""
    apart = distances(store, asked.options["level"], chosen(asked))
    label = named(store, {one.programme for one in apart})
    told = []
    for one in spreads(apart):
        facts = {fact for p in apart if p.programme == one.programme for fact in p.facts}
        told.append(
            (
                label[one.programme],
                str(one.pairs),
                str(one.unknown),
                *map(amount, (one.least, one.middle, one.mean, one.greatest)),
                *(str(count) for _, _, count in one.bins),
                facts_cell(facts),
            )
        )
    return sorted(told)
