"""Gifts to 学校, 孩子们, 全校师生: to the school at which the passage takes place.

某公司向学校捐赠电脑 tells who is helped, though not by name. The school is the last one that the
passage says it is in, or that the page says is helped, or the only one of the page.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_listed_university
from ..entities.sides import contains, direction, is_firm
from .actors import site_before
from .claims import Claim, claims_in
from .clauses import clause_views
from .symbols import View
from .topic import subjectless_claims

__all__ = ["site_claims"]

_PUPILS = r"(?:学生|师生|孩子|同学|学子|小朋友|新生|教师|老师)们?"
_WHO = (
    r"(?:[\d一二三四五六七八九十百千余多]{1,6}名|贫困|困难|特困|家庭(?:经济)?困难"
    r"|留守|品学兼优|受助|优秀|全体|在场|全校|在校|的)"
)
_SCHOOL = later(
    rf"(?:(?<=[向为给])|(?<=用于)|(?<=用来))(?:(?:(?:该|我|这所|受捐|受助|当地)?学校|(?:该|这所)(?:小学|中学|幼儿园|园|完小)|该校|我校|全校|校方)(?:的?{_WHO}{{0,3}}{_PUPILS})?|{_WHO}{{0,4}}{_PUPILS}|孩子们)"
    "(?=[^\ue000-\ue004。！？；，\n]{0,20}?(?:捐|赠|送|发放|带来|配备|购置|资助|添置|献上|援建|安装|提供|购买|开展|上[了一]|授课|辅导|更换|修建|新建|翻修|改造|硬化|筹集|募集|打了?[一两][口眼]|打井))"
    r"|(?<=[送递交发寄]到)(?:了)?(?:(?:全校|在场|每[一个位名]{1,2})?(?:孩子|学生|同学|师生|小朋友)们?的?)(?=手[里中上]|面前|身边)"
    #: 把图书交到校长某某手中
    r"|(?<=[送递交发]到)(?:了)?(?:校长|园长|学校负责人|校方代表?)\ue004?(?=(?:的)?手[里中上])"
    #: 某公司与学校结成对子
    r"|(?<=[与和同跟])(?:我们学校|我校|该校|学校)(?=[^\ue000-\ue004。！？；，\n]{0,6}(?:结对|结成|结为|签订|签约|牵手))"
    #: 校内的教学楼是某某捐资修建的
    r"|(?:(?<=[，；。])|(?<=^))(?:校内|校园[内里]|学校|该校)(?=的[^\ue000-\ue004。！？；，\n]{2,14}是?[^\ue000-\ue004。！？；，\n]{0,10}由"
    "[^\ue000-\ue004。！？；，\n]{0,8}[\ue000-\ue002\ue004][^。！？；，\n]{0,14}(?:捐|援建|资助|出资|配备))"
    #: 我们学校的跑道是某市援建的
    r"|(?:我们学校|我校|学校|该校)(?=的[^\ue000-\ue004。！？；，\n]{2,14}(?:都|全)?是[^\ue000-\ue004。！？；，\n]{0,4}[\ue000-\ue002\ue004]"
    r"[^。！？；，\n\ue000-\ue004]{0,8}(?:捐|援建|资助|出资|配备))"
)
#: “……”某小学校长某某说
_SAYS = later(
    "\ue001[^，。；\ue000-\ue004]{0,12}\ue004?[^，。；\ue000-\ue004]{0,8}(?:说|介绍|表示|告诉|感慨|坦言|回忆)"
)
#: 志愿者在这里开展支教: where the passage has just been
_THERE = later(
    r"(?<=[在到临进])(?:这里|此地|学校|该校|我校|校园里?)(?=[^\ue000-\ue004。！？；，\n]{0,6}(?:开展|支教|任教|上课|授课|送教|举办|开设|义诊))"
)
#: 校友某某捐资支持母校建设
_MOTHER = later(
    "(?:(?<=[向为给])|(?<=支持)|(?<=回报)|(?<=回馈)|(?<=反哺)|(?<=助力)|(?<=改善)|(?<=资助))母校"
)


#: 为两所学校添置, 每所学校由甲捐赠: all schools of the list before
_SEVERAL = later(
    r"(?:(?<=[向为给到])|(?<=用于)|(?<=帮助)|(?<=支持)|(?<=资助)|(?<=走进)|(?:(?<=^)|(?<=[，；。：]))(?=[^，；。]{2,10}由))"
    r"(?:(?:这|上述|以上|受[捐助赠])?(?P<n>[两二三四五六七八九]|\d{1,2})[所个家](?:[一-鿿]{0,4}?)(?:学校|小学|中学|幼儿园|校(?!长|园|服|区)|园(?!长))|(?P<two>两[校园])(?!长)"
    r"|(?:每所|各|这些|上述|以上|受[捐助赠])学校|每校|各校(?!长))"
)
_LISTED = later("\ue001(?:[、和与及，；]{1,2}(?:\ue000+的?)?\ue001){1,11}")
_NUMBERS = "零一二三四五六七八九"
_GAP = 3  # characters from one sentence to the next


@dataclass(frozen=True, slots=True)
class _Sited:
    """A sentence in which a bare 学校 stands for `schools`."""

    view: View
    schools: tuple[Mention, ...]


def site_claims(
    text: str, views: Sequence[View], read: Sequence[Claim], context: frozenset[str]
) -> Iterator[Claim]:
    """The claims of sentences that name the school only as 学校, 孩子们 and the like."""
    sited = tuple(_sited_views(text, views, read))
    yield from _sited_claims(sited, context)
    if sited:
        # nor does every such sentence name who gives
        put_in = {one.view.places[0]: one for one in sited}
        seen = [put_in[v.places[0]].view if v.places[0] in put_in else v for v in views]
        headed: dict[Mention, list[Claim]] = {}
        for claim in subjectless_claims(text, seen, read, context, put_in):
            headed.setdefault(claim.recipient, []).append(claim)
        told = {school: one for one in sited for school in one.schools}
        for school, one in told.items():
            yield from _told_of_site(one, headed.get(school, ()), context)


def _sited_views(text: str, views: Sequence[View], stated: Sequence[Claim]) -> Iterator[_Sited]:
    """The sentences that give to a school without its name, with the school put in."""
    recipients = {c.recipient.key for c in stated}
    helpers = {c.helper.key for c in stated} - recipients
    named = {
        m.key: m
        for found in views
        for m in found.mentions.values()
        if m.kind is Kind.SCHOOL and m.key not in helpers and not is_listed_university(m)
    }
    sole = next(iter(named.values())) if len(named) == 1 else None
    site: Mention | None = None
    left: Mention | None = None
    listed: list[tuple[Mention, ...]] = []
    before = 0
    for found, behind in itertools.zip_longest(views, views[1:]):
        if site is not None and "\n\n" in text[before : found.places[0]]:
            site = None
        before = found.ends[-1]
        schools = {i: m for i, m in sorted(found.mentions.items()) if m.kind is Kind.SCHOOL}
        for match in _MOTHER.finditer(found.symbols):
            near = {m.key: m for i, m in schools.items() if i < match.start()}
            school = next(iter(near.values()), left or sole)
            if school is not None and len(near) < 2:
                yield _Sited(_with(found, match.start(), match.end(), (school,)), (school,))
                break
        for match in _SEVERAL.finditer(found.symbols):
            every = _last_list(match, found, listed, named)
            if every:
                yield _Sited(_with(found, match.start(), match.end(), every), every)
                break
        for match in (*_SCHOOL.finditer(found.symbols), *_THERE.finditer(found.symbols)):
            here = site_before(found, match.start(), helpers, recipients)
            school = (here[0] if here else None) or _speaker(text, found, behind) or site or sole
            if school is not None:
                yield _Sited(_everywhere(found, match, school), (school,))
                break
        listed = _lists(found, len(found.symbols)) or listed
        left = next(reversed(schools.values()), left)
        last = site_before(found, len(found.symbols), helpers, recipients)
        site = last[0] if last else site


def _speaker(text: str, found: View, behind: View | None) -> Mention | None:
    """The school of the one who said the sentence, where the next one tells who it was."""
    if (
        behind is None
        or behind.places[0] - found.ends[-1] > _GAP
        or "“" not in text[max(0, found.places[0] - 1) : found.ends[-1]]
    ):
        return None
    return behind.mentions[0] if _SAYS.match(behind.symbols) else None


def _lists(found: View, stop: int) -> list[tuple[Mention, ...]]:
    """The lists of schools before `stop`, the last one first."""
    every = [
        tuple(m for m in found.at(*match.span()) if m.kind is Kind.SCHOOL)
        for match in _LISTED.finditer(found.symbols, 0, stop)
    ]
    return every[::-1]


def _last_list(
    match: re.Match[str],
    found: View,
    listed: Sequence[tuple[Mention, ...]],
    named: Mapping[str, Mention],
) -> tuple[Mention, ...]:
    """The schools for which 两所学校 stands: the last list of that many, or all there are."""
    count = 2 if match["two"] else 0
    if match["n"]:
        count = int(match["n"]) if match["n"].isdigit() else _NUMBERS.find(match["n"])
        count = 2 if match["n"] == "两" else count
    for run in (*_lists(found, match.start()), *listed):
        schools = tuple({m.key: m for m in run if m.key in named}.values())
        if len(schools) == len(run) and (count == len(run) or (not count and len(run) > 1)):
            return schools
    return tuple(named.values()) if count == len(named) > 1 else ()


def _everywhere(found: View, match: re.Match[str], school: Mention) -> View:
    """The view with `school` for this 学校 and each one behind it in the sentence."""
    every = [m for m in _SCHOOL.finditer(found.symbols) if m.start() >= match.end()]
    for one in (*reversed(every), match):
        found = _with(found, one.start(), one.end(), (school,))
    return found


def _with(found: View, start: int, end: int, schools: Sequence[Mention]) -> View:
    """The view with the names of `schools` for what stands at ``symbols[start:end]``."""
    new = "、".join("\ue001" for _ in schools)
    shift = end - start - len(new)
    place, last = found.places[start], found.ends[end - 1]
    return View(
        found.symbols[:start] + new + found.symbols[end:],
        (*found.places[:start], *([place] * len(new)), *found.places[end:]),
        (*found.ends[:start], *([last] * len(new)), *found.ends[end:]),
        {
            **{i if i < start else i - shift: m for i, m in found.mentions.items()},
            **{start + 2 * i: m for i, m in enumerate(schools)},
        },
    )


def _sited_claims(sited: Sequence[_Sited], context: Collection[str]) -> Iterator[Claim]:
    """The claims of these sentences about the schools put in."""
    for one in sited:
        every = (
            *claims_in(one.view),
            *(c for part in clause_views(one.view) for c in claims_in(part)),
        )
        yield from _told_of_site(one, every, context)


def _gives(side: Mention) -> bool:
    """Whether of two partners it helps the school: a firm, a foundation, a university."""
    return is_firm(side) or is_listed_university(side) or side.name.endswith("基金会")


def _told_of_site(
    one: _Sited, claims: Sequence[Claim], context: Collection[str]
) -> Iterator[Claim]:
    """Of the claims of a sentence those that say who gives to the school put in."""
    for claim in claims:
        helper = claim.helper
        if not claim.directed and claim.helper in one.schools and _gives(claim.recipient):
            # 学校与某公司结对: of the two the school is helped
            helper = claim.recipient
            claim = replace(claim, helper=helper, recipient=claim.helper, directed=True)
        elif not claim.directed and _gives(helper):
            claim = replace(claim, directed=True)
        school = next((m for m in one.schools if claim.recipient is m), None)
        if school is None or not claim.directed:
            continue
        if any(helper.key == one_of.key for one_of in one.schools):
            # 银行牵手甲小学，保险公司牵手乙小学，为两所学校捐赠: neither gives to the other
            continue
        if contains(helper, school, context) and helper.kind is not Kind.PERSON:
            continue
        if contains(school, helper, context) or (
            helper.kind is not Kind.PERSON
            and direction(helper, school, context=context, rural=False) < 0
        ):
            continue
        yield replace(
            claim, confidence=0.65, inferred=True,
            support=(*claim.support, (school.start, school.end)),
        )  # fmt: skip
