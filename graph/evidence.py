"""The passages behind facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri, value
from .engine import Store

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
    found: dict[str, set[Passage]] = {fact: set() for fact in wanted}
    for first in range(0, len(wanted), _BATCH):
        # iri() lets nothing pass that could end the term, so the text stays data
        names = " ".join(iri(fact) for fact in wanted[first : first + _BATCH])
        for row in store.select(_QUERY.replace("FACTS", names)).rows:
            passage = _passage([None if cell is None else value(cell) for cell in row])
            found[passage.fact].add(passage)
    return {fact: tuple(sorted(found[fact], key=_order)) for fact in wanted}


def _order(passage: Passage) -> tuple[object, ...]:
    return (passage.address, passage.start, passage.end, passage.method, passage.quote)


def _passage(cells: list[str | None]) -> Passage:
    text = [cell or "" for cell in cells]
    return Passage(
        fact=text[0],
        quote=text[1],
        source=text[2],
        address=cells[10] or text[2],
        title=cells[11],
        publisher=cells[12],
        issued=cells[13],
        start=int(text[3]),
        end=int(text[4]),
        raw_start=int(text[5]),
        raw_end=int(text[6]),
        method=text[7],
        confidence=float(text[8]),
        stance=text[9].rpartition("/")[2],
    )


_QUERY: Final = f"""
SELECT DISTINCT ?fact ?quote ?source ?start ?end ?rawStart ?rawEnd ?method ?confidence ?stance
       ?address ?title ?publisher ?issued WHERE {{
  VALUES ?fact {{ FACTS }}
  GRAPH ?source {{
    ?fact <{t.EVIDENCE}> ?evidence .
    ?evidence <{t.QUOTE}> ?quote ; <{t.START}> ?start ; <{t.END}> ?end ;
      <{t.RAW_START}> ?rawStart ; <{t.RAW_END}> ?rawEnd ; <{t.METHOD}> ?method ;
      <{t.CONFIDENCE}> ?confidence ; <{t.STANCE}> ?stance .
    OPTIONAL {{ ?source <{t.DCT_SOURCE}> ?address }}
    OPTIONAL {{ ?source <{t.DCT_TITLE}> ?title }}
    OPTIONAL {{ ?source <{t.DCT_PUBLISHER}> ?publisher }}
    OPTIONAL {{ ?source <{t.DCT_ISSUED}> ?issued }}
  }}
}}"""
