from __future__ import annotations

from small import body, change, judged

from bangfu.graph.derive import derive
from bangfu.graph.judgements import Decision
from bangfu.graph.region import decided, known_keys
from bangfu.graph.store import open_store
from bangfu.graph.view import View
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri


def view_after(*addresses: str, judgements: tuple = ()) -> View:  # type: ignore[type-arg]
    store = open_store(None)
    for address in addresses:
        change(store, address, 0)
    change(store, "far", 2)
    derive(store, judgements)
    change(store, "d", 0)
    tracked = store.tracked  # type: ignore[attr-defined]
    before = tracked.changed()
    assert set(before) == {source_iri("d")}
    return View(tracked, before)


def test_what_shares_a_key_comes_in_and_the_rest_stays_out() -> None:
    view = view_after("a", "b")
    region = decided(view, {body("d")}, (), ())
    assert {body("a"), body("b"), body("d")} <= region.members
    assert body("far") not in region.members
    assert len({region.found.canonical[body(s)] for s in "abd"}) == 1


def test_a_judgement_ties_its_ends_together() -> None:
    tie = (judged(body("a"), Decision.DIFFERENT, body("far")),)
    region = decided(view_after("a", judgements=tie), {body("d")}, (), tie)
    assert body("far") in region.members
    assert region.judged == tie


def test_keys_known_from_the_derived_graph() -> None:
    view = view_after("a")
    (canonical,) = view.ends(body("a"), t.CANONICAL)
    assert canonical in known_keys(view, canonical)
