"""The page of a reading in Chromium without a network: it asks for nothing, and it points.

Chromium comes from the system's packages; where it is missing these tests fail, they do not skip.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from explained import HOSTILE, reading
from playwright.sync_api import Browser, Page, sync_playwright

from bangfu.loaders.explain_page import explain_html

WIDE = {"width": 1360, "height": 860}
NARROW = {"width": 390, "height": 800}


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
    out = tmp_path_factory.mktemp("explain") / "一篇.explain.html"
    out.write_text(explain_html(reading(), "zh"), encoding="utf-8")
    return out


@pytest.fixture(params=[WIDE], ids=["wide"])
def page(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(offline=True, viewport=request.param, reduced_motion="reduce")
    shown = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    shown.on("request", lambda one: asked.append(one.url))
    shown.on("console", lambda line: complaints.append(line.text))
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.goto(file.as_uri())
    yield shown
    assert {one.partition("#")[0] for one in asked} == {file.as_uri()}
    assert complaints == []
    assert shown.evaluate("() => window.hacked") is None
    assert shown.locator("img").count() == 0
    context.close()


narrow = pytest.mark.parametrize("page", [NARROW], ids=["narrow"], indirect=True)


def lit(page: Page, where: str) -> list[str]:
    """The keys, or the numbers of cards, that are highlighted in a part of the page."""
    return page.locator(f"{where} .on").evaluate_all(
        "all => all.map(one => one.id || one.dataset.n || one.textContent)"
    )


def test_a_passage_lights_its_fact_and_says_what_it_is(page: Page) -> None:
    page.locator("article .s", has_text="选派郭慧敏").or_(
        page.locator("article .s", has_text="选派")
    ).first.hover()
    assert lit(page, "aside") == ["f4"]
    assert page.locator("#tip").inner_text().split() == [
        *("4", "派驻", "郭慧敏", "·", "天津市海河中学", "→", "未说明")
    ]
    page.locator("h1").hover()
    assert lit(page, "body") == []
    assert page.locator("#tip").is_hidden()


def test_a_fact_lights_its_passage(page: Page) -> None:
    page.locator("#f6").hover()

    text = page.locator("article .s.on").evaluate_all("all => all.map(one => one.textContent)")
    assert "".join(text) == "揭牌仪式在旺苍县举行，社市□委主办"
    assert lit(page, "aside") == ["f6"]


def test_overlapping_passages_are_told_together(page: Page) -> None:
    page.locator("article .s.t-assistance.k-school").first.hover()
    assert sorted(lit(page, "aside")) == ["f1", "f2"]
    page.locator("article a.m[href='#f1']").hover()
    assert lit(page, "aside") == ["f1"]


def test_what_was_not_understood_says_why(page: Page) -> None:
    passage = page.locator("article .s.t-notUnderstood[data-k]", has_text="深化帮扶").first
    passage.hover()
    assert "未能读出谁帮谁" in page.locator("#tip").inner_text()
    decoration = passage.evaluate("one => getComputedStyle(one).textDecorationStyle")
    assert decoration == "wavy"
    damaged = page.locator("article .s.t-damaged[data-k]").first
    damaged.hover()
    assert "证实不了" in page.locator("#tip").inner_text()
    cut = page.locator("article .s.t-cut[data-k]")
    assert cut.inner_text() == "网站地图"
    assert "line-through" in cut.evaluate("one => getComputedStyle(one).textDecorationLine")


def test_the_keyboard_reaches_passages_and_facts(page: Page) -> None:
    mark = page.locator("article a.m[href='#f3']")
    page.locator("article a.m[href='#f2']").focus()
    page.keyboard.press("Tab")
    assert mark.evaluate("one => one === document.activeElement")
    assert lit(page, "aside") == ["f3"]
    assert "卞永海" in page.locator("#tip").inner_text()
    page.keyboard.press("Escape")
    assert page.locator("#tip").is_hidden()
    page.locator("#f2").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert lit(page, "aside") == ["f3"]
    assert page.locator("article .s.t-posting.on").count() > 0


def test_a_click_on_the_mark_of_a_cut_opens_the_list_of_cuts(page: Page) -> None:
    assert page.locator("#notes-cut").get_attribute("open") is None
    page.locator("article a.m-cut").click()
    assert page.locator("#notes-cut .card").first.is_visible()
    assert HOSTILE in page.locator("#notes-cut").inner_text()


def test_facts_are_filtered_by_kind(page: Page) -> None:
    page.locator(".chips button", has_text="任职").click()
    assert page.locator(".card[data-kind]:visible").count() == 1
    page.locator("article a.m[href='#f1']").click()
    assert page.locator("#f1").is_visible()
    page.locator(".chips button").first.click()
    assert page.locator(".card[data-kind]:visible").count() == 7


@narrow
def test_a_narrow_window_shows_all_without_sideways_scrolling(page: Page) -> None:
    assert page.evaluate("() => document.documentElement.scrollWidth") <= NARROW["width"]
    page.locator("article .s.t-posting").first.click()
    assert "卞永海" in page.locator("#tip").inner_text()
    page.locator("#tip .line").click()
    assert page.locator("#tip").is_hidden()
    assert page.locator("#f3").evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.top < 800; }"
    )


def test_without_scripts_links_still_lead_from_the_text_to_the_fact(
    browser: Browser, file: Path
) -> None:
    context = browser.new_context(offline=True, java_script_enabled=False, viewport=WIDE)
    bare = context.new_page()
    bare.goto(file.as_uri())
    bare.locator("article a.m[href='#f7']").click()
    assert bare.locator("#f7:target").is_visible()
    assert bare.locator(".chips").is_hidden()
    context.close()
