"""Which county a township is of: the one named before it, the one whose list of townships has it.

The list of townships (``loaders/townlist.py``) only chooses between places that the page names: it
brings no place in from elsewhere.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from operator import attrgetter

from ....ontology.records import PlaceLevel
from ...gazetteer import Division, divisions
from ...townlist import counties_of_town
from .hits import PlaceHit

__all__ = ["Around", "county_of_town"]

_END = attrgetter("end")


class Around(tuple[PlaceHit, ...]):
    """The places of a page in order, with what is asked of them for each township."""

    @cached_property
    def ending(self) -> Mapping[int, Division]:
        """The division that ends at each position."""
        return {place.end: place.division for place in reversed(self) if place.division}

    @cached_property
    def counties(self) -> Sequence[PlaceHit]:
        """The counties."""
        levels = (PlaceLevel.COUNTY, PlaceLevel.FUNCTIONAL)
        return [p for p in self if p.division and p.division.level in levels]

    @cached_property
    def rural(self) -> Sequence[PlaceHit]:
        """The counties that are no districts."""
        return [p for p in self.counties if not p.name.endswith("区")]

    @cached_property
    def codes(self) -> frozenset[str]:
        """The codes of the counties."""
        return frozenset(p.adcode for p in self.counties if p.adcode)

    @cached_property
    def reach(self) -> frozenset[str]:
        """The codes of the counties, and of those in the prefectures."""
        table = divisions()
        over = {p.adcode for p in self if p.division and p.division.level is PlaceLevel.PREFECTURE}
        below = (one.adcode for one in table.all() if one.parent in over)
        return self.codes | frozenset(below)

    def within(self, city: Division) -> Around:
        """The counties of a city."""
        if city.adcode not in self._within:
            inside = divisions().within
            own = (p for p in self.counties if p.adcode and inside(p.adcode, city.adcode))
            self._within[city.adcode] = Around(own)
        return self._within[city.adcode]

    @cached_property
    def _within(self) -> dict[str, Around]:
        return {}


def county_of_town(name: str, position: int, around: Around) -> Division | None:
    """The county of the township `name` that stands at `position`, None if nothing tells.

    It is the county right before, else one of the page that has such a township, else the nearest
    before that is no district, else the nearest. Of two counties in such an article one mostly is a
    district of the helping city, and townships are told of on the other side. Behind a city only
    its own counties that are named before count, else it itself.
    """
    counties, rural = around.counties, around.rural
    here = bisect_right(counties, position, key=_END)
    if here and counties[here - 1].end == position:
        return counties[here - 1].division
    city = around.ending.get(position)
    if (listed := _listed(name, position, city, around)) is not None:
        return listed
    if city is not None and city.level is PlaceLevel.PREFECTURE:
        own = around.within(city)
        told = bisect_left(own.counties, position, key=_END)
        if not told:
            return city
        at = bisect_left(own.rural, position, key=_END)
        return (own.rural[at - 1] if at else own.counties[told - 1]).division
    at = bisect_right(rural, position, key=_END)
    either = rural[max(0, at - 1) : at + 1] or counties[max(0, here - 1) : here + 1]
    county = either[0].division if either else None
    elsewhere = counties_of_town(name)
    if county is not None and elsewhere and county.name.endswith("区"):
        return None  # 龙岗区民政局到我县城东镇: a town, but none of that district
    return county


def _listed(name: str, position: int, city: Division | None, around: Around) -> Division | None:
    """The county that has a township of that name, of those that the page names."""
    codes = counties_of_town(name)
    inside = divisions().within
    if city is not None:
        codes = frozenset(code for code in codes if inside(code, city.adcode))
    if not codes:
        return None
    named = [place for place in around.counties if place.adcode in codes]
    if named:
        at = bisect_right(named, position, key=_END)
        return named[max(0, at - 1)].division
    return None
