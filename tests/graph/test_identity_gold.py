from __future__ import annotations

from collections import Counter

import pytest
from traps import Trap, outcome, traps

FLOOR = 0.95
"""Of the pairs that are one, so many are merged or proposed."""


@pytest.fixture(scope="module")
def judged() -> list[tuple[Trap, str]]:
    """Every labelled pair and what became of it."""
    return [(trap, outcome(trap)) for trap in traps()]


def test_there_are_enough_pairs_of_every_kind(judged: list[tuple[Trap, str]]) -> None:
    kinds = Counter((trap.kind, trap.truth) for trap, _ in judged)
    assert sum(kinds.values()) >= 120
    assert all(
        kinds[kind, truth] >= 5
        for kind in ("body", "person", "place")
        for truth in ("same", "different")
    )


def test_nothing_is_merged_that_is_not_surely_one(judged: list[tuple[Trap, str]]) -> None:
    wrong = [trap for trap, became in judged if trap.truth != "same" and became == "merged"]
    assert not wrong


def test_what_is_one_is_merged_or_proposed(judged: list[tuple[Trap, str]]) -> None:
    same = [(trap, became) for trap, became in judged if trap.truth == "same"]
    missed = [trap for trap, became in same if became == "apart"]
    assert len(missed) <= (1 - FLOOR) * len(same), missed
    merged = sum(became == "merged" for _, became in same)
    assert merged >= 0.8 * len(same)
