from __future__ import annotations

from bangfu.graph.lookup import hidden_forms
from bangfu.graph.store import Store
from bangfu.ontology import terms as t
from bangfu.ontology.nt import value


def test_places_and_committees_have_their_customary_forms() -> None:
    assert hidden_forms(["张家川回族自治县"], place=True, committee=False) == {"张家川县", "张家川"}
    found = hidden_forms(["九三学社天津市委"], place=False, committee=True)
    assert found == {"九三学社天津市委员会", "九三学社天津市委会"}
    assert hidden_forms(["旺苍县"], place=False, committee=False) == set()


def test_dots_and_widths_are_put_aside_and_names_are_not_repeated() -> None:
    assert hidden_forms(["巴桑•次仁"], place=False, committee=False) == {"巴桑·次仁"}
    assert hidden_forms(["巴桑•次仁", "巴桑·次仁"], place=False, committee=False) == set()


def test_the_derived_graph_holds_them(corpus: Store) -> None:
    found = {
        value(term) for g, _, term in corpus.statements(t.SKOS_HIDDEN_LABEL) if g == t.DERIVED_GRAPH
    }
    assert {"旺苍", "张家川县", "黄南州"} <= found
