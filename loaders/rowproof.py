"""What a row of a reference table needs in a graph beside its own triples: proof, places, names."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from ..ontology import terms as t
from ..ontology.identity import evidence_iri
from ..ontology.nt import Triple, iri, literal
from ..ontology.records import Evidence, Kind, Mention, Place
from .gazetteer import Division
from .things import things_of

__all__ = ["minted", "places_of", "proof_triples"]


def minted(kind: str, *parts: str) -> str:
    """The IRI of a node of `kind`, as a term: made from its content, like all others."""
    text = "".join(f"{len(part)}:{part}" for part in (kind, *parts))
    return iri(f"{t.ID}{kind}/{sha256(text.encode()).hexdigest()[:16]}")


def places_of(source: str, place: Division) -> tuple[Place, ...]:
    """The place and all that it lies in, the smallest first."""
    name, code = place.name, place.adcode
    mention = Mention(kind=Kind.PLACE, name=name, start=0, end=len(name), key=code)
    made = things_of(source, Kind.PLACE, code, mention, (), (frozenset(), {}), {})
    return tuple(one for one in made if isinstance(one, Place))


def proof_triples(source: str, fact: str, proof: Evidence) -> Iterator[Triple]:
    """That `fact` (a term) is proved by a passage of `source`."""
    node = iri(evidence_iri(fact[1:-1], proof))
    yield fact, iri(t.EVIDENCE), node
    yield node, iri(t.RDF_TYPE), iri(t.A_EVIDENCE)
    yield node, iri(t.SOURCE), iri(source)
    yield node, iri(t.QUOTE), literal(proof.quote)
    yield node, iri(t.METHOD), literal(proof.method)
    yield node, iri(t.STANCE), iri(t.concept("stance", proof.stance))
    sure = f"{proof.confidence:.2f}".rstrip("0").rstrip(".")
    yield node, iri(t.CONFIDENCE), literal(sure, datatype=t.XSD_DECIMAL)
    for predicate, at in (
        (t.START, proof.start),
        (t.END, proof.end),
        (t.RAW_START, proof.raw_start),
        (t.RAW_END, proof.raw_end),
    ):
        yield node, iri(predicate), literal(str(at), datatype=t.XSD_INTEGER)
