"""Every thing that can stand at an end of a relation, and what stands for it at each level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from ..ontology import terms as t
from .engine import Store
from .fill import rows
from .names import LEVELS
from .refs import kind_of

__all__ = [
    "STEPS",
    "Thing",
    "label_of",
    "nodes_table",
    "places_of",
    "stands_for",
    "things",
    "things_of",
]

STEPS: Final = ("body", "county", "prefecture", "province")
"""The levels of a projection, from the finest to the coarsest."""

_ORDER: Final = tuple(LEVELS.values())
_MUNICIPALITIES: Final = ("11", "12", "31", "50")
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
_EVENT_KINDS = f"{_PREFIXES}SELECT DISTINCT ?e ?kind WHERE {{ ?e bf:eventKind ?kind }}"
_STAGES = f"{_PREFIXES}SELECT DISTINCT ?e ?stage WHERE {{ ?x bf:stage ?stage ; bf:canonical ?e }}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What a node is: its name, kind, level and code, and the places that it lies in.

    `stage` is the code of a school's stage, "" where none is told.
    """

    iri: str
    label: str
    kind: str
    level: str | None = None
    adcode: str | None = None
    within: frozenset[str] = field(default_factory=frozenset)
    stage: str = ""


def things(store: Store) -> dict[str, Thing]:
    """Every canonical entity and every event, by IRI."""
    labels: dict[str, str] = {}
    for e, label in sorted([*rows(store, _LABELS), *rows(store, _EVENTS)]):
        labels.setdefault(e, label)
    for e, kind in sorted(rows(store, _EVENT_KINDS)):
        labels.setdefault(e, _code(kind))
    levels: dict[str, str] = {}
    for e, kind in sorted(rows(store, _LEVELS)):
        levels.setdefault(e, LEVELS[kind])
    codes = {row[0]: row[1] for row in sorted(rows(store, _CODES), reverse=True)}
    stages = {e: _code(stage) for e, stage in sorted(rows(store, _STAGES), reverse=True)}
    within: dict[str, set[str]] = {}
    for e, place in rows(store, _WITHIN):
        within.setdefault(e, set()).add(place)
    # many lie in the same places: one set for all of them is a third of the memory
    shared: dict[frozenset[str], frozenset[str]] = {}
    around = {
        e: shared.setdefault(one, one) for e, some in within.items() for one in [frozenset(some)]
    }
    return {
        e: Thing(
            iri=e,
            label=label,
            kind=kind_of(e),
            level=levels.get(e),
            adcode=codes.get(e),
            within=around.get(e, frozenset()),
            stage=stages.get(e, ""),
        )
        for e, label in sorted(labels.items())
    }


def stands_for(known: Mapping[str, Thing], entity: str, level: str) -> str:
    """The node that stands for `entity` at `level`.

    Its place of that level; a functional area counts as a county where no county is known. What is
    wider than the level stays itself, except that a municipality stands for its counties as a
    prefecture does; a county under no prefecture stays itself too. A group stands for its nearest
    place. Anything else without such a place stays itself.
    """
    thing = known.get(entity)
    if level == "body" or thing is None or thing.kind == "event":
        return entity
    own = places_of(known, thing)
    wanted = own.get(level)
    if wanted is None and level == "county":
        wanted = own.get("functionalArea")
    if wanted is None and level == "prefecture":
        province = own.get("province")
        if province and (known[province].adcode or "").startswith(_MUNICIPALITIES):
            wanted = province
        elif province:
            wanted = own.get("county")
    if wanted is None and thing.kind == "group" and own:
        wanted = own[max(own, key=_ORDER.index)]
    return wanted or entity


def places_of(known: Mapping[str, Thing], thing: Thing) -> dict[str, str]:
    """Level → the place of that level that `thing` is or lies in."""
    found: dict[str, str] = {}
    for place in sorted({*thing.within, *([thing.iri] if thing.kind == "place" else ())}):
        level = known[place].level if place in known else None
        if level is not None:
            found.setdefault(level, place)
    return found


def nodes_table(store: Store) -> Any:
    """All things of `store` as an Arrow table: the `nodes` of :class:`.edges.EdgeTable`."""
    known = things(store)
    columns: dict[str, list[Any]] = {
        "iri": [*known],
        "label": [one.label for one in known.values()],
        "kind": [one.kind for one in known.values()],
        "level": [one.level or "" for one in known.values()],
        "adcode": [one.adcode or "" for one in known.values()],
        "stage": [one.stage for one in known.values()],
    }
    made = {name: pa.array(column, pa.string()) for name, column in columns.items()}
    within = pa.array((sorted(one.within) for one in known.values()), pa.list_(pa.string()))
    made["within"] = within
    for step in STEPS[1:]:
        made[f"at_{step}"] = pa.array((stands_for(known, iri, step) for iri in known), pa.string())
    return pa.table(made)


def things_of(nodes: Any) -> dict[str, Thing]:
    """The things of a `nodes` table, by IRI."""
    columns = [nodes[name].to_pylist() for name in ("iri", "label", "kind", "level", "adcode")]
    # as one text they are split once of thousands that lie in the same places
    shared: dict[str, frozenset[str]] = {}
    within = pc.binary_join(nodes["within"], " ").to_pylist()
    for around in within:
        if around not in shared:
            shared[around] = frozenset(around.split())
    return {
        iri: Thing(
            iri=iri,
            label=label,
            kind=kind,
            level=level or None,
            adcode=code or None,
            within=shared[around],
            stage=stage,
        )
        for iri, label, kind, level, code, stage, around in zip(
            *columns, nodes["stage"].to_pylist(), within, strict=True
        )
    }


def _code(iri: str) -> str:
    """The last part of the IRI of a concept."""
    return iri.rpartition("/")[2]


def label_of(labels: Mapping[str, str], one: str) -> str:
    """The label of a thing, the IRI itself where none is known."""
    return labels.get(one) or one
