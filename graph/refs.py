"""IRIs → the canonical things behind them, with their names, in few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri as as_iri
from ..ontology.nt import value
from .engine import Store

__all__ = ["Ref", "asked_of", "kind_of", "references"]

_PREFIXES = "".join(f"PREFIX {name}: <{t.PREFIXES[name]}>\n" for name in ("bf", "skos"))
_NAMED = f"""{_PREFIXES}SELECT DISTINCT ?x ?c ?label WHERE {{
  VALUES ?x {{ %s }} ?x bf:canonical ?c .
  GRAPH <{t.DERIVED_GRAPH}> {{ ?c skos:prefLabel ?label }} FILTER(LANG(?label) = "zh") }}"""
_ITSELF = f"""{_PREFIXES}SELECT DISTINCT ?x ?label WHERE {{
  VALUES ?x {{ %s }}
  GRAPH <{t.DERIVED_GRAPH}> {{ ?x skos:prefLabel ?label }} FILTER(LANG(?label) = "zh") }}"""
_BATCH: Final = 400


@dataclass(frozen=True, slots=True, order=True)
class Ref:
    """Something that can be pointed at: its name, IRI and kind (the <kind> of the IRI)."""

    label: str
    iri: str
    kind: str


def references(store: Store, entities: Iterable[str]) -> dict[str, Ref]:
    """The canonical thing behind each of `entities` (IRIs), or the thing itself, with its name."""
    found: dict[str, Ref] = {}
    wanted = sorted(set(entities))
    for entity, canonical, label in sorted(asked_of(store, _NAMED, wanted)):
        found.setdefault(entity, Ref(label, canonical, kind_of(canonical)))
    rest = [entity for entity in wanted if entity not in found]
    for entity, label in sorted(asked_of(store, _ITSELF, rest)):
        found.setdefault(entity, Ref(label, entity, kind_of(entity)))
    return found


def asked_of(store: Store, query: str, iris: Iterable[str]) -> list[tuple[str, ...]]:
    """The rows of `query`, whose one ``%s`` stands for `iris`, as plain text."""
    wanted = list(dict.fromkeys(iris))
    found: list[tuple[str, ...]] = []
    for first in range(0, len(wanted), _BATCH):
        # as_iri() lets nothing pass that could end the term, so the text stays data
        names = " ".join(map(as_iri, wanted[first : first + _BATCH]))
        found += [
            tuple("" if cell is None else value(cell) for cell in row)
            for row in store.select(query % names).rows
        ]
    return found


def kind_of(iri: str) -> str:
    """The <kind> of an IRI of ours."""
    return iri.removeprefix(t.ID).partition("/")[0]
