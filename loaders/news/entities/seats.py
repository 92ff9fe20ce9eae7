"""Where a text says that a body lies: 位于某县的某小学, 某小学是某县的一所学校, 某县的某小学.

A name shows its place by itself (某县某小学) and needs nothing from here; but many names do not, or
show no more than the city.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ...naming import town_stem
from ...townlist import counties_of_stem
from .colleges import is_college
from .hits import LISTING, BodyHit, PlaceHit, lies_in
from .levels import Named
from .whereabouts import (
    counties_named,
    county_of,
    is_local,
    one_of_many,
    only_county,
    told_before,
)

__all__ = ["address_of", "is_station", "place_key", "seated"]

_LIES = "(?:位于|地处|坐落于|坐落在|坐落|位处|设在|建在)"
_INNER = "[^，。；：！？、“”（）\n]"
#: … 位于|某省某县某村的|某小学
_BEFORE = later(rf"(?P<lies>{_LIES}){_INNER}{{2,40}}?的(?:这所)?$|(?P<bare>)的$")
#: 某小学|位于某省某县; 某小学|是某县的一所; 某小学|（某县）
_AFTER = later(
    rf"(?:（[^（）\n]{{1,20}}）)?，?(?:(?:就)?{_LIES}(?P<at>{_INNER}{{2,40}})"
    rf"|[是为]{_LIES}?(?P<of>{_INNER}{{2,40}}?)的?(?:唯一|第一|最[一-鿿]{{1,4}}?的?|首)?一?[所间座]"
    r"|（(?P<in>[一-鿿]{2,20})）)"
)
#: 是某市捐建的一所学校: where the givers come from.
_GIVEN = later("[捐援建办帮扶助支资设派与和]")
#: A school that goes somewhere, or has a partner, may come from far.
_ACTS = later(
    r"[^，。；：！？\n]{0,12}?(?:赴|前往|走进|来到|到|对口|帮扶|支援|援助|送教|捐|结对|携手|与|和|同"
    r"|派|送来|寄来|来[信函])"
)
_COMES = later(
    r"(?:来自|省城|外地|沿海|东部|结对|对口|(?:帮扶|支援|支教)学校)[^，。；：！？\n]{0,6}$"
)
_SIDES = ("和", "与", "同", "结对", "对接", "对口", "帮扶", "分别")
_REACH = 48
_COLLEGES = ("大学", "师范", "师大", "学院", "理工", "医科", "农业大学", "工业大学", "财经")


_STATION = later("[^，。；、]{0,4}?(?:机场|火车站|高铁站|客运站)")


def is_station(text: str, end: int) -> bool:
    """Whether the place whose name ends at `end` only names an airport or a station on the way."""
    return _STATION.match(text, end) is not None


def place_key(place: PlaceHit) -> str:
    """The key of a place within its article: its code, or that of its county with its name."""
    if place.division is not None:
        return place.division.adcode
    return f"{place.parent.adcode}/{place.form}" if place.parent else place.form


def address_of(text: str, hit: BodyHit, starts: Mapping[int, PlaceHit]) -> PlaceHit | None:
    """The last of the places that a name begins with, if there are several: 宁德|霞浦|第二中学."""
    first = place = starts.get(hit.start)
    while place is not None:
        after = starts.get(place.end)
        if after is None or after.division is None or after.end >= hit.end:
            break
        if not lies_in(place, after) or text.startswith(_COLLEGES, after.end):
            break
        place = after
    return place if place is not first else None


def seated(text: str, bodies: Sequence[Mention], places: Sequence[PlaceHit]) -> list[Mention]:
    """The bodies with the key of the place that the text puts each in, where it says so once."""
    said: dict[tuple[Kind, str], dict[str, PlaceHit]] = {}
    known = Named(places)
    starts = [place.start for place in places]
    heads = {place.start: place for place in reversed(places)}
    towns = _towns(places)
    listed = _Listed()
    codes = counties_named(places)
    for body in bodies:
        if body.kind not in (Kind.SCHOOL, Kind.INSTITUTION):
            continue
        place = _left_of(text, body, places, starts)
        named = body.start in heads
        school = body.kind is Kind.SCHOOL
        if place is None and school and not named and not is_college(body.name):
            place = told_before(text, body.start, listed.end, known, starts)
        if place is None and not (named and school):
            place = listed.goes_on(text, body)  # 位于某乡的甲小学、乙小学; 某县一中、丙中学
        listed = listed.after(text, body, place, _in_name(body, heads) if named else None)
        place = place or _right_of(text, body, places, starts)
        if place is None and body.kind is Kind.SCHOOL:
            place = _of_town(body.name, towns) or (None if named else _of_listed(body.name, codes))
        if place is not None:
            said.setdefault((body.kind, body.key), {})[place_key(place)] = place
    seats: dict[tuple[Kind, str], str] = {}
    for body_key, met in said.items():
        finest = [
            key
            for key, place in met.items()
            if all(other is place or _above(other, place) for other in met.values())
        ]
        if len(finest) == 1:
            seats[body_key] = finest[0]
    region = only_county(places)
    if region is not None:
        apart = {(b.kind, b.key) for b in bodies if b.start in heads or _afar(text, b)}
        for body in bodies:
            key = body.kind, body.key
            own = body.kind is Kind.SCHOOL and is_local(body.name, region)
            if own and key not in said and key not in apart:
                seats[key] = region
    return [
        replace(body, seat=seats[body.kind, body.key]) if (body.kind, body.key) in seats else body
        for body in bodies
    ]


def _afar(text: str, body: Mention) -> bool:
    """Whether the words around a body leave room for its coming from elsewhere."""
    before = _COMES.search(text, max(0, body.start - 16), body.start)
    return before is not None or _ACTS.match(text, body.end) is not None


@dataclass(frozen=True, slots=True)
class _Listed:
    """The list of bodies read last: where its last item ends, and the place of all of it.

    `told` is where the text puts the list, `named` what the name of its first school shows; that
    holds over 、 alone, or over 和 at the end of such a list, for 甲县一中与乙中学 are two sides.
    """

    end: int = 0
    told: PlaceHit | None = None
    named: PlaceHit | None = None
    long: bool = False

    def goes_on(self, text: str, body: Mention) -> PlaceHit | None:
        """The place of the list if `body` is its next item."""
        joint = text[self.end : body.start]
        if joint not in LISTING:
            return None
        if self.told is not None:
            return self.told
        city = body.name.startswith(("省", "市", "州"))  # 某县一中、市直二幼
        plain = body.kind is Kind.SCHOOL and not is_college(body.name) and not city
        sides = joint == "、" and text.startswith(_SIDES, body.end)
        return self.named if plain and (joint == "、" or self.long) and not sides else None

    def after(
        self, text: str, body: Mention, told: PlaceHit | None, named: PlaceHit | None
    ) -> _Listed:
        """The list as it is behind `body`, of which the text and the name tell these places."""
        joint = text[self.end : body.start]
        if joint in LISTING and named is None:
            kept = self.named if joint == "、" or self.long else None
            return _Listed(body.end, told, kept, joint == "、" or self.long)
        partner = joint in _SIDES  # 甲中学与|某县一中、丙中学: pairs, no list of one place
        school = body.kind is Kind.SCHOOL and not is_college(body.name) and not partner
        return _Listed(body.end, told, named if school else None)


def _in_name(body: Mention, heads: Mapping[int, PlaceHit]) -> PlaceHit | None:
    """The last of the places that the name begins with, a township's county for itself."""
    place = heads[body.start]
    while (inner := heads.get(place.end)) is not None and inner.end < body.end:
        if not lies_in(place, inner):
            break
        place = inner
    return county_of(place)


