"""Where the model is believed though its score is low: it fills the place of a name exactly."""

from __future__ import annotations

from .names import NEVER, RARE_AS_NAME, Names
from .proposer import Proposal

__all__ = ["addressed", "agreed", "same_end"]

AGREED = 0.5
"""From this score on the model is believed where the rules would end the name as it does."""
STRANGE = 0.75
"""From this score on a name of no known surname is believed between a post and a sure end."""
_POSTS = "长任席记委"
_HONOURED = ("同志", "老师", "先生", "女士", "教师", "同学")
_PLACES = frozenset("乡镇村县区街小中")


def agreed(names: Names, one: Proposal, score: float) -> bool:
    """Whether three characters fill the place between a post and a name's end: 会长|黄海松|及."""
    if one.end - one.start != 3 or names.left(one.start) < 3 or score < AGREED:
        return False
    if names.text[one.start - 1] not in _POSTS:
        return False
    right = names.right(one.end)
    first = names.ends(one.start)[:1]
    rules = same_end(names, one) and first[0][1] > 0
    return (rules and right >= 1.5) or (right >= 3 and score >= STRANGE)


def same_end(names: Names, one: Proposal) -> bool:
    """Whether the rules would end three characters as the model does: 甲、乙、李君连|座谈."""
    first = names.ends(one.start)[:1]
    if names.text[one.end : one.end + 1] in _PLACES:
        return False  # 甲、东望山|乡政府
    return one.end - one.start == 3 and bool(first) and first[0][0] == one.end


def addressed(names: Names, start: int, end: int) -> bool:
    """Whether an honour stands behind, or 甲校的 before and a verb behind: 石立新|同志."""
    text = names.text
    if text[start] in NEVER or text[start] in RARE_AS_NAME:
        return False  # 听|过欧阳|老师
    if text.startswith(_HONOURED, end):
        return names.left(start) >= 1
    whose = start > 1 and text[start - 1] == "的" and bool(names.taken[start - 2])
    return whose and names.right(end) >= 2 and len(names.word_at(end)[0]) > 1
