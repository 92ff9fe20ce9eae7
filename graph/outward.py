"""The network around some things, walked outward from them by queries: what is far is never read.

A step asks once for all things of a rim, in parts: a store of any size answers in the time that the
rim takes. The edges are those of :func:`.queries.path_network`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri
from .engine import Store
from .fill import rows
from .refs import kind_of
from .scan import full_rows

__all__ = [
    "Link",
    "Rules",
    "facts_naming",
    "labels_of",
    "links_of",
    "lying",
    "permitted",
    "rows_about",
]

_PART: Final = 500
_BF: Final = f"PREFIX bf: <{t.BF}> PREFIX skos: <{t.SKOS}> "
_DERIVED: Final = f"GRAPH <{t.DERIVED_GRAPH}>"
_ENDS: Final = {
    "assistance": ("helper", "recipient"),
    "secondment": ("person", "from", "to"),
    "posting": ("person", "organization"),
    "event": ("participant",),
}
"""Kind of fact → its ends; those of an event stand at its participations.

Each end is asked for by its name: a place has many more properties than those.
"""
_FACTS: Final = frozenset(_ENDS)
_PAIRED: Final = frozenset(("assistance", "posting"))
"""The kinds that lead from one end to another: one query has both."""
_TOUCHING: Final = f"""{_BF}SELECT DISTINCT ?n ?f WHERE {{
  VALUES ?n {{ %s }} ?x bf:canonical ?n . ?f (ENDS) ?x }}"""
_PAIRS: Final = f"""{_BF}SELECT ?n ?f ?m WHERE {{
  VALUES ?n {{ %s }} {_DERIVED} {{ ?x bf:canonical ?n }}
  GRAPH ?in {{ ?f bf:NEAR ?x ; bf:FAR ?y }} {_DERIVED} {{ ?y bf:canonical ?m }} UNPLANNED }}"""
_UNPLANNED: Final = f"""FILTER NOT EXISTS {{
  ?f bf:status <{t.concept("status", "planned")}> }}"""
_EVENT_OF: Final = f"{_BF}SELECT DISTINCT ?v ?f {{ VALUES ?v {{ %s }} ?f bf:participation ?v }}"
_PARTS_OF: Final = f"{_BF}SELECT DISTINCT ?f ?v {{ VALUES ?f {{ %s }} ?f bf:participation ?v }}"
_END_OF: Final = f"""{_BF}SELECT DISTINCT ?f ?n WHERE {{
  VALUES ?f {{ %s }} ?f bf:END ?x . ?x bf:canonical ?n }}"""
_PLANNED: Final = f"""{_BF}SELECT DISTINCT ?f WHERE {{
  VALUES ?f {{ %s }} ?f bf:status <{t.concept("status", "planned")}> }}"""
_CLASSES: Final = f"""{_BF}SELECT DISTINCT ?f ?c WHERE {{
  VALUES ?f {{ %s }} ?f bf:evidence ?e . ?e bf:source ?s . OPTIONAL {{ ?s bf:sourceClass ?c }} }}"""
_UP: Final = f"""{_BF}SELECT DISTINCT ?e ?p WHERE {{
  VALUES ?e {{ %s }} {_DERIVED} {{ ?e ?how ?p }} FILTER(?how IN (bf:locatedIn, bf:partOf)) }}"""
_DOWN: Final = f"""{_BF}SELECT DISTINCT ?e ?p WHERE {{
  VALUES ?p {{ %s }} {_DERIVED} {{ ?e ?how ?p }} FILTER(?how IN (bf:locatedIn, bf:partOf)) }}"""
_ABOVE: Final = (
    f"{_BF}SELECT DISTINCT ?e ?p {{ VALUES ?e {{ %s }} {_DERIVED} {{ ?e bf:within ?p }} }}"
)
_LABELS: Final = f"""{_BF}SELECT DISTINCT ?n ?l WHERE {{
  VALUES ?n {{ %s }} {_DERIVED} {{ ?n skos:prefLabel ?l }} FILTER(LANG(?l) = "zh") }}"""
_EVENT_LABELS: Final = f"""{_BF}SELECT DISTINCT ?n ?l ?k WHERE {{
  VALUES ?n {{ %s }} ?n bf:eventKind ?k . OPTIONAL {{ ?n skos:prefLabel ?l }} }}"""


@dataclass(frozen=True, slots=True)
class Link:
    """An arrow between two canonical things (or an event): its kind, and the fact that says it.

    `fact` is "" where one lies in the other.
    """

    source: str
    target: str
    kind: str
    fact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is walked: whether over planned facts, over those that only reference tables state,
    over whereabouts, and over facts of which kinds."""

    planned: bool = False
    reference: bool = True
    places: bool = True
    kinds: frozenset[str] = _FACTS


