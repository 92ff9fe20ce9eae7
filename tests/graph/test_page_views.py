"""Views, levels, filters, links, exports and the tour, in Chromium without a network."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import pytest
from pages import chromium, sample, shown

from bangfu.graph import render
from bangfu.graph.extras import Extras

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

STORY = (
    {"title": "先看全貌", "text": "省与省。", "level": "province"},
    {"title": "再看旺苍", "highlight": "wc", "modality": ["teaching"]},
    {"title": "最后看图", "view": "map", "years": [2021, 2022]},
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "图.html"
    graph, found = sample()
    extras = Extras(
        classes={"s-f-jinghu-m1-pairing": "officialMedia"},
        contradictions={
            "f-edu-mb-funding": ({"zh": "另一篇说是结对", "en": "another says pairing"},)
        },
        gaps=({"zh": "名单里还有 3 个县没有", "en": "3 counties are missing"},),
    )
    render.write(render.draw(graph, found, title="谁在帮谁", extras=extras), out)
    return out


def ribbons(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.ribbons()")}


def boxes(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.boxes()")}


def middle(box: dict[str, Any]) -> tuple[float, float]:
    return (box["from"]["x"] + box["to"]["x"]) / 2, (box["from"]["y"] + box["to"]["y"]) / 2


def panel(page: Page) -> str:
    return page.locator("#panel").inner_text()


def counted(page: Page) -> int:
    """The relations behind all ribbons, each once."""
    return len({one for ribbon in ribbons(page).values() for one in ribbon["relations"]})


def test_every_level_tells_the_same_sum(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        assert page.locator("#panel .figures b").first.inner_text() == "8"
        assert counted(page) == 8
        for level, places in (("county", {"h:bh", "r:wc", "r:mb"}), ("province", {"h:tj", "r:sc"})):
            page.click(f"#level-{level}")
            found = boxes(page)
            assert places <= {one for one, box in found.items() if box["closed"]}
            assert counted(page) == 8
            assert sum(one["count"] for one in ribbons(page).values()) == 8
        assert "h:haihe" not in boxes(page)


def test_a_double_click_opens_in_place_and_closes_again(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#level=province") as page:
        before = boxes(page)
        page.mouse.dblclick(*middle(before["r:sc"]))
        opened = boxes(page)
        assert {"r:wc", "r:mb"} <= set(opened)
        assert "r:hz" not in opened
        assert "r:wz" not in opened
        assert counted(page) == 8
        assert "open=r%3Asc" in page.evaluate("() => location.hash")
        page.keyboard.press("Escape")
        page.mouse.dblclick(*middle(opened["r:sc"]))
        assert set(boxes(page)) == set(before)


def test_a_merged_ribbon_lists_its_relations(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#level=province") as page:
        merged = next(one for one in ribbons(page).values() if one["count"] == 2)
        page.mouse.click(merged["spot"]["x"], merged["spot"]["y"])
        assert "共 2 条关系" in panel(page)
        page.locator("#panel .list .row").first.click()
        assert "的原文" in panel(page)
        assert "10–" in panel(page)


def test_a_filter_moves_nothing(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        before = boxes(page)
        page.click(".chip[data-kind=training]")
        page.select_option("#sure", "sure")
        after = boxes(page)
        assert 0 < len(after) < len(before)
        for one, box in after.items():
            assert box["from"] == before[one]["from"]


def test_years_certainty_and_source_filter_with_counts(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        assert page.locator("#year-low").inner_text() == "2015"
        page.locator("#year-from").fill("2024")
        assert "edu-h1-training" in ribbons(page)
        assert "jiusan-wc-training" not in ribbons(page)
        assert "haihe-w2-pairing" not in ribbons(page)
        assert "years=2024-2025" in page.evaluate("() => location.hash")
        page.click("#reset")
        options = page.locator("#sure option").all_inner_texts()
        assert options[1:] == ["可信度 ≥80% (6)", "可信度 <80% (1)", "计划中 (1)"]
        page.select_option("#sure", "planned")
        assert list(ribbons(page)) == ["edu-h1-training"]
        page.click("#reset")
        page.select_option("#cls", "officialMedia")
        assert list(ribbons(page)) == ["jinghu-m1-pairing"]
        assert page.locator("#bars rect.in").count() == 11


def test_the_network_stands_where_python_put_it(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=network") as page:
        marks = {one["entity"]: one for one in page.evaluate("() => window.bangfu.marks()")}
        assert {"haihe", "wz", "guo", "tj", "sc"} <= set(marks)
        page.mouse.click(marks["haihe"]["at"]["x"], marks["haihe"]["at"]["y"])
        assert "天津市海河中学" in panel(page)
        page.click(".chip[data-kind=funding]")
        left = {one["entity"]: one for one in page.evaluate("() => window.bangfu.marks()")}
        assert "mb" in left or "m1" in left
        assert all(one["at"] == marks[entity]["at"] for entity, one in left.items())


def test_the_timeline_tells_certain_from_possible(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=timeline") as page:
        line = page.locator("[data-edge=jiusan-wc-teaching]")
        assert "确定：2015–2021" in (line.get_attribute("aria-label") or "")
        ended = page.locator("[data-edge=jiusan-wc-training]").get_attribute("aria-label") or ""
        assert "确定：2019–2020" in ended
        assert page.locator("[data-edge=haihe-w2-pairing]").count() == 0
        assert "另有 1 条" in page.locator("#timeline .note").inner_text()
        line.focus()
        page.keyboard.press("Enter")
        assert "jiusan-wc-teaching的原文" in panel(page)
        assert line.get_attribute("aria-pressed") == "true"


def test_the_map_has_34_tiles_and_counts(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=map") as page:
        assert page.locator("[data-tile]").count() == 34
        sichuan = page.locator("[data-tile='51']")
        assert (sichuan.get_attribute("aria-label") or "").endswith("入 7")
        assert "不表示行政区域界线" in page.locator("#map").inner_text()
        assert page.locator(".way-arc").count() == 3
        sichuan.focus()
        page.keyboard.press("Enter")
        assert panel(page).startswith("×") or "四川省" in panel(page)
        assert page.evaluate("() => window.bangfu.picked().node") == "sc"


def test_contradictions_and_gaps_are_seen(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        assert "1 条关系有说法不一之处" in panel(page)
        assert "名单里还有 3 个县没有" in panel(page)
        assert "没有载明时间：2 条" in panel(page)
        page.get_by_role("button", name="说法不一之处").click()
        assert "另一篇说是结对" in panel(page)


def test_a_new_user_finds_reads_filters_shares_and_exports(browser: Browser, file: Path) -> None:
    with shown(browser, file, permissions=["clipboard-read", "clipboard-write"]) as page:
        page.click("#search")
        page.keyboard.type("wangcang")
        page.keyboard.press("Enter")
        assert "受谁帮扶" in panel(page)
        assert "九三学社天津市委员会" in panel(page)
        assert "jiusan-wc-teaching的原文" in panel(page)
        page.locator("#year-to").fill("2016")
        assert "受谁帮扶 (1)" in panel(page)
        page.click("#link")
        link = page.evaluate("() => navigator.clipboard.readText()")
        assert link.endswith("#years=2015-2016&node=wc")
        page.click("#save")
        with page.expect_download() as saved:
            page.click("#csv")
        text = Path(saved.value.path()).read_text(encoding="utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        assert [row["受援方"] for row in rows] == ["旺苍县"]
    with shown(browser, file, "#" + link.partition("#")[2]) as page:
        assert "受谁帮扶 (1)" in panel(page)


def test_one_row_for_a_relation_with_the_persons_in_it(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=table") as page:
        assert page.locator("tbody tr").count() == 8
        row = page.locator("tbody tr", has_text="郭慧敏")
        assert "天津市海河中学" in row.inner_text()
        row.click()
        assert "人员：郭慧敏" in panel(page)


@pytest.mark.parametrize("view", ["flow", "network", "timeline", "map"])
def test_pictures_leave_the_page_as_svg_and_png(browser: Browser, file: Path, view: str) -> None:
    with shown(browser, file, f"#view={view}") as page:
        root = ElementTree.fromstring(page.evaluate("() => window.bangfu.svg()"))
        texts = " ".join(
            "".join(one.itertext()) for one in root.iter("{http://www.w3.org/2000/svg}text")
        )
        assert ("四川" if view == "map" else "旺苍县") in texts
        assert "谁在帮谁" in texts
        page.click("#save")
        with page.expect_download() as saved:
            page.click("#png")
        raw = Path(saved.value.path()).read_bytes()
        assert raw.startswith(b"\x89PNG")
        assert int.from_bytes(raw[16:20], "big") > 1000


def test_the_story_sets_the_scene_step_by_step(browser: Browser, tmp_path: Path) -> None:
    graph, found = sample()
    out = tmp_path / "s.html"
    render.write(render.draw(graph, found, title="题", extras=Extras(story=STORY)), out)
    with shown(browser, out) as page:
        assert "先看全貌" in page.locator("#story").inner_text()
        assert "h:haihe" not in boxes(page)
        page.click("#story >> text=下一步")
        assert list(ribbons(page)) == ["jiusan-wc-teaching"]
        assert "旺苍县" in panel(page)
        page.click("#story >> text=下一步")
        assert page.locator("#map").is_visible()
        hash_ = page.evaluate("() => location.hash")
        assert "step=3" in hash_
        page.click("#story >> text=关闭")
        assert page.locator("#story").is_hidden()
    with shown(browser, out, "#" + hash_.lstrip("#")) as page:
        assert "最后看图" in page.locator("#story").inner_text()


def test_the_language_changes_on_the_spot(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        page.click("#language")
        assert page.locator("#tab-timeline").inner_text() == "Timeline"
        assert "Who helps whom" in panel(page)
        assert page.evaluate("() => document.documentElement.lang") == "en"
        assert "lang=en" in page.evaluate("() => location.hash")
