"""Who acts on a page: several names may be of one side."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ..entities.colleges import is_listed_university
from ..entities.sides import codes_of, contains, is_government
from .claims import Claim

__all__ = ["is_one_actor", "only_helper"]


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
