"""Nothing in a name or a quote can run: every field of a page is hostile, every way out is tried."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from pages import chromium, passage, shown

from bangfu.graph import render
from bangfu.graph.extras import Extras
from bangfu.graph.happenings import Happening, Party

if TYPE_CHECKING:
    from playwright.sync_api import Browser

HOSTILE = (
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror=window.hacked=1>",
    "javascript:window.hacked=1",
    "{{constructor.constructor('window.hacked=1')()}}{%x%}{#y#}",
    "=cmd|' /C calc'!A0",
    "\t=HYPERLINK(1)",
    "\u202e=1+1\u202c 倒着写\u2066",
    "\"'`><svg onload=window.hacked=1>\u2028\x00&lt;b&gt;",
    "長" * 10_000,
    "__proto__",
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


@pytest.fixture(scope="module")
def net() -> Any:
    graph: Any = nx.MultiDiGraph()
    proofs = {}
    for number, text in enumerate(HOSTILE):
        around = {
            one: f"{one}{number}{text[:40]}" for one in ("county", "prefecture", "province")
        } | {f"{one}_label": text for one in ("county", "prefecture", "province")}
        graph.add_node(
            f"a{number}{text[:40]}",
            label=text,
            kind="school",
            adcode=text,
            aliases=(text,),
            **around,
        )
        graph.add_node(f"b{number}{text[:40]}", label=text, kind=text, level=text, **around)
        graph.add_node(f"p{number}", label=text, kind="person")
        fact = f"f{number}{text[:40]}"
        proofs[fact] = (
            passage(
                fact, text, source=text, address=text, title=text, publisher=text, issued=None,
                method=text, stance=text,
            ),
        )  # fmt: skip
        told = {
            "facts": (fact,), "confidence": 0.9, "programme_label": text, "kind": "assistance",
            "status": "active", "since": "2020",
        }  # fmt: skip
        graph.add_edge(
            f"a{number}{text[:40]}",
            f"b{number}{text[:40]}",
            key=f"e{number}{text[:40]}",
            modality=text,
            **told,
        )
        step = {**told, "kind": "secondment", "modality": "secondment", "relation": text}
        graph.add_edge(f"a{number}{text[:40]}", f"p{number}", key=f"x{number}", **step)
        graph.add_edge(f"p{number}", f"b{number}{text[:40]}", key=f"y{number}", **step)
    extras = Extras(
        classes={text: text for text in HOSTILE},
        contradictions={fact: (HOSTILE[number],) for number, fact in enumerate(proofs)},
        gaps=HOSTILE,
        notice=HOSTILE[1],
        events=tuple(
            Happening(
                facts=(fact,),
                label=text,
                kind=text,
                since="2020",
                programme=text,
                venue=Party(iri=text, label=text),
                parties=(Party(iri=f"a{number}{text[:40]}", label=text, role=text),),
            )
            for number, (fact, text) in enumerate(zip(proofs, HOSTILE, strict=True))
        ),
        story=tuple({"title": text, "text": text, "programme": text} for text in HOSTILE),
    )
    return render.draw(graph, proofs, title=HOSTILE[0], coverage=HOSTILE[1], extras=extras)


@pytest.fixture(scope="module")
def file(net: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page") / "恶意.html"
    render.write(net, out)
    return out


def test_no_view_and_no_panel_runs_anything(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=flow") as page:
        for view in ("flow", "network", "timeline", "map", "table"):
            page.click(f"#tab-{view}")
            assert page.locator("img").count() == 0
            assert page.locator("main script").count() == 0
        for number in range(len(HOSTILE)):
            page.locator("tbody tr").nth(number).click()
            page.locator("#panel .link").first.click()
        page.click("#tab-timeline")
        assert page.locator("#timeline [data-event]").count() == len(HOSTILE)
        for number in range(len(HOSTILE)):
            page.locator("#timeline [data-event]").nth(number).press("Enter")
            assert page.locator("#panel img, #panel script, #panel svg").count() == 0
        page.evaluate("() => { location.hash = '#step=1' }")
        page.fill("#search", "<img")
        assert "<img src=x" in page.locator("#hits").inner_text()
        assert page.locator("#hits img").count() == 0
        assert page.locator("#paper *").count() == 0
        page.evaluate("() => dispatchEvent(new Event('beforeprint'))")
        assert page.locator("#paper script, #paper img").count() == 0
        assert page.locator("[onerror], [onload], a[href^='javascript']").count() == 0


def test_the_table_leaves_without_formulas(browser: Browser, file: Path) -> None:
    with shown(browser, file, "#view=table") as page:
        text = page.evaluate("() => window.bangfu.csv()")
    rows = list(csv.reader(io.StringIO(text.lstrip("\ufeff"), newline="")))
    assert len(rows) == 2 * len(HOSTILE) + 1
    assert {len(row) for row in rows} == {13}
    hidden = "\u202e\u202c\u2066"
    for row in rows:
        for cell in row:
            assert not cell.strip(hidden).startswith(("=", "+", "-", "@", "\t", "\r")), cell[:40]
    assert any(cell.startswith("'=cmd|") for row in rows for cell in row)


def test_pictures_hold_text_and_nothing_else(browser: Browser, file: Path, net: Any) -> None:
    with shown(browser, file, "#view=flow") as page:
        drawn = [page.evaluate("() => window.bangfu.svg()")]
        for view in ("network", "timeline", "map"):
            page.click(f"#tab-{view}")
            drawn.append(page.evaluate("() => window.bangfu.svg()"))
    still = render.show(net).still
    for text in (*drawn, still):
        root = ElementTree.fromstring(text)
        tags = {one.tag.rpartition("}")[2] for one in root.iter()}
        assert not tags & {"script", "image", "img", "foreignObject", "a", "use"}
        assert not any(key.lower().startswith("on") for one in root.iter() for key in one.attrib)
        assert "href" not in {key for one in root.iter() for key in one.attrib}
        assert all(
            len(one.text or "") < 400
            for one in root.iter(f"{{{root.tag[1:].partition('}')[0]}}}text")
        )


def test_the_frame_of_a_notebook_holds_it(browser: Browser, net: Any, tmp_path: Path) -> None:
    bundle = render.show(net)._repr_mimebundle_()
    host = tmp_path / "host.html"
    host.write_text(f'<!DOCTYPE html><meta charset="utf-8">{bundle["text/html"]}', encoding="utf-8")
    with shown(browser, host) as page:
        frame = page.frame_locator("iframe")
        frame.locator("#tab-map").click()
        assert frame.locator("[data-tile]").count() == 34
        assert frame.locator("#link").is_hidden()
        inner = page.frames[1]
        assert inner.evaluate("() => window.hacked") is None
        assert page.locator("body > script, body img[onerror]").count() == 0
