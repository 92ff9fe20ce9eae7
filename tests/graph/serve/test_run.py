from __future__ import annotations

import socket
from pathlib import Path

import pytest

from bangfu.graph.profile import Profile
from bangfu.graph.serve.limits import Limits
from bangfu.graph.serve.run import loopback, serve_store
from bangfu.ontology.errors import QueryError, StoreError


def test_loopback_is_this_machine_alone() -> None:
    assert all(map(loopback, ("localhost", "127.0.0.1", "127.9.9.9", "::1")))
    assert not any(
        map(loopback, ("0.0.0.0", "::", "192.0.2.1", "example.org", "", "localhost.evil"))
    )


def test_a_taken_address_and_a_missing_store_are_told(store: Path, tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(QueryError) as caught:
            serve_store(store, Profile.INTERNAL, "127.0.0.1", taken.getsockname()[1], Limits())
    assert caught.value.key == "serve.no-address"
    with pytest.raises(StoreError) as missing:
        serve_store(tmp_path / "none", Profile.INTERNAL, "127.0.0.1", 0, Limits())
    assert missing.value.key == "store.missing"
