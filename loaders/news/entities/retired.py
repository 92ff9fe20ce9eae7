"""Who is a retired teacher that teaches on (银龄教师), and from which school somebody retired."""

from __future__ import annotations

from functools import lru_cache

from ....ontology.records import Mention
from ...later import later
from ..page.sentences import sentence_around

__all__ = ["is_silver", "retired_from"]

_SILVER = later("银龄")
_HEAD = 160  # characters: what the page is about
_RETIRED = later("银龄|退休|离休")
_RETIRED_AT = later("(?:退休前[^，。；]{0,4}|[退离]休的)$")
#: A|退休教师, A的|退休教授; but 乙校迎来|退休教师
_RETIRES = later("(?:(?!迎|接[收纳待]|聘|引进|招|邀|来|有|请|银龄)[^，。；]){0,12}?(?:退休|离休)")


def is_silver(text: str, person: Mention) -> bool:
    """Whether `person` is one of the retired teachers of a page about them."""
    if (first := _SILVER.search(text)) is None:
        return False
    if first.start() < _HEAD:
        return True
    return text[person.start : person.end] in _told_of_them(text)


def retired_from(text: str, school: Mention) -> bool:
    """Whether somebody retired from `school` where it is named: 从A退休, A退休教师, 退休前在A."""
    return (
        _RETIRED_AT.search(text, max(0, school.start - 8), school.start) is not None
        or _RETIRES.match(text, school.end) is not None
    )


@lru_cache(maxsize=2)
def _told_of_them(text: str) -> str:
    """All sentences that speak of the retired."""
    spans = dict.fromkeys(
        sentence_around(text, m.start(), m.start()) for m in _RETIRED.finditer(text)
    )
    return "\n".join(text[start:end] for start, end in spans)
