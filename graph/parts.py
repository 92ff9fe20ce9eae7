"""What is said of many things, read in one go: the parts of each as one text.

An engine finds a thing once and then reads all that is said of it side by side; to look its parts
up one by one takes several times as long, and to spell a thing or a property out as long as to find
it. So things and parts are numbered, and what is said of a thing comes as one text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from string import ascii_lowercase, digits
from typing import Final

from ..ontology.nt import iri
from .scan import Streaming

__all__ = [
    "BATCH",
    "Parts",
    "about",
    "in_parts",
    "numbered",
    "only",
    "parts_of",
    "text_of_parts",
    "which",
]

BATCH: Final = 500
"""Things a query: long enough that the query's own cost is small, short enough to parse fast."""

_SIGNS: Final = digits + ascii_lowercase
"""What a part is known by in a text: its number, in one sign."""

Parts = list[list[str]]
"""The texts of each part of a thing, in the order of the parts."""


def about(
    store: Streaming, query: str, things: Iterable[str], parts: Sequence[str] = ()
) -> Iterator[tuple[str, tuple[str, ...], Parts]]:
    """Each thing (an IRI) with the cells that `query` gives of it, and its `parts`.

    THINGS in the query is where the things go, ``(?thing ?number)``; its first cell is ?number, and
    with `parts` its last the text of :func:`text_of_parts`. Raises :class:`ValueError` for a text
    that is no IRI.
    """
    wanted = list(dict.fromkeys(things))
    for first in range(0, len(wanted), BATCH):
        some = wanted[first : first + BATCH]
        for number, *cells in store.stream(query.replace("THINGS", numbered(some))):
            said = parts_of(cells.pop(), len(parts)) if parts else []
            yield some[int(number)], tuple(cells), said


def in_parts(things: Sequence[str]) -> Iterator[str]:
    """`things` as terms, so many together."""
    for first in range(0, len(things), BATCH):
        # iri() lets nothing pass that could end the term, so the text stays data
        yield " ".join(map(iri, things[first : first + BATCH]))


def numbered(iris: Iterable[str]) -> str:
    """`iris` as terms, each with its number: a number costs an engine nothing to spell."""
    return " ".join(f"({iri(one)} {number})" for number, one in enumerate(iris))


def only(parts: Sequence[str], *other: str) -> str:
    """Only those with one of `parts` for ?p, or for which an expression of `other` holds."""
    return f"FILTER({' || '.join((*(f'SAMETERM(?p, <{one}>)' for one in parts), *other))})"


def which(parts: Sequence[str]) -> str:
    """The number of the one of `parts` that is ?p, as text: to spell ?p out would take longer."""
    told = "".join(f'IF(SAMETERM(?p, <{one}>), "{nth}", ' for nth, one in enumerate(parts))
    return f'{told}""{")" * len(parts)}'


def text_of_parts(parts: Sequence[str], unless: Mapping[str, str] | None = None) -> str:
    """The expression for all ?o of a group as one text, each with the number of its ?p.

    Of what has another ?p nothing is said, so that no filter has to compare all of them first.
    `unless` are parts that say nothing where ?o is what stands there. Raises :class:`IndexError`
    for more than 36 `parts`.
    """
    told = '""'
    for nth, one in reversed(list(enumerate(parts))):
        text = f'CONCAT("{_SIGNS[nth]}", STR(STRLEN(STR(?o))), ":", STR(?o))'
        if unless and one in unless:
            text = f'IF(SAMETERM(?o, {unless[one]}), "", {text})'
        told = f"IF(SAMETERM(?p, <{one}>), {text}, {told})"
    return f'GROUP_CONCAT({told}; SEPARATOR="")'


def parts_of(text: str, count: int) -> Parts:
    """The texts of each of so many parts, in what :func:`text_of_parts` gave."""
    parts: Parts = [[] for _ in range(count)]
    at = 0
    while at < len(text):
        colon = text.index(":", at)
        end = colon + 1 + int(text[at + 1 : colon])
        parts[int(text[at], 36)].append(text[colon + 1 : end])
        at = end
    return parts
