"""Numbers in a list of receivers: each belongs to one of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...ontology.records import Assistance, Mention, Modality, Unit
from .numbers import CountSpan

__all__ = ["own_portions"]

_SENDING = frozenset({Modality.SECONDMENT, Modality.TRAINING, Modality.TEACHING})
_TO = re.compile(
    r"(?:教师|老师|队员|学生|志愿者)?(?:到|赴|进驻|分赴|去了|前往|在|安排在|安排到|被安排到|分配到)"
)
_AND = re.compile("[、和与及]")
_TAKES = re.compile(r"(?:接收|安排|安排了|接纳|有)?")


def own_portions(
    text: str,
    count: CountSpan,
    assistance: Sequence[Assistance[Mention]],
    sentence: tuple[int, int],
) -> tuple[Assistance[Mention], ...]:
    """The facts with a number of their own in a list: 8人到甲校,5人到乙校,丙校和丁校各2人."""
    start, end = sentence
    if count.unit not in (Unit.PERSON, Unit.PERSON_TIME):
        return ()
    here = [
        f
        for f in assistance
        if f.modality in _SENDING and start <= f.recipient.start and f.recipient.end <= end
    ]
    to = _TO.match(text, count.end, end)
    if to is not None:
        own = [f for f in here if 0 <= f.recipient.start - to.end() <= 1]
        starts = {f.recipient.start for f in here}
        # 18名教师到甲和乙: one number for both
        return tuple(
            f
            for f in own
            if not (_AND.match(text, f.recipient.end) and f.recipient.end + 1 in starts)
        )
    low = max([start, *(text.rfind(mark, start, count.start) + 1 for mark in "，；：")])
    before = text[low : count.start]
    if before.endswith(("各", "各派", "各选派", "各派出")):
        sending = before.endswith(("派", "派出"))
        sides = [(f, f.helper if sending else f.recipient) for f in here]
        return tuple(f for f, side in sides if low <= side.start and side.end <= count.start)
    return tuple(f for f in here if _TAKES.fullmatch(text, f.recipient.end, count.start))
