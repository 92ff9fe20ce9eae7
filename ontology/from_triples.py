"""Triples → the reading that they were made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias, TypeVar, cast

from . import terms as t
from .canonical import canonical
from .errors import TermError
from .forms import ENTITIES, EVIDENCE, FACTS, LEVELS, NOTE, PARTICIPATION, SOURCE, Form, ref
from .nt import Triple, value
from .records import (
    Entity,
    Event,
    Evidence,
    Fact,
    Note,
    Observation,
    Participation,
    Place,
    Reading,
    Source,
)

__all__ = ["reading_from"]

_Nodes: TypeAlias = dict[str, dict[str, list[str]]]
"""Subject → predicate → objects, all of them terms."""

Ends = TypeVar("Ends")

_TYPE = ref(t.RDF_TYPE)
_LEVEL_OF = {term: level for level, term in LEVELS.items()}


def reading_from(triples: Iterable[Triple]) -> Reading:
    """The canonical reading that `triples`, one source's graph, say.

    Triples in other properties are passed over. Raises :class:`~.errors.TermError` unless there is
    exactly one source, and where a property that a record needs is missing or its value unknown.
    """
    nodes: _Nodes = {}
    for subject, predicate, object_ in dict.fromkeys(triples):  # a triple may come twice
        nodes.setdefault(subject, {}).setdefault(predicate, []).append(object_)
    sources = _of_type(nodes, SOURCE)
    if len(sources) != 1:
        raise TermError("quads.sources", count=len(sources))
    source: Source = _read(nodes, sources[0], SOURCE, {}, iri=value(sources[0]))
    entities = {
        value(node): _entity(nodes, node, form)
        for form in ENTITIES
        for node in _of_type(nodes, form)
    }
    facts: dict[str, Fact[Entity]] = {}
    for form in FACTS:  # observations come last: they are about the others
        for node in _of_type(nodes, form):
            facts[value(node)] = _fact(nodes, node, form, entities, facts)
    notes: list[Note] = [_read(nodes, node, NOTE, {}) for node in _of_type(nodes, NOTE)]
    return canonical(
        Reading(
            source=source,
            entities=tuple(entities.values()),
            facts=tuple(facts.values()),
            notes=tuple(notes),
        )
    )


def _of_type(nodes: _Nodes, form: Form) -> list[str]:
    return sorted(node for node, said in nodes.items() if form.rdf_type in said.get(_TYPE, ()))


def _entity(nodes: _Nodes, node: str, form: Form) -> Entity:
    more: dict[str, object] = {"iri": value(node)}
    if form.record is Place:
        levels = [_LEVEL_OF[term] for term in nodes[node][_TYPE] if term in _LEVEL_OF]
        if len(levels) != 1:
            raise TermError("quads.missing", node=value(node), term="rdf:type (level)")
        more["level"] = levels[0]
    return cast("Entity", _read(nodes, node, form, {}, **more))


def _fact(
    nodes: _Nodes,
    node: str,
    form: Form,
    entities: Mapping[str, Entity],
    facts: Mapping[str, Fact[Entity]],
) -> Fact[Entity]:
    evidence: list[Evidence] = [
        _read(nodes, proof, EVIDENCE, {}) for proof in nodes[node].get(ref(t.EVIDENCE), ())
    ]
    more: dict[str, object] = {"evidence": tuple(evidence)}
    if form.record is Event:
        parts: list[Participation[Entity]] = [
            _read(nodes, part, PARTICIPATION, entities)
            for part in nodes[node].get(ref(t.PARTICIPATION), ())
        ]
        more["participations"] = tuple(parts)
    if form.record is Observation:
        more["about"] = _end({**entities, **facts}, _only(nodes, node, ref(t.ABOUT)), node)
    return cast("Fact[Entity]", _read(nodes, node, form, entities, **more))


def _read(nodes: _Nodes, node: str, form: Form, ends: Mapping[str, Any], **more: object) -> Any:
    """The record that `node` is, by its form; `more` are the fields that the form leaves out."""
    said = nodes.get(node, {})
    values = more
    for slot in form.slots:
        objects = said.get(slot.predicate, [])
        read = _reader(slot.codec.read, node, slot.predicate)
        if slot.many:
            values[slot.field] = tuple(read(term) for term in objects)
        elif objects:
            term = min(objects)
            values[slot.field] = _end(ends, term, node) if slot.codec.end else read(term)
        elif not slot.has_default:
            if not slot.nullable:
                raise TermError("quads.missing", node=value(node), term=value(slot.predicate))
            values[slot.field] = None
    return form.record(**values)


def _reader(read: Callable[[str], Any], node: str, predicate: str) -> Callable[[str], Any]:
    def reading(term: str) -> Any:
        try:
            return read(term)
        except (KeyError, ValueError) as error:
            raise TermError(
                "quads.unknown", node=value(node), term=value(predicate), value=term
            ) from error

    return reading


def _only(nodes: _Nodes, node: str, predicate: str) -> str:
    objects = nodes[node].get(predicate, [])
    if not objects:
        raise TermError("quads.missing", node=value(node), term=value(predicate))
    return min(objects)


def _end(ends: Mapping[str, Ends], term: str, node: str) -> Ends:
    try:
        return ends[value(term)]
    except KeyError:
        raise TermError("quads.undescribed", node=value(node), value=value(term)) from None
