"""The command as a user runs it, for tests: code, stdout and stderr."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Done(NamedTuple):
    """How a run ended."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


def one_line(done: Done, code: int = 2) -> str:
    """The one line on stderr that bad input gets."""
    assert (done.code, done.out) == (code, ""), done
    assert done.err.count("\n") == 1, done.err
    assert "Traceback" not in done.err
    return done.err
