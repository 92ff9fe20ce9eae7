"""Parts of what a page says of stays: words around a body, the stays of others, lists of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ....ontology.records import Mention
from ...later import later
from ..entities.sides import codes_of
from .sendings import Sent

__all__ = ["Around", "Others", "ends_of", "mates_of"]

_JOIN = later(r"(?:[、和与及,，]|以及|（[^）\n]{0,20}）、?)")
_ROW = 30
"""So many names of a list are looked at together."""


class Around(NamedTuple):
    """What stands around a mention of a body, whoever the person is."""

    start: int
    end: int
    go: str
    after: str
    """The sign right behind it."""
    tail: tuple[str, ...]
    """The classes of words behind it in its clause…"""
    head: tuple[str, ...]
    """…before it in its clause…"""
    rest: tuple[str, ...]
    """…in the rest of the sentence…"""
    whole: tuple[str, ...]
    """…and in all of the sentence."""


@dataclass(frozen=True, slots=True)
class Others:
    """The stays of everybody but one person: where to and where from, by keys and by codes."""

    any: bool
    to: frozenset[str]
    of: frozenset[str]
    there: frozenset[str]
    here: frozenset[str]


def ends_of(
    stays: Sequence[Sent], context: frozenset[str]
) -> tuple[Counter[str], Counter[str], Counter[str], Counter[str]]:
    """How many stays lead to and from each body, and to and from each code."""
    to = [s.destination for s in stays if s.destination is not None]
    of = [s.origin for s in stays if s.origin is not None]
    return (
        Counter(m.key for m in to),
        Counter(m.key for m in of),
        Counter(code for m in to for code in codes_of(m, context)[:2]),
        Counter(code for m in of for code in codes_of(m, context)[:2]),
    )


def mates_of(text: str, people: Sequence[Mention]) -> dict[str, frozenset[str]]:
    """Person → those who stand in one list with them: 甲、乙和丙."""
    found: dict[str, frozenset[str]] = {}
    run: list[Mention] = []
    for person in people:
        joined = (
            run
            and len(run) < _ROW
            and person.start >= run[-1].end
            and _JOIN.fullmatch(text, run[-1].end, person.start)
        )
        if not joined:
            _put(found, run)
            run = []
        run.append(person)
    _put(found, run)
    return found


def _put(found: dict[str, frozenset[str]], run: Sequence[Mention]) -> None:
    keys = frozenset(person.key for person in run)
    if len(keys) > 1:
        for key in sorted(keys):
            found[key] = found.get(key, frozenset()) | keys - {key}
