"""What the rows of a question rest on, read in one go where an engine lets it be read so.

The SPARQL of a question looks up each thing that a source says of a fact by itself, and its
passages are read after that once more. Here all of a fact is read at once, its passages with it,
and what many facts have in common (names, sources) once. The rows are those of the SPARQL, which
stands for every other engine and which tests hold them against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Final

from ...ontology import terms as t
from ..evidence import Passage, proven
from ..parts import Parts, about, parts_of, text_of_parts
from ..scan import Streaming

__all__ = [
    "DERIVED",
    "Fact",
    "Grounded",
    "Grounds",
    "Row",
    "facts_of",
    "grounds_of",
    "names_of",
    "numbers",
]

DERIVED: Final = f"GRAPH <{t.DERIVED_GRAPH}>"
PARTS: Final = (t.MODALITY, t.STATUS, t.SINCE, t.UNTIL, t.PROGRAMME)
"""What is read of a fact."""
_INFERRED: Final = "inferred"
_ANY_REPOST: Final = f"SELECT ?s {{ ?s <{t.REPOST_OF}> ?o }} LIMIT 1"
_REPOSTS: Final = f"""SELECT DISTINCT ?number ?o {{ VALUES (?thing ?number) {{ THINGS }}
  ?thing <{t.REPOST_OF}> ?o }}"""
_NAMES: Final = f"""SELECT DISTINCT ?number ?l {{ VALUES (?thing ?number) {{ THINGS }}
  {DERIVED} {{ ?thing <{t.SKOS_PREF_LABEL}> ?l }} FILTER(LANG(?l) = "zh") }}"""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with the things at its ends that were asked for, and what its source says of it."""

    iri: str
    ends: tuple[str, ...]
    parts: Parts

    def states(self, planned: bool) -> list[str]:
        """Its states, one word each; without those only planned unless they are asked for."""
        told = [one.partition("/status/")[2] for one in self.parts[1]] or ["unknown"]
        return [one for one in told if planned or one != "planned"]

    @property
    def modalities(self) -> list[str]:
        """How help is given, one word each."""
        return [one.partition("/modality/")[2] for one in self.parts[0]]

    @property
    def programmes(self) -> list[str]:
        """The IRIs of its programmes."""
        return self.parts[4]

    def under(self, names: Mapping[str, Sequence[str]]) -> list[str]:
        """What its programmes are called; "" where it has none, or none with a name."""
        return [name for one in self.programmes for name in names.get(one, ("",))] or [""]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The passages of facts, and of their sources which are reference tables, or repeat others."""

    passages: Mapping[str, tuple[Passage, ...]]
    tables: frozenset[str]
    originals: Mapping[str, Collection[str]]

    def basis(self, passage: Passage) -> str:
        """Whether a report says it or a reference table."""
        return "reference" if passage.source in self.tables else "report"


@dataclass(frozen=True, slots=True)
class Grounded:
    """The rows of an answer, and the passages of the facts in them, and perhaps of more facts."""

    rows: list[tuple[str, ...]]
    passages: Mapping[str, tuple[Passage, ...]]


@dataclass(slots=True)
class Row:
    """What facts that make up one row say together."""

    starts: set[str] = field(default_factory=set)
    ends: set[str] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    voices: set[str] = field(default_factory=set)
    quotes: set[tuple[bool, str, str]] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)

    def add(self, fact: Fact, states: Iterable[str], passage: Passage, grounds: Grounds) -> None:
        """Add what `passage` says of `fact`, in the `states` that are asked for."""
        _, _, starts, ends, *_ = fact.parts
        # "~" sorts after digits and "-": an unknown start comes last, and 2015-03 before 2015
        self.starts.update([f"{one}~" for one in starts] or ["~"])
        self.ends.update(ends)
        self.states.update(states)
        self.days.add(passage.issued or "")
        self.sources.add(passage.source)
        # a repost is the voice of the story it repeats
        self.voices.update(grounds.originals.get(passage.source) or (passage.source,))
        # stated before inferred, then the shortest, as SPARQL compares them
        length = str(100000 + len(passage.quote))
        self.quotes.add((passage.stance == _INFERRED, length, passage.quote))
        self.facts.add(fact.iri)

    @property
    def since(self) -> str:
        """When it began, as first told."""
        return min(self.starts)[:-1]

    @property
    def until(self) -> str:
        """When it ended, as last told."""
        return max(self.ends, default="")

    @property
    def state(self) -> str:
        """The first of its states by the alphabet."""
        return min(self.states)

    @property
    def first(self) -> str:
        """The day of the first source that has one."""
        return min(f"{day}~" for day in self.days)[:-1]

    @property
    def last(self) -> str:
        """The day of the last source."""
        return max(self.days)

    @property
    def passage(self) -> str:
        """The shortest quote that states it."""
        return min(self.quotes)[2]

    @property
    def told(self) -> str:
        """The facts, as a cell has them."""
        return " ".join(sorted(self.facts))


def facts_of(
    store: Streaming, ends: Collection[str], pattern: str, more: Sequence[str] = ()
) -> list[Fact]:
    """The facts ?f, in their graphs ?in, that `pattern` finds, with the things it names so.

    `more` are properties that are read besides those of PARTS, and stand after them.
    """
    parts = (*PARTS, *more)
    keys = " ".join(f"?{one}" for one in ends)
    query = f"""SELECT {keys} ?f ({text_of_parts(parts)} AS ?said) {{
      {pattern} GRAPH ?in {{ ?f ?p ?o }} }} GROUP BY {keys} ?f ?in"""
    return [
        Fact(fact, tuple(found), parts_of(said, len(parts)))
        for *found, fact, said in store.stream(query)
    ]


def grounds_of(store: Streaming, facts: Iterable[str]) -> Grounds | None:
    """What `facts` rest on; None if one has no proof, or stands in several sources."""
    found = proven(store, facts)
    if not found.in_one:
        return None
    sources = sorted({one.source for some in found.passages.values() for one in some})
    originals: dict[str, list[str]] = defaultdict(list)
    if any_repost(store):
        for source, (original,), _ in about(store, _REPOSTS, sources):
            originals[source].append(original)
    return Grounds(passages=found.passages, tables=found.tables, originals=originals)


def any_repost(store: Streaming) -> bool:
    """Whether any source repeats another; to know that of all costs no more than of one."""
    return bool([*store.stream(_ANY_REPOST)])


def names_of(store: Streaming, things: Iterable[str]) -> dict[str, list[str]]:
    """What each of `things` is called."""
    found: dict[str, list[str]] = {}
    for one, (name,), _ in about(store, _NAMES, sorted(set(things))):
        found.setdefault(one, []).append(name)
    return found


def numbers(values: Sequence[str], lows: Sequence[str], highs: Sequence[str]) -> list[str]:
    """A number as it is told: exact, between two bounds, or with one."""
    if values:
        return [*values]
    if lows and highs:
        return [f"{low}–{high}" for low, high in product(lows, highs)]
    return [f"≥{low}" for low in lows] or [f"≤{high}" for high in highs]
