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
    rf"[“\"‘](?P<title>[^“”\"‘’，。！？；：、\n]{{2,16}})[”\"’](?P<after>(?![的由在是与被将把])[一-龥]{{0,10}}?(?:{_SCHEME}))?"
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
#: “林海”支教队: what a team is called; “运酒”项目中夺冠: what was played or worked on
_OF_ELSE = later(
    "支教[队团](?!员)"
    "|项目(?:[中里]?[^，。；\\n]{0,8}(?:夺|冠军|[一二三]等奖)|，[^，。；\\n]{0,4}(?:合同|合作)?金额)"
)
_MADE = later("(?:系统|软件|装置|加工|种植|养殖|主题党日)$")
#: These alone make no scheme of a quoted word (同心课堂, 云帮扶): it must be done, or be counted
_NEEDS_DEED = later("(?:课堂|讲堂|支教|协作|帮扶)$")
_DEED = later(
    "(?:开展|启动|实施|参加|参与|发起|推出|组织|依托|打造|开设|开通|举办|引入|通过|推进|深化|贴着|第[一二三四五六七八九十0-9]{1,3}[批期届轮次])"
    '[^，。；！？“”\\n]{0,14}[“"‘]?$'
)
_GOES = later('[”"’](?:走进|项目|活动|系列|教师|是|在|自|已|先后|进)')
#: 公益组织“蒲公英行动”: what helps is called so, not how it helps
_BODY_BEFORE = later('(?:组织|机构|协会|中心|团队|社团|公司|叫)[“"‘]?$')
#: 协作项目“百间阳光教室”
_KIND_BEFORE = later('(?:公益|帮扶|协作|助学|慈善|支教|援建)(?:项目|计划|工程|行动)[“"‘]?$')
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
    found = [*_listed(text), *_grouped(text), *_pairs(text), *_titles(text)]
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


_GROUPED = later('(?:教育人才)?[“"]?组团式[”"]?教?育?支援')


def _grouped(text: str) -> list[ProgrammeHit]:
    """教育人才“组团式”支援: another word for the help by teams."""
    return [
        ProgrammeHit(found.start(), found.end(), re.sub('[“”"]', "", found[0]))
        for found in _GROUPED.finditer(text)
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
    bodies: set[str] = set()
    found = []
    for match in _QUOTED.finditer(text):
        title, after = match["title"], match["after"]
        before = text[max(0, match.start() - 24) : match.start()]
        if len(title) == 2 and (short := _SHORT.match(text, match.end("title") + 1)):
            found.append(ProgrammeHit(match.start(), short.end(), title + short[0]))
            continue
        if title in _generic() or title.startswith("一对") or not re.search("[一-龥]{2}", title):
            continue
        if not after and _BODY_BEFORE.search(before):
            bodies.add(title)
        if _MADE.search(title) or _OF_ELSE.match(text, match.end("title") + 1):
            continue
        if _KIND_BEFORE.search(before) and _named(title):
            found.append(ProgrammeHit(match.start(), match.end("title") + 1, title))
        elif after and after.endswith(tuple(_SCHEME.split("|"))) and _named(title, after):
            told = title if after.endswith(_OWN_WORDS) else title + after
            if after.endswith(_LOOSE) and (_SLOGAN.search(title) or not _HELPS.search(told)):
                continue
            if after.endswith("活动") and ("主题" in after or "宣传" in after):
                continue  # “关爱成长”主题慰问活动: what a day was about
            end = match.end() if after in ("计划", "工程", "行动") else match.end() - len(after)
            found.append(ProgrammeHit(match.start(), end, _name(title, after)))
        elif _named(title) and _is_scheme(text, before, match):
            found.append(ProgrammeHit(match.start(), match.end(), title))
    return [hit for hit in found if hit.name not in bodies]


def _is_scheme(text: str, before: str, match: re.Match[str]) -> bool:
    """Whether a quoted title without a word of its kind behind it is one by its own words."""
    title, behind = match["title"], match.end("title")
    if not any(_TITLE.search(part) for part in title.split("·")):
        return bool(_HELPS.search(title) and _IS.match(text, behind + 1))
    if "·" in title or not _NEEDS_DEED.search(title):
        return True
    if len(title) < 4:
        return False
    return len(title) > 5 or bool(_DEED.search(before) or _GOES.match(text, behind))


def _named(title: str, after: str = "") -> bool:
    school = title.endswith(("小学", "中学", "学校", "幼儿园")) and after != "行动"
    if _MOTTO.fullmatch(title) or school:
        return False
    spoken = "·" not in title and _SPEECH.search(title)
    return 3 <= len(title) <= 14 and not spoken and not _PLAIN.fullmatch(title)


def _name(title: str, after: str) -> str:
    if title == "组团式":
        return "组团式帮扶"
    return f"{title}{after}" if after in ("计划", "工程", "行动") and len(title) < 4 else title
