"""The rows of the question ``brokers``: bodies that join helpers with recipients; never people."""

from __future__ import annotations

from ...ontology.messages import Lang
from ..asked import Asked
from ..engine import Store
from ..measures import brokers
from .cells import chosen, facts_cell, named

__all__ = ["rows"]


def rows(store: Store, asked: Asked, lang: Lang) -> list[tuple[str, ...]]:
    """Body, roles, how many helpers and recipients, who they are, and facts of each broker."""
    found = brokers(store, chosen(asked), least=int(asked.options["least"]))
    label = named(
        store, {end for one in found for end in (one.body, *one.helpers, *one.recipients)}
    )
    told = [
        (
            label[one.body],
            " ".join(one.roles),
            str(len(one.helpers)),
            str(len(one.recipients)),
            "、".join(sorted(label[end] for end in one.helpers)),
            "、".join(sorted(label[end] for end in one.recipients)),
            facts_cell(one.facts),
        )
        for one in found
    ]
    return sorted(told, key=lambda row: (-int(row[2]) * int(row[3]), *row))
