"""Names that only a rule saw: words, units and swallowed verbs among them.

The trained model sees nearly every name of a page. What it sees nowhere is a name far less often,
so that such a string must not look like something else: 支教教师|全心投入, 校长甲|携乙.
"""

from __future__ import annotations

from collections.abc import Mapping

from ... import dictionary
from ...later import later
from .edges import FOLLOWING
from .labels import Spans
from .names import DOTS, Names
from .surnames import compounds, first_parts, singles

__all__ = ["doubted_size", "is_phrase", "is_unit", "without_unseen"]

_UNIT = later(
    "(?:支教[队团]|服务[队团]|工作[队组]|[大中小]队|支社|支部|商会|协会|青联|[省市州县区镇乡]委)$"
)
_COUNT = later("[一两二三四五六七八九十0-9]{1,3}[位名人]|等")
_CLOSING = ("", *"，。、；：）！？\n")
_NOT_LAST = frozenset("及携递曾虽则")
"""Characters that hardly end a given name, and often begin what stands behind one."""
_TAIL = _NOT_LAST | FOLLOWING | frozenset("兄")


_ADVERBS = frozenset("都全还也就才均皆再又仍已")


def is_phrase(text: str, start: int, end: int, *, beside: bool) -> bool:
    """Whether three characters, told once, are a word with one more: 精力|旺, 都|嘀咕.

    A word only where no surname opens it; `beside` says that a post or a name stands beside them.
    """
    form = text[start:end]
    if len(form) != 3 or text.count(form) > 1:
        return False
    (head, kind), *_ = dictionary.tag(form[:2], False)
    (rest, deed), *_ = dictionary.tag(form[1:], False)
    if form[0] in _ADVERBS and rest == form[1:] and deed[:1] in ("v", "a", "i", "z", "o"):
        return True
    strange = form[0] not in singles() and first_parts().match(form) is None
    return strange and not beside and head == form[:2] and kind in ("n", "v", "a", "d", "vn", "an")


def is_unit(form: str) -> bool:
    """Whether the string is what a team or a committee is called: 原市委, 由支教团, 组长|单位."""
    return form == "单位" or (len(form) > 2 and _UNIT.search(form) is not None)


def doubted_size(names: Names, start: int, end: int, votes: Mapping[str, float]) -> int:
    """How many characters of a name that the model saw nowhere are one; 0 if it is none."""
    text = names.text
    form, behind = text[start:end], text[end : end + 1]
    if not set(DOTS).isdisjoint(form):
        return end - start
    if len(form) == 2:
        return 0 if _is_word(names, start, end) else 2
    if form[:-1] in votes and form[-1] in _NOT_LAST:
        return len(form) - 1  # 杜逸|及
    if (
        len(form) == 3
        and names.risky(form[0])
        and dictionary.tag(form[1:], False)[0][0] == form[1:]
    ):
        return 0 if dictionary.tag(form[1:], False)[0][1] == "v" else 3  # 某大学|班开班
    family = text[start : start + 2]
    plain = family not in compounds() and first_parts().match(form) is None
    if len(form) == 4 and plain and form[0] in singles() and form[1] not in singles():
        # four characters are a surname of one and too much: 吴思|为名, 温商汇智
        return 2 if form[2] in _TAIL else 3 if form[3] in _TAIL else 0
    if len(form) == 4 and plain and form[3] in _TAIL and behind not in _CLOSING:
        return 3  # 娄和彦|曾专程
    return end - start


def without_unseen(names: Names, spans: Spans, votes: Mapping[str, float]) -> Spans:
    """The spans without what a rule alone took for a name, or for a part of one."""
    text = names.text
    sizes = {
        a: b - a if text[a:b] in votes else doubted_size(names, a, b, votes)
        for a, b in spans.items()
    }
    return {a: a + size for a, size in sizes.items() if size}


def _is_word(names: Names, start: int, end: int) -> bool:
    """Whether two characters that the model saw nowhere are a word here: 教师的|关怀, 西昌|卫星."""
    text = names.text
    form = text[start:end]
    if form[-1] in "在有等":
        return True  # 但在, 助教|金等
    if dictionary.has_word(form) and first_parts().fullmatch(form) is None:
        word, tag = dictionary.tag(form, False)[0]
        named = word == form and tag.startswith(("nr", "ns", "nz"))
        closed = names.right(end) >= (2 if named else 3) or text[end : end + 1] == "说"
        closed = closed or (names.left(start) >= 3 and _COUNT.match(text, end) is not None)
        begins = names.left(start) >= 2 or text[start - 1 : start] == "叫"
        return not (begins and closed)
    # 组|宣科|科长: the unit of the post behind
    return text[end - 1] in "科处室股部" and text[end : end + 1] == text[end - 1]
