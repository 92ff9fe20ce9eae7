"""The reader's report: what was cut, repaired and not understood in a source."""

from __future__ import annotations

from ..ontology.quads import reading_from
from ..ontology.records import Note
from .store import Store

__all__ = ["notes_of"]


def notes_of(store: Store, source: str) -> tuple[Note, ...]:
    """The notes on one source (its IRI), in the order of the page as received."""
    reading = reading_from(store.triples(source))
    return tuple(
        sorted(reading.notes, key=lambda note: (note.raw_start, note.raw_end, note.reason))
    )
