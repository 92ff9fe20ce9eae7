from bangfu.graph.tainted import hashed_links, kind_of, reached, rekeyed
from bangfu.ontology.terms import EVIDENCE, ID, ORGANIZATION, PERSON

FACT, PROOF, WHO, WHERE = (
    f"<{ID}{one}>" for one in ("posting/1", "evidence/2", "person/3", "school/4")
)
TRIPLES = [
    (FACT, f"<{PERSON}>", WHO),
    (FACT, f"<{ORGANIZATION}>", WHERE),
    (FACT, f"<{EVIDENCE}>", PROOF),
]


def test_what_is_hashed_from_a_person_is_found_and_nothing_else() -> None:
    found = reached({WHO[1:-1]}, hashed_links(TRIPLES))
    assert found == {WHO[1:-1], FACT[1:-1], PROOF[1:-1]}


def test_a_new_iri_is_of_the_same_kind_and_stays() -> None:
    one = rekeyed(b"key", WHO[1:-1])
    assert kind_of(one) == "person"
    assert one != WHO[1:-1] != rekeyed(b"other", WHO[1:-1])
    assert rekeyed(b"key", one) == rekeyed(b"other", one) == one
    assert kind_of("http://example.org/wang") == "thing"
