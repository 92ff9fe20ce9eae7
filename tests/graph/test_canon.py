from __future__ import annotations

from bangfu.graph.canon import about, identity
from bangfu.graph.clusters import Clusters
from bangfu.graph.said import said_of
from bangfu.ontology import terms as t
from bangfu.ontology.nt import literal

LINES = [
    ("g", "a", t.RDF_TYPE, f"<{t.A_SCHOOL}>"),
    ("g", "a", t.SKOS_PREF_LABEL, literal("旺苍一中", language="zh")),
    ("h", "b", t.RDF_TYPE, f"<{t.A_SCHOOL}>"),
    ("h", "b", t.SKOS_PREF_LABEL, literal("旺苍县第一中学", language="zh")),
    ("h", "b", t.LOCATED_IN, "<p>"),
]


def test_the_longest_name_is_chosen_however_often_another_stands() -> None:
    found = set(about(said_of(LINES), {"p": "q"}, "c", ["a", "b"]))
    assert found == {
        ("<c>", f"<{t.RDF_TYPE}>", f"<{t.A_SCHOOL}>"),
        ("<c>", f"<{t.SKOS_PREF_LABEL}>", '"旺苍县第一中学"@zh'),
        ("<c>", f"<{t.SKOS_ALT_LABEL}>", '"旺苍一中"@zh'),
        ("<c>", f"<{t.LOCATED_IN}>", "<q>"),
    }


def test_every_key_leads_to_the_canonical_thing_and_rivals_keep_theirs() -> None:
    clusters = Clusters(
        {"a": "K1", "b": "b"},
        frozenset(),
        {"K1": frozenset({"K1", "K2"})},
        {"b": frozenset({"K1"})},
    )
    found = set(identity(clusters, ["a", "b"]))
    links, key = f"<{t.CANONICAL}>", f"<{t.IDENTITY_KEY}>"
    assert found == {
        ("<a>", links, "<K1>"),
        ("<b>", links, "<b>"),
        ("<K2>", links, "<K1>"),
        ("<K1>", key, "<K2>"),
        ("<b>", key, "<K1>"),
    }
