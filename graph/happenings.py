"""What took place: events with their dates, places and parties, as a page tells of them.

A venue is not a recipient, and who takes part is not helped by that alone: an event makes no
relation between those who come to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ..ontology.nt import iri
from ..ontology.terms import BF, DERIVED_GRAPH, ID
from .engine import Store
from .fill import fill, rows
from .outward import labels_of, rows_about
from .remote.part import answering

__all__ = ["NAMED", "Happening", "Party", "happenings"]

NAMED: Final = "named"
_NAMES: Final = tuple(f"{ID}{kind}/" for kind in ("institution", "person", "place", "school"))
_BF: Final = f"PREFIX bf: <{BF}> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
# One pattern an OPTIONAL, on what is surely bound: that is looked up, all else is joined whole.
_ALL: Final = f"{_BF}SELECT DISTINCT ?f WHERE {{ ?f bf:eventKind ?ek }}"
# Walked from the place outward, in one chain: two UNIONs are joined whole, and a store of any size
# is not to be looked through for one place.
_NEAR: Final = f"""{_BF}SELECT DISTINCT ?f WHERE {{
  ?x bf:within? ?focus . ?x0 bf:canonical ?x .
  ?y bf:participant|bf:venue ?x0 . ?f bf:participation? ?y . ?f bf:eventKind ?ek }}"""
_NEAR_NAMED: Final = f"""{_BF}SELECT DISTINCT ?f WHERE {{
  ?x bf:within? ?focus . ?x0 bf:canonical ?x .
  GRAPH ?g {{ ?x0 skos:prefLabel|skos:altLabel ?form .
    ?f bf:eventKind ?ek ; skos:prefLabel ?called }}
  FILTER(STRLEN(?form) > 1 && CONTAINS(STR(?called), STR(?form))) }}"""
_EVENTS: Final = f"""{_BF}SELECT DISTINCT ?f ?ek ?label ?since ?until ?venue ?programme WHERE {{
  VALUES ?f {{ %s }} ?f bf:eventKind ?ek .
  OPTIONAL {{ ?f skos:prefLabel ?label }}
  OPTIONAL {{ ?f bf:since ?since }}
  OPTIONAL {{ ?f bf:until ?until }}
  OPTIONAL {{ ?f bf:venue ?v0 }}
  BIND(COALESCE(?v0, ?f) AS ?v1)
  OPTIONAL {{ ?v1 bf:canonical ?venue }}
  OPTIONAL {{ ?f bf:programme ?p0 }}
  BIND(COALESCE(?p0, ?f) AS ?p1)
  OPTIONAL {{ ?p1 bf:canonical ?programme }} }}"""
_PARTIES: Final = f"""{_BF}SELECT DISTINCT ?f ?role ?who WHERE {{
  VALUES ?f {{ %s }} ?f bf:eventKind ?ek ; bf:participation ?part .
  ?part bf:participant ?x ; bf:role ?role .
  ?x bf:canonical ?who }}"""
# What an event is called after: things that its source names, and whose name stands in its own.
_NAMED: Final = f"""{_BF}SELECT DISTINCT ?f ?who WHERE {{
  VALUES ?f {{ %s }} GRAPH ?g {{ ?f bf:eventKind ?ek ; skos:prefLabel ?called .
    ?x skos:prefLabel|skos:altLabel ?form }}
  FILTER(?x != ?f && STRLEN(?form) > 1 && CONTAINS(STR(?called), STR(?form)))
  ?x bf:canonical ?who }}"""
_AROUND: Final = f"""{_BF}SELECT DISTINCT ?e ?place WHERE {{
  VALUES ?e {{ %s }} GRAPH <{DERIVED_GRAPH}> {{ ?e bf:within ?place }} }}"""

_EVERYTHING: Final = "\n".join((_ALL, _NEAR, _NEAR_NAMED, _EVENTS, _PARTIES, _NAMED, _AROUND))


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who takes part, or where it takes place: IRI, name, and places around, the nearest first.

    The role ``named`` says no more than that the event's name holds the party's.
    """

    iri: str
    label: str
    role: str = ""
    around: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event: the facts that tell of it alike, its kind, dates as told, venue and parties."""

    facts: tuple[str, ...]
    label: str
    kind: str
    since: str = ""
    until: str = ""
    venue: Party | None = None
    programme: str = ""
    parties: tuple[Party, ...] = ()


def happenings(
    store: Store, focus: str | None = None, *, most: int | None = None
) -> tuple[Happening, ...]:
    """All events in `store`, by date; with an IRI as `focus` those that it, or what lies in it,
    takes part in, houses or is named in. What several sources tell alike is one event. Of more
    than `most`, if that is given, the latest, after which come those without a date.
    """
    # on a server that is not trusted with such queries, of a part of it
    store = answering(store, fill(_EVERYTHING, {} if focus is None else {"focus": iri(focus)}))
    alike: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for fact, kind, label, since, until, venue, programme in rows_about(
        store, _EVENTS, _facts(store, focus), gaps=True
    ):
        key = (since or "~", until, label, _code(kind), venue, programme)
        alike[key if label else (*key, fact)].add(fact)
    events = sorted(alike.items())
    if most is not None and len(events) > most:
        undated = [one for one in events if one[0][0] == "~"]
        dated = events[: len(events) - len(undated)]
        events = dated[-most:] + undated[: max(0, most - len(dated))]
    return tuple(_happened(store, events))


def _happened(
    store: Store, events: Sequence[tuple[tuple[str, ...], set[str]]]
) -> Iterator[Happening]:
    """The `events`, each with the facts that tell of it, and who and what belongs to them."""
    facts = {fact for _, same in events for fact in same}
    sides: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for fact, role, who in rows_about(store, _PARTIES, facts):
        sides[fact].add((_code(role), who))
    for fact, who in rows_about(store, _NAMED, facts):
        if who.startswith(_NAMES) and all(who != known for _, known in sides[fact]):
            sides[fact].add((NAMED, who))
    people = {who for parties in sides.values() for _, who in parties}
    people.update(key[4] for key, _ in events if key[4])
    around = _around(store, people)
    programmes = {key[5] for key, _ in events if key[5]}
    labels = labels_of(store, people | programmes)

    def party(who: str, role: str = "") -> Party:
        return Party(iri=who, label=labels[who], role=role, around=around.get(who, ()))

    for (since, until, label, kind, venue, programme, *_), same in events:
        parties = sorted({pair for fact in same for pair in sides[fact]})
        yield Happening(
            facts=tuple(sorted(same)),
            label=label,
            kind=kind,
            since="" if since == "~" else since,
            until=until,
            venue=party(venue) if venue else None,
            programme=labels[programme] if programme else "",
            parties=tuple(party(who, role) for role, who in parties),
        )


def _facts(store: Store, focus: str | None) -> set[str]:
    """The events to tell of: all, or those that touch `focus`."""
    if focus is None:
        return {fact for (fact,) in rows(store, _ALL)}
    found = rows(store, _NEAR, focus=iri(focus)) + rows(store, _NEAR_NAMED, focus=iri(focus))
    return {fact for (fact,) in found}


def _around(store: Store, things: Collection[str]) -> dict[str, tuple[str, ...]]:
    """The places that each of `things` lies in, the nearest first: those that lie in most."""
    within = _within(store, things)
    places = {place for found in within.values() for place in found}
    depth = {place: len(found) for place, found in _within(store, places).items()}
    return {
        one: tuple(sorted(found, key=lambda place: (-depth.get(place, 0), place)))
        for one, found in within.items()
    }


def _within(store: Store, things: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, place in rows_about(store, _AROUND, things):
        found[one].add(place)
    return found


def _code(concept: str) -> str:
    return concept.rpartition("/")[2]
