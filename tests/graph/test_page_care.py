"""The page for everybody: screen readers, colour blindness, phones, paper, keys, the dark."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from itertools import combinations, pairwise
from math import dist
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages import chromium, sample, shown

from bangfu.graph import render
from bangfu.graph.extras import Extras
from bangfu.graph.happenings import Happening

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = Path(__file__).resolve().parents[1] / "vendor" / "axe.min.js"
MODALITIES = ("pairing", "secondment", "management", "training", "teaching", "funding", "other")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "图.html"
    graph, found = sample()
    event = Happening(facts=("e",), label="研修班", kind="training", since="2021-05")
    extras = Extras(story=({"title": "一", "text": "二"},), events=(event,))
    render.write(render.draw(graph, found, title="谁在帮谁", extras=extras), out)
    return out


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_serious_to_say(browser: Browser, file: Path, scheme: str) -> None:
    with shown(browser, file, "#view=flow", color_scheme=scheme, bypass_csp=True) as page:
        page.evaluate(AXE.read_text(encoding="utf-8"))
        for view in ("flow", "network", "timeline", "map", "table", "story", "node"):
            hash_ = {"story": "#step=1", "node": "#node=wc"}.get(view, f"#view={view}")
            page.evaluate("hash => { location.hash = hash }", hash_)
            page.wait_for_timeout(30)
            found = page.evaluate(
                "async () => (await axe.run()).violations.filter(one => "
                "['serious', 'critical'].includes(one.impact)).map(one => [one.id, one.nodes[0].target])"
            )
            assert found == [], view


def lab(png: bytes) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of a picture of one pixel."""
    at = png.index(b"IDAT")
    length = int.from_bytes(png[at - 4 : at], "big")
    # the first pixel of a PNG is its plain value whatever the filter of its line
    r, g, b = (
        one / 255 for one in zlib.decompressobj().decompress(png[at + 4 : at + 4 + length])[1:4]
    )
    r, g, b = (
        one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in (r, g, b)
    )
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089,
    )
    x, y, z = (one ** (1 / 3) if one > 0.008856 else 7.787 * one + 16 / 116 for one in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


@pytest.mark.parametrize("kind", ["deuteranopia", "protanopia", "tritanopia"])
def test_modalities_tell_apart_without_a_kind_of_cone(
    browser: Browser, file: Path, kind: str
) -> None:
    with shown(browser, file) as page:
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setEmulatedVisionDeficiency", {"type": kind})
        page.evaluate(
            """kinds => document.body.append(...kinds.map((kind, place) => {
                const patch = document.createElement('div');
                patch.style.cssText = `position:fixed;z-index:99;top:0;height:40px;width:40px;left:${place * 40}px;background:var(--${kind})`;
                return patch; }))""",
            list(MODALITIES),
        )
        seen = {
            one: lab(page.screenshot(clip={"x": 20 + 40 * at, "y": 20, "width": 1, "height": 1}))
            for at, one in enumerate(MODALITIES)
        }
    for one, other in combinations(MODALITIES, 2):
        # ΔE*ab (CIE 1976); about 2.3 is just seen when two patches touch
        assert dist(seen[one], seen[other]) > 12, (one, other)


@pytest.mark.parametrize("view", ["flow", "network", "timeline", "map", "table"])
def test_a_phone_shows_every_view_without_sideways_scrolling(
    browser: Browser, file: Path, view: str
) -> None:
    with shown(browser, file, f"#view={view}", viewport={"width": 390, "height": 844}) as page:
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 390
        box = page.locator("#flow" if view in ("flow", "network") else f"#{view}").bounding_box()
        assert box is not None
        assert box["height"] > 300
        assert page.locator("#panel").is_visible()


def test_paper_gets_a_drawing_of_the_open_view(browser: Browser, file: Path) -> None:
    with shown(browser, file, color_scheme="dark") as page:
        raw = page.pdf(prefer_css_page_size=True)
        wide, high = (
            float(one) for one in re.findall(rb"MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", raw)[0]
        )
        assert abs(wide - 1190.5) < 2  # A3 landscape in points
        assert abs(high - 841.9) < 2
        assert len(re.findall(rb"/Type /Page\b", raw)) == 1
        assert page.locator("#paper svg text", has_text="旺苍中学").count() == 1


def test_the_table_goes_on_paper_as_a_table_and_the_map_with_its_arcs(
    browser: Browser, file: Path
) -> None:
    with shown(browser, file, "#view=table", color_scheme="dark") as page:
        page.pdf(prefer_css_page_size=True)
        paper = page.locator("#paper table")
        assert paper.locator("tbody tr").count() == page.locator("#table tbody tr").count() > 0
        assert paper.locator("button, [tabindex]").count() == 0
    with shown(browser, file, "#view=map") as page:
        page.pdf(prefer_css_page_size=True)
        names = page.evaluate("[...document.querySelectorAll('#paper [id]')].map((one) => one.id)")
        used = page.locator("#paper [stroke^='url(']").all()
        assert used
        for arc in used:
            wanted = (arc.get_attribute("stroke") or "").removeprefix("url(#").removesuffix(")")
            assert wanted in names, "a gradient of the screen is not there on paper"


def test_a_tall_timeline_goes_on_several_sheets_and_no_text_is_cut(
    browser: Browser, tmp_path: Path
) -> None:
    graph, found = sample()
    for number in range(120):
        graph.add_edge(
            "haihe", "wz", key=f"x{number}", kind="assistance", modality="other", status="active",
            confidence=0.9, sources=1, facts=(), since=str(2010 + number % 10),
        )  # fmt: skip
    out = tmp_path / "p.html"
    render.write(render.draw(graph, found, title="谁在帮谁"), out)
    with shown(browser, out, "#view=timeline") as page:
        raw = page.pdf(prefer_css_page_size=True)
        boxes = page.evaluate(
            "[...document.querySelectorAll('#paper svg')].map((one) => one.getAttribute('viewBox').split(' ').map(Number))"
        )
        texts = page.evaluate(
            "[...document.querySelectorAll('#paper svg:first-child text')].map((one) => Number(one.getAttribute('y')))"
        )
    assert len(re.findall(rb"/Type /Page\b", raw)) == len(boxes) > 2
    for before, after in pairwise(boxes):
        cut = before[1] + before[3]
        assert abs(cut - after[1]) < 0.2
        assert all(not y - 10 < cut < y + 2 for y in texts)


def test_keys_alone_go_everywhere(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=flow") as page:
        page.keyboard.press("[")
        page.keyboard.press("[")
        assert page.locator("#level-province").get_attribute("aria-pressed") == "true"
        page.keyboard.press("/")
        page.keyboard.type("四川")
        page.keyboard.press("Enter")
        page.focus("#canvas")
        page.keyboard.press("e")
        labels = {one["label"] for one in page.evaluate("() => window.bangfu.boxes()")}
        assert "旺苍县" in labels
        page.keyboard.press("4")
        assert page.locator("#map").is_visible()
        page.keyboard.press("5")
        assert page.locator("tbody tr").count() == 8
        page.keyboard.press("d")
        assert page.evaluate("() => document.documentElement.dataset.theme") == "dark"
        page.keyboard.press("?")
        assert "搜索" in page.locator("#keys").inner_text()
        page.keyboard.press("Escape")
        assert page.locator("#keys").is_hidden()


def test_every_stop_of_the_tab_key_has_a_name(browser: Browser, file: Path) -> None:
    named = """() => {
      const one = document.activeElement;
      return one.getAttribute('aria-label') || one.textContent.trim();
    }"""
    with shown(browser, file, "#view=flow") as page:
        stops = []
        while len(stops) < 60:
            page.keyboard.press("Tab")
            stops.append(page.evaluate(named))
            if page.evaluate("document.activeElement.id") == "panel":
                break
        assert all(stops), stops
        assert page.evaluate("document.activeElement.id") == "panel"
