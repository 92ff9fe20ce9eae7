"""Events on the page: rows of the timeline with a panel of their own, in Chromium offline."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pages import chromium, passage, sample, shown

from bangfu.graph import render
from bangfu.graph.extras import Extras
from bangfu.graph.happenings import Happening, Party

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def eventful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page with a dated event for one county, one of nobody shown, and one without a date."""
    out = tmp_path_factory.mktemp("page") / "活动.html"
    graph, found = sample()
    told = {f"e{number}": (passage(f"e{number}", f"活动{number}的原文"),) for number in range(3)}
    told["e2"] = (passage("e2", "活动2的原文", issued=None),)
    events = (
        Happening(
            facts=("e0",), label="校长研修班", kind="training", since="2021-03", until="2021-04-02", programme="同心树人",
            venue=Party(iri="elsewhere", label="镇雄县"),
            parties=(Party(iri="jiusan", label="九三学社天津市委员会", role="organizer"),
                     Party(iri="w9", label="旺苍县第九中学", role="participant", around=("wc", "sc"))),
        ),
        Happening(facts=("e1",), label="座谈会", kind="meeting", since="2022",
                  parties=(Party(iri="nobody", label="某单位", role="organizer"),)),
        Happening(facts=("e2",), label="", kind="visit"),
    )  # fmt: skip
    extras = Extras(events=events)
    render.write(render.draw(graph, {**found, **told}, title="谁在帮谁", extras=extras), out)
    return out


def test_events_are_rows_of_the_timeline_and_never_relations(
    browser: Browser, eventful: Path, tmp_path: Path
) -> None:
    graph, found = sample()
    render.write(render.draw(graph, found, title="谁在帮谁"), tmp_path / "without.html")
    with shown(browser, tmp_path / "without.html") as page:
        before = page.evaluate("window.bangfu.csv()")
        assert page.locator("#panel", has_text="个活动，见时间线").count() == 0
    with shown(browser, eventful, "#view=timeline") as page:
        rows = page.locator("#timeline [data-event]")
        assert rows.count() == 2
        assert "另有 1 个活动没有日期" in page.locator("#timeline .note").inner_text()
        heads = page.locator("#timeline text[font-weight='600']").all_text_contents()
        assert heads[-1].startswith("其他活动"), "what names no recipient comes last"
        label = rows.nth(0).get_attribute("aria-label") or ""
        assert "校长研修班" in label
        assert "镇雄县" in label
        wangcang = page.locator("#timeline text", has_text="旺苍县").first.bounding_box()
        at, other = (rows.nth(number).bounding_box() for number in (0, 1))
        assert wangcang is not None
        assert at is not None
        assert other is not None
        assert wangcang["y"] < at["y"] < other["y"]
        assert len(page.evaluate("window.bangfu.csv()").splitlines()) == len(before.splitlines())


def test_an_event_opens_its_parties_and_passage_by_key_and_by_link(
    browser: Browser, eventful: Path
) -> None:
    with shown(browser, eventful, "#view=timeline") as page:
        page.locator("#timeline [data-event='e0']").focus()
        page.keyboard.press("Enter")
        told = page.locator("#panel").inner_text()
        assert all(one in told for one in ("校长研修班", "2021-03", "镇雄县", "活动0的原文"))
        assert "地点只说明在哪里办" in told
        address = page.evaluate("location.hash")
        page.locator("#panel .link", has_text="九三学社天津市委员会").click()
        assert page.evaluate("window.bangfu.picked().node") == "jiusan"
        page.locator("#panel .row", has_text="校长研修班").click()
        assert page.evaluate("window.bangfu.picked().event") == "e0"
        page.keyboard.press("Escape")
        assert page.evaluate("window.bangfu.picked()") is None
    with shown(browser, eventful, f"{address}&lang=en") as page:
        told = page.locator("#panel").inner_text()
        assert "Organised by: 九三学社天津市委员会" in told
        assert "A place says where it was held" in told
        page.locator("#tab-flow").click()
        assert page.evaluate("window.bangfu.picked().event") == "e0"


def test_filters_that_mean_something_for_events_hold_for_them(
    browser: Browser, eventful: Path
) -> None:
    def events(hash_: str) -> list[str]:
        with shown(browser, eventful, f"#view=timeline&{hash_}") as page:
            rows = page.locator("#timeline [data-event]").all()
            return [row.get_attribute("data-event") or "" for row in rows]

    assert events("programme=同心树人") == ["e0"]
    assert events("years=2023-2024") == []
    assert sorted(events("hide=teaching,pairing")) == ["e0", "e1"]


def test_one_early_year_does_not_squeeze_the_timeline(browser: Browser, tmp_path: Path) -> None:
    graph, found = sample()
    extras = Extras(events=(Happening(facts=("e0",), label="旧事", kind="other", since="1937"),))
    out = tmp_path / "p.html"
    early = {"e0": (passage("e0", "旧事"),)}
    # enough of today that one of long ago is the exception
    for number in range(30):
        graph.add_edge(
            "haihe", "wz", key=f"x{number}", kind="assistance", modality="other", status="active",
            confidence=0.9, sources=1, facts=(f"x{number}",), since="2021",
        )  # fmt: skip
        early[f"x{number}"] = (passage(f"x{number}", "今"),)
    render.write(render.draw(graph, {**found, **early}, title="谁在帮谁", extras=extras), out)
    with shown(browser, out, "#view=timeline") as page:
        first = int(page.locator("#timeline .year").first.text_content() or 0)
        assert first > 1990
        assert f"{first} 年以前" in page.locator("#timeline .note").inner_text()
        box = page.locator("#timeline [data-event='e0'] path").bounding_box()
        assert box is not None
        assert box["width"] > 0, "it is drawn at the edge, not lost"
