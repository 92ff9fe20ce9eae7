"""Which visits are no happening of their own: stops of a journey, the way to what has a name."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Event, EventKind, Mention

__all__ = ["only_the_way", "same_trip"]


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
        and (other.since, other.until) == (event.since, event.until)
        and other.evidence[0].method.startswith("events/named")
        for other in events
    )
