"""Whether one name is another with what names commonly leave out: 工行某分行, 某工大附属学校.

Only such parts may be missing as tell no two bodies apart: the level of a place, the middle of a
university's or a bank's name, words like 中心 or 公益. 实验, 附属, 师范 and numbers may not.
"""

from __future__ import annotations

from functools import lru_cache

from ....ontology.bodynames import lengthened
from ....ontology.records import Kind
from ...gazetteer import divisions
from ...later import later
from ...lexicon import word_set
from ...suffixes import last_suffix, universities

__all__ = ["contracted", "heads", "tails"]

_LEVEL = later("自治[州县旗]|地区|街道|(?:[一-旎旐-龥]{1,3}族)*自治[州县]|[省市县区州盟旗镇乡]")
_BRACKET = later(r"[（(][^（）()]{1,8}[）)]")
_OF_SCHOOLS = ("中心", "完全", "寄宿制", "九年一贯制", "九年制")
_NUMBER = later("第[一二三四五六七八九十]+[中小幼]")
_OWN = ("company", "foundation", "charity", "education_group", "association", "studio")
#: 希望工程基金 for 希望工程基金会, 甲集团 for 甲集团公司, 国网某省电力 for 国网某省电力公司
_TAILS = later(
    "(?<=基金)会$|(?<=集团)(?:股份)?(?:有限)?公司$"
    "|(?<=电力|石油|石化|移动|联通|电信|铁塔|人寿|财险)(?:有限)?公司$"
)


@lru_cache(maxsize=1 << 14)
def contracted(kind: Kind, short: str, long: str) -> bool:
    """Whether `short` is the name `long` of a body of that kind without what may be left out."""
    long = _bare(short, long)
    if not 2 < len(short) < len(long) or short[0] != long[0]:
        return False
    tail = _TAILS.search(long) if kind is Kind.INSTITUTION else None
    if tail is not None and long[: tail.start()] == short:
        return True
    one, other = lengthened(short), lengthened(long)
    if one[-2:] != other[-2:]:
        if tail is None:
            return False
        other = lengthened(long[: tail.start()])
    fillers = _fillers(kind, other)
    reached = {(0, 0)}
    waiting = [(0, 0)]
    while waiting:
        at, to = waiting.pop()
        steps = [(at, to + width) for width in _left_out(kind, other, to, fillers)]
        if one[at : at + 1] == other[to : to + 1] != "":
            steps.append((at + 1, to + 1))
            steps += _headed(one, other, at, to)
        for step in steps:
            if step not in reached and step[1] <= len(other):
                reached.add(step)
                waiting.append(step)
    return (len(one), len(other)) in reached


def _bare(short: str, long: str) -> str:
    """`long` without the places before it, where `short` begins behind them: 某市|市直一幼."""
    table = divisions()
    while short[:2] != long[:2]:
        sizes = range(min(11, len(long) - 2), 1, -1)
        head = next((size for size in sizes if table.candidates(long[:size])), None)
        if head is None or not long[head:].startswith(short[:2]):
            break
        long = long[head:]
    return long


@lru_cache(maxsize=1 << 14)
def heads(name: str) -> tuple[str, ...]:
    """The first letter of `name`, and those behind the places that it begins with."""
    found = [name[:1]]
    table = divisions()
    while True:
        sizes = range(min(11, len(name) - 2), 1, -1)
        size = next((size for size in sizes if table.candidates(name[:size])), None)
        if size is None:
            return tuple(dict.fromkeys(found))
        name = name[size:]
        found.append(name[0])


@lru_cache(maxsize=1 << 14)
def tails(name: str) -> tuple[str, ...]:
    """The last two letters of `name` in its long form, and of what it may be told as: 基金(会)."""
    found = [lengthened(name)[-2:]]
    if (tail := _TAILS.search(name)) is not None:
        found.append(name[: tail.start()][-2:])
    return tuple(dict.fromkeys(found))


def _fillers(kind: Kind, long: str) -> tuple[str, ...]:
    """The words that tell no body of the sort of `long` from another."""
    if kind is Kind.SCHOOL:
        return _OF_SCHOOLS
    ending = last_suffix(long)
    if ending is None or ending.category not in _OWN:
        return ()
    return tuple(sorted(word_set("left_out")))


def _left_out(kind: Kind, long: str, at: int, fillers: tuple[str, ...]) -> list[int]:
    """How many signs of `long` from `at` on a short form may do without."""
    found = [len(word) for word in fillers if at > 1 and long.startswith(word, at)]
    if at > 1 and (bracket := _BRACKET.match(long, at)) is not None:
        place = bracket[0][1:-1]  # 甲（四川）公司 is a daughter of 甲公司
        if kind is Kind.SCHOOL or not (place == "中国" or divisions().candidates(place)):
            found.append(len(bracket[0]))
    level = _LEVEL.match(long, at)
    if level is not None and at > 1 and _is_place(long[: level.end()]):
        found.append(len(level[0]))
    # 宜七中 for 宜宾七中: of a place in front of a number its first letter is enough
    if at == 1 and _NUMBER.match(long, 2) is not None and divisions().candidates(long[:2]):
        found.append(1)
    return found


def _headed(short: str, long: str, at: int, to: int) -> list[tuple[int, int]]:
    """The steps from one letter that both have over 工业大学 told as 工大, 工商银行 as 工行."""
    found: list[tuple[int, int]] = []
    for sign, whole in (("大", "大学"), ("行", "银行")):
        if short[at + 1 : at + 2] != sign or short[at + 2 : at + 3] == whole[1:]:
            continue
        end = long.find(whole, to + 1, to + 5) + 2
        if end > to + 2 and (sign == "行" or _is_college(long[:end])):
            found.append((at + 2, end))
    return found


@lru_cache(maxsize=1 << 14)
def _is_place(head: str) -> bool:
    """Whether a place ends `head`: a division of the table, or by its level a township."""
    if head.endswith(("镇", "乡", "街道")):
        return True
    return any(divisions().candidates(head[start:]) for start in range(len(head) - 2))


@lru_cache(maxsize=1 << 12)
def _is_college(head: str) -> bool:
    """Whether the name of a university ends `head`."""
    return any(head[start:] in universities() for start in range(len(head) - 3))
