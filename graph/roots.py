"""What is joined, at any distance: disjoint sets of numbers, each led by its least."""

from __future__ import annotations

from typing import final

__all__ = ["Roots"]


@final
class Roots:
    """The numbers below `count`, each alone until it is joined.

    >>> sets = Roots(4)
    >>> sets.join(3, 1), sets.join(1, 3), sets.of(3), sets.of(2)
    (True, False, 1, 2)
    """

    def __init__(self, count: int) -> None:
        """Nothing is joined yet."""
        self._up = list(range(count))

    def of(self, n: int) -> int:
        """The least number of the set that `n` is in."""
        up = self._up
        while up[n] != n:
            up[n] = up[up[n]]
            n = up[n]
        return n

    def join(self, a: int, b: int) -> bool:
        """Make one set of those that `a` and `b` are in; whether they were two."""
        a, b = self.of(a), self.of(b)
        self._up[max(a, b)] = min(a, b)
        return a != b
