"""The edge table after a few sources changed: the rows of what changed are made again, no others.

They are made by the same rules, from an excerpt of the store that says all of these facts and
things and nothing of any other; so the table is the one that making it anew would give.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology import terms as t
from ..ontology.nt import Triple, iri, value
from .edgelog import FACTS, MOST, Changes
from .edges import EdgeTable, built
from .embedded import Embedded
from .engine import Store
from .refs import kind_of

__all__ = ["followed"]

_ENDS: Final = (t.HELPER, t.RECIPIENT, t.PERSON, t.ORGANIZATION, t.FROM, t.TO, t.PROGRAMME)
_LEVEL: Final = ("level", "adcode")


def followed(store: Store, old: EdgeTable, changes: Changes) -> EdgeTable | None:
    """The edge table of `store`, where it was `old` before the `changes`.

    None where they reach too far: where a place that others lie in is of another level now, or too
    many facts have other ends.
    """
    if not isinstance(store, Embedded):
        return None
    facts = changes.facts | _at(store, changes.moved)
    if len(facts) > MOST:
        return None
    things = changes.things | {fact for fact in facts if kind_of(fact) == "event"}
    with Embedded(None, create=True, read_only=False) as excerpt:
        for graph, triples in _said(store, facts, things).items():
            excerpt.replace_graph(graph, triples)
        fresh = built(excerpt)
    edges = _replaced(old.edges, fresh.edges, "fact", facts)
    nodes = _replaced(old.nodes, fresh.nodes, "iri", things)
    for place, *_ in _levels(old.nodes, things) ^ _levels(nodes, things):
        inside = {value(s) for _, s, _ in store.statements(t.WITHIN, iri(place))}
        if not inside <= things:
            return None
    keys = [(name, "ascending") for name in ("kind", "fact", "source", "target", "code", "person")]
    return EdgeTable(
        edges=edges.sort_by(keys).combine_chunks(),
        nodes=nodes.sort_by([("iri", "ascending")]).combine_chunks(),
    )


def _at(store: Embedded, entities: Iterable[str]) -> set[str]:
    """The facts at whose ends one of `entities` stands."""
    found: set[str] = set()
    for entity in entities:
        for predicate in (*_ENDS, t.PARTICIPANT):
            found |= {value(s) for _, s, _ in store.statements(predicate, iri(entity))}
    for part in [one for one in found if kind_of(one) not in FACTS]:
        found.discard(part)
        found |= {value(s) for _, s, _ in store.statements(t.PARTICIPATION, iri(part))}
    return found


def _said(store: Embedded, facts: Iterable[str], things: Iterable[str]) -> dict[str, set[Triple]]:
    """All that the table needs of `facts` and `things`, by graph."""
    told: dict[str, set[Triple]] = defaultdict(set)
    seen: set[tuple[str, bool]] = set()

    def take(subject: str, *wanted: str, derived: bool = False) -> list[tuple[str, str]]:
        found = [
            (graph, predicate, term)
            for graph, predicate, term in store.about(subject, t.DERIVED_GRAPH if derived else None)
            if not wanted or predicate in wanted
        ]
        for graph, predicate, term in found:
            told[graph].add((iri(subject), iri(predicate), term))
        return [(predicate, value(term)) for _, predicate, term in found if term.startswith("<")]

    def take_ends(subject: str) -> None:
        for predicate, end in take(subject):
            if predicate in (*_ENDS, t.PARTICIPANT):
                once(end, lambda one: take(one, t.CANONICAL, derived=True))
            elif predicate == t.PARTICIPATION:
                once(end, take_ends)
            elif predicate == t.EVIDENCE:
                once(end, take_proof)

    def take_proof(proof: str) -> None:
        for predicate, source in take(proof):
            if predicate == t.SOURCE:
                once(source, lambda one: take(one, t.SOURCE_CLASS, t.DCT_ISSUED))

    def once(subject: str, act: Any, *, derived: bool = False) -> None:
        if (subject, derived) not in seen:
            seen.add((subject, derived))
            act(subject)

    for fact in facts:
        take_ends(fact)
        for _, observation, _ in store.statements(t.ABOUT, iri(fact)):
            take(value(observation))
    for thing in things:
        for predicate, place in take(thing, derived=True):
            if predicate == t.WITHIN:
                once(place, lambda one: take(one, derived=True), derived=True)
        for _, member, _ in store.statements(t.CANONICAL, iri(thing)):
            take(value(member), t.STAGE, t.CANONICAL)
    return told


def _replaced(old: Any, fresh: Any, name: str, wanted: Iterable[str]) -> Any:
    """`old` with the rows of `wanted` taken from `fresh` instead."""
    names = pa.array(sorted(wanted), pa.string())
    kept = old.filter(pc.invert(pc.is_in(old[name], names)))
    return pa.concat_tables([kept, fresh.filter(pc.is_in(fresh[name], names))])


def _levels(nodes: Any, things: Iterable[str]) -> set[tuple[str, ...]]:
    """What places of `things` are, as far as other rows follow from it."""
    names = pa.array(sorted(one for one in things if kind_of(one) == "place"), pa.string())
    found = nodes.filter(pc.is_in(nodes["iri"], names))
    columns = [found[name].to_pylist() for name in ("iri", *_LEVEL)]
    return set(zip(*columns, strict=True))
