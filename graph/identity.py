"""Who is who: the canonical IRI of every entity, from what sources say and people decided.

A place or programme is itself. Bodies and persons are one if they share a key (:mod:`.matching`).
Two persons of one source never are, and a name alone makes nobody the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..ontology import terms as t
from .clusters import Apart, Clusters, Refusal, cluster
from .judgements import Decision, Judgement
from .matching import Keys, body_keys, person_facts, person_keys
from .said import BODIES, Said

__all__ = ["Prior", "canonical_iris", "family", "keys_with_reasons"]


@dataclass(frozen=True, slots=True)
class Prior:
    """What is known already of entities that are not decided anew: their canonical IRI and keys."""

    canonical: Mapping[str, str] = field(default_factory=dict)
    keys: Mapping[str, Iterable[str]] = field(default_factory=dict)


def canonical_iris(
    said: Said, judgements: Sequence[Judgement], prior: Prior | None = None
) -> Clusters:
    """Entity → canonical entity, for all entities; and the merges that were refused.

    A judgement may name an entity of a source or a canonical one, as the store showed it without
    any judgement; the latter stands for all entities that it stood for. Of two judgements that
    contradict each other the one that parts stands, and of two that join the older. Entities of
    `prior` are not decided again.
    """
    before = prior or Prior()
    if not judgements:
        return _clustered(said, Apart(), (), before)
    shown = _clustered(said, Apart(), (), before)
    behind: dict[str, set[str]] = defaultdict(set)
    for entity, canonical in shown.canonical.items():
        if entity not in before.canonical:
            behind[canonical].add(entity)
            behind[entity].add(entity)
    for canonical, keys in shown.keys.items():
        for key in keys:
            # one that the store showed before another key came to be the least
            behind[key] |= behind[canonical]
    parted: dict[str, set[str]] = defaultdict(set)
    joins: dict[tuple[str, str], None] = {}
    refused: set[Refusal] = set()
    for judgement in sorted(judgements, key=_age):
        for end in (judgement.a, judgement.b):
            if end not in behind:
                refused.add(Refusal("store.refused-unknown", end, ""))
        together: set[tuple[str, str]] = set()
        for a in behind.get(judgement.a, ()):
            for b in behind.get(judgement.b, ()):
                if a == b or judgement.decision is Decision.UNSURE:
                    continue
                if judgement.decision is Decision.DIFFERENT:
                    parted[a].add(b)
                    parted[b].add(a)
                elif family(said, a) == family(said, b):
                    together.add((min(a, b), max(a, b)))
                else:
                    refused.add(Refusal("store.refused-kind", min(a, b), max(a, b)))
        joins |= dict.fromkeys(sorted(together))
    found = _clustered(said, Apart(parted=parted, allowed=joins.keys()), joins, before)
    return Clusters(found.canonical, found.refused | refused, found.keys, found.spare)


def _age(judgement: Judgement) -> tuple[object, ...]:
    return (judgement.when.first, judgement.when.last, judgement.a, judgement.b)


def _clustered(
    said: Said, apart: Apart, joins: Iterable[tuple[str, str]], prior: Prior
) -> Clusters:
    """Places and the like, then bodies, which need their places, then persons, who need bodies."""
    joins = tuple(joins)
    families: dict[str, list[str]] = defaultdict(list)
    for entity in said.types:
        if entity not in prior.canonical:
            families[family(said, entity)].append(entity)

    def within(members: list[str]) -> list[tuple[str, str]]:
        known = set(members)
        return [pair for pair in joins if pair[0] in known and pair[1] in known]

    persons, bodies = families.pop("person", []), families.pop("body", [])
    others = [entity for some in families.values() for entity in some]
    found = cluster(others, {}, apart, within(others))
    found = Clusters({**prior.canonical, **found.canonical}, found.refused)

    keys = {body: tuple(body_keys(said, body, found.canonical)) for body in bodies}
    found = found.and_then(cluster(bodies, keys, apart, within(bodies)))

    of_persons = _person_keys(said, persons, found, prior)
    keys = {person: tuple(some) for person, some in of_persons}
    scoped = Apart(
        parted=apart.parted,
        allowed=apart.allowed,
        scopes={person: said.sources[person] for person in persons},
    )
    return found.and_then(cluster(persons, keys, scoped, within(persons)))


def _person_keys(
    said: Said, persons: Iterable[str], found: Clusters, prior: Prior
) -> Iterator[tuple[str, Keys]]:
    facts = person_facts(said)

    def keys_of(body: str) -> Iterable[str]:
        return found.keys.get(body) or prior.keys.get(body, ())

    for person in persons:
        if person in facts:
            yield person, person_keys(said, person, facts[person], found.canonical, keys_of)


def keys_with_reasons(
    said: Said,
    found: Clusters,
    prior: Prior | None = None,
    entities: Collection[str] | None = None,
) -> dict[str, Keys]:
    """Each body's and person's keys, and for what reason those that have one are the same.

    `found` and `prior` say who is who among places and bodies; of all entities or of `entities`.
    """
    before = prior or Prior()
    known = Clusters({**before.canonical, **found.canonical}, frozenset(), found.keys)
    wanted = said.types if entities is None else [e for e in entities if e in said.types]
    bodies = [entity for entity in wanted if family(said, entity) == "body"]
    persons = [entity for entity in wanted if family(said, entity) == "person"]
    keys = {body: body_keys(said, body, known.canonical) for body in bodies}
    return keys | dict(_person_keys(said, persons, known, before))


def family(said: Said, entity: str) -> str:
    """The family of an entity: only those of one family can be one."""
    types = said.types[entity]
    if t.A_PERSON in types:
        return "person"
    if types & BODIES:
        return "body"
    for kind in (t.A_PROGRAMME, t.A_BATCH, t.A_GROUP):
        if kind in types:
            return kind
    return "place"
