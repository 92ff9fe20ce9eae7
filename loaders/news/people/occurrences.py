"""Where a string stands in a text: for names, of which each would need a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

__all__ = ["every_place", "places_of"]

_LONG = 5_000
"""Characters from which it pays to note where each pair of characters stands."""


def places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of `form`, which is not empty, wherever it stands; none overlaps another.

    As ``re.finditer`` has them, which would compile every name of every page.
    """
    last = 0
    for at in every_place(form, text):
        if at >= last:
            last = at + len(form)
            yield at, last


def every_place(form: str, text: str) -> Iterator[int]:
    """Every place where `form`, which is not empty, begins, also within itself."""
    if len(form) > 1 and len(text) > _LONG:
        yield from (at for at in _pairs(text).get(form[:2], ()) if text.startswith(form, at))
        return
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


@lru_cache(maxsize=2)
def _pairs(text: str) -> dict[str, Sequence[int]]:
    """Where each two characters stand: a long text is not searched for each of its names."""
    found: dict[str, list[int]] = {}
    for at, pair in enumerate(map("".join, pairwise(text))):
        found.setdefault(pair, []).append(at)
    return dict(found)
