"""What can stand before a place inside a name: a party, 社 or 团, a level word, 发展和."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ... import dictionary
from ...gazetteer import divisions
from ...later import later
from ...lexicon import word_set
from ...naming import PARTIES
from .hits import PlaceHit
from .words import Words

__all__ = [
    "after_first",
    "after_lead",
    "after_verb",
    "free_before",
    "in_zone",
    "joined_at_level",
    "nation_in",
    "nation_over",
    "nation_within",
    "party_before",
    "short_party_before",
    "trimmed",
    "zone_end",
]

_PARTIES = (*PARTIES, "农工民主党")
_INNER = later(r"[到与和在赴由向像率给从对为及以将]")
_THANKED = later("(?:感谢|谢谢|邀请|引入|联系|协调|争取)(?=中国|中华|全国)")
_WHOLE = later("(?:中国|中华|全国)[一-龥]{2,14}\\Z")
_HAN = later("[一-龥]+")
_NATION = later("[一-龥]{2}(?:中国|全国|中华)")
_NATIONAL = later(r"(?:中国|全国|国家|中央|中华|国务院|香港|澳门|海外)[一-龥]*$")


def party_before(text: str, position: int) -> int | None:
    """Where the name of a party that ends at `position` begins; None if none does."""
    for party in _PARTIES:
        if text.endswith(party, 0, position):
            return position - len(party)
    return None


def short_party_before(text: str, position: int) -> bool:
    """Whether 社 or 团 stands here for 九三学社 or 共青团, and not at the end of 报社, 集团."""
    sign = text[position - 1 : position]
    # 盟 is the party where the page tells of it and of no league (锡林郭勒盟) that it may mean
    party = sign == "盟" and "民盟" in text and not any(one in text for one in _leagues())
    if sign not in ("社", "团") and not party:
        return False
    heads = (text[max(0, position - width) : position] for width in (2, 3))
    return not any(len(head) > 1 and dictionary.has_word(head) for head in heads)


@cache
def _leagues() -> tuple[str, ...]:
    return tuple(one.name for one in divisions().all() if one.name.endswith("盟"))


_JOINED = sorted(word_set("joined"))


def joined_at_level(text: str, joint: int) -> int | None:
    """Where 发展 begins in 县|发展和改革局, where `joint` is that of 和; None without a level."""
    for part in _JOINED:
        edge = joint - len(part)
        if text.endswith(part, 0, joint) and edge > 0:
            return edge if text[edge - 1] in "省市县区州旗盟" else None
    return None


#: What can run into a name that nothing marks: 一到某完小, 爱心企业某集团, 原某某小学.
_LEAD = later(
    "最后|随后|此外|日前|(?:捐|援|筹)建(?=[一-龥]{4})|一(?:到|进|提到|提起|踏进|走进|回到)|(?:爱心|民营|龙头|知名|上市|国有|当地|本地|央地)企业"
    '|(?:(?:常务|执行|名誉)?副?(?:会长|理事长?)|业主|建设|施工|承建|主办|承办|协办|援建|会员|成员|发起|挂钩|后盾|结对|帮扶|共建)?单位|(?<=所在)地|(?:成立|设立|创办)(?=[“"])|原名?(?!野|上|点|平|阳|州|生)'
    "|(?<=[原曾])名|(?:当场|现场|分别|一并|专程|特意|主动|又|再次|共)[向为给]"
    "|[我该本][省市县区州旗盟]|[惠普遍涉波]及|受(?!益)|(?<=[去今明前当每])年|这[就也]?是|(?<=对)接|[听看读写走][完过]|[着著了](?=[一二三四五六七八九十]+[中小幼])"
)


_RUN = later("|".join(sorted(word_set("leads"), key=lambda word: (-len(word), word))))


def after_lead(text: str, start: int, end: int) -> int:
    """Where a name without a place begins that ``text[start:end]`` is read as.

    `end` if nothing but words that are no part of a name stands there: 着手准备|高中.
    """
    while (run := _RUN.match(text, start, end)) is not None:
        start = run.end()
    lead = _LEAD.match(text, start, end)
    return lead.end() if lead and end - lead.end() >= 2 else start


def nation_in(text: str, start: int, end: int) -> int | None:
    """Where 中国… begins in a name read as ``text[start:end]``: at its start, or after 感谢."""
    if _NATIONAL.match(text[start:end]):
        return start
    thanked = _THANKED.search(text, start, end)
    return thanked.end() if thanked else None


def nation_within(text: str, start: int, end: int) -> int | None:
    """Where a second name, of a nation-wide body, begins: 某公司引入|中国某基金会."""
    second = _NATION.search(text, start, end)
    return second.end() - 2 if second else None


def nation_over(text: str, joint: int) -> int | None:
    """Where 中国… begins whose name goes on over the joint 与 at `joint`."""
    whole = _WHOLE.search(text, max(0, joint - 18), joint)
    return whole.start() if whole else None


_ZONE = later(
    "[一-龥]{2,5}?(?:经开区|高新区|(?:经济|技术|产业)*开发区|保税区|度假区|工业园区|产业园区)"
)


def zone_end(text: str, start: int, end: int) -> int | None:
    """Where a zone ends that the table of divisions does not know: 长兴岛经开区|税务局."""
    zone = _ZONE.match(text, start, end)
    return zone.end() if zone else None


def trimmed(text: str, core: int, start: int) -> int:
    """Where a school's name begins in a long run of words: after the last joint in it."""
    middle = text[core:start]
    if len(middle) <= 5:
        return core
    joints = [match.end() for match in _INNER.finditer(middle)]
    return core + next((joint for joint in reversed(joints) if joint <= len(middle) - 2), 0)


def after_verb(words: Words, start: int, end: int) -> int:
    """Where the words after the last verb of the span begin: 充分挖掘|长水教育集团."""
    position = first = start
    while start < end:
        _, right, tag = words.word(start)
        if tag == "v" and right - start > 1 and first < start and right < end:
            position = right
        start = min(right, end)
    return position


_ADDRESS = later("[一-龥]{2,3}[县市区旗][一-龥]{1,4}[镇乡村]|[一-龥]{2,4}[县旗镇乡]")


def after_first(words: Words, start: int, end: int) -> int:
    """Behind a verb that a name with a place of its own follows: 认养|某县某乡某小学."""
    _, right, tag = words.word(start)
    verb = tag == "v" and right - start > 1
    return right if verb and _ADDRESS.match(words.text, right, end) else start


def free_before(words: Words, start: int) -> bool:
    """Whether the word before is a verb, so that a name begins here: 入选|教育部."""
    left, _, tag = words.word(start - 1)
    return tag[:1] in "va" and start - left > 1 and words.text[left:start] != "继续"


def in_zone(text: str, places: Mapping[int, PlaceHit], start: int) -> bool:
    """Whether 区 before `start` ends the name of a zone behind a place: 某市|松岭|区|教育局.

    The table does not know the zone; `places` are told by their ends.
    """
    outer = next((at for at in (start - 3, start - 4) if at in places), None)
    if not text.endswith("区", 0, start):
        return False
    return outer is not None and _HAN.fullmatch(text, outer, start) is not None
