from __future__ import annotations

from bangfu.graph.refs import kind_of, references
from bangfu.graph.store import Store
from bangfu.ontology.identity import place_iri


def test_a_canonical_thing_and_what_stands_for_it_have_one_name(corpus: Store) -> None:
    schools = corpus.select(
        "SELECT DISTINCT ?x ?c { ?x <https://w3id.org/bangfu/ontology#canonical> ?c FILTER(CONTAINS(STR(?c), '/school/')) }"
    ).rows
    for local, canonical in schools:
        ends = [str(local)[1:-1], str(canonical)[1:-1]]
        found = references(corpus, ends)
        assert found[ends[0]] == found[ends[1]]
        assert found[ends[0]].iri == ends[1]
    assert schools
    place = place_iri("510821")
    assert references(corpus, [place])[place].label == "旺苍县"
    assert references(corpus, ["https://e/x"]) == {}
    assert kind_of(place) == "place"
