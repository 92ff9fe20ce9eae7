from bangfu.loaders.gazetteer import divisions
from bangfu.loaders.rowproof import minted, places_of, proof_triples
from bangfu.ontology import terms as t
from bangfu.ontology.check import check_triples
from bangfu.ontology.identity import place_iri, source_iri
from bangfu.ontology.records import Evidence, Stance

SOURCE = source_iri("reference/x")


def test_names_are_made_from_content_with_no_two_alike():
    one = minted("target", "ab", "c")
    assert one == minted("target", "ab", "c")
    assert one.startswith(f"<{t.ID}target/")
    assert (
        len({one, minted("target", "a", "bc"), minted("slot", "ab", "c"), minted("target", "abc")})
        == 4
    )


def test_a_place_comes_with_all_that_it_lies_in():
    places = places_of(SOURCE, divisions().by_code("510821"))
    assert [one.iri for one in places] == [
        place_iri(code) for code in ("510821", "510800", "510000")
    ]


def test_a_proof_has_all_that_the_shapes_ask_for():
    proof = Evidence(
        quote="一行",
        start=3,
        end=5,
        raw_start=3,
        raw_end=5,
        method="m 1",
        confidence=0.7,
        stance=Stance.INFERRED,
    )
    fact = minted("target", "x")
    triples = list(proof_triples(SOURCE, fact, proof))
    said = {p[1:-1]: o for s, p, o in triples if s != fact}
    assert [(p, o) for s, p, o in triples if s == fact] == [(f"<{t.EVIDENCE}>", triples[1][0])]
    assert said[t.QUOTE] == '"一行"'
    assert said[t.CONFIDENCE] == f'"0.7"^^<{t.XSD_DECIMAL}>'
    assert said[t.START] == f'"3"^^<{t.XSD_INTEGER}>'
    # its source stands elsewhere, so that is all there is to find
    assert {one.shape for one in check_triples(triples)} <= {"evidence-source"}
