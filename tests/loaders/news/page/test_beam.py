"""Which readings can no longer be among the best."""

from math import inf

from bangfu.loaders.news.page.beam import Best


def test_nothing_is_left_out_before_there_are_enough():
    best = Best(3)
    best.add(5.0)
    best.add(9.0)
    assert best.bound == inf
    best.add(7.0)
    assert best.bound == 9.0


def test_the_bound_falls_with_each_better_reading_and_never_rises():
    best = Best(2)
    bounds = []
    for bits in (8.0, 6.0, 7.0, 30.0, 2.0):
        best.add(bits)
        bounds.append(best.bound)
    assert bounds == [inf, 8.0, 7.0, 7.0, 6.0]


def test_what_is_far_worse_than_the_best_is_left_out_even_if_there_are_few():
    best = Best(28, 22.0)
    best.add(10.0)
    assert best.bound == 32.0
    best.add(4.0)
    assert best.bound == 26.0
