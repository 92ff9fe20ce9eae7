"""A query asked in pages, where a server gives no more than so many rows of an answer.

The pages are cut out of one ordered whole, so none misses a row or has one twice as long as nobody
writes between them. The order that the query itself asks for is kept; its columns break the ties.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["asks", "counted", "ordered", "page", "solutions", "unlimited"]

_TOKEN = re.compile(
    r"""(?P<kept><[^<>"{}|^`\\\s]*>
      | \"\"\"(?:[^\\]|\\.)*?\"\"\" | '''(?:[^\\]|\\.)*?'''
      | "(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*')
      | \#[^\n]*""",
    re.VERBOSE,
)
_PROLOGUE = re.compile(r"\s*(?:(?:PREFIX\s+[^\s:]*:\s*<[^>]*>|BASE\s+<[^>]*>)\s*)*", re.IGNORECASE)
_SLICED = re.compile(r"\b(?:LIMIT|OFFSET|VALUES)\b", re.IGNORECASE)
_LIMIT = re.compile(r"\}[^{}]*?(\bLIMIT\s+(\d+)\s*)$", re.IGNORECASE)
_ORDERED = re.compile(r"\bORDER\s+BY\b", re.IGNORECASE)
_TRAILING = re.compile(r"\}\s*VALUES\b[^{}]*\{[^{}]*\}\s*$", re.IGNORECASE)
_FROM = re.compile(r"\bFROM\b", re.IGNORECASE)
_ASK = re.compile(r"\s*ASK\b", re.IGNORECASE)
_CONSTRUCT = re.compile(r"CONSTRUCT\s*\{[^{}]*\}\s*(?=WHERE\b|\{)", re.IGNORECASE)


def ordered(query: str, columns: Sequence[str]) -> tuple[str, str] | None:
    """Prologue and body of a SELECT whose rows have one order; None if it cannot be given one."""
    prologue, body = _parts(query)
    head, brace, tail = body.rpartition("}")
    sliced = _SLICED.search(tail) or _TRAILING.search(body)
    if not brace or sliced or _FROM.search(head.partition("{")[0]):
        return None
    by = " ".join(f"?{name}" for name in columns)
    more = f" {by}" if _ORDERED.search(tail) else f" ORDER BY {by}"
    return prologue, head + brace + tail + more


def unlimited(query: str) -> tuple[str, int | None]:
    """A query without the LIMIT at its end, and how many rows that allows."""
    plain = "".join(_parts(query))
    found = _LIMIT.search(plain)
    return (query, None) if found is None else (plain[: found.start(1)], int(found[2]))


def page(parts: tuple[str, str], columns: Sequence[str], size: int, start: int) -> str:
    """The text of the query for `size` rows from `start` on."""
    prologue, body = parts
    names = " ".join(f"?{name}" for name in columns)
    # In a sub-query: Virtuoso refuses to sort more rows than it would give back
    return f"{prologue} SELECT {names} WHERE {{ {{ {body} }} }} LIMIT {size} OFFSET {start}"


def counted(query: str) -> str | None:
    """The query for the number of rows of a SELECT; None if there can be none."""
    prologue, body = _parts(query)
    if _FROM.search(body.partition("{")[0]) or _TRAILING.search(body):
        return None
    return f"{prologue} SELECT (COUNT(*) AS ?n) WHERE {{ {{ {body} }} }}"


def solutions(query: str) -> str | None:
    """The query for the number of solutions of a CONSTRUCT; None if it is of another form."""
    prologue, body = _parts(query)
    text, found = _CONSTRUCT.subn("SELECT (COUNT(*) AS ?n) ", body, count=1)
    sliced = _SLICED.search(text.rpartition("}")[2]) or _TRAILING.search(text)
    return f"{prologue} {text}" if found and not sliced else None


def asks(query: str) -> bool:
    """Whether a query is an ASK."""
    return _ASK.match(_parts(query)[1]) is not None


def _parts(query: str) -> tuple[str, str]:
    plain = _TOKEN.sub(lambda found: found["kept"] or " ", query)
    found = _PROLOGUE.match(plain)
    end = found.end() if found else 0
    return plain[:end], plain[end:]
