"""The server's face: what may be asked, in which form, and what every answer carries.

It does no work of its own: pages and queries are made by workers, and pages are kept, since the
store is read as it was opened.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ...ontology.messages import Lang, say
from ..profile import Profile
from .editions import Edition, Editions
from .endpoint import answer_query
from .guards import Guarded
from .limits import Limits
from .negotiate import form_of, language_of, media_type
from .pool import Busy, Died, TooLong

if TYPE_CHECKING:
    from starlette.requests import Request

__all__ = ["application"]

FORMS: Final = ("html", "json", "csv", "ttl", "jsonld", "nt", "rdf")
_ASSETS: Final = {
    "serve.css": "text/css",
    "serve.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}


def application(
    store: Path,
    profile: Profile,
    limits: Limits,
    *,
    hosts: Sequence[str],
    lang: Lang = "zh",
    every: float = 1.0,
) -> Starlette:
    """The server on `store` as `profile` may see it, for requests to one of `hosts`.

    It looks `every` so many seconds whether the store has changed; 0: never.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        editions = Editions(store, profile, limits, every=every)
        app.state.editions = editions
        try:
            await editions.open()
            yield
        finally:
            await editions.close()

    routes = [
        Route("/static/{name}", _asset),
        Route("/sparql", answer_query, methods=["GET", "POST"]),
        Route("/query", answer_query, methods=["GET"]),
        Route("/{path:path}", _page),
    ]
    app = Starlette(routes=routes, lifespan=lifespan)
    app.state.limits, app.state.lang = limits, lang
    app.add_middleware(Guarded, hosts=tuple(hosts))
    return app


async def _page(request: Request) -> Response:
    """Any page, in the form that its suffix, ``format=`` or ``Accept`` asks for."""
    lang = asked_language(request)
    path, form = _split(request.url.path)
    given = [(name, word) for name, word in request.query_params.multi_items() if name != "lang"]
    wanted = dict(given).get("format")
    form = form or wanted
    given = [one for one in given if one[0] != "format"]
    if path.startswith("/suggest"):
        form = "json"
    if path == "/.well-known/void" and form is None:
        form = form_of(request.headers.get("accept", ""), ("ttl", *FORMS))
    form = form or form_of(request.headers.get("accept", ""), FORMS)
    if form not in FORMS:
        return Response(say("serve.not-acceptable", lang, known=", ".join(FORMS)), 406)
    if path in ("/about", "/.well-known/void", "/"):
        given.append(("base", f"{request.url.scheme}://{request.headers['host']}"))
    editions: Editions = request.app.state.editions
    with editions.in_use() as edition:
        page = await _kept(request, edition, (path, tuple(given), form, lang))
    return with_cookie(request, page, lang)


_Key: TypeAlias = tuple[str, tuple[tuple[str, str], ...], str, Lang]


async def _kept(request: Request, edition: Edition, key: _Key) -> Response:
    """The page that was made before, that is being made, or that is made now."""
    kept = edition.kept
    page = kept.pages.get(key)
    if page is not None:
        kept.pages.move_to_end(key)
        return page
    if key in kept.making:
        return await asyncio.shield(kept.making[key])
    made: asyncio.Future[Response] = asyncio.get_running_loop().create_future()
    kept.making[key] = made
    try:
        page = await _made(request, edition, key)
    except BaseException:
        made.cancel()
        raise
    else:
        made.set_result(page)
        if page.status_code in (200, 303, 404):
            kept.keep(key, page)
        return page
    finally:
        del kept.making[key]


async def _made(request: Request, edition: Edition, key: _Key) -> Response:
    path, given, form, lang = key
    limits: Limits = request.app.state.limits
    job = {"do": "page", "path": path, "asked": given, "form": form, "lang": lang}
    try:
        reply = await edition.pages.run(job, limits.page_seconds)
    except (TooLong, Died, Busy) as problem:
        return over_limit(problem, limits.page_seconds, lang)
    told = reply.told
    if "refused" in told:
        return Response(told["said"] + "\n", 400, media_type="text/plain")
    if told["place"]:
        suffix = "" if form == "html" else f".{form}"
        return RedirectResponse(told["place"] + suffix, 303, headers=_varied(path, form))
    return Response(
        reply.body, told["status"], headers=_varied(path, form), media_type=media_type(form)
    )


def over_limit(problem: Exception, seconds: float, lang: Lang) -> Response:
    """The answer to what took too long, too much memory, or came when too much else did."""
    key = {TooLong: "too-long", Died: "too-much-memory"}.get(type(problem), "busy")
    text = say(f"serve.{key}", lang, seconds=f"{seconds:g}")
    return Response(text + "\n", 503, headers={"retry-after": "5"}, media_type="text/plain")


def asked_language(request: Request) -> Lang:
    """The language of ``lang=``, else of the cookie, else of ``Accept-Language``."""
    for word in (request.query_params.get("lang"), request.cookies.get("lang")):
        if word in ("zh", "en"):
            return "zh" if word == "zh" else "en"
    liked = language_of(request.headers.get("accept-language", ""), request.app.state.lang)
    return "zh" if liked == "zh" else "en"


def with_cookie(request: Request, page: Response, lang: Lang) -> Response:
    """A page kept is shared: whoever chose a language gets a copy with the cookie."""
    if request.query_params.get("lang") not in ("zh", "en"):
        return page
    own = Response(page.body, page.status_code)
    own.raw_headers = list(page.raw_headers)
    own.set_cookie("lang", lang, max_age=31_536_000, httponly=True, samesite="strict")
    return own


def _split(path: str) -> tuple[str, str | None]:
    """The path without the suffix that names a form, and that form."""
    stem, dot, suffix = path.rpartition(".")
    if dot and suffix in FORMS:
        return ("/" if stem == "/home" else stem), suffix
    return path, None


def _varied(path: str, form: str) -> dict[str, str]:
    stem = "/home" if path == "/" else path
    links = ", ".join(
        f'<{_ascii(stem)}.{other}>; rel="alternate"; type="{media_type(other).partition(";")[0]}"'
        for other in FORMS
        if other != form
    )
    return {
        "vary": "Accept, Accept-Language, Cookie",
        "cache-control": "no-cache",
        "content-location": f"{_ascii(stem)}.{form}",
        "link": links,
    }


def _ascii(path: str) -> str:
    return urlencode({"": path}, safe="/")[1:]


async def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in _ASSETS:
        return Response("", 404)
    kind = _ASSETS[name]
    return Response(_read(name), media_type=kind, headers={"cache-control": "max-age=600"})


@cache
def _read(name: str) -> bytes:
    return (files(__package__) / "static" / name).read_bytes()
