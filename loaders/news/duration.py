"""From when to when a fact holds, by the dates that stand beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...ontology.dates import PartialDate
from ...ontology.records import Modality, Status
from .claims import Claim
from .dates import DateSpan, Meaning
from .sentences import sentence_around

__all__ = ["dates_of"]

#: Kinds of help that last: a single date beside them is their beginning.
_LASTING = frozenset({Modality.PAIRING, Modality.SECONDMENT, Modality.MANAGEMENT})
_ENDING = re.compile(r"[^，。]{0,6}(?:期满|到期|终止|届满|结束|撤并|返回)")
_BEGINNING = re.compile(r"[^，。]{0,8}(?:结对|签|结为|结成|建立|确立|启动|开始|落地|落户)")
_RENEWED = re.compile(r"续签|续约|再度|再次")
_BEFORE, _AFTER = 24, 16  # characters around a passage in which a date still belongs to it


def dates_of(
    text: str, claim: Claim, dates: Sequence[DateSpan]
) -> tuple[PartialDate | None, PartialDate | None]:
    """Since when and until when `claim` holds, as far as its own sentence says.

    A date is its beginning if it says so (自, 起, 以来), if it stands beside words of beginning, or
    if it stands in or right before a passage on a lasting kind of help.
    """
    low, high = sentence_around(text, claim.start, claim.end)
    reach = claim.end + _AFTER
    if claim.rule == "table":
        # 起始时间 is a column of its own, often a line of its own
        high = max(high, min(len(text), reach))
    since: PartialDate | None = None
    until: PartialDate | None = None
    for date in dates:
        if date.start < low or date.end > high or date.start > reach:
            continue
        if date.start < claim.start - _BEFORE:
            continue
        if date.meaning is Meaning.SINCE:
            since = since or date.since
        elif date.meaning is Meaning.UNTIL:
            until = until or date.until
        elif date.meaning is Meaning.RANGE:
            if since is None and until is None and _is_long(date):
                since, until = date.since, date.until
        elif date.meaning is Meaning.POINT and date.since is not None:
            if claim.status is Status.ENDED and _ENDING.match(text, date.end):
                until = date.until
            elif since is None and _begins(text, claim, date, high):
                since = date.since
    if since is not None and until is not None and since.first > until.last:
        return None, None
    return since, until


def _is_long(date: DateSpan) -> bool:
    """Whether a range is a term of office and not the days of an event."""
    if date.since is None or date.until is None:
        return False
    return (date.until.last - date.since.first).days > 60


def _begins(text: str, claim: Claim, date: DateSpan, high: int) -> bool:
    if claim.rule == "table":
        return date.start >= claim.start and not text[claim.end : date.start].strip("|｜\t\n 　/")
    if _RENEWED.search(text, claim.start, min(high, claim.end + 8)):
        return False
    if "以来" in text[claim.end : min(high, claim.end + 12)] and date.end <= claim.start + 8:
        return True
    if _BEGINNING.match(text, date.end):
        return True
    if claim.modality not in _LASTING:
        return False
    between = text[date.end : claim.start] if date.end <= claim.start else ""
    inside = claim.start <= date.start and date.end <= claim.end
    return inside or (date.end <= claim.start and len(between) <= 4)
