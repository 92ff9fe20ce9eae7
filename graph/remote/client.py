"""One server over HTTP: requests with limits, tried again only where that can do no harm.

What may be repeated: queries, reading a graph, putting a whole graph in the place of another, and
deleting one. An update is sent again only if it never reached the server.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from typing import Final

import httpx

from ...ontology.errors import BangfuError, QueryError, StoreError
from .signing import SignIn, credentials, this_machine

__all__ = ["Client"]

_PAUSES: Final = (0.2, 1.0)
"""Seconds before the second and the third try."""
_BUSY: Final = frozenset((429, 502, 503, 504))
_CONNECT: Final = 10.0
_ANSWER: Final = 300.0
"""Seconds: a derived graph of a million triples takes a server minutes to take in."""
_MOST_WAIT: Final = 10.0


class Client:
    """The server at `url`: its address is told in every error."""

    def __init__(self, url: str) -> None:
        """Connect to nothing yet."""
        host = httpx.URL(url).host
        known = credentials(host)
        self._where = url
        self._http = httpx.Client(
            auth=None if known is None else SignIn(*known),
            timeout=httpx.Timeout(_answer_seconds(), connect=_CONNECT),
            headers={"user-agent": "bangfu"},
            trust_env=not this_machine(url),
        )

    def query(self, url: str, text: str, accept: str, fields: Mapping[str, str]) -> httpx.Response:
        """Ask a query, as a form: some servers answer nothing else. Raises QueryError too."""
        answer = self._sent("POST", url, data={"query": text, **fields}, accept=accept)
        if answer.status_code == 400 or (answer.status_code == 500 and _of_query(answer)):
            raise QueryError("remote.query-refused", reason=reason(answer))
        self._fine(answer)
        return answer

    def update(self, url: str, text: str) -> None:
        """Send an update, once."""
        self._fine(self._sent("POST", url, data={"update": text}, repeat=False))

    def put(self, url: str, graph: str, lines: str, *, more: bool = False) -> None:
        """Put N-Triples in the place of a graph, or add them to it if `more`."""
        method = "POST" if more else "PUT"
        self._fine(self._sent(method, url, graph=graph, content=lines.encode("utf-8")))

    def delete(self, url: str, graph: str) -> None:
        """Delete a graph; if there is none, it is gone already."""
        answer = self._sent("DELETE", url, graph=graph)
        if answer.status_code != 404 or b"<html" in answer.content[:200].lower():
            self._fine(answer)

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _sent(
        self,
        method: str,
        url: str,
        *,
        data: Mapping[str, str] | None = None,
        graph: str | None = None,
        content: bytes | None = None,
        accept: str = "*/*",
        repeat: bool = True,
    ) -> httpx.Response:
        headers = {"accept": accept}
        if content is not None:
            headers["content-type"] = "application/n-triples"
        params = None if graph is None else {"graph": graph}
        for pause in (*_PAUSES, None):
            try:
                answer = self._http.request(
                    method, url, params=params, data=data, content=content, headers=headers
                )
            except httpx.HTTPError as error:
                never_arrived = isinstance(error, httpx.ConnectError | httpx.ConnectTimeout)
                late = isinstance(error, httpx.ReadTimeout)
                if pause is None or late or not (repeat or never_arrived):
                    raise self._fault(error) from error
            except httpx.InvalidURL as error:
                raise StoreError("remote.address", url=url) from error
            else:
                busy = answer.status_code in _BUSY or _deadlock(answer)
                if pause is None or not busy or not repeat:
                    return answer
                pause = max(pause, _told_wait(answer))
            time.sleep(pause)
        raise AssertionError("unreachable")

    def _fault(self, error: httpx.HTTPError) -> StoreError:
        if isinstance(error, httpx.ReadTimeout | httpx.WriteTimeout | httpx.PoolTimeout):
            seconds = f"{_answer_seconds():g}"
            return StoreError("remote.slow", url=self._where, seconds=seconds)
        said = _short(str(error)) or type(error).__name__
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return StoreError("remote.unreachable", url=self._where, reason=said)
        return StoreError("remote.broken-off", url=self._where, reason=said)

    def _fine(self, answer: httpx.Response) -> None:
        """Raise what an answer that is no success is to be called."""
        status = answer.status_code
        if 200 <= status < 300:
            return
        url = str(answer.request.url.copy_with(query=None))
        if 300 <= status < 400:
            raise StoreError("remote.moved", url=url, target=answer.headers.get("location", "?"))
        key = {401: "not-signed-in", 403: "forbidden", 404: "not-found", 405: "not-found"}.get(
            status, "refused" if status < 500 else "server-fault"
        )
        raise StoreError(f"remote.{key}", url=url, status=status, reason=reason(answer))


def reason(answer: httpx.Response) -> str:
    """What the server says of the fault, in short."""
    if "html" in answer.headers.get("content-type", ""):
        return answer.reason_phrase or "HTML"
    said = answer.text.split("\n\n")[0]
    return _short(said) or answer.reason_phrase or str(answer.status_code)


def _of_query(answer: httpx.Response) -> bool:
    """Whether a 500 is the server's way to say that it will not do this query."""
    return answer.text.startswith("Virtuoso ") and not _deadlock(answer)


def _deadlock(answer: httpx.Response) -> bool:
    return answer.status_code == 500 and answer.text.startswith("Virtuoso 40001")


def _told_wait(answer: httpx.Response) -> float:
    told = answer.headers.get("retry-after", "")
    return min(float(told), _MOST_WAIT) if told.isdigit() else 0.0


def _answer_seconds() -> float:
    told = os.environ.get("BANGFU_TIMEOUT", "")
    try:
        seconds = float(told) if told else _ANSWER
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < 1e6:
        raise BangfuError("remote.bad-timeout", given=told)
    return seconds


def _short(text: str, limit: int = 200) -> str:
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
