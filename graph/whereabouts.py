"""Where canonical things lie: their own places, and for persons those of their bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from ..ontology import terms as t
from .said import PLACES, Said

__all__ = ["homes", "person_parents", "thing_parents"]


def thing_parents(
    said: Said, who: Mapping[str, str], entities: Iterable[str]
) -> dict[str, set[str]]:
    """Canonical thing → what its members lie in by their own links."""
    found: dict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for predicate in (t.PART_OF, t.LOCATED_IN):
            targets = said.links[predicate].get(entity)
            if targets:
                found[who[entity]].update(who.get(target, target) for target in targets)
    return found


def homes(said: Said, who: Mapping[str, str], facts: Iterable[str]) -> dict[str, set[str]]:
    """Canonical person → where they belong: their posts and what sent them, not where they went."""
    home: dict[str, set[str]] = defaultdict(set)
    away: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        for person in said.links[t.PERSON].get(fact, ()):
            if person not in who:
                continue
            for predicate, found in ((t.ORGANIZATION, home), (t.FROM, home), (t.TO, away)):
                ends = said.links[predicate].get(fact, ())
                found[who[person]].update(who[end] for end in ends if end in who)
    return {person: ends - away.get(person, set()) for person, ends in home.items()}


def person_parents(
    home: Iterable[str],
    parents: Mapping[str, Collection[str]],
    kinds: Mapping[str, Collection[str]],
) -> set[str]:
    """What a person lies in: where the body lies; one sent by a place lies in that place."""
    found: set[str] = set()
    for end in home:
        is_place = not PLACES.isdisjoint(kinds.get(end, ()))
        found.update((end,) if is_place else parents.get(end, ()))
    return found
