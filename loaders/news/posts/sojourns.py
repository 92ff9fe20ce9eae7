"""When a stay began and ended, as the passage itself says it."""

from __future__ import annotations

import re

from ....ontology.dates import PartialDate
from ...later import later
from ..page.clean import Clean

__all__ = ["since_until"]

_DATE = later(r"((?:19|20)\d{2})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_LAST_YEAR = later(r"(去年|今年|前年)(\d{1,2})月")
_BACK = {"今年": 0, "去年": 1, "前年": 2}


def since_until(passage: str, clean: Clean) -> tuple[PartialDate | None, PartialDate | None]:
    """The first date of `passage`, and the second where 至 joins them; None where it has none.

    去年9月 counts from the year in which the page was issued.
    """
    dates = list(_DATE.finditer(passage))
    if dates:
        since = _partial(dates[0])
        joined = len(dates) > 1 and re.fullmatch(
            "至|到|—|-|——", passage[dates[0].end() : dates[1].start()]
        )
        return since, _partial(dates[1]) if joined else None
    near = _LAST_YEAR.search(passage)
    if near is not None and clean.issued is not None and 1 <= int(near[2]) <= 12:
        return PartialDate(clean.issued.year - _BACK[near[1]], int(near[2])), None
    return None, None


def _partial(match: re.Match[str]) -> PartialDate | None:
    year, month, day = (None if part is None else int(part) for part in match.groups())
    assert year is not None
    try:
        return PartialDate(year, month, day)
    except ValueError:
        return PartialDate(year)
