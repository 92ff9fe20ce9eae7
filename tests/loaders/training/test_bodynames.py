import random

from bangfu.loaders.suffixes import last_suffix
from bangfu.loaders.training.bodynames import (
    body_sentences,
    other_body,
    random_institution,
    random_school,
)
from bangfu.ontology.records import Kind


def test_the_same_seed_makes_up_the_same_sentences():
    assert body_sentences(3, 20, 10) == body_sentences(3, 20, 10)
    assert body_sentences(3, 20, 10) != body_sentences(4, 20, 10)


def test_spans_are_those_of_the_names_that_were_put_in():
    for example in body_sentences(5, 200, 0):
        for start, end in example.names:
            assert 2 < end - start < 30
            assert "{" not in example.text


def test_plain_sentences_have_no_names():
    plain = body_sentences(5, 0, 200)
    assert len(plain) == 200
    assert all(example.names == () for example in plain)


def test_names_vary_widely():
    rng = random.Random(1)
    assert len({random_school(rng) for _ in range(300)}) > 290
    assert len({random_institution(rng) for _ in range(300)}) > 280


def test_another_body_is_of_the_kind_of_the_first():
    rng = random.Random(2)
    for _ in range(50):
        ending = last_suffix(other_body(rng, "青山教育局"))
        assert ending is None or ending.kind is Kind.INSTITUTION or ending.text == "大学"
