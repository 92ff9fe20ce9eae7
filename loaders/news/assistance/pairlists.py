"""Names in a list told as one: each member of 甲、乙和丙等 stands to the rest as the first does.

What stands around and between two sides is what the model of pairs goes by. Of a list only the
first member stands next to the verb, the others next to each other, so a list is one side here.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ...later import later

__all__ = ["Listed", "as_one", "listed"]

#: 甲、乙和丙 · 甲园长、乙园长 · 甲和乙等: names of one kind, each with the same word behind it
_RUN = later(
    "([\ue000-\ue004])([^，。；：！、和及与同\ue000-\ue004\ue007]{0,5})(?:、\\1\\2)*"
    "(?:、|、?和|、?及|以及)\\1\\2(?:等(?![到来待于同候级]))?"
)


class Listed(NamedTuple):
    """A sentence with each list as its first member."""

    text: str
    places: tuple[int, ...]
    """Where each character of the whole sentence stands in it."""
    lists: tuple[int, ...]
    """The number of the list in which each character of the whole sentence stands, or 0."""


@lru_cache(maxsize=256)
def listed(text: str) -> Listed:
    """The sentence `text` of symbols with its lists as one."""
    pieces: list[str] = []
    places: list[int] = []
    lists: list[int] = []
    at, length = 0, 0
    for number, run in enumerate(_RUN.finditer(text), 1):
        low, high = run.span()
        first = run[1] + run[2]
        pieces.extend((text[at:low], first))
        places.extend(range(length, length + low - at))
        lists.extend([0] * (low - at))
        length += low - at
        places.extend([length] * (high - low))
        lists.extend([number] * (high - low))
        length += len(first)
        at = high
    pieces.append(text[at:])
    places.extend(range(length, length + len(text) - at))
    lists.extend([0] * (len(text) - at))
    return Listed("".join(pieces), tuple(places), tuple(lists))


def as_one(text: str, one: int, other: int) -> tuple[str, int, int]:
    """The sentence with its lists as one, and where the sides at `one` and `other` stand in it.

    Two sides of the same list are left as they stand: what joins them is all there is to see.
    """
    told = listed(text)
    if told.lists[one] and told.lists[one] == told.lists[other]:
        return text, one, other
    return told.text, told.places[one], told.places[other]