_SCHOOL_OF_TOWN = later(
    "(?:镇|乡|街道)?(?:中心|第?[一二三四五六])?(?:完全|初级|高级|九年一贯制|寄宿制)?"
    "(?:小学校?|中学|学校|幼儿园|完小|初中|中心校|小|中)"
)


def _towns(places: Sequence[PlaceHit]) -> dict[str, PlaceHit | None]:
    """The townships of known counties by their names without 镇; None for one of two counties."""
    found: dict[str, PlaceHit | None] = {}
    for place in places:
        stem = town_stem(place.form)
        if place.division is None and place.parent is not None and 1 < len(stem) < len(place.form):
            same = found.setdefault(stem, place)
            if same is not None and place_key(same) != place_key(place):
                found[stem] = None
    return found


def _of_town(name: str, towns: Mapping[str, PlaceHit | None]) -> PlaceHit | None:
    """The township that a school is called by: 木门中学 on a page that has 木门镇."""
    for size in range(2, min(7, len(name))):
        if name[:size] in towns and _SCHOOL_OF_TOWN.fullmatch(name, size):
            return towns[name[:size]]
    return None


def _of_listed(name: str, counties: frozenset[str]) -> PlaceHit | None:
    """The county of the page that has a township which the school is called by: 木门中学."""
    if any(divisions().candidates(name[:size]) for size in (2, 3, 4)):
        return None  # 江苏路小学 is read by the place that its name begins with
    for size in range(min(6, len(name)), 1, -1):
        found = counties_of_stem(name[:size]) & counties
        if len(found) == 1 and _SCHOOL_OF_TOWN.fullmatch(name, size):
            county = divisions().by_code(next(iter(found)))
            return None if county is None else PlaceHit(0, 0, county.name, county)
    return None


def _left_of(
    text: str, body: Mention, places: Sequence[PlaceHit], starts: Sequence[int]
) -> PlaceHit | None:
    if text[body.start - 1 : body.start] != "的" and not text.endswith("的这所", 0, body.start):
        return None
    floor = max(0, body.start - _REACH)
    found = _BEFORE.search(text, floor, body.start)
    if found is None:
        return None
    if found["lies"]:
        return _chain(places, starts, found.start(), body.start)
    last = bisect_left(starts, body.start) - 1
    if last + 1 < len(places) and starts[last + 1] == body.start:
        return None  # 某县的|某镇|中心校: its name says more
    direct = last >= 0 and places[last].end == body.start - 1
    lone = direct and body.kind is Kind.SCHOOL and not one_of_many(text, places, last)
    return places[last] if lone else None


def _right_of(
    text: str, body: Mention, places: Sequence[PlaceHit], starts: Sequence[int]
) -> PlaceHit | None:
    found = _AFTER.match(text, body.end, body.end + _REACH)
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    place = _chain(places, starts, start, end)
    if place is None or (found.lastgroup == "in" and place.end != end):
        return None
    return None if found.lastgroup == "of" and _GIVEN.search(text, place.end, end) else place


def _chain(
    places: Sequence[PlaceHit], starts: Sequence[int], start: int, end: int
) -> PlaceHit | None:
    """The last of the places of the span if each lies in the one before; None if one does not."""
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    inside = [place for place in places[first:last] if place.end <= end]
    nested = all(lies_in(outer, inner) for outer, inner in pairwise(inside))
    return inside[-1] if inside and nested else None


def _above(outer: PlaceHit, inner: PlaceHit) -> bool:
    return outer.division is not None and lies_in(outer, inner)
