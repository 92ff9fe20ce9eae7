"""The labelled pairs of ``tests/gold/identity/pairs.tsv`` as stores of two sources each.

A body has its name, the place that its document names and its other names (``|`` between). A person
has ``body|place|title|year``, or ``>from>to|title|year`` for one who was sent; ``@`` before a place
that somebody holds office in. A place has the place around it and its code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bangfu.graph.derive import derived
from bangfu.graph.reasons import proposals
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders.former_triples import former_triples
from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.naming import body_place, core_name, parse_body
from bangfu.loaders.suffixes import last_suffix
from bangfu.ontology import terms as t
from bangfu.ontology.dates import PartialDate
from bangfu.ontology.identity import place_iri, scoped_iri, source_iri
from bangfu.ontology.nt import Triple, literal, value
from bangfu.ontology.records import (
    Entity,
    Evidence,
    Institution,
    Kind,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Reading,
    School,
    Secondment,
    Source,
)

PAIRS = Path(__file__).resolve().parents[1] / "gold" / "identity" / "pairs.tsv"
_WORDS = "这里说的是谁，做了什么。"


@dataclass(frozen=True, slots=True)
class Trap:
    """One labelled pair: `truth` is same, different or unsure."""

    kind: str
    a: tuple[str, str, str]
    b: tuple[str, str, str]
    truth: str


def traps() -> list[Trap]:
    """All labelled pairs."""
    lines = PAIRS.read_text(encoding="utf-8").splitlines()[1:]
    cells = [line.split("\t") for line in lines]
    return [Trap(c[0], (c[1], c[2], c[3]), (c[4], c[5], c[6]), c[7]) for c in cells]


def outcome(trap: Trap, store: Store | None = None) -> str:
    """``merged``, ``proposed`` or ``apart``: what becomes of the two."""
    found = store or open_store(None)
    ends = []
    for source, side in (("a", trap.a), ("b", trap.b)):
        reading, end = _reading(trap.kind, source, *side)
        put(found, reading)
        ends.append(end)
    if trap.kind == "place":
        found.put(*_former(frozenset((trap.a[0], trap.b[0]))))
    triples = derived(found.statements).triples
    found.replace_graph(t.DERIVED_GRAPH, triples)
    who = {value(s): value(o) for s, p, o in triples if p == f"<{t.CANONICAL}>"}
    one, other = (who[end] for end in ends)
    if one == other:
        return "merged"
    pair = {one, other}
    return "proposed" if any({p.a, p.b} == pair for p in proposals(found, 1000)) else "apart"


@cache
def _former(names: frozenset[str]) -> tuple[str, list[Triple]]:
    """What the table of former names says of these names."""
    source, triples = _all_former()
    labels = {literal(name, language="zh") for name in names}
    facts = {s for s, p, o in triples if p == f"<{t.SKOS_PREF_LABEL}>" and o in labels}
    return source, [one for one in triples if one[0] in facts or one[0] == f"<{source}>"]


_all_former = cache(former_triples)


def _reading(kind: str, source: str, name: str, place: str, more: str) -> tuple[Reading, str]:
    iri = source_iri(source)
    entities: list[Entity] = []
    facts: list[object] = []
    if kind == "place":
        entities += _place(iri, name, place, more)
    elif kind == "body":
        entities += _body(iri, name, place, tuple(filter(None, more.split("|"))))
    else:
        person = Person(iri=scoped_iri(iri, Kind.PERSON, name), name=name)
        entities.append(person)
        facts += _facts(iri, person, more, entities)
    text = Source(iri=iri, address=source, sha256="0" * 64, text=_WORDS)
    return Reading(source=text, entities=tuple(entities), facts=tuple(facts)), entities[0].iri  # type: ignore[arg-type]


def _facts(iri: str, person: Person, more: str, entities: list[Entity]) -> Iterator[object]:
    proof = (Evidence(quote="这", start=0, end=1, raw_start=0, raw_end=1, method="t:1"),)
    if more.startswith(">"):
        route, title, year = more[1:].split("|")
        start, end = (_division(code) for code in route.split(">"))
        entities += [*start, *end]
        yield Secondment(
            person=person,
            origin=start[0],
            destination=end[0],
            title=title,
            since=PartialDate(int(year)) if year else None,
            evidence=proof,
        )
        return
    body, place, title, year = more.split("|")
    if not body:
        return
    made = _division(place) if body.startswith("@") else _body(iri, body, place, ())
    entities += made
    since = PartialDate(int(year)) if year else None
    yield Posting(person=person, organization=made[0], title=title, since=since, evidence=proof)


def _body(iri: str, name: str, place: str, aliases: tuple[str, ...]) -> list[Entity]:
    code = body_place(name, {place} if place else ()) or place
    if place and code[:2] != place[:2]:
        code = place  # 南开中学 in 重庆: the document knows better than a name without 区
    around = _division(code) if code else []
    located = around[0].iri if around else None
    ending = last_suffix(name)
    core = core_name(name)
    made: Entity
    if ending is not None and ending.kind is Kind.SCHOOL:
        own = scoped_iri(iri, Kind.SCHOOL, name)
        stage = parse_body(name).stage
        made = School(
            iri=own, name=name, aliases=aliases, core_name=core, stage=stage, located_in=located
        )
    else:
        own = scoped_iri(iri, Kind.INSTITUTION, name)
        made = Institution(iri=own, name=name, aliases=aliases, core_name=core, located_in=located)
    return [made, *around]


def _place(iri: str, name: str, around: str, code: str) -> list[Entity]:
    if code:
        found = divisions().by_code(code)
        if found is not None:
            return list(_division(code))
        return [Place(iri=place_iri(code), name=name, adcode=code, level=PlaceLevel.COUNTY)]
    parents = _division(around) if around else []
    own = scoped_iri(iri, Kind.PLACE, name)
    part_of = parents[0].iri if parents else None
    return [Place(iri=own, name=name, level=PlaceLevel.COUNTY, part_of=part_of), *parents]


def _division(code: str) -> list[Entity]:
    chain = divisions().chain(code)
    iris = [place_iri(one.adcode) for one in chain]
    return [
        Place(
            iri=iris[n],
            name=one.name,
            aliases=tuple(sorted({*one.former_names} - {one.name})),
            adcode=one.adcode,
            level=one.level,
            part_of=iris[n + 1] if n + 1 < len(chain) else None,
        )
        for n, one in enumerate(chain)
    ]
