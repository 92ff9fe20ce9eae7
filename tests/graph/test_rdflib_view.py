from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import URIRef

from bangfu.graph.rdflib_view import dataset
from bangfu.graph.store import open_store
from bangfu.ontology.errors import StoreError

TRIPLE = ("<https://e/a>", "<https://e/p>", '"中"@zh')


def test_graphs_and_their_union_are_seen(tmp_path: Path) -> None:
    with open_store(tmp_path / "db") as store:
        store.put("https://e/g", [TRIPLE])
        store.flush()
    view = dataset(tmp_path / "db")
    (row,) = view.query("SELECT ?o WHERE { ?s ?p ?o }")
    assert (str(row[0]), row[0].language) == ("中", "zh")
    assert len(view.graph(URIRef("https://e/g"))) == 1
    (empty,) = view.query("ASK { ?s bf:helps ?o }")  # prefixes are known
    assert empty is False
    view.close()


def test_it_gives_the_lock_back(tmp_path: Path) -> None:
    open_store(tmp_path / "db").close()
    view = dataset(tmp_path / "db")
    with pytest.raises(StoreError) as caught:
        open_store(tmp_path / "db")
    assert caught.value.key == "store.in-use"
    view.close()
    open_store(tmp_path / "db").close()


def test_a_broken_store_says_so(tmp_path: Path) -> None:
    open_store(tmp_path / "db").close()
    (tmp_path / "db" / "oxigraph" / "CURRENT").write_text("x", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        dataset(tmp_path / "db")
    assert caught.value.key == "store.broken"
