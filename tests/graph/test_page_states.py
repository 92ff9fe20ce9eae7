"""The page in other circumstances: reopened by its address, saved, small, dark, empty, framed.

Chromium comes from the system's packages; where it is missing these tests fail, they do not skip.
"""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bangfu.graph import render
from bangfu.graph.evidence import Passage

QUOTE = "从2015年“同心树人”活动落地旺苍以来，九三学社天津市委连年送教。"


def sample() -> tuple[Any, dict[str, tuple[Passage, ...]]]:
    graph: Any = nx.MultiDiGraph()
    around = {
        "county": "wc",
        "county_label": "旺苍县",
        "province": "sc",
        "province_label": "四川省",
    }
    graph.add_node("jiusan", label="九三学社天津市委员会", kind="institution", province="tj")
    graph.add_node("haihe", label="天津市海河中学", kind="school", province="tj")
    graph.add_node("wc", label="旺苍县", kind="place", level="county", **around)
    graph.add_node("wz", label="旺苍中学", kind="school", **around)
    passage = Passage(
        fact="f", quote=QUOTE, source="s", address="a.txt", title="携手", publisher=None, issued="2021-11",
        start=0, end=len(QUOTE), raw_start=9, raw_end=99, method="rule:1", confidence=0.9, stance="stated",
    )  # fmt: skip
    graph.add_edge(
        "jiusan", "wc", key="teach", kind="assistance", modality="teaching", programme_label="同心树人",
        headcount=35, facts=("f",), confidence=0.9,
    )  # fmt: skip
    graph.add_edge("jiusan", "wc", key="train", modality="training", facts=(), confidence=0.9)
    graph.add_edge("haihe", "wz", key="pair", modality="pairing", facts=(), confidence=0.6)
    return graph, {"f": (passage,)}


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
    render.write(render.draw(graph, found, title="谁在帮谁"), out)
    return out


def opened(
    browser: Browser, file: Path, hash_: str = "", **options: Any
) -> tuple[Page, list[str], list[str]]:
    """The page, the addresses that it asked for, and everything that it complained about."""
    options = {"viewport": {"width": 1440, "height": 900}, **options}
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri() + hash_)
    return page, asked, complaints


def ribbons(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.ribbons()")}


def boxes(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.boxes()")}


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def test_the_shown_table_is_saved_without_formulas(browser: Browser, tmp_path: Path) -> None:
    graph, found = sample()
    graph.nodes["haihe"]["label"] = "=HYPERLINK(1)"
    render.write(render.draw(graph, found, title="谁在帮谁"), tmp_path / "a.html")
    shown, asked, complaints = opened(browser, tmp_path / "a.html")
    shown.click(".chip[data-kind=training]")
    with shown.expect_download() as saved:
        shown.click("#save")
        shown.click("#csv")
    assert saved.value.suggested_filename == "谁在帮谁.csv"
    raw = Path(saved.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    lines = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    assert len(lines) == 1 + 2
    assert {len(line) for line in lines} == {13}
    assert "'=HYPERLINK(1)" in {line[0] for line in lines}
    assert QUOTE in {line[11] for line in lines}
    assert complaints == []
    assert [one for one in asked if not one.startswith("blob:")] == [(tmp_path / "a.html").as_uri()]
    shown.context.close()


def test_the_address_holds_the_state(browser: Browser, file: Path) -> None:
    first, _, _ = opened(browser, file)
    first.click(".chip[data-kind=training]")
    first.click("#tab-table")
    first.locator("tbody tr", has_text="同心树人").click()
    hash_ = first.evaluate("() => location.hash")
    first.context.close()
    second, _, complaints = opened(browser, file, hash_)
    assert QUOTE in panel(second)
    assert second.locator("#table").is_visible()
    assert "train" not in ribbons(second)
    assert complaints == []
    second.context.close()
    third, _, complaints = opened(
        browser, file, "#edge=__proto__&hide=constructor&view=x&programme=%00"
    )
    assert third.locator("#canvas canvas").is_visible()
    assert complaints == []
    third.context.close()


def test_a_phone_at_night_and_a_window_that_changes(browser: Browser, file: Path) -> None:
    shown, _, complaints = opened(
        browser, file, viewport={"width": 390, "height": 844}, color_scheme="dark", bypass_csp=True
    )
    assert shown.evaluate("() => document.documentElement.scrollWidth") <= 390
    assert (
        shown.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(18, 23, 28)"
    )
    before = boxes(shown)["h:haihe"]
    shown.set_viewport_size({"width": 1200, "height": 900})
    shown.wait_for_function("() => document.querySelector('#canvas canvas').clientWidth > 700")
    after = boxes(shown)["h:haihe"]
    assert after["to"]["x"] - after["from"]["x"] >= before["to"]["x"] - before["from"]["x"]
    assert complaints == []
    shown.context.close()


def test_an_empty_network_and_english(browser: Browser, tmp_path: Path) -> None:
    empty: Any = nx.MultiDiGraph()
    render.write(render.draw(empty, {}, title="空", coverage="查了 3 篇材料"), tmp_path / "a.html")
    shown, asked, complaints = opened(browser, tmp_path / "a.html")
    assert "没有可画的关系" in shown.locator("#empty").inner_text()
    assert "查了 3 篇材料" in shown.locator("#empty").inner_text()
    assert (len(asked), complaints) == (1, [])
    shown.context.close()
    graph, found = sample()
    render.write(render.draw(graph, found, title="x", lang="en", focus="wc"), tmp_path / "b.html")
    shown, _, complaints = opened(browser, tmp_path / "b.html")
    assert "Helped by (3)" in panel(shown)
    assert shown.locator("#tab-table").inner_text() == "Table"
    assert complaints == []
    shown.context.close()


def test_it_runs_in_the_sandboxed_frame_of_a_notebook(browser: Browser, tmp_path: Path) -> None:
    graph, found = sample()
    bundle = render.show(render.draw(graph, found, title="题"))._repr_mimebundle_()
    host = tmp_path / "host.html"
    host.write_text(f'<!DOCTYPE html><meta charset="utf-8">{bundle["text/html"]}', encoding="utf-8")
    shown, asked, complaints = opened(browser, host)
    frame = shown.frame_locator("iframe")
    frame.locator("#tab-table").click()
    frame.locator("tbody tr", has_text="同心树人").click()
    assert QUOTE in frame.locator("#panel").inner_text()
    assert complaints == []
    assert all(not one.startswith("http") for one in asked)
    shown.context.close()
