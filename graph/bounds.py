"""What a fact's dates and its source's date allow: between which days it began and ended.

As in ``vocabulary``: a fact holds on day d if latestStart ≤ d ≤ earliestEnd, and may hold if only
the outer bounds allow it. An unknown end stays unknown: a fact that its source calls active is
known to have lasted until that source spoke, and no longer.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..ontology.dates import PartialDate
from ..ontology.records import Status

__all__ = ["Bounds", "bounds"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The four bounds of a fact; None where nothing is known."""

    earliest_start: date | None = None
    latest_start: date | None = None
    earliest_end: date | None = None
    latest_end: date | None = None


def bounds(
    since: PartialDate | None,
    until: PartialDate | None,
    status: Status = Status.UNKNOWN,
    issued: PartialDate | None = None,
) -> Bounds:
    """The bounds of a fact that holds `since` – `until`, said to be `status` by a source `issued`.

    >>> bounds(PartialDate(2015), None, Status.ACTIVE, PartialDate(2021, 5, 6)).earliest_end
    datetime.date(2021, 5, 6)
    """
    latest_start = since.last if since else None
    earliest_end = until.first if until else None
    latest_end = until.last if until else None
    if (
        issued
        and status in (Status.ACTIVE, Status.ENDED)
        and not (since and since.first > issued.last)
    ):
        latest_start = min(latest_start or issued.last, issued.last)
        if status is Status.ACTIVE and not (until and until.last < issued.first):
            earliest_end = max(earliest_end or issued.first, issued.first)
        if status is Status.ENDED:
            latest_end = min(latest_end or issued.last, issued.last)
    if earliest_end and latest_end and earliest_end > latest_end:
        earliest_end = latest_end
    return Bounds(
        earliest_start=since.first if since else None,
        latest_start=latest_start,
        earliest_end=earliest_end,
        latest_end=latest_end,
    )
