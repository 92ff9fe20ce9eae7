"""A text as the trained proposer sees it: one sign a character, one for each name already read.

Names of bodies and places, runs of digits and of letters are one sign each, so that a model of
characters sees ``S的N老师`` and not thirty characters of a school. What is seen depends only on the
text, the mentions, the dictionary of rjieba and the surnames, never on another rule: the model
stays valid when rules change.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import repeat
from operator import add

from ....ontology.records import Kind, Mention
from ... import dictionary
from ...later import later
from ..entities.crf import MARKS, Known, in_word, told, told_met
from .edges import FOLLOWING
from .names import DOTS, NEVER, SYLLABLES
from .peoplewords import people_rows

__all__ = ["Signs", "features", "features_met", "sentences", "signs"]

_RUN = later(r"[0-9０-９.%]+|[A-Za-z]+")
_SEEN = {Kind.PLACE: "P", Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.PROGRAMME: "G"}
_HEAD = later(
    "(?:副?(?:校长|园长|书记|主任|局长|处长|科长|股长|部长|组长|队长|会长|理事长|院长|县长|区长|市长|州长|旗长|主席|主委)"
    "|秘书长|常委|委员|领队|总经理|董事长|主管|督学|教研员|研究员|班主任|团长|站长|社长|负责人|带头人|主持人|专家)|"
    "(?:正高级|特级|高级|一级|骨干|支教|援疆|援藏|援青|语文|数学|英语|物理|化学|生物|历史|地理|政治|音乐|美术|体育)?"
    "(?:教师|老师|教授|讲师|博士|导师)|(?:记者|通讯员|编辑|作者|供稿|摄影)|(?:学生|同学|小朋友|同志|先生|女士|阿姨|队员|志愿者)"
)
_MARKS = MARKS | dict.fromkeys(DOTS, "·")
_ENDS = frozenset("。！？!?；;\n")
_START = frozenset("srhm")


@cache
def _class_of() -> dict[str, str]:
    """Character → class: a mark, a surname (frequent, other, often a word), a syllable, …"""
    classes = dict.fromkeys(SYLLABLES, "m")
    for row in people_rows("surnames"):
        name = row["surname"]
        common = row["rank_2019"].isdigit() and int(row["rank_2019"]) <= 100
        if row["false_positive_risk"] == "high":
            classes[name[0]] = "h"
        elif len(name) == 1:
            classes[name] = "s" if common else "r"
        else:
            classes.setdefault(name[0], "r")
    for word in (*FOLLOWING, *NEVER):
        classes[word] = "h" if classes.get(word, "x") in "srh" else "f"
    return classes | _MARKS


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of a text: where each begins and ends, what it is, its class and its word."""

    starts: list[int]
    ends: list[int]
    forms: list[str]
    classes: list[str]
    words: list[str]


def signs(text: str, mentions: Sequence[Mention]) -> Signs:
    """The signs of `text`. A place of two characters stays open: it may be a person (黄河)."""
    words: list[str] = []
    for word, tag in dictionary.tag_page(text):
        words += in_word(tag, len(word))
    classes = [*map(_class_of().get, text, repeat("x"))]
    for head in _HEAD.finditer(text):
        size = head.end() - head.start()
        classes[head.start() : head.end()] = [*["t"] * (size - 1), "T"]
    seen = Signs([], [], [], [], [])
    at = 0
    for start, end, sign in (*_shut(text, mentions), (len(text), len(text), "")):
        for run in _RUN.finditer(text, at, start):
            _plain(seen, text, classes, words, at, run.start())
            _one(seen, run.start(), run.end(), "A" if run[0][0].isalpha() else "0", words)
            at = run.end()
        _plain(seen, text, classes, words, at, start)
        if sign:
            _one(seen, start, end, sign, None)
        at = end
    return seen


def _plain(
    seen: Signs, text: str, classes: list[str], told: list[str], start: int, end: int
) -> None:
    """Add ``text[start:end]``, one sign a character."""
    seen.starts.extend(range(start, end))
    seen.ends.extend(range(start + 1, end + 1))
    seen.forms.extend(text[start:end])
    seen.classes.extend(classes[start:end])
    seen.words.extend(told[start:end])


def _one(seen: Signs, start: int, end: int, sign: str, told: list[str] | None) -> None:
    """Add ``text[start:end]`` as one sign."""
    seen.starts.append(start)
    seen.ends.append(end)
    seen.forms.append(sign)
    seen.classes.append(sign)
    seen.words.append(sign if told is None else told[start])


def _shut(text: str, mentions: Sequence[Mention]) -> list[tuple[int, int, str]]:
    """The spans that are one sign each, in order, none overlapping."""
    spans: list[tuple[int, int, str]] = []
    for mention in sorted(mentions, key=lambda m: m.start):
        seen = _SEEN.get(mention.kind)
        size = mention.end - mention.start
        if seen is None or (spans and mention.start < spans[-1][1]):
            continue
        if size > 2 or seen != "P" or text[mention.end - 1] in "省市县区州旗":
            spans.append((mention.start, mention.end, seen))
    return spans


def sentences(seen: Signs) -> list[tuple[int, int]]:
    """First and last sign of each sentence that could hold a name."""
    spans: list[tuple[int, int]] = []
    low = 0
    classes = seen.classes
    for at, form in enumerate(seen.forms):
        if form in _ENDS:
            if at - low > 1 and not _START.isdisjoint(classes[low:at]):
                spans.append((low, at))
            low = at + 1
    if len(classes) - low > 1 and not _START.isdisjoint(classes[low:]):
        spans.append((low, len(classes)))
    return spans


def features(seen: Signs) -> list[tuple[str, ...]]:
    """What the model is told about each sign: itself, its neighbours, their classes and words."""
    return told(_columns(seen))


def features_met(
    seen: Signs, met: Known, start: int = 0, end: int | None = None
) -> list[tuple[bytes, ...]]:
    """:func:`features` without those that the model never met: they tell it nothing.

    Only the signs from `start` to `end` are told, so that a long page need not be held at once.
    """
    return told_met(_columns(seen, start, end), met)


def _columns(seen: Signs, start: int = 0, end: int | None = None) -> list[tuple[str, list[str]]]:
    """The features, one column each with the character that marks it."""
    size = len(seen.forms)
    end = size if end is None else end
    left, right = ["^"] * max(0, 3 - start), ["$"] * max(0, end + 3 - size)
    c, k, w = (
        left + column[max(0, start - 3) : end + 3] + right
        for column in (seen.forms, seen.classes, seen.words)
    )
    c2, k2, w2 = ([*map(add, column, column[1:])] for column in (c, k, w))
    k3 = [*map(add, k2, k[2:])]
    k4 = [*map(add, k3, k[3:])]
    k5 = [*map(add, k4, k[4:])]
    # how many signs further left than the sign itself the first one stands
    places = (
        ("0", c, 0), ("1", c, 1), ("2", c, -1), ("3", c, 2), ("4", c, -2),
        ("5", c2, 1), ("6", c2, 0), ("7", c2, -1), ("8", c2, 2),
        ("9", k5, 2), ("a", k3, 1), ("b", k4, 0), ("c", k4, 3),
        ("d", w, 0), ("e", w2, 1), ("f", w2, 0), ("g", w2, -1),
    )  # fmt: skip
    return [(mark, column[3 - back :][: end - start]) for mark, column, back in places]
