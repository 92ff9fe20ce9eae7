from __future__ import annotations

import csv
import io
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
from served import served

from bangfu.graph.keep import reading
from bangfu.graph.profile import Profile
from bangfu.graph.question import questions
from bangfu.graph.serve.limits import Limits
from bangfu.ontology.identity import source_iri
from bangfu.ontology.nt import value

COUNTY = "/id/place/511133"
SOURCE = "/id/source/" + source_iri("s01-agreement.txt").rpartition("/")[2]
PAGES = (
    "/", "/search", "/search?q=马边", "/sources", "/ask", "/ask/who-helps?place=511133", COUNTY, SOURCE,
    "/about", "/ontology", "/concept/modality", "/concept/modality/pairing", "/.well-known/void",
)  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_every_page_has_every_form(http: httpx.Client, page: str) -> None:
    html = http.get(page, headers={"accept": "text/html"})
    assert html.status_code == 200
    assert html.text.count("<h1") == 1
    stem, mark, rest = page.partition("?")
    stem = "/home" if stem == "/" else stem
    assert http.get(f"{stem}.json{mark}{rest}").json()["schema_version"] == 1
    rows = list(csv.reader(io.StringIO(http.get(f"{stem}.csv{mark}{rest}").text)))
    assert len({len(row) for row in rows}) == 1
    counted = {
        len({quad.triple for quad in ox.parse(http.get(f"{stem}.{form}{mark}{rest}").content, format=kind)})
        for form, kind in (("ttl", ox.RdfFormat.TURTLE), ("jsonld", ox.RdfFormat.JSON_LD), ("nt", ox.RdfFormat.N_TRIPLES))
    }  # fmt: skip
    assert len(counted) == 1
    assert (counted != {0}) or page == "/ask"


def test_accept_chooses_the_form_of_an_iri(http: httpx.Client) -> None:
    def kind(accept: str) -> str:
        reply = http.get(COUNTY, headers={"accept": accept})
        assert "Accept" in reply.headers["vary"]
        assert 'rel="alternate"' in reply.headers["link"]
        return f"{reply.headers['content-type']} {reply.headers['content-location']}"

    assert kind("text/turtle") == f"text/turtle; charset=utf-8 {COUNTY}.ttl"
    assert (
        kind("application/ld+json;q=0.9, text/html;q=0.2") == f"application/ld+json {COUNTY}.jsonld"
    )
    assert kind("text/html,application/xhtml+xml,*/*;q=0.8").startswith("text/html")
    assert kind("*/*").startswith("text/html")
    assert http.get(COUNTY, headers={"accept": "image/png"}).status_code == 406


def test_what_a_source_calls_a_school_leads_to_the_school(http: httpx.Client, store: Path) -> None:
    with reading(store) as kept:
        (one,) = kept.select(
            "SELECT ?x ?c { ?x <https://w3id.org/bangfu/ontology#canonical> ?c FILTER(CONTAINS(STR(?c), '/school/')) } ORDER BY ?x LIMIT 1"
        ).rows
    local, canonical = ("/id/" + value(str(term)).partition("/id/")[2] for term in one)
    reply = http.get(local + ".ttl")
    assert (reply.status_code, reply.headers["location"]) == (303, canonical + ".ttl")
    assert 'id="graph"' in http.get(canonical).text


def test_an_entity_page_shows_both_directions_with_proof_and_graph(http: httpx.Client) -> None:
    page = http.get(COUNTY).text
    for part in (
        "谁帮扶它",
        "越城区",
        "自2021年6月越城区对口帮扶马边彝族自治县",
        "时间线",
        "2021-06",
        'class="plus"',
    ):
        assert part in page
    school = http.get("/search.json", params={"q": "绍兴市镜湖中学"}).json()["results"][0]["iri"]
    opened = http.get(COUNTY, params={"open": school.partition("/id/")[2]}).text
    assert opened.count('class="n ') > page.count('class="n ')
    assert "它帮扶谁" in http.get("/id/place/330602").text
    assert "Who helps it" in http.get(COUNTY, params={"lang": "en"}).text


def test_a_source_page_marks_its_passages_in_the_text(http: httpx.Client) -> None:
    page = http.get(SOURCE).text
    assert page.count("<mark") > 5
    assert "马边" in page


