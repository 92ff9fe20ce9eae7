"""Where the name of a body may end: endings that what follows does not make into other words."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from ...later import later
from ...naming import PARTIES
from ...suffixes import Suffix, suffixes, universities

__all__ = ["colleges", "endings"]

# What may not follow an ending, by the ending's last character: 中学+生, 组织部+分, 处+长.
_AFTER = {
    "校": "长园区友服舍门内外方级本际风训史医歌徽庆董车规纪",
    "学": "生者习历位段期年费籍子区问术时制",
    "园": "长区丁艺林",
    "中": "学国等央华心间小期生考旬级段途文年东部共",
    "小": "学时步组区部伙朋队型",
    "幼": "儿教师",
    "局": "长面部限势域促级",
    "厅": "长级",
    "部": "长分门署队件位属落级",
    "处": "长于理级",
    "科": "学技研尔目普长室级幻创基",
    "股": "长份东权",
    "室": "内外友长",
    "院": "长校士内外子落线系",
    "所": "长有以在需谓",
    "组": "织长成合员建团",
    "团": "长队结员体化",
    "队": "员长伍",
    "会": "议长员上谈见场后同客计徽",
    "委": "员派托任屈培会",
    "府": "部",
    "心": "理小校城",
    "办": "公学理事好法班",
    "行": "汇卡长政动业驶",
    "社": "会区员长",
    "司": "长机法",
    "高": "中级校",
    "金": "会",
    "大": "代",
    "协": "议作调定商理助同力会",
}
_WHOLE = later(r"[全布格结大开当时定破]局$")
_NUMBERED = later("[一二三四五六七八九十]+中")
_SMALL = later("(?:完|(?<![第一二三四五六七八九十])[一二三四五六七八九十])小学校")
_STILL = (
    *(
        f"学{word}"
        for word in ("生机", "生均", "生源", "生活老", "生活教", "习惯", "历任", "历时", "历经")
    ),
    *(
        f"学{word}"
        for word in ("历届", "历年", "位列", "位居", "位处", "期末", "期待", "年度", "年均")
    ),
    *(f"学{word}" for word in ("年初", "年末", "年终", "年内", "问卷", "制定", "制作", "制订")),
    "校内涵",
    "校内设",
    "组成员",
    "中学术",
    "学生物",
    "学历史",
    "学年轻",
    "学年级",
    "学时任",
    "会同志",
    "心理事",
    "团结对",
    "部长江",
    "委派出",
    "委派驻",
    "委派遣",
    "委派员",
    "委派人",
)
_WHOLE_SCHOOL = ("领导", "方领导", "舍", "门口", "园里")
_SCHOOLS = ("小学", "中学", "学校", "幼儿园")
#: 某协会|长期资助, 某公司工会|员工
_ONWARD = later(
    "长(?:期(?!间)|年|久|远)|员工|同[时意仁]|上下|后续|面[向对]|分[别批]|位[于列居]|系统|落[地实]|线上"
)
#: 职教中心|校长
_TRADES = later("(?:职业教育|职教|职业技术教育|特殊教育|特教)中心$")
_OFFICE = later(r"(?:发展|进修|培训|教育|服务|活动|研究)$")


@cache
def _table() -> tuple[ahocorasick_rs.AhoCorasick, tuple[Suffix, ...]]:
    table = tuple(suffixes().values())
    return ahocorasick_rs.AhoCorasick([suffix.text for suffix in table]), table


@cache
def _colleges() -> ahocorasick_rs.AhoCorasick:
    kind = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick(sorted(universities()), matchkind=kind)


def colleges(text: str) -> list[tuple[int, int]]:
    """The spans of universities and colleges that the list knows by their full names."""
    found = _colleges().find_matches_as_indexes(text)
    return [(start, end) for _, start, end in found if text[end : end + 1] not in ("生", "者")]


def endings(text: str) -> list[tuple[int, int, Suffix]]:
    """The endings in the order of their ends; of those that end together only the longest."""
    automaton, table = _table()
    best: dict[int, tuple[int, Suffix]] = {}
    for index, start, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if end in best and best[end][0] <= start:
            continue
        barred = text[end : end + 1] and text[end] in _AFTER.get(text[end - 1], "")
        pupils = text.startswith("学生", end) and _NUMBERED.fullmatch(text, start, end)
        head = text.startswith("校", end) and _TRADES.search(text, max(0, end - 6), end)
        onward = _ONWARD.match(text, end)
        if barred and not (pupils or head or onward) and not text.startswith(_STILL, end - 1):
            continue  # 考上高中|生, but 旺苍一中|学生
        if text[start:end].startswith("中心小学") and _OFFICE.search(
            text[max(0, start - 4) : start]
        ):
            continue  # 教师发展中心|小学语文
        if (short := _SMALL.match(text, start - 1)) is not None:
            # 蒲塘完小|学校条件, 通江二小|学校长: 小 ends the short name
            best[start + 1] = (start - 1, suffixes()[short[0][:2]])
            continue
        if text.startswith(_WHOLE_SCHOOL, end) and text.endswith("学校", start, end):
            continue  # 某某小学|校领导
        if text[start - 1 : end] == "教师专":
            continue  # 教师专题, 教师专项
        if end - start == 1 and _WHOLE.search(text[max(0, end - 2) : end]):
            continue  # 全局, 布局
        if table[index].text in PARTIES and text.startswith((*_SCHOOLS, "界"), end):
            continue  # 民建小学, 政协九三学社界别
        best[end] = (start, table[index])
    return [(start, end, suffix) for end, (start, suffix) in sorted(best.items())]
