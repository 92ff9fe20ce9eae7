"""The rows of the question ``layers``: do school pairs follow the pairs of provinces."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..layers import agreement
from .cells import amount, chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """How many pairs lie inside, outside, in one place, in none; then each exception.

    Result, number, share in per cent, helper, recipient, their provinces, facts.
    """
    options = asked.options
    found = agreement(store, options["of"], options["level"], chosen(asked))
    share = None if found.share is None else 100 * found.share
    inside = [one for one in found.pairs if one.inside]
    facts = {fact for one in inside for fact in one.facts}
    told: list[tuple[str, ...]] = [
        ("inside", str(found.inside), amount(share, 1), "", "", "", "", facts_cell(facts)),
        ("outside", str(found.outside), amount(share and 100 - share, 1), "", "", "", "", ""),
        ("oneplace", str(found.within_one), "", "", "", "", "", ""),
        ("unplaced", str(found.unplaced), "", "", "", "", "", ""),
    ]
    odd = [one for one in found.pairs if one.inside is False and one.wide_source != one.wide_target]
    ends = {end for p in odd for end in (p.source, p.target, p.wide_source, p.wide_target)}
    label = named(store, ends)
    return told + sorted(
        (
            "exception",
            "",
            "",
            label[one.source],
            label[one.target],
            label[one.wide_source],
            label[one.wide_target],
            facts_cell(one.facts),
        )
        for one in odd
    )
