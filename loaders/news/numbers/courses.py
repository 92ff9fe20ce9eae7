"""Who takes a course is counted at the course, whoever helps whom by it."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Event, Mention, Unit
from ...later import later
from .numbers import CountSpan

__all__ = ["course_of"]

_COURSE = later(r"(?:培训班?|研修班?|轮训|研训)$")
_LEAD = 120  # characters between the words for a course and the sentence on those who take it
_LEARNER = later(r"(?:参训)?学员")


def course_of(
    text: str, count: CountSpan, events: Sequence[Event[Mention]], start: int, end: int
) -> Event[Mention] | None:
    """共97名学员到乙市开展研修: who takes a course came to it, whoever helps whom there."""
    if count.unit is not Unit.PERSON or not _LEARNER.match(text, count.end):
        return None
    here = [e for e in events if start <= e.evidence[0].start < end]
    if here:
        return here[-1]
    # the headline names the course, the first sentence counts who takes it
    courses = {
        e.name: e
        for e in events
        if e.name and _COURSE.search(e.name) and 0 <= start - e.evidence[0].end <= _LEAD
    }
    return next(iter(courses.values())) if len(courses) == 1 else None
