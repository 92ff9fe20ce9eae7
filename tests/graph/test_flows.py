"""A matrix reads no more of a kept table than it counts by, and counts the same."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import combinations, product
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from bangfu.graph.edgecache import FILES, edge_table
from bangfu.graph.flows import BY, flows
from bangfu.graph.rollup import Selection
from bangfu.graph.store import Store, open_store
from bangfu.graph.things import STEPS

SELECTIONS = (
    Selection(),
    Selection(kinds=("assistance", "secondment"), planned=True, reference=False),
    Selection(modalities=("pairing",)),
    Selection(as_of=date(2020, 6, 1)),
    Selection(known=date(2020, 6, 1)),
    Selection(classes=("officialMedia",)),
)


@pytest.fixture(scope="module")
def kept(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    told: Store = request.getfixturevalue("tabled")
    path: Path = tmp_path_factory.mktemp("kept") / "bangfu.db"
    with open_store(path) as store:
        for graph in told.graphs():
            store.replace_graph(graph, told.triples(graph))
    with open_store(path, create=False, read_only=True) as store:
        edge_table(store)
        yield store


def test_it_counts_the_same_from_a_few_columns(kept: Store) -> None:
    whole = edge_table(kept)
    splits = [some for size in range(len(BY) + 1) for some in combinations(BY, size)]
    for chosen, level, by in product(SELECTIONS, STEPS, splits):
        found = flows(kept, level, by=by, selection=chosen)
        assert found == flows(whole, level, by=by, selection=chosen)
    assert flows(whole).facts > 3


def test_it_reads_few_columns(kept: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []
    read = pq.read_table
    monkeypatch.setattr(
        pq,
        "read_table",
        lambda path, columns: (asked.append((path.name, columns)), read(path, columns=columns))[1],
    )
    flows(kept, "province", by=("year",))
    assert asked == [
        (FILES[0], ["fact", "kind", "since", "source", "status", "target"]),
        (FILES[1], ["iri", "label", "level", "at_province"]),
    ]
