"""The rows of the question ``panel``: a pair and a year in a row, with what is known of it."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..exports.panel import panel

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Every pair and year in which help holds or may hold, by names and year."""
    options = asked.options
    found = panel(
        store,
        int(options["first"]),
        int(options["last"]),
        level=options["level"],
        reference=options["reference"] == "true",
        about=asked.found[0].iri if asked.found else None,
    )
    return [
        (
            one.helper.label,
            one.recipient.label,
            str(one.year),
            str(one.certainty),
            str(len(one.holding)),
            str(len(one.possible)),
            " ".join(sorted({fact.code for fact in one.facts})),
            "、".join(one.programmes),
            str(one.voices),
            " ".join(sorted({fact.fact for fact in one.facts})),
        )
        for one in found
    ]
