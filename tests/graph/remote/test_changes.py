"""What was written to is noted on a server, but only where somebody keeps a mirror of it."""

from __future__ import annotations

from pathlib import Path

from made import readings
from servers import Server  # noqa: TC002

from bangfu.graph.intake import put_all
from bangfu.graph.mirror import make
from bangfu.graph.remote import connected, read_address
from bangfu.graph.remote.store import Remote


def test_nothing_is_noted_where_nobody_keeps_a_mirror(signed_in: Server, tmp_path: Path) -> None:
    folder = connected(signed_in.query, work=tmp_path)
    put_all(folder, readings(3))
    with Remote(read_address(folder)) as store:
        assert store.changes.revision() == ""
        assert store.changes.runs() == set()
    make(folder)
    put_all(folder, readings(4))
    with Remote(read_address(folder)) as store:
        first = store.changes.revision()
        (noted,) = store.changes.runs()
        assert store.changes.sources([noted]) == {list(readings(4))[3].source.iri}
        assert all("changes" not in graph for graph in store.graphs())
    put_all(folder, readings(4))
    with Remote(read_address(folder)) as store:
        assert store.changes.revision() == first, "nothing changed"
        assert store.changes.keep() == first
    put_all(folder, readings(6))
    with Remote(read_address(folder)) as store:
        assert store.changes.revision() != first
        assert len(store.changes.runs()) == 2
