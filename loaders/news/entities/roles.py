"""Where the name of a firm or fund begins: 爱心企业|某公司, but 上海真爱梦想基金会."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ...later import later
from ...suffixes import last_suffix
from .bodyedges import hit_at
from .hits import BodyHit, PlaceHit

__all__ = ["with_gap", "without_role"]

_ROLE = later(
    "(?:(?:协会)?会员|爱心|校友|合作|帮扶|结对|援建|捐赠|成员|理事|副?会长|乡贤|本土|当地|民营|国有|知名|龙头|上市"
    "|主办|承办|协办|出资|资助|发起|支持|公益|社会|慈善|受助|校)?(?:企业|单位|公司|机构|组织|方|伙伴)|[央国民校]企|感谢"
)
#: 企业家协会, 公益组织发展中心: there the word is part of the name
_GOES_ON = later("家|联|协会|服务|管理|发展|集团|指导|培育|促进|工会|党|团|总|局|监督|登记|信用|法")
_LEAST = 4  # signs of a name


def without_role(text: str, hit: BodyHit, starts: Mapping[int, PlaceHit]) -> BodyHit:
    """The body without the word for its part in the story, where a whole name stands behind it."""
    role = _ROLE.match(text, hit.core if hit.anchor == "place" else hit.start, hit.end)
    if role is None or hit.wording or hit.end - role.end() < _LEAST:
        return hit
    ending = last_suffix(text[role.end() : hit.end])
    if ending is None or _GOES_ON.match(text, role.end(), hit.end):
        return hit
    if hit.end - role.end() <= len(ending.text) + 1:
        return hit
    return replace(hit_at(starts, role.end(), hit.end, ending), kind=hit.kind)


_FIRMS = ("company", "foundation", "charity")
_NO_PART = frozenset(
    "的和与、，向为由在有及等某各该本原副前时现任对到从给赴来去是被将把以全总两一二三"
    "四五六七八九十多数家所名位个经受让请使"
)
_LETTERS = ("国网", "华为")


#: 丹阳市|经济|开发区管委会
_AREA = later("(?:国家级?)?(?:经济技术|经济|高新技术产业|高新技术|工业|综合)$")


def with_gap(text: str, hit: BodyHit, ends: Mapping[int, PlaceHit]) -> BodyHit:
    """The body with the sign or word, and the place, that its name was read without."""
    if text.startswith("开发区", hit.start) and (area := _AREA.search(text, 0, hit.start)):
        place = ends.get(area.start())
        start = area.start() if place is None else place.start
        return replace(
            hit, start=start, core=area.start(), anchor=hit.anchor if place is None else "place"
        )
    if hit.category not in _FIRMS or hit.wording:
        return hit
    if text.endswith(_LETTERS, 0, hit.start):
        return replace(hit, start=hit.start - 2, core=hit.start - 2, anchor="word")
    place = ends.get(hit.start - 1)
    if hit.anchor != "word" or place is None or text[hit.start - 1] in _NO_PART:
        return hit
    return replace(hit, start=place.start, core=place.end, anchor="place")
