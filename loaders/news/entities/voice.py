"""Who speaks: 我校, 我县, 该校 are names too, once it is known whose they are."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ..page.clean import Clean
from .colleges import is_listed_university
from .deixis import entered
from .publishing import ENDING, SIDES, ours
from .shortbodies import contracting, short_bodies
from .sides import codes_of

__all__ = ["with_deixis", "with_nested"]

_OURS = later(
    r"(?:我|本)(?P<what>校|园|院(?!长)|县|区|市|州|旗|省|盟)(?!长)|(?<=来)(?P<here>校|园|县|旗)(?=[支任挂交开送])"
    r"|(?:(?<=[。，；\n])|(?<=[。，；] )|(?<=说，)|(?<=代表))"
    r"(?P<self>学校)(?=\d{4}年|自\d|先后|累计|选派|派出|定点帮扶|共?投入|向|为[^了此])"
)
_THAT = later(
    r"该(?P<what>校|园|院(?!长|[系区])|县|区|市|州|旗|镇|乡)"
    r"|这所(?:学校|小学|中学|县中|幼儿园|(?P<high>大学|高校))"
    r"|该(?:教学楼|综合楼|宿舍楼|实训楼|校舍|楼)(?=[^，。；]{0,6}由)"
    r"|(?<!应)该(?P<body>会|协会|基金会|商会|公司|企业|集团|中心|工作室|支部)(?!议|[长员场])"
    r"|(?<=[向给为帮])(?P<taker>学校)(?=[捐赠送寄买购配添装修翻建提换刷盖铺]|改造|更换|粉刷|打[了井]|设计|置办|拉来|运来|带来|安装|资助|投入)"
)
#: 甲校教师某某给孩子们上课: where somebody comes from is not the school to which things are given.
_HOME = later(r"[^，。；的]{0,8}?(?:教师|老师)")
#: 前身是某小学: what a school was called once
_FORMER = later(r"(?:前身[是为]|原[名为]|原)$")
#: How a university speaks of itself: 校团委, 我校各学院.
_COLLEGE = later(
    "(?<![一-龥])校(?:党委|团委|工会|纪委|长办公室)|我校[^。]{0,20}(?:研究生|学院|专家|教授)"
)
_HE = later(r"(?<=[，。；\n])[他她](?![们的])")
#: 该会, 该公司: how the name of what is meant ends
_BODY_ENDING = {
    "会": ("会", "商会", "基金"), "协会": ("协会", "会"), "基金会": ("基金会", "基金"),
    "商会": ("商会",), "公司": ("公司", "集团"), "企业": ("公司", "集团", "厂"),
    "集团": ("集团", "公司"),
    "中心": ("中心",), "工作室": ("工作室",), "支部": ("支部",),
}  # fmt: skip

_start = attrgetter("start")
_CLAUSE = later("[^，。；！？\n]+")
_BODIES = (Kind.SCHOOL, Kind.INSTITUTION)


def with_deixis(clean: Clean, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` with one more for each 我校 (of who publishes), 该县 (named last) and sure 他."""
    taken = {at for m in mentions for at in range(m.start, m.end)}
    found: list[Mention] = []
    known: dict[str, Mention | None] = {}
    for said in _OURS.finditer(clean.text):
        what = said["what"] or said["here"] or "校"
        if what not in known:
            known[what] = ours(clean, mentions, what)
        college = said["self"] or (what == "校" and _COLLEGE.search(clean.text))
        if college and known[what] is None:
            known[what] = _main_university(mentions)
        if (thing := known[what]) is not None:
            found.append(_moved(thing, said.start(), said.end()))
    before: dict[str, Mention] = {}
    left_open: set[tuple[str, int]] = set()
    for that in _THAT.finditer(clean.text):
        what = that["body"] or that["what"] or "校"
        same = before.get(what)
        if same is not None and not re.search("[。！？\n]", clean.text[same.end : that.start()]):
            # 该校得到甲援建的…;该校教师…: in one sentence it goes on meaning the same
            meant: Mention | None = same
        else:
            sought = "大学" if that["high"] else "受" if that["taker"] else what
            near = _else_named(clean.text, mentions, that)
            paragraph = what, clean.text.rfind("\n", 0, that.start())
            # 该院 that is nobody named goes on being so
            meant = None if paragraph in left_open else _earlier(clean, near, sought, that.start())
            if meant is None and that[0].startswith("这所") and sought == "校":
                meant = _only_before(clean.text, mentions, that.start())
            if meant is None:
                left_open.add(paragraph)
        if meant is not None:
            before[what] = _moved(meant, that.start(), that.end())
            found.append(before[what])
    found += short_bodies(clean.text, mentions)
    found += contracting(clean.text, mentions)
    hero = _hero(mentions)
    if hero is not None:
        found += [_moved(hero, he.start(), he.end()) for he in _HE.finditer(clean.text)]
    free = [m for m in found if taken.isdisjoint(range(m.start, m.end))]
    return tuple(sorted((*mentions, *free), key=lambda m: (m.start, m.end)))


