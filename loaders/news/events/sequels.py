"""What a sentence takes up of what was told before: the same ceremony, one of its days, a habit."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Event, Mention
from ...later import later
from ..numbers.dates import DateSpan, Meaning
from .acts import LATELY
from .eventnames import kind_of_name
from .happenings import opening_of

__all__ = ["course_named", "for_years", "goes_on", "within"]

_BARE = 6  # characters of a name that only refers: 捐赠仪式, 交接仪式


def goes_on(told: str, words: str, events: Sequence[Event[Mention]]) -> bool:
    """Whether 捐赠仪式上， goes on to tell of the ceremony that was told before."""
    return (
        len(words) <= _BARE
        and told.endswith(("上，", "上获悉", "上了解到"))
        and any(event.event_kind is kind_of_name(words) for event in events)
        and opening_of(words, events) is None
    )


def for_years(text: str, at: int, dates: Sequence[DateSpan]) -> bool:
    """Whether a time of years (近年来, 自2015年以来) is said before `at` in the sentence."""
    return any(
        d.start < at
        and (
            (d.meaning is Meaning.SINCE and (d.since is None or not d.since.day))
            or (d.meaning is Meaning.VAGUE and not LATELY.match(text, d.start))
        )
        for d in dates
    )


def within(dates: Sequence[DateSpan], events: Sequence[Event[Mention]]) -> bool:
    """Whether a date is one of the days of a happening that was told of: 5月21日至23日…22日."""
    return any(
        d.since is not None
        and d.since.day
        and e.since is not None
        and e.until is not None
        and e.since.first < e.until.first
        and e.since.first <= d.since.first <= e.until.last
        for d in dates
        for e in events
    )


_THIS = later(r"(?:本|此|这|该)[期次届个]?(研修班|培训班|研修|培训|论坛|活动)")


def course_named(words: str, events: Sequence[Event[Mention]]) -> str | None:
    """What 本期研修班 is called: the last named happening that has such a course in its name."""
    this = _THIS.fullmatch(words)
    if this is None:
        return None
    for event in reversed(events):
        at = (event.name or "").rfind(this[1])
        if event.name is not None and at > 3:
            return event.name[: at + len(this[1])]
    return None
