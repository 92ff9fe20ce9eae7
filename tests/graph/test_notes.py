"""The reader's report comes back from the store."""

from pathlib import Path

from bench import SAMPLE

from bangfu.graph.notes import notes_of
from bangfu.graph.store import open_store, put
from bangfu.loaders import load


def test_notes_in_the_order_of_the_page() -> None:
    reading = load(SAMPLE / "s06-page.html", Path(SAMPLE))
    with open_store(None) as store:
        put(store, reading)
        notes = notes_of(store, reading.source.iri)
    assert set(notes) == set(reading.notes)
    assert [note.raw_start for note in notes] == sorted(note.raw_start for note in notes)
    assert any("相关阅读" in note.quote for note in notes)
