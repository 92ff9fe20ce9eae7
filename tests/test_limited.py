from __future__ import annotations

import os
import resource
import signal
import sys
import time
from pathlib import Path

import pytest

from benchmarks.limited import Limited

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs fork and limits of Linux")


class Data:
    """What a dataset does here: asked, it does what it was made with."""

    def __init__(self, act: object) -> None:
        self.query = act

    def close(self) -> None:
        """Nothing to do."""


def limited(act: object, limit: float = 20.0) -> float | None:
    return Limited(Data(act), limit).milliseconds("")  # type: ignore[arg-type]


def test_it_tells_the_time_of_the_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = iter((7.0, 7.25))
    monkeypatch.setattr("benchmarks.limited.process_time", lambda: next(shown))
    assert limited(lambda _: []) == 250.0


def test_one_at_the_limit_is_ended() -> None:
    def act(_: str) -> list[int]:
        # the clock of the processor is what ends it, however slowly that runs
        end = time.process_time() + 60
        while time.process_time() < end:
            pass
        return []

    assert limited(act, 0.5) is None


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


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGSEGV, signal.SIGKILL])
def test_an_end_of_another_kind_is_no_limit(sent: signal.Signals) -> None:
    def act(_: str) -> list[int]:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sent is not signal.SIGKILL:
            signal.signal(sent, signal.SIG_DFL)
        os.kill(os.getpid(), sent)
        return []

    with pytest.raises(RuntimeError, match="status"):
        limited(act)
