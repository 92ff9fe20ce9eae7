"""By what two things of different sources are one: the keys of bodies and persons, with reasons.

Things that share a key are one unless something parts them. A name alone is never a key: a body
needs its place, or a name that only one body in the country can have; a person needs a body, an
office of a place, or a journey with its year.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

from ..ontology import terms as t
from ..ontology.bodynames import core_in, is_whole, lengthened
from ..ontology.identity import canonical_body_iri, canonical_person_iri
from ..ontology.nt import value
from ..ontology.records import Kind
from .said import BODIES, PLACES, Said, chosen
from .spelling import short_forms, undressed

__all__ = ["SCORES", "Keys", "body_keys", "is_name", "person_facts", "person_keys"]

Keys = dict[str, str]
"""Key → the code of the reason for which all that have it are one."""

SCORES: Final[Mapping[str, float]] = {
    "judged": 1.0,
    "name-place": 0.97,
    "name-whole": 0.95,
    "name-body": 0.95,
    "name-office": 0.92,
    "name-journey": 0.9,
}
"""How sure a reason makes us. The figures only order the reasons: nothing was fitted."""

_OFFICE = re.compile(r"(?:常务)?副?[省市州县区盟旗乡镇]长|[省市州县区]委(?:常委|副?书记)")
_NO_NAME = re.compile(
    r".?|.*[某×xX*＊○〇]+.*|.(?:姓|老师|校长|副?处长|副?局长|副?主任|书记|领队|院长|医生|队长|教授|同学|女士|先生)"
)


def is_name(name: str) -> bool:
    """Whether this can be the whole name of one person: 冯处长, 王老师 and 刘某 cannot."""
    return _NO_NAME.fullmatch(name) is None


def body_keys(said: Said, body: str, canonical: Mapping[str, str]) -> Keys:
    """The keys of a body; none where its place is not known and its name could be of several."""
    kind = Kind.SCHOOL if t.A_SCHOOL in said.types[body] else Kind.INSTITUTION
    located = said.links[t.LOCATED_IN].get(body, ())
    cores = {_long(core.strip()) for core in said.links[t.CORE_NAME].get(body, ())}
    names = () if cores else {_bare(value(name)) for name in said.names.get(body, ())}
    found: Keys = {}
    for place in located:
        code = canonical.get(place, place).rpartition("/")[2]
        forms = _forms(frozenset(said.names.get(place, ())))
        for core in cores or {core_in(name, forms) for name in names}:
            core = _without(core, forms)
            if core:
                found[_body_iri(kind, code, core)] = "name-place"
    if kind is Kind.INSTITUTION:
        for core in cores or {core_in(name, ()) for name in names}:
            if is_whole(core) and (not located or "中央" in core[:6]):
                found[_body_iri(kind, None, core)] = "name-whole"
    return found


# The same few names of schools come in every county, and the same counties with every school
_long = lru_cache(maxsize=65536)(lengthened)
_bare = lru_cache(maxsize=65536)(undressed)
_body_iri = lru_cache(maxsize=65536)(canonical_body_iri)


@lru_cache(maxsize=65536)
def _without(core: str, forms: tuple[str, ...]) -> str:
    """The core without the place that the body lies in anyway: 四川师范大学附属中学 in 四川."""
    place = max((form for form in forms if core.startswith(form)), key=len, default="")
    return lengthened(core[len(place) :]) if len(core) > len(place) + 1 else core


@lru_cache(maxsize=8192)
def _forms(labels: frozenset[str]) -> tuple[str, ...]:
    """What a place of these names is called, in full and in short."""
    names = sorted({undressed(value(name)) for name in chosen(labels)})
    return (*names, *(form for name in names for form in short_forms(name)))


def person_facts(said: Said) -> dict[str, list[str]]:
    """Person → the facts that place them in a body or send them."""
    found: dict[str, list[str]] = {}
    for fact, persons in said.links[t.PERSON].items():
        for person in persons:
            found.setdefault(person, []).append(fact)
    return found


def person_keys(
    said: Said,
    person: str,
    facts: Iterable[str],
    canonical: Mapping[str, str],
    keys_of: Callable[[str], Iterable[str]],
) -> Keys:
    """The keys of a person by their `facts`; `keys_of` gives the keys of a canonical body."""
    names = {_bare(value(name)) for name in said.names.get(person, ())}
    names = {name for name in names if is_name(name)}
    found: Keys = {}
    for fact in sorted(facts):
        for reason, ends in _grounds(said, fact, canonical, keys_of):
            for name in names:
                for end in ends:
                    found.setdefault(canonical_person_iri(name, end), reason)
    return found


def _grounds(
    said: Said,
    fact: str,
    canonical: Mapping[str, str],
    keys_of: Callable[[str], Iterable[str]],
) -> Iterator[tuple[str, Iterable[str]]]:
    """What besides the name a fact gives to know a person by."""
    links = said.links
    for predicate in (t.ORGANIZATION, t.FROM, t.TO):
        for end in links[predicate].get(fact, ()):
            if said.types.get(end, set()) & BODIES:
                body = canonical[end]
                yield "name-body", keys_of(body) or (body,)
    for title in links[t.TITLE].get(fact, ()):
        if _OFFICE.fullmatch(title):
            for predicate in (t.ORGANIZATION, t.TO):
                for place in _places(said, links[predicate].get(fact, ()), canonical):
                    yield "name-office", (f"{place} {title}",)
    since = said.dates[t.SINCE].get(fact)
    if since is not None:
        for start in _places(said, links[t.FROM].get(fact, ()), canonical):
            for end in _places(said, links[t.TO].get(fact, ()), canonical):
                yield "name-journey", (f"{start} {end} {since.first.year}",)


def _places(said: Said, ends: Iterable[str], canonical: Mapping[str, str]) -> list[str]:
    """The places that these are, or lie in."""
    found: set[str] = set()
    for end in ends:
        places = (
            {end}
            if said.types.get(end, set()) & PLACES
            else said.links[t.LOCATED_IN].get(end, set())
        )
        found.update(canonical.get(place, place) for place in places)
    return sorted(found)
