"""A SPARQL endpoint as source: one CONSTRUCT over the SPARQL 1.1 Protocol, bounded on every side.

The one loader that uses the network, and only where it is asked to. The answer is asked for as
N-Triples, which every server writes and which is read line by line here.
https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import TYPE_CHECKING, Final

from ..ontology.errors import SourceError
from ..ontology.identity import source_iri
from ..ontology.records import Source
from .rdf import RdfReading, read_quads
from .rdf_mapping import read_mapping
from .rdf_parse import quads_of

if TYPE_CHECKING:
    import httpx

__all__ = ["LIMIT", "TIMEOUT", "fetch"]

TIMEOUT: Final = 60.0
"""Seconds for the whole answer, from the first byte sent to the last received."""
LIMIT: Final = 100_000_000
"""Bytes of an answer, unpacked: some 700,000 statements."""
MOST_REDIRECTS: Final = 3
LONGEST_QUERY: Final = 100_000

_FORMS: Final = {
    "application/n-triples": "nt",
    "text/plain": "nt",
    "text/turtle": "turtle",
    "application/x-turtle": "turtle",
    "application/n-quads": "nquads",
}
_HEADERS: Final = {
    "Accept": "application/n-triples, text/turtle;q=0.5",
    "Accept-Encoding": "gzip, identity",
}
# What stands before the form of a query, and what is passed over to find it.
_PROLOGUE = re.compile(
    r"(?:\s+|#[^\n]*(?:\n|$)|BASE\s*<[^>]*>|PREFIX\s+[^\s:]*:\s*<[^>]*>)*+(?P<form>[A-Za-z]*)",
    re.IGNORECASE,
)


def fetch(
    url: str,
    query_text: str,
    *,
    timeout: float = TIMEOUT,
    limit: int = LIMIT,
    mapping: Path | None = None,
) -> RdfReading:
    """What the endpoint `url` answers to a CONSTRUCT or DESCRIBE, as a source of its own.

    Its address is the URL with the digest of the query: the same query asked again replaces what
    it gave before. `timeout` is in seconds and `limit` in bytes, both for the whole answer;
    `mapping` is as for :func:`~.rdf.read_rdf`. Raises :class:`SourceError` for whatever is not a
    whole answer.
    """
    _refuse(url, query_text)
    rules = None if mapping is None else read_mapping(mapping)
    data, form = _in_time(url, timeout, lambda: _answer(url, query_text, timeout, limit))
    asked = sha256(" ".join(query_text.split()).encode()).hexdigest()[:16]
    address = f"{url}#query-{asked}"
    source = Source(
        iri=source_iri(address),
        address=address,
        sha256=sha256(data).hexdigest(),
        title=f"SPARQL {url}",
    )
    quads = quads_of(data, form, url, url)
    if not quads:
        raise SourceError("endpoint.nothing", url=url)
    size = len(data.decode("utf-8-sig"))
    return read_quads(quads, source, where=url, size=size, mapping=rules)


def _refuse(url: str, query: str) -> None:
    if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]{3,2000}", url):
        raise SourceError("endpoint.not-url", url=url[:200])
    if "@" in url.split("/")[2]:
        raise SourceError("endpoint.password", url=url.split("/")[2].rpartition("@")[2])
    if len(query) > LONGEST_QUERY:
        raise SourceError("endpoint.long-query", size=len(query), limit=LONGEST_QUERY)
    found = _PROLOGUE.match(query)
    form = found["form"].upper() if found else ""
    if form not in ("CONSTRUCT", "DESCRIBE"):
        raise SourceError("endpoint.not-construct", form=form or "?")


def _in_time(url: str, timeout: float, ask: Callable[[], tuple[bytes, str]]) -> tuple[bytes, str]:
    """What `ask` gives, or the error it raises, or an error when the time is over.

    The client's own limits are for one step each: a server that sends a letter of its head now and
    then would keep it for hours.
    """
    done: SimpleQueue[tuple[bytes, str] | Exception] = SimpleQueue()

    def run() -> None:
        try:
            done.put(ask())
        except Exception as error:  # handed over, not handled
            done.put(error)

    Thread(target=run, daemon=True).start()
    try:
        found = done.get(timeout=timeout + 1)
    except Empty:
        raise SourceError("endpoint.slow", url=url, seconds=f"{timeout:g}") from None
    if isinstance(found, Exception):
        raise found
    return found


def _answer(url: str, query: str, timeout: float, limit: int) -> tuple[bytes, str]:
    """The body of the answer and its syntax."""
    import httpx

    started = monotonic()
    with _told(url, timeout):
        # Nothing of the environment: no proxy that nobody named here, no stored passwords
        client = httpx.Client(
            timeout=timeout, max_redirects=MOST_REDIRECTS, follow_redirects=False, trust_env=False
        )
        with client:
            target = url
            for _ in range(MOST_REDIRECTS + 1):
                request = client.build_request(
                    "POST", target, data={"query": query}, headers=_HEADERS
                )
                left = timeout - (monotonic() - started)
                if left <= 0:
                    raise SourceError("endpoint.slow", url=url, seconds=f"{timeout:g}")
                request.extensions["timeout"] = dict.fromkeys(
                    ("connect", "read", "write", "pool"), left
                )
                response = client.send(request, stream=True)
                try:
                    if response.is_redirect and response.status_code in (301, 302, 307, 308):
                        target = _redirected(url, target, response)
                        continue
                    return _body(url, response, started + timeout, timeout, limit)
                finally:
                    response.close()
    raise SourceError("endpoint.redirects", url=url, count=MOST_REDIRECTS)


def _redirected(url: str, target: str, response: httpx.Response) -> str:
    """Where it goes on; never from HTTPS to HTTP. The query is posted again, as 307 means it."""
    import httpx

    new = httpx.URL(target).join(response.headers["location"])
    if new.scheme not in ("http", "https") or (
        target.startswith("https:") and new.scheme == "http"
    ):
        raise SourceError("endpoint.downgraded", url=url, target=str(new)[:200])
    return str(new)


def _body(
    url: str, response: httpx.Response, until: float, timeout: float, limit: int
) -> tuple[bytes, str]:
    if response.status_code != 200:
        reason = " ".join(next(response.iter_text(2000), "").split())[:200]
        raise SourceError(
            "endpoint.refused", url=url, status=response.status_code, reason=reason or "-"
        )
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    form = _FORMS.get(kind)
    if form is None:
        raise SourceError("endpoint.not-rdf", url=url, kind=kind or "-")
    most = response.headers.get("x-sparql-maxrows")
    data = bytearray()
    for part in response.iter_bytes():
        data.extend(part)
        if len(data) > limit:
            raise SourceError("endpoint.too-large", url=url, limit=limit)
        if monotonic() > until:
            raise SourceError("endpoint.slow", url=url, seconds=f"{timeout:g}")
    # Virtuoso cuts an answer at its own limit with status 200, and only this header tells
    if most is not None and most.isdigit() and data.count(b"\n") >= int(most):
        raise SourceError("endpoint.cut", url=url, rows=most)
    return bytes(data), form


@contextmanager
def _told(url: str, timeout: float) -> Iterator[None]:
    """What the network does, as errors of ours."""
    import httpx

    try:
        yield
    except httpx.TimeoutException:
        raise SourceError("endpoint.slow", url=url, seconds=f"{timeout:g}") from None
    except (httpx.RemoteProtocolError, httpx.ReadError):
        raise SourceError("endpoint.broken-off", url=url) from None
    except httpx.DecodingError:
        raise SourceError("endpoint.garbled", url=url) from None
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        reason = " ".join(str(error).split())[:160] or type(error).__name__
        raise SourceError("endpoint.unreachable", url=url, reason=reason) from None
