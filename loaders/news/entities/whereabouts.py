"""What the words before a school's name say of where it lies: 该县某小学, 某县偏远的某小学.

Each of these speaks of the first name behind it; what follows in one list lies in the same place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from ....ontology.records import PlaceLevel
from ...gazetteer import divisions
from ...later import later
from .hits import LISTING, PlaceHit
from .levels import Named

__all__ = [
    "counties_named",
    "county_before",
    "county_of",
    "is_local",
    "one_of_many",
    "only_county",
    "told_before",
]

_REACH = 48
_FAR = 600
"""So many characters back 该县 may point."""
_start = attrgetter("start")
_THAT = later("(?P<head>[该本我])(?P<level>[县市区州旗盟])的?$|(?P<inside>县(?:城)?里的?)$")
#: 某县|的“某小学”, 某县|两所乡村学校——某小学, 在某县，|某小学
_DIRECT = later('[的·]?[“"‘「]?$')
_LISTED = later(
    r"[^，。；！？、\n]{0,14}(?:学校|小学|中学|幼儿园|村小|园所)(?:——?|：|:|，分别[是为])$"
)
_WITH = later(r"[^，。；！？、\n]{2,16}的[“\"‘「]?$")
#: What happens between a place and a school puts the one nowhere near the other.
_DONE = later("[来到去给为向对帮援捐建送派支与和同由从在把将自获受被让]|企业|老师|教师|校友|志愿")
_INSIDE = later(
    r"(?:^|[，。；：！？\n“])[^，。；：！？\n“]{0,12}(?:在|位于|地处)[^，。；：！？\n]{0,24}$"
)
_OWN_PLACE = later("[镇乡]|街道|大学|学院|附[属中小]|[省市县区州旗]")


def told_before(
    text: str, start: int, floor: int, places: Named, starts: Sequence[int]
) -> PlaceHit | None:
    """The place that the words right before the school at `start` put it in; None if none does.

    `floor` is where the body before ends; `starts` are the starts of `places`, which are in order.
    """
    low = max(floor, start - _REACH, 0)
    if (that := _THAT.search(text, max(0, start - 4), start)) is not None:
        if that["inside"]:
            return county_before(that.start(), places, starts)
        return _pointed(text, that["head"], that["level"], that.start(), places)
    last = bisect_left(starts, start) - 1
    if last < 0 or places[last].start < low or places[last].end > start:
        return None
    place = places[last]
    if one_of_many(text, places, last):
        return None
    gap = text[place.end : start]
    if gap == "，":
        inside = _INSIDE.search(text, max(0, place.start - 40), place.start)
        return place if inside is not None else None
    if gap == "":
        return None  # a part of the name, and read as such
    if _DIRECT.match(gap) or _LISTED.match(gap):
        return place
    return place if _WITH.match(gap) and _DONE.search(gap) is None else None


def _pointed(text: str, head: str, level: str, at: int, places: Named) -> PlaceHit | None:
    """What 该县 means: the place of that level named last; 我县 only where there is but one."""
    if head != "该":
        return places.only(level)
    fitting = places.of(level)
    last = fitting[bisect_left(fitting, at, key=_start) - 1] if fitting else None
    if last is None or last.division is None or not 0 <= at - last.end < _FAR:
        return None
    return last if text.count("\n", last.end, at) <= 2 else None


def one_of_many(text: str, places: Sequence[PlaceHit], at: int) -> bool:
    """Whether the place at that index ends a list: 甲县、乙县的某小学 lies in either of them."""
    joint = text[places[at - 1].end : places[at].start] if at else ""
    return joint in LISTING or joint == "或"


def county_of(place: PlaceHit) -> PlaceHit:
    """The county of a township, else the place itself."""
    if place.division is not None or place.parent is None:
        return place
    return PlaceHit(place.start, place.end, place.parent.name, place.parent)


def counties_named(places: Iterable[PlaceHit]) -> frozenset[str]:
    """The codes of the counties that a page names, also as the county of a township."""
    known = (place.division or place.parent for place in places)
    return frozenset(one.adcode for one in known if one and one.level is PlaceLevel.COUNTY)


def county_before(at: int, places: Sequence[PlaceHit], starts: Sequence[int]) -> PlaceHit | None:
    """The county named last before `at`, in the same paragraph or the one before it."""
    for place in reversed(places[max(0, bisect_left(starts, at) - 8) : bisect_left(starts, at)]):
        if place.division is not None and place.division.level is PlaceLevel.COUNTY:
            return place
    return None


def is_local(name: str, region: str) -> bool:
    """Whether nothing in a school's name hints at a place outside `region`, or at a university."""
    if _OWN_PLACE.search(name) is not None:
        return False
    table = divisions()
    heads = (one for size in (2, 3, 4) for one in table.candidates(name[:size]))
    return all(table.within(region, one.adcode) for one in heads)


def only_county(places: Iterable[PlaceHit]) -> str | None:
    """The one county that a page tells of, though it names cities beside; None if of several.

    A page on one county and the far city that helps it has most of its schools in the county.
    """
    known = (place.division or place.parent for place in places)
    fine = (PlaceLevel.COUNTY, PlaceLevel.FUNCTIONAL)
    found = {one.adcode: one.level for one in known if one and one.level in fine}
    code, level = next(iter(found.items()), (None, None))
    return code if len(found) == 1 and level is PlaceLevel.COUNTY else None
