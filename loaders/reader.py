"""The reading process: items in by standard input, results out by standard output, as pickles.

A result is a pickle within the message, so that who only passes it on need not look into it.
:mod:`.readers` starts it and says in its first message where modules are and what is to be done.
"""

from __future__ import annotations

import os
import pickle
import sys
from queue import SimpleQueue
from threading import Thread
from typing import Any, BinaryIO

__all__ = ["main"]


def main() -> None:
    """Do the work that is sent until no more comes; end at once when the other side has ended."""
    into, out = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    # what a library prints must not come between the pickles
    os.dup2(2, 1)
    paths, work = pickle.load(into)
    sys.path[:] = paths
    do = pickle.loads(work)
    _say(out, "ready")
    batches: SimpleQueue[list[tuple[int, Any]]] = SimpleQueue()
    Thread(target=_listen, args=(into, batches), daemon=True).start()
    while True:
        for place, item in batches.get():
            for result in do(item):
                _say(out, ("one", place, pickle.dumps(result, pickle.HIGHEST_PROTOCOL)))
            _say(out, ("end", place))


def _listen(into: BinaryIO, batches: SimpleQueue[list[tuple[int, Any]]]) -> None:
    """Take in work while other work is done; nobody waits for results that nobody will take."""
    try:
        while True:
            batches.put(pickle.load(into))
    except (EOFError, OSError):
        os._exit(1)


def _say(out: BinaryIO, message: object) -> None:
    try:
        pickle.dump(message, out, protocol=pickle.HIGHEST_PROTOCOL)
        out.flush()
    except BrokenPipeError:
        os._exit(1)
