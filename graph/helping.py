"""Who helps whom, as a shortcut over facts: what happened, and what a table only arranged."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple
from ..ontology.records import Status
from .said import PLACES, Said

__all__ = ["Pair", "classes", "pairs"]

Pair = tuple[str, str, str]
"""The property, the helper and the helped, as IRIs."""


def pairs(said: Said, who: Mapping[str, str], fact: str) -> Iterator[Pair]:
    """Who helps whom by this `fact`; ``bf:arrangedToHelp`` where only reference tables state it.

    What is only planned helps nobody yet; what has ended did help. A group stands for the place it
    lies in, never for its members.
    """
    if said.status.get(fact) is Status.PLANNED:
        return
    predicate = t.ARRANGED_TO_HELP if fact in said.arranged else t.HELPS
    takers = _standing(said, who, said.links[t.RECIPIENT].get(fact, ()))
    for giver in _standing(said, who, said.links[t.HELPER].get(fact, ())):
        for taker in takers - {giver}:
            yield predicate, giver, taker


def _standing(said: Said, who: Mapping[str, str], ends: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for end in ends:
        if t.A_GROUP in said.types.get(end, ()):
            found.update(who[p] for p in said.links[t.LOCATED_IN].get(end, ()) if p in who)
        elif end in who:
            found.add(who[end])
    return found


def classes(
    helping: Iterable[Pair],
    within: Mapping[str, Collection[str]],
    kinds: Mapping[str, Collection[str]],
) -> Iterator[Triple]:
    """The regions that help and the counties that are helped, by `helping`.

    `within` gives the places around a canonical thing, `kinds` the classes of one.
    """
    happened = [(giver, taker) for predicate, giver, taker in helping if predicate == t.HELPS]
    # each end once: a school with fifty partners lies where it lies
    givers, takers = {giver for giver, _ in happened}, {taker for _, taker in happened}
    for place in givers.union(*(within.get(giver, ()) for giver in givers)):
        if not PLACES.isdisjoint(kinds.get(place, ())):
            yield iri(place), iri(t.RDF_TYPE), iri(t.A_HELPER_REGION)
    for place in takers.union(*(within.get(taker, ()) for taker in takers)):
        if t.A_COUNTY in kinds.get(place, ()):
            yield iri(place), iri(t.RDF_TYPE), iri(t.A_RECIPIENT_COUNTY)
