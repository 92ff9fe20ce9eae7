"""Which body a post belongs to where the text leaves it out or says it short.

县委副书记、县长某某 names neither the county nor its government: both come from what the text has
said before.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache

from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ..entities.colleges import is_college
from ..entities.ours import is_unknown_own
from ..page.sentences import sentence_around

__all__ = ["ELIDED", "antecedent", "department_of", "fitting", "nearest_school", "school_of_office"]

ELIDED = later(
    r"(?<!团)(?:省|市|县|区|州|旗|盟|镇|乡|地)(?:委|人民政府|政府|政协|人大常委会|人大|纪委|教育局|教体局|教科局|教委|教工委|教育工委)"
)
_GOVERNMENT = later("^(?:常务|代)?副?[省市县区州旗盟镇乡]长$|^副?专员$")
"""Heads of a place."""
_INNERMOST = later("(?:^|[省市州盟区])([^省市县区州旗盟]{1,7}[市县区州旗盟])$")
_COMMITTEE = later("委员会$|[省市县区州旗盟镇乡]委$|[镇乡]党委$|街道党工委$")
_GOVERNS = later("政府$|公署$|行署$|管委会$|管理委员会$|办事处$")
_BUREAU_POST = later("^(?:常务)?副?局长$")
_NO_BUREAU = later("工委$|工作委员会$|党[委组]$")
_HEADLINE = 24
"""Characters that a headline within a page has at most."""
_NEAR = 40
"""Characters over which the bureau of a post is sought."""
_PARTY_POST = later("^(?:常委|候补委员)$")


_ELSEWHERE = later("(?:来自|赴|毕业于|考入|考上|就读于)$")
_VENUE = later("[^，。；\n]{0,8}(?:会议室|报告厅|礼堂|多功能厅|体育馆|操场|阶梯教室)")
"""What stands behind a school in which others only meet: 在某校会议室召开."""


def nearest_school(mentions: Sequence[Mention], at: int, text: str) -> Mention | None:
    """The school that 校长 at `at` belongs to where none stands beside it.

    A school named before in the same sentence; else the page's own (我校); else the last one of the
    paragraph; None if there is none, or if 我校 stands there, or before it in the sentence, and
    nobody can tell whose it is.
    """
    if is_unknown_own(text, at, mentions):
        return None
    schools = [
        m
        for m in mentions
        if m.kind is Kind.SCHOOL and not _ELSEWHERE.search(text, max(0, m.start - 3), m.start)
    ]
    met = [m for m in schools if text[m.start - 1 : m.start] == "在" and _VENUE.match(text, m.end)]
    if any(m.start < at and m.key not in {one.key for one in met} for m in schools):
        schools = [m for m in schools if m not in met]
    sentence, _ = sentence_around(text, at, at)
    near = [m for m in schools if sentence <= m.start < at]
    if near:
        whose = _unnamed_own(text, mentions, sentence, at)  # 我校校长甲到B校，副校长乙陪同
        return None if whose else _of_sentence(near, schools, at, text)
    paragraph = text.rfind("\n", 0, at)
    near = [m for m in schools if paragraph < m.start < at]
    if near and text[near[-1].start] == "该":
        return near[-1]
    own = [m for m in schools if text[m.start : m.end] in ("我校", "我园", "本校", "本园", "我院")]
    if own:
        return own[0]
    schools = [m for m in schools if not m.name.endswith("校区")]
    near = [m for m in near if m in schools] or _headed(schools, paragraph, text)
    if near:
        return near[-1]
    if any(not is_college(m.name) for m in schools):
        schools = [m for m in schools if not is_college(m.name)]
    told = Counter(m.key for m in schools)
    if not told or (schools[0].start >= 80 and len(told) > 1):
        return _before_paragraph(schools, at, text)
    if max(told.values()) == 1 and _unnamed_own(text, mentions):
        return None
    # a portrait tells of the school it names most, not of the one that comes first
    before = [m for m in schools if m.start < at] or schools
    often = max(before, key=lambda m: (told[m.key], -m.start))
    return often if told[often.key] > told[schools[0].key] else schools[0]


def _headed(schools: Sequence[Mention], end: int, text: str) -> list[Mention]:
    """The one school of a headline right above a paragraph: 【某市·某幼儿园】."""
    start = text.rfind("\n", 0, max(0, end)) + 1
    if not 0 < start < end or end - start > _HEADLINE or text[end - 1] in "。！？”":
        return []
    near = {m.key: m for m in schools if start <= m.start < end}
    return list(near.values()) if len(near) == 1 else []


def _before_paragraph(schools: Sequence[Mention], at: int, text: str) -> Mention | None:
    """The one school of the paragraph before, if none was named more often up to there."""
    end = text.rfind("\n", 0, at)
    start = text.rfind("\n", 0, max(0, end)) + 1
    near = {m.key: m for m in schools if start <= m.start < end}
    told = Counter(m.key for m in schools if m.start < end)
    if len(near) != 1:
        return None
    (school,) = near.values()
    return school if told[school.key] == max(told.values()) else None


_OF_DEPARTMENT = later("^(?:常务)?副?(厅)长$")


def department_of(title: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one 厅 of a page, of which somebody is told to be a head: 副厅长某."""
    head = _OF_DEPARTMENT.search(title)
    if head is None:
        return None
    bodies = {m.key: m for m in mentions if m.kind is Kind.INSTITUTION and m.name.endswith(head[1])}
    return next(iter(bodies.values())) if len(bodies) == 1 else None


