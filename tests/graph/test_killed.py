"""kill -9 at any moment: the store reopens, nothing is half written, nothing acknowledged lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import killing
import pytest
from made import exported, made_store

from bangfu.graph.embedded import Embedded
from bangfu.graph.keep import reading
from bangfu.ontology.nt import Triple
from bangfu.ontology.terms import DERIVED_GRAPH

KILLS = {"backup": 5, "derive": 20, "forget": 5, "judge": 20, "load": 20}
"""Of each kind: as many as 20 where one costs less than half a second."""


@pytest.mark.skipif(sys.platform == "win32", reason="fork and kill -9")
@pytest.mark.parametrize("what", sorted(KILLS))
def test_kills_leave_no_trace(tmp_path: Path, what: str) -> None:
    kills = os.environ.get("BANGFU_KILLS", str(KILLS[what]))
    done = subprocess.run(
        [sys.executable, killing.__file__, str(tmp_path), what, kills],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True, text=True, check=False, timeout=600,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert KILLS.keys() == killing.WORK.keys()
    assert int(done.stdout) > int(kills) // 2


class Killed(BaseException):
    """What nothing in the program catches."""


def test_a_kill_between_the_judgements_and_what_follows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The judgements stand in their graph, and nothing follows from them yet."""
    for name in ("calm", "often"):
        made_store(tmp_path / name / "db", 2)

    def dies(store: Embedded, graph: str, triples: Iterable[Triple]) -> None:
        if graph == DERIVED_GRAPH:
            raise Killed
        write(store, graph, triples)

    write = Embedded.replace_graph
    with monkeypatch.context() as patched:
        patched.setattr(Embedded, "replace_graph", dies)
        with pytest.raises(Killed):
            killing.decide(tmp_path / "often", lambda _: None)
    for name in ("calm", "often"):
        killing.decide(tmp_path / name, lambda _: None)
    told = exported(tmp_path / "often" / "db")
    assert told == exported(tmp_path / "calm" / "db")
    with reading(tmp_path / "often" / "db") as store:
        assert [row for row in store.triples(DERIVED_GRAPH) if "identityKey" in row[1]]
