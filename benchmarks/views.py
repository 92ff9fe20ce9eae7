"""What it costs to look: the network, a page, the server."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bangfu.graph.drawing import draw_page
from bangfu.graph.edgecache import edge_table
from bangfu.graph.embedded import Embedded
from bangfu.graph.keep import reading
from bangfu.graph.project import project
from bangfu.graph.queries import neighbourhood
from bangfu.ontology.records import Place, PlaceLevel

from .generate import COUNTY, article
from .measure import Row, timed

__all__ = ["network", "serving"]


def network(path: Path, home: Path) -> Iterator[Row]:
    """The edge table, and what is made from it."""
    with reading(path) as store:
        assert isinstance(store, Embedded)
        wall, cpu = timed(lambda: edge_table(store))
        table = edge_table(store)
        yield Row(
            name="edge table, made",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{table.edges.num_rows:,} edges",
        )
        again, cpu = timed(lambda: edge_table(store), 3)
        yield Row(name="edge table, found again", wall=again, cpu=cpu, peers={"making it": wall})
        wall, cpu = timed(lambda: project(table, "body"))
        graph = project(table, "body")
        yield Row(
            name="projection, bodies",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{graph.number_of_nodes():,} nodes",
        )
        wall, cpu = timed(lambda: project(table, "province"), 3)
        yield Row(name="roll-up to provinces", wall=wall, cpu=cpu, peers={})
        node = max(sorted(graph), key=lambda one: graph.degree[one])
        wall, cpu = timed(lambda: neighbourhood(graph, node, 2), 3)
        import networkx as nx

        other, _ = timed(lambda: nx.ego_graph(graph, node, 2, undirected=True))
        yield Row(name="ego, two steps", wall=wall, cpu=cpu, peers={"nx.ego_graph": other})
        page = home / "page.html"
        wall, cpu = timed(
            lambda: draw_page(store, COUNTY, page, level=None, limit=600, lang="zh", force=True)
        )
        yield Row(
            name="page around a county",
            wall=wall,
            cpu=cpu,
            peers={},
            note=f"{page.stat().st_size:,} bytes",
        )


def serving(path: Path) -> Row:
    """Requests one after the other, each for another county, from a server of its own."""
    import httpx

    command = [sys.executable, "-m", "bangfu.graph", "serve", "--store", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8") as server:
        assert server.stderr is not None
        line = server.stderr.readline()
        address = line[line.index("http") :].split("（")[0].split()[0].rstrip("/")
        try:
            with httpx.Client(base_url=address, timeout=60, trust_env=False) as client:
                names = sorted(
                    one.name
                    for number in range(8)
                    for one in article(number).entities
                    if isinstance(one, Place) and one.level is PlaceLevel.COUNTY
                )
                wall, cpu = timed(lambda: [_get(client, name) for name in names])
                again, _ = timed(lambda: [_get(client, name) for name in names])
        finally:
            server.terminate()
    each = len(names)
    note = f"kept answers {again / each * 1000:.1f} ms"
    return Row(name="server, one answer", wall=wall / each, cpu=cpu / each, peers={}, note=note)


def _get(client: Any, name: str) -> None:
    client.get("/ask/who-helps.json", params={"place": name}).raise_for_status()
