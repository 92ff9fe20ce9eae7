"""The engine's errors → ours: one clear line each.

pyoxigraph raises ``OSError``, ``RuntimeError``, ``SyntaxError`` and ``ValueError`` and tells what
went wrong only in the message, so the message has to be looked at.
"""

from __future__ import annotations

import re
from typing import Final

from ..ontology.errors import BangfuError, QueryError, StoreError

__all__ = ["ENGINE_ERRORS", "query_fault", "store_fault"]

ENGINE_ERRORS: Final = (OSError, RuntimeError, SyntaxError, ValueError)

# Looked for in this order: the words of RocksDB and of the operating system, in lower case.
_SIGNS: Final = (
    ("store.in-use", ("lock hold", "no locks available", "while lock file")),
    ("store.full", ("no space left", "disk quota")),
    ("store.read-only", ("read-write instances", "read-only instance", "not supported operation")),
    ("store.not-writable", ("permission denied", "read-only file system", "not permitted")),
)
_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_BROKEN: Final = ("corruption", "io error")


def store_fault(error: Exception, where: str) -> StoreError:
    """What a failed opening, reading or writing of the store in `where` is to be called."""
    text = str(error).lower()
    for key, signs in _SIGNS:
        if any(sign in text for sign in signs):
            return StoreError(key, path=where)
    if isinstance(error, ValueError | SyntaxError):
        return StoreError("store.bad-triple", path=where, reason=_line(error))
    return StoreError("store.broken", path=where, reason=_line(error))


def query_fault(error: Exception, where: str) -> BangfuError:
    """What a failed query is to be called: a fault of the query, or of the store in `where`."""
    found = _POSITION.match(str(error))
    if isinstance(error, SyntaxError) and found is not None:
        reason = " ".join(found[3].split())
        return QueryError(
            "store.syntax", line=int(found[1]), column=int(found[2]), reason=_short(reason)
        )
    if isinstance(error, OSError) or any(sign in str(error).lower() for sign in _BROKEN):
        return store_fault(error, where)
    return QueryError("store.query-failed", reason=_line(error))


def _line(error: Exception) -> str:
    return _short(" ".join(str(error).split())) or type(error).__name__


def _short(text: str, limit: int = 200) -> str:
    return text if len(text) <= limit else text[: limit - 1] + "…"
