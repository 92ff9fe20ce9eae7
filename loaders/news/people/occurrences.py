"""Where a string stands in a text: for names, of which each would need a pattern of its own."""

from __future__ import annotations

from collections.abc import Iterator

__all__ = ["places_of"]


def places_of(form: str, text: str) -> Iterator[tuple[int, int]]:
    """Start and end of `form`, which is not empty, wherever it stands; none overlaps another.

    As ``re.finditer`` has them, which would compile every name of every page.
    """
    at = text.find(form)
    while at >= 0:
        end = at + len(form)
        yield at, end
        at = text.find(form, end)
