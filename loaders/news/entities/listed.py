"""Bodies that the company of others shows: 甲公司、乙物业|等单位, 由甲协会、乙公益|联合发起.

A short name without an ending is no body by itself; in a list that a word for bodies closes, or
one of bodies that act together, it is one like the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from ....ontology.records import Kind
from ... import dictionary
from ...later import later
from ...lexicon import rows, word_set
from ...suffixes import generic_words, last_suffix, stop_words
from .hits import BodyHit, PlaceHit
from .words import Words

__all__ = ["with_listed"]

#: What closes a list of bodies: a word for them, or what they do together.
_CLOSE = later(
    "等(?:[一-龥]{0,4}?(?:单位|企业|公司|机构|商家|社会组织|社会团体|公益组织|爱心组织))"
    "|(?:联合|共同)(?:发起|主办|承办|协办|举办|开展|组织|捐赠|捐资|捐建|出资|资助|援建)|(?<!联合)(?<!共同)(?:主办|承办|协办)"
)
#: Who opens a clause and acts together with a body: 由甲商汇智|牵手|某基金会.
_PARTNER = later(
    r"(?:(?<=[，。、；：！？\n由])|^)(?P<who>(?!由)[一-龥A-Za-z]{4,10}?)(?:联合|携手|牵手|会同|联手)"
)
_ITEM = later("[一-龥A-Za-z0-9·（）()]{3,16}")
_NO_ITEM = later(
    "[的了着在向为对给将把被是有从到等各该本我某两几多每这那其]|活动|项目|工作|人员|人士|代表|家长|学生|教师|老师|志愿者?$"
    "|群众|干部|职工|部门|领导|负责人|家庭|儿童|少年|队员|[男女]童|模范|妇女|老人|(?:教育|卫生|民政|财政)$|[0-9一二三四五六七八九十]+[名个家位所人]"
)
_NO_PARTNER = later(
    "[村镇乡街道县市省区班级团队]$|学校|双方|积极|主动|多方|部门|[0-9一二三四五六七八九十]|此次|本次|[日月年天]"
)
_REACH = 120


def with_listed(
    words: Words, bodies: Sequence[BodyHit], places: Sequence[PlaceHit]
) -> list[BodyHit]:
    """The bodies with those that only their place in a list of bodies shows, in order."""
    text = words.text
    ends = {body.end: body.start for body in bodies}
    held = {at for body in bodies for at in range(body.start, body.end)}
    whole = {(place.start, place.end) for place in places}
    forms: dict[str, None] = {}
    for close in _CLOSE.finditer(text):
        items = _items(text, close.start())
        if not any(start <= ends.get(end, -1) for start, end in items):
            continue  # the first item has what stands before the list as well
        for start, end in items[1:]:
            free = held.isdisjoint(range(start, end)) and (start, end) not in whole
            if free and _is_name(words, start, end):
                forms[text[start:end]] = None
    begun = {body.start for body in bodies}
    for partner in _PARTNER.finditer(text):
        start, end = partner.span("who")
        free = partner.end() in begun and held.isdisjoint(range(start, end))
        if free and not any(start <= place.start < end for place in places):
            coined = any(len(p) < 2 or not dictionary.has_word(p) for p in words.parts(start, end))
            if coined and _is_name(words, start, end) and not _NO_PARTNER.search(partner["who"]):
                forms[partner["who"]] = None
    found = list(bodies)
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            if held.isdisjoint(range(at, end)):
                found.append(_hit(at, end, form, places))
                held.update(range(at, end))
            at = text.find(form, end)
    return sorted(found, key=lambda body: body.start)


def _items(text: str, end: int) -> list[tuple[int, int]]:
    """The items of the list that ends here; the first has what stands before the list as well."""
    floor = max(0, end - _REACH)
    found: list[tuple[int, int]] = []
    for at in range(end - 1, floor - 1, -1):
        if text[at] == "、":
            found.insert(0, (at + 1, end))
            end = at
        elif text[at] in "，。；：！？\n,;":
            found.insert(0, (at + 1, end))
            return found
    return [(0, end), *found] if not floor else found


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether the item has the shape of a name and is no person and no common word."""
    text = words.text
    form = text[start:end]
    if not _ITEM.fullmatch(form) or _NO_ITEM.search(form) or dictionary.has_word(form):
        return False
    parts = words.parts(start, end)
    if all(part in generic_words() or part in word_set("common_firms") for part in parts):
        return False
    if any(len(part) > 1 and part in stop_words() for part in parts):
        return False
    return last_suffix(form) is not None or not _like_person(form)


def _like_person(form: str) -> bool:
    return len(form) < 4 and form.startswith(_surnames())


@cache
def _surnames() -> tuple[str, ...]:
    return tuple(row["surname"] for row in rows("lexicon/surnames.csv"))


def _hit(start: int, end: int, form: str, places: Sequence[PlaceHit]) -> BodyHit:
    """A body at this span: by its ending if it has one, else a firm."""
    ending = last_suffix(form)
    place = next((one for one in places if one.start == start and one.end < end), None)
    anchor, core = ("word", start) if place is None else ("place", place.end)
    if ending is None or ending.kind is not Kind.INSTITUTION:
        return BodyHit(start, end, Kind.INSTITUTION, "", "company", anchor, core)
    return BodyHit(start, end, Kind.INSTITUTION, ending.text, ending.category, anchor, core)
