"""The passages behind facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri
from .engine import Store
from .scan import Streaming, full_rows
from .view import behind

__all__ = ["Passage", "order", "passages"]

_BATCH: Final = 500
"""Facts a query: long enough that the query's own cost is small, short enough to parse fast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A passage that proves a fact, with the source it stands in.

    `start`/`end` count characters of the cleaned text, `raw_start`/`raw_end` of the page as
    received. `issued` is an ISO date as precise as known.
    """

    fact: str
    quote: str
    source: str
    address: str
    title: str | None
    publisher: str | None
    issued: str | None
    start: int
    end: int
    raw_start: int
    raw_end: int
    method: str
    confidence: float
    stance: str


def passages(store: Store, facts: Iterable[str]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each of `facts` (IRIs), by source and place in it; () for unknown facts.

    Raises :class:`ValueError` for a text that is no IRI.
    """
    wanted = sorted(set(facts))
    quick = behind(store)
    if isinstance(quick, Streaming):
        told = _gathered(quick, wanted)
    else:
        told = []
        for names in _parts(wanted):
            # nothing in a proof is ever left out, so no cell is empty
            told += full_rows(store, _PROOFS.replace("FACTS", names))
    # many facts have the same source: what it says of itself is asked for once
    sources = _sources(store, sorted({row[1] for row in told}))
    found: dict[str, list[Passage]] = {fact: [] for fact in wanted}
    for row in told:
        found[row[0]] += (_passage(row, about) for about in sources[row[1]])
    return {fact: _sorted(some) for fact, some in found.items()}


def _gathered(store: Streaming, wanted: Sequence[str]) -> list[tuple[str, ...]]:
    """The proofs of the facts `wanted`, where the engine reads all of a proof in one go.

    To look its parts up one by one takes twice as long, and to spell a fact, a proof or a property
    out as long as to find it. So facts are numbered, parts too, and a proof is one text.
    """
    told: list[tuple[str, ...]] = []
    for first in range(0, len(wanted), _BATCH):
        part = wanted[first : first + _BATCH]
        for number, source, text in store.stream(_GATHERED.replace("FACTS", _numbered(part))):
            said = _read(text, len(_PARTS))
            told += ((part[int(number)], source, *one) for one in product(*said))
    return told


def _sources(store: Store, wanted: Sequence[str]) -> dict[str, list[tuple[str | None, ...]]]:
    """Address, title, publisher and date of each source; of those told in two ways, both."""
    nothing: list[str | None] = [None]
    found: dict[str, list[tuple[str | None, ...]]] = {}
    quick = behind(store)
    for first in range(0, len(wanted), _BATCH):
        part = wanted[first : first + _BATCH]
        said: dict[str, list[list[str]]] = {one: [[] for _ in _ABOUT] for one in part}
        if isinstance(quick, Streaming):
            every = list(said.values())
            for number, which, text in quick.stream(
                _OF_SOURCES.replace("SOURCES", _numbered(part))
            ):
                every[int(number)][int(which)].append(text)
        else:
            names = " ".join(map(iri, part))
            for one, predicate, text in full_rows(store, _SOURCES.replace("SOURCES", names)):
                said[one][_ABOUT.index(predicate)].append(text)
        for one, parts in said.items():
            found[one] = list(product(*(texts or nothing for texts in parts)))
    return found


def _parts(iris: Sequence[str]) -> Iterator[str]:
    """`iris` as terms, so many together."""
    for first in range(0, len(iris), _BATCH):
        # iri() lets nothing pass that could end the term, so the text stays data
        yield " ".join(map(iri, iris[first : first + _BATCH]))


def _numbered(iris: Iterable[str]) -> str:
    """`iris` as terms, each with its number: a number costs an engine nothing to spell."""
    return " ".join(f"({iri(one)} {number})" for number, one in enumerate(iris))


def _read(text: str, count: int) -> list[list[str]]:
    """The texts of each of so many parts, in `text`: its number, its length and itself."""
    parts: list[list[str]] = [[] for _ in range(count)]
    at = 0
    while at < len(text):
        colon = text.index(":", at)
        end = colon + 1 + int(text[at + 1 : colon])
        parts[int(text[at])].append(text[colon + 1 : end])
        at = end
    return parts


