"""Who is who: the canonical IRI of every entity, from what sources say and people decided.

A place or programme is itself. Two bodies are one if their kind, place and core name agree; two
persons if their name and a body agree that they are posted to or seconded from or to. Two persons
of one source never are, and a name alone makes nobody the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ..ontology import terms as t
from ..ontology.identity import canonical_body_iri, canonical_person_iri
from ..ontology.nt import value
from ..ontology.records import Kind
from .clusters import Apart, Clusters, Refusal, cluster
from .judgements import Decision, Judgement
from .said import BODIES, Said

__all__ = ["canonical_iris"]

_DOTS = str.maketrans(dict.fromkeys("•・‧．･∙", "·"))


def canonical_iris(said: Said, judgements: Sequence[Judgement]) -> Clusters:
    """Entity → canonical entity, for all entities; and the merges that were refused.

    A judgement may name an entity of a source or a canonical one, as the store showed it without
    any judgement; the latter stands for all entities that it stood for. Of two judgements that
    contradict each other the one that parts stands, and of two that join the older.
    """
    if not judgements:
        return _clustered(said, Apart(), ())
    shown = _clustered(said, Apart(), ()).canonical
    behind: dict[str, set[str]] = defaultdict(set)
    for entity, canonical in shown.items():
        behind[canonical].add(entity)
        behind[entity].add(entity)
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
                elif _family(said, a) == _family(said, b):
                    together.add((min(a, b), max(a, b)))
                else:
                    refused.add(Refusal("store.refused-kind", min(a, b), max(a, b)))
        joins |= dict.fromkeys(sorted(together))
    found = _clustered(said, Apart(parted=parted, allowed=joins.keys()), joins)
    return Clusters(found.canonical, found.refused | refused)


def _age(judgement: Judgement) -> tuple[object, ...]:
    return (judgement.when.first, judgement.when.last, judgement.a, judgement.b)


def _clustered(said: Said, apart: Apart, joins: Iterable[tuple[str, str]]) -> Clusters:
    """Places and the like, then bodies, which need their places, then persons, who need bodies."""
    joins = tuple(joins)
    families: dict[str, list[str]] = defaultdict(list)
    for entity in said.types:
        families[_family(said, entity)].append(entity)

    def within(members: list[str]) -> list[tuple[str, str]]:
        known = set(members)
        return [pair for pair in joins if pair[0] in known]

    persons, bodies = families.pop("person", []), families.pop("body", [])
    others = [entity for family in families.values() for entity in family]
    found = cluster(others, {}, apart, within(others))
    canonical, refused = found.canonical, set(found.refused)

    keys = {body: set(_body_keys(said, body, canonical)) for body in bodies}
    found = cluster(bodies, keys, apart, within(bodies))
    canonical |= found.canonical
    refused |= found.refused

    keys = _person_keys(said, canonical)
    scoped = Apart(
        parted=apart.parted,
        allowed=apart.allowed,
        scopes={person: said.sources[person] for person in persons},
    )
    found = cluster(persons, keys, scoped, within(persons))
    return Clusters(canonical | found.canonical, frozenset(refused | found.refused))


def _family(said: Said, entity: str) -> str:
    types = said.types[entity]
    if t.A_PERSON in types:
        return "person"
    if types & BODIES:
        return "body"
    for kind in (t.A_PROGRAMME, t.A_BATCH, t.A_GROUP):
        if kind in types:
            return kind
    return "place"


def _body_keys(said: Said, body: str, canonical: dict[str, str]) -> Iterator[str]:
    """The IRIs that a body may have by its place and the core of its name; none without a place."""
    cores = said.links[t.CORE_NAME].get(body) or {value(name) for name in said.names.get(body, ())}
    kind = Kind.SCHOOL if t.A_SCHOOL in said.types[body] else Kind.INSTITUTION
    for place in said.links[t.LOCATED_IN].get(body, ()):
        code = canonical.get(place, place).rpartition("/")[2]
        for core in cores:
            if core.strip():
                yield canonical_body_iri(kind, code, core)


def _person_keys(said: Said, canonical: dict[str, str]) -> dict[str, set[str]]:
    bodies: dict[str, set[str]] = defaultdict(set)
    for fact, persons in said.links[t.PERSON].items():
        for end in (t.ORGANIZATION, t.FROM, t.TO):
            for body in said.links[end].get(fact, ()):
                if said.types.get(body, set()) & BODIES:
                    for person in persons:
                        bodies[person].add(canonical[body])
    return {
        person: {
            canonical_person_iri(value(name).translate(_DOTS), body)
            for name in said.names.get(person, ())
            for body in found
        }
        for person, found in bodies.items()
        if person in said.types
    }
