from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from rdflib import Dataset, Graph

from bangfu.graph.export import export
from bangfu.graph.store import Store, open_store
from bangfu.ontology.errors import QueryError, StoreError
from bangfu.ontology.nt import literal
from bangfu.ontology.terms import (
    BF,
    CLEAN_TEXT,
    DERIVED_GRAPH,
    ID,
    IDENTITY_KEY,
    ONTOLOGY_GRAPH,
    RDF_TYPE,
    SKOS_HIDDEN_LABEL,
    SKOS_PREF_LABEL,
    TEXT_KEY,
    XSD,
)

A, B = f"<{ID}place/510821>", f"<{ID}school/00ff00ff00ff00ff>"
TRICKY = '引"号\\ \n\t\x01 。 </script> 𠮷'


@pytest.fixture
def store() -> Store:
    store = open_store(None)
    store.put(
        f"{ID}source/2",
        [
            (B, f"<{RDF_TYPE}>", f"<{BF}School>"),
            (B, f"<{SKOS_PREF_LABEL}>", literal(TRICKY, language="zh")),
            (B, f"<{BF}locatedIn>", A),
            (B, f"<{BF}start>", literal("7", datatype=XSD + "integer")),
            (B, f"<{BF}since>", literal("2015", datatype=XSD + "gYear")),
            (B, "<https://elsewhere.example/学校#a>", literal("x")),
            (f"<{ID}source/2>", f"<{CLEAN_TEXT}>", literal("全文")),
        ],
    )
    store.put(
        f"{ID}source/1", [(B, f"<{BF}locatedIn>", A), (A, f"<{BF}adcode>", literal("510821"))]
    )
    store.replace_graph(ONTOLOGY_GRAPH, [(f"<{BF}School>", f"<{RDF_TYPE}>", f"<{BF}Class>")])
    return store


def exported(store: Store, form: str, **options: bool) -> str:
    out = io.BytesIO()
    export(store, form, out, **options)
    return out.getvalue().decode("utf-8")


def read(text: str, form: str) -> set[tuple[object, ...]]:
    data = Dataset()
    data.parse(data=text, format={"nquads": "nquads", "trig": "trig", "jsonld": "json-ld"}[form])
    return {(s, p, o, str(g)) for s, p, o, g in data.quads()}


def test_nquads_are_sorted_whole_lines(store: Store) -> None:
    lines = exported(store, "nquads", with_text=True).splitlines()
    graphs = [line.split()[-2] for line in lines]
    assert len(lines) == 10
    assert graphs == sorted(graphs)
    assert all(line.endswith(" .") for line in lines)


def test_all_forms_say_the_same(store: Store) -> None:
    plain = read(exported(store, "nquads"), "nquads")
    assert read(exported(store, "trig"), "trig") == plain
    no_ontology = {quad for quad in plain if quad[3] != ONTOLOGY_GRAPH}
    assert read(exported(store, "jsonld"), "jsonld") == no_ontology
    graph = Graph()
    graph.parse(data=exported(store, "turtle"), format="turtle")
    assert set(graph) == {quad[:3] for quad in no_ontology}
    assert exported(store, "turtle").count("bf:locatedIn") == 1


def test_full_texts_stay_at_home_unless_asked_for(store: Store) -> None:
    for form in ("nquads", "trig", "turtle", "jsonld"):
        assert "全文" not in exported(store, form)
        assert "全文" in exported(store, form, with_text=True)


def test_what_look_up_derives_stays_at_home_unless_asked_for(store: Store) -> None:
    aids = (SKOS_HIDDEN_LABEL, IDENTITY_KEY, TEXT_KEY)
    derived = [(A, f"<{one}>", literal("旺苍")) for one in (*aids, SKOS_PREF_LABEL)]
    store.replace_graph(DERIVED_GRAPH, derived)
    store.put(f"{ID}source/3", [(A, f"<{SKOS_HIDDEN_LABEL}>", literal("说的"))])
    kept = exported(store, "nquads")
    assert kept.count("旺苍") == 1
    assert "说的" in kept, "what a source says is no aid of ours"
    assert exported(store, "nquads", with_text=True).count("旺苍") == len(derived)


def test_same_content_same_bytes(store: Store) -> None:
    other = open_store(None)
    for graph in reversed(store.graphs()):
        other.put(graph, store.triples(graph)[::-1])
    for form in ("nquads", "trig", "turtle", "jsonld"):
        assert exported(other, form) == exported(store, form)


def test_jsonld_is_json_with_a_context(store: Store) -> None:
    document = json.loads(exported(store, "jsonld"))
    assert document["@context"]["bf"] == BF
    assert [graph["@id"] for graph in document["@graph"]] == [f"{ID}source/1", f"{ID}source/2"]
    assert json.loads(exported(open_store(None), "jsonld"))["@graph"] == []


def test_a_file_is_there_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "all.nq"
    out.write_text("before", encoding="utf-8")
    store.close()
    with pytest.raises(StoreError):
        export(store, "nquads", out)
    assert out.read_text(encoding="utf-8") == "before"
    assert [item.name for item in tmp_path.iterdir()] == ["all.nq"]


def test_a_file_is_replaced(store: Store, tmp_path: Path) -> None:
    out = tmp_path / "all.ttl"
    export(store, "turtle", out)
    assert out.read_text(encoding="utf-8") == exported(store, "turtle")


def test_what_cannot_be_written_or_is_no_format_is_said(store: Store, tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        export(store, "nquads", tmp_path / "none" / "all.nq")
    assert caught.value.key == "store.not-written"
    with pytest.raises(QueryError) as wrong:
        export(store, "xlsx", tmp_path / "all.xlsx")
    assert "jsonld" in wrong.value.told("zh")
