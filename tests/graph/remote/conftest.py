"""Servers for the tests of remote stores: one of each kind a module, started when first wanted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from servers import OXIGRAPH, VIRTUOSO, Server, oxigraph, virtuoso


@pytest.fixture(scope="module", params=[OXIGRAPH, VIRTUOSO])
def server(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp(request.param)
    start = oxigraph if request.param == OXIGRAPH else virtuoso
    with start(folder) as running:
        yield running


@pytest.fixture
def signed_in(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Server:
    """The server, for a user who told user and password, empty before and after."""
    from bangfu.graph.remote import Address
    from bangfu.graph.remote.store import Remote
    from bangfu.ontology.terms import CHANGES_GRAPH, DECISIONS_GRAPH

    monkeypatch.setenv("NETRC", str(tmp_path / "no-netrc"))
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    with ExitStack() as opened:
        (tmp_path / "lock").mkdir()
        store = opened.enter_context(Remote(Address(query=server.query), tmp_path / "lock"))
        for graph in (*store.graphs(), DECISIONS_GRAPH, CHANGES_GRAPH):
            store.replace_graph(graph, [])
    return server
