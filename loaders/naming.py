"""The grammar of the names of bodies: place + ordinal + core + kind.

Numerals and stems decide that two names differ (第四中学, 第七中学); places before them and
customary short forms decide nothing (一中 = 第一中学, 教体局 = 教育和体育局).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from ..ontology.records import Kind, PlaceLevel
from .gazetteer import Division, divisions
from .suffixes import last_suffix, suffixes, universities

__all__ = ["BodyName", "body_place", "core_name", "parent_body", "parse_body", "parse_body_in"]

PARTIES = ("九三学社", "民革", "民盟", "民建", "民进", "农工党", "致公党", "台盟", "共青团", "中共")
_PARTY_LONG = {
    "中国国民党革命委员会": "民革",
    "中国民主同盟": "民盟",
    "中国民主建国会": "民建",
    "中国民主促进会": "民进",
    "中国农工民主党": "农工党",
    "中国致公党": "致公党",
    "台湾民主自治同盟": "台盟",
    "中国共产主义青年团": "共青团",
    "中国共产党": "中共",
    "农工民主党": "农工党",
}
_PARTY_SIGNS = frozenset("九民农致台共中社团")
_NUMERALS = "一二三四五六七八九十百"
_NUMERAL = re.compile(
    rf"第?([{_NUMERALS}]+|[0-9]{{1,3}})(?=中|小|高|幼|初|职|完|附|实验|民族|中心)"
)
# Short for long, in this order; each is one body whichever way it is written.
_LONG = (
    (re.compile(r"(?<=[中小])学校$"), "学"),
    (re.compile(r"完小$|完全小学$"), "完全小学"),
    (re.compile(r"附中$"), "附属中学"),
    (re.compile(r"附小$"), "附属小学"),
    (re.compile(r"附幼$"), "附属幼儿园"),
    (re.compile(rf"(?<=[{_NUMERALS}])中$"), "中学"),
    (re.compile(rf"(?<=[{_NUMERALS}])小$"), "小学"),
    (re.compile(rf"(?<=[{_NUMERALS}])幼$"), "幼儿园"),
    (re.compile(r"职教中心$|职业技术教育中心$"), "职业教育中心"),
    (re.compile(r"职高$|职业高中$|职业中学$|职中$"), "职业高级中学"),
    (re.compile(r"(?<!职业)高中$"), "高级中学"),
    (re.compile(r"初中$"), "初级中学"),
    (re.compile(r"特校$|特教学校$"), "特殊教育学校"),
    (re.compile(r"职校$"), "职业学校"),
    (re.compile(r"教师进修(?:学院|校)$"), "教师进修学校"),
    (re.compile(r"师大(?=$|附)"), "师范大学"),
    (re.compile(r"师专(?=$|附)"), "师范高等专科学校"),
    (re.compile(r"教体局|教育和体育局"), "教育体育局"),
    (
        re.compile(r"教科体局|教体科局|教育(?:科技|和科学技术|科技和)?体育(?:科技|和科学技术)?局"),
        "教育体育局",
    ),
    (re.compile(r"教科局|教育和科技局|教育(?:和)?科学技术局"), "教育科技局"),
    (re.compile(r"教委"), "教育委员会"),
    (re.compile(r"教科院"), "教育科学研究院"),
    (re.compile(r"教科所"), "教育科学研究所"),
    (re.compile(r"教研室"), "教学研究室"),
    (re.compile(r"扶贫开发办公室"), "扶贫办"),
    (re.compile(r"(?<!人民)政府"), "人民政府"),
    (re.compile(r"政府办(?=$)"), "政府办公室"),
    (re.compile(r"前指"), "前方指挥部"),
    (re.compile(r"工商业联合会"), "工商联"),
    (re.compile(r"妇女联合会"), "妇联"),
    (re.compile(r"青联(?!会)"), "青年联合会"),
    (re.compile(r"科学技术协会"), "科协"),
    (re.compile(r"人大常委会"), "人大"),
    (re.compile(r"教育工委$"), "教育工作委员会"),
    (re.compile(r"团委$"), "共青团委员会"),
)
_ANY_SHORT = re.compile("|".join(pattern.pattern for pattern, _ in _LONG) + f"|{_NUMERAL.pattern}")
_COMMITTEE = re.compile(r"^(?:[省市县区州镇乡旗]|自治[区县州])?委(?:员会|会)?")
_LEVELS = "省市县区州旗盟镇乡"


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyName:
    """A name taken apart. `core` is normalised and, within `place`, identifies the body.

    `place` is None where the name shows none that is sure; `ordinal` counts from 1; `stage` is a
    code of the stage scheme, for schools alone.
    """

    place: Division | None
    core: str
    ordinal: int | None = None
    suffix: str = ""
    stage: str | None = None
    institution_kind: str | None = None
    name: str = ""

    @property
    def department_of(self) -> str | None:
        """The parent body that the name itself shows, as :func:`parent_body`."""
        return parent_body(self.name)


def parse_body(name: str) -> BodyName:
    """Take the name of a school or body apart."""
    return _parse(name, frozenset())


def parse_body_in(name: str, context: Collection[str]) -> BodyName:
    """The same, with the codes of the places that the document names to decide on namesakes."""
    return _parse(name, frozenset(context))


def body_place(name: str, context: Collection[str]) -> str | None:
    """The code of the place in the body's name, with the codes of other places to decide ties.

    A university lies in the place that its name begins with (四川|师范大学) or, by the list of
    universities, in one that the document names; a list alone is no word of the document.
    """
    place = _parse(name, frozenset(context)).place
    if place is not None:
        return place.adcode
    bare = _bare(name)
    for province, city in _university_at(bare)[:1]:
        for code in (city, province):
            division = divisions().by_code(code or "")
            if division is not None and (code in context or bare.startswith(division.forms)):
                return division.adcode
    return None


def core_name(name: str) -> str:
    """The part of the name that identifies the body within its place, in its long form."""
    return parse_body(name).core


def parent_body(name: str) -> str | None:
    """The body that this one is a department of, by its name alone: 教育厅教师工作处 → 教育厅."""
    table = suffixes()
    for end in range(len(name) - 2, 1, -1):
        rest = name[end:]
        if rest[0] in "长员附" or (rest in table and table[rest].category == "campus"):
            continue
        head = name[:end]
        found = last_suffix(head)
        vague = found is None or found.category in ("generic", "media") or head == found.text
        if vague and head not in universities():
            continue
        # 师范|大学 and 人民|政府: the ending of the whole must begin after the head.
        whole = last_suffix(name)
        office = rest in table and table[rest].kind is Kind.INSTITUTION
        if whole is not None and len(rest) < len(whole.text) and not office:
            continue
        return head
    return None


@lru_cache(maxsize=4096)
def _parse(name: str, context: frozenset[str]) -> BodyName:
    text = _bare(name)
    party, text = _party(text)
    chain, used = _place_chain(text, context)
    rest = text[used:]
    if not party:
        party, rest = _party(rest)
    place = chain[-1] if chain else None
    found = last_suffix(text)
    core = party + _core(rest, party, bool(used))
    ordinal = _NUMERAL.search(core)
    return BodyName(
        place=place,
        core=core,
        ordinal=_value(ordinal[1]) if ordinal else None,
        suffix=found.text if found else "",
        stage=found.stage if found else None,
        institution_kind=found.category if found and found.kind is Kind.INSTITUTION else None,
        name=name,
    )


def _bare(name: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》]", "", name).replace("（", "(").replace("）", ")")


def _party(text: str) -> tuple[str, str]:
    if text[:1] not in _PARTY_SIGNS:
        return "", text
    for long, short in _PARTY_LONG.items():
        if text.startswith(long):
            return short, text[len(long) :]
    for short in PARTIES:
        if text.startswith(short) and len(text) > len(short):
            return short, text[len(short) :]
    for short, long in (("社", "九三学社"), ("团", "共青团")):
        rest = text.removeprefix(short)
        if rest == text or not re.search(r"委(?:员会|会)?|中央|支社", rest):
            continue
        if _place_chain(rest, frozenset())[0] or rest[0] in "省市县区州中":
            return long, rest
    return "", text


def _university_at(text: str) -> list[tuple[str, str | None]]:
    """The seats of the universities whose names the text begins with, the longest name first."""
    table = universities()
    return [table[text[:end]] for end in range(len(text), 3, -1) if text[:end] in table]


def _place_chain(text: str, context: frozenset[str]) -> tuple[list[Division], int]:
    """The places at the head of the name, each within the one before, and how far they reach."""
    chain: list[Division] = []
    used = 0
    while used < len(text) and not _university_at(text[used:]):
        step = _place_at(text, used, chain, context)
        if step is None:
            break
        division, end = step
        chain.append(division)
        used = end
    return chain, used


def _place_at(
    text: str, start: int, chain: list[Division], context: frozenset[str]
) -> tuple[Division, int] | None:
    gazetteer = divisions()
    for end in range(min(len(text), start + 15), start + 1, -1):
        form = text[start:end]
        found = gazetteer.candidates(form)
        if not found or (end == len(text)):
            continue
        if chain:
            above = chain[-1].adcode
            found = tuple(d for d in found if gazetteer.within(d.adcode, above))
            if found:
                # 洛南县洛南中学: the name of the county once more adds nothing.
                return found[0], end
            continue
        division = found[0] if len(found) == 1 else gazetteer.resolve(form, context)
        if division is None and found[0].level is PlaceLevel.PROVINCE:
            division = found[0]
        if division is None:
            return None
        if text.startswith(("镇", "乡", "街道"), end) and form[-1] not in _LEVELS:
            continue  # 龙潭镇 is not 龙潭区
        ending = last_suffix(text)
        left = len(text) - end - (len(ending.text) if ending else 0)
        if left == 1 and form[-1] not in _LEVELS and text[end] not in _LEVELS:
            continue  # 西华|池小学: one character alone is no name, so the cut is wrong
        careful = form in division.common_words or form in division.person_like
        if careful and division.adcode not in context:
            continue
        return division, end
    return None


def _core(rest: str, party: str, placed: bool) -> str:
    """The rest of the name in its one long form."""
    if placed or party:
        match = _COMMITTEE.match(rest)
        if match:
            head = "" if party else "中共"
            return head + "委员会" + _lengthened(rest[match.end() :])
    elif (match := re.match(rf"^[{_LEVELS}]委(?!员会)(?:会)?", rest)) is not None:
        return "中共委员会" + _lengthened(rest[match.end() :])
    if len(rest) > 3 and rest[0] in _LEVELS and not placed and last_suffix(rest[1:]) is not None:
        rest = rest[1:]
    return _lengthened(rest)


def _lengthened(text: str) -> str:
    if not _ANY_SHORT.search(text):
        return text
    for pattern, long in _LONG:
        text = pattern.sub(long, text)
    return _NUMERAL.sub(lambda match: f"第{_chinese(match[1])}", text)


def _chinese(number: str) -> str:
    if not number.isdigit():
        return number
    value = int(number)
    if value >= 100:
        return number
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十"
    return head + (_NUMERALS[ones - 1] if ones else "")


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    total, digit = 0, 0
    for sign in number:
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = _NUMERALS.index(sign) + 1
    return total + digit
