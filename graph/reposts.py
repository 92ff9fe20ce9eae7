"""Reposts: sources whose texts are near-identical tell one story, and count as one voice.

A text is compared by its clauses, since a repost changes the head, the foot or a few words, and
leaves most clauses as they are. Which texts are compared at all is chosen by the smallest hashes
of their clauses (the bottom-k sketch of Broder, "On the resemblance and containment of documents",
1997): two texts are compared if they share two of these, one of which few texts have. So the cost
grows little faster than the number of sources, and a new one touches only those near it.
"""

from __future__ import annotations

import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.forms import ref as iri
from ..ontology.nt import Triple, literal, value
from .roots import Roots
from .said import Columns, Statements

__all__ = [
    "CROWD",
    "Text",
    "alike",
    "comparable",
    "key_triples",
    "reposted",
    "stories",
    "story_triples",
    "text_of",
    "voices",
]

ALIKE: Final = 0.6
"""The share of the characters of two texts that stands in clauses of both. Of 111 articles about
assistance no two reached 0.03; a copy in which each tenth clause was changed has 0.8."""
SHORTEST: Final = 80
"""Characters in clauses that a text must have: two short ones may be alike by chance."""
SKETCH: Final = 8
CROWD: Final = 100
"""A key that more texts have belongs to the page and not to the story: it leads to none."""

_PARTS = re.compile(r"[^\w]+")
_LEAST = 4
"""Characters of a clause: shorter ones are names and dates, which many texts share."""
_LENGTH = 63
"""The bits of a clause's key that hold its length; a longer clause counts as this long."""


@dataclass(frozen=True, slots=True)
class Text:
    """A source by the keys of its clauses, each once; the `sketch` are the least of them."""

    source: str
    clauses: Collection[int]
    sketch: tuple[int, ...]


def reposted(columns: Columns) -> Iterator[Triple]:
    """``repost bf:repostOf original`` for every source that repeats another's text, in no order.

    The original of a story is the source that was issued first, an undated one last, then the
    first by IRI; it is itself a repost of nothing. The keys of each text stand beside it as
    ``bf:textKey``.
    """
    texts = {text.source: text for text in _texts(columns)}
    bearing: Counter[int] = Counter(key for text in texts.values() for key in text.sketch)
    once = {key for key, number in bearing.items() if number == 1}
    for text in texts.values():
        yield from key_triples(text)
    days = _days(columns)
    shared = {source: text for source, text in texts.items() if not once.issuperset(text.sketch)}
    for story in stories(shared, lambda key: bearing[key] > CROWD):
        yield from story_triples(story, days)


def key_triples(text: Text) -> list[Triple]:
    """The keys by which texts like this are found."""
    predicate = iri(t.TEXT_KEY)
    return [(iri(text.source), predicate, literal(f"{key:016x}")) for key in text.sketch]


def story_triples(story: Collection[str], days: Mapping[str, tuple[str, str]]) -> list[Triple]:
    """Which sources of one story are reposts of which."""
    original = min(story, key=lambda source: (days.get(source, _NEVER), source))
    return [(iri(s), iri(t.REPOST_OF), iri(original)) for s in story if s != original]


def stories(texts: Mapping[str, Text], crowded: Callable[[int], bool]) -> list[list[str]]:
    """The sources of `texts` story by story; those that stand alone are left out.

    `crowded` says of a key whether more than ``CROWD`` texts have it.
    """
    ordered = sorted(texts)
    roots = Roots(len(ordered))
    sharing: dict[int, list[int]] = defaultdict(list)
    for n, source in enumerate(ordered):
        for key in texts[source].sketch:
            sharing[key].append(n)
    leading = {key: some for key, some in sharing.items() if len(some) > 1 and not crowded(key)}
    size = cache(lambda n: _size(texts[ordered[n]].clauses))
    for a, source in enumerate(ordered):
        # each pair once, however many keys it shares
        near = {b for key in texts[source].sketch for b in leading.get(key, ()) if b > a}
        mine = set(texts[source].clauses) if near else set()
        for b in near:
            other = texts[ordered[b]]
            if roots.of(a) == roots.of(b) or not comparable(texts[source], other):
                continue
            if _alike(size(a), size(b), _size(mine.intersection(other.clauses))):
                roots.join(a, b)
    found: dict[int, list[str]] = defaultdict(list)
    for n, source in enumerate(ordered):
        found[roots.of(n)].append(source)
    return [story for story in found.values() if len(story) > 1]


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


def _texts(columns: Columns) -> Iterator[Text]:
    for source, plain in columns.own(t.CLEAN_TEXT):
        text = text_of(source, plain)
        if text is not None:
            # a tenth of the memory, which counts when all texts are held
            yield Text(source, array("q", text.clauses), text.sketch)


def text_of(source: str, text: str) -> Text | None:
    """The `text` of a source by its clauses; None for one that is too short."""
    clauses = frozenset(map(_key, _PARTS.split(text))) - {0}
    if _size(clauses) < SHORTEST:
        return None
    return Text(source, clauses, tuple(sorted(clauses)[:SKETCH]))


def _key(clause: str) -> int:
    """A hash of the clause, with its length in the lowest bits; 0 for one that is too short."""
    if len(clause) < _LEAST:
        return 0
    digest = int.from_bytes(blake2b(clause.encode("utf-8"), digest_size=7).digest(), "big")
    return digest * (_LENGTH + 1) + min(len(clause), _LENGTH)


def _size(clauses: Iterable[int]) -> int:
    return sum(map(_LENGTH.__and__, clauses))


def comparable(one: Text, other: Text) -> bool:
    """Whether the sketches have so much in common that the texts may be alike."""
    shared = len(set(one.sketch) & set(other.sketch))
    return shared >= min(2, len(one.sketch), len(other.sketch))


def alike(one: Text, other: Text) -> bool:
    """Whether two texts are near-identical."""
    shared = _size(set(one.clauses).intersection(other.clauses))
    return _alike(_size(one.clauses), _size(other.clauses), shared)


def _alike(one: int, other: int, shared: int) -> bool:
    """The same by the sizes of the texts and of what they share."""
    return shared >= ALIKE * (one + other - shared)


_NEVER: Final = ("9999-99-99", "")


def _days(columns: Columns) -> dict[str, tuple[str, str]]:
    """Source → the first and the last day on which it may have been issued."""
    found: dict[str, tuple[str, str]] = {}
    for source, text in columns.own(t.DCT_ISSUED):
        day = PartialDate.parse(text)
        span = (day.first.isoformat(), day.last.isoformat())
        found[source] = min(found.get(source, span), span)
    return found
