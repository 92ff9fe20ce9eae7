"""Verbs right before the name of a body, which no such name begins with: 情系|喜德中学."""

from __future__ import annotations

from ... import dictionary
from ...lexicon import word_set
from ...suffixes import stop_words

__all__ = ["ends_body", "ends_school", "verb_in"]

_BEFORE = word_set("before_schools")
_BEFORE_ANY = word_set("before_bodies")
_OF_ONE = frozenset(word_set("verbs_of_one"))
_JOINING = frozenset("同跟帮替使凭距逛访让给为与谢找问赞看去往")
"""Of the verbs of one sign those with which a word of a name hardly ever begins."""
_WITH = frozenset("同帮替获邀于经率谢向给")
"""The like before a firm or society."""


def ends_school(word: str, behind: int, placed: bool) -> bool:
    """Whether `word` stands before the name of a school, with `behind` signs of it behind.

    `placed` says whether a place ends right before the word: 某县|进步小学.
    """
    if word in _BEFORE:
        return not placed or behind > 1
    if len(word) > 3 and word[-2:] in stop_words():
        return True  # 衷心感谢|水果湖一中
    return word in _OF_ONE and behind > 1 and not placed


def ends_body(word: str, behind: int, placed: bool) -> bool:
    """The same of a firm, a society, an office."""
    return behind > 1 and not placed and (word in _BEFORE_ANY or word in _WITH)


def verb_in(word: str, behind: int, *, school: bool = True) -> int:
    """How much of a word that no dictionary has is a verb before a name: 同|霞峰, 包联|西."""
    long, short = (_BEFORE, _JOINING) if school else (_BEFORE_ANY, _WITH)
    for cut, verbs in ((2, long), (1, short)):
        rest = len(word) - cut
        if rest > 0 and rest + behind > 1 and word[:cut] in verbs:
            return 0 if dictionary.has_word(word) or (cut == 1 and rest < 2) else cut
    return 0
