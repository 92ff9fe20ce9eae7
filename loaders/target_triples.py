"""A list of places that are to be helped → the triples of its source.

The list is a ``bf:TargetList``; each entry is a ``bf:Target``, a fact with evidence like any other;
what each place is to get is a ``bf:TargetSlot``. The places stand there with all that they lie in.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..ontology import terms as t
from ..ontology.nt import Triple, iri, literal
from ..ontology.quads import reading_triples
from ..ontology.records import Reading
from .rowproof import minted, places_of, proof_triples
from .targets import TargetList

__all__ = ["target_triples"]


def target_triples(targets: TargetList) -> tuple[str, list[Triple]]:
    """The IRI of the list's source, and all that it says: sorted, for ``Store.put``."""
    source = targets.source.iri
    places = {one.place.adcode: places_of(source, one.place) for one in targets.targets}
    reading = Reading(
        source=targets.source,
        entities=tuple({one.iri: one for some in places.values() for one in some}.values()),
    )
    triples = {*reading_triples(reading), *_list(targets)}
    node = minted("targetList", source)
    for one in targets.targets:
        entry = minted("target", source, one.place.adcode)
        triples.add((node, iri(t.TARGET), entry))
        triples.add((entry, iri(t.RDF_TYPE), iri(t.A_TARGET)))
        triples.add((entry, iri(t.TARGET_PLACE), iri(places[one.place.adcode][0].iri)))
        triples.update(proof_triples(source, entry, one.evidence))
    return source, sorted(triples)


def _list(targets: TargetList) -> Iterator[Triple]:
    source = targets.source.iri
    node = minted("targetList", source)
    yield node, iri(t.RDF_TYPE), iri(t.A_TARGET_LIST)
    yield node, iri(t.SKOS_PREF_LABEL), literal(targets.name, language="zh")
    yield node, iri(t.SKOS_NOTATION), literal(targets.code)
    for slot in targets.slots:
        part = minted("targetSlot", source, slot.name)
        yield node, iri(t.SLOT), part
        yield part, iri(t.RDF_TYPE), iri(t.A_TARGET_SLOT)
        yield part, iri(t.SKOS_PREF_LABEL), literal(slot.name, language="zh")
        yield part, iri(t.SLOT_COUNT), literal(str(slot.count), datatype=t.XSD_INTEGER)