_OWN = later("[我本](?:校|园)(?![长区园友内外舍服])")


def _unnamed_own(
    text: str, mentions: Sequence[Mention], low: int = 0, high: int | None = None
) -> bool:
    """Whether the text says 我校 and nobody can tell which: its heads are at none that it names."""
    owns = _owns(text)
    owns = owns[bisect_left(owns, low) : len(owns) if high is None else bisect_left(owns, high)]
    return bool(owns) and not {m.start for m in mentions}.issuperset(owns)


@lru_cache(maxsize=2)
def _owns(text: str) -> tuple[int, ...]:
    return tuple(own.start() for own in _OWN.finditer(text))


_HEAD = later("(?:党[委总支]|副?(?:校长|园长|书记))")


def _of_sentence(
    near: Sequence[Mention], schools: Sequence[Mention], at: int, text: str
) -> Mention:
    """The last school of the sentence whose head is not named otherwise, and that does not help.

    A校与B校签约，副校长甲与B校校长乙 …: 甲 is at A校. B校由A校托管，原校长: of B校.
    """
    _, end = sentence_around(text, at, at)
    headed = {m.key for m in schools if at < m.start < end and _HEAD.match(text, m.end)}
    fits = [m for m in near if m.key not in headed and text[m.start - 1 : m.start] != "由"]
    return fits[-1] if fits else near[-1]


def _place(mentions: Sequence[Mention], level: str, at: int) -> Mention | None:
    """The place of a level (县, 市 …) that was named last before `at`, else the first after it."""
    fits = [m for m in mentions if m.kind is Kind.PLACE and m.name.endswith(level)]
    before = [m for m in fits if m.start < at]
    return before[-1] if before else (fits[0] if fits else None)


def antecedent(word: str, at: int, mentions: Sequence[Mention]) -> Mention | None:
    """The body or place that 县委, 县政府 … at `at` means; None if the text does not say."""
    level, organ = word[0], word[1:]
    place = _place(mentions, level, at)
    if not organ or place is None:
        return place
    tails = {"委": ("委", "委员会"), "政府": ("政府",), "人民政府": ("政府",)}.get(organ, (organ,))
    root = place.name[:2]
    for m in mentions:
        fits = m.kind is Kind.INSTITUTION and m.name.endswith(tails) and root in m.name[:8]
        if fits and (organ != "委" or _COMMITTEE.search(m.name)):
            return m
    return place


