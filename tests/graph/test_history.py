from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from assists import Telling

from bangfu.graph.derive import derive
from bangfu.graph.edgecache import edge_table
from bangfu.graph.flows import flows
from bangfu.graph.history import as_then
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders.former_triples import former_triples


@pytest.fixture(scope="module")
def renamed() -> Iterator[Store]:
    page = Telling(1, "1996-05-01")
    page.helps("/某基金会", "七星关区")
    page.helps("/某基金会", "毕节市")
    page.helps("/某基金会", "七星关区/第一中学")
    with open_store(None) as store:
        put(store, page.reading())
        store.put(*former_triples())
        derive(store)
        yield store


def targets(store: Store, level: str, year: int | None = None) -> dict[str, int]:
    network = edge_table(store) if year is None else as_then(store, date(year, 6, 1))
    return {cell.target_label: cell.facts for cell in flows(network, level).cells}


def test_names_of_now_and_of_then(renamed: Store) -> None:
    assert targets(renamed, "county") == {"七星关区": 2, "毕节市": 1}
    assert targets(renamed, "prefecture") == {"毕节市": 3}
    # 毕节市 was the name of the county then, and the prefecture was 毕节地区
    assert targets(renamed, "county", 2005) == {"毕节市": 2, "毕节地区": 1}
    assert targets(renamed, "prefecture", 2005) == {"毕节地区": 3}
    assert targets(renamed, "province", 2005) == {"贵州省": 3}


def test_after_the_change_then_is_now(renamed: Store) -> None:
    assert targets(renamed, "county", 2015) == targets(renamed, "county")
    assert targets(renamed, "prefecture", 2015) == targets(renamed, "prefecture")


def test_no_fact_is_lost_or_doubled(renamed: Store) -> None:
    for year in (1992, 2005):
        for level in ("county", "province"):
            assert flows(as_then(renamed, date(year, 1, 1)), level).facts == 3


def test_where_no_former_names_are_loaded_then_is_now() -> None:
    page = Telling(2, "1990-05-01")
    page.helps("/某基金会", "旺苍县")
    with open_store(None) as store:
        put(store, page.reading())
        derive(store)
        assert as_then(store, date(1990, 1, 1)) == edge_table(store), "nothing is known of then"
