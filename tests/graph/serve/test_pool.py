from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from bangfu.graph.serve.limits import Limits
from bangfu.graph.serve.pool import Busy, Pool, TooLong
from bangfu.ontology.errors import BangfuError

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


def job(query: str) -> dict[str, Any]:
    return {
        "do": "sparql",
        "query": query,
        "default": [],
        "named": [],
        "form": ["srj", "ttl"],
        "lang": "en",
    }


def order(store: Path) -> dict[str, Any]:
    limits = Limits()
    return {
        "store": str(store),
        "profile": "internal",
        "rows": 100,
        "size": 10**6,
        "memory": limits.memory,
        "warm": False,
    }


def in_pool(store: Path, work: Callable[[Pool], Awaitable[None]], *, waiting: int = 1) -> None:
    async def run() -> None:
        pool = Pool(order(store), size=1, waiting=waiting)
        try:
            await pool.start()
            await work(pool)
        finally:
            await pool.close()

    asyncio.run(run())


def test_no_job_keeps_the_others_from_being_done(store: Path) -> None:
    async def work(pool: Pool) -> None:
        # one that runs into its limit while the next one waits, and a third finds the queue full
        first = asyncio.create_task(pool.run(job(ENDLESS), 1))
        await asyncio.sleep(0)
        second = asyncio.create_task(pool.run(job("ASK {}"), 120))
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await pool.run(job("ASK {}"), 120)
        with pytest.raises(TooLong):
            await first
        assert b"true" in (await second).body
        # one that nobody waits for any more
        lost = asyncio.create_task(pool.run(job(ENDLESS), 600))
        await asyncio.sleep(0.1)
        lost.cancel()
        with pytest.raises(asyncio.CancelledError):
            await lost
        assert b"true" in (await pool.run(job("ASK {}"), 120)).body

    in_pool(store, work)


def test_a_store_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    async def run() -> None:
        pool = Pool(order(tmp_path / "none"), size=1, waiting=1)
        try:
            await pool.start()
        finally:
            await pool.close()

    with pytest.raises(BangfuError, match=r"none") as caught:
        asyncio.run(run())
    assert caught.value.key == "store.missing"
