"""Short names of bodies that keep letters of the long one, and those that a text introduces.

吴店二中 is 吴店镇第二初级中学 where no other name fits; 以下简称 says it outright.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ....ontology.records import Kind
from ...gazetteer import divisions
from ...later import later
from ...naming import BodyName
from ...suffixes import generic_words, universities
from .hits import BodyHit

__all__ = ["BodyRead", "abbreviated", "introduced", "keeps_order", "whole_faculty"]


@dataclass(frozen=True, slots=True)
class BodyRead:
    """A body as read: its full wording, its parts, and what it is within its article."""

    hit: BodyHit
    wording: str
    parsed: BodyName

    @property
    def group(self) -> tuple[Kind, str, str]:
        """What tells it from other bodies: kind, code of the place, core of the name."""
        place = self.parsed.place.adcode if self.parsed.place else ""
        return self.hit.kind, place, self.parsed.core


_SHORT_FOR = later(
    r"[（(](?:以下|下文|下面)?(?:统一)?(?:简称|下称|以下称)[为：:]?[“\"‘「]?(?P<short>[一-鿿A-Za-z0-9]{2,14}?)[”\"’」]?"
    r"(?:[或、][“\"‘「][^“”\"（）]{1,10}[”\"’」])?[）)]"
)


def introduced(text: str, reads: Sequence[BodyRead]) -> list[BodyRead]:
    """The bodies with every use of a short name that stands behind the long one (以下简称).

    What a rule has made of the short name by itself gives way.
    """
    found = list(reads)
    for told in _SHORT_FOR.finditer(text):
        full = next((read for read in reads if read.hit.end == told.start()), None)
        if full is None:
            continue
        at = text.find(told["short"])
        while at >= 0:
            end = at + len(told["short"])
            over = [r for r in found if r.hit.start < end and at < r.hit.end]
            if all(at <= r.hit.start and r.hit.end <= end for r in over):
                found = [r for r in found if r not in over]
                found.append(replace(full, hit=replace(full.hit, start=at, end=end, core=at)))
            at = text.find(told["short"], end)
    return sorted(found, key=lambda read: read.hit.start)


_CLIPPED = later("(?:[一二三四五六七八九十]|附|实验?|外|职|民|师)[中小高]$|附[中小]$|[一-鿿]中$")


_FIRM = later("(?:集团|控股)?(?:股份)?(?:有限)?(?:责任)?公司|集团|控股")
"""What the name of a firm may be without: 某某集团 for 某某集团股份有限公司."""
_OF_COLLEGE = later("([一-鿿])([一-鿿]?)大附([中小])")


def abbreviated(
    key: tuple[Kind, str, str], groups: Mapping[tuple[Kind, str, str], Sequence[BodyRead]]
) -> tuple[Kind, str, str] | None:
    """吴店二中 for 吴店镇第二初级中学: letters of the one long name that fits, in their order."""
    short = groups[key][0]
    word = short.wording
    if key[0] is not Kind.SCHOOL:
        firms = [
            other
            for other in groups
            if other[0] is key[0]
            and other != key
            and (
                _FIRM.fullmatch(groups[other][0].wording.removeprefix(word))
                or _faculty_of(word, groups[other][0].wording)
                or _of_college(word, groups[other][0].wording)
                or _of_firm(word, groups[other][0].wording)
            )
        ]
        return firms[0] if len(firms) == 1 and len(word) > 3 else None
    if (college := _OF_COLLEGE.fullmatch(word)) is not None:
        whole = re.compile(
            f"{college[1]}[一-鿿]*?{college[2]}[一-鿿]*?大学附属[一-鿿]{{0,4}}{college[3]}学"
        )
        named = [
            other for other in groups if any(whole.fullmatch(r.wording) for r in groups[other])
        ]
        if len(named) == 1:
            return named[0]
    centre = [o for o in groups if o[0] is Kind.SCHOOL and _of_centre(word, groups[o][0].wording)]
    if len(centre) == 1:
        return centre[0]
    if len(word) > 7 or len(word) < 3 or _CLIPPED.search(word) is None:
        return None
    fits = [
        other
        for other in groups
        if other != key and other[0] is Kind.SCHOOL and _clips(short, groups[other][0])
    ]
    return fits[0] if len(fits) == 1 else None


_CENTRED = ("小学", "幼儿园", "完小", "学校")
_SHORT_COLLEGE = later("[一-鿿]{1,3}大(?!学)")


def _faculty_of(short: str, long: str) -> bool:
    """Whether 某大学船海学院 is 某大学船舶与海洋工程学院: its letters, in their order."""
    head = short.rfind("大学") + 2
    if head < 4 or not short.endswith("学院") or not long.endswith("学院"):
        return False
    own, whole = short[head:-2], long[head:-2]
    if short[:head] != long[:head] or not 2 <= len(own) < len(whole) or own[0] != whole[0]:
        return False
    return keeps_order(own, whole)


def _of_centre(short: str, long: str) -> bool:
    """Whether 西岭小学 is 某市西岭中心小学."""
    kind = next((one for one in _CENTRED if short.endswith(one)), "")
    return len(short) - len(kind) > 1 < len(kind) and long.endswith(
        f"{short[: -len(kind)]}中心{kind}"
    )


def _of_firm(short: str, long: str) -> bool:
    """Whether 甲公司 is 甲新能源有限公司."""
    stem = short.removesuffix("公司")
    if not 2 <= len(stem) < len(short) or stem not in long or not long.endswith("有限公司"):
        return False
    # 北京公司 is a branch of any firm, and 建设公司 a kind of firm
    return not divisions().candidates(stem) and stem not in generic_words()


def _of_college(short: str, long: str) -> bool:
    """Whether 某东师大支教团 is 某东师范大学支教团: the same body of a college told in short."""
    head = _SHORT_COLLEGE.match(short)
    if head is None or not long.endswith(short[head.end() :]):
        return False
    whole = long[: len(long) - len(short) + head.end()]
    return whole in universities() and keeps_order(head[0], whole)


def keeps_order(short: str, long: str) -> bool:
    """Whether `short` is `long` with letters left out: 明川基金会 of 明川教育发展基金会."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _clips(short: BodyRead, long: BodyRead) -> bool:
    """Whether the short name keeps some letters of the long one, with the same number."""
    word, name = short.wording, long.wording
    at = name.find(word[:2])
    if at < 0 or len(name) - at < len(word) + 2 or short.parsed.ordinal != long.parsed.ordinal:
        return False
    if short.parsed.place and long.parsed.place and short.parsed.place != long.parsed.place:
        return False
    return keeps_order(word, name[at:])


def whole_faculty(text: str, hit: BodyHit, bodies: Sequence[BodyHit]) -> BodyHit:
    """A faculty or college as the article has it in full elsewhere: 寸金学院, 某大学寸金学院."""
    name = text[hit.start : hit.end]
    for other in bodies:
        whole = text[other.start : other.end]
        if other.anchor != "university" and whole != name and whole.endswith(name):
            return replace(hit, wording=whole)
    head = text.find(f"大学{name}") + 2
    for start in range(max(0, head - 14), head - 3):
        if text[start:head] in universities():
            return replace(hit, wording=f"{text[start:head]}{name}")
    return hit