def fitting(
    body: Mention,
    title: str,
    mentions: Sequence[Mention],
    governing: Collection[str] | None = None,
) -> Mention:
    """The body; for 副县长 the government, where the body is the committee or the place.

    `governing` are the keys of the governments that the text puts right before a post; others are
    only named for what they did, and the county is where its head serves. None means all.
    """
    if _GOVERNMENT.match(title):
        if body.kind is Kind.INSTITUTION and _GOVERNS.search(body.name):
            return body
        level = title[-2]
        if body.name == f"{level}委":  # of no known county, yet its head serves in no committee
            return replace(body, name=f"{level}政府", key=f"{level}政府")
        seat = body.name.removeprefix("中共").removesuffix("委员会").removesuffix("委")
        seat = seat.removesuffix("党")
        if body.kind is Kind.INSTITUTION and not _COMMITTEE.search(body.name):
            seat = seat[: seat.rfind(level) + 1]  # 甲镇人大主席某，副镇长: of 甲镇
            if len(seat) < 2:
                return body
        inner = _INNERMOST.search(seat)
        root = inner[1][:2] if inner is not None and body.kind is not Kind.PLACE else seat[:2]
        for m in mentions:
            if (
                m.kind is Kind.INSTITUTION
                and m.name.endswith((level + "政府", level + "人民政府"))
                and root in m.name
                and (governing is None or m.key in governing)
            ):
                return m
        if body.kind is Kind.PLACE:
            return body
        places = [m for m in mentions if m.kind is Kind.PLACE and m.name.endswith(level)]
        inside = [m for m in places if seat.endswith((m.name, m.name[:2] + level))]
        inside = inside or [m for m in places if m.name.startswith(root) or m.name[:2] in seat]
        return inside[0] if inside else _named_place(body, seat, level)
    if _BUREAU_POST.match(title) and _NO_BUREAU.search(body.name):
        # 教体局局长某、教体工委委员、副局长某
        near = [m for m in mentions if m.end <= body.start and m.kind is Kind.INSTITUTION]
        near = [m for m in near if m.name.endswith("局") and body.start - m.end < _NEAR]
        whole = _NO_BUREAU.sub("", body.name)
        if not near and whole.endswith("局"):  # 甲县教育局工委委员、副局长某
            same = [m for m in mentions if m.name == whole]
            return same[0] if same else replace(body, name=whole, key=whole)
        return near[-1] if near else body
    if _PARTY_POST.match(title) and body.name.endswith("政府"):
        root = body.name[:2]
        for m in mentions:
            if m.kind is Kind.INSTITUTION and _COMMITTEE.search(m.name) and root in m.name[:8]:
                return m
    return body


def _named_place(body: Mention, seat: str, level: str) -> Mention:
    """The county whose committee `body` is, where the text names it nowhere else."""
    if level in "镇乡" and body.kind is Kind.INSTITUTION and seat.endswith(level):
        town = re.split("[省市县区州旗盟]", seat)[-1]
        return _part(body, town, town) if len(town) > 2 else body
    if not seat.endswith(level):
        return body
    seat = seat[:-1] if seat[-2:-1] == level else seat  # 某自治县|县委
    near = [m for m in (body.key,) if m.isdigit()]
    for start in range(len(seat) - 1):
        outer = seat[:start]
        if outer and outer[-1] not in "省市州盟区" and divisions().resolve(outer, near) is None:
            continue
        division = divisions().resolve(seat[start:], near)
        if division is not None:
            return _part(body, division.name, division.adcode)
    return body


def _part(body: Mention, name: str, key: str) -> Mention:
    """The place that the name of `body` says, where it says it if the text has the whole name."""
    at = body.name.find(name)
    start, end = body.start, body.end
    if at >= 0 and end - start == len(body.name):
        start, end = start + at, start + at + len(name)
    return replace(body, kind=Kind.PLACE, name=name, key=key, start=start, end=end)


_PARTY_OF_SCHOOL = later(
    "(?P<school>[一-鿿]{2,}(?:中学|小学|学校|幼儿园|高中|中心校|[一二三四五六七八九十]中))(?P<organ>(?:党委|党总支部?|党支部))$"
)
_PARTY_OF_COLLEGE = later("(?P<school>[一-鿿]{2,}(?:大学|学院))(?P<organ>党委)$")
_OFFICE_OF_SCHOOL = later(
    "(?:教务处|教导处|教科室|教研室|德育处|政教处|总务处|办公室|教务科|学生处|保卫科|团委|工会"
    "|[一-鿿]{0,4}(?:教研组|备课组|年级组|年级|学部))$"
)


def school_of_office(
    body: Mention, mentions: Sequence[Mention], text: str
) -> tuple[Mention, str] | None:
    """甲中学 and 德育处 of 甲中学德育处: a school's office is no body of its own.

    None for the offices of universities, which are, and for whatever is no office. The party's
    branch in a school is read likewise: 甲中学党总支|书记、校长某.
    """
    said = text[body.start : body.end]
    party = _PARTY_OF_SCHOOL.search(body.name)
    if party is None and text.startswith(("常委", "委员"), body.end):
        party = _PARTY_OF_COLLEGE.search(body.name)  # 某大学党委|常委、副校长
    if body.kind is Kind.INSTITUTION and party is not None:
        same = [m for m in mentions if m.kind is Kind.SCHOOL and m.name.endswith(party["school"])]
        name = party["school"]
        own = replace(body, kind=Kind.SCHOOL, name=name, key=name)
        return (same[0] if same else own), party["organ"]
    if body.kind is not Kind.INSTITUTION or not _OFFICE_OF_SCHOOL.search(said):
        return None
    for m in mentions:
        if m.kind is not Kind.SCHOOL or is_college(m.name):
            continue
        for form in (m.name, text[m.start : m.end]):
            if len(form) > 2 and said.startswith(form) and said != form:
                return m, said[len(form) :]
    return None
