"""Names for nameless nodes: by content, whatever their labels and order."""

from __future__ import annotations

import random

import pytest

from bangfu.loaders.rdf_blank import BLANK, named
from bangfu.ontology.errors import SourceError

P, Q = "<http://e.org/p>", "<http://e.org/q>"
A, B = "<http://e.org/a>", "<http://e.org/b>"


def relabelled(quads, seed):
    chance = random.Random(seed)
    labels = {}

    def new(term):
        if not term.startswith("_:"):
            return term
        return labels.setdefault(term, f"_:n{chance.randrange(10**9)}")

    moved = [(graph, new(s), p, new(o)) for graph, s, p, o in quads]
    chance.shuffle(moved)
    return moved


def test_labels_and_order_do_not_matter():
    quads = [
        ("", A, P, "_:x"),
        ("", "_:x", Q, "_:y"),
        ("", "_:y", Q, '"1"'),
        ("", B, P, "_:z"),
        ("", "_:z", Q, "_:w"),
        ("", "_:w", Q, '"1"'),
        ("_:g", A, P, B),
    ]
    first = sorted(named(quads, "f"))
    assert not any(term.startswith("_:") for quad in first for term in quad)
    assert all(sorted(named(relabelled(quads, seed), "f")) == first for seed in range(5))


def test_nodes_that_say_the_same_of_different_things_stay_two():
    found = named(
        [("", A, P, "_:x"), ("", "_:x", Q, '"1"'), ("", B, P, "_:y"), ("", "_:y", Q, '"1"')], "f"
    )
    assert len({o for _, s, p, o in found if p == P}) == 2


def test_nodes_that_say_the_same_of_the_same_become_one():
    found = named(
        [("", A, P, "_:x"), ("", "_:x", Q, '"1"'), ("", A, P, "_:y"), ("", "_:y", Q, '"1"')], "f"
    )
    assert len(found) == 2
    assert found[0][3].startswith(f"<{BLANK}")


@pytest.mark.parametrize("size", [2, 3, 6])
def test_ring_of_equals_is_refused(size):
    ring = [("", f"_:n{n}", P, f"_:n{(n + 1) % size}") for n in range(size)]
    with pytest.raises(SourceError) as caught:
        named(ring, "f")
    assert caught.value.key == "rdf.blank-ring"


def test_ring_whose_nodes_differ_is_fine():
    ring = [("", f"_:n{n}", P, f"_:n{(n + 1) % 3}") for n in range(3)]
    marks = [("", f"_:n{n}", Q, f'"{n}"') for n in range(3)]
    found = named([*ring, *marks], "f")
    assert len({s for _, s, _, _ in found}) == 3


def test_nothing_to_name():
    quads = [("", A, P, B)]
    assert named(quads, "f") == quads
