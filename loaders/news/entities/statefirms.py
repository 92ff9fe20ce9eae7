"""Firms of the state whose name begins with their group and goes on with a place.

国网某市供电公司, 中国移动某省分公司, 国网某省电力: the walk from the ending stops at the place and
would cut the head off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...later import later
from ...lexicon import word_set
from .hits import PlaceHit
from .words import Words

__all__ = ["state_firms"]

_BY_LENGTH = sorted(word_set("state_firms"), key=lambda head: (-len(head), head))
_HEAD = later("|".join(_BY_LENGTH))
_JOINTS = "的了与和及在向为对联由从到给将把是有捐援派赴驻助携牵组走会出"
_UNIT = later(
    f"(?:(?![{_JOINTS}]|所属|旗下|下属)[一-龥]){{0,9}}?(?:有限(?:责任)?公司|公司|供电[局所]|厂|油田|[分支]行|项目部)"
    "(?!长|员)"
)
#: With a place before it, the line of business alone names the firm: 国网某省|电力.
_BUSINESS = later("(?:电力|石油|石化|移动|联通|电信|铁塔|邮政|保险|人寿|财险|能源|新能源)(?!局)")
_MOST = 4
#: What may follow the bare name of a group where it acts: 国家电网|捐赠, 中国石化|在.
_ACTS = frozenset("的向为在和与及、，。；！）”捐援资派将等定对结携牵组走\n")


def state_firms(words: Words, places: Sequence[PlaceHit]) -> list[tuple[int, int]]:
    """The spans of the firms of the state that begin with the name of their group."""
    starts = {place.start: place for place in places}
    found: list[tuple[int, int]] = []
    for head in _HEAD.finditer(words.text):
        start, end = head.span()
        if words.word(start)[0] != start or (found and start < found[-1][1]):
            continue
        whole = _reach(words.text, end, starts)
        if whole > end:
            found.append((start, whole))
        elif _by_itself(words, start, end):
            found.append((start, end))
    return found


def _reach(text: str, end: int, starts: Mapping[int, PlaceHit]) -> int:
    """Where the name ends that goes on with places and units behind the group; `end` if none."""
    named = at = end
    for _ in range(_MOST):
        while (place := starts.get(at)) is not None:
            at = place.end
        unit = _UNIT.match(text, at)
        if unit is None and at > end:
            unit = _BUSINESS.match(text, at)
        if unit is None:
            return named
        named = at = unit.end()
    return named


def _by_itself(words: Words, start: int, end: int) -> bool:
    """Whether the group itself is told: a name of four letters or more, and no part of a word."""
    text = words.text
    after = text[end : end + 1]
    return end - start > 3 and (not after or after in _ACTS) and words.word(end - 1)[1] == end
