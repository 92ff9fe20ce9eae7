"""Societies of volunteers told without a place where they act: 微尘公益|向…捐赠, 麦苗助学|的志愿者.

What they are called ends in what they do and not in what they are, so the deed behind the name is
looked for as well; words that any such group goes by (青年志愿服务队) name none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...later import later
from ...lexicon import word_set
from ...suffixes import generic_words, stop_words
from .hits import PlaceHit
from .words import Words

__all__ = ["charities_that_act"]

_ENDINGS = later(
    "(?:公益|爱心|慈善|助学|义工|志愿者?|志愿服务|环保)(?:公益)?(?:服务)?"
    "(?:协会|联合会|促进会|总会|联盟|组织|团队|团体|机构|中心|联合体|小组|[社队会团]|基金|工作室|平台)|公益|助学|救援队|狮子会|车友会|(?<=[一壹])基金"
)
_ACTS = later(
    "(?:的?(?:全体|[\\d一二三四五六七八九十]+[余多]?[名位])?(?:志愿者|会员|队员|成员|义工|爱心人士|社员|团友))?(?:一行)?(?:[\\d一二三四五六七八九十]+人)?"
    "(?:再次|又|还|先后|专程)?"
    "(?:向|捐|援建|资助|出资|赞助|携手|联合|走进|来到|到|赴|给|为(?=[一-龥]{2,14}(?:捐|送|添|购|改|配|建))|在[一-龥]{2,12}(?:开展|举行|举办|设立)|发起|募集|筹集|送)"
    "|的?(?:发起人|创始人|会长|副会长|秘书长|理事长|负责人|队长|站长|理事|[志队会]员?[一-龥]{2,3}(?=[说向在，]))"
)
_STEM = later(
    "(?!第[一二三四五六七八九十]|[各该本我某两几多每这那此其大从被把对将])[一-龥A-Za-z“”·]{2,8}"
)
_BEFORE = frozenset("，。、；：！？（\n由和与 ")
_LONGEST = 8
_OTHER = later("[协商]会|企业|集团|公司|学院|大学|基金会|支部|支教队|[县区市]")
_ANYONE = word_set("anyones")
"""Words by which a group of volunteers is told and not named: 青年, 党员, 爱心."""


def charities_that_act(words: Words, places: Sequence[PlaceHit]) -> list[tuple[int, int]]:
    """The spans of societies told by a name and what they do, with a deed or an office behind."""
    text = words.text
    ends = {place.end: place.start for place in places}
    found: list[tuple[int, int]] = []
    last = 0
    for ending in _ENDINGS.finditer(text):
        start, end = ending.span()
        if start < last or _ACTS.match(text, end) is None:
            continue
        begin = _begin(text, start, max(last, start - _LONGEST - 1), ends)
        if begin is None or start in ends or not _is_name(words, begin, start):
            continue
        while begin in ends:
            begin = ends[begin]
        found.append((begin, end))
        last = end
    return found


def _begin(text: str, start: int, low: int, ends: Mapping[int, int]) -> int | None:
    """Where the name begins, behind a mark or a place; None if more stands before it."""
    for begin in range(start - 2, low - 1, -1):
        if begin < 0:
            return None
        if begin == 0 or begin in ends or text[begin - 1] in _BEFORE:
            return begin if _STEM.fullmatch(text, begin, start) else None
    return None


def _is_name(words: Words, start: int, end: int) -> bool:
    """Whether the words before the ending are more than those any group of volunteers goes by."""
    if _OTHER.search(words.text, start, end):
        return False  # 某商会|冬季助学
    parts = words.parts(start, end)
    if any(part in stop_words() for part in parts):
        return False
    common = generic_words() | _ANYONE
    return not all(part in common or len(part) == 1 for part in parts)
