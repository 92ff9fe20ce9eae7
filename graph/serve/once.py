"""One query in a worker of its own, for the command line: it ends in time whatever it asks."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from ...ontology.errors import QueryError
from ...ontology.messages import Lang
from ...ontology.nt import Triple
from ..engine import Rows
from ..profile import Profile
from .limits import Limits
from .pool import Busy, Died, Pool, TooLong

__all__ = ["limited"]


def limited(
    store: Path, profile: Profile, query: str, seconds: float, lang: Lang
) -> Rows | list[Triple]:
    """The answer of :func:`..guard.sparql` to `query`, or QueryError after `seconds`."""
    return asyncio.run(_limited(store, profile, query, seconds, lang))


async def _limited(
    store: Path, profile: Profile, query: str, seconds: float, lang: Lang
) -> Rows | list[Triple]:
    limits = Limits(seconds=seconds)
    order: dict[str, Any] = {
        "store": str(store),
        "profile": str(profile),
        "rows": 10_000_000,
        "size": 4_000_000_000,
        "memory": limits.memory,
        "warm": False,
    }
    pool = Pool(order, size=1, waiting=1)
    try:
        await pool.start()
        job = {
            "do": "rows",
            "form": "rows",
            "query": query,
            "default": [],
            "named": [],
            "lang": lang,
        }
        reply = await pool.run(job, seconds)
    except TooLong:
        raise QueryError("serve.too-long", seconds=f"{seconds:g}") from None
    except (Died, Busy):
        raise QueryError("serve.too-much-memory") from None
    finally:
        await pool.close()
    if "refused" in reply.told:
        raise QueryError(reply.told["refused"], **reply.told["values"])
    rows = [tuple(row) for row in json.loads(reply.body)]
    if reply.told["columns"] is None:
        return [(s, p, o) for s, p, o in rows]
    return Rows(tuple(reply.told["columns"]), tuple(rows))
