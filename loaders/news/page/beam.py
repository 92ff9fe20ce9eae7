"""What a search that keeps only its best readings need not look at any more."""

from __future__ import annotations

from bisect import insort
from math import inf

__all__ = ["Best"]


class Best:
    """The bits of the best readings so far, and from them what need not be looked at any more."""

    def __init__(self, most: int, slack: float = inf) -> None:
        """No more than `most` are kept, and none that is `slack` bits worse than the best."""
        self.bound = inf
        self._most, self._slack = most, slack
        self._bits: list[float] = []

    def add(self, bits: float) -> None:
        """One more reading; what is worse than `bound` after it is not among the best."""
        if bits > self.bound:
            return
        kept = self._bits
        insort(kept, bits)
        del kept[self._most :]
        self.bound = kept[0] + self._slack
        if len(kept) == self._most:
            self.bound = min(self.bound, kept[-1])
