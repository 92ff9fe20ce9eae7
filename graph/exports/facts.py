"""The facts of a store as rows, each with both ends, their places, its proofs and its figures."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ...ontology import terms as t
from ...ontology.messages import say
from ...ontology.nt import value
from ..edgecache import edge_table
from ..engine import Store
from ..evidence import Passage, passages
from ..relations import Relation, of_kinds, rows_of
from ..things import Thing, places_of, things_of

__all__ = [
    "KINDS",
    "FactRow",
    "Facts",
    "SourceLine",
    "facts_in",
    "rights_in",
    "sources_in",
]

KINDS: Final = ("assistance", "secondment", "posting", "event")
_LEVELS: Final = ("county", "prefecture", "province")
_FIGURES: Final = f"""
SELECT DISTINCT ?fact ?unit ?measure ?value ?least ?most ?goods ?asOf WHERE {{
  ?one <{t.ABOUT}> ?fact ; <{t.UNIT}> ?unit ; <{t.MEASURE}> ?measure .
  OPTIONAL {{ ?one <{t.VALUE}> ?value }} OPTIONAL {{ ?one <{t.MIN_VALUE}> ?least }}
  OPTIONAL {{ ?one <{t.MAX_VALUE}> ?most }} OPTIONAL {{ ?one <{t.GOODS}> ?goods }}
  OPTIONAL {{ ?one <{t.AS_OF}> ?asOf }}
}}"""
_SOURCES: Final = f"""
SELECT DISTINCT ?source ?property ?value WHERE {{
  VALUES ?property {{
    <{t.DCT_SOURCE}> <{t.DCT_TITLE}> <{t.DCT_PUBLISHER}> <{t.DCT_ISSUED}> <{t.DCT_RIGHTS}>
    <{t.SOURCE_CLASS}>
  }}
  GRAPH ?source {{ ?source <{t.RDF_TYPE}> <{t.A_SOURCE}> ; ?property ?value }}
}}"""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """A source: where it is, what it is, and what may be done with it."""

    iri: str
    address: str
    title: str = ""
    publisher: str = ""
    issued: str = ""
    rights: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactRow:
    """A fact as an arrow, with what is known of it; `places` are those of an end by level.

    `figures` are texts (``cumulative 294 person``), `voices` the sources that no other repeats.
    """

    relation: Relation
    source: Thing
    target: Thing
    source_places: Mapping[str, str]
    target_places: Mapping[str, str]
    person: str
    programme: str
    figures: tuple[str, ...]
    passages: tuple[Passage, ...]
    voices: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """All facts of some kinds, sorted by kind, names of the ends and IRI, and all sources."""

    rows: tuple[FactRow, ...]
    sources: tuple[SourceLine, ...]


def facts_in(store: Store, kinds: Iterable[str] = KINDS, *, proven: bool = True) -> Facts:
    """The facts of these `kinds` in `store`, with their passages if `proven`."""
    table = edge_table(store)
    known = things_of(table.nodes)
    found = list(rows_of(of_kinds(table.edges, tuple(kinds))))
    proofs = passages(store, {one.fact for one in found}) if proven else {}
    figures = _figures(store)
    original = {
        value(repost): value(first)
        for graph, repost, first in store.statements(t.REPOST_OF)
        if graph == t.DERIVED_GRAPH
    }
    rows = [
        FactRow(
            relation=one,
            source=(source := _thing(known, one.source)),
            target=(target := _thing(known, one.target)),
            source_places=_places(known, source),
            target_places=_places(known, target),
            person=known[one.person].label if one.person in known else "",
            programme=known[one.programme].label if one.programme in known else "",
            figures=tuple(sorted(figures.get(one.fact, ()))),
            passages=proofs.get(one.fact, ()),
            voices=len({original.get(source, source) for source in one.sources}),
        )
        for one in found
    ]
    rows.sort(key=_order)
    return Facts(rows=tuple(rows), sources=sources_in(store))


def _order(row: FactRow) -> tuple[object, ...]:
    one = row.relation
    return (KINDS.index(one.kind), row.source.label, row.target.label, one.fact, one.person)


def _thing(known: Mapping[str, Thing], iri: str) -> Thing:
    return known.get(iri) or Thing(iri=iri, label=iri.rpartition("/")[2], kind="institution")


def _places(known: Mapping[str, Thing], thing: Thing) -> dict[str, str]:
    """Level → name of the place there; a functional area is given where no county is known."""
    own = places_of(known, thing)
    if "county" not in own and "functionalArea" in own:
        own["county"] = own["functionalArea"]
    return {level: known[own[level]].label for level in _LEVELS if level in own}


def _figures(store: Store) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in store.select(_FIGURES).rows:
        fact, unit, measure, exact, least, most, goods, day = (
            "" if cell is None else value(cell) for cell in row
        )
        number = exact or "–".join((least, most)).strip("–")
        number = f"≥{least}" if not exact and least and not most else number
        number = f"≤{most}" if not exact and most and not least else number
        parts = (_code(measure), number, _code(unit), goods, day and f"({day})")
        found[fact].add(" ".join(part for part in parts if part))
    return found


def rights_in(store: Store) -> str:
    """The rights notes of all sources, each once, behind a word on them; "" if none has one."""
    notes = sorted({one.rights for one in sources_in(store) if one.rights})
    return f"{say('export.rights', 'en')} {'; '.join(notes)}" if notes else ""


def sources_in(store: Store) -> tuple[SourceLine, ...]:
    """Every source with its title, rights and class, by address."""
    said: dict[str, dict[str, str]] = {}
    names = {
        t.DCT_SOURCE: "address",
        t.DCT_TITLE: "title",
        t.DCT_PUBLISHER: "publisher",
        t.DCT_ISSUED: "issued",
        t.DCT_RIGHTS: "rights",
        t.SOURCE_CLASS: "kind",
    }
    for row in sorted(store.select(_SOURCES).rows, reverse=True):
        source, predicate, told = (value(cell or "") for cell in row)
        name = names[predicate]
        said.setdefault(source, {})[name] = _code(told) if name == "kind" else told
    lines = (SourceLine(iri=iri, **{"address": iri} | told) for iri, told in said.items())
    return tuple(sorted(lines, key=lambda line: (line.address, line.iri)))


def _code(iri: str) -> str:
    return iri.rpartition("/")[2]
