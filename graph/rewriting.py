"""A graph that can be computed again, made to hold other triples: by differences, of any size.

A small one is written by updates. Updates of a large one would hold it in memory several times and
take as long again; so what is new goes into the engine's files in bulk, and what the graph held
before is remembered by its hashes alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final

import pyoxigraph as ox

from ..ontology.nt import Triple
from .faults import ENGINE_ERRORS, store_fault
from .journal import STAMP
from .stream import Bulk, load_parts
from .updates import amendment, differences, lines

__all__ = ["as_held", "rewrite"]

_FEW: Final = 20_000
"""Triples up to which a graph, or a difference, is written by updates."""
_MOST: Final = 300_000
"""Triples that are read in as one text: the engine holds them, and writes each text apart."""
_PART: Final = 100_000
"""Triples that are compared at once with what is held."""


def rewrite(engine: ox.Store, name: str, triples: Iterable[Triple], where: str) -> None:
    """Make `triples`, which may repeat, all that the graph `name` (a term) holds.

    `where` says in errors what store it is. The stamp goes first and comes last. Raises the
    engine's errors, and StoreError for what is no triple.
    """
    graph = ox.NamedNode(name[1:-1])
    rest = iter(triples)
    head = list(islice(rest, _FEW + 1))
    known = list(islice(_held(engine, graph), _FEW + 1))
    if len(head) > _FEW or len(known) > _FEW:
        _in_bulk(engine, name, chain(head, rest), where)
    elif known and not head:
        engine.update(f"DROP SILENT GRAPH {name}")
    else:
        for text in differences(name, set(known), set(head), where):
            engine.update(text)


def as_held(triples: Iterable[Triple], where: str) -> Iterator[Triple]:
    """`triples` as the engine spells them, in no order: ``"0.90"`` comes back as ``"0.9"``.

    They are sent through an empty store. Raises StoreError for what is no triple, with `where` for
    the store that they are for.
    """
    text = lines(triples, where)
    if not text:
        return
    scratch = ox.Store()
    try:
        scratch.bulk_load(f"{text} .\n".encode(), ox.RdfFormat.N_TRIPLES)
    except ENGINE_ERRORS as error:
        raise store_fault(error, where) from error
    yield from _spelled(scratch)


def _held(engine: ox.Store, graph: ox.NamedNode) -> Iterator[Triple]:
    return _spelled(engine.quads_for_pattern(None, None, None, graph))


def _spelled(quads: Iterable[ox.Quad]) -> Iterator[Triple]:
    for quad in quads:
        yield str(quad.subject), str(quad.predicate), str(quad.object)


def _in_bulk(engine: ox.Store, name: str, triples: Iterator[Triple], where: str) -> None:
    graph = ox.NamedNode(name[1:-1])
    engine.update(amendment(name, [STAMP], (), where))
    # equal hashes of different triples: once in ten million graphs of a million
    left = {hash(triple) for triple in _held(engine, graph)}
    stamps: list[Triple] = []
    fresh = _fresh(triples, left, stamps, where)
    while head := list(islice(fresh, _FEW + 1)):
        if len(head) > _FEW:
            bulk = Bulk(name, lambda part: lines(part, where))
            # what comes twice does no harm: the print of what was written is compared with nothing
            load_parts(engine, bulk, chain(head, islice(fresh, _MOST)))
        else:
            engine.update(amendment(name, (), head, where))
    if left:
        for quad in engine.quads_for_pattern(None, None, None, graph):
            if hash(next(_spelled((quad,)))) in left:
                engine.remove(quad)
    if stamps:
        engine.update(amendment(name, (), stamps[:1], where))


def _fresh(
    triples: Iterator[Triple], left: set[int], stamps: list[Triple], where: str
) -> Iterator[Triple]:
    """Those of `triples` that are not held, with few repeats, the stamp apart.

    `left` are the hashes of what is held; in the end, of what is not among `triples`.
    """
    while part := list(islice(triples, _PART)):
        fresh = {one for one in part if hash(one) not in left}
        left.difference_update(map(hash, part))
        if STAMP in fresh:
            fresh.discard(STAMP)
            stamps.append(STAMP)
        if left:  # what is spelled otherwise is held already
            told = (one for one in fresh if one[2].startswith('"'))
            left.difference_update(map(hash, as_held(told, where)))
        yield from fresh
