"""Every shape has one fixture that fails it, and it alone; and one graph passes them all."""

from pathlib import Path

import pytest
import rdflib
from rdflib import RDF, SH, URIRef

from bangfu.ontology import terms as t
from bangfu.ontology.check import Finding, check_triples, shapes_graph
from bangfu.ontology.quads import reading_triples

FIXTURES = Path(__file__).parent / "shapes"
SHAPES = "https://w3id.org/bangfu/shapes#"
NAMES = sorted({str(shape).removeprefix(SHAPES) for shape in shapes_graph().subjects(SH.message)})


def triples(name):
    text = (FIXTURES / f"{name}.ttl").read_text(encoding="utf-8")
    graph = rdflib.Graph().parse(data=text, format="turtle")
    return [tuple(term.n3() for term in triple) for triple in graph]


def test_there_is_one_fixture_for_each_shape():
    assert sorted(path.stem for path in FIXTURES.glob("*.ttl")) == sorted([*NAMES, "passing"])


def test_nothing_is_found_where_nothing_is_wrong():
    assert check_triples(triples("passing")) == ()


@pytest.mark.parametrize("name", NAMES)
def test_fixture_fails_its_shape_and_no_other(name):
    (found,) = check_triples(triples(name))
    shapes = shapes_graph()
    shape = URIRef(SHAPES + name)
    messages = {text.language: str(text) for text in shapes.objects(shape, SH.message)}
    assert found.shape == name
    assert (found.message_zh, found.message_en) == (messages["zh"], messages["en"])
    assert URIRef(t.SH + found.severity.capitalize()) == shapes.value(shape, SH.severity)
    head = (FIXTURES / f"{name}.ttl").read_text(encoding="utf-8").splitlines()[0]
    assert head == f"# Fails {name} at id:{found.focus.removeprefix(t.ID)}, and nothing else."


def test_what_a_reading_says_has_no_violation(sample):
    assert [
        found for found in check_triples(reading_triples(sample)) if found.severity == "violation"
    ] == []


def test_order_does_not_matter_and_gravest_come_first(sample):
    given = triples("person-tier") + triples("place-placed") + triples("source-dated")
    found = check_triples(given)
    assert check_triples(given[::-1]) == found
    order = [("violation", "warning", "info").index(one.severity) for one in found]
    assert order == sorted(order)
    assert len(set(order)) == 3


def test_value_and_path_point_at_what_is_wrong():
    (found,) = check_triples(triples("evidence-confidence"))
    assert (found.path, found.value) == (t.CONFIDENCE, "1.5")
    (found,) = check_triples(triples("place-placed"))
    assert found.path is None


def test_told_in_both_languages():
    finding = Finding(
        severity="warning",
        shape="s",
        focus="https://example.org/f",
        path=None,
        message_zh="有误。",
        message_en="wrong.",
    )
    assert finding.told("zh").endswith("https://example.org/f：有误。")
    assert finding.told("en").endswith("https://example.org/f: wrong.")


def test_graph_of_shapes_is_read_once():
    assert shapes_graph() is shapes_graph()
    assert (None, RDF.type, SH.PropertyShape) in shapes_graph()
