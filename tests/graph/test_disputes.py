"""What speaks against a fact reaches the page as a line."""

from __future__ import annotations

from bangfu.graph.contradictions import contradictions
from bangfu.graph.disputes import disputes
from bangfu.graph.store import Store


def test_both_sides_of_a_contradiction_are_told(corpus: Store) -> None:
    found = disputes(corpus)
    told = contradictions(corpus)
    assert set(found) == {fact for one in told for side in (one.a, one.b) for fact in side.facts}
    for one in told:
        for fact in (*one.a.facts, *one.b.facts):
            assert any(
                one.a.shown in line["zh"] and one.b.shown in line["zh"] for line in found[fact]
            )
            assert all(line["en"] != line["zh"] for line in found[fact])
