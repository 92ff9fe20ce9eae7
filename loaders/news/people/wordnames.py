"""Names that are ordinary words as well (高兴, 万里), believed for where they stand alone.

No list of such names is used: what speaks for them is a place that only a name can fill.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ... import dictionary
from ...later import later
from ..numbers.numbers import chinese_number, is_range
from .labels import Spans, overlaps
from .names import NEVER, Names
from .titles import Title

__all__ = ["second_of_pair", "word_names"]

_GAP = later("[ 　]{1,3}")
_SAID = later(
    "(?<![一-鿿])(?P<bare>[一-鿿]{2,3})(?=的名字)|(?:真叫|就叫|名叫|名字叫)(?P<told>[一-鿿]{2,3})"
    "|[，。：]叫(?P<apart>[一-鿿]{2,3})(?=[，。])"
)
_SEXED = later("(?<![^\n、；;])[ 　]*(?P<name>[一-鿿]{2,3})(?=[，,（(][男女][，,）)])")
_ENTRY = later("(?<![^\n])[ 　]*(?P<name>[一-鿿]{2,3})(?:[ 　]{1,4}(?:生前)?[系为是]?|\n)")
_COUNTED = later("等?[0-9一二三四五六七八九十]{1,2}[位名](?=[^，。；])")
_CLOSED = later("的(?P<name>[一-鿿]{2,3})(?=[，。、；])")
_ITEM = later("[一-鿿]{2,3}$")
_UNITS = frozenset("院部系处室科校会")
_NAMING = ("nr", "ns", "nz")
_CUT_OFF = later("[一-鿿]{2,4}(?=[ 　\n]|$)")
_BEFORE_UNIT = later("[、，,和][一-鿿]{3,14}$")


def word_names(names: Names, titles: Sequence[Title], found: Spans) -> None:
    """Add to `found` the names that stand where nothing else can: start → end."""
    _between_gaps(names, titles, found)
    text = names.text
    for said in _SAID.finditer(text):
        start, end = said.span(said.lastgroup or "told")
        for stop in range(end, start + 1, -1):
            if (stop == end or names.right(stop) >= 3) and _add(names, found, start, stop):
                break
    for entry in _SEXED.finditer(text):
        _add(names, found, *entry.span("name"))
    opened = {title.start for title in titles}
    for entry in _ENTRY.finditer(text):
        line = text.find("\n", entry.end())
        line = line if line >= 0 else len(text)
        posted = any(at in opened for at in range(entry.end() + 2, line))
        if names.taken[entry.end()] and entry.end() not in opened and posted:
            _add(names, found, *entry.span("name"))
    _counted(names, found)


def second_of_pair(names: Names, found: Spans) -> None:
    """A校的甲和B校的丰收，: behind a known name, a joint and a body with 的 comes a name."""
    for end in sorted(found.values()):
        at = end + 1
        while names.text[end : end + 1] in ("和", "与", "、") and names.taken[at]:
            at += 1
        item = _CLOSED.match(names.text, at) if at > end + 1 else None
        if item is not None and names.free(*item.span("name")):
            _add(names, found, *item.span("name"))


def _add(names: Names, found: Spans, start: int, end: int) -> bool:
    """Note the name if a surname opens it and nothing else lies there."""
    if end not in dict(names.ends(start)) or overlaps(found, start, end):
        return False
    if not NEVER.isdisjoint(names.text[start:end]):
        return False
    found[start] = end
    return True


def _between_gaps(names: Names, titles: Sequence[Title], found: Spans) -> None:
    """党总支书记 成功 at the end of a line, 副局长 锡林夫 负责: cut off on both sides."""
    text = names.text
    for title in titles:
        gap = _GAP.match(text, title.end)
        if gap is None or not title.start or not names.taken[title.start - 1]:
            continue
        name = _CUT_OFF.match(text, gap.end())
        if name is None or not names.free(*name.span()):
            continue
        if not _add(names, found, *name.span()) and _strange(name[0]):
            found.setdefault(*name.span())


def _strange(form: str) -> bool:
    """Whether the characters are no words that a sentence goes on with: not 分管德育."""
    if len(form) < 3 or not NEVER.isdisjoint(form):
        return False
    parts = dictionary.tag(form, False)
    return all(len(word) == 1 or tag in _NAMING for word, tag in parts)


def _counted(names: Names, found: Spans) -> None:
    """A校甲、B校乙、C校丙三位教师: what stands between a body and the joint is a name."""
    text = names.text
    for counted in _COUNTED.finditer(text):
        end, spans = counted.start(), []
        while end:
            start = max(end - 3, 0)
            while start < end and names.taken[start:end].count(1):
                start += 1
            item = _ITEM.search(text, start, end)
            if item is None or not item.start() or not names.taken[item.start() - 1]:
                break
            spans.append(item.span())
            at = item.start()
            while at and names.taken[at - 1]:
                at -= 1
            if text[at - 1 : at] != "、":
                break
            end = at - 1
        if len(spans) > 1:
            for start, end in spans:
                _add(names, found, start, end)
        elif counted.start():
            for start, end in _of_units(names, counted):
                _add(names, found, start, end)


def _of_units(names: Names, counted: re.Match[str]) -> list[tuple[int, int]]:
    """某学院甲，某学部乙、某处丙三位教师: as many names as are counted, each behind its unit."""
    told = re.sub("[等位名]", "", counted[0])
    number = int(told) if told.isdecimal() else chinese_number(told)
    if number is None or is_range(told):
        return []
    text, end = names.text, counted.start()
    spans: list[tuple[int, int]] = []
    while end and len(spans) < number:
        fits = (end - size for size in (3, 2) if text[end - size - 1 : end - size] in _UNITS)
        start = next((at for at in fits if at > 0 and end in dict(names.ends(at))), None)
        if start is None or not names.free(start, end):
            break
        spans.append((start, end))
        unit = _BEFORE_UNIT.search(text, max(0, start - 16), start)
        end = unit.start() if unit else 0
    return spans if len(spans) == number > 1 else []
