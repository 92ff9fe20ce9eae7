"""Positions without chance: the same every time, apart from each other, kin together."""

from __future__ import annotations

from itertools import combinations
from math import dist

import pytest

from bangfu.graph.spread import spread


def ring(count: int) -> list[tuple[str, str, float]]:
    return [(f"n{one}", f"n{(one + 1) % count}", 1.0) for one in range(count)]


@pytest.mark.parametrize("count", [1, 2, 40, 300])
def test_no_two_nodes_lie_on_each_other(count: int) -> None:
    found = spread([f"n{one}" for one in range(count)], ring(count))
    assert len(found) == count
    if count > 1:
        assert min(dist(a, b) for a, b in combinations(found.values(), 2)) > 30


def test_the_same_network_gives_the_same_positions() -> None:
    nodes = [f"n{one}" for one in range(60)]
    assert spread(nodes, ring(60)) == spread(nodes, reversed(ring(60)))


def test_what_is_joined_is_nearer_than_what_is_not() -> None:
    nodes = [f"{part}{one}" for one in range(12) for part in "ab"]
    ties = [(f"{part}{one}", f"{part}0", 1.0) for part in "ab" for one in range(1, 12)]
    found = spread(nodes, ties)

    def mean(pairs: list[tuple[str, str]]) -> float:
        return sum(dist(found[one], found[other]) for one, other in pairs) / len(pairs)

    joined = mean([(one, other) for one, other, _ in ties])
    strange = mean([(f"a{one}", f"b{one}") for one in range(12)])
    assert joined < 0.7 * strange


def test_ties_to_what_is_not_there_do_not_matter() -> None:
    assert spread([], [("x", "y", 1.0)]) == {}
    assert set(spread(["x"], [("x", "y", 1.0), ("x", "x", 1.0)])) == {"x"}
