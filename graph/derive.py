"""Sources and judgements → the derived graph: a pure function, whatever order they came in.

Nothing here is ever asserted by anybody; dropping the derived graph loses nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..ontology import terms as t
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, lang, literal, value
from ..ontology.records import Status
from .bounds import bounds
from .clusters import Refusal
from .engine import Store
from .identity import canonical_iris
from .judgements import Judgement, judgement_triples
from .places import containers
from .reposts import repost_triples
from .said import PLACES, Said, Statements, gathered

__all__ = ["Derivation", "derive", "derived", "derived_triples"]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The derived graph, sorted, and the merges that were refused, sorted."""

    triples: list[Triple]
    refused: tuple[Refusal, ...]


def derive(store: Store, judgements: Sequence[Judgement] = ()) -> tuple[Refusal, ...]:
    """Write the graphs of judgements and of what follows; give back the merges that were refused.

    Raises :class:`~bangfu.ontology.errors.StoreError` as the store does.
    """
    found = derived(store.statements, judgements)
    store.replace_graph(t.JUDGEMENTS_GRAPH, judgement_triples(judgements))
    store.replace_graph(t.DERIVED_GRAPH, found.triples)
    return found.refused


def derived_triples(statements: Statements, judgements: Sequence[Judgement] = ()) -> list[Triple]:
    """The derived graph of the sources behind `statements`, sorted."""
    return derived(statements, judgements).triples


def derived(statements: Statements, judgements: Sequence[Judgement] = ()) -> Derivation:
    """What follows from the sources behind `statements` and from `judgements`."""
    said = gathered(statements)
    found = canonical_iris(said, judgements)
    who = found.canonical
    within = _within(said, who)
    triples: set[Triple] = set()
    for part in (_canonical(said, who), _containment(within), _help(said, who, within)):
        triples.update(part)
    triples.update(_dates(said))
    triples.update(repost_triples(statements))
    return Derivation(sorted(triples), tuple(sorted(found.refused)))


def _canonical(said: Said, who: dict[str, str]) -> Iterator[Triple]:
    """Each entity's canonical one, and what is known of that: types, names, code, place."""
    types, links = iri(t.RDF_TYPE), iri(t.CANONICAL)
    members: dict[str, list[str]] = defaultdict(list)
    for entity, canonical in who.items():
        members[canonical].append(entity)
        yield iri(entity), links, iri(canonical)
    for canonical, entities in members.items():
        node = iri(canonical)
        for entity in entities:
            for kind in said.types[entity]:
                yield node, types, iri(kind)
            for code in said.links[t.ADCODE].get(entity, ()):
                yield node, iri(t.ADCODE), literal(code)
            for predicate in (t.LOCATED_IN, t.PART_OF, t.PART_OF_ORGANIZATION):
                for target in said.links[predicate].get(entity, ()):
                    yield node, iri(predicate), iri(who.get(target, target))
        names: Counter[str] = sum((said.names.get(e, Counter()) for e in entities), Counter())
        chosen = _chosen(names)
        for name in chosen:
            yield node, iri(t.SKOS_PREF_LABEL), name
        for name in {*names, *(a for e in entities for a in said.aliases.get(e, ()))} - chosen:
            yield node, iri(t.SKOS_ALT_LABEL), name


def _chosen(names: Counter[str]) -> set[str]:
    """One name a language: the longest, then the most frequent, then the first by code point."""
    best: dict[str | None, str] = {}
    for name in sorted(names, key=lambda name: (-len(value(name)), -names[name], name)):
        best.setdefault(lang(name), name)
    return set(best.values())


def _within(said: Said, who: dict[str, str]) -> dict[str, frozenset[str]]:
    """Canonical entity → all places that it lies in."""

    def through(predicate: str) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for entity, targets in said.links[predicate].items():
            if entity in who:
                found[who[entity]].update(who.get(target, target) for target in targets)
        return found

    up = through(t.PART_OF)
    for entity, places in through(t.LOCATED_IN).items():
        up[entity] |= places
    for person, ends in _homes(said, who).items():
        for end in ends:
            # a person lies where the body lies; one sent by a place lies in that place
            up[person] |= up.get(end, set()) if not _is_place(said, end) else {end}
    return containers(up)


def _homes(said: Said, who: dict[str, str]) -> dict[str, set[str]]:
    """Canonical person → where they belong: their posts and what sent them, not where they went."""
    links = said.links
    home: dict[str, set[str]] = defaultdict(set)
    away: dict[str, set[str]] = defaultdict(set)
    for predicate, found in ((t.ORGANIZATION, home), (t.FROM, home), (t.TO, away)):
        for fact, ends in links[predicate].items():
            for person in links[t.PERSON].get(fact, ()):
                if person in who:
                    found[who[person]].update(who[end] for end in ends if end in who)
    return {person: ends - away[person] for person, ends in home.items()}


def _is_place(said: Said, entity: str) -> bool:
    return bool(said.types.get(entity, set()) & PLACES)


def _containment(within: dict[str, frozenset[str]]) -> Iterator[Triple]:
    predicate = iri(t.WITHIN)
    for entity, places in within.items():
        for place in places:
            yield iri(entity), predicate, iri(place)


def _help(said: Said, who: dict[str, str], within: dict[str, frozenset[str]]) -> Iterator[Triple]:
    """Who helps whom, and the regions that thereby help and counties that are helped.

    What is only planned helps nobody yet; what has ended did help. A group stands for the place it
    lies in, never for its members.
    """
    places = {entity for entity in who if _is_place(said, entity)}
    places |= {who[place] for place in places}
    types = iri(t.RDF_TYPE)
    for fact, helpers in said.links[t.HELPER].items():
        if said.status.get(fact) is Status.PLANNED:
            continue
        givers = _standing(said, who, helpers)
        takers = _standing(said, who, said.links[t.RECIPIENT].get(fact, ()))
        for giver in givers:
            for taker in takers - {giver}:
                yield iri(giver), iri(t.HELPS), iri(taker)
                for place in ({giver} | within.get(giver, frozenset())) & places:
                    yield iri(place), types, iri(t.A_HELPER_REGION)
                for place in {taker} | within.get(taker, frozenset()):
                    if t.A_COUNTY in said.types.get(place, ()):
                        yield iri(place), types, iri(t.A_RECIPIENT_COUNTY)


def _standing(said: Said, who: dict[str, str], ends: Iterable[str]) -> set[str]:
    found: set[str] = set()
    for end in ends:
        if t.A_GROUP in said.types.get(end, ()):
            found.update(who[p] for p in said.links[t.LOCATED_IN].get(end, ()) if p in who)
        elif end in who:
            found.add(who[end])
    return found


def _dates(said: Said) -> Iterator[Triple]:
    """The bounds of each fact with dates, and when a source last gave evidence for it."""
    since, until = said.dates[t.SINCE], said.dates[t.UNTIL]
    for fact in {*since, *until, *said.evidenced}:
        seen = said.evidenced.get(fact)
        status = said.status.get(fact, Status.UNKNOWN)
        found = bounds(since.get(fact), until.get(fact), status, seen)
        node = iri(fact)
        for predicate, day in (
            (t.EARLIEST_START, found.earliest_start),
            (t.LATEST_START, found.latest_start),
            (t.EARLIEST_END, found.earliest_end),
            (t.LATEST_END, found.latest_end),
        ):
            if day is not None:
                yield node, iri(predicate), literal(day.isoformat(), datatype=t.XSD_DATE)
        if seen is not None:
            yield node, iri(t.LAST_EVIDENCED), literal(str(seen), datatype=t.XSD + seen.datatype)
