"""Numbers of people, schools, counties, hours and money in a text, with what they count.

A number keeps the bounds that its wording gives: 200余 is at least 200, 近百 at most 100, and
neither is 200 or 100. 人 and 人次 are different units and never become one another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....ontology.records import Unit
from ...later import later

__all__ = [
    "FRONT",
    "CountSpan",
    "bounds_of",
    "chinese_number",
    "figure_of",
    "find_counts",
    "is_range",
]

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0, "两": 2, "俩": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_PAIR = later(
    "(?P<head>(?:.*[十百千万])?)(?P<low>[一二两三四五六七八九])(?P<high>[二两三四五六七八九])(?P<tail>[十百千万]*)"
)
_NUMERAL = "零〇一二三四五六七八九十百千万亿两"
_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
FRONT = r"(?P<front>近|超过|超|不少于|至少|逾|上(?=[百千万亿])|约)?"
"""What may stand before a number and bounds it."""
_ABOVE = ("超过", "超", "不少于", "至少", "逾", "上")
_UNTOLD = ("第", "数", "几")
_MOST = 1e15
"""A larger number counts nothing."""

_UNITS: tuple[tuple[str, Unit], ...] = (
    ("人次", Unit.PERSON_TIME),
    ("人|名|位", Unit.PERSON),
    ("所|间学校", Unit.SCHOOL),
    ("个?(?:县|区县|市县|旗县|县区|县域)", Unit.COUNTY),
    ("家|个?(?:单位|机构)", Unit.INSTITUTION),
    ("个?(?:课时|学时)", Unit.CLASS_HOUR),
    ("元", Unit.CNY),
)
_PEOPLE = (
    "骨干教师|支教教师|援派教师|青年教师|优秀教师|专业教师|教师|老师|校长|副校长|园长|学员|学生|干部|人才|"
    "专家|志愿者|队员|师范生|教研员|医生|师生|名师|成员|代表"
)
_NOUN = later(
    rf"(?:[\u4e00-\u9fff、（）“”]{{0,12}}?)({_PEOPLE}|学校|高校|中小学|幼儿园|中学|小学|院校)"
)
_COUNT = later(
    rf"{FRONT}"
    rf"(?P<number>\d[\d,，]{{0,18}}\d(?:\.\d{{1,8}})?|\d(?:\.\d{{1,8}})?|[{_NUMERAL}]{{1,16}})"
    r"(?P<mid>余|多)?(?P<scale>百|千|万|亿)?(?P<late>余|多)?"
    r"(?P<unit>人次|人(?!民|大|才|员|工|生|文|口|社)|名(?!校|师|园)|位(?!于|置)|所(?!有|在|需|能|以)|"
    r"家(?!长|庭|教)|个?(?:县域|县区|区县|旗县|市县|欠发达县域?|项目县|国家[^，。]{0,10}?县|县)"
    r"(?!级|长|委|城|教)|个?(?:单位|机构)|个?(?:课时|学时)|元)"
    r"(?P<over>以上|以下|左右|上下|余)?"
)


#: 捐资50万，: a sum without 元
_SUM = later(
    rf"(?:捐[资款赠]|投入|出资|筹资|资助|资金|善款)(?:了|共计?|达)?(?P<sum>{FRONT}"
    r"(?P<number>\d[\d,]{0,18}(?:\.\d{1,8})?)(?P<mid>余|多)?(?P<scale>万|亿)(?P<late>余|多)?)"
    r"(?=[，。；、,;）\n]|$|用于|帮助|支持|改善|建设)"
)


@dataclass(frozen=True, slots=True)
class CountSpan:
    """A number with its unit at ``text[start:end]``; `noun` is what is counted, if it follows.

    `value` is given only for an exact number; `minimum` and `maximum` for a bounded one.
    """

    start: int
    end: int
    value: int | None
    minimum: int | None
    maximum: int | None
    unit: Unit
    noun: str = ""

    @property
    def size(self) -> int | None:
        """The figure as it is written, exact or not: what a head count is about."""
        for figure in (self.value, self.minimum, self.maximum):
            if figure is not None:
                return figure
        return None


def chinese_number(text: str) -> int | None:
    """The value of 十二, 两千三百, 二〇二四, 一百零五, 三万; None for what is no numeral.

    >>> chinese_number("一百零五"), chinese_number("二〇二四")
    (105, 2024)
    """
    if not text or any(c not in _DIGITS and c not in _TENS and c not in "万亿" for c in text):
        return None
    if all(c in _DIGITS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text))
    total = section = digit = 0
    for c in text:
        if c in _DIGITS:
            digit = _DIGITS[c]
        elif c in _TENS:
            section += (digit or 1) * _TENS[c]
            digit = 0
        elif c == "万":
            # 一亿二千万: 万 counts only what stands since 亿
            whole = total - total % 100_000_000
            total = whole + (total - whole + section + digit or 1) * 10_000
            section = digit = 0
        else:
            total = (total + section + digit or 1) * 100_000_000
            section = digit = 0
    return total + section + digit


def find_counts(text: str) -> tuple[CountSpan, ...]:
    """Every number with a unit in `text`, in order of place."""
    read = [_read(found, text) for found in _COUNT.finditer(text)]
    read += [_sum(found, text) for found in _SUM.finditer(text)]
    return tuple(sorted((span for span in read if span is not None), key=lambda span: span.start))


def figure_of(found: re.Match[str], text: str) -> int | None:
    """The figure of a match with the groups `number` and `scale` in `text`.

    None for what is no numeral, for one too large to count anything, for an ordinal (第三) and for
    one that is not told (数十, 几千). Of 四五十 the lower one.
    """
    start = found.start("number")
    written = found["number"].replace(",", "").replace("，", "")
    low, _ = _ends(written)
    figure: float | None = float(low) if low[0].isdigit() else chinese_number(low)
    if figure is None or figure > _MOST or text[max(0, start - 1) : start] in _UNTOLD:
        return None
    return round(figure * _SCALES[found["scale"] or ""])


def is_range(written: str) -> bool:
    """Whether the numeral is of two neighbouring digits: 四五, 十七八, 二三百."""
    low, high = _ends(written)
    return low != high


def _ends(written: str) -> tuple[str, str]:
    """The lower and the higher number that 四五十 means; the same twice for any other numeral."""
    pair = _PAIR.fullmatch(written)
    if pair is None or _DIGITS[pair["low"]] + 1 != _DIGITS[pair["high"]]:
        return written, written
    ends = [f"{pair['head']}{pair[digit]}{pair['tail']}" for digit in ("low", "high")]
    return ends[0], ends[1]


def bounds_of(found: re.Match[str], figure: int) -> tuple[int | None, int | None, int | None]:
    """Value, minimum and maximum that the words around `figure` give it.

    They stand in the groups `front`, `mid`, `late` and, where the pattern has it, `over`.
    """
    front, over = found["front"], found.groupdict().get("over")
    _, high = _ends(found["number"])
    if is_range(found["number"]):
        most = chinese_number(high) or figure
        return None, figure, most * _SCALES[found["scale"] or ""]
    if front == "近" or over == "以下":
        return None, None, figure
    if found["mid"] or found["late"] or front in _ABOVE or over in ("以上", "余"):
        return None, figure, None
    if front == "约" or over in ("左右", "上下"):
        # "about" gives no bound; a tenth on either side says so without false precision
        return None, figure - figure // 10, figure + figure // 10
    return figure, None, None


def _read(found: re.Match[str], text: str) -> CountSpan | None:
    figure = figure_of(found, text)
    if figure is None:
        return None
    unit = next(unit for pattern, unit in _UNITS if _is(pattern, found["unit"]))
    noun = ""
    if unit in (Unit.PERSON, Unit.PERSON_TIME, Unit.SCHOOL):
        after = _NOUN.match(text, found.end())
        noun = after[1] if after else ""
    return CountSpan(found.start(), found.end(), *bounds_of(found, figure), unit, noun)


def _sum(found: re.Match[str], text: str) -> CountSpan | None:
    figure = figure_of(found, text)
    if figure is None:
        return None
    return CountSpan(*found.span("sum"), *bounds_of(found, figure), Unit.CNY)


def _is(pattern: str, unit: str) -> bool:
    return re.fullmatch(pattern, unit) is not None or (
        unit.endswith(("县", "县域")) and pattern.startswith("个?(?:县")
    )
