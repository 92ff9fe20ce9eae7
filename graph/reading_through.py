"""Every index of an engine read from end to end: the only way to know that its files are sound.

Opening looks at the table of contents alone, and a damaged block is noticed by whoever meets it
(measured with pyoxigraph 0.5: seven flipped bytes passed a scan of another index).
"""

from __future__ import annotations

from collections.abc import Iterable

import pyoxigraph as ox

__all__ = ["read_through"]


def read_through(engine: ox.Store) -> int:
    """Read each statement by each of its terms; how many there are.

    Raises the engine's errors for what cannot be read, and RuntimeError where two indexes do not
    hold the same.
    """
    subjects: set[object] = set()
    predicates: set[object] = set()
    objects: set[object] = set()
    by_predicate: set[tuple[object, object]] = set()
    by_object: set[tuple[object, object]] = set()
    count = total = 0
    for quad in engine:
        count, total = count + 1, total + hash(quad)
        subjects.add(quad.subject)
        predicates.add(quad.predicate)
        objects.add(quad.object)
        by_predicate.add((quad.predicate, quad.graph_name))
        by_object.add((quad.object, quad.graph_name))
    graphs: list[object] = [*engine.named_graphs(), ox.DefaultGraph()]
    for patterns in (
        ((None, None, None, graph) for graph in graphs),
        ((subject, None, None, None) for subject in subjects),
        ((None, predicate, None, None) for predicate in predicates),
        ((None, None, target, None) for target in objects),
        ((None, predicate, None, graph) for predicate, graph in by_predicate),
        ((None, None, target, graph) for target, graph in by_object),
    ):
        if _read(engine, patterns) != (count, total):
            raise RuntimeError("Corruption: two indexes differ")
    return count


def _read(engine: ox.Store, patterns: Iterable[tuple[object, ...]]) -> tuple[int, int]:
    """Number and sum of what the patterns find; literals equal in value alone are told apart."""
    count = total = 0
    for pattern in patterns:
        target = pattern[2]
        for quad in engine.quads_for_pattern(*pattern):  # type: ignore[arg-type]
            if target is None or quad.object == target:
                count, total = count + 1, total + hash(quad)
    return count, total
