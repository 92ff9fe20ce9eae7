"""Where the model knows better than the rules: names of no known shape, ends that a rule missed."""

from __future__ import annotations

from collections.abc import Mapping

from ... import dictionary
from ...later import later
from .labels import Spans
from .names import DOTS, RARE_AS_NAME, SYLLABLES, Names
from .proposer import Proposal
from .surnames import compounds, no_names, singles

__all__ = ["GIVEN_TOO", "certain", "ends_elsewhere", "starts_later", "unlikely"]

CERTAIN = 0.93
"""From this score on a name of three characters or more is believed, whatever it looks like."""
WORD = 0.98
"""From this score on a word of two characters is believed to be a name: 雷鸣, 江河."""
LIKELY = 0.6
"""From this score on three characters behind a surname are, between two sure edges: ——张燕宁，."""
LONGER = 0.8
"""From this score on a name goes on behind the end that a rule found: 昂文格|来."""
SHORTER = 0.6
"""From this score on it ends a character or two before it: 许健|常去, 张丽|刚从."""
MUCH = 0.8
CROSSED = 0.4
"""From this score on a name ends before a word that a rule cut through: 彭泽|座谈."""
WORDLIKE = 0.9
"""Below this score a noun or verb of two characters is none: 教师|延期."""
_NO_END = frozenset("年院电号办寄组塔套费室队厅站校区局课所岁里边上沟")
"""Characters that end no name whose first two characters are a word: 柏树|院, 许可|办."""
_CLOSING = ("", *"的，。、；：）！？\n")
"""Behind these no single word is left between a name and them: 副县长王发正的陪同."""
GIVEN_TOO = frozenset("同为从如来成向应")
"""Characters that begin what stands behind a name, and end many names as well: 施大同."""
_NUMERALS = frozenset("一二三四五六七八九十")
_EARTH = later("[山河江湖海村镇乡沟寨]$")


def certain(names: Names, one: Proposal, score: float) -> bool:
    """Whether the model is so sure that no other sign is asked for."""
    form = names.text[one.start : one.end]
    if not names.free(one.start, one.end) or form in no_names():
        return False
    if len(form) == 2:
        return score >= WORD and names.left(one.start) >= 1 and form[0] in singles()
    if score >= CERTAIN:
        return not dictionary.has_word(form) and not _word_inside(names, form)
    known = one.end in dict(names.ends(one.start)) and names.shape(form) >= 0
    edges = names.left(one.start) >= 1 and names.right(one.end) >= 3
    return len(form) == 3 and score >= LIKELY and known and edges and not _EARTH.search(form)


def unlikely(names: Names, one: Proposal, score: float) -> bool:
    """Whether the span looks like a word or a phrase, and the model is not sure: 冷却塔, 公众号."""
    form = names.text[one.start : one.end]
    if score >= CERTAIN or not set(DOTS).isdisjoint(form):
        return False
    if form in no_names():
        return names.left(one.start) < 3
    word, tag = dictionary.tag(form, False)[0]
    if word == form and len(form) == 2:
        return score < WORDLIKE and tag in ("v", "vn", "n") and form not in compounds()
    if word == form:
        return names.left(one.start) < 3
    if len(form) == 3:
        seldom = names.risky(form[0]) and dictionary.tag(form[1:], False)[0]
        if seldom and seldom[0] == form[1:] and seldom[1] in ("v", "vn", "n", "nz"):
            held = names.left(one.start) >= 3 and names.right(one.end) >= 1
            return score < WORDLIKE and not held  # 校长|云学习|平台
        return form[-1] in _NO_END and word == form[:2] and word not in compounds()
    plain = (
        word == form[:2] and form[0] not in SYLLABLES and one.end not in dict(names.ends(one.start))
    )
    return len(form) == 4 and plain and tag[0] in "vn" and not tag.startswith("nr")


def _word_inside(names: Names, form: str) -> bool:
    """Whether a word stands behind a character that is seldom or never a surname: 爱|画画."""
    seldom = form[0] not in singles() or names.risky(form[0])
    return len(form) == 3 and seldom and dictionary.has_word(form[1:])


def ends_elsewhere(names: Names, spans: Spans, one: Proposal, votes: Mapping[str, float]) -> bool:
    """Whether a name that a rule found ends where the model says, and not where the rule does.

    It goes on (东珠才|让) where the model sees the shorter name nowhere; it ends before a word that
    the rule cut through (彭泽座|谈) or took in (高原受邀).
    """
    end = spans.get(one.start)
    if end is None or end == one.end or not set(DOTS).isdisjoint(names.text[one.start : end]):
        return False
    if not names.free(one.start, one.end):
        return False
    if one.end > end:
        shorter = names.text[one.start : end] in votes
        return one.score >= LONGER and not shorter and not names.taken[one.end - 1]
    if (
        one.score >= SHORTER
        and end - one.end < 3
        and names.text[one.start : end] not in votes
        and one.end in dict(names.ends(one.start))
        and names.text[end : end + 1] not in _CLOSING
        and names.text[one.end] not in GIVEN_TOO | _NUMERALS
        and SYLLABLES.isdisjoint(names.text[one.end : end])
        and (names.right(one.end) >= 1.5 or one.score >= MUCH)
    ):
        return True
    word, tag = names.word_at(one.end)
    if one.score < CROSSED or len(word) < 2 or word[0] in _NUMERALS:
        return False  # 马哈三|等
    if one.end + len(word) == end:
        return tag[0] in "vt" and SYLLABLES.isdisjoint(word)  # but 扎西|东周
    return one.end + len(word) > end


def starts_later(names: Names, spans: Spans, one: Proposal) -> bool:
    """Whether a rule took a preposition before the name for its surname: 由|桑晓梅担任."""
    before = one.start - 1
    known = one.end in dict(names.ends(one.start))
    return (
        spans.get(before) == one.end
        and names.text[before] in RARE_AS_NAME
        and known
        and one.score >= LIKELY
    )
