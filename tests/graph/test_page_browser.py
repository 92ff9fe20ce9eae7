"""The page in Chromium without a network: it asks for nothing, and it answers clicks and keys.

Chromium comes from the system's packages; where it is missing these tests fail, they do not skip.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bangfu.graph import render
from bangfu.graph.evidence import Passage

HOSTILE = "</script><img src=x onerror=window.hacked=1>\"'{{7*7}}{#x#} href \u2028恶意学校"
QUOTE = "从2015年“同心树人”活动落地旺苍以来，九三学社天津市委连年送教。"
W = {"county": "wc", "county_label": "旺苍县", "province": "sc", "province_label": "四川省"}
T = {"province": "tj", "province_label": "天津市"}


def sample() -> tuple[Any, dict[str, tuple[Passage, ...]]]:
    graph: Any = nx.MultiDiGraph()
    graph.add_node("jiusan", label="九三学社天津市委员会", kind="institution", **T)
    graph.add_node("haihe", label="天津市海河中学", kind="school", **T)
    graph.add_node("wc", label="旺苍县", kind="place", level="county", **W)
    graph.add_node("wz", label="旺苍中学", kind="school", **W)
    graph.add_node("bad", label=HOSTILE, kind="school", **W)
    graph.add_node("guo", label="郭慧敏", kind="person")
    for number in range(14):
        graph.add_node(f"s{number}", label=f"旺苍县第{number}小学", kind="school", **W)
    found: dict[str, tuple[Passage, ...]] = {}

    def edge(tail: str, head: str, modality: str, **more: Any) -> None:
        key = f"{tail}-{head}-{modality}"
        quote = QUOTE if key == "jiusan-wc-teaching" else f"{HOSTILE}原文{key}"
        found[f"fact:{key}"] = (
            Passage(
                fact=f"fact:{key}", quote=quote, source="s", address=f"news/{tail}.html", title="《携手》" + HOSTILE,
                publisher="民盟中央网站", issued="2021-11-20", start=10, end=10 + len(quote), raw_start=110,
                raw_end=150, method="rules/assist@1", confidence=0.9, stance="inferred",
            ),
        )  # fmt: skip
        told = {
            "status": "active",
            "confidence": 0.9,
            "sources": 1,
            "facts": (f"fact:{key}",),
            **more,
        }
        graph.add_edge(
            tail, head, key=key, modality=modality, kind=more.pop("kind", "assistance"), **told
        )

    edge("jiusan", "wc", "teaching", programme_label="同心树人", since="2015", headcount=35)
    edge("jiusan", "wc", "training", headcount=20)
    edge("jiusan", "wc", "funding")
    edge("haihe", "wz", "pairing", programme_label="东西部协作")
    edge("haihe", "bad", "pairing", confidence=0.6)
    graph.add_edge(
        "haihe",
        "guo",
        key="leg1",
        kind="secondment",
        modality="secondment",
        facts=(),
        confidence=1.0,
    )
    graph.add_edge(
        "guo", "wz", key="leg2", kind="secondment", modality="secondment", facts=(), confidence=1.0
    )
    for number in range(14):
        edge("haihe" if number % 2 else "jiusan", f"s{number}", "training")
    return graph, found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium is not None, "Chromium is missing: install the package chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "图.html"
    graph, found = sample()
    render.write(render.draw(graph, found, title=HOSTILE, coverage="查了 3 篇材料"), out)
    return out


def opened(browser: Browser, file: Path) -> tuple[Page, list[str], list[str]]:
    """The page, the addresses that it asked for, and everything that it complained about."""
    context = browser.new_context(offline=True, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri())
    return page, asked, complaints


@pytest.fixture
def page(browser: Browser, file: Path) -> Iterator[Page]:
    shown, asked, complaints = opened(browser, file)
    yield shown
    assert asked == [file.as_uri()]
    assert complaints == []
    assert shown.evaluate("() => window.hacked") is None
    shown.context.close()


def ribbons(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.ribbons()")}


def boxes(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.boxes()")}


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def test_a_click_on_a_ribbon_shows_its_quote_and_where_it_stands(page: Page) -> None:
    spot = ribbons(page)["jiusan-wc-teaching"]["spot"]
    page.mouse.click(spot["x"], spot["y"])
    shown = panel(page)
    for part in (QUOTE, "2021-11-20", "民盟中央网站", "news/jiusan.html", "同心树人", "2015", "35"):
        assert part in shown
    for part in (
        f"10–{10 + len(QUOTE)}",
        "110–150",
        "rules/assist@1",
        "90%",
        "由原文推断",
        "支教授课",
    ):
        assert part in shown
    page.keyboard.press("Escape")
    assert "谁在帮谁" in panel(page)


def test_helpers_stand_left_of_whom_they_help(page: Page) -> None:
    found = boxes(page)
    for helper, recipient in (
        ("h:jiusan", "r:wc"),
        ("h:haihe", "r:wz"),
        ("h:haihe", "h:guo"),
        ("h:guo", "r:wz"),
    ):
        assert found[helper]["to"]["x"] < found[recipient]["from"]["x"]


def test_parallel_relations_are_drawn_apart(page: Page) -> None:
    found = ribbons(page)
    same = [found[f"jiusan-wc-{modality}"] for modality in ("teaching", "training", "funding")]
    for one, other in combinations(same, 2):
        assert abs(one["middle"]["y"] - other["middle"]["y"]) >= (one["width"] + other["width"]) / 2
        assert one["spot"] is not None


def test_labels_do_not_overlap_and_fill_the_window(page: Page) -> None:
    found = list(boxes(page).values())
    assert len(found) == 22
    for one, other in combinations(found, 2):
        apart_x = one["to"]["x"] <= other["from"]["x"] or other["to"]["x"] <= one["from"]["x"]
        apart_y = one["to"]["y"] <= other["from"]["y"] or other["to"]["y"] <= one["from"]["y"]
        assert apart_x or apart_y, (one["id"], other["id"])
    pane = page.locator("#canvas").bounding_box()
    assert pane is not None
    for box in found:
        assert pane["x"] <= box["from"]["x"]
        assert box["to"]["x"] <= pane["x"] + pane["width"]
        assert pane["y"] + 30 <= box["from"]["y"]
        assert box["to"]["y"] <= pane["y"] + pane["height"]
        assert box["to"]["y"] - box["from"]["y"] >= 17
    widest = max(box["to"]["x"] for box in found) - min(box["from"]["x"] for box in found)
    assert widest > pane["width"] * 0.75


def test_a_click_on_a_pill_shows_both_directions_and_leads_on(page: Page) -> None:
    box = boxes(page)["r:wz"]
    page.mouse.click(
        (box["from"]["x"] + box["to"]["x"]) / 2, (box["from"]["y"] + box["to"]["y"]) / 2
    )
    assert "受谁帮扶 (2)" in panel(page)
    page.get_by_role("button", name="郭慧敏").click()
    assert "帮扶谁 (1)" in panel(page)
    assert "受谁帮扶 (1)" in panel(page)


def test_the_table_is_the_whole_graph_for_the_keyboard(page: Page) -> None:
    page.click("#tab-table")
    assert page.locator("tbody tr").count() == 21
    page.locator("th button").last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    line = page.locator("tbody tr", has_text="同心树人")
    line.focus()
    page.keyboard.press("Enter")
    assert QUOTE in panel(page)
    assert line.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert QUOTE not in panel(page)
    assert page.evaluate("() => document.activeElement.dataset.edge") == "jiusan-wc-teaching"
    page.click("th button:has-text('人数')")
    page.click("th button:has-text('人数')")
    assert "35" in page.locator("tbody tr").first.inner_text()


@pytest.mark.parametrize("typed", ["旺苍县", "wangcangxian", "wcx"])
def test_search_takes_chinese_pinyin_and_initials(page: Page, typed: str) -> None:
    page.fill("#search", typed)
    assert page.locator("#hits li").first.inner_text().startswith("旺苍县")
    page.press("#search", "Enter")
    assert page.evaluate("() => window.bangfu.picked().node") == "wc"
    page.fill("#search", "不存在的地方")
    assert "没有找到" in page.locator("#hits").inner_text()


def test_filters_hide_count_and_come_back(page: Page) -> None:
    assert page.locator(".chip[data-kind=training] small").inner_text() == "15"
    page.click(".chip[data-kind=training]")
    assert "jiusan-wc-training" not in ribbons(page)
    assert "r:s1" not in boxes(page)
    assert "jiusan-wc-teaching" in ribbons(page)
    page.click("#reset")
    assert "r:s1" in boxes(page)
    page.select_option("#programme", "p同心树人")
    assert list(ribbons(page)) == ["jiusan-wc-teaching"]
    assert page.locator(".chip[data-kind=training] small").inner_text() == "0"
    page.click("#reset")
    page.locator(".chip[data-kind=pairing]").dblclick()
    assert {one.rsplit("-", 1)[1] for one in ribbons(page)} == {"pairing"}


def test_the_keyboard_walks_the_picture(page: Page) -> None:
    page.keyboard.press("/")
    page.fill("#search", "九三学社")
    page.press("#search", "Enter")
    page.focus("#canvas")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("() => window.bangfu.picked().node") not in ("jiusan", "tj")
    page.keyboard.press("Escape")
    assert page.evaluate("() => window.bangfu.picked()") is None


def test_hostile_text_is_shown_and_does_nothing(page: Page) -> None:
    assert page.locator("h1").inner_text().startswith("</script><img")
    page.fill("#search", "恶意学校")
    page.press("#search", "Enter")
    assert "</script><img src=x onerror=window.hacked=1>" in panel(page)
    assert "{{7*7}}{#x#}" in panel(page)
    page.click("#tab-table")
    assert page.locator("tbody tr", has_text="恶意学校").count() == 1
    assert page.locator("img").count() == 0
