"""Which visits are no happening of their own: stops of a journey, the way to what has a name."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Event, EventKind, Mention
from ...later import later

__all__ = ["at_a_rite", "is_part", "leads_to", "only_the_way", "same_trip"]

_HOLDS = later("(?:开展|举行|举办|召开|参加|出席)(?:了)?$")
_SEES = later("调研|考察|看望|慰问|走访|参观|回访|访问")


def leads_to(clause: str, named: str) -> bool:
    """Whether a clause only leads up to what is `named` behind it: 一行来到甲校开展|…活动."""
    return _HOLDS.search(clause) is not None and _SEES.search(clause + named) is None


def same_trip(event: Event[Mention], events: Sequence[Event[Mention]]) -> bool:
    """Whether a visit without a date is a stop of the journey that was told of without one."""
    return (
        event.event_kind is EventKind.VISIT
        and event.since is None
        and any(
            other.since is None and other.event_kind in (EventKind.VISIT, EventKind.OTHER)
            for other in events
        )
    )


def only_the_way(event: Event[Mention], events: Sequence[Event[Mention]]) -> bool:
    """Whether `event` is only the way to a named activity of the same days."""
    return event.event_kind is EventKind.VISIT and any(
        other is not event
        and other.event_kind in (EventKind.TRAINING, EventKind.OTHER)
        and other.since is not None
        and other.since == event.since
        and other.evidence[0].method.startswith("events/named")
        for other in events
    )


_LECTURE = later("(?:讲座|报告|专题培训)$")


def is_part(event: Event[Mention]) -> bool:
    """Whether a lecture without a day of its own is part of what was told of before."""
    return event.since is None and _LECTURE.search(event.name or "") is not None


_MARKS = later("[“”‘’「」『』]")
_ACTIVITY = later("(?:公益|主题)?(?:活动|项目|行动)$")
_STEM = 4  # characters that an activity and its rite have in common


def at_a_rite(event: Event[Mention], events: Sequence[Event[Mention]]) -> bool:
    """Whether “同心助学”活动 is what the “同心助学”捐赠仪式 of its day or of no day tells of."""
    if event.event_kind not in (EventKind.OTHER, EventKind.VISIT) or event.name is None:
        return False
    stem = _ACTIVITY.sub("", _MARKS.sub("", event.name))
    return len(stem) >= _STEM and any(
        other.event_kind is EventKind.CEREMONY
        and stem in _MARKS.sub("", other.name or "")
        and (other.since is None or event.since is None or other.since == event.since)
        for other in events
    )
