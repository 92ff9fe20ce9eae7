"""One file, safe to open: what it may load, what it may run, how it is written."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from bangfu.graph import render
from bangfu.graph.evidence import Passage
from bangfu.ontology.errors import DrawError

HOSTILE = "</script><img src=x onerror=alert(1)>\"'{{7*7}}{#x#}{%x%} href \u2028<!--"


def network(name: str = "旺苍县") -> Any:
    graph: Any = nx.MultiDiGraph()
    graph.add_node(
        "a", label="天津市海河中学", kind="school", province="tj", province_label="天津市"
    )
    graph.add_node(
        "b", label=name, kind="place", level="county", province="sc", province_label="四川省"
    )
    graph.add_edge(
        "a", "b", key="e", kind="assistance", modality="pairing", facts=("f",), confidence=0.9
    )
    return graph


def passages(quote: str = "结对帮扶") -> dict[str, tuple[Passage, ...]]:
    one = Passage(
        fact="f", quote=quote, source="s", address="a.txt", title=quote, publisher=None, issued=None,
        start=0, end=len(quote), raw_start=0, raw_end=9, method="m", confidence=0.9, stance="stated",
    )  # fmt: skip
    return {"f": (one,)}


def page(name: str = "旺苍县", quote: str = "结对帮扶", **options: Any) -> str:
    return render.html(render.draw(network(name), passages(quote), **{"title": "题", **options}))


def island(text: str, name: str) -> Any:
    found = re.search(rf'<script type="application/json" id="{name}">(.*?)</script>', text, re.S)
    assert found is not None
    return json.loads(found[1])


def test_it_is_pyvis_that_carries_the_network() -> None:
    from pyvis.network import Network

    net = render.draw(network(), passages(), title="题")
    assert isinstance(net, Network)
    assert net.get_edges() == net.edges
    assert set(net.get_nodes()) == {"h:a", "h:tj", "r:b", "r:sc"}
    assert net.get_node("r:b")["label"] == "旺苍县"


def test_nothing_is_loaded_from_anywhere() -> None:
    text = page()
    assert (
        re.search(r"<(?:script|img|link|iframe|source|object|embed)[^>]*\s(?:src|href|data)=", text)
        is None
    )
    assert "@import" not in text
    assert "url(" not in text.split("<style>")[1].split("</style>")[0]
    assert "default-src 'none'" in text


def test_only_our_two_scripts_may_run() -> None:
    text = page()
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert policy is not None
    allowed = set(re.findall(r"'(sha256-[^']+)'", policy[1].replace("&#39;", "'")))
    scripts = re.findall(r"<script>(.*?)</script>", text, re.S)
    hashes = {
        "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        for script in scripts
    }
    assert len(scripts) == 2
    assert hashes == allowed
    assert "unsafe-inline" not in policy[1].split("style-src")[0]


def test_hostile_text_stays_text() -> None:
    text = page(HOSTILE, HOSTILE, title=HOSTILE, coverage=HOSTILE)
    assert text.count("<script") == 5
    assert "<img" not in text
    assert island(text, "data-page")["facts"]["f"][0][0] == HOSTILE
    assert island(text, "data-page")["coverage"] == {"zh": HOSTILE, "en": HOSTILE}
    assert HOSTILE in {node["d"]["n"] for node in island(text, "data-nodes")}
    assert "49" not in text.split("</title>")[0].split("<title>")[1]


def test_same_network_same_bytes_and_small() -> None:
    assert page() == page()
    empty: Any = nx.MultiDiGraph()
    text = render.html(render.draw(empty, {}, title="题"))
    assert len(text.encode()) <= 500_000


def test_the_vendored_file_is_the_one_described() -> None:
    room = Path(render.__file__).parent / "templates"
    told = re.findall(
        r"\| `([\w.-]+)` \| `([0-9a-f]{64})` \|", (room / "README.md").read_text(encoding="utf-8")
    )
    assert len(told) == 2
    for name, digest in told:
        assert hashlib.sha256((room / name).read_bytes()).hexdigest() == digest
    assert b"</script" not in (room / "vis-network.min.js").read_bytes()


def test_too_large_a_network_is_refused_with_advice() -> None:
    graph: Any = nx.MultiDiGraph()
    graph.add_nodes_from(range(render.LIMIT + 1))
    with pytest.raises(DrawError) as refused:
        render.draw(graph, {}, title="题")
    assert "2501" in refused.value.told("zh")
    assert "province" in refused.value.told("en")


def test_written_as_utf8_with_plain_line_ends_and_never_by_accident(tmp_path: Path) -> None:
    net = render.draw(network(), passages(), title="题")
    out = tmp_path / "图.html"
    render.write(net, out)
    raw = out.read_bytes()
    assert raw.decode("utf-8") == render.html(net)
    assert b"\r" not in raw
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(DrawError, match="--force"):
        render.write(net, out)
    assert out.read_text(encoding="utf-8") == "mine"
    render.write(net, out, force=True)
    assert out.read_bytes() == raw
    assert list(tmp_path.iterdir()) == [out]


def test_a_page_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    net = render.draw(network(), passages(), title="题")
    with pytest.raises(DrawError, match="cannot be written"):
        render.write(net, tmp_path / "missing" / "a.html")
    (tmp_path / "folder").mkdir()
    with pytest.raises(DrawError):
        render.write(net, tmp_path / "folder", force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["folder"]


def test_a_notebook_gets_a_sandboxed_frame_over_a_still_picture() -> None:
    picture = render.show(render.draw(network(HOSTILE), passages(), title=HOSTILE))
    bundle = picture._repr_mimebundle_()
    shown = bundle["text/html"]
    assert 'sandbox="allow-scripts' in shown
    assert "allow-same-origin" not in shown
    assert "<img alt=" in shown
    assert shown.count("<script") == 0
    still = re.search(r"base64,([A-Za-z0-9+/=]+)", shown)
    assert still is not None
    assert base64.b64decode(still[1]).decode().startswith("<svg")
    assert bundle["text/plain"]
