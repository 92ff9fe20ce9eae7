from __future__ import annotations

import asyncio

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from bangfu.graph.serve.guards import HEADERS, Guarded


def get(path: str, host: str) -> httpx.Response:
    app = Starlette(routes=[Route("/{path:path}", lambda _: PlainTextResponse("secret"))])
    app.add_middleware(Guarded, hosts=("127.0.0.1", "::1", "Graph.Example"))

    async def asked() -> httpx.Response:
        carrier = httpx.ASGITransport(app=app)
        async with httpx.AsyncClient(transport=carrier, base_url="http://127.0.0.1") as client:
            return await client.get(path, headers={"host": host})

    return asyncio.run(asked())


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8766", "[::1]:1", "[::1]", "graph.example:80"]
)
def test_its_own_names_are_served(host: str) -> None:
    assert get("/", host).text == "secret"


@pytest.mark.parametrize(
    "host",
    ["", "evil.example", "127.0.0.1.evil.example", "graph.example.", "x@127.0.0.1", "[::2]"],
)
def test_others_are_told_nothing(host: str) -> None:
    reply = get("/", host)
    assert reply.status_code == 421
    assert "secret" not in reply.text
    assert reply.headers["x-frame-options"] == "DENY"


def test_every_answer_carries_the_headers_and_a_dossier_no_script() -> None:
    headers = get("/x", "127.0.0.1").headers
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert "script" not in get("/dossier/place/1", "127.0.0.1").headers["content-security-policy"]
