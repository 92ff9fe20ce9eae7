"""What each source told, flat and by canonical things, so that sources can be held side by side."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.nt import iri, value
from .engine import Store
from .fill import rows
from .outward import rows_about
from .said import NO_SOURCES
from .scan import held

__all__ = [
    "Told",
    "World",
    "canonical_of",
    "each_of",
    "ends_of",
    "facts_around",
    "key_of",
    "names_of",
    "told",
    "world",
]

ENDS: Final = {
    "helper": t.HELPER,
    "recipient": t.RECIPIENT,
    "programme": t.PROGRAMME,
    "batch": t.BATCH,
    "person": t.PERSON,
    "organization": t.ORGANIZATION,
    "from": t.FROM,
    "to": t.TO,
    "venue": t.VENUE,
    "about": t.ABOUT,
}
SAYS: Final = {
    "modality": t.MODALITY,
    "status": t.STATUS,
    "matching": t.MATCHING,
    "since": t.SINCE,
    "until": t.UNTIL,
    "title": t.TITLE,
    "name": t.SKOS_PREF_LABEL,
    "eventKind": t.EVENT_KIND,
    "unit": t.UNIT,
    "measure": t.MEASURE,
    "value": t.VALUE,
    "min": t.MIN_VALUE,
    "max": t.MAX_VALUE,
    "asOf": t.AS_OF,
    "goods": t.BF + "goods",
}
KINDS: Final = {
    t.A_ASSISTANCE: "assistance",
    t.A_POSTING: "posting",
    t.A_SECONDMENT: "secondment",
    t.A_EVENT: "event",
    t.A_OBSERVATION: "observation",
}
_BATCH: Final = 400
_PREFIX: Final = f"PREFIX bf: <{t.BF}>\n"
_AROUND: Final = f"""{_PREFIX}SELECT DISTINCT ?f WHERE {{
  {{ SELECT DISTINCT ?e WHERE {{ ?e bf:within? ?entity }} }}
  ?e0 bf:canonical ?e .
  {{ ?f ?end ?e0 FILTER(?end IN ({", ".join(f"<{end}>" for end in ENDS.values())})) }}
  UNION {{ ?part bf:participant ?e0 . ?f bf:participation ?part }}
  ?f bf:evidence ?proof }}"""
_ABOUT: Final = f"{_PREFIX}SELECT DISTINCT ?f ?o WHERE {{ VALUES ?f {{ FACTS }} ?o bf:about ?f }}"
_RIVALS: Final = f"""{_PREFIX}SELECT DISTINCT ?other WHERE {{ VALUES ?f {{ FACTS }}
  ?f bf:recipient ?r0 . ?r0 bf:canonical ?r . ?r1 bf:canonical ?r . ?other bf:recipient ?r1 }}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One fact of one source: its ends as canonical IRIs, and what else it says as plain text.

    `about` is what an observation counts: a canonical thing, or the IRI of a fact. Codes are codes.
    """

    iri: str
    kind: str
    source: str
    ends: Mapping[str, frozenset[str]]
    says: Mapping[str, str]

    def end(self, role: str) -> str:
        """The one end in that role; "" where there is none or are several."""
        found = self.ends.get(role, frozenset())
        return next(iter(found)) if len(found) == 1 else ""

    def day(self, name: str) -> PartialDate | None:
        """The date under that name."""
        text = self.says.get(name)
        return PartialDate.parse(text) if text else None


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Facts by IRI, with what is known of their sources."""

    facts: Mapping[str, Told]
    issued: Mapping[str, PartialDate]
    voice: Mapping[str, str]
    classes: Mapping[str, str]

    def voices(self, sources: Iterable[str]) -> int:
        """How many independent voices stand behind `sources`: a repost repeats one."""
        return len({self.voice.get(source, source) for source in sources})


def world(store: Store, facts: Collection[str] | None = None) -> World:
    """The facts of all sources, or those among `facts`, with the dates and classes of sources."""
    found = told(store, facts)
    # of a few facts only their sources are asked
    sources = None if facts is None else {one.source for one in found.values()}
    return World(
        facts=found,
        issued={s: PartialDate.parse(day) for s, day in _own(store, t.DCT_ISSUED, sources)},
        voice={value(s): value(o) for _, s, o in store.statements(t.REPOST_OF)},
        classes={s: _code(kind) for s, kind in _own(store, t.SOURCE_CLASS, sources)},
    )


def _own(store: Store, predicate: str, sources: Collection[str] | None) -> list[tuple[str, str]]:
    """(source, text) of what sources say of themselves, sorted."""
    if sources is None:
        return sorted((s, text) for graph, s, text in held(store, predicate) if s == graph)
    query = f"SELECT ?s ?o {{ VALUES ?s {{ %s }} GRAPH ?s {{ ?s <{predicate}> ?o }} }}"
    return sorted((row[0], row[1]) for row in rows_about(store, query, sources))


def told(store: Store, facts: Collection[str] | None = None) -> dict[str, Told]:
    """Facts by IRI, sorted: all of them, or those among `facts`."""
    tables = {**ENDS, **SAYS, "type": t.RDF_TYPE, "proof": t.EVIDENCE}
    said = _all(store, tables) if facts is None else _some(store, tables, facts)
    ends = {e for one in said.values() for role in ENDS for e in one.get(role, ())}
    known = canonical_of(store, None if facts is None else ends)
    found: dict[str, Told] = {}
    for (fact, graph), one in sorted(said.items()):
        kinds = sorted(KINDS[kind] for kind in one.get("type", ()) if kind in KINDS)
        if not kinds or "proof" not in one:
            continue
        found[fact] = Told(
            iri=fact,
            kind=kinds[0],
            source=graph,
            ends={
                role: frozenset(known.get(end, end) for end in one[role])
                for role in ENDS
                if role in one
            },
            says={name: _code(min(one[name])) for name in SAYS if one.get(name)},
        )
    return found


