from __future__ import annotations

from collections.abc import Callable

import pytest

from benchmarks import measure
from benchmarks.measure import in_turn, quads, timed


@pytest.fixture
def now(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """What the clock shows; the processor has worked half of that."""
    shown = [0.0]
    monkeypatch.setattr(measure, "perf_counter", lambda: shown[0])
    monkeypatch.setattr(measure, "process_time", lambda: shown[0] / 2)
    return shown


def taking(now: list[float], *seconds: float) -> Callable[[], None]:
    """A call that takes so long, the next one so long, and no more calls."""
    rest = iter(seconds)

    def call() -> None:
        now[0] += next(rest)

    return call


def test_the_median_of_several_is_told(now: list[float]) -> None:
    assert timed(taking(now, 1.0, 5.0, 2.0), 3) == (2.0, 1.0)


def test_what_takes_long_is_not_repeated(now: list[float]) -> None:
    assert timed(taking(now, 30.0), 3) == (30.0, 15.0)
    assert timed(taking(now, 6.0, 4.0), 3) == (5.0, 2.5)


def test_calls_take_turns_and_each_has_its_own_median(now: list[float]) -> None:
    one, other = taking(now, 1.0, 5.0, 2.0), taking(now, 0.5, 0.25, 4.0)
    assert in_turn(one, other, repeat=3) == [(2.0, 1.0), (0.5, 0.25)]


def test_what_takes_long_in_turn_is_not_repeated(now: list[float]) -> None:
    found = in_turn(taking(now, 30.0), taking(now, 4.0), repeat=3)
    assert found == [(30.0, 15.0), (4.0, 2.0)]


def test_quads_are_lines_of_their_graph() -> None:
    assert quads([("<a>", "<b>", '"c"'), ("<d>", "<e>", "<f>")], "g") == (
        '<a> <b> "c" <g> .\n<d> <e> <f> <g> .\n'
    )