def _sorted(some: list[Passage]) -> tuple[Passage, ...]:
    """`some` passages, each once; of most facts there is one, and to compare takes time."""
    return tuple(some) if len(some) < 2 else tuple(sorted(set(some), key=order))


def order(one: Passage) -> tuple[object, ...]:
    """What passages are sorted by: no two that differ are alike in it."""
    place = (one.address, one.start, one.end, one.method, one.quote)
    about = (one.title or "", one.publisher or "", one.issued or "", one.source)
    return (*place, *about, one.raw_start, one.raw_end, one.confidence, one.stance, one.fact)


def _passage(text: Sequence[str], about: tuple[str | None, ...]) -> Passage:
    address, title, publisher, issued = about
    return Passage(
        fact=text[0],
        source=text[1],
        quote=text[2],
        address=address or text[1],
        title=title,
        publisher=publisher,
        issued=issued,
        start=int(text[3]),
        end=int(text[4]),
        raw_start=int(text[5]),
        raw_end=int(text[6]),
        method=text[7],
        confidence=float(text[8]),
        stance=text[9].rpartition("/")[2],
    )


def _only(parts: Sequence[str]) -> str:
    """Only those with one of `parts` for ?p."""
    return f"FILTER({' || '.join(f'SAMETERM(?p, <{one}>)' for one in parts)})"


def _which(parts: Sequence[str]) -> str:
    """The number of the one of `parts` that is ?p, as text: to spell ?p out would take longer."""
    told = "".join(f'IF(SAMETERM(?p, <{one}>), "{nth}", ' for nth, one in enumerate(parts))
    return f'{told}""{")" * len(parts)}'


_PARTS: Final = (
    t.QUOTE,
    t.START,
    t.END,
    t.RAW_START,
    t.RAW_END,
    t.METHOD,
    t.CONFIDENCE,
    t.STANCE,
)
_ABOUT: Final = (t.DCT_SOURCE, t.DCT_TITLE, t.DCT_PUBLISHER, t.DCT_ISSUED)
_ONE: Final = f'CONCAT({_which(_PARTS)}, STR(STRLEN(STR(?o))), ":", STR(?o))'
_GATHERED: Final = f"""
SELECT ?number ?source (GROUP_CONCAT({_ONE}; SEPARATOR="") AS ?said) WHERE {{
  VALUES (?fact ?number) {{ FACTS }}
  GRAPH ?source {{ ?fact <{t.EVIDENCE}> ?evidence . ?evidence ?p ?o }}
  {_only(_PARTS)}
}} GROUP BY ?number ?source ?evidence"""
_OF_SOURCES: Final = f"""
SELECT ?number ?which ?o WHERE {{
  VALUES (?source ?number) {{ SOURCES }}
  GRAPH ?source {{ ?source ?p ?o }}
  {_only(_ABOUT)}
  BIND({_which(_ABOUT)} AS ?which)
}}"""
_PROOFS: Final = f"""
SELECT ?fact ?source ?quote ?start ?end ?rawStart ?rawEnd ?method ?confidence ?stance WHERE {{
  VALUES ?fact {{ FACTS }}
  GRAPH ?source {{
    ?fact <{t.EVIDENCE}> ?evidence .
    ?evidence <{t.QUOTE}> ?quote ; <{t.START}> ?start ; <{t.END}> ?end ;
      <{t.RAW_START}> ?rawStart ; <{t.RAW_END}> ?rawEnd ; <{t.METHOD}> ?method ;
      <{t.CONFIDENCE}> ?confidence ; <{t.STANCE}> ?stance .
  }}
}}"""
_SOURCES: Final = f"""
SELECT ?source ?p ?o WHERE {{
  VALUES ?source {{ SOURCES }}
  GRAPH ?source {{ ?source ?p ?o FILTER(?p IN ({", ".join(f"<{one}>" for one in _ABOUT)})) }}
}}"""
