"""Short names of bodies before a post: 校友会|会长, 附属学校|教师, 教育厅|二级巡视员.

Such a word names a body only because the article has named one in full that ends with it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..people.titles import Title

__all__ = ["bodies_of_posts"]

_CLAUSE = later(r"[，。、；：！？,.;:!?\n\t 　（）()【】\[\]《》〈〉“”‘’\"'|/—…·>＞☆★]")
_LEAD = later(
    "(?:由|经|和|与|及|以及|暨|兼|同|请|我|本|该|在|向|对|原|时任|现任|受|据|随后|当天|的)"
)
_TINY = frozenset(
    {"商会", "协会", "学会", "公司", "集团", "中心", "医院", "支部", "支行", "分行", "总支", "学院"}
)
"""Two characters that stand for a body when the article has only one of the kind."""
_VAGUE = frozenset(
    {"委员会", "教研室", "办公室", "小学", "中学", "学校", "大学", "幼儿园", "高中", "初中"}
)
_UNITED = later(
    "(?:高级)?(?:中学|小学|初中|高中|幼儿园|学校|中心校)|工作室|基金会|校友会|商会|协会|学会|联谊会|促进会|合作社|公司|集团|支部|教育局"
)
"""What the reader of posts may take for an office inside a body: 工作室|主持人."""
_INNER = later("还有|其中|来自|以及|[由和与的]")
_CLIPPED = later("([一-鿿]{2})([一二三四五六七八九十]{1,3})([中小])")
_NUMBERED = later("[省市县区州旗镇]?([一二三四五六七八九十]{1,3})([中小])")
_OF_TWO = later("([^一二三四五六七八九十实附省市县区州镇乡高初职完男女])([中小])")
"""冀中 for 冀州中学."""
_HALVES = {
    "实小": "实验小学",
    "实中": "实验中学",
    "附小": "附属小学",
    "附中": "附属中学",
    "职高": "职业高级中学",
    "职中": "职业中学",
    "职教中心": "职业教育中心",
}
"""Short for the end of a name, where only one school of the article ends so."""
_REACH = 14
_OF_ONE_SIGN = later("[厅局](?=党组|党委|机关党委|领导班子)|(?<=该)[厅局院会厂所社行]")
"""厅|党组成员, 该局|办公室主任: the department that was named last."""
_FIRM = ("公司", "集团")
_GROUP = later("(?<!教育)集团(?:(?:股份)?有限)?(?:公司)?(?:[（(][^（()）]{2,6}[)）])?$")


def bodies_of_posts(
    text: str, titles: Sequence[Title], bodies: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Title, ...]]:
    """The short names right before a post, as mentions of what they mean, and all the posts.

    A post that had the short name for a part of itself (工作室主持人) is given back without it.
    """
    named = [m for m in bodies if m.kind in (Kind.SCHOOL, Kind.INSTITUTION)]
    if not named:
        return (), tuple(titles)
    ends = {m.end for m in bodies}
    places = {m.end: m.start for m in bodies if m.kind is Kind.PLACE}
    bodies = sorted(bodies, key=lambda m: m.start)
    starts = [m.start for m in bodies]
    tails = _tails(named)
    found: list[Mention] = []
    posts: list[Title] = []
    for title in titles:
        posts.append(title)
        at = title.start
        united = _UNITED.match(text, at, title.end - 1)
        if at in ends and not (united is not None and at in places):
            continue
        if united is not None:
            at = united.end()
        elif text[at] == "校" and title.end - at > 3 and text[at - 1 : at] in ("学", "小"):
            at += 1  # 附属学|校高级教师
        if (own := _own_head(text, at, title, named)) is not None:
            found.append(own)
            continue
        i = bisect_left(starts, at) - 1
        near = bodies[i] if i >= 0 and _same(text, bodies[i], at) else None
        short = _read(text, at, ends, tails, named, places.get(title.start), near)
        if short is None:
            continue
        found.append(short)
        if at > title.start:
            rest = title.title.removeprefix(text[title.start : at])
            rest = rest if len(rest) > 1 else title.title
            posts[-1] = replace(title, start=at, title=rest)
    return tuple(found), tuple(posts)


def _own_head(text: str, at: int, title: Title, named: Sequence[Mention]) -> Mention | None:
    """The department that 厅 alone means at the head of a clause: 厅|党组成员、副厅长某."""
    low = at - 1
    if low < 0 or _OF_ONE_SIGN.match(text, low) is None or at != title.start:
        return None
    if low and text[low - 1] != "该" and not _CLAUSE.match(text, low - 1):
        return None
    fits = [m for m in named if m.start < low and m.name.endswith(text[low])]
    if not fits:
        return None
    last = max(fits, key=lambda m: m.start)
    return replace(last, start=low, end=at)


def _same(text: str, body: Mention, at: int) -> bool:
    """Whether a body stands in the same sentence right before `at`."""
    return at - body.end < 40 and re.search("[。！？；\n]", text[body.end : at]) is None


def _read(
    text: str,
    at: int,
    ends: Collection[int],
    tails: dict[str, list[Mention]],
    named: Sequence[Mention],
    starts: int | None,
    near: Mention | None,
) -> Mention | None:
    """The short name that ends at `at`: a whole phrase, or what follows a joint in one."""
    low = at
    if starts is not None and (word := text[starts:at]) in tails:
        return replace(tails[word][0], start=starts, end=at)  # 秦淮|中学语文教师
    while low > 0 and at - low < _REACH and low not in ends and not _CLAUSE.match(text, low - 1):
        low -= 1
    while (lead := _LEAD.match(text, low, at)) is not None:
        low = lead.end()
    heads = [low, *(m.end() for m in _INNER.finditer(text, low, at - 2))]
    for head in heads:
        meant = _meant(text[head:at], head, tails, named, near)
        if meant is not None:
            return replace(meant, start=head, end=at)
    return None


def _tails(named: Sequence[Mention]) -> dict[str, list[Mention]]:
    """Every ending of the name of a body → the mentions that end so."""
    tails: dict[str, list[Mention]] = {}
    for mention in named:
        for length in range(2, min(len(mention.name), _REACH) + 1):
            tails.setdefault(mention.name[-length:], []).append(mention)
    return tails


def _meant(
    word: str,
    at: int,
    tails: dict[str, list[Mention]],
    named: Sequence[Mention],
    near: Mention | None = None,
) -> Mention | None:
    """The one body that ends with `word`; of several the one named last before `at`."""
    if (numbered := _NUMBERED.fullmatch(word)) is not None:
        stage = "中" if numbered[2] == "中" else "小"
        ordinal = re.compile(f"第?{numbered[1]}[^一二三四五六七八九十]{{0,6}}{stage}")
        same = {m.key: m for m in named if m.kind is Kind.SCHOOL and ordinal.search(m.name)}
        return next(iter(same.values())) if len(same) == 1 else None
    if (clipped := _CLIPPED.fullmatch(word)) is not None:
        head, number, stage = clipped.groups()
        full = re.compile(f"{head}.{{0,6}}?第?{number}[^一二三四五六七八九十]{{0,6}}{stage}")
        same = {m.key: m for m in named if m.kind is Kind.SCHOOL and full.search(m.name)}
        return next(iter(same.values())) if len(same) == 1 else None
    if (own := _OF_TWO.fullmatch(word)) is not None:
        stage = "中学" if own[2] == "中" else "小学"
        same = {
            m.key: m
            for m in named
            if m.kind is Kind.SCHOOL and own[1] in m.name[:6] and m.name.endswith(stage)
        }
        return next(iter(same.values())) if len(same) == 1 else None
    if word in _HALVES:
        same = {m.key: m for m in named if m.name.endswith(_HALVES[word])}
        return next(iter(same.values())) if len(same) == 1 else None
    if word == "公司":
        firms = {m.key: m for m in named if m.name.endswith(_FIRM)}
        called = {m.key: m for m in firms.values() if m.name.endswith(word) and m.start < at}
        meant = called if len(firms) > 1 else firms
        return next(iter(meant.values())) if len(meant) == 1 else None
    if word in ("集团", "集团公司"):
        firms = {m.key: m for m in named if _GROUP.search(m.name)}
        return next(iter(firms.values())) if len(firms) == 1 else None
    if len(word) < 2 or word in _VAGUE or (len(word) == 2 and word not in _TINY):
        return None
    fits = tails.get(word, [])
    if not fits and len(word) > 3:
        # 星澜数字 for 北京星澜数字科技有限公司
        fits = [m for m in tails.get("公司", ()) if word in m.name[:-2]]
    if not fits:
        return None
    keys = {m.key for m in fits}
    of = near is not None and at - near.end <= 4 and near.name.endswith("大学")
    if of and near is not None and not any(m.name.startswith(near.name) for m in fits):
        return None  # 在乙大学担任土木学院|院长, though that of 甲大学 is known
    if len(keys) == 1:
        return fits[0]
    before = [m for m in fits if m.start < at]
    if near is not None and len(word) > 2:
        # 甲县副县长某某，教育局|局长: the bureau of 甲县, though that of 乙县 came last
        before = [m for m in before if near.name[:2] in m.name] or before
    return before[-1] if before and len(word) > 2 else None