def key_of(one: Told, among: Mapping[str, Told]) -> tuple[str, ...]:
    """What a fact is about, the same in every source: its kind, its ends and how.

    Programme, dates, status and figures are left out: in these, sources may differ. () for a fact
    that lacks what would make it comparable.
    """
    match one.kind:
        case "assistance":
            ends = (one.end("helper"), one.end("recipient"), one.says.get("modality", ""))
        case "posting":
            ends = (one.end("person"), one.end("organization"), one.says.get("title", ""))
        case "secondment":
            ends = (one.end("person"), one.end("from"), one.end("to"))
        case "event":
            name = one.says.get("name", "")
            ends = (name, one.says.get("eventKind", ""), one.end("programme") or one.end("venue"))
        case _:
            about = one.end("about")
            if about in among:
                thing = key_of(among[about], among)
                if not thing:
                    return ()
                about = " ".join(thing)
            what = (one.says.get("unit", ""), one.says.get("measure", ""))
            return (one.kind, about, *what, one.says.get("goods", "")) if about else ()
    lacking = not all(ends) if one.kind != "secondment" else not (ends[0] and (ends[1] or ends[2]))
    if one.kind == "event":
        lacking = not ends[0]
    return () if lacking else (one.kind, *ends)


def ends_of(facts: Iterable[Told]) -> set[str]:
    """The IRIs of all things that stand in `facts`."""
    return {end for one in facts for some in one.ends.values() for end in some}


def facts_around(store: Store, entity: str) -> set[str]:
    """Facts about the entity or what lies in it, the figures about these, and what rivals them."""
    found = {f for (f,) in rows(store, _AROUND, entity=iri(entity))}
    found |= _more(store, _RIVALS, found)
    return found | _more(store, _ABOUT, found, at=1)


def canonical_of(store: Store, entities: Collection[str] | None) -> dict[str, str]:
    """Entity → canonical entity, for all or for those given."""
    if entities is None:
        return {value(s): value(o) for _, s, o in store.statements(t.CANONICAL)}
    found: dict[str, str] = {}
    query = f"SELECT DISTINCT ?e ?c WHERE {{ VALUES ?e {{ FACTS }} ?e <{t.CANONICAL}> ?c }}"
    for part in _parts(entities):
        found.update((e, c) for e, c in rows(store, query.replace("FACTS", part)))
    return found


def each_of(store: Store, query: str, things: Collection[str]) -> list[tuple[str, ...]]:
    """The rows of `query` for many IRIs at once: ``VALUES ?e { FACTS }`` in it holds them."""
    return [row for part in _parts(things) for row in rows(store, query.replace("FACTS", part))]


def names_of(store: Store, things: Collection[str]) -> dict[str, str]:
    """Canonical IRI → its Chinese name, for those of `things` that have one."""
    query = f"""SELECT DISTINCT ?e ?n WHERE {{ VALUES ?e {{ FACTS }}
      GRAPH <{t.DERIVED_GRAPH}> {{ ?e <{t.SKOS_PREF_LABEL}> ?n }} FILTER(LANG(?n) = "zh") }}"""
    known = [thing for thing in things if thing.startswith(("http", "urn:"))]
    return dict(
        sorted(
            (
                (e, n)
                for part in _parts(known)
                for e, n in rows(store, query.replace("FACTS", part))
            ),
            reverse=True,
        )
    )


_Said = dict[tuple[str, str], dict[str, set[str]]]


def _all(store: Store, tables: Mapping[str, str]) -> _Said:
    facts = {
        (value(s), graph) for graph, s, _ in store.statements(t.EVIDENCE) if graph not in NO_SOURCES
    }
    said: _Said = {fact: {} for fact in facts}
    for name, predicate in tables.items():
        for graph, subject, term in store.statements(predicate):
            one = said.get((subject[1:-1], graph))
            if one is not None:
                one.setdefault(name, set()).add(value(term))
    return said


def _some(store: Store, tables: Mapping[str, str], facts: Collection[str]) -> _Said:
    names = {predicate: name for name, predicate in tables.items()}
    query = "SELECT DISTINCT ?g ?f ?p ?o WHERE { VALUES ?f { FACTS } GRAPH ?g { ?f ?p ?o } }"
    said: _Said = {}
    for part in _parts(facts):
        for graph, fact, predicate, term in rows(store, query.replace("FACTS", part)):
            if predicate in names and graph not in NO_SOURCES:
                said.setdefault((fact, graph), {}).setdefault(names[predicate], set()).add(term)
    return said


def _more(store: Store, query: str, facts: Collection[str], at: int = 0) -> set[str]:
    return {row[at] for part in _parts(facts) for row in rows(store, query.replace("FACTS", part))}


def _parts(names: Collection[str]) -> list[str]:
    ordered = sorted(names)
    return [
        # iri() lets nothing pass that could end the term, so the text stays data
        " ".join(iri(one) for one in ordered[first : first + _BATCH])
        for first in range(0, len(ordered), _BATCH)
    ]


def _code(text: str) -> str:
    """The code of a concept, other text as it is."""
    return text.rpartition("/")[2] if text.startswith(t.CONCEPT) else text
