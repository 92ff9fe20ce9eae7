"""What a list says of the short names of places in it: 山西、河南、青海等省, 甲、乙两县."""

from __future__ import annotations

from collections.abc import Sequence

from ...gazetteer import Division, divisions
from ...later import later
from .hits import PlaceHit

__all__ = ["in_counted_list", "of_provinces"]

_CLOSE = later(
    "(?:、[一-龥]{2,4}){0,8}(?:[和与及][一-龥]{2,4})?等?[两二三四五六七八九十]个?(?P<level>[县市区旗])(?![长委级])"
)


def in_counted_list(text: str, hit: PlaceHit, division: Division) -> bool:
    """Whether the short name stands in a list that ends in its level and a number: 甲、乙两县."""
    if hit.form == division.name or text[hit.start - 1 : hit.start] not in ("、", "和", "与", "及"):
        first = text[hit.end : hit.end + 1] in ("、", "和", "与", "及")
        if hit.form == division.name or not first:
            return False
    close = _CLOSE.match(text, hit.end)
    return close is not None and division.name.endswith(close["level"])


def of_provinces(text: str, hits: Sequence[PlaceHit], number: int) -> Division | None:
    """The province that a short name means between two names of provinces: 甘肃、河南、青海.

    A name with none on one side is left alone, and so is one that is no province's.
    """
    if not 0 < number < len(hits) - 1:
        return None
    before, hit, after = hits[number - 1 : number + 2]
    if text[before.end : hit.start] != "、" or text[hit.end : after.start] != "、":
        return None
    tops = [_province(one) for one in (before, hit, after)]
    return tops[1] if all(tops) else None


def _province(hit: PlaceHit) -> Division | None:
    found = divisions().candidates(hit.form)
    return next((one for one in found if one.parent is None), None)
