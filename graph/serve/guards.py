"""What every request passes and every answer carries, whatever it is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HEADERS", "Guarded"]

HEADERS: Final = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
_DOSSIER: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; "
    "form-action 'none'"
)


class Guarded:
    """Refuses a Host that is not ours, and sends the security headers.

    A page elsewhere whose name was pointed at this machine (DNS rebinding) has that name as Host.
    """

    def __init__(self, app: ASGIApp, hosts: Sequence[str]) -> None:
        """Serve `app` under the names `hosts`, with any port."""
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        secure = dict(HEADERS)
        if scope["path"].startswith("/dossier/"):
            secure["content-security-policy"] = _DOSSIER

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, word in secure.items():
                    headers[name] = word
            await send(message)

        host = Headers(scope=scope).get("host", "").lower()
        name = host.rpartition(":")[0] if not host.endswith("]") and ":" in host else host
        if name.strip("[]") not in self.hosts:
            refused = Response("Misdirected request: this server has another name.\n", 421)
            await refused(scope, receive, sending)
            return
        await self.app(scope, receive, sending)
