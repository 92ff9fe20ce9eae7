"""Which place a level alone means: 市教育局, 团县委."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from operator import attrgetter

from ....ontology.records import Kind
from ...gazetteer import divisions
from .hits import BodyHit, PlaceHit
from .places import find_places
from .words import cut

__all__ = ["Named", "home_of", "homes", "is_level", "of_level", "placed", "unplaced"]

_start = attrgetter("start")
#: By a level alone: the levels of places that would tell, or leave open, which is meant.
_TOLD = {"省": "省市州县区旗盟", "市": "市州县区旗盟", "州": "市州县区旗盟"} | dict.fromkeys(
    "县区旗", "县区旗"
)
_COUNTIES = "县区旗"
#: Bodies that are called by their level alone everywhere: nobody can tell whose 县政府 is meant.
_RULING = ("government", "party_committee", "legislature")


class Named(tuple[PlaceHit, ...]):
    """The places that a page names, in order; a body finds its own without a look at all."""

    @cached_property
    def at(self) -> Mapping[int, PlaceHit]:
        """The first place that begins at each position."""
        return {place.start: place for place in reversed(self)}

    @cached_property
    def forms(self) -> Mapping[tuple[str | None, str], Sequence[str]]:
        """The forms in which the page writes a place, by its code and full name."""
        found: dict[tuple[str | None, str], dict[str, None]] = defaultdict(dict)
        for place in self:
            found[place.adcode, place.name][place.form] = None
        return {key: tuple(forms) for key, forms in found.items()}

    def of(self, level: str) -> Sequence[PlaceHit]:
        """The places of the level that the sign 省, 市, 区 or 县 tells."""
        if level not in self._of:
            self._of[level] = tuple(place for place in self if is_level(place, level))
        return self._of[level]

    def only(self, level: str) -> PlaceHit | None:
        """The place of that level if the page names but one."""
        if level not in self._only:
            one = {place.adcode: place for place in reversed(self.of(level)) if place.division}
            self._only[level] = next(iter(one.values())) if len(one) == 1 else None
        return self._only[level]

    def over(self, level: str) -> PlaceHit | None:
        """The city or province in which all counties of the page lie, though it names none."""
        if level not in self._over:
            self._over[level] = _over_all(level, self)
        return self._over[level]

    @cached_property
    def _of(self) -> dict[str, tuple[PlaceHit, ...]]:
        return {}

    @cached_property
    def _only(self) -> dict[str, PlaceHit | None]:
        return {}

    @cached_property
    def _over(self) -> dict[str, PlaceHit | None]:
        return {}


def homes(text: str, bodies: Sequence[BodyHit], places: Sequence[PlaceHit]) -> list[PlaceHit]:
    """The places that a level may mean: some that only names tell of, where no other is of it.

    On a page of 高邮市 that quotes a professor of 上海某大学, 市图书馆 is that of 高邮市; behind
    县一小教师甲（武义县某中学）, where 甲 is from, 县二小 is not one of 武义县.
    """
    aside = [hit for hit in bodies if _is_college(hit) or _is_bracketed(text, hit)]
    inside = {position for hit in aside for position in range(hit.start, hit.end)}
    named = {place.name[-1] for place in places if place.start not in inside}
    return [p for p in places if p.start not in inside or p.name[-1] not in named]


def _is_college(hit: BodyHit) -> bool:
    return hit.kind is Kind.SCHOOL and hit.category == "higher"


def _is_bracketed(text: str, hit: BodyHit) -> bool:
    """Whether a name is all that stands in brackets."""
    opened = text.startswith(("（", "("), max(0, hit.start - 1), hit.start)
    return opened and text.startswith(("）", ")"), hit.end)


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
    """The place of that level named nearest before, else the first one after.

    A province named only later is not the one of a county that is named before (岚皋县……省教育厅
    ……江苏省某中学), and who comes to 宁夏西吉县 is not of the city that this county is in.
    """
    named = places if isinstance(places, Named) else Named(places)
    fitting = named.of(level)
    if not fitting:
        return None if _comes(named, position) else named.over(level)
    at = bisect_left(fitting, position, key=_start)
    if not at and level == "省" and (own := _province(named, position)) is not None:
        return own
    return fitting[max(0, at - 1)]


def _comes(named: Named, position: int) -> bool:
    """Whether the first place of the page stands behind `position`, a county with its province."""
    first = next((place for place in named if place.start < place.end), None)
    return (
        first is not None
        and first.start > position
        and first.division is not None
        and first.division.parent is None
        and any(p.start == first.end and p.name[-1] in _COUNTIES for p in named)
    )


def _province(named: Named, position: int) -> PlaceHit | None:
    """The province of the counties that are named before `position`, if it is one."""
    codes = {p.adcode for p in named if p.end <= position and p.name[-1] in _COUNTIES and p.adcode}
    over = {divisions().chain(code)[-1] for code in codes}
    if len({one.adcode for one in over}) != 1:
        return None
    (one,) = over
    return PlaceHit(0, 0, one.name, one) if one.name.endswith("省") else None


def _over_all(level: str, places: Sequence[PlaceHit]) -> PlaceHit | None:
    """The city or province in which all counties of the article lie, though it names none."""
    # who publishes the page stands behind its text, with an empty span
    codes = {p.division.adcode for p in places if p.division and p.start < p.end}
    counties = [code for code in codes if not code.endswith("00")]
    over = {
        up.adcode: up
        for code in counties
        for up in divisions().chain(code)[1:]
        if up.name.endswith(level)
    }
    if level not in ("省", "市", "州", "盟", "自治区") or len(over) != 1:
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
    named = places if isinstance(places, Named) else Named(places)
    same = named.forms.get((code, place.name), ())
    return max((form for form in same if form[-1] == level), key=len, default=place.name)


def unplaced(text: str, hit: BodyHit, levels: Set[str]) -> str | None:
    """市工商联 as it stands, on a page that names no city and no county, of which it could be.

    `levels` are those of the places that the page names.
    """
    level = text[hit.start]
    alone = hit.anchor == "level" and level in _TOLD and levels.isdisjoint(_TOLD[level])
    return text[hit.start : hit.end] if alone and hit.category not in _RULING else None
