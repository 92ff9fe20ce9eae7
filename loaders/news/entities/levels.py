"""Which place a level alone means: 市教育局, 团县委."""

from __future__ import annotations

from collections.abc import Sequence

from ...gazetteer import divisions
from .hits import PlaceHit
from .places import find_places
from .words import cut

__all__ = ["home_of", "is_level", "of_level", "placed"]


def home_of(publisher: str | None, beyond: int) -> list[PlaceHit]:
    """The place in the name of who publishes a page and all above it, set behind its text.

    `beyond` is where the text ends. Empty if the name holds no place, or several.
    """
    named = find_places(cut(publisher)) if publisher else []
    found = [place for place in named if place.division is not None]
    if len(found) != 1 or found[0].adcode is None:
        return []
    chain = divisions().chain(found[0].adcode)
    return [PlaceHit(beyond, beyond, one.name, one) for one in chain]


def of_level(level: str, position: int, places: Sequence[PlaceHit]) -> PlaceHit | None:
    """The place of that level named nearest before, else the first one after."""
    fitting = [place for place in places if is_level(place, level)]
    before = [place for place in fitting if place.start < position]
    if before or fitting:
        return before[-1] if before else fitting[0]
    return _over_all(level, places)


def _over_all(level: str, places: Sequence[PlaceHit]) -> PlaceHit | None:
    """The city or province in which all counties of the article lie, though it names none."""
    codes = {place.division.adcode for place in places if place.division}
    counties = [code for code in codes if len(divisions().chain(code)) > 2]
    over = {
        up.adcode: up
        for code in counties
        for up in divisions().chain(code)[1:]
        if up.name.endswith(level)
    }
    if level not in "省市州盟" or len(over) != 1:
        return None
    ((code, up),) = over.items()
    whole = all(divisions().within(county, code) for county in counties)
    return PlaceHit(0, 0, up.name, up) if whole else None


def is_level(place: PlaceHit, level: str) -> bool:
    """Whether the place is of the level that the sign 省, 市, 区 or 县 tells."""
    name = place.name
    if place.division is None:
        return name.endswith(level)
    if place.form[-1] == level and place.form in place.division.former_names:
        return True  # 荣昌县, now a district
    if level == "区":
        return name.endswith("区") and place.division.parent is not None
    return name.endswith(level)


def placed(place: PlaceHit, places: Sequence[PlaceHit]) -> str:
    """The place as the article writes it with its level; else its full name."""
    former = place.division is not None and place.form in place.division.former_names
    code, level = place.adcode, place.form[-1] if former else place.name[-1]
    same = {other.form for other in places if other.adcode == code and other.name == place.name}
    return max((form for form in same if form[-1] == level), key=len, default=place.name)
