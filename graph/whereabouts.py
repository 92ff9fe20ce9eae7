"""Where canonical things lie: their own places, and for persons those of their bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Final

from ..ontology import terms as t
from .matching import person_facts
from .said import PLACES, Said

__all__ = ["Around", "homes", "person_parents", "thing_parents"]


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


class Around:
    """All that canonical things lie in, worked out once for all that lie in the same places."""

    def __init__(self, said: Said, who: Mapping[str, str]) -> None:
        """By what sources `said`, where `who` gives the canonical thing of each entity."""
        self._said, self._who = said, who
        self._facts = person_facts(said)
        self._one: dict[frozenset[str], frozenset[str]] = {}
        self._up: dict[str, frozenset[str]] = {}
        for predicate in (t.PART_OF, t.LOCATED_IN):
            for entity, targets in said.links[predicate].items():
                if entity in who:
                    found = frozenset([who.get(target, target) for target in targets])
                    known = self._up.get(who[entity])
                    found = found if known is None else found | known
                    self._up[who[entity]] = self._one.setdefault(found, found)
        self._kinds: dict[str, set[str]] = defaultdict(set)
        for entity, kinds in said.types.items():
            if not kinds.isdisjoint(PLACES):
                self._kinds[who[entity]] |= kinds
        self._all: dict[frozenset[str], frozenset[str]] = {}

    @property
    def places(self) -> Mapping[str, Collection[str]]:
        """Canonical place → its classes."""
        return self._kinds

    def of(self, canonical: str, members: Iterable[str]) -> frozenset[str]:
        """All that `canonical` lies in, at any distance: a thing that is `members` together."""
        parents = self._up.get(canonical, _NOWHERE)
        facts = [fact for one in members for fact in self._facts.get(one, ())]
        if facts:
            home = homes(self._said, self._who, facts).get(canonical, ())
            parents = parents | person_parents(home, self._up, self._kinds)
        found = self._all.get(parents)
        if found is None:
            found = self._all[parents] = self._beyond(parents)
        return found - {canonical} if canonical in found else found

    def _beyond(self, parents: frozenset[str]) -> frozenset[str]:
        seen: set[str] = set()
        waiting = list(parents)
        while waiting:
            one = waiting.pop()
            if one not in seen:
                seen.add(one)
                waiting.extend(self._up.get(one, ()))
        return frozenset(seen)


_NOWHERE: Final[frozenset[str]] = frozenset()
