"""What is joined, at any distance."""

from random import Random

from bangfu.graph.roots import Roots


def test_each_is_alone_until_it_is_joined() -> None:
    roots = Roots(3)
    assert [roots.of(n) for n in range(3)] == [0, 1, 2]
    assert roots.join(2, 1)
    assert not roots.join(1, 2)
    assert [roots.of(n) for n in range(3)] == [0, 1, 1]


def test_the_least_leads_whatever_the_order() -> None:
    pairs = [(n, n + 3) for n in range(57)]
    for seed in range(5):
        Random(seed).shuffle(pairs)
        roots = Roots(60)
        assert [pair for pair in pairs if roots.join(*pair)] == pairs
        assert [roots.of(n) for n in range(60)] == [n % 3 for n in range(60)]
