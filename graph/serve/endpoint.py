"""The SPARQL 1.1 Protocol, for queries: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from starlette.responses import RedirectResponse, Response

from ...ontology.messages import Lang, say
from ..guard import MAX_BYTES
from .editions import Editions
from .limits import Limits
from .negotiate import GRAPH_FORMS, ROW_FORMS, form_of, media_type
from .pool import Busy, Died, TooLong

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["answer_query"]

_STATUS: Final = {
    "store.update-refused": 403,
    "store.service-refused": 403,
    "store.graph-unknown": 403,
    "store.query-too-long": 413,
    "serve.too-many-rows": 403,
    "serve.too-big": 403,
}
_NAMES: Final = {"json": "srj", "xml": "srx"}
_MOST: Final = 4 * MAX_BYTES
"""Bytes of a body: an escaped form is up to three times as long as the query in it."""


class _BadRequest(Exception):  # noqa: N818
    """A request that is no query; the status and the key of what to say."""


async def answer_query(request: Request) -> Response:
    """Answer a query; without one, describe the service, or show the editor to a browser."""
    from .app import asked_language, over_limit

    lang = asked_language(request)
    try:
        asked = await _asked(request)
        query, default, named = _read(asked)
    except _BadRequest as problem:
        status, key = problem.args
        return _text(say(f"serve.{key}", lang), status)
    accept = request.headers.get("accept", "")
    page = request.url.path == "/query"
    if query is None:
        alone = all(name == "lang" for name, _ in asked)
        return await _without(request, accept, page, lang, alone=alone)
    form: Any = "html"
    if not page:
        wanted = dict(asked).get("format")
        wanted = _NAMES.get(wanted or "", wanted)
        rows = wanted if wanted in ROW_FORMS else form_of(accept, ROW_FORMS)
        graph = wanted if wanted in GRAPH_FORMS else form_of(accept, GRAPH_FORMS)
        if rows is None and graph is None:
            return _text(say("serve.not-acceptable", lang, known=_types()), 406)
        form = (rows, graph)
    limits: Limits = request.app.state.limits
    job = {"do": "sparql", "query": query, "default": default, "named": named}
    editions: Editions = request.app.state.editions
    try:
        with editions.in_use() as edition:
            reply = await edition.queries.run({**job, "form": form, "lang": lang}, limits.seconds)
    except (TooLong, Died, Busy) as problem:
        return over_limit(problem, limits.seconds, lang)
    told = reply.told
    if "refused" in told:
        return _text(told["said"], _STATUS.get(told["refused"], 400))
    if told["status"] == 406:
        return _text(say("serve.not-acceptable", lang, known=_types()), 406)
    headers = {"vary": "Accept, Accept-Language, Cookie", "cache-control": "no-cache"}
    return Response(reply.body, 200, headers=headers, media_type=media_type(told["form"]))


async def _without(
    request: Request, accept: str, page: bool, lang: Lang, *, alone: bool
) -> Response:
    """The answer to a request without a query, which asks for nothing else if it is `alone`."""
    if page:
        return await _editor(request, lang)
    if request.method != "POST" and alone:
        form = form_of(accept, ("html", *GRAPH_FORMS))
        if form == "html":
            return await _editor(request, lang)
        if form is not None:
            return RedirectResponse(f"/.well-known/void.{form}", 303)
    return _text(say("serve.no-query", lang), 400)


async def _editor(request: Request, lang: Lang) -> Response:
    """The page to write a query on; it is made like any other."""
    from .app import over_limit, with_cookie

    limits: Limits = request.app.state.limits
    job = {"do": "page", "path": "/query", "asked": [], "form": "html", "lang": lang}
    editions: Editions = request.app.state.editions
    try:
        with editions.in_use() as edition:
            reply = await edition.pages.run(job, limits.page_seconds)
    except (TooLong, Died, Busy) as problem:
        return over_limit(problem, limits.page_seconds, lang)
    headers = {"vary": "Accept, Accept-Language, Cookie", "cache-control": "no-cache"}
    made = Response(reply.body, headers=headers, media_type=media_type("html"))
    return with_cookie(request, made, lang)


async def _asked(request: Request) -> list[tuple[str, str]]:
    """The parameters of the request, whichever of the three ways they came."""
    asked = _pairs(request.url.query)
    if request.method != "POST":
        return asked
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/sparql-query", "application/x-www-form-urlencoded"):
        if kind == "application/sparql-update":
            raise _BadRequest(403, "no-update")
        raise _BadRequest(415, "media-type")
    body = b""
    async for part in request.stream():
        body += part
        if len(body) > _MOST:
            raise _BadRequest(413, "body-too-long")
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        raise _BadRequest(400, "not-utf8") from None
    if kind == "application/sparql-query":
        return [*asked, ("query", text)]
    return [*asked, *_pairs(text)]


def _pairs(text: str) -> list[tuple[str, str]]:
    try:
        return parse_qsl(text, keep_blank_values=True, errors="strict", max_num_fields=1000)
    except (UnicodeDecodeError, ValueError):
        raise _BadRequest(400, "not-utf8") from None


def _read(asked: list[tuple[str, str]]) -> tuple[str | None, list[str], list[str]]:
    found = [word for name, word in asked if name == "query"]
    if any(name == "update" for name, _ in asked):
        raise _BadRequest(403, "no-update")
    if any(name.startswith("using-") for name, _ in asked):
        raise _BadRequest(400, "no-update")
    if len(found) > 1:
        raise _BadRequest(400, "two-queries")
    default = [word for name, word in asked if name == "default-graph-uri"]
    named = [word for name, word in asked if name == "named-graph-uri"]
    return (found[0] if found else None), default, named


def _types() -> str:
    return ", ".join(media_type(form) for form in (*ROW_FORMS, *GRAPH_FORMS))


def _text(text: str, status: int) -> Response:
    return Response(text + "\n", status, media_type="text/plain")
