"""Named schemes of assistance in a cleaned text.

Three sources: the list of known schemes, two regions' short names before 协作 (粤桂协作), and a
quoted title before or after a word that makes it a scheme (“同心树人”教育帮扶).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import ahocorasick_rs

from ...later import later
from ...lexicon import rows, words

__all__ = ["ProgrammeHit", "find_programmes"]

_PAIR = later(
    r"(?P<pair>[一-龥]{2})(?P<middle>教育|扶贫|东西部|东西部教育|教育扶贫|东西)?(?P<kind>协作|对口合作|对口支援|对口帮扶|合作)"
)
_SCHEME = "计划|行动|工程|项目|协作|帮扶|支教|送教|助学|活动|平台|品牌|专项|公益|课堂|讲堂|模式"
_QUOTED = later(
    rf"[“\"‘](?P<title>[^“”\"‘’，。！？；：、\n]{{2,16}})[”\"’](?P<after>[一-龥]{{0,10}}?(?:{_SCHEME}))?"
)
_TITLE = later(
    r"(?:计划|行动|工程|助学|牵手|送教|讲堂|课堂|支教|协作|帮扶|西行|圆梦|树人|共同体|项目)$"
)
#: “烛光”助学计划: two characters are a name with what follows them
_SHORT = later("(?:助学|支教|帮扶|扶贫|送教|关爱|圆梦)(?:计划|工程|行动)")
_LOOSE = ("活动", "平台", "品牌", "公益", "课堂", "讲堂", "模式")
_HELPS = later(
    "帮|支教|助|送|协作|结对|援|捐|爱|公益|扶|培训|研修|携手|牵手|同心|圆梦|名师|专家|乡村|教育|讲|课堂|育"
)
_SLOGAN = later("祝福|祖国|传递|助力|脱贫|放飞|喜迎|庆祝|伴成长|送温|送爱|献爱")
_SPEECH = later(r"[的了在是不去]|^(?:到|来|赴|要|把|让|给|为)")
#: 送教进课堂, 爱心助学: every word of it says what is done, none whose it is.
_PLAIN = later(
    "(?:送教|送课|送培|下乡|进|校园|课堂|学堂|爱心|助学|捐资|捐书|捐赠|帮扶|结对|支教|公益|活动|科普"
    "|教育|教学|扶贫|扶智|城乡|携手|相长|专家|博士|团|队|服务|志愿|志愿者|义诊|讲座|实践|跨校|牵手"
    "|双轮|驱动|西部|地区|师资|培训|空中)+"
)
#: 情暖山乡 爱满校园, 一县一品: mottos
_MOTTO = later("[一-龥]{2,8}[ 　]+[一-龥]{2,8}|一([一-龥])一[一-龥]")
#: “映山红”是某会的一项社会服务品牌: the sentence says what it is
_IS = later("是[^，。；！？“”\\n]{0,24}?(?:品牌|项目|计划|工程|行动)")
#: These are made of much that helps nobody: the title must tell of help itself
_OWN_WORDS = ("平台", "品牌", "模式")
_REGIONS = ("新疆", "西藏", "青海")  # 对口支援新疆: the region is a name in its own right


@dataclass(frozen=True, slots=True)
class ProgrammeHit:
    """A scheme named at ``start:end``; `name` is its name without quotation marks."""

    start: int
    end: int
    name: str


@cache
def _known() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    forms: dict[str, str] = {}
    for row in rows("lexicon/programmes.csv"):
        if row["scope"] in ("modality", "policy", "pair") or row["name"] in _generic():
            continue
        for form in (row["name"], *row["aliases"].split("|")):
            if len(form) > 2 and not form.endswith(_REGIONS):
                forms.setdefault(form, row["name"])
    table = tuple(sorted(forms.items()))
    kind = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick([form for form, _ in table], matchkind=kind), table


@cache
def _regions() -> tuple[frozenset[str], frozenset[str]]:
    """One-character names of provinces, and the known pairs of two regions."""
    single = {sign for row in rows("lexicon/province_abbr.csv") for sign in row["abbr"].split("|")}
    pairs = {row["shorthand"] for row in rows("lexicon/coop_shorthand.csv")}
    return frozenset(single), frozenset(pairs)


@cache
def _generic() -> frozenset[str]:
    return words("lexicon/not_programmes.txt")


def find_programmes(text: str) -> tuple[ProgrammeHit, ...]:
    """The schemes of the text in order; none overlaps another."""
    found = [*_listed(text), *_pairs(text), *_titles(text)]
    kept: list[ProgrammeHit] = []
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    return tuple(sorted(_whole(kept), key=lambda hit: hit.start))


def _whole(hits: Sequence[ProgrammeHit]) -> list[ProgrammeHit]:
    """The schemes, a quoted part of one under its whole name: “托管帮扶” of 县中托管帮扶."""
    listed = dict(_known()[1])
    names = dict.fromkeys(hit.name for hit in hits)
    found: list[ProgrammeHit] = []
    for hit in hits:
        name = listed.get(hit.name, hit.name)
        if len(name) > 3 and name not in listed:
            longer = [one for one in names if name in one and one != name]
            name = longer[0] if len(longer) == 1 else name
        found.append(replace(hit, name=name))
    return found


def _listed(text: str) -> list[ProgrammeHit]:
    automaton, table = _known()
    return [
        ProgrammeHit(start, end, table[index][1])
        for index, start, end in automaton.find_matches_as_indexes(text)
    ]


def _pairs(text: str) -> list[ProgrammeHit]:
    single, pairs = _regions()
    found = []
    for match in _PAIR.finditer(text):
        pair = match["pair"]
        known = pair in pairs or (pair[0] in single and pair[1] in single)
        if known and not (match["kind"] == "合作" and match["middle"] is None):
            found.append(ProgrammeHit(match.start(), match.end(), f"{pair}{match['kind']}"))
    return found


def _titles(text: str) -> list[ProgrammeHit]:
    found = []
    for match in _QUOTED.finditer(text):
        title, after = match["title"], match["after"]
        if len(title) == 2 and (short := _SHORT.match(text, match.end("title") + 1)):
            found.append(ProgrammeHit(match.start(), short.end(), title + short[0]))
            continue
        if title in _generic() or title.startswith("一对") or not re.search(r"[一-龥]", title):
            continue
        if after and after.endswith(tuple(_SCHEME.split("|"))) and _named(title):
            told = title if after.endswith(_OWN_WORDS) else title + after
            if after.endswith(_LOOSE) and (_SLOGAN.search(title) or not _HELPS.search(told)):
                continue
            if "主题" in after and after.endswith("活动"):
                continue  # “关爱成长”主题慰问活动: what a day was about
            end = match.end() if after in ("计划", "工程", "行动") else match.end() - len(after)
            found.append(ProgrammeHit(match.start(), end, _name(title, after)))
        elif _named(title) and (
            any(_TITLE.search(part) for part in title.split("·"))
            or (_HELPS.search(title) and _IS.match(text, match.end("title") + 1))
        ):
            found.append(ProgrammeHit(match.start(), match.end(), title))
    return found


def _named(title: str) -> bool:
    if _MOTTO.fullmatch(title) or title.endswith(("小学", "中学", "学校", "幼儿园")):
        return False
    return 3 <= len(title) <= 14 and not _SPEECH.search(title) and not _PLAIN.fullmatch(title)


def _name(title: str, after: str) -> str:
    if title == "组团式":
        return "组团式帮扶"
    return f"{title}{after}" if after in ("计划", "工程", "行动") and len(title) < 4 else title
