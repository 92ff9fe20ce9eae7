"""A worker: one process with the store open for reading, doing one job after the other.

It is told what to open by its first frame, answers each job with a frame, and ends with its input.
The server kills it when a job takes too long; nothing here has to give up by itself.
"""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from time import sleep
from typing import IO, Any

from ...ontology.errors import BangfuError, QueryError
from ...ontology.messages import Lang
from ..engine import Rows
from ..guard import guarded, sparql
from ..keep import reading
from ..profile import Profile
from .frames import packed, read
from .results import graph_in, rows_in
from .site import Site

__all__ = ["main", "run"]


def main() -> None:
    """Work for whoever holds the other ends of stdin and stdout."""
    # what some library prints must not get into the frames
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    # a worker in the middle of an endless query would outlive a server that was killed
    Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    run(sys.stdin.buffer, out)


def run(into: IO[bytes], out: IO[bytes]) -> None:
    """Answer the frames of `into` on `out` until it ends."""
    first = read(into)
    if first is None:
        return
    order = first[0]
    try:
        with reading(Path(order["store"]), Profile(order["profile"])) as store:
            folder = Path(order["keep"]) if order["warm"] else None
            site = Site(store=store, profile=Profile(order["profile"]), folder=folder)
            if order["warm"]:
                site.index()
            else:
                guarded("ASK {}")  # loads the parser before a query's time begins to run
            _bounded(order["memory"])
            _send(out, packed({"ready": True}))
            while (frame := read(into)) is not None:
                _send(out, _done(site, frame[0], order))
    except BangfuError as error:
        values = {name: str(value) for name, value in error.values.items()}
        _send(out, packed({"error": error.key, "values": values}))


def _end_with(parent: int) -> None:
    while os.getppid() == parent:
        sleep(1)
    os._exit(1)


def _done(site: Site, job: dict[str, Any], order: dict[str, Any]) -> bytes:
    lang: Lang = "zh" if job["lang"] == "zh" else "en"
    try:
        if job["do"] == "page":
            made = site.page(job["path"], [tuple(one) for one in job["asked"]], job["form"], lang)
            told, body = {"status": made.status, "form": made.form, "place": made.place}, made.body
        else:
            told, body = _queried(site, job, lang, order["rows"])
    except QueryError as error:
        values = {name: str(value) for name, value in error.values.items()}
        return packed({"refused": error.key, "said": error.told(lang), "values": values})
    if len(body) > order["size"]:
        big = QueryError("serve.too-big", size=len(body), limit=order["size"])
        return packed({"refused": big.key, "said": big.told(lang), "values": {}})
    return packed(told, body)


def _queried(
    site: Site, job: dict[str, Any], lang: Lang, most: int
) -> tuple[dict[str, Any], bytes]:
    """A query that somebody typed, in the first form of the job that its kind of answer has."""
    text = job["query"]
    asks = guarded(text).form == "Ask"
    found = sparql(site.store, text, default=job["default"], named=job["named"], most=most)
    count = len(found.rows) if isinstance(found, Rows) else len(found)
    if count > most and job["form"] != "html":
        raise QueryError("serve.too-many-rows", limit=most)
    if job["do"] == "rows":
        columns = found.columns if isinstance(found, Rows) else None
        cells = found.rows if isinstance(found, Rows) else found
        return {"columns": columns}, json.dumps(cells).encode()
    if job["form"] == "html":
        made = site.editor(text, found, asks, lang, most)
        return {"status": 200, "form": "html", "place": None}, made
    form = job["form"][0 if isinstance(found, Rows) else 1]
    if form is None:
        return {"status": 406, "form": "", "place": None}, b""
    body = rows_in(form, found, ask=asks) if isinstance(found, Rows) else graph_in(form, found)
    return {"status": 200, "form": form, "place": None}, body


def _send(out: IO[bytes], frame: bytes) -> None:
    with suppress(BrokenPipeError):
        out.write(frame)
        out.flush()


def _bounded(memory: int) -> None:
    """Let this process have `memory` bytes more than it has now, and leave no core behind."""
    if sys.platform == "win32":
        return
    import resource

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
        top = pages * resource.getpagesize() + memory
        resource.setrlimit(resource.RLIMIT_AS, (top, top))


if __name__ == "__main__":
    main()
