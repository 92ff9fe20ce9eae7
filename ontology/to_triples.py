"""A reading → triples: one named node for every thing, fact, passage and note."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from . import terms as t
from .canonical import gather
from .forms import ENTITIES, EVIDENCE, FACTS, LEVELS, NOTE, PARTICIPATION, SOURCE, Form, ref
from .identity import evidence_iri, fact_iri, participation_iri
from .nt import Triple
from .records import Assistance, Entity, Event, Fact, Group, Observation, Place, Reading

__all__ = ["reading_triples", "triples_of"]

_Say: TypeAlias = Callable[[Triple], None]

_FORMS = {form.record: form for form in (*ENTITIES, *FACTS)}
_TYPE, _ABOUT, _PARTICIPATION, _EVIDENCE, _SOURCE, _OF_SOURCE = map(
    ref, (t.RDF_TYPE, t.ABOUT, t.PARTICIPATION, t.EVIDENCE, t.SOURCE, t.OF_SOURCE)
)
_GROUP_ASSISTANCE = ref(t.A_GROUP_ASSISTANCE)


def reading_triples(reading: Reading) -> list[Triple]:
    """All that `reading` says, sorted and unique; the text of its source is ``bf:cleanText``.

    The reading is made canonical first. Raises :class:`ValueError` where an IRI is none, or is two
    kinds of thing, and :class:`TypeError` for a thing of no kind (a bare ``Entity``).
    """
    return sorted(set(triples_of(reading)))


def triples_of(reading: Reading) -> Iterator[Triple]:
    """The same triples one after the other, in no order that counts: for a reading of millions."""
    gathered = gather(reading)
    said: list[Triple] = []
    say = said.append
    source = ref(reading.source.iri)
    _describe(say, source, SOURCE, reading.source)
    for entity in gathered.entities.values():
        _describe_entity(say, entity)
        yield from said
        said.clear()
    for iri, fact in gathered.facts.items():
        _describe_fact(say, iri, reading.source.iri, fact)
        yield from said
        said.clear()
    for iri, note in gathered.notes.items():
        _describe(say, ref(iri), NOTE, note)
        say((ref(iri), _OF_SOURCE, source))
    yield from said


def _describe_entity(say: _Say, entity: Entity) -> None:
    form = _FORMS.get(type(entity))
    if form is None:
        raise TypeError(f"a thing of no kind: {entity!r}")
    node = ref(entity.iri)
    _describe(say, node, form, entity)
    if isinstance(entity, Place):
        say((node, _TYPE, LEVELS[entity.level]))


def _describe_fact(say: _Say, iri: str, source: str, fact: Fact[Entity]) -> None:
    node = ref(iri)
    _describe(say, node, _FORMS[type(fact)], fact)
    for object_ in _links(say, iri, source, fact):
        say((node, *object_))
    for passage in fact.evidence:
        proof = ref(evidence_iri(iri, passage))
        _describe(say, proof, EVIDENCE, passage)
        say((node, _EVIDENCE, proof))
        say((proof, _SOURCE, ref(source)))


def _links(say: _Say, iri: str, source: str, fact: Fact[Entity]) -> Iterator[tuple[str, str]]:
    """What a fact says beyond its form: predicate and object."""
    match fact:
        case Assistance():
            sides_are_groups = isinstance(fact.helper, Group) or isinstance(fact.recipient, Group)
            if sides_are_groups or fact.matching is not None:
                yield _TYPE, _GROUP_ASSISTANCE
        case Event():
            for part in fact.participations:
                taking_part = ref(participation_iri(iri, part))
                _describe(say, taking_part, PARTICIPATION, part)
                yield _PARTICIPATION, taking_part
        case Observation():
            about = fact.about
            yield _ABOUT, ref(about.iri if isinstance(about, Entity) else fact_iri(source, about))


def _describe(say: _Say, node: str, form: Form, record: object) -> None:
    say((node, _TYPE, form.rdf_type))
    for slot in form.slots:
        value = getattr(record, slot.field)
        if value is None:
            continue
        write = slot.codec.write
        for one in value if slot.many else (value,):
            say((node, slot.predicate, write(one)))
