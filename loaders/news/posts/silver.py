"""Retired teachers of a university who serve at another (银龄教师), told of on one page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college
from .phrase import Held

__all__ = ["silver_host", "silver_stay"]

_SILVER = later("银龄")
_AT_WORK = later("任教|支教|执教|工作|开展|讲学|授课|援教")
_RETIRED = later("银龄|退休|离休")


def silver_host(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one university at which teachers of another serve in their retirement."""
    if _SILVER.search(text) is None:
        return None
    found = {
        m.key: m
        for m in mentions
        if m.kind is Kind.SCHOOL
        and is_college(m.name)
        and text[max(0, m.start - 1) : m.start] in ("在", "到", "赴")
        and _AT_WORK.match(text, m.end)
        and "前" not in text[max(0, m.start - 6) : m.start]
    }
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    others = {m.key: m for m in mentions if _is_university(m)}
    left = {m.key for m in mentions if _is_university(m) and _left(text, m)}
    hosts = [m for key, m in others.items() if key not in left]
    return hosts[0] if left and len(hosts) == 1 else None


def _is_university(body: Mention) -> bool:
    return body.kind is Kind.SCHOOL and is_college(body.name)


def _left(text: str, body: Mention) -> bool:
    """Whether somebody retired from a university at this mention of it: 从A退休, A退休教授."""
    return (
        _BEFORE.search(text, max(0, body.start - 6), body.start) is not None
        or _AFTER.match(text, body.end) is not None
    )


_BEFORE = later("(?:退休前[^，。]{0,3}|原[是系为]|从)$")
_AFTER = later("(?:(?!迎|接[收纳待]|聘|引进|招|邀|来|有)[^，。；]){0,12}?(?:退休|离休)")


def silver_stay(
    text: str,
    own: Sequence[Held],
    home: Mention | None,
    host: Mention | None,
    sentence: tuple[int, int],
) -> tuple[Mention | None, Mention | None] | None:
    """A retired teacher of a university, on a page about those who serve at another."""
    if host is None or not _RETIRED.search(text, *sentence):
        return None
    bodies = (home, *(h.body for h in own))
    left = next((b for b in bodies if b is not None and b.kind is not Kind.PLACE), None)
    if left is None or host.name in left.name or not re.search("大学|学院", left.name):
        return None
    return left, host
