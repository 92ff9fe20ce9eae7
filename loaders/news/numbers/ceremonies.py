"""What is given at a ceremony belongs to it where nobody is known to have given it to anybody."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Event, EventKind, Mention, Unit
from ...later import later
from ..page.sentences import clause_start
from .goods import GOODS
from .numbers import CountSpan

__all__ = ["given_at"]

_THERE = later(r"[本此这][次场](?!研|培|调)|仪式[上中现]|活动[上中现]|现场")
_OF_GIFTS = later("[捐赠助]")
_GIVES = later("捐|赠|发放|资助|送[上来去给]|助学金|惠及")
_TAKES = later("受捐|受助|受资助|惠及|资助|获赠|受赠")
_SHARED = later("分别|各(?![界级位地类种项方])|每")
_OVER_TIME = later("以来|截至|历年|[今去]年|年来")
_SUM = later("累计|不完全统计")
_NEAR = 120  # characters from the words for the ceremony to a sentence on what is given
_FAR = 600


def given_at(
    text: str, count: CountSpan, events: Sequence[Event[Mention]], start: int, end: int
) -> Event[Mention] | None:
    """The one ceremony of giving of the page at which the number in ``text[start:end]`` is given.

    Money and goods, and the people who take them: 此次发放助学金4万元，惠及学生40人.
    """
    rites = [
        e for e in events if e.event_kind is EventKind.CEREMONY and _OF_GIFTS.search(e.name or "")
    ]
    if len(rites) != 1 or rites[0].evidence[0].start >= end:
        return None
    low = clause_start(text, start, count.start)
    people = count.unit in (Unit.PERSON, Unit.PERSON_TIME)
    gives = _TAKES if people else _GIVES
    if not (people or count.unit is Unit.CNY or count.unit in GOODS) or not gives.search(
        text, low, count.end + 6
    ):
        return None
    far = start - rites[0].evidence[0].end
    there = _THERE.search(text, start, count.start) is not None
    summed = _SUM.search(text, start, count.start) is not None
    if _OVER_TIME.search(text, start, count.start) or (summed and not there):
        return None
    if _SHARED.search(text, low, count.start) or far > (_FAR if there else _NEAR):
        return None
    return rites[0]
