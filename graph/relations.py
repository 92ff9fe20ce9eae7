"""Every relation that the facts state, between canonical ends: what networks are made of.

Each relation comes once, however many graphs repeat a triple of it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import TypeAlias

from ..ontology import terms as t
from ..ontology.nt import value
from .engine import Store
from .fill import rows
from .names import LEVELS

__all__ = ["Relation", "Thing", "relations", "things"]

_PREFIXES = "".join(f"PREFIX {name}: <{t.PREFIXES[name]}>\n" for name in ("bf", "skos"))


# A name or a type stands in every source that knows the thing, in the derived graph once.
_DERIVED = f"{_PREFIXES}SELECT DISTINCT %s WHERE {{ GRAPH <{t.DERIVED_GRAPH}> {{ %s }} }}"
_LABELS = _DERIVED % ("?e ?label", '?e skos:prefLabel ?label . FILTER(LANG(?label) = "zh")')
_LEVELS = _DERIVED % (
    "?e ?type",
    f"VALUES ?type {{ {' '.join(f'<{one}>' for one in LEVELS)} }} ?e a ?type",
)
_CODES = _DERIVED % ("?e ?code", "?e bf:adcode ?code")
_WITHIN = _DERIVED % ("?e ?p", "?e bf:within ?p")
_EVENTS = f"{_PREFIXES}SELECT DISTINCT ?e ?label WHERE {{ ?e a bf:Event ; skos:prefLabel ?label }}"

_Many: TypeAlias = dict[str, list[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A fact as an arrow between two canonical things.

    `kind` is assistance, secondment, posting or event; `code` the modality or the role. A
    secondment goes from the sending to the receiving body; where one of them is not known, the
    `person` stands for it. An event's arrow goes from who takes part to the event itself.
    `figures` are (measure, number) of persons told about the fact.
    """

    kind: str
    fact: str
    source: str
    target: str
    code: str = ""
    person: str = ""
    programme: str = ""
    status: str = "unknown"
    since: str = ""
    until: str = ""
    sources: tuple[str, ...] = ()
    confidence: float = 0.0
    figures: tuple[tuple[str, int], ...] = ()
    reference: bool = False
    """Whether only reference tables state it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a node is: its name, kind, level and code, and the places that it lies in."""

    iri: str
    label: str
    kind: str
    level: str | None = None
    adcode: str | None = None
    within: frozenset[str] = field(default_factory=frozenset)


def relations(store: Store, kinds: Collection[str]) -> list[Relation]:
    """The relations of these `kinds`, sorted by kind, fact and ends."""
    who = {entity: min(found) for entity, found in _said(store, t.CANONICAL).items()}
    ends: set[tuple[str, str, str, str, str, str]] = set()
    if "assistance" in kinds:
        helpers, how = _said(store, t.HELPER), _said(store, t.MODALITY)
        for f, helped in _said(store, t.RECIPIENT).items():
            for a, b in product(_known(who, helpers.get(f)), _known(who, helped)):
                ends.add(("assistance", f, a, b, _code(how.get(f, [""])[0]), ""))
    if "posting" in kinds or "secondment" in kinds:
        persons = _said(store, t.PERSON)
    if "posting" in kinds:
        for f, bodies in _said(store, t.ORGANIZATION).items():
            for a, b in product(_known(who, persons.get(f)), _known(who, bodies)):
                ends.add(("posting", f, a, b, "", ""))
    if "secondment" in kinds:
        origins, goals = _said(store, t.FROM), _said(store, t.TO)
        for f in origins.keys() | goals.keys():
            for p in _known(who, persons.get(f)):
                a, b = (next(_known(who, side.get(f)), p) for side in (origins, goals))
                ends.add(("secondment", f, a, b, "secondment", p))
    if "event" in kinds:
        who_took_part, roles = _said(store, t.PARTICIPANT), _said(store, t.ROLE)
        for f, parts in _said(store, t.PARTICIPATION).items():
            for part in parts:
                for a in _known(who, who_took_part.get(part)):
                    ends.add(("event", f, a, f, _code(roles.get(part, [""])[0]), ""))
    status, since, until = (_said(store, one) for one in (t.STATUS, t.SINCE, t.UNTIL))
    under = _said(store, t.PROGRAMME)
    proofs, sure = _said(store, t.EVIDENCE), _said(store, t.CONFIDENCE)
    of_source = _said(store, t.SOURCE)
    table = t.concept("sourceClass", "reference")
    tables = {one for one, kinds in _said(store, t.SOURCE_CLASS).items() if table in kinds}

    def behind(fact: str) -> set[str]:
        return {source for proof in proofs.get(fact, ()) for source in of_source.get(proof, ())}

    figures = _figures(store)
    return [
        Relation(
            kind=kind,
            fact=f,
            source=a,
            target=b,
            code=code,
            person=p,
            programme=next(_known(who, under.get(f)), ""),
            status=_code(status.get(f, ["unknown"])[0]),
            since=since.get(f, [""])[0],
            until=until.get(f, [""])[0],
            sources=tuple(sorted(behind(f))),
            confidence=max(
                (float(c) for e in proofs.get(f, ()) for c in sure.get(e, ())), default=0
            ),
            figures=tuple(sorted(figures.get(f, ()))),
            reference=bool(behind(f)) and behind(f) <= tables,
        )
        for kind, f, a, b, code, p in sorted(ends)
    ]


