"""One side of a pair that is to be judged: what sources know of a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri
from ..ontology.terms import PREFIXES
from .ends import members
from .engine import Store
from .evidence import Passage, order, passages
from .fill import rows

__all__ = ["Side", "side"]

MOST: Final = 4
"""Passages shown of a side: more do not help to decide, and push the other side off the screen."""

_PREFIXES = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("bf", "dct", "skos"))
_NAMES = f"""{_PREFIXES}SELECT DISTINCT ?name WHERE {{
  ?e ?how ?name FILTER(?how IN (skos:prefLabel, skos:altLabel)) }}"""
_FACTS = f"""{_PREFIXES}SELECT DISTINCT ?f ?since ?until WHERE {{
  # the evidence within each: joined to a UNION, that of all facts would be read
  {{ ?f ?end ?e ; bf:evidence ?evidence FILTER(?end IN (bf:helper, bf:recipient, bf:person,
    bf:organization, bf:from, bf:to, bf:venue, bf:programme, bf:about)) }}
  UNION {{ ?part bf:participant ?e . ?f bf:participation ?part ; bf:evidence ?evidence }}
  OPTIONAL {{ ?f bf:since ?since }} OPTIONAL {{ ?f bf:until ?until }} }}"""
_POSTS = f"""{_PREFIXES}SELECT DISTINCT ?name ?title WHERE {{
  # the name within each: joined to a UNION, the names of all that there is would be read
  {{ ?f bf:person ?e ; bf:organization|bf:from|bf:to ?body . ?body skos:prefLabel ?name }}
  UNION {{ ?f bf:organization|bf:from|bf:to ?e ; bf:person ?body . ?body skos:prefLabel ?name }}
  FILTER(LANG(?name) = "zh") OPTIONAL {{ ?f bf:title ?title }} }}"""
_PLACES = f"""{_PREFIXES}SELECT DISTINCT ?name WHERE {{
  ?e bf:canonical ?c . ?c bf:within ?p .
  GRAPH <{t.DERIVED_GRAPH}> {{ ?p skos:prefLabel ?name }} FILTER(LANG(?name) = "zh") }}"""
_SOURCES = f"""{_PREFIXES}SELECT DISTINCT ?address ?title ?issued WHERE {{
  GRAPH ?s {{ ?e a ?type . ?s dct:source ?address }}
  OPTIONAL {{ ?s dct:title ?title }} OPTIONAL {{ ?s dct:issued ?issued }} }}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A thing as it is shown for judgement; all lists are sorted."""

    iri: str
    label: str
    names: tuple[str, ...]
    bodies: tuple[str, ...]
    places: tuple[str, ...]
    dates: tuple[str, ...]
    sources: tuple[str, ...]
    passages: tuple[Passage, ...]
    facts: tuple[str, ...]


def side(store: Store, thing: str) -> Side:
    """All that is shown of the IRI `thing`, an entity of a source or a canonical one."""
    names: set[str] = set()
    bodies: set[str] = set()
    places: set[str] = set()
    sources: set[str] = set()
    facts: dict[str, str] = {}
    for one in members(store, thing):
        term = iri(one)
        names.update(name for (name,) in rows(store, _NAMES, e=term))
        bodies.update(f"{body} {title}".strip() for body, title in rows(store, _POSTS, e=term))
        places.update(name for (name,) in rows(store, _PLACES, e=term))
        for address, title, issued in rows(store, _SOURCES, e=term):
            sources.add(" ".join(part for part in (address, title, issued) if part))
        for fact, since, until in rows(store, _FACTS, e=term):
            facts[fact] = f"{since}–{until}" if until else since
    proofs = {p for some in passages(store, facts).values() for p in some}
    shown: dict[tuple[str, str], Passage] = {}
    for proof in sorted(proofs, key=lambda p: (len(p.quote), p.address, p.start, order(p))):
        if any(name in proof.quote for name in names):
            shown.setdefault((proof.address, proof.quote), proof)
    chosen = list(shown.values())[:MOST]
    return Side(
        iri=thing,
        label=min(names, key=lambda name: (-len(name), name), default=thing),
        names=tuple(sorted(names)),
        bodies=tuple(sorted(bodies)),
        places=tuple(sorted(places)),
        dates=tuple(sorted({*filter(None, facts.values())})),
        sources=tuple(sorted(sources)),
        passages=tuple(chosen),
        facts=tuple(sorted({proof.fact for proof in chosen})),
    )
