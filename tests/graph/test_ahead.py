from functools import partial
from itertools import count
from threading import Barrier

import pytest

from bangfu.graph.ahead import TOGETHER, ahead


def test_results_come_in_the_order_of_their_calls():
    assert list(ahead(partial(pow, n, 2) for n in range(50))) == [n * n for n in range(50)]
    assert list(ahead(())) == []


def test_two_are_under_way_at_a_time():
    meeting = Barrier(TOGETHER, timeout=20)
    assert sorted(ahead([meeting.wait] * 4)) == [0, 0, 1, 1]


def test_calls_without_end_are_not_begun_before_they_are_asked_for():
    begun: list[int] = []

    def call(n: int) -> int:
        begun.append(n)
        return n

    some = ahead(partial(call, n) for n in count())
    assert [next(some) for _ in range(5)] == [0, 1, 2, 3, 4]
    some.close()
    assert len(begun) <= 5 + TOGETHER


def test_what_a_call_raises_is_raised_in_its_place():
    def broken() -> int:
        raise ValueError("no")

    some = ahead([lambda: 1, broken, lambda: 3])
    assert next(some) == 1
    with pytest.raises(ValueError, match="no"):
        next(some)
