"""The still picture: well-formed whatever the names are, and with the page's geometry."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from bangfu.graph.svg import svg

SPACE = "{http://www.w3.org/2000/svg}"


def node(name: str, side: str, x: float) -> dict[str, Any]:
    return {
        "id": f"{side}:1", "label": name, "x": x, "y": 20.0,
        "d": {"n": name, "c": f"{side}.school", "w": 90.0, "h": 26.0, "t": 13.0},
    }  # fmt: skip


def edge(**own: Any) -> dict[str, Any]:
    return {
        "from": "h:1",
        "to": "r:1",
        "d": {"m": "training", "q": 0.9, "w": 2.0, "y": [0, 0], **own},
    }


def draw(nodes: list[dict[str, Any]], edges: list[dict[str, Any]]) -> ElementTree.Element:
    columns = [["h.school", 50.0, 96.0, 1, "帮扶学校"], ["r.school", 300.0, 96.0, 1, "受援学校"]]
    return ElementTree.fromstring(svg(nodes, edges, columns, title='a<b>&"', empty="没有关系"))


def test_hostile_names_are_text() -> None:
    name = "</text><script>alert(1)</script>\x00\"'"
    root = draw([node(name, "h", 50), node("乙", "r", 300)], [edge()])
    assert root.find(f".//{SPACE}script") is None
    texts = [one.text for one in root.iter(f"{SPACE}text")]
    assert name.replace("\x00", "") in texts


def test_ribbons_have_hue_width_and_dashes() -> None:
    nodes = [node("甲", "h", 50), node("乙", "r", 300)]
    root = draw(nodes, [edge(w=7.5), edge(q=0.5), edge(t="planned")])
    paths = [one for one in root.iter(f"{SPACE}path") if one.get("stroke") == "#009E73"]
    assert paths[0].get("stroke-width") == "7.5"
    assert [bool(one.get("stroke-dasharray")) for one in paths] == [False, True, True]
    assert (paths[0].get("d") or "").startswith("M95.0 20.0C")


def test_without_nodes_it_says_so() -> None:
    root = draw([], [])
    assert "没有关系" in [one.text for one in root.iter(f"{SPACE}text")]
