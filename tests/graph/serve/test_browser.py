"""The server in Chromium: hostile names run nowhere, and the graph opens by a click."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from bangfu.graph.serve.queried import EXAMPLES
from bangfu.graph.serve.site import Site
from bangfu.ontology.identity import source_iri
from bangfu.ontology.terms import ID

if TYPE_CHECKING:
    import httpx

AXE = Path(__file__).resolve().parents[2] / "vendor" / "axe.min.js"
SOURCE = "/id/source/" + source_iri("s01-agreement.txt").rpartition("/")[2]
EVIL_SOURCE = "/id/source/" + source_iri("evil<script>.txt").rpartition("/")[2]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium is not None, "Chromium is missing: install the package chromium"
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    shown = context.new_page()
    outside: list[str] = []
    complaints: list[str] = []
    shown.on(
        "request",
        lambda request: None if request.url.startswith(site) else outside.append(request.url),
    )
    shown.on("pageerror", lambda error: complaints.append(str(error)))
    shown.on("console", lambda line: complaints.append(line.text))
    yield shown
    assert outside == []
    assert complaints == []
    context.close()


def test_hostile_text_in_every_field_runs_nowhere(
    page: Page, site: str, http: httpx.Client
) -> None:
    found = http.get("/search.json", params={"q": "window.hacked"}).json()["results"]
    assert {one["kind"] for one in found} == {"school", "institution", "person", "programme"}
    query = "SELECT * { ?s ?p ?o FILTER(CONTAINS(STR(?o), 'hacked')) } LIMIT 50"
    construct = "CONSTRUCT { ?h <https://w3id.org/bangfu/ontology#helps> ?l } WHERE { ?h <https://w3id.org/bangfu/ontology#helps> ?r . ?r <http://www.w3.org/2004/02/skos/core#prefLabel> ?l }"
    evil = quote("\"><script>window.hacked=1</script>'")
    paths = [
        EVIL_SOURCE,
        "/sources",
        "/search?q=window.hacked",
        f"/search?q={evil}&kind={evil}&year={evil}",
        f"/ask/who-helps?place={evil}",
        f"/id/place/511133?open={evil}",
        f"/{evil}",
        f"/query?query={quote(query)}",
        f"/query?query={quote(construct)}",
        *("/id/" + one["iri"].partition("/id/")[2] for one in found),
        *("/dossier/" + one["iri"].partition("/id/")[2] for one in found),
        *("/ask/about?entity=" + quote(one["iri"]) for one in found),
    ]
    for path in paths:
        # what a 404 logs is the browser's own line, so the status is asked for apart
        if http.get(path).status_code >= 400:
            assert "<script>window" not in http.get(path).text
            continue
        page.goto(site + path)
        assert page.evaluate("() => window.hacked") is None, path
        assert page.locator("img[src=x]").count() == 0, path
        for link in page.locator("a").evaluate_all(
            "all => all.map(one => new URL(one.getAttribute('href'), location.href).protocol)"
        ):
            assert link == "http:", path


def test_a_neighbour_opens_by_a_click_and_by_keyboard_and_back_closes_it(
    page: Page, site: str
) -> None:
    page.goto(f"{site}/id/place/511133")
    before = page.locator("#picture .n").count()
    plus = page.locator("#picture .plus[aria-label*='绍兴市镜湖中学']")
    plus.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => document.querySelectorAll('#picture .n').length > {before}")
    assert "open=school" in page.url
    page.go_back()
    page.wait_for_function(f"() => document.querySelectorAll('#picture .n').length === {before}")


def test_it_reads_without_script_and_on_a_phone(browser: Browser, site: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}, color_scheme="dark"
    )
    shown = context.new_page()
    for path in (
        "/",
        "/search",
        "/id/place/511133",
        "/ask/who-helps?place=511133",
        "/sparql",
        "/ontology",
    ):
        shown.goto(site + path)
        wide = shown.locator("html").evaluate("one => one.scrollWidth")
        assert wide <= 390, path
    shown.goto(f"{site}/id/place/511133")
    shown.locator("#helpedBy summary").first.click()
    assert shown.locator("#helpedBy blockquote").first.is_visible()
    shown.locator("#picture .plus").first.click()
    assert "open=" in shown.url
    context.close()


def test_suggestions_and_the_editor_work_by_keyboard(page: Page, site: str) -> None:
    page.goto(f"{site}/")
    page.keyboard.press("/")
    page.keyboard.type("mabian")
    page.wait_for_selector("#hits option[value='马边彝族自治县']", state="attached")
    page.goto(f"{site}/sparql")
    page.locator("a.example").nth(4).click()
    assert page.locator("#colours .k").count() > 2
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("svg.ego")
    assert page.locator("svg.ego a.n").count() > 2


KINDS = (
    "/",
    "/search?q=马边",
    "/id/place/511133",
    "school",
    "institution",
    "person",
    "programme",
    SOURCE,
    "/sources",
    "/ask",
    "/ask/who-helps",
    "/ask/who-helps?place=511133&go=1",
    "/query?query=" + quote(EXAMPLES[0][1]),
    "/ontology",
    "/concept/modality/pairing",
    "/about",
    "/nope",
    "/dossier/place/511133",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_has_nothing_serious_to_say_of_any_kind_of_page(
    browser: Browser, site: str, pages: Site, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)
    shown = context.new_page()
    axe = AXE.read_text(encoding="utf-8")
    for path in KINDS:
        if not path.startswith("/"):
            found = pages.index().find("", {"kind": path})
            path = "/id/" + found[0].iri.removeprefix(ID)
        shown.goto(site + path)
        shown.evaluate(axe)
        found = shown.evaluate(
            "async only => (await axe.run(document, only)).violations.filter(one => "
            "['serious', 'critical'].includes(one.impact)).map(one => [one.id, one.nodes[0].target])",
            # in the dark only the colours are others
            {"runOnly": ["color-contrast"]} if scheme == "dark" else {},
        )
        assert found == [], path
    context.close()


def test_a_new_user_finds_a_county_its_helpers_the_proof_and_the_table_by_clicking(
    page: Page, site: str
) -> None:
    page.goto(site)
    page.locator("#q").fill("mabian")
    page.keyboard.press("Enter")
    page.locator(".results a", has_text="马边彝族自治县").first.click()
    assert "越城区" in page.locator("#helpedBy").inner_text()
    page.locator("#helpedBy summary").first.click()
    page.locator("#helpedBy figcaption a").first.click()
    assert page.locator("mark").count() > 5
    page.go_back()
    page.locator(".actions a", has_text="谁帮扶它").click()
    assert page.locator("table.told tbody tr").count() >= 5
    with page.expect_download() as taken:
        page.locator("a", has_text="CSV").first.click()
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    assert "越城区" in text
