"""Names that the words before or behind introduce: 名叫甲, 教数学的甲, 甲，女，中共党员."""

from __future__ import annotations

from ... import dictionary
from ...later import later
from .edges import MET
from .labels import Spans, take
from .names import Names

__all__ = ["in_unit", "introduced", "opening"]

_CALLED = later(
    "(?:名叫|叫做|有个叫|叫作|孩子叫|他叫|她叫|我叫|妻子|丈夫|爱人|老伴|母亲|父亲|徒弟|室友|战友"
    "|女儿|儿子|本名|(?:教师|老师|学生|家长|员工|队员|校友|盟员)代表|爱心人士(?:“[^”]{1,8}”)?|全名|真名|原名|姑娘|小伙子|小伙|正是|的是|还有|同事|搭档|同伴|好友"
    "|之友(?=[一-鿿]{2,3}(?:先生|女士)))"
)
_DOES = later(
    "教(?:高中|初中|小学)?(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学|信息技术)的"
    f"|(?:{'|'.join(sorted(MET))})(?=[一-鿿]{{2,3}}时[，的])"
    "|(?:[^，。；\n]{2,8}岁|出生|毕业|退休|工作)的|这[就便]?是|[与和](?=[一-鿿]{2,3}一[同起道])"
)
_AUTHOR = later("[（(]作者(?=[一-鿿]{2,4}[，,）)])(?![系为是单])")
_TOGETHER = ("一同", "一起", "一道")
_TRAIT = later(
    "，(?:[男女][，。]|中共(?:预备)?党员|[一-鿿]{1,4}族[，。]|\\d{4}年\\d{0,2}月?出?生|生于|现年|今年\\d"
    "|(?:正)?高级教师[，。]|特级教师[，。])"
)
_OPENS = frozenset("\n。；：、.．")


def introduced(names: Names, found: Spans) -> None:
    """Note the names that are introduced, where they look enough like names."""
    text = names.text
    for match in _CALLED.finditer(text):
        take(found, names, match.end(), 2.8)
    for match in _DOES.finditer(text):
        at = match.end()
        if at < len(text) and not names.taken[at]:
            for end, score in names.ends(at)[:1]:
                closed = names.right(end) >= 2 or text.startswith(_TOGETHER, end)
                if score >= 2.8 and names.shape(text[at:end]) >= 0 and closed:
                    found.setdefault(at, end)
    for match in _AUTHOR.finditer(text):
        take(found, names, match.end(), 2.8)
    for match in _TRAIT.finditer(text):
        _entry(names, found, match.start())


def _entry(names: Names, found: Spans, end: int) -> None:
    """A name between the head of a sentence and what somebody is: 甲，女，高级教师."""
    for size in (3, 2, 4):
        start = end - size
        if start < 0 or (start and names.text[start - 1] not in _OPENS):
            continue
        if names.free(start, end) and end in dict(names.ends(start)):
            found.setdefault(start, end)
            return


_OURS = frozenset({"我会", "我校", "该校", "我院", "我县", "我局", "本会", "本校"})
_UNIT = frozenset("部处办室科股组系局院中会校台馆所站团厅区")
_HONOURED = ("博士", "女士", "先生", "同志", "老师", "教授", "同学")


def in_unit(names: Names, start: int, end: int) -> bool:
    """Whether the name of an office stands before what is surely a name: 校办|许宁|主任."""
    ours = names.text[max(0, start - 2) : start] in _OURS
    if not start or (names.text[start - 1] not in _UNIT and not ours) or names.taken[start - 1]:
        return False
    scored = names.ends(start)[:1]
    sure = bool(scored) and scored[0][0] == end and scored[0][1] >= 3.0
    closed = bool(names.taken[end]) or (ours and names.text[end : end + 1] == "、")
    closed = closed or names.text.startswith(_HONOURED, end)
    return sure and closed and (ours or not _may_be_word(names, start, end))


def _may_be_word(names: Names, start: int, end: int) -> bool:
    """Whether what begins with a seldom surname may be another word than a name: 组|高端|人才."""
    form = names.text[start:end]
    if not names.risky(form[0]):
        return False
    words = dictionary.has_word(form[:2]) or dictionary.has_word(form[1:])
    return len(form) != 3 or words or names.shape(form) < 0


_OPENS_LIST = frozenset("有是括即含")


def opening(names: Names, end: int) -> int | None:
    """Where the first name of a list begins behind a verb: 教职工有|王牡丹、."""
    start = end - 3
    if start < 1 or names.text[start - 1] not in _OPENS_LIST or not names.free(start, end):
        return None
    sure = names.ends(start)[:1]
    likely = bool(sure) and sure[0][0] == end and sure[0][1] >= 4.0
    return None if not likely or _may_be_word(names, start, end) else start
