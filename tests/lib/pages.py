"""A network for tests of the page, and Chromium without a network to look at it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import networkx as nx
from playwright.sync_api import Browser, Page, sync_playwright

from bangfu.graph.evidence import Passage

Graph = Any
Passages = dict[str, tuple[Passage, ...]]


@contextmanager
def chromium() -> Iterator[Browser]:
    """Chromium from the system's packages; a test without it fails, it does not skip."""
    found = shutil.which("chromium")
    assert found is not None, "Chromium is missing: install the package chromium"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield browser
        browser.close()


@contextmanager
def shown(browser: Browser, file: Path, hash_: str = "", **options: Any) -> Iterator[Page]:
    """The page; afterwards it has asked for nothing and complained of nothing."""
    options = {"viewport": {"width": 1440, "height": 900}, **options}
    context = browser.new_context(offline=True, **options)
    page = context.new_page()
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda line: complaints.append(line.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(file.as_uri() + hash_)
    yield page
    assert not complaints, complaints
    assert [one for one in asked if one.startswith("http")] == []
    assert page.evaluate("() => window.hacked") is None
    context.close()


def passage(fact: str, quote: str, **other: Any) -> Passage:
    """A passage for `fact`."""
    told: dict[str, Any] = {
        "source": f"s-{fact}", "address": f"news/{fact}.html", "title": "携手", "publisher": "测试报",
        "issued": "2021-11-20", "start": 10, "end": 10 + len(quote), "raw_start": 110,
        "raw_end": 150, "method": "rules/assist@1", "confidence": 0.9, "stance": "stated", **other,
    }  # fmt: skip
    return Passage(fact=fact, quote=quote, **told)


def place(code: str, name: str, province: tuple[str, str]) -> dict[str, Any]:
    """The attributes of what lies in a county."""
    return {
        "county": code,
        "county_label": name,
        "province": province[0],
        "province_label": province[1],
    }


SICHUAN, GANSU, TIANJIN, ZHEJIANG = (
    ("sc", "四川省"),
    ("gs", "甘肃省"),
    ("tj", "天津市"),
    ("zj", "浙江省"),
)


def sample() -> tuple[Graph, Passages]:
    """Two helping provinces, three counties, a person who is sent, four modalities, two decades."""
    graph: Graph = nx.MultiDiGraph()
    wangcang = place("wc", "旺苍县", SICHUAN)
    mabian = place("mb", "马边彝族自治县", SICHUAN)
    hezheng = place("hz", "和政县", GANSU)
    binhai, yuecheng = place("bh", "滨海新区", TIANJIN), place("yc", "越城区", ZHEJIANG)
    for code, around in (("wc", wangcang), ("mb", mabian), ("hz", hezheng)):
        graph.add_node(
            code, label=around["county_label"], kind="place", level="county", adcode=None, **around
        )
    for node, label, kind, around in (
        ("jiusan", "九三学社天津市委员会", "institution", {"province": "tj", "province_label": "天津市"}),
        ("haihe", "天津市海河中学", "school", binhai),
        ("jinghu", "绍兴市镜湖中学", "school", yuecheng),
        ("edu", "越城区教育体育局", "institution", yuecheng),
        ("wz", "旺苍中学", "school", wangcang),
        ("w2", "旺苍县第二中学", "school", wangcang),
        ("m1", "马边彝族自治县第一中学", "school", mabian),
        ("h1", "和政县第一中学", "school", hezheng),
        ("guo", "郭慧敏", "person", {}),
    ):  # fmt: skip
        graph.add_node(node, label=label, kind=kind, **around)
    found: Passages = {}

    def edge(tail: str, head: str, modality: str, **more: Any) -> None:
        key = more.pop("key", f"{tail}-{head}-{modality}")
        fact = f"f-{key}"
        found[fact] = (passage(fact, f"{key}的原文", **more.pop("proof", {})),)
        told = {
            "kind": "assistance", "status": "active", "confidence": 0.9, "sources": 1,
            "facts": (fact,), **more,
        }  # fmt: skip
        graph.add_edge(tail, head, key=key, modality=modality, **told)

    edge("jiusan", "wc", "teaching", programme_label="同心树人", since="2015", headcount=35)
    edge("jiusan", "wc", "training", since="2019", until="2020", status="ended")
    edge("haihe", "wz", "pairing", programme_label="东西部协作", since="2017")
    edge("haihe", "w2", "pairing", confidence=0.6, status="unknown", proof={"issued": None})
    edge("haihe", "wz", "secondment", headcount=3)
    step = {"kind": "secondment", "headcount": 1, "relation": "haihe-wz-secondment"}
    edge("haihe", "guo", "secondment", key="leg1", **step)
    edge("guo", "wz", "secondment", key="leg2", **step)
    edge("jinghu", "m1", "pairing", since="2021-06")
    edge("edu", "mb", "funding", since="2023")
    edge("edu", "h1", "training", status="planned", since="2025")
    return graph, found
