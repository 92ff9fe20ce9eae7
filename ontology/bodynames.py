"""The customs of the names of bodies: short forms and their long ones, numerals, parties.

What a name shows of its place is not decided here. Numerals and stems decide that two names differ
(第四中学, 第七中学); customary short forms decide nothing (一中 = 第一中学, 教体局 = 教育和体育局).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

__all__ = [
    "NUMERAL",
    "PARTIES",
    "committee_core",
    "core_in",
    "is_whole",
    "lengthened",
    "ordinal_of",
    "party_of",
]

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
NUMERAL = re.compile(rf"第?([{_NUMERALS}]+|[0-9]{{1,3}})(?=中|小|高|幼|初|职|完|附|实验|民族|中心)")
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
    (re.compile(r"青基会"), "青少年发展基金会"),
    (re.compile(r"(?<!人民)政府"), "人民政府"),
    (re.compile(r"政府办(?=$)"), "政府办公室"),
    (re.compile(r"(?<!人民)检察院"), "人民检察院"),
    (re.compile(r"卫健(?=[委局])"), "卫生健康"),
    (re.compile(r"健康委(?!员)"), "健康委员会"),
    (re.compile(r"人社(?=[厅局])|人力资源社会保障"), "人力资源和社会保障"),
    (re.compile(r"文旅(?=[厅局])"), "文化和旅游"),
    (re.compile(r"发改(?=[委局])|发展改革(?=[委局])"), "发展和改革"),
    (re.compile(r"改革委(?!员)"), "改革委员会"),
    (re.compile(r"前指"), "前方指挥部"),
    (re.compile(r"工商业联合会"), "工商联"),
    (re.compile(r"妇女联合会"), "妇联"),
    (re.compile(r"青联(?!会)"), "青年联合会"),
    (re.compile(r"科学技术协会"), "科协"),
    (re.compile(r"残疾人联合会"), "残联"),
    (re.compile(r"作协$"), "作家协会"),
    (re.compile(r"书协$"), "书法家协会"),
    (re.compile(r"美协$"), "美术家协会"),
    (re.compile(r"音协$"), "音乐家协会"),
    (re.compile(r"消协$"), "消费者协会"),
    (re.compile(r"(?<!女)企协$"), "企业家协会"),
    (re.compile(r"女企协$"), "女企业家协会"),
    (re.compile(r"青企业家协会$"), "青年企业家协会"),
    (re.compile(r"老促会$"), "老区建设促进会"),
    (re.compile(r"关心下一代工作委员会"), "关工委"),
    (re.compile(r"人大常委会"), "人大"),
    (re.compile(r"教育工委$"), "教育工作委员会"),
    (re.compile(r"团委$"), "共青团委员会"),
    (re.compile(r"中央委员会$"), "中央"),
)
_ANY_SHORT = re.compile("|".join(pattern.pattern for pattern, _ in _LONG) + f"|{NUMERAL.pattern}")

_COMMITTEE = re.compile(r"^(?:[省市县区州镇乡旗]|自治[区县州])?委(?:员会|会)?")
_WHOLE = re.compile(
    rf"(?:中共|{'|'.join(PARTIES)})中央.*|(?:国务院|国家|全国|中国|中华|中央).{{2,}}|(?:教育|财政|科技|民政)部"
)


def party_of(text: str) -> tuple[str, str]:
    """The party that the name begins with, in its short form, and the rest of the name."""
    if text[:1] not in _PARTY_SIGNS:
        return "", text
    for long, short in _PARTY_LONG.items():
        if text.startswith(long):
            return short, text[len(long) :]
    for short in PARTIES:
        if text.startswith(short) and len(text) > len(short):
            return short, text[len(short) :]
    return "", text


def committee_core(rest: str, party: str) -> str | None:
    """The core of a committee of a place, `rest` being its name after the place; else None."""
    match = _COMMITTEE.match(rest)
    if match is None:
        return None
    return f"{'' if party else '中共'}委员会{lengthened(rest[match.end() :])}"


def core_in(name: str, places: Collection[str]) -> str:
    """The core of a body's `name`, given the forms of the place that it lies in.

    >>> core_in("旺苍县一中", ["旺苍县", "旺苍"])
    '第一中学'
    """
    party, rest = party_of(name)
    place = max((form for form in places if rest.startswith(form)), key=len, default="")
    cut = rest.removeprefix(place)
    if not cut:
        return name
    if not party:
        party, cut = party_of(cut)
    found = committee_core(cut, party) if place or party else None
    return party + (lengthened(cut) if found is None else found)


def is_whole(core: str) -> bool:
    """Whether this name is that of one body in the whole country: 民盟中央, 教育部, 中国银行."""
    return _WHOLE.fullmatch(core) is not None


@lru_cache(maxsize=1 << 14)  # a page asks for each of its names again and again
def lengthened(text: str) -> str:
    """`text`, a name without its place, in its one long form.

    >>> lengthened("一中")
    '第一中学'
    """
    if not _ANY_SHORT.search(text):
        return text
    for pattern, long in _LONG:
        text = pattern.sub(long, text)
    return NUMERAL.sub(lambda match: f"第{_chinese(match[1])}", text)


def _chinese(number: str) -> str:
    if not number.isdigit():
        return number
    value = int(number)
    if value >= 100:
        return number
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_NUMERALS[tens - 1]}十"
    return head + (_NUMERALS[ones - 1] if ones else "")


def ordinal_of(number: str) -> int:
    """The value of a numeral as names have it: 十二 → 12."""
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
