"""The rows of the question ``review``: what to decide first, by the facts at stake."""

from __future__ import annotations

from ...ontology.messages import Lang
from ...ontology.terms import ID
from ..asked import Asked
from ..engine import Store
from ..reasons import proposals
from ..review import pairs

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Rank, both names, why, score, effect, both passages.

    The keys behind the names are what ``judge`` takes.
    """
    found = pairs(store, proposals(store, int(asked.options["limit"])), lang)
    return [
        (
            str(rank),
            f"{one.a.label} {one.a.iri.removeprefix(ID)}",
            f"{one.b.label} {one.b.iri.removeprefix(ID)}",
            "；".join(one.reasons),
            f"{one.score:.2f}",
            str(one.effect),
            one.a.passages[0].quote if one.a.passages else "",
            one.b.passages[0].quote if one.b.passages else "",
            " ".join(sorted({*one.a.facts, *one.b.facts})),
        )
        for rank, one in enumerate(found, start=1)
    ]
