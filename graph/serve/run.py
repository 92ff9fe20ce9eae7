"""A server at work: bound, ready, told about, and ended by an interrupt."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

from ...ontology.errors import QueryError, StoreError
from ...ontology.messages import Lang
from ..profile import Profile
from .limits import Limits

__all__ = ["loopback", "serve_store"]


def loopback(host: str) -> bool:
    """Whether `host` reaches this machine alone."""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def serve_store(
    store: Path,
    profile: Profile,
    host: str,
    port: int,
    limits: Limits,
    *,
    names: Sequence[str] = (),
    lang: Lang = "zh",
    ready: Callable[[str], object] = lambda _: None,
) -> None:
    """Serve `store` at `host` and `port` (0: any free one) until interrupted.

    `names` are further names under which requests may come; `ready` is given the address. Raises
    StoreError for a store that cannot be opened and QueryError for an address that is taken.
    """
    import uvicorn

    from ..keep import reading
    from .app import application

    with reading(store, profile):
        pass  # what is wrong with the store is told here, in one line
    bound = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        reason = error.strerror or str(error)
        raise QueryError("serve.no-address", host=host, port=port, reason=reason) from error
    port = bound.getsockname()[1]
    own = {"localhost", "127.0.0.1", "::1", *names} | ({host} - {"0.0.0.0", "::"})
    app = application(store, profile, limits, hosts=sorted(own), lang=lang)

    class _Server(uvicorn.Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets=sockets)
            if self.started:
                shown = f"[{host}]" if ":" in host else host
                ready(f"http://{shown}:{port}/")

    config = uvicorn.Config(
        app,
        log_level="warning",
        lifespan="on",
        server_header=False,
        limit_concurrency=2_000,
        timeout_keep_alive=20,
        h11_max_incomplete_event_size=2 * 131_072,
        backlog=2048,
    )
    server = _Server(config)
    server.run(sockets=[bound])
    if not server.started:
        raise StoreError("serve.worker-died")
