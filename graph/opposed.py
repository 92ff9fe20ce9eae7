"""Claims of different sources about one thing, and those among them that cannot both be true."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from .told import World

__all__ = ["Claim", "Contradiction", "Stand", "opposed"]

V = TypeVar("V", bound=Hashable)
MOST = 24
"""Different claims about one thing that are held against each other: more is no disagreement but
a key that fits many things."""


@dataclass(frozen=True, slots=True)
class Claim(Generic[V]):
    """What a fact of a source claims: a value to compare, and how it is shown."""

    value: V
    shown: str
    fact: str
    source: str


@dataclass(frozen=True, slots=True, order=True)
class Stand:
    """One side: what is claimed, by which facts of which sources, and by how many voices."""

    shown: str
    facts: tuple[str, ...]
    sources: tuple[str, ...]
    voices: int


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides that cannot both be right.

    `kind` is count, date, partner, post or spelling; `subject` holds the IRIs of what it is about,
    and `codes` what exactly. `independent` is whether the sides are voices of their own: if not,
    one is a repost that changed the text of the other.
    """

    kind: str
    subject: tuple[str, ...]
    codes: tuple[str, ...]
    a: Stand
    b: Stand
    independent: bool


def opposed(
    kind: str,
    subject: tuple[str, ...],
    codes: tuple[str, ...],
    claims: Iterable[Claim[V]],
    agree: Callable[[V, V], bool],
    world: World,
) -> list[Contradiction]:
    """The contradictions among `claims` about one thing; the side with more voices comes first.

    A source that says both is at odds with nobody: it knows of two things. Each claim that
    disagrees with the best supported one is told once.
    """
    by_value: dict[V, list[Claim[V]]] = {}
    of_source: dict[str, set[V]] = {}
    for claim in claims:
        by_value.setdefault(claim.value, []).append(claim)
        of_source.setdefault(claim.source, set()).add(claim.value)
    if not 2 <= len(by_value) <= MOST or len(of_source) < 2:
        return []

    def weight(value: V) -> tuple[int, str]:
        sources = {claim.source for claim in by_value[value]}
        return (-world.voices(sources), min(claim.shown for claim in by_value[value]))

    found: list[Contradiction] = []
    told: set[str] = set()
    for one, other in combinations(sorted(by_value, key=weight), 2):
        if agree(one, other) or weight(other)[1] in told:
            continue
        first = _stand(by_value[one], of_source, other, agree, world)
        second = _stand(by_value[other], of_source, one, agree, world)
        if first is None or second is None:
            continue
        told.add(second.shown)
        together = world.voices({*first.sources, *second.sources})
        independent = together == first.voices + second.voices
        found.append(Contradiction(kind, subject, codes, first, second, independent))
    return found


def _stand(
    claims: list[Claim[V]],
    of_source: dict[str, set[V]],
    against: V,
    agree: Callable[[V, V], bool],
    world: World,
) -> Stand | None:
    """Those of `claims` whose sources say nothing that agrees with the value `against`."""
    kept = [
        claim
        for claim in claims
        if not any(agree(value, against) for value in of_source[claim.source])
    ]
    if not kept:
        return None
    sources = sorted({claim.source for claim in kept})
    return Stand(
        shown=min(claim.shown for claim in kept),
        facts=tuple(sorted({claim.fact for claim in kept})),
        sources=tuple(sources),
        voices=world.voices(sources),
    )
