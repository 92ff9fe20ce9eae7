"""Who acts on a page: several names may be of one side."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ....ontology.records import Kind, Mention
from ..entities.colleges import is_listed_university
from ..entities.sides import codes_of, contains, is_government
from .claims import Claim
from .symbols import View

__all__ = ["is_one_actor", "only_helper", "sole_school"]


def only_helper(stated: Sequence[Claim]) -> Claim | None:
    """The first claim of the one side that helps on this page, if all others are part of it."""
    acting = [c for c in stated if c.helper.kind is not Kind.PERSON and not c.inferred]
    for claim in acting:
        if all(is_one_actor(claim.helper, other.helper) for other in acting):
            return claim
    return None


def is_one_actor(one: Mention, other: Mention) -> bool:
    """Whether `other` is the same side: itself, a part of it, or the office that governs it."""
    if one.key == other.key:
        return True
    own = other.kind is Kind.PLACE or is_government(other)
    school = other.kind is Kind.SCHOOL and not is_listed_university(other)
    if (own or school) and contains(one, other):
        # a province's team is sent by its cities and schools; its firms give for themselves
        return True
    if not all(m.kind is Kind.PLACE or is_government(m) for m in (one, other)):
        return False
    return codes_of(one)[:1] == codes_of(other)[:1] != ()


def sole_school(views: Sequence[View], helpers: Collection[str]) -> tuple[Mention, int, int] | None:
    """The one school of the page and its first place, if it helps nobody and is no university."""
    named = {
        m.key: (m, found.places[i], found.ends[i])
        for found in reversed(views)
        for i, m in sorted(found.mentions.items(), reverse=True)
        if m.kind is Kind.SCHOOL
    }
    if len(named) != 1:
        return None
    sole = next(iter(named.values()))
    return None if sole[0].key in helpers or is_listed_university(sole[0]) else sole