def links_of(
    store: Store,
    things: Collection[str],
    rules: Rules,
    down: Collection[str] | None = None,
    known: Iterable[Link] = (),
) -> set[Link]:
    """Every link that has one of `things` as an end, but for those in `known`.

    `down` are those of which also is asked what lies in them: all, if it is not given. `known` are
    links that were found before: what takes several queries is not asked of their facts again.
    """
    found = set(_paired(store, things, rules)).difference(known)
    if not rules.reference:
        tables = _only_tables(store, {link.fact for link in found})
        found = {link for link in found if link.fact not in tables}
    kinds = (rules.kinds & _FACTS) - _PAIRED
    facts = {fact for _, fact in rows_about(store, _touching(kinds), things)} if kinds else set()
    parts = {fact for fact in facts if kind_of(fact) not in _FACTS}
    events = {event for _, event in rows_about(store, _EVENT_OF, parts)}
    events |= {one for one in things if kind_of(one) == "event"}
    every = {one for one in (facts - parts) | events if kind_of(one) in kinds}
    facts = permitted(store, every - {link.fact for link in known}, rules)
    found.update(_between(store, facts))
    if rules.places:
        found |= lying(store, up=things, down=things if down is None else down)
    return found


def _paired(store: Store, things: Collection[str], rules: Rules) -> Iterator[Link]:
    """The links of the facts that have two ends, whichever of these one of `things` is."""
    for kind in sorted(rules.kinds & _PAIRED):
        for near, far in (_ENDS[kind], _ENDS[kind][::-1]):
            query = _PAIRS.replace("NEAR", near).replace("FAR", far)
            query = query.replace("UNPLANNED", "" if rules.planned else _UNPLANNED)
            for one, fact, other in rows_about(store, query, things):
                if kind_of(fact) == kind and one != other:
                    ends = (one, other) if near == _ENDS[kind][0] else (other, one)
                    yield Link(*ends, kind, fact)


def permitted(store: Store, facts: Collection[str], rules: Rules) -> set[str]:
    """Those of `facts` that the rules allow to walk over."""
    left = set(facts)
    if not rules.planned:
        left -= {fact for (fact,) in rows_about(store, _PLANNED, left)}
    if not rules.reference:
        left -= _only_tables(store, left)
    return left


def _between(store: Store, facts: Collection[str]) -> Iterator[Link]:
    """The links that `facts` say, as in the edge table."""
    ends: dict[str, dict[str, set[str]]] = {}
    owner = {
        part: event
        for event, part in rows_about(store, _PARTS_OF, [f for f in facts if kind_of(f) == "event"])
    }
    for kind, names in _ENDS.items():
        some = owner.keys() if kind == "event" else {f for f in facts if kind_of(f) == kind}
        for name in names:
            for fact, end in rows_about(store, _END_OF.replace("END", name), some):
                ends.setdefault(fact, {}).setdefault(name, set()).add(end)
    for fact, told in ends.items():
        pairs: set[tuple[str, str]] = set()
        kind = kind_of(fact)
        match kind:
            case "secondment":
                for who in told.get("person", ()):
                    a, b = (min(told.get(side, {who})) for side in ("from", "to"))
                    pairs |= {(a, b), (a, who), (who, b)} if {"from", "to"} & told.keys() else set()
            case _:
                pairs.update((one, owner[fact]) for one in told.get("participant", ()))
        said = "event" if fact in owner else kind
        yield from (Link(a, b, said, owner.get(fact, fact)) for a, b in pairs if a != b)


