"""Who publishes a page, and so says 我校, 我县, 我市 there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...gazetteer import divisions
from ...later import later
from ..page.clean import Clean
from .ownschool import own_fits
from .seats import is_station
from .sides import codes_of, context_of

__all__ = ["ENDING", "SIDES", "ours"]

SIDES = (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION)
_FAR = {"疆": "65", "藏": "54", "青": "63"}
_SCHOOL_NAME = later(r"[\u4e00-\u9fff]{2,24}(?:中学|小学|(?<!大)学校|幼儿园|大学|学院|高中|初中)")
ENDING = {
    "县": ("县",), "区": ("区", "特区"), "市": ("市",), "州": ("州",), "旗": ("旗",),
    "省": ("省", "自治区"), "盟": ("盟",), "镇": ("镇",), "乡": ("乡",),
}  # fmt: skip
"""我市, 我区: how the name of what is meant ends."""
_FURNITURE = later(
    r"网|新闻|要闻|校园动态|官网|公众号|[\d\s:：/年月日—\-.|·>《》（）()]|来源|作者|编|发布|时间"
)
#: 某县教育局关于…的通知 · a line with nothing but 某县教育局: who signs a paper is who says 我县.
_SIGNED = later(
    r"^[\s　—\-]*(?P<who>[\u4e00-\u9fff]{2,20}?(?:政府|教育局|教育体育局|教体局|教育和体育局|"
    r"教科体局|教委|委员会|教育厅)(?:办公室)?)(?:[\s　]*$|(?=关于|对(?!口)|印发|转发|答|新闻办))"
)
#: What the name of no school has, but a headline.
_SENTENCE = later("帮扶|支援|举行|赴|结对|关于|我[校院园]|走进|来到|慰问|[校园]长|代表|向|捐|教师")
_EDGE, _FOOT = 9, 3  # lines at the head and foot of a page on which it says who publishes it


def _speakers(clean: Clean, mentions: Sequence[Mention]) -> list[Mention]:
    """Bodies that the page names as its publisher, the surest first."""
    ranked: list[tuple[int, int, Mention]] = []
    lines: list[tuple[int, int]] = []
    at = 0
    for line in clean.text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    edges = {*lines[:_EDGE], *lines[-_FOOT:]}
    for mention in mentions:
        if mention.kind in (Kind.PERSON, Kind.PROGRAMME):
            continue
        if clean.publisher and (mention.name in clean.publisher or clean.publisher in mention.name):
            ranked.append((0, mention.start, mention))
        for start, end in edges:
            if start <= mention.start and mention.end <= end:
                rest = clean.text[start : mention.start] + clean.text[mention.end : end]
                if len(_FURNITURE.sub("", rest)) <= (8 if mention.start - start < 4 else 3):
                    ranked.append((1, mention.start, mention))
    return [mention for _, _, mention in sorted(ranked, key=lambda item: item[:2])]


def ours(clean: Clean, mentions: Sequence[Mention], what: str) -> Mention | None:
    """The school or place that `what` (校, 县, 市) of 我校, 我县, 我市 means; None if open."""
    speakers = _speakers(clean, mentions)
    if what in "校园院":
        fits = own_fits(clean.text)
        named = next((m for m in speakers if m.kind is Kind.SCHOOL and fits(m)), None)
        named = named or _masthead(clean, mentions)
        return named if named is not None and fits(named) else None
    context = context_of(mentions)
    for speaker in speakers:
        for code in codes_of(speaker, context):
            division = divisions().by_code(code)
            if division is not None and division.name.endswith(ENDING[what]):
                return Mention(kind=Kind.PLACE, name=division.name, key=code, start=0, end=0)
    signed = {code for code in _signers(clean, context) if _is_level(code, what)}
    fitting = {
        code
        for m in mentions
        if m.kind in SIDES
        for code in codes_of(m, context)
        if _is_level(code, what)
    }
    sure = signed or fitting
    if len(sure) > 1:
        sure = _at_home(clean.text, mentions, context, what) or sure
    # with two counties on the page and no publisher, 我县 may be either: then it is nobody's
    division = divisions().by_code(next(iter(sure))) if len(sure) == 1 else None
    if division is None:
        return None
    return Mention(kind=Kind.PLACE, name=division.name, key=division.adcode, start=0, end=0)


def _at_home(
    text: str, mentions: Sequence[Mention], context: frozenset[str], what: str
) -> set[str]:
    """Of the places of a level those to which the page does not send people, 援疆 and the like.

    Nor is an airport on the way (某市某某机场) at home.
    """
    away = {code for sign, code in _FAR.items() if f"援{sign}" in text}
    return {
        code
        for m in mentions
        if m.kind in SIDES and not is_station(text, m.end)
        for code in codes_of(m, context)
        if _is_level(code, what) and code[:2] not in away
    }


def _is_level(code: str, what: str) -> bool:
    division = divisions().by_code(code)
    return division is not None and division.name.endswith(ENDING[what])


def _signers(clean: Clean, context: frozenset[str]) -> list[str]:
    """The places of the body that heads or signs the page, each with all above it."""
    lines = [line.strip() for line in clean.raw.split("\n") if line.strip()]
    found: list[str] = []
    for line in (clean.title or "", *lines[:3], *lines[-_FOOT:]):
        signed = _SIGNED.match(line)
        if signed is not None:
            who = signed["who"]
            body = Mention(kind=Kind.INSTITUTION, name=who, key=who, start=0, end=0)
            found += codes_of(body, context)
    return found


def _masthead(clean: Clean, mentions: Sequence[Mention]) -> Mention | None:
    """The school whose site the page is from, where the cleaned text no longer names it."""
    lines = [line.strip() for line in clean.raw.split("\n") if line.strip()]
    edges = [clean.publisher or "", *lines[:_EDGE], *lines[-_FOOT:]]
    for line in edges:
        found = _SCHOOL_NAME.match(
            re.sub(r"^[^\u4e00-\u9fff]*(?:来源|版权所有|主办)?[:：]?(?:共青团|中共)?", "", line)
        )
        if found is None or len(_FURNITURE.sub("", line[found.end() :])) > 8:
            continue
        if _SENTENCE.search(found[0]):
            continue
        if any(
            m.kind is Kind.SCHOOL and m.name != found[0] and m.name in found[0] for m in mentions
        ):
            continue  # 甲中学校长代表学校向乙小学|捐赠: a sentence between two schools
        same = next((m for m in mentions if m.kind is Kind.SCHOOL and m.name == found[0]), None)
        if same is not None or found[0][-2:] in ("中学", "小学", "学校", "儿园", "大学", "学院"):
            key = same.key if same else found[0]
            return Mention(kind=Kind.SCHOOL, name=found[0], key=key, start=0, end=0)
    return None
