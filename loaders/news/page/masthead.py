"""What a page says of itself: title, outlet, author and date, from its first and last lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ....ontology.dates import PartialDate
from ...later import later

DATE = later(
    r"(?<!\d)((?:19|20)\d{2})\s?(?:年|[-/.])\s?(\d{1,2})(?:\s?(?:月|[-/.])\s?(\d{1,2})\s?日?)?"
    r"(?:月)?(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?(?!\d)"
)
_KEY = (
    "转自|原载|索引号|主题分类|公开方式|文号|发文机关|成文日期|访谈时间|信息来源|文章来源|稿件来源|新闻来源|来源|发布时间|发布日期|发表时间|更新时间|发稿时间|时间|日期|"
    "发布单位|发布机构|发布人|发布者|作者|通讯员|记者|撰稿|撰稿人|供稿|供稿单位|选稿|责编|责任编辑|"
    "编辑|收集编辑|审核|审稿|校对|浏览|浏览次数|浏览量|点击|点击数|点击量|点击率|阅读|阅读量|阅读次数|"
    "访问量|字号|字体|初审|终审|监制|供图|文/图|图/文|图文|摄影|文字|图片"
)
_PAIR = later(
    rf"[\[【(（]?(?<![一-龥])({_KEY})\s*[:：|｜]\s*"
    rf"([^|｜\n]*?)[\]】)）]?(?=\s*[|｜]|\s+[\[【]|\s*(?:{_KEY})\s*[:：|｜]|\s{{1,}}(?:打印|分享)|$)"
)
_PRINT = later(
    r"(?<![一-龥])[\[【(（]*(?:我要)?(?:打印(?:本页)?|关闭(?:窗口|本页)?|分享|收藏|大\s*中\s*小|[大中小])[\]】)）]*(?![一-龥])"
)
_HINT = later(r"[:：|｜]|(?:19|20)\d\d")
_NO_OUTLET = later(r"[:：>》(（\[]|记者|通讯员|截止|点击|阅读|浏览|\d")
#: Behind the outlet, who wrote: 滨城时报 记者 某某, 滨城时报记者某某. 学生记者团 is an outlet.
_BYLINE = later(
    r"[\s/／]*(?:首席|特约|实习|见习|本报|本台|全媒体|融媒体)*(?:记者|通讯员|作者)(?![团站网部证处节]|协会|之家)"
    r"(?:[:：\s]+|$|(?=[一-鿿·]{2,12}(?:$|[\s、,，/／])))"
)
_REST = later(r"[\s|｜/·\-—:：,，>]+")

SOURCES = frozenset(
    ("转自", "信息来源", "文章来源", "稿件来源", "新闻来源", "来源", "发布单位", "发布机构")
)
AUTHORS = frozenset(("作者", "记者", "撰稿", "撰稿人"))
CREDITS = AUTHORS | frozenset(
    ("通讯员", "供稿", "供图", "文/图", "图/文", "图文", "摄影", "文字", "图片")
)
DATES = frozenset(("发布时间", "发布日期", "发表时间", "更新时间", "发稿时间", "时间", "日期"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """What one line, or a page, says of the page; None where it is silent.

    `credits` if the line names who wrote or pictured the story, not only who put it on the site.
    """

    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    issued: PartialDate | None = None
    credits: bool = False


def date_in(text: str) -> PartialDate | None:
    """The first date with a year in `text` that the calendar has."""
    for found in DATE.finditer(text):
        year, month, day = found.groups()
        try:
            return PartialDate(int(year), int(month), None if day is None else int(day))
        except ValueError:
            continue
    return None


def masthead_line(line: str) -> Masthead | None:
    """What a line of keys and values says (``来源：滨城时报``); None for a line of the story."""
    if len(line) > 160 or not _HINT.search(line):
        return None
    rest = line
    known: dict[str, str] = {}
    for found in _PAIR.finditer(line):
        known.setdefault(found[1], found[2].strip(" 　【[（("))
    rest = _PAIR.sub(" ", line)
    issued = next((date_in(known[key]) for key in DATES & known.keys()), None)
    if issued is None:
        issued = date_in(line)
    bare = _REST.sub("", _PRINT.sub("", DATE.sub("", rest)))
    dates = sum(1 for _ in DATE.finditer(rest))
    if not known and dates != 1:
        return None  # 2023.9-2024.7 stands in a table
    if any(len(value) > 30 or re.search("[。？！]", value) for value in known.values()):
        return None
    if (
        "记者" in bare
        or len(bare) > (14 if known or dates else 0)
        or any(sign in bare for sign in "。；，？！")
    ):
        return None
    publisher = next((known[key] for key in sorted(SOURCES & known.keys()) if known[key]), None)
    author = next((known[key] for key in sorted(AUTHORS & known.keys()) if known[key]), None)
    credited = bool(CREDITS & known.keys())
    if publisher is None and len(bare) >= 4 and not _NO_OUTLET.search(DATE.sub("", rest)):
        publisher = bare
    if publisher is not None:
        publisher, *names = _BYLINE.split(DATE.sub("", publisher).strip(), maxsplit=1)
        author = author or "".join(names).strip() or None
        credited = credited or bool(names)
    return Masthead(publisher=publisher or None, author=author, issued=issued, credits=credited)