def lying(store: Store, *, up: Collection[str], down: Collection[str]) -> set[Link]:
    """What each of `up` lies in, and what lies in each of `down`: only in its nearest place."""
    pairs = {*rows_about(store, _UP, up), *rows_about(store, _DOWN, down)}
    direct: dict[str, set[str]] = {}
    for inner, _ in pairs:
        direct.setdefault(inner, set())
    for inner, outer in rows_about(store, _UP, direct):
        direct[inner].add(outer)
    several = {inner for inner, outer in direct.items() if len(outer) > 1}
    depth: dict[str, int] = {}
    for outer, _ in rows_about(store, _ABOVE, {one for inner in several for one in direct[inner]}):
        depth[outer] = depth.get(outer, 0) + 1
    return {
        Link(inner, min(outer, key=lambda one: (-depth.get(one, 0), one)), "location")
        for inner, outer in direct.items()
        if kind_of(inner) != "person" and outer
    }


def _only_tables(store: Store, facts: Collection[str]) -> set[str]:
    table = t.concept("sourceClass", "reference")
    told: dict[str, set[str]] = {}
    for fact, kind in rows_about(store, _CLASSES, facts, gaps=True):
        told.setdefault(fact, set()).add(kind)
    return {fact for fact, kinds in told.items() if kinds == {table}}


def labels_of(store: Store, things: Iterable[str]) -> dict[str, str]:
    """The name of each of `things`; of an event without one its kind, of others the IRI."""
    wanted = sorted(set(things))
    found = dict.fromkeys(wanted, "")
    for one, label in sorted(rows_about(store, _LABELS, wanted), reverse=True):
        found[one] = label
    events = [one for one in wanted if kind_of(one) == "event"]
    for one, label, kind in sorted(
        rows_about(store, _EVENT_LABELS, events, gaps=True), reverse=True
    ):
        found[one] = label or kind.rpartition("/")[2]
    return {one: label or one for one, label in found.items()}


def facts_naming(store: Store, things: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """The facts at whose ends each of `things` stands; an event stands for who takes part."""
    found: dict[str, set[str]] = {}
    for one, fact in rows_about(store, _touching(_FACTS), sorted(set(things))):
        found.setdefault(one, set()).add(fact)
    parts = {fact for facts in found.values() for fact in facts if kind_of(fact) not in _FACTS}
    owner = {row[0]: row[1] for row in rows_about(store, _EVENT_OF, parts)}
    return {one: frozenset(owner.get(fact, fact) for fact in facts) for one, facts in found.items()}


def _touching(kinds: Iterable[str]) -> str:
    """The query for the facts of these kinds, or the participations, that things stand in."""
    names = sorted({name for kind in kinds for name in _ENDS[kind]})
    return _TOUCHING.replace("ENDS", "|".join(f"bf:{name}" for name in names))


def rows_about(
    store: Store, query: str, things: Iterable[str], *, gaps: bool = False
) -> list[tuple[str, ...]]:
    """The rows of `query` for `things`, some of them at a time.

    `gaps` says that cells may be unbound: they are empty texts then.
    """
    told: list[tuple[str, ...]] = []
    waiting = iter(sorted(things))
    ask = rows if gaps else full_rows
    while some := " ".join(map(iri, islice(waiting, _PART))):
        told.extend(ask(store, query % some))
    return told
