from __future__ import annotations

from small import TOWN, body, change

from bangfu.graph.derive import derive
from bangfu.graph.store import open_store
from bangfu.graph.view import Followed, View
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri


def test_before_and_now_differ_by_what_changed() -> None:
    store = open_store(None)
    change(store, "a", 0)
    change(store, "b", 0)
    derive(store)
    store.remove(source_iri("a"))
    assert isinstance(store, Followed)
    view = View(store.tracked, store.tracked.changed() or {})
    assert not view.lines(body("a"))
    assert view.lines_before(body("a"))
    assert view.ends(body("a"), t.CANONICAL) == view.ends(body("b"), t.CANONICAL)
    subjects = {line[1] for line in view.differences()}
    assert body("a") in subjects
    assert TOWN.iri not in subjects  # the other source says the same of it
    kinds = {line[3] for line in view.outline(TOWN.iri) if line[2] == t.RDF_TYPE}
    assert f"<{t.A_COUNTY}>" in kinds
    assert body("b") in view.leading_to(t.CANONICAL, view.ends(body("b"), t.CANONICAL)[0])
    assert body("b") in view.said_to(t.LOCATED_IN, TOWN.iri)
    assert {*view.heads(t.WITHIN, TOWN.iri)} == {*view.leading_to(t.WITHIN, TOWN.iri)} != set()
    assert view.leads(t.WITHIN, TOWN.iri)
    assert not view.leads(t.WITHIN, body("b"))
