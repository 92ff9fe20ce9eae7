from leaky import link

from bangfu.graph.masking import Masker
from bangfu.graph.withhold import dependent, masked, names_of, withheld
from bangfu.ontology.nt import value
from bangfu.ontology.quads import reading_triples

TRIPLES = reading_triples(link())
PERSON = next(s for s, _, o in TRIPLES if "/person/" in s and value(o) == "欧阳听雪")


def test_what_hangs_on_a_person_goes() -> None:
    kinds = sorted(node.split("/")[-2] for node in dependent(TRIPLES, {PERSON}))
    assert kinds == ["evidence", "person", "secondment"]


def test_nothing_points_at_what_is_gone() -> None:
    left = withheld(TRIPLES, {PERSON}, Masker(["欧阳听雪"]), b"key")
    subjects = {s for s, _, _ in left}
    was = {s for s, _, _ in TRIPLES}
    assert not [o for _, _, o in left if o in was and o not in subjects]
    assert left == sorted(set(left))


def test_without_anybody_all_stays() -> None:
    assert withheld(TRIPLES, set(), Masker([]), b"key") == TRIPLES


def test_names_and_masks() -> None:
    assert names_of(TRIPLES, {PERSON}) == {PERSON: {"欧阳听雪"}}
    mask = Masker(["12"])
    assert masked('"12"@zh', mask) == '"○○"@zh'
    for term in ("<https://x/12>", '"12"^^<http://www.w3.org/2001/XMLSchema#integer>'):
        assert masked(term, mask) == term
