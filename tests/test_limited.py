from __future__ import annotations

import os
import resource
import signal
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks.limited import Limited

sys.path.pop(0)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork and limits of Linux")


class Data:
    """What a dataset does here: asked, it does what it was made with."""

    def __init__(self, act: object) -> None:
        self.query = act

    def close(self) -> None:
        """Nothing to do."""


def limited(act: object, limit: float = 20.0) -> float | None:
    return Limited(Data(act), limit).milliseconds("")  # type: ignore[arg-type]


def _work(seconds: float) -> None:
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass


def test_it_tells_the_time_of_the_processor() -> None:
    def act(_: str) -> list[int]:
        time.sleep(0.3)
        _work(0.05)
        return []

    found = limited(act)
    assert found is not None
    assert 50 <= found < 300


def test_one_at_the_limit_is_ended() -> None:
    def act(_: str) -> list[int]:
        _work(60)
        return []

    begun = time.monotonic()
    assert limited(act, 0.5) is None
    assert time.monotonic() - begun < 30


def test_one_that_fails_does_not_go_on_as_its_parent(tmp_path: Path) -> None:
    parent, seen = os.getpid(), tmp_path / "seen"

    def act(_: str) -> list[int]:
        raise ValueError("no such query")

    try:
        with pytest.raises(RuntimeError, match="ValueError: no such query"):
            limited(act)
    finally:
        if os.getpid() != parent:  # the child came out of the call
            seen.touch()
            os._exit(1)
    assert not seen.exists()


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGSEGV])
def test_an_end_of_another_kind_is_no_limit(sent: signal.Signals) -> None:
    def act(_: str) -> list[int]:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        signal.signal(sent, signal.SIG_DFL)
        os.kill(os.getpid(), sent)
        return []

    with pytest.raises(RuntimeError, match="status"):
        limited(act)
