"""Readings as graphs: what a graph says of itself is what its triples say."""

from __future__ import annotations

from bangfu.ontology.graphs import graph_of, source_graph
from bangfu.ontology.identity import place_iri, source_iri
from bangfu.ontology.quads import canonical, reading_from, reading_triples
from bangfu.ontology.records import (
    Evidence,
    Measure,
    Note,
    NoteKind,
    Observation,
    Place,
    PlaceLevel,
    Reading,
    Source,
    Unit,
)

COUNTY = Place(iri=place_iri("510821"), name="旺苍县", adcode="510821", level=PlaceLevel.COUNTY)
PROOF = Evidence(quote="五人", start=0, end=2, raw_start=0, raw_end=2, method="test 1")
READING = Reading(
    source=Source(iri=source_iri("a.txt"), address="a.txt", sha256="ab" * 32, text="五人"),
    facts=(
        Observation(
            about=COUNTY, unit=Unit.PERSON, measure=Measure.TOTAL, value=5, evidence=(PROOF,)
        ),
    ),
    notes=(Note(kind=NoteKind.CUT, reason="menu", quote="首页", raw_start=2, raw_end=4),),
)


def test_graph_of_a_reading():
    graph = graph_of(READING)
    assert (graph.iri, graph.address, graph.sha256) == (source_iri("a.txt"), "a.txt", "ab" * 32)
    assert (graph.facts, graph.notes) == (1, 1)
    assert list(graph.triples) == reading_triples(READING)
    assert reading_from(graph.triples) == canonical(READING)


def test_triples_in_any_order_and_told_twice():
    triples = reading_triples(READING)
    assert source_graph(READING.source.iri, [*reversed(triples), triples[0]]) == graph_of(READING)


def test_graph_that_says_nothing_of_itself():
    graph = source_graph("http://e.org/g", [("<http://e.org/a>", "<http://e.org/p>", '"1"')])
    assert (graph.address, graph.sha256, graph.facts) == ("http://e.org/g", "", 0)
