"""Statements in this vocabulary that nobody exported: IRIs of our own, a source, evidence."""

from __future__ import annotations

from rdf_samples import NATIVE

from bangfu.loaders.rdf_native import METHOD, completed
from bangfu.loaders.rdf_parse import quads_of
from bangfu.ontology import terms as t
from bangfu.ontology.identity import programme_iri, source_iri
from bangfu.ontology.quads import reading_from
from bangfu.ontology.records import Source

SOURCE = Source(iri=source_iri("x.ttl"), address="x.ttl", sha256="ab" * 32)


def made(text=NATIVE, source=SOURCE):
    triples = [quad[1:] for quad in quads_of(text.encode(), "turtle", "x", "http://e.org/")]
    return completed(triples, source, 500)


def test_names_are_our_own_and_lead_back():
    triples, old = made()
    assert all("http://e.org/" not in term for triple in triples for term in (triple[0], triple[1]))
    assert set(old.values()) == {f"<http://e.org/{name}>" for name in ("county", "body", "helped")}
    assert old[f"<{t.ID}place/510821>"] == "<http://e.org/county>"


def test_two_sources_never_share_a_body():
    other = Source(iri=source_iri("y.ttl"), address="y.ttl", sha256="cd" * 32)
    bodies = [
        {new for new in made(source=one)[1] if "/institution/" in new} for one in (SOURCE, other)
    ]
    assert bodies[0].isdisjoint(bodies[1])


def test_programme_is_known_by_its_name():
    text = NATIVE + ':p a bf:Programme ; skos:prefLabel "同心树人"@zh .\n'
    assert f"<{programme_iri('同心树人')}>" in made(text)[1]


def test_fact_is_proved_by_its_statements():
    found = reading_from(made()[0])
    (proof,) = found.facts[0].evidence
    assert proof.method == METHOD
    assert (proof.raw_start, proof.raw_end) == (0, 500)
    assert found.source.text[proof.start : proof.end] == proof.quote
    assert len(proof.quote.splitlines()) == 5
