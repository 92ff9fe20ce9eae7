"""RDF that speaks this vocabulary but is nobody's export: given a source, IRIs and evidence.

Nodes get IRIs of this project's own, scoped to the source as every body and person is; a fact
without a passage is proved by its own statements.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from hashlib import sha256

from ..ontology import terms as t
from ..ontology.graphs import graph_of
from ..ontology.identity import evidence_iri, place_iri, programme_iri, scoped_iri
from ..ontology.nt import Triple, lang, literal, value
from ..ontology.records import Evidence, Kind, Reading, Source
from .rdf_index import line_of

__all__ = ["METHOD", "completed"]

METHOD = "rdf/bangfu 1"
_TYPE = f"<{t.RDF_TYPE}>"
_EVIDENCE = f"<{t.EVIDENCE}>"
_KINDS = {
    f"<{t.A_PLACE}>": Kind.PLACE,
    f"<{t.A_SCHOOL}>": Kind.SCHOOL,
    f"<{t.A_INSTITUTION}>": Kind.INSTITUTION,
    f"<{t.A_PERSON}>": Kind.PERSON,
    f"<{t.A_PROGRAMME}>": Kind.PROGRAMME,
    f"<{t.A_BATCH}>": Kind.BATCH,
    f"<{t.A_GROUP}>": Kind.GROUP,
}
_FACTS = {
    f"<{name}>": name.removeprefix(t.BF).lower()
    for name in (
        t.A_ASSISTANCE,
        t.A_POSTING,
        t.A_SECONDMENT,
        t.A_EVENT,
        t.A_OBSERVATION,
        t.A_PARTICIPATION,
        t.A_EVIDENCE,
    )
}


def completed(
    triples: list[Triple], source: Source, size: int
) -> tuple[list[Triple], dict[str, str]]:
    """`triples` with a source, with IRIs of this project's own, and with evidence for every fact.

    `size` is the length of the file as received, to which the passages lead back as a whole. Given
    back with the term that each new one stands for.
    """
    said: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    lines: dict[str, list[str]] = defaultdict(list)
    for triple in triples:
        subject, predicate, target = triple
        said[subject][predicate].append(target)
        lines[subject].append(line_of(triple))
    names = {node: f"<{_iri(node, about, source.iri)}>" for node, about in said.items()}
    found = {(names.get(s, s), p, names.get(o, o) if p != _TYPE else o) for s, p, o in triples}
    text = ""
    for node in sorted(said):
        kinds = _FACTS.keys() & set(said[node].get(_TYPE, ()))
        if _EVIDENCE in said[node] or not kinds - {f"<{t.A_PARTICIPATION}>", f"<{t.A_EVIDENCE}>"}:
            continue
        quote = "\n".join(lines[node])
        proof = Evidence(
            quote=quote,
            start=len(text),
            end=len(text) + len(quote),
            raw_start=0,
            raw_end=size,
            method=METHOD,
        )
        text += quote + "\n"
        found.update(_proof(names[node], proof, source.iri))
    head = graph_of(Reading(source=replace(source, text=text)))
    return sorted(found.union(head.triples)), {new: old for old, new in names.items()}


def _iri(node: str, about: dict[str, list[str]], source: str) -> str:
    """The IRI that `node` goes by here: its own if it is of this project's kind."""
    plain = value(node)
    if plain.startswith(t.ID):
        return plain
    types = about.get(_TYPE, [])
    kind = next((_KINDS[one] for one in types if one in _KINDS), None)
    code = next((value(one) for one in about.get(f"<{t.ADCODE}>", ())), None)
    label = next((value(one) for one in about.get(f"<{t.SKOS_PREF_LABEL}>", ()) if lang(one)), None)
    if (
        kind is Kind.PLACE
        and code is not None
        and len(code) == 6
        and code.isascii()
        and code.isdigit()
    ):
        return place_iri(code)
    if kind is Kind.PROGRAMME and label is not None:
        return programme_iri(label)
    if kind is not None:
        return scoped_iri(source, kind, plain)
    fact = next((_FACTS[one] for one in types if one in _FACTS), None)
    if fact is None:
        return plain
    return f"{t.ID}{fact}/{sha256(f'{source} {plain}'.encode()).hexdigest()[:16]}"


def _proof(fact: str, proof: Evidence, source: str) -> list[Triple]:
    node = f"<{evidence_iri(value(fact), proof)}>"
    number = f"^^<{t.XSD_INTEGER}>"
    said = {
        t.RDF_TYPE: f"<{t.A_EVIDENCE}>",
        t.SOURCE: f"<{source}>",
        t.QUOTE: literal(proof.quote),
        t.START: f'"{proof.start}"{number}',
        t.END: f'"{proof.end}"{number}',
        t.RAW_START: f'"{proof.raw_start}"{number}',
        t.RAW_END: f'"{proof.raw_end}"{number}',
        t.METHOD: literal(proof.method),
        t.CONFIDENCE: f'"1"^^<{t.XSD_DECIMAL}>',
        t.STANCE: f"<{t.concept('stance', 'stated')}>",
    }
    return [(fact, _EVIDENCE, node), *((node, f"<{name}>", term) for name, term in said.items())]
