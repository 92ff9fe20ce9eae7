"""A ribbon runs behind no pill but its own two: it would seem to be that pill's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from pages import SICHUAN, TIANJIN, chromium, place, shown

from bangfu.graph import render

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCHOOLS = 9


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A district with schools that help those of a county, and helps the county itself."""
    graph: Any = nx.MultiDiGraph()
    sides = (place("bh", "滨海新区", TIANJIN), place("wc", "旺苍县", SICHUAN))
    for code, around in zip(("bh", "wc"), sides, strict=True):
        graph.add_node(
            code, label=around["county_label"], kind="place", level="county", adcode=None, **around
        )
    told: dict[str, Any] = {
        "kind": "assistance",
        "status": "active",
        "confidence": 0.9,
        "sources": 1,
    }
    for n in range(SCHOOLS):
        for code, around in zip("hr", sides, strict=True):
            graph.add_node(f"{code}{n}", label=f"第{n}{code}中学", kind="school", **around)
        graph.add_edge(f"h{n}", f"r{n}", key=f"k{n}", modality="pairing", facts=(f"f{n}",), **told)
    for kind, persons in (("training", 900), ("secondment", 30), ("funding", 1), ("teaching", 1)):
        more = {"modality": kind, "headcount": persons, "facts": (f"f{kind}",)}
        graph.add_edge("bh", "wc", key=kind, **told, **more)
    out = tmp_path_factory.mktemp("page") / "page.html"
    render.write(render.draw(graph, {}, title="谁在帮谁"), out)
    return out


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Places and schools of three provinces that help those of another, at random."""
    graph: Any = nx.MultiDiGraph()
    ends: dict[str, list[str]] = {"h": [], "r": []}
    for n in range(24):
        side = "hr"[n % 2]
        around = place(f"{side}{n}", f"第{n}县", (f"{side}p{n % 3}", f"{side}{n % 3}省"))
        graph.add_node(
            f"{side}{n}", label=f"第{n}县", kind="place", level="county", adcode=None, **around
        )
        graph.add_node(f"{side}{n}s", label=f"第{n}中学", kind="school", **around)
        graph.add_node(f"{side}{n}b", label=f"第{n}教育局", kind="institution", **around)
        ends[side] += [f"{side}{n}", f"{side}{n}s", f"{side}{n}b"]
    chance = Random(7)
    for n in range(30):
        helper, helped = chance.choice(ends["h"]), chance.choice(ends["r"])
        more = {"modality": chance.choice(("pairing", "training")), "facts": (f"f{n}",)}
        more |= {"kind": "assistance", "status": "active", "confidence": 0.9, "sources": 1}
        graph.add_edge(helper, helped, key=f"k{n}", **more)
    out = tmp_path_factory.mktemp("crowded") / "page.html"
    render.write(render.draw(graph, {}, title="谁在帮谁"), out)
    return out


def ribbons(page: Page) -> dict[str, Any]:
    return {one["id"]: one for one in page.evaluate("() => window.bangfu.ribbons()")}


def crossed(page: Page) -> set[tuple[str, str]]:
    """Ribbons with pills that they run behind."""
    boxes = page.evaluate("() => window.bangfu.boxes()")
    return {
        (name, box["label"])
        for name, ribbon in ribbons(page).items()
        for box in boxes
        if box["id"] not in ribbon["ends"]
        for at in ribbon["way"]
        if box["from"]["x"] < at["x"] < box["to"]["x"]
        and box["from"]["y"] < at["y"] < box["to"]["y"]
    }


@pytest.mark.parametrize("viewport", [(1440, 900), (1440, 3000), (390, 844)])
def test_ribbons_run_between_the_pills(
    browser: Browser, file: Path, viewport: tuple[int, int]
) -> None:
    size = {"width": viewport[0], "height": viewport[1]}
    with shown(browser, file, viewport=size) as page:
        assert len(ribbons(page)) == SCHOOLS + 4
        assert crossed(page) == set()


def test_many_ribbons_run_between_the_pills(browser: Browser, crowded: Path) -> None:
    with shown(browser, crowded) as page:
        assert len(ribbons(page)) == 30
        assert crossed(page) == set()


def test_those_through_one_gap_lie_side_by_side(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        long = [one["way"] for name, one in ribbons(page).items() if not name.startswith("k")]
        middles = [{round(at["x"]): at["y"] for at in way[35:46]} for way in long]
        assert len({round(min(one.values())) for one in middles}) == len(long)


def test_every_pill_is_drawn_after_a_change_of_level(browser: Browser, crowded: Path) -> None:
    """All of it is there before anything else makes the page draw again."""
    frames = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
    drawn = "() => document.querySelector('#canvas canvas').toDataURL()"
    with shown(browser, crowded) as page:
        for level in ("county", "province", "body", "county"):
            page.click(f"#level-{level}")
            page.evaluate(frames)
            once = page.evaluate(drawn)
            page.evaluate("() => window.bangfu.redraw()")
            assert page.evaluate(drawn) == once, level


def test_a_filter_moves_no_ribbon(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        before = ribbons(page)
        page.click(".chip[data-kind=training]")
        after = ribbons(page)
        assert set(before) - set(after) == {"training"}
        assert all(one["way"] == before[name]["way"] for name, one in after.items())


def test_a_click_finds_a_ribbon_where_it_was_led(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        way = ribbons(page)["training"]["way"]
        at = way[len(way) // 3]
        page.mouse.click(at["x"], at["y"])
        assert page.evaluate("() => window.bangfu.picked().edge") == "training"


def test_the_drawing_that_leaves_the_page_takes_the_same_ways(browser: Browser, file: Path) -> None:
    with shown(browser, file) as page:
        tree = ElementTree.fromstring(page.evaluate("() => window.bangfu.svg()"))
        shafts = [
            one.get("d", "")
            for one in tree.iter("{http://www.w3.org/2000/svg}path")
            if one.get("stroke-width")
        ]
        assert len(shafts) == SCHOOLS + 4
        assert sum(path.count("C") > 1 for path in shafts) >= 1
