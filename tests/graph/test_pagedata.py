"""What the page is given: everything of ours under "d", passages once, strings complete."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from bangfu.graph import pagedata
from bangfu.graph.columns import COLUMNS
from bangfu.graph.evidence import Passage
from bangfu.graph.layout import layout
from bangfu.ontology.records import Kind, Modality, PlaceLevel, SourceClass, Stance, Status

TEMPLATES = Path(pagedata.__file__).parent / "templates"


def passage(fact: str, quote: str, address: str = "a.txt") -> Passage:
    return Passage(
        fact=fact, quote=quote, source="s", address=address, title="标题", publisher="报", issued="2021-11",
        start=5, end=5 + len(quote), raw_start=50, raw_end=60, method="rule:1", confidence=0.9, stance="stated",
    )  # fmt: skip


@pytest.fixture
def network() -> Any:
    graph: Any = nx.MultiDiGraph()
    graph.add_node(
        "https://x/h", label="九三学社天津市委", kind="institution", level=None, adcode=None,
        county=None, prefecture=None, province="https://x/tj", province_label="天津市",
    )  # fmt: skip
    graph.add_node(
        "https://x/wc", label="旺苍县", kind="place", level="county", adcode="510821",
        county="https://x/wc", county_label="旺苍县", prefecture="https://x/gy", prefecture_label="广元市",
        province="https://x/sc", province_label="四川省",
    )  # fmt: skip
    graph.add_node("https://x/alone", label="无关中学", kind="school")
    graph.add_edge(
        "https://x/h", "https://x/wc", key="e1", kind="assistance", modality="teaching", programme="https://x/p",
        programme_label="同心树人", since="2015", until=None, status="active", headcount=35,
        facts=("f1", "f2"), sources=2, confidence=0.9,
    )  # fmt: skip
    return graph


def test_nodes_keep_our_data_under_one_key(network: Any) -> None:
    nodes = {one["id"]: one for one in pagedata.nodes(layout(network), network)}
    assert set(nodes) == {"h:https://x/h", "h:https://x/tj", "r:https://x/wc", "r:https://x/sc"}
    wangcang = nodes["r:https://x/wc"]
    assert set(wangcang) == {"id", "label", "shape", "x", "y", "d"}
    assert wangcang["d"]["a"] == "四川省 广元市"
    assert wangcang["d"]["i"] == "510821"
    assert "wcx" in wangcang["d"]["f"].split()
    assert nodes["r:https://x/sc"]["d"]["z"] is True
    assert None not in wangcang["d"].values()


def test_a_helper_hangs_from_its_county_and_knows_its_tile(network: Any) -> None:
    network.add_node(
        "https://x/wz", label="旺苍中学", kind="school", county="https://x/wc", county_label="旺苍县",
        province="https://x/sc", province_label="四川省",
    )  # fmt: skip
    network.add_edge("https://x/wz", "https://x/alone", key="e2")
    nodes = {one["id"]: one["d"] for one in pagedata.nodes(layout(network), network)}
    assert nodes["h:https://x/wz"]["p"] == "h:https://x/wc"
    assert nodes["h:https://x/wz"]["m"] == "51"
    assert nodes["r:https://x/sc"]["m"] == "51"
    assert "m" not in nodes["r:https://x/alone"]


def test_the_bounds_of_a_relation_stand_as_years(network: Any) -> None:
    (edge,) = pagedata.edges(layout(network), {"f1": (passage("f1", "甲"),)})
    earliest, latest, lasted, unknown = edge["d"]["b"]
    assert (earliest, unknown) == (2015.0, None)
    assert 2015.9 < latest < 2016.0
    assert 2021.8 < lasted < 2021.9


def test_every_thing_has_one_place_in_the_network_view(network: Any) -> None:
    drawn = layout(network)
    assert set(pagedata.net(drawn)) == {box.item.node for box in drawn.boxes}


def test_edges_carry_what_the_panel_tells(network: Any) -> None:
    (edge,) = pagedata.edges(layout(network))
    assert (edge["id"], edge["from"], edge["to"]) == ("e1", "h:https://x/h", "r:https://x/wc")
    told = {key: edge["d"][key] for key in "mgstnqf"}
    assert told == {
        "m": "teaching", "g": "同心树人", "s": "2015", "t": "active", "n": 35, "q": 0.9, "f": ["f1", "f2"],
    }  # fmt: skip
    assert "u" not in edge["d"]


def test_a_source_stands_once_however_many_passages_it_has() -> None:
    found = {
        "f1": (passage("f1", "甲"), passage("f1", "乙", "b.txt")),
        "f2": (passage("f2", "丙"),),
        "other": (passage("other", "丁", "c.txt"),),
    }
    rows, sources = pagedata.proofs(["f2", "f1", "f1", "f3"], found)
    assert [source[0] for source in sources] == ["a.txt", "b.txt"]
    assert rows["f1"][0] == ["甲", 0, 5, 6, 50, 60, "rule:1", 0.9, "stated"]
    assert rows["f2"][0][1] == 0
    assert rows["f3"] == []


def test_the_page_counts_what_it_does_not_draw_and_knows_its_focus(network: Any) -> None:
    drawn = layout(network)

    def page(focus: str | None) -> dict[str, Any]:
        return pagedata.page(drawn, network, {}, title="题", lang="zh", focus=focus, coverage="")

    assert page(None)["alone"] == 1
    assert page("https://x/wc")["focus"] == "https://x/wc"
    assert page("https://x/nowhere")["focus"] is None
    assert [column[0] for column in page(None)["columns"]] == [
        "h.province",
        "h.institution",
        "r.place",
        "r.province",
    ]
    json.dumps(page(None))


def test_both_languages_have_every_string_that_the_page_asks_for() -> None:
    import re

    zh, en = pagedata.strings("zh"), pagedata.strings("en")
    assert zh.keys() == en.keys()
    scripts = "".join(
        one.read_text(encoding="utf-8")
        for one in sorted(TEMPLATES.glob("*.js"))
        if "vis-" not in one.name
    )
    frame = (TEMPLATES / "page.html").read_text(encoding="utf-8")
    asked = set(re.findall(r'\bT\("([a-zA-Z-]+)"', scripts))
    asked |= set(re.findall(r"\bt\('([a-zA-Z-]+)'\)", frame))
    asked |= set(re.findall(r'data-(?:t|label|title|hint)="([a-zA-Z-]+)"', frame))
    asked |= {f"class-{one.value}" for one in SourceClass}
    asked |= {f"level-{one}" for one in ("province", "county", "body")}
    asked |= {column.replace(".", "-") for column in COLUMNS}
    asked |= {one.value for kind in (Modality, PlaceLevel, Stance, Status) for one in kind}
    asked |= {
        one.value for one in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION, Kind.PERSON, Kind.GROUP)
    }
    assert len(asked) > 140
    assert asked <= zh.keys()
    for key, text in zh.items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", en[key])), key
