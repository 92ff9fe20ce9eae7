"""Readings into a store, one transaction a source, whatever goes wrong with some of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from ..ontology.errors import BangfuError
from ..ontology.graphs import SourceGraph
from ..ontology.records import Reading
from .clusters import Refusal
from .keep import writing
from .store import Change, Store, put

__all__ = ["Loaded", "put_all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """How many sources came in new, changed or as they were, their facts, and what failed."""

    added: int
    replaced: int
    unchanged: int
    facts: int
    failures: tuple[BangfuError, ...]

    @property
    def sources(self) -> int:
        """All sources that were read."""
        return self.added + self.replaced + self.unchanged


def put_all(
    path: Path,
    readings: Iterable[Reading | SourceGraph | BangfuError],
    tell: Callable[[Refusal], object] = lambda _: None,
) -> Loaded:
    """Put every source into the store at `path`; `tell` is given merges that judgements forbid."""
    counts = dict.fromkeys(Change, 0)
    facts = 0
    failures: list[BangfuError] = []
    store: Store | None = None
    with ExitStack() as opened:
        for reading in readings:
            if isinstance(reading, BangfuError):
                failures.append(reading)
                continue
            # Not before something was read: a failed load leaves no empty store behind
            store = store or opened.enter_context(writing(path, tell=tell))
            if isinstance(reading, SourceGraph):
                counts[store.put(reading.iri, reading.triples)] += 1
                facts += reading.facts
            else:
                counts[put(store, reading)] += 1
                facts += len(reading.facts)
    return Loaded(
        added=counts[Change.ADDED],
        replaced=counts[Change.REPLACED],
        unchanged=counts[Change.UNCHANGED],
        facts=facts,
        failures=tuple(failures),
    )
