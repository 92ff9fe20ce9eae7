"""Reposts: sources whose texts are near-identical tell one story, and count as one voice.

A text is compared by its clauses, since a repost changes the head, the foot or a few words, and
leaves most clauses as they are. Which texts are compared at all is chosen by the smallest hashes
of their clauses (the bottom-k sketch of Broder, "On the resemblance and containment of documents",
1997), so that the cost grows little faster than the number of sources.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, value
from .said import Statements

__all__ = ["repost_triples", "voices"]

ALIKE: Final = 0.6
"""The share of the characters of two texts that stands in clauses of both. Of 111 articles about
assistance no two reached 0.03; a copy in which each tenth clause was changed has 0.8."""
SHORTEST: Final = 80
"""Characters in clauses that a text must have: two short ones may be alike by chance."""
SKETCH: Final = 8
NEIGHBOURS: Final = 4
"""Texts with a clause in common that each is compared with, those with the likest sketch."""

_PARTS = re.compile(r"[^\w]+")
_LEAST = 4
"""Characters of a clause: shorter ones are names and dates, which many texts share."""
_LENGTH = 63
"""The bits of a clause's key that hold its length; a longer clause counts as this long."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A source by the keys of its clauses, each once; the `sketch` are the least of them."""

    source: str
    clauses: frozenset[int]
    sketch: tuple[int, ...]


def repost_triples(statements: Statements) -> list[Triple]:
    """``repost bf:repostOf original`` for every source that repeats another's text, sorted.

    The original of a story is the source that was issued first, an undated one last, then the
    first by IRI; it is itself a repost of nothing. `statements` is ``Store.statements``.
    """
    texts = sorted(_texts(statements), key=lambda text: text.source)
    leader = {text.source: text.source for text in texts}

    def first_of(source: str) -> str:
        while leader[source] != source:
            leader[source] = leader[leader[source]]
            source = leader[source]
        return source

    for one, other in _candidates(texts):
        a, b = first_of(one.source), first_of(other.source)
        if a != b and _alike(one, other):
            leader[max(a, b)] = min(a, b)
    stories: dict[str, list[str]] = defaultdict(list)
    for source in leader:
        stories[first_of(source)].append(source)
    days = _days(statements)
    predicate = iri(t.REPOST_OF)
    found: list[Triple] = []
    for sources in stories.values():
        original = min(sources, key=lambda source: (days.get(source, _NEVER), source))
        found += [(iri(s), predicate, iri(original)) for s in sources if s != original]
    return sorted(found)


def voices(statements: Statements, sources: Collection[str]) -> int:
    """How many independent voices stand behind `sources` (IRIs): a story and its reposts are one.

    Read from the derived graph, which must be up to date.
    """
    originals = {
        value(repost): value(original)
        for graph, repost, original in statements(t.REPOST_OF, None)
        if graph == t.DERIVED_GRAPH
    }
    return len({originals.get(source, source) for source in sources})


def _texts(statements: Statements) -> Iterator[_Text]:
    for graph, subject, term in statements(t.CLEAN_TEXT, None):
        source = value(subject)
        if graph != source:
            continue
        clauses = frozenset(map(_key, _PARTS.split(value(term)))) - {0}
        if _size(clauses) >= SHORTEST:
            yield _Text(source, clauses, tuple(sorted(clauses)[:SKETCH]))


def _key(clause: str) -> int:
    """A hash of the clause, with its length in the lowest bits; 0 for one that is too short."""
    if len(clause) < _LEAST:
        return 0
    digest = int.from_bytes(blake2b(clause.encode("utf-8"), digest_size=7).digest(), "big")
    return digest * (_LENGTH + 1) + min(len(clause), _LENGTH)


def _size(clauses: Iterable[int]) -> int:
    return sum(clause & _LENGTH for clause in clauses)


def _candidates(texts: Iterable[_Text]) -> Iterator[tuple[_Text, _Text]]:
    """Pairs that may be alike: neighbours among those with a hash of the sketch in common."""
    sharing: dict[int, list[_Text]] = defaultdict(list)
    for text in texts:
        for key in text.sketch:
            sharing[key].append(text)
    for found in sharing.values():
        found.sort(key=lambda text: (text.sketch, text.source))
        for at, text in enumerate(found):
            for other in found[at + 1 : at + 1 + NEIGHBOURS]:
                yield text, other


def _alike(one: _Text, other: _Text) -> bool:
    shared = _size(one.clauses & other.clauses)
    return shared >= ALIKE * (_size(one.clauses) + _size(other.clauses) - shared)


_NEVER: Final = ("9999-99-99", "")


def _days(statements: Statements) -> dict[str, tuple[str, str]]:
    """Source → the first and the last day on which it may have been issued."""
    found: dict[str, tuple[str, str]] = {}
    for graph, subject, term in statements(t.DCT_ISSUED, None):
        if graph == value(subject):
            day = PartialDate.parse(value(term))
            span = (day.first.isoformat(), day.last.isoformat())
            found[graph] = min(found.get(graph, span), span)
    return found