def things(store: Store) -> dict[str, Thing]:
    """Every canonical entity and every event, by IRI."""
    labels: dict[str, str] = {}
    for e, label in sorted([*rows(store, _LABELS), *rows(store, _EVENTS)]):
        labels.setdefault(e, label)
    for e, kinds in _said(store, t.EVENT_KIND).items():
        labels.setdefault(e, _code(kinds[0]))
    levels: dict[str, str] = {}
    for e, kind in sorted(rows(store, _LEVELS)):
        levels.setdefault(e, LEVELS[kind])
    codes = {row[0]: row[1] for row in sorted(rows(store, _CODES), reverse=True)}
    within: dict[str, set[str]] = {}
    for e, place in rows(store, _WITHIN):
        within.setdefault(e, set()).add(place)
    return {
        e: Thing(
            iri=e,
            label=label,
            kind=e.removeprefix(t.ID).partition("/")[0],
            level=levels.get(e),
            adcode=codes.get(e),
            within=frozenset(within.get(e, ())),
        )
        for e, label in sorted(labels.items())
    }


def _said(store: Store, predicate: str) -> _Many:
    """Subject → its objects for `predicate`, as plain text, sorted; repeats in graphs are one.

    A scan of one predicate and joins in Python: on disk a third of the time of SELECTs that join.
    """
    found: dict[str, set[str]] = {}
    for _, subject, object_ in store.statements(predicate):
        found.setdefault(subject, set()).add(object_)
    return {value(one): sorted(map(value, objects)) for one, objects in found.items()}


def _known(who: dict[str, str], entities: Iterable[str] | None) -> Iterator[str]:
    """The canonical entities behind `entities`."""
    return (who[entity] for entity in entities or () if entity in who)


def _figures(store: Store) -> dict[str, set[tuple[str, int]]]:
    """Fact → (measure, number) of every exact number of persons that is told about it."""
    units, measures, values = (_said(store, one) for one in (t.UNIT, t.MEASURE, t.VALUE))
    found: dict[str, set[tuple[str, int]]] = {}
    for one, about in _said(store, t.ABOUT).items():
        if units.get(one) == [t.concept("unit", "person")]:
            for number in values.get(one, ()):
                measure = _code(measures.get(one, [""])[0])
                for fact in about:
                    found.setdefault(fact, set()).add((measure, int(number)))
    return found


def _code(iri: str) -> str:
    """The last part of the IRI of a concept."""
    return iri.rpartition("/")[2]
