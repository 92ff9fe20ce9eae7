from __future__ import annotations

from dataclasses import replace

from small import EAST, HILL, TOWN, proof, reading

from bangfu.graph.derive import derive, derived
from bangfu.graph.store import Store, open_store, put
from bangfu.ontology import terms as t
from bangfu.ontology.identity import source_iri
from bangfu.ontology.records import Assistance, Place, SourceClass, Status


def tell(
    store: Store,
    address: str,
    to: Place,
    source_class: SourceClass = SourceClass.UNKNOWN,
    status: Status = Status.ACTIVE,
) -> None:
    one = reading(address, 0)
    fact = Assistance(helper=EAST, recipient=to, evidence=proof(0), status=status)
    source = replace(one.source, source_class=source_class)
    put(store, replace(one, source=source, facts=(fact,)))
    check(store)


def check(store: Store) -> None:
    derive(store)
    assert store.triples(t.DERIVED_GRAPH) == derived(store.statements).triples


def helped(store: Store, predicate: str = t.HELPS) -> set[str]:
    return {o[1:-1] for _, _, o in store.statements(predicate)}


def test_help_stands_as_long_as_one_source_tells_of_it() -> None:
    store = open_store(None)
    tell(store, "a", TOWN)
    tell(store, "b", TOWN)
    tell(store, "c", HILL, SourceClass.REFERENCE)
    assert helped(store) == {TOWN.iri}
    assert helped(store, t.ARRANGED_TO_HELP) == {HILL.iri}
    store.remove(source_iri("a"))
    check(store)
    assert helped(store) == {TOWN.iri}
    tell(store, "b", TOWN, status=Status.PLANNED)
    assert not helped(store)
    tell(store, "c", HILL)
    assert helped(store) == {HILL.iri}
    assert not helped(store, t.ARRANGED_TO_HELP)


def test_a_region_helps_as_long_as_anything_in_it_does() -> None:
    store = open_store(None)
    tell(store, "a", TOWN)
    for address in "bcde":
        put(store, reading(address, 3))
    check(store)
    marked = {s for _, s, o in store.statements(t.RDF_TYPE, f"<{t.A_HELPER_REGION}>")}
    assert f"<{EAST.iri}>" in marked
    for address in "edcba":
        store.remove(source_iri(address))
        check(store)
    assert not list(store.statements(t.RDF_TYPE, f"<{t.A_HELPER_REGION}>"))
