"""Sources and judgements → the derived graph: a pure function, whatever order they came in.

Nothing here is ever asserted by anybody; dropping the derived graph loses nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple
from .canon import about, identity
from .clusters import Refusal
from .days import days_of
from .delta import Delta, delta
from .engine import Store
from .helping import classes, pairs
from .identity import canonical_iris
from .journal import STAMP
from .judgements import Judgement, judgement_triples
from .places import containers
from .reposts import repost_triples
from .said import Said, Statements, gathered
from .tally import tally, tally_triples
from .view import Followed, TrackedStore
from .whereabouts import homes, person_parents, thing_parents

__all__ = ["Derivation", "derive", "derived", "derived_triples"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The derived graph, sorted, and the merges that were refused, sorted."""

    triples: list[Triple]
    refused: tuple[Refusal, ...]


def derive(store: Store, judgements: Sequence[Judgement] = ()) -> tuple[Refusal, ...]:
    """Write the graphs of judgements and of what follows; give back the merges that were refused.

    A store that knows which sources changed since it was derived is not read whole: then only the
    merges near those are told. Raises :class:`~bangfu.ontology.errors.StoreError` as the store
    does.
    """
    if isinstance(store, Followed) and (before := store.tracked.changed()) is not None:
        little = delta(store.tracked, before, judgements)
        if little is not None:
            _amend(store.tracked, little)
            return little.refused
    found = derived(store.statements, judgements)
    store.replace_graph(t.JUDGEMENTS_GRAPH, judgement_triples(judgements))
    store.replace_graph(t.DERIVED_GRAPH, found.triples)
    return found.refused


def _amend(store: TrackedStore, found: Delta) -> None:
    """Write what changed, and that all is sure again; a graph of a stamp alone is none."""
    before = set(store.triples(t.DERIVED_GRAPH)) if not found.added else {STAMP}
    left = before - found.removed - {STAMP}
    stamp = {STAMP} if found.added or left else set()
    store.amend_graph(t.DERIVED_GRAPH, found.removed, found.added | stamp)


def derived_triples(statements: Statements, judgements: Sequence[Judgement] = ()) -> list[Triple]:
    """The derived graph of the sources behind `statements`, sorted."""
    return derived(statements, judgements).triples


def derived(statements: Statements, judgements: Sequence[Judgement] = ()) -> Derivation:
    """What follows from the sources behind `statements` and from `judgements`."""
    said = gathered(statements)
    found = canonical_iris(said, judgements)
    who = found.canonical
    members: dict[str, list[str]] = defaultdict(list)
    kinds: dict[str, set[str]] = defaultdict(set)
    for entity, canonical in who.items():
        members[canonical].append(entity)
        kinds[canonical] |= said.types[entity]
    within = _within(said, who, kinds)
    triples: set[Triple] = set(identity(found, who))
    for canonical, entities in members.items():
        triples.update(about(said, who, canonical, entities))
    for entity, places in within.items():
        node = iri(entity)
        triples.update((node, iri(t.WITHIN), iri(place)) for place in places)
    helping = {pair for fact in said.links[t.HELPER] for pair in pairs(said, who, fact)}
    triples.update((iri(a), iri(predicate), iri(b)) for predicate, a, b in helping)
    triples.update(classes(helping, within, kinds))
    for fact in {*said.dates[t.SINCE], *said.dates[t.UNTIL], *said.evidenced}:
        triples.update(days_of(said, fact))
    triples.update(repost_triples(statements))
    triples.update(tally_triples(tally(statements)))
    if triples:
        triples.add(STAMP)
    return Derivation(sorted(triples), tuple(sorted(found.refused)))


def _within(
    said: Said, who: dict[str, str], kinds: dict[str, set[str]]
) -> dict[str, frozenset[str]]:
    """Canonical entity → all places that it lies in."""
    up = thing_parents(said, who, who)
    of_persons = {
        person: person_parents(ends, up, kinds)
        for person, ends in homes(said, who, said.links[t.PERSON]).items()
    }
    for person, places in of_persons.items():
        up[person] |= places
    return containers(up)
