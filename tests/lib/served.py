"""A server at work for tests: a store of its own, a free port, real worker processes."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import uvicorn

from bangfu.graph.keep import writing
from bangfu.graph.profile import Profile
from bangfu.graph.serve.app import application
from bangfu.graph.serve.limits import Limits
from bangfu.graph.store import put
from bangfu.loaders import find_files, load, sample_folder
from bangfu.ontology.records import Reading


@cache
def _sample() -> tuple[Reading, ...]:
    """Reading it takes seconds, so it is read once for all tests of a process."""
    with sample_folder() as sample:
        found = [load(file, sample) for file in find_files([sample])]
    return tuple(one for one in found if isinstance(one, Reading))


def sample_store(path: Path, *more: Reading) -> Path:
    """The shipped sample, and `more`, in a store at `path`."""
    with writing(path) as store:
        for reading in (*_sample(), *more):
            put(store, reading)
    return path


@contextmanager
def copied(store: Path) -> Iterator[Path]:
    """A copy of `store` in a folder of its own, to be changed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / store.name
        shutil.copytree(store, path, ignore=shutil.ignore_patterns("views"))
        yield path


@contextmanager
def served(store: Path, profile: Profile, limits: Limits, *, every: float = 0) -> Iterator[str]:
    """The address of a server on `store`, which ends with the block."""
    hosts = ("127.0.0.1", "localhost")
    app = application(store, profile, limits, hosts=hosts, lang="zh", every=every)
    config = uvicorn.Config(
        app, port=0, log_level="warning", lifespan="on", ws="none", server_header=False
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    end = time.monotonic() + 120
    while not server.started:
        assert thread.is_alive(), "the server did not start"
        assert time.monotonic() < end, "the server did not start in time"
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join(60)
        assert not thread.is_alive()
