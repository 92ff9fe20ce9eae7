"""The reader's report comes back from the store."""

import re
from dataclasses import replace
from pathlib import Path

from bench import SAMPLE

from bangfu.graph.notes import notes_of
from bangfu.graph.store import open_store, put
from bangfu.loaders import load
from bangfu.ontology.records import Note


def test_notes_in_the_order_of_the_page() -> None:
    reading = load(SAMPLE / "s06-page.html", Path(SAMPLE))
    with open_store(None) as store:
        put(store, reading)
        notes = notes_of(store, reading.source.iri)

    # what is private in a passage (here a telephone number) is masked, sign for sign
    def bare(note: Note) -> Note:
        return replace(note, quote=re.sub(r"[\d○-]", "○", note.quote))

    assert {bare(note) for note in notes} == {bare(note) for note in reading.notes}
    assert not any("0915" in note.quote for note in notes)
    assert [note.raw_start for note in notes] == sorted(note.raw_start for note in notes)
    assert any("相关阅读" in note.quote for note in notes)
