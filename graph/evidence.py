"""The passages behind facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from ..ontology import terms as t
from .engine import Store
from .parts import Parts, about, in_parts, only, text_of_parts, which
from .scan import Streaming, full_rows
from .view import behind

__all__ = ["Passage", "Proven", "order", "passages", "proven"]


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


@dataclass(frozen=True, slots=True)
class Proven:
    """Passages of facts; those of their sources that are reference tables; and whether each fact
    has proofs, all of them whole and in the one source that they name."""

    passages: dict[str, tuple[Passage, ...]]
    tables: frozenset[str]
    in_one: bool


def passages(store: Store, facts: Iterable[str]) -> dict[str, tuple[Passage, ...]]:
    """The passages of each of `facts` (IRIs), by source and place in it; () for unknown facts.

    Raises :class:`ValueError` for a text that is no IRI.
    """
    wanted = sorted(set(facts))
    quick = behind(store)
    if isinstance(quick, Streaming):
        return proven(quick, wanted).passages
    told = [*_looked_up(store, wanted)]
    sources = sorted({row[1] for row in told})
    said: dict[str, Parts] = {one: [[] for _ in _ABOUT] for one in sources}
    for names in in_parts(sources):
        for one, predicate, text in full_rows(store, _SOURCES.replace("SOURCES", names)):
            said[one][_ABOUT.index(predicate)].append(text)
    return _put_together(wanted, told, said)


def proven(store: Streaming, facts: Iterable[str]) -> Proven:
    """The same from an engine that streams, with what else was read of their sources.

    All of a proof is read in one go; what a source says of itself once, however many facts it has.
    """
    wanted = sorted(set(facts))
    told: list[tuple[str, ...]] = []
    held: dict[str, str] = {}
    in_one = True
    for fact, (source,), (*parts, others) in about(store, _GATHERED, wanted, (*_PARTS, t.SOURCE)):
        told += ((fact, source, *one) for one in product(*parts))
        in_one &= all(parts) and not others and held.setdefault(fact, source) == source
    sources = sorted({row[1] for row in told})
    said: dict[str, Parts] = {one: [[] for _ in (*_ABOUT, t.SOURCE_CLASS)] for one in sources}
    for one, (nth, text), _ in about(store, _OF_SOURCES, sources):
        said[one][int(nth)].append(text)
    tables = frozenset(one for one, parts in said.items() if parts.pop())
    found = _put_together(wanted, told, said)
    return Proven(found, tables, in_one and all(found.values()))


def _put_together(
    wanted: Sequence[str], told: Iterable[tuple[str, ...]], said: Mapping[str, Parts]
) -> dict[str, tuple[Passage, ...]]:
    """The passages of the facts `wanted`, of proofs and what their sources say of themselves."""
    nothing: list[str | None] = [None]
    # of a source that says something of itself in two ways, both
    sources = {
        one: list(product(*(texts or nothing for texts in parts))) for one, parts in said.items()
    }
    found: dict[str, list[Passage]] = {fact: [] for fact in wanted}
    for row in told:
        found[row[0]] += (_passage(row, about) for about in sources[row[1]])
    return {fact: _sorted(some) for fact, some in found.items()}


def _looked_up(store: Store, wanted: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The proofs of the facts `wanted`, from any engine: all that is said of them, put together.

    Asked for a pattern for each part, a server took twenty times as long to join them.
    """
    for names in in_parts(wanted):
        said: dict[tuple[str, ...], list[list[str]]] = {}
        for *proof, predicate, text in full_rows(store, _PROOFS.replace("FACTS", names)):
            parts = said.setdefault(tuple(proof), [[] for _ in _PARTS])
            parts[_PARTS.index(predicate)].append(text)
        for (fact, source, _), parts in said.items():
            yield from ((fact, source, *one) for one in product(*parts))


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
_TABLE: Final = t.concept("sourceClass", "reference")
_ABOUT: Final = (t.DCT_SOURCE, t.DCT_TITLE, t.DCT_PUBLISHER, t.DCT_ISSUED)
_SAID: Final = text_of_parts((*_PARTS, t.SOURCE), {t.SOURCE: "?source"})
_GATHERED: Final = f"""
SELECT ?number ?source ({_SAID} AS ?said) WHERE {{
  VALUES (?fact ?number) {{ THINGS }}
  GRAPH ?source {{ ?fact <{t.EVIDENCE}> ?evidence . ?evidence ?p ?o }}
}} GROUP BY ?number ?source ?evidence"""
_OF_SOURCES: Final = f"""
SELECT ?number ?which ?o WHERE {{
  VALUES (?thing ?number) {{ THINGS }}
  GRAPH ?thing {{ ?thing ?p ?o }}
  {only(_ABOUT, f"SAMETERM(?p, <{t.SOURCE_CLASS}>) && SAMETERM(?o, <{_TABLE}>)")}
  BIND({which((*_ABOUT, t.SOURCE_CLASS))} AS ?which)
}}"""
_PROOFS: Final = f"""
SELECT ?fact ?source ?evidence ?p ?o WHERE {{
  VALUES ?fact {{ FACTS }}
  GRAPH ?source {{ ?fact <{t.EVIDENCE}> ?evidence . ?evidence ?p ?o }}
  FILTER(?p IN ({", ".join(f"<{one}>" for one in _PARTS)}))
}}"""
_SOURCES: Final = f"""
SELECT ?source ?p ?o WHERE {{
  VALUES ?source {{ SOURCES }}
  GRAPH ?source {{ ?source ?p ?o FILTER(?p IN ({", ".join(f"<{one}>" for one in _ABOUT)})) }}
}}"""
