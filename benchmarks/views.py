"""What it costs to look: the network, a page, the server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from bangfu.graph.drawing import draw_page
from bangfu.graph.edgecache import edge_table
from bangfu.graph.edgelog import drop_table
from bangfu.graph.embedded import Embedded
from bangfu.graph.keep import reading, writing
from bangfu.graph.project import project
from bangfu.graph.queries import neighbourhood
from bangfu.graph.store import put
from bangfu.ontology.records import Place, PlaceLevel

from .generate import COUNTY, article
from .measure import Row, timed
from .serving import served

__all__ = ["network", "serving"]

_ANOTHER: Final = 2_000_000
"""The number of an article that no size has."""


def network(path: Path, home: Path) -> Iterator[Row]:
    """The edge table, and what is made from it."""
    drop_table(path)  # questions may have made one
    with reading(path) as store:
        assert isinstance(store, Embedded)
        wall, made = timed(lambda: edge_table(store))
        table = edge_table(store)
        yield Row(
            name="edge table, made",
            wall=wall,
            cpu=made,
            peers={},
            note=f"{table.edges.num_rows:,} edges",
        )
        again, cpu = timed(lambda: edge_table(store), 3)
        yield Row(name="edge table, found again", wall=again, cpu=cpu, peers={"making it": made})
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

        _, other = timed(lambda: nx.ego_graph(graph, node, 2, undirected=True))
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
    with writing(path) as changed:
        put(changed, article(_ANOTHER))
    with reading(path) as store:
        wall, cpu = timed(lambda: edge_table(store))
    yield Row(name="edge table, one source later", wall=wall, cpu=cpu, peers={"making it": made})


def serving(path: Path) -> Row:
    """Requests one after the other, each for another county, from a server of its own."""
    import httpx

    names = sorted(
        one.name
        for number in range(8)
        for one in article(number).entities
        if isinstance(one, Place) and one.level is PlaceLevel.COUNTY
    )
    with (
        served(path) as port,
        httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=60, trust_env=False) as client,
    ):
        wall, cpu = timed(lambda: [_get(client, name) for name in names])
        again, _ = timed(lambda: [_get(client, name) for name in names])
    each = len(names)
    note = f"kept answers {again / each * 1000:.1f} ms"
    return Row(name="server, one answer", wall=wall / each, cpu=cpu / each, peers={}, note=note)


def _get(client: Any, name: str) -> None:
    client.get("/ask/who-helps.json", params={"place": name}).raise_for_status()
