"""Pairs of canonical things that are likely, but not surely, one: found by blocks, never by all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Final, TypeVar

from ..ontology import terms as t
from ..ontology.bodynames import core_in, lengthened
from ..ontology.nt import value
from .clusters import Clusters
from .engine import Store
from .identity import family
from .matching import is_name
from .said import PLACES, Said
from .spelling import undressed
from .successors import YEARS, successors
from .whereabouts import Around

__all__ = ["SCORES", "likely"]

SCORES: Final[Mapping[str, float]] = {
    "name-class": 0.85,
    "name-alias": 0.8,
    "former-code": 0.8,
    "former-name": 0.75,
    "name-unplaced": 0.7,
    "name-nearby": 0.7,
    "name-region": 0.6,
    "name-title": 0.7,
    **{f"successor-{year}": 0.75 for year in YEARS},
}
_MOST = 60
"""Things of one block that are compared with one another: a name that more bear says little."""
_COMMON = re.compile(
    r"(?:第[一二三四五六七八九十百]+)?(?:实验|中心|高级|初级|完全|民族|附属)?(?:中学|小学|幼儿园|学校)"
    r"|教育局|教育体育局|教育委员会|人民政府|中共委员会.*|委员会|政府办公室|妇联|工商联"
)
"""Names that nearly every place has: they say nothing of two bodies in different places."""


K = TypeVar("K")


@dataclass(frozen=True, slots=True)
class _Known:
    said: Said
    members: Mapping[str, list[str]]
    who: Mapping[str, str]
    within: Mapping[str, Collection[str]]


def likely(
    store: Store, said: Said, found: Clusters
) -> dict[tuple[str, str], tuple[float, tuple[str, ...]]]:
    """Pairs with their score and reasons, as keys of the table of strings."""
    who = found.canonical
    members: dict[str, list[str]] = defaultdict(list)
    for entity, canonical in who.items():
        members[canonical].append(entity)
    around = Around(said, who)
    within = {canonical: around.of(canonical, some) for canonical, some in members.items()}
    known = _Known(said, members, who, within)
    reasons: dict[tuple[str, str], set[str]] = defaultdict(set)
    for a, b, code in (*_bodies(known), *_persons(known, found), *_places(known, store)):
        if a != b:
            reasons[min(a, b), max(a, b)].add(code)
    result = {}
    for pair, codes in reasons.items():
        ordered = sorted(codes, key=lambda code: (-SCORES[code], code))
        score = min(0.89, SCORES[ordered[0]] + 0.05 * (len(ordered) - 1))
        result[pair] = (score, tuple(f"identity.{code}" for code in ordered))
    return result


def _of(known: _Known, wanted: str) -> Iterator[str]:
    for canonical, some in known.members.items():
        if family(known.said, some[0]) == wanted:
            yield canonical


def _names(known: _Known, canonical: str) -> set[str]:
    return {
        undressed(value(name))
        for entity in known.members[canonical]
        for name in known.said.names.get(entity, ())
    }


def _pairs(blocks: Mapping[K, set[str]]) -> Iterator[tuple[K, str, str]]:
    for key, some in blocks.items():
        if 1 < len(some) <= _MOST:
            for a, b in combinations(sorted(some), 2):
                yield key, a, b


def _bodies(known: _Known) -> Iterator[tuple[str, str, str]]:
    said = known.said
    located: dict[str, set[str]] = {}
    by_core: dict[str, set[str]] = defaultdict(set)
    by_place: dict[tuple[str, str], set[str]] = defaultdict(set)
    by_alias: dict[tuple[str, str], set[str]] = defaultdict(set)
    for canonical in _of(known, "body"):
        entities = known.members[canonical]
        links = said.links[t.LOCATED_IN]
        places = {known.who.get(p, p) for e in entities for p in links.get(e, ())}
        located[canonical] = places
        forms = {form for place in places & known.members.keys() for form in _names(known, place)}
        cores = {lengthened(c) for e in entities for c in said.links[t.CORE_NAME].get(e, ())}
        cores = cores or {core_in(name, forms) for name in _names(known, canonical)}
        for core in cores:
            by_core[core].add(canonical)
            for place in places:
                by_place[place, core].add(canonical)
        for entity in entities:
            for alias in said.aliases.get(entity, ()):
                core = core_in(undressed(value(alias)), forms)
                for place in places:
                    by_alias[place, core].add(canonical)
    for _, a, b in _pairs(by_place):
        yield a, b, "name-class"
    for (place, core), some in [*by_place.items()]:
        for new, year in successors(core):
            for a in some:
                for b in by_place.get((place, new), ()):
                    yield a, b, f"successor-{year}"
    for key, some in by_alias.items():
        for a in some:
            for b in by_place.get(key, set()) - {a}:
                yield a, b, "name-alias"
    for core, a, b in _pairs(by_core):
        if not located[a] or not located[b]:
            if _names(known, a) & _names(known, b) and not _COMMON.fullmatch(core):
                yield a, b, "name-unplaced"
        elif not _COMMON.fullmatch(core) and _nearby(known, located[a], located[b]):
            yield a, b, "name-nearby"


def _nearby(known: _Known, some: Iterable[str], others: Iterable[str]) -> bool:
    others = set(others)
    return any(
        not others.isdisjoint(known.within.get(place, ()))
        or any(place in known.within.get(other, ()) for other in others)
        for place in some
    )


def _persons(known: _Known, found: Clusters) -> Iterator[tuple[str, str, str]]:
    said = known.said
    facts: dict[str, set[str]] = defaultdict(set)
    for fact, persons in said.links[t.PERSON].items():
        for person in persons:
            if person in known.who:
                facts[known.who[person]].add(fact)
    apart = {(refusal.a, refusal.b) for refusal in found.refused}
    blocks: dict[str, set[str]] = defaultdict(set)
    for canonical in _of(known, "person"):
        for name in _names(known, canonical):
            if is_name(name):
                blocks[name].add(canonical)
    for _, a, b in _pairs(blocks):
        sources = [{s for e in known.members[c] for s in said.sources[e]} for c in (a, b)]
        if sources[0] & sources[1] or _refused(known, a, b, apart):
            continue
        common = _all_places(known, facts[a]) & _all_places(known, facts[b])
        counties = {p for p in common if _is_small(said, p)}
        if counties:
            yield a, b, "name-region"
            titles = [{x for f in facts[c] for x in said.links[t.TITLE].get(f, ())} for c in (a, b)]
            if titles[0] & titles[1]:
                yield a, b, "name-title"


def _refused(known: _Known, a: str, b: str, apart: set[tuple[str, str]]) -> bool:
    if not apart:
        return False
    return any((min(x, y), max(x, y)) in apart for x in known.members[a] for y in known.members[b])


def _is_small(said: Said, place: str) -> bool:
    return bool(said.types.get(place, set()) & {t.A_COUNTY, t.A_TOWNSHIP, t.A_FUNCTIONAL_AREA})


def _all_places(known: _Known, facts: Iterable[str]) -> set[str]:
    """Every place in which somebody was by these facts."""
    found: set[str] = set()
    for fact in facts:
        for predicate in (t.ORGANIZATION, t.FROM, t.TO):
            for end in known.said.links[predicate].get(fact, ()):
                canonical = known.who.get(end, end)
                if known.said.types.get(end, set()) & PLACES:
                    found.add(canonical)
                found.update(known.within.get(canonical, ()))
    return found


def _places(known: _Known, store: Store) -> Iterator[tuple[str, str, str]]:
    said = known.said
    coded = {c for c in _of(known, "place") if said.links[t.ADCODE].get(c)}
    by_name: dict[str, set[str]] = defaultdict(set)
    by_other: dict[str, set[str]] = defaultdict(set)
    for canonical in _of(known, "place"):
        for name in _names(known, canonical):
            by_name[name].add(canonical)
        if canonical in coded:
            for entity in known.members[canonical]:
                for other in said.aliases.get(entity, ()):
                    by_other[undressed(value(other))].add(canonical)
    for name, some in by_name.items():
        for a in sorted(some):
            # Two with a code are two, unless the one bears what the other was called
            others = by_other[name] if a in coded else by_other[name] | (some - {a})
            for b in sorted(others):
                around = known.within.get(a, ()), known.within.get(b, ())
                if not around[0] or not around[1] or set(around[0]) & set(around[1]):
                    yield a, b, "former-name"
    by_code = {code: c for c in coded for code in said.links[t.ADCODE].get(c, ())}
    now = {value(f): value(p) for _, f, p in store.statements(t.OF_PLACE, None)}
    for _, fact, code in store.statements(t.FORMER_CODE, None):
        old, new = by_code.get(value(code)), now.get(value(fact))
        if old is not None and new is not None and new in known.who:
            yield old, known.who[new], "former-code"
