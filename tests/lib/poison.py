"""Work for reading processes, with items that are not good for them."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator


def eat(item: str) -> Iterator[str]:
    """Two results an item; some items end, stop or fail the process that eats them."""
    if item.startswith("crash"):
        os.kill(os.getpid(), signal.SIGKILL)
    if item.startswith("hang"):
        yield f"{item}: begun"
        time.sleep(600)
    if item.startswith("once:"):
        # dies the first time only, as a process does that somebody else killed
        mark = item.partition(":")[2]
        if not os.path.exists(mark):  # noqa: PTH110
            with open(mark, "w", encoding="utf-8"):  # noqa: PTH123
                os._exit(9)
    yield f"{item}: one"
    print("a library that prints")
    yield f"{item}: two"


def lost(item: str, how: object) -> str:
    """What is told of an item that was given up."""
    return f"{item}: {getattr(how, 'how', '')}"
