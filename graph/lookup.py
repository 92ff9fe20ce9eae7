"""The forms under which a thing may be looked up, besides the names that sources give it.

A name that a user writes is folded and then looked up as it stands; so every form that folding, a
short form of a place or the custom of committees can lead to is kept beside the thing.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .spelling import committee_forms, short_forms, undressed

__all__ = ["hidden_forms"]


def hidden_forms(names: Iterable[str], *, place: bool, committee: bool) -> set[str]:
    """The forms of `names` that are none of `names`: short, long, and without dots and widths.

    `place` says that they name a place, `committee` that they may name a committee.

    >>> sorted(hidden_forms(["旺苍县"], place=True, committee=False))
    ['旺苍']
    """
    known = set(names)
    return {form for name in known for form in _forms(name, place, committee)} - known


@lru_cache(maxsize=65536)
def _forms(name: str, place: bool, committee: bool) -> tuple[str, ...]:
    plain = undressed(name)
    more: tuple[str, ...] = ()
    for one in dict.fromkeys((name, plain)):
        if place:
            more += short_forms(one)
        if committee:
            more += committee_forms(one)
    return tuple(form for form in (plain, *more) if form)
