from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bangfu.graph.derive import derive
from bangfu.graph.store import open_store
from bangfu.ontology.quads import reading_triples
from bangfu.ontology.terms import DERIVED_GRAPH
from benchmarks import writes
from benchmarks.generate import readings
from benchmarks.rare import rare_sources
from benchmarks.writes import fill, writing

if TYPE_CHECKING:
    import pytest


def test_a_store_that_is_filled_is_the_one_that_putting_makes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writes, "_PART", 3)
    told = [(one.source.iri, reading_triples(one)) for one in readings(7)] + rare_sources()
    fill(tmp_path / "filled", iter(told))
    with open_store(tmp_path / "filled") as store, open_store(None) as other:
        for source, triples in told:
            other.put(source, triples)
        assert store.graphs() == other.graphs()
        assert all(store.triples(one) == other.triples(one) for one in other.graphs())
        derive(store)
        derive(other)
        assert store.triples(DERIVED_GRAPH) == other.triples(DERIVED_GRAPH)


def test_each_way_of_writing_is_measured(tmp_path: Path) -> None:
    rows = {row.name: row for row in writing(tmp_path, list(readings(3)))}
    assert [*rows] == ["bulk load, one large source", "put, new sources", "replace a source"]
    assert rows["put, new sources"].note == "3 sources"
    assert all(row.cpu > 0 and "pyoxigraph" in row.peers for row in rows.values())
