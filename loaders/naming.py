"""The grammar of the names of bodies: place + ordinal + core + kind.

Numerals and stems decide that two names differ (第四中学, 第七中学); places before them and
customary short forms decide nothing (一中 = 第一中学, 教体局 = 教育和体育局).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from ..ontology.bodynames import (
    NUMERAL,
    PARTIES,
    committee_core,
    lengthened,
    ordinal_of,
    party_of,
)
from ..ontology.records import Kind, PlaceLevel
from .gazetteer import Division, divisions
from .later import later
from .suffixes import last_suffix, suffixes, universities

__all__ = [
    "PARTIES",
    "BodyName",
    "body_place",
    "core_name",
    "is_sent",
    "parent_body",
    "parse_body",
    "parse_body_in",
    "town_stem",
]

_LEVELS = "省市县区州旗盟镇乡"
_LEVELS_OR_NUMBERS = f"{_LEVELS}一二三四五六七八九十"
_TOWN = later("(?:[一-旎旐-龥]{1,3}族)*(?:镇|乡|街道)$")
_CITIES = (PlaceLevel.PROVINCE, PlaceLevel.PREFECTURE)


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
    universities, in one that the document names; a list alone is no word of the document. None for
    a name like 南开中学 where the document speaks of other provinces than that of the short form.
    """
    place = _parse(name, frozenset(context)).place
    bare = _bare(name)
    if (campus := _campus(bare, context)) is not None:
        return campus
    if place is not None:
        return None if _elsewhere(place, bare, context) else place.adcode
    for province, city in _university_at(bare)[:1]:
        for code in (city, province):
            division = divisions().by_code(code or "")
            if division is not None and (code in context or bare.startswith(division.forms)):
                return division.adcode
    return None


_SENT_TO = later(
    "(?:对口(?:支援|帮扶|协作|合作)?|驻|帮扶|支援|工作队|指挥部)[一-龥]{2,}(?:组|队|部|办|处)$"
)


def is_sent(name: str) -> bool:
    """Whether the place that a team's name begins with sent it to another: 甲市驻乙县工作组."""
    return _SENT_TO.search(name) is not None


_CAMPUS = later(r"大学\((?P<named>[一-龥]{2,4})\)$|(?:大学|学院|\))(?P<at>[一-龥]{2,6}?)校区$")


def _campus(bare: str, context: Collection[str]) -> str | None:
    """Where the campus of a university lies that is called by a city: 某大学(北京), 某大学威海校区.

    A county's name must be told by the document: 沙河校区 is a campus within a city.
    """
    found = _CAMPUS.search(bare)
    if found is None:
        return None
    for division in divisions().candidates(found["named"] or found["at"]):
        if division.level in _CITIES or division.adcode in context:
            return division.adcode
    return None


def _elsewhere(place: Division, bare: str, context: Collection[str]) -> bool:
    """Whether a county's short form is all that speaks for a province that nothing else names."""
    if place.level is not PlaceLevel.COUNTY or place.name in bare or not context:
        return False
    above = {form for d in divisions().chain(place.adcode) if d != place for form in d.forms}
    named_above = any(form in bare for form in above)
    return not named_above and all(code[:2] != place.adcode[:2] for code in context)


def core_name(name: str) -> str:
    """The part of the name that identifies the body within its place, in its long form."""
    return parse_body(name).core


@lru_cache(maxsize=1 << 14)
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


@lru_cache(maxsize=131_072)
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
    ordinal = NUMERAL.search(core)
    return BodyName(
        place=place,
        core=core,
        ordinal=ordinal_of(ordinal[1]) if ordinal else None,
        suffix=found.text if found else "",
        stage=found.stage if found else None,
        institution_kind=found.category if found and found.kind is Kind.INSTITUTION else None,
        name=name,
    )


def _bare(name: str) -> str:
    return re.sub(r"[\s“”\"'‘’《》]", "", name).replace("（", "(").replace("）", ")")


def _party(text: str) -> tuple[str, str]:
    party, left = party_of(text)
    if party:
        return party, left
    for short, long in (("社", "九三学社"), ("团", "共青团")):
        rest = text.removeprefix(short)
        if rest == text or not re.search(r"委(?:员会|会)?|中央|支社", rest):
            continue
        if _place_chain(rest, frozenset())[0] or rest[0] in "省市县区州中":
            return long, rest
    return "", text


@lru_cache(maxsize=1 << 14)
def _university_at(text: str) -> tuple[tuple[str, str | None], ...]:
    """The seats of the universities whose names the text begins with, the longest name first."""
    table = universities()
    return tuple(table[text[:end]] for end in range(len(text), 3, -1) if text[:end] in table)


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
    if not gazetteer.may_begin(text, start):
        return None
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
        if division is None and (
            found[0].level is PlaceLevel.PROVINCE
            or all(gazetteer.within(one.adcode, found[0].adcode) for one in found)
        ):
            division = found[0]  # 喀什: the prefecture where its city may be meant
        if division is None:
            return None
        if text.startswith(("镇", "乡", "街道"), end) and form[-1] not in _LEVELS:
            continue  # 龙潭镇 is not 龙潭区
        ending = last_suffix(text)
        left = len(text) - end - (len(ending.text) if ending else 0)
        if left == 1 and form[-1] not in _LEVELS and text[end] not in _LEVELS_OR_NUMBERS:
            continue  # 西华|池小学: one character alone is no name, so the cut is wrong
        careful = form in division.common_words or form in division.person_like
        if careful and not {division.adcode, division.parent} & set(context):
            continue
        return division, end
    return None


def _core(rest: str, party: str, placed: bool) -> str:
    """The rest of the name in its one long form."""
    if placed or party:
        if (found := committee_core(rest, party)) is not None:
            return found
    elif (match := re.match(rf"^[{_LEVELS}]委(?!员会)(?:会)?", rest)) is not None:
        return "中共委员会" + lengthened(rest[match.end() :])
    if len(rest) > 3 and rest[0] in _LEVELS and not placed and last_suffix(rest[1:]) is not None:
        rest = rest[1:]
    return lengthened(rest)


def town_stem(name: str) -> str:
    """The name of a township without its level: 木门镇 → 木门."""
    return _TOWN.sub("", name)
