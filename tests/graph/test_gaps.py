from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from assists import Telling

from bangfu.graph.derive import derive
from bangfu.graph.gaps import Gap, densities, gaps
from bangfu.graph.lists import find_list
from bangfu.graph.schoolkinds import fits, kind_of_slot
from bangfu.graph.store import Store, open_store, put
from bangfu.loaders.target_triples import target_triples
from bangfu.loaders.targets import read_target_list
from bangfu.ontology.identity import place_iri
from bangfu.ontology.records import SourceClass, Status

LIST = """code = "four"
name = "四县"
[[slots]]
name = "普通高中"
count = 1
[[slots]]
name = "职业学校"
count = 1
[members]
names = ["旺苍县", "剑阁县", "七星关区", "天河区"]
"""


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path: Path = tmp_path_factory.mktemp("list") / "four.toml"
    path.write_text(LIST, encoding="utf-8")
    news = Telling(1, "2022-05")
    news.helps("广州市/第一中学", "旺苍县/第二高级中学", since="2020", until="2025")
    news.helps("广州市/第一中学", "旺苍县/第一中学")
    news.helps("广东省", "广元市")
    news.helps("旺苍县/教育局", "旺苍县/职业技术学校")
    news.helps("广州市", "剑阁县/职业技术学校", status=Status.PLANNED)
    table = Telling(2, "2021", SourceClass.REFERENCE)
    table.helps("广州市", "七星关区")
    with open_store(None) as store:
        put(store, news.reading())
        put(store, table.reading())
        store.put(*target_triples(read_target_list(path)))
        derive(store)
        yield store


def told(found: tuple[Gap, ...]) -> dict[tuple[str, str], tuple[str, tuple[str, ...]]]:
    return {(one.place.label, one.slot): (one.state, one.why) for one in found}


def test_each_slot_has_its_state_and_its_reason(listed: Store) -> None:
    assert told(gaps(listed, find_list(listed, "four"))) == {
        ("旺苍县", "普通高中"): ("evidenced", ()),
        ("旺苍县", "职业学校"): ("possible", ("prefecture",)),
        ("剑阁县", "普通高中"): ("possible", ("prefecture",)),
        ("剑阁县", "职业学校"): ("possible", ("planned",)),
        ("七星关区", "普通高中"): ("possible", ("reference", "body")),
        ("七星关区", "职业学校"): ("possible", ("reference", "body")),
        ("天河区", "普通高中"): ("notFound", ()),
        ("天河区", "职业学校"): ("notFound", ()),
    }


def test_where_to_look_next_comes_first(listed: Store) -> None:
    found = gaps(listed, find_list(listed, "four"))
    assert [one.state for one in found] == ["notFound"] * 2 + ["possible"] * 5 + ["evidenced"]
    assert found[-1].helpers == ("广州市第一中学",)
    assert found[-1].schools == ("旺苍县第二高级中学",)
    assert found[-1].sources == 1


def test_stricter_and_narrower(listed: Store) -> None:
    four = find_list(listed, "four")
    strict = told(gaps(listed, four, planned=False, reference=False))
    assert strict["七星关区", "普通高中"] == ("notFound", ())
    assert strict["剑阁县", "职业学校"] == ("possible", ("prefecture",))
    one = gaps(listed, four, slot="普通高中", within=place_iri("510000"))
    assert {(row.place.label, row.slot) for row in one} == {
        ("旺苍县", "普通高中"),
        ("剑阁县", "普通高中"),
    }


def test_as_of_a_day(listed: Store) -> None:
    four = find_list(listed, "four")
    state = {
        y: told(gaps(listed, four, as_of=date(y, 6, 1)))["旺苍县", "普通高中"]
        for y in (2019, 2022, 2026)
    }
    assert state[2022] == ("evidenced", ())
    assert state[2019][0] == state[2026][0] == "possible", "another school may be of this kind"


def test_a_gap_of_sources_and_a_gap_of_help(listed: Store) -> None:
    verdicts = {
        one.place.label: one.verdict for one in densities(gaps(listed, find_list(listed, "four")))
    }
    assert verdicts == {
        "旺苍县": "helped",
        "剑阁县": "possible",
        "七星关区": "possible",
        "天河区": "spokenOf",
    }
    with open_store(None) as store:
        store.put(*_list_alone(listed))
        derive(store)
        alone = densities(gaps(store, find_list(store, "four")))
    assert {one.verdict for one in alone} == {"noSources"}
    assert {one.usual for one in alone} == {None}


def _list_alone(store: Store) -> tuple[str, list[tuple[str, str, str]]]:
    (graph,) = (
        graph
        for graph in store.graphs()
        if any("TargetList" in o for _, _, o in store.triples(graph)) and "/id/source/" in graph
    )
    return graph, store.triples(graph)


@pytest.mark.parametrize(
    ("slot", "school", "stage", "wanted"),
    [
        ("普通高中", "旺苍县第二高级中学", "", True),
        ("普通高中", "旺苍县第一中学", "", None),
        ("普通高中", "旺苍县第一中学", "junior", False),
        ("普通高中", "旺苍县第一中学", "senior", True),
        ("普通高中", "旺苍县第一小学", "", False),
        ("普通高中", "靖西市职业技术学校", "", False),
        ("职业学校", "靖西市职业技术学校", "", True),
        ("职业学校", "靖西市民族学校", "vocational", True),
        ("职业学校", "旺苍县第一中学", "", False),
        ("中学", "旺苍县第一小学", "primary", True),
    ],
)
def test_kinds_of_school(slot: str, school: str, stage: str, wanted: bool | None) -> None:
    assert fits(kind_of_slot(slot), school, stage) is wanted
