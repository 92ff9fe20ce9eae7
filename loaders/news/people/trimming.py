"""The edges of what the model proposes, put where a name can begin and end: 镇长|向世明."""

from __future__ import annotations

from .edges import FOLLOWING
from .names import SYLLABLES, Names
from .proposer import Proposal
from .surnames import compounds, singles

__all__ = ["STRANGE", "SURE", "trimmed"]

SURE = 0.93
"""From this score on it is believed against the rules, or for what may well be a word."""
STRANGE = 0.85
"""From this score on a string without a known surname is believed beside a post, body or edge."""
_FAR = 3.0  # between the scores of two ends of a name


def trimmed(names: Names, one: Proposal) -> Proposal:
    """The proposal without a first character that begins no name where the next one does.

    Two characters that can end there far worse than a character later go on to it: 东方|亮.
    """
    while one.start < one.end - 2 and names.taken[one.start]:
        one = Proposal(one.start + 1, one.end, one.score)  # 镇长|向世明
    if one.end - one.start > 2 and names.met_then(one.end - 1):
        return Proposal(one.start, one.end - 1, one.score)  # 见到韩勇|时
    if one.end - one.start == 2 and one.score < SURE and (ends := names.ends(one.start)):
        end, best = ends[0]
        if end == one.end + 1 and dict(ends).get(one.end, -_FAR) < best - _FAR:
            return Proposal(one.start, end, one.score)
    if one.end - one.start not in (3, 4):
        return one
    if _takes_in(names, one):
        return Proposal(one.start, one.end - 2, one.score)  # 罗勇|照样
    if one.end - one.start == 4 and one.score < SURE and _runs_on(names, one):
        return Proposal(one.start, one.end - 1, one.score)  # 章孔亮|和同行的, 窦明泉|手写
    shorter = one.end - 1 in dict(names.ends(one.start))
    runs_on = shorter and names.goes_on(one.end - 1) and not names.is_usual(one.start, one.end)
    if one.end - one.start == 3 and runs_on:
        return Proposal(one.start, one.end - 1, one.score)  # 夏冰|已在
    if names.ends(one.start):
        return one
    if names.left(one.start) >= 2 and names.left(one.start + 1) < 0 and one.score >= STRANGE:
        return one
    rest = dict(names.ends(one.start + 1))
    if one.end in rest and names.free(one.start, one.end) and rest[one.end] >= 2:
        return Proposal(one.start + 1, one.end, one.score)
    return one


def _takes_in(names: Names, one: Proposal) -> bool:
    """Whether a word stands behind a name of two characters in what the model sees as one."""
    form = names.text[one.start : one.end]
    return (
        names.is_pair_and_word(one.start, one.end)
        and form[0] in singles()
        and form[:2] not in compounds()
        and SYLLABLES.isdisjoint(form[1:])
        and one.end - 2 in dict(names.ends(one.start))
    )


def _runs_on(names: Names, one: Proposal) -> bool:
    """Whether the last of four characters begins what stands behind the name."""
    ends = dict(names.ends(one.start))
    if one.end not in ends or one.end - 1 not in ends or names.text[one.start] not in singles():
        return False
    form = names.text[one.start : one.end]
    if form[:2] in compounds() or not SYLLABLES.isdisjoint(form[1:3]):
        return False
    return form[-1] in FOLLOWING or len(names.word_at(one.end - 1)[0]) > 1
