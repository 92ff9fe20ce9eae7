from __future__ import annotations

from bangfu.graph.helping import classes, pairs
from bangfu.graph.said import gathered
from bangfu.graph.store import Store
from bangfu.ontology import terms as t
from bangfu.ontology.identity import place_iri

TIANJIN, SHENZHEN = place_iri("120000"), place_iri("440300")
WANGCANG, HUANGNAN = place_iri("510821"), place_iri("632300")


def helping(store: Store, predicate: str) -> set[tuple[str, str]]:
    found = store.select(f"SELECT DISTINCT ?a ?b {{ ?a <{predicate}> ?b }}").rows
    return {((a or "")[1:-1], (b or "")[1:-1]) for a, b in found}


def test_what_only_tables_state_is_arranged_and_no_help(tabled: Store) -> None:
    arranged, helps = helping(tabled, t.ARRANGED_TO_HELP), helping(tabled, t.HELPS)
    assert (TIANJIN, WANGCANG) in arranged
    assert (SHENZHEN, HUANGNAN) in arranged
    assert (TIANJIN, WANGCANG) not in helps
    assert helps


def test_regions_and_counties_follow_from_evidence_alone(tabled: Store) -> None:
    kinds = {(s, o) for g, s, o in tabled.statements(t.RDF_TYPE) if g == t.DERIVED_GRAPH}
    helpers = {s[1:-1] for s, o in kinds if o == f"<{t.A_HELPER_REGION}>"}
    assert TIANJIN in helpers
    assert (f"<{WANGCANG}>", f"<{t.A_RECIPIENT_COUNTY}>") in kinds
    zhenxiong = place_iri("530627")  # in the table alone
    assert (f"<{zhenxiong}>", f"<{t.A_RECIPIENT_COUNTY}>") not in kinds


def test_pairs_need_entities_that_are_known(corpus: Store) -> None:
    said = gathered(corpus.statements)
    facts = sorted(said.links[t.HELPER])
    assert not [pair for fact in facts for pair in pairs(said, {}, fact)]


def test_only_places_of_the_right_kind_are_classed() -> None:
    help_ = [(t.HELPS, "school", "county"), (t.ARRANGED_TO_HELP, "city", "far")]
    kinds = {"city": {t.A_PREFECTURE}, "county": {t.A_COUNTY}, "far": {t.A_COUNTY}}
    found = set(classes(help_, {"school": ["city"], "county": ["city"]}, kinds))
    assert {(s, o) for s, _, o in found} == {
        ("<city>", f"<{t.A_HELPER_REGION}>"),
        ("<county>", f"<{t.A_RECIPIENT_COUNTY}>"),
    }