def _else_named(text: str, mentions: Sequence[Mention], that: re.Match[str]) -> Sequence[Mention]:
    """`mentions` without what the clause goes on to name: 在该校挂职的有|甲校副校长 is not 甲校."""
    if that["what"] not in ("校", "园", "院"):
        return mentions
    clause = _CLAUSE.match(text, that.end())
    end = (clause or that).end()
    behind = tuple(m.name for m in mentions if that.end() <= m.start < end)
    return [m for m in mentions if not any(n.startswith(m.name) for n in behind)]


def _hero(mentions: Sequence[Mention]) -> Mention | None:
    """The one person that the whole page is about: only then is 他 sure to be somebody."""
    people = [m for m in mentions if m.kind is Kind.PERSON]
    counts = Counter(m.key for m in people)
    for key, count in counts.most_common(1):
        if count >= 4 and 3 * count >= 2 * len(people):
            return next(m for m in people if m.key == key)
    return None


def _main_university(mentions: Sequence[Mention]) -> Mention | None:
    """The one university of which the page speaks again and again: 学校 alone is that one."""
    named = [m for m in mentions if is_listed_university(m)]
    if len({m.key for m in named}) == 1 and len(named) >= 2:
        return named[0]
    return None


def _only_before(text: str, mentions: Sequence[Mention], at: int) -> Mention | None:
    """The one school that the paragraph before names: 这所学校 at the head of the next."""
    here = text.rfind("\n", 0, at) + 1
    above = text.rstrip("\n").rfind("\n", 0, max(0, len(text[:here].rstrip("\n")))) + 1
    named = {
        m.key: m
        for m in mentions
        if m.kind is Kind.SCHOOL
        and above <= m.start
        and m.end <= here
        and not entered(text, m.start)
    }
    return next(iter(named.values())) if len(named) == 1 else None


def _moved(mention: Mention, start: int, end: int) -> Mention:
    return Mention(kind=mention.kind, name=mention.name, key=mention.key, start=start, end=end)


def with_nested(text: str, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` with the sides that stand inside the name of a programme (甲帮扶乙…项目)."""
    forms: dict[str, Mention] = {}
    for mention in mentions:
        if mention.kind in SIDES:
            forms.setdefault(text[mention.start : mention.end], mention)
            forms.setdefault(mention.name, mention)
    ordered = sorted((f for f in forms if len(f) > 1), key=lambda form: (-len(form), form))
    found: list[Mention] = []
    for programme in mentions:
        if programme.kind is not Kind.PROGRAMME or programme.end - programme.start < 8:
            continue
        taken: list[tuple[int, int]] = []
        for form in ordered:
            at = text.find(form, programme.start, programme.end)
            if at >= 0 and not any(a < at + len(form) and at < b for a, b in taken):
                taken.append((at, at + len(form)))
                found.append(_moved(forms[form], at, at + len(form)))
    return tuple(sorted((*mentions, *found), key=lambda m: (m.start, m.end)))


def _earlier(clean: Clean, mentions: Sequence[Mention], what: str, at: int) -> Mention | None:
    """The nearest fitting name before `at`, not across a paragraph."""
    paragraph = clean.text.rfind("\n", 0, at) + 1
    if what in _BODY_ENDING:
        # a body of its own kind is meant also at the head of the next paragraph
        above = clean.text[:paragraph].rstrip("\n")
        paragraph = above.rfind("\n") + 1
    low = bisect_left(mentions, paragraph, key=_start)
    nearby = mentions[low : bisect_left(mentions, at, key=_start)]
    for mention in reversed(nearby):
        if mention.end > at or _FORMER.search(clean.text, max(0, mention.start - 4), mention.start):
            continue
        if what == "大学":
            went_on = entered(clean.text, mention.start)
            if is_listed_university(mention) and not went_on:
                return mention
            continue
        if what == "受" and _HOME.match(clean.text, mention.end):
            continue
        if what in _BODY_ENDING:
            body = mention.kind is Kind.INSTITUTION and not mention.name.endswith("委员会")
            if body and mention.name.endswith(_BODY_ENDING[what]):
                return mention
            continue
        if what == "院":
            if mention.kind in _BODIES and mention.name.endswith("院"):
                return mention
            continue
        if what in "校园受" and mention.kind is Kind.SCHOOL:
            if re.match(r"[^，。]{0,6}(?:毕业|硕士|博士|本科)", clean.text[mention.end :][:12]):
                continue
            if entered(clean.text, mention.start):
                continue
            return mention
        if what in "校园受" or mention.kind is Kind.PERSON:
            continue
        if mention.kind is Kind.PLACE and mention.name.endswith(ENDING[what]):
            return mention
        for code in codes_of(mention):
            division = divisions().by_code(code)
            if division is not None and division.name.endswith(ENDING[what]):
                return Mention(kind=Kind.PLACE, name=division.name, key=code, start=0, end=0)
    return None
