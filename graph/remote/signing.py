"""Who we are to a server: Basic or Digest, whichever it asks for.

User and password come from ``BANGFU_USER`` and ``BANGFU_PASSWORD``, else from the user's netrc.
They are sent only when asked for, and as plain text (Basic) over ``https`` or to this machine only.
"""

from __future__ import annotations

import ipaddress
import netrc
import os
from collections.abc import Generator
from pathlib import Path
from urllib.parse import urlsplit

import httpx

from ...ontology.errors import StoreError

__all__ = ["SignIn", "credentials", "this_machine"]


def credentials(host: str) -> tuple[str, str] | None:
    """User and password for `host`; None if nobody told any. StoreError for a broken netrc."""
    user = os.environ.get("BANGFU_USER")
    if user:
        return user, os.environ.get("BANGFU_PASSWORD", "")
    file = Path(os.environ.get("NETRC") or Path.home() / ".netrc")
    try:
        found = netrc.netrc(file).authenticators(host)
    except FileNotFoundError:
        return None
    except (OSError, netrc.NetrcParseError, UnicodeDecodeError) as error:
        raise StoreError("remote.netrc", path=file) from error
    return (found[0] or "", found[2] or "") if found else None


def this_machine(url: str) -> bool:
    """Whether `url` leads to this very machine."""
    host = urlsplit(url).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class SignIn(httpx.Auth):
    """Sends credentials in the way that the server asks for, from then on without being asked."""

    def __init__(self, user: str, password: str) -> None:
        """Keep them until a server asks."""
        self._digest = httpx.DigestAuth(user, password)
        self._basic = httpx.BasicAuth(user, password)
        self._way: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """The request, and once more with credentials if they are wanted."""
        if self._way is not None:
            yield from self._way.auth_flow(request)
            return
        response = yield request
        if response.status_code != 401:
            return
        asked = [one.lower() for one in response.headers.get_list("www-authenticate")]
        if any("digest" in one for one in asked):
            self._way = self._digest
        elif any("basic" in one for one in asked):
            url = str(request.url)
            if not (request.url.scheme == "https" or this_machine(url)):
                raise StoreError("remote.plain-password", url=url)
            self._way = self._basic
        else:
            return
        yield from self._way.auth_flow(request)
