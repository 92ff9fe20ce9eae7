from __future__ import annotations

from pathlib import Path

from bangfu.graph.derive import derive
from bangfu.graph.journal import MOST, STAMP, Journal
from bangfu.graph.store import open_store
from bangfu.ontology import terms as t

ONE = ("<urn:a>", "<urn:p>", "<urn:b>")


def test_a_journal_is_sure_only_from_a_stamp_on() -> None:
    sure, unsure = Journal(), Journal()
    assert sure.changed(lambda: True) == {}
    assert unsure.changed(lambda: False) is None
    assert sure.opens(lambda: True)
    assert not unsure.opens(lambda: False)
    for journal in (sure, unsure):
        journal.note("s", {ONE})
        assert not journal.opens(lambda: True)
    sure.note("s", set())
    assert sure.changed(lambda: False) == {"s": {ONE}}
    assert unsure.changed(lambda: True) is None
    for number in range(MOST):
        sure.note(f"s{number}", ())
    assert sure.changed(lambda: True) is None


def test_a_change_takes_the_stamp_away_and_deriving_puts_it_back(tmp_path: Path) -> None:
    kind = ("<urn:x>", f"<{t.RDF_TYPE}>", f"<{t.A_SCHOOL}>")
    with open_store(tmp_path / "db") as store:
        store.put("urn:s", [kind])
        assert STAMP not in store.triples(t.DERIVED_GRAPH)
        derive(store)
        assert STAMP in store.triples(t.DERIVED_GRAPH)
        store.put("urn:t", [kind])
        assert STAMP not in store.triples(t.DERIVED_GRAPH)
    with open_store(tmp_path / "db") as store:
        assert store.tracked.changed() is None  # type: ignore[attr-defined]
        derive(store)
    with open_store(tmp_path / "db") as store:
        assert store.tracked.changed() == {}  # type: ignore[attr-defined]