def test_search_narrows_down_and_knows_pinyin(http: httpx.Client) -> None:
    def labels(**given: str) -> list[str]:
        told = http.get("/search.json", params=given).json()
        return [one["label"] for one in told["results"]]

    assert labels(q="mabian")[0] == "马边彝族自治县"
    assert labels(q="mbyzzzx")[0] == "马边彝族自治县"
    everything, schools = labels(), labels(kind="school")
    assert 0 < len(schools) < len(everything)
    assert 0 < len(labels(kind="school", province="四川省")) < len(schools)
    assert 0 < len(labels(year="2024")) < len(everything)
    assert labels(q="没有这个名字") == []
    facets = http.get("/search", params={"kind": "school"}).text
    assert "province=" in facets


def test_every_named_question_has_a_form(http: httpx.Client) -> None:
    for one in questions():
        page = http.get(f"/ask/{one.name}")
        assert page.status_code == 200
        for parameter in one.parameters:
            assert f'name="{parameter.name}"' in page.text
        for option in one.options:
            assert f'name="{option.name}"' in page.text


def test_a_question_is_answered_and_bad_names_are_told(http: httpx.Client) -> None:
    told = http.get("/ask/who-helps.json", params={"place": "马边彝族自治县"}).json()
    assert {"越城区", "绍兴市镜湖中学"} <= {row["helper"] for row in told["rows"]}
    assert told["passages"]
    bad = http.get("/ask/who-helps", params={"place": "不存在的县"})
    assert bad.status_code == 404
    assert "不存在的县" in bad.text
    assert http.get("/ask/who-helps", params={"place": "511133", "as_of": "x"}).status_code in (
        400,
        404,
    )


def test_what_is_not_there_is_404_in_two_languages(http: httpx.Client) -> None:
    for path in (
        "/nope",
        "/id/place/000000",
        "/id/x/y",
        "/ask/nope",
        "/concept/nope",
        "/static/nope",
        "/dossier/place/0",
    ):
        assert http.get(path).status_code == 404, path
    assert "No such page" in http.get("/nope", headers={"accept-language": "en"}).text


@pytest.mark.parametrize(
    "path",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/../../etc/passwd",
        "/id/place/..%2f..%2fetc",
        "/static/%00",
    ],
)
def test_no_path_leads_out(http: httpx.Client, path: str) -> None:
    raw = http.build_request("GET", "/")
    raw.url = raw.url.copy_with(raw_path=path.encode())
    reply = http.send(raw)
    assert reply.status_code == 404
    assert "root:" not in reply.text
    assert "import" not in reply.text


def test_a_foreign_host_is_refused_and_headers_are_always_sent(http: httpx.Client) -> None:
    for host in ("evil.example", "127.0.0.1.evil.example:80", "", "localhost.evil"):
        reply = http.get(COUNTY, headers={"host": host})
        assert reply.status_code in (400, 421)
        assert "马边" not in reply.text
    assert http.get("/ask", headers={"host": "localhost:1"}).status_code == 200
    for path in (COUNTY, "/nope", "/sparql?query=x", "/static/serve.js"):
        headers = http.get(path, headers={"origin": "https://evil.example"}).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


def test_a_public_server_names_nobody_on_any_route(store: Path) -> None:
    with reading(store) as kept:
        found = kept.select(
            "SELECT DISTINCT ?n ?p { GRAPH <https://w3id.org/bangfu/graph/derived> { ?p <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }"
            " FILTER(CONTAINS(STR(?p), '/id/person/')) ?x <https://w3id.org/bangfu/ontology#canonical> ?p ;"
            " <https://w3id.org/bangfu/ontology#tier> <https://w3id.org/bangfu/concept/tier/P2> }"
        ).rows
    people = {value(str(name)) for name, _ in found if len(value(str(name))) in (3, 4)}
    assert len(people) > 10
    limits = Limits(seconds=10, pages=1, queries=1)
    with (
        served(store, Profile.PUBLIC, limits) as address,
        httpx.Client(base_url=address, timeout=300) as http,
    ):
        texts = [
            http.get(page + suffix).text
            for page in (
                *(p for p in PAGES if "?" not in p and p != "/"),
                "/dossier/place/511133",
                "/id/place/350181",
            )
            for suffix in ("", ".json", ".ttl", ".csv")
            if suffix == "" or not page.startswith("/dossier")
        ]
        query = "SELECT ?o { ?s ?p ?o FILTER(isLiteral(?o)) } LIMIT 9999"
        texts.append(http.get("/sparql", params={"query": query}).text)
        texts += [http.get("/suggest", params={"q": name}).text for name in sorted(people)]
        assert len(texts[-1]) < 200
    seen = {name for name in people for text in texts if name in text}
    assert seen == set()
