"""What several tellings of stays come to: the home that one leaves out, the finer of two places."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ..entities.sides import contains
from .aidposts import TEAM
from .hosts import apart, may_help
from .phrase import Held
from .sendings import Sent

__all__ = ["held_before", "within", "without_coarse", "without_vague"]


def within(
    sent: Sent, origin: Mention | None, context: Collection[str]
) -> tuple[Sent, Mention | None]:
    """县一中的教师甲来到该县支教: the school is where 甲 serves, and no home is told."""
    to = sent.destination
    if origin is None or to is None or to.kind is not Kind.PLACE or origin.kind is not Kind.SCHOOL:
        return sent, origin
    if contains(to, origin, context):
        return replace(sent, destination=origin), None
    return sent, origin


def held_before(held: Sequence[Held], sent: Sent, context: Collection[str]) -> Mention | None:
    """The body of a post that somebody sent has elsewhere: 甲是A校教师 … 对口任教的是B校."""
    there = sent.destination
    for post in held:
        body = post.body
        if post.person.key != sent.person.key or body is None or there is None:
            continue
        at_home = post.title.status is not Status.ACTIVE and post.rule in ("before", "being")
        own = at_home and body.kind is not Kind.PLACE and not TEAM.search(body.name)
        if own and apart(body, there, context) and may_help(body, there, context):
            return body
    return None


def without_vague(kept: dict[tuple[str, str], Sent]) -> list[Sent]:
    """Leave out a telling without destination where another of the same person has one."""
    placed = {person for person, to in kept if to}
    return [sent for (person, to), sent in kept.items() if to or person not in placed]


def without_coarse(kept: list[Sent], context: Collection[str]) -> list[Sent]:
    """Leave out a stay in a place where another of the same person lies within that place."""
    fine = [s for s in kept if s.destination is not None and s.destination.kind is not Kind.PLACE]
    places = [s for s in kept if s.destination is not None and s.destination.kind is Kind.PLACE]

    def told_closer(sent: Sent) -> bool:
        place = sent.destination
        return place is not None and any(
            one.person.key == sent.person.key
            and one.destination is not None
            and one.destination.key != place.key
            and contains(place, one.destination, context)
            for one in (*fine, *places)
        )

    return [s for s in kept if s not in places or not told_closer(s)]
