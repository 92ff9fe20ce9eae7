"""The passages behind facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri
from .engine import Store
from .scan import full_rows

__all__ = ["Passage", "passages"]

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
    told: list[tuple[str, ...]] = []
    for names in _parts(wanted):
        # nothing in a proof is ever left out, so no cell is empty
        told += full_rows(store, _PROOFS.replace("FACTS", names))
    # many facts have the same source: what it says of itself is asked for once
    sources = _sources(store, {row[2] for row in told})
    passages: dict[str, set[Passage]] = {fact: set() for fact in wanted}
    for row in told:
        passages[row[0]].update(_passage(row, about) for about in sources[row[2]])
    return {fact: tuple(sorted(passages[fact], key=_order)) for fact in wanted}


def _sources(store: Store, wanted: set[str]) -> dict[str, list[tuple[str | None, ...]]]:
    """Address, title, publisher and date of each source; of those told in two ways, both."""
    said: dict[str, dict[str, list[str]]] = {source: {} for source in wanted}
    for names in _parts(sorted(wanted)):
        for source, predicate, text in full_rows(store, _SOURCES.replace("SOURCES", names)):
            said[source].setdefault(predicate, []).append(text)
    nothing: list[str | None] = [None]
    return {
        source: list(product(*(told.get(one) or nothing for one in _ABOUT)))
        for source, told in said.items()
    }


def _parts(iris: Sequence[str]) -> Iterator[str]:
    """`iris` as terms, so many together."""
    for first in range(0, len(iris), _BATCH):
        # iri() lets nothing pass that could end the term, so the text stays data
        yield " ".join(iri(one) for one in iris[first : first + _BATCH])


def _order(passage: Passage) -> tuple[object, ...]:
    return (passage.address, passage.start, passage.end, passage.method, passage.quote)


def _passage(text: Sequence[str], about: tuple[str | None, ...]) -> Passage:
    address, title, publisher, issued = about
    return Passage(
        fact=text[0],
        quote=text[1],
        source=text[2],
        address=address or text[2],
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


_PROOFS: Final = f"""
SELECT ?fact ?quote ?source ?start ?end ?rawStart ?rawEnd ?method ?confidence ?stance WHERE {{
  VALUES ?fact {{ FACTS }}
  GRAPH ?source {{
    ?fact <{t.EVIDENCE}> ?evidence .
    ?evidence <{t.QUOTE}> ?quote ; <{t.START}> ?start ; <{t.END}> ?end ;
      <{t.RAW_START}> ?rawStart ; <{t.RAW_END}> ?rawEnd ; <{t.METHOD}> ?method ;
      <{t.CONFIDENCE}> ?confidence ; <{t.STANCE}> ?stance .
  }}
}}"""
_ABOUT: Final = (t.DCT_SOURCE, t.DCT_TITLE, t.DCT_PUBLISHER, t.DCT_ISSUED)
_SOURCES: Final = f"""
SELECT ?source ?p ?o WHERE {{
  VALUES ?source {{ SOURCES }}
  GRAPH ?source {{ ?source ?p ?o FILTER(?p IN ({", ".join(f"<{one}>" for one in _ABOUT)})) }}
}}"""
