"""Names that the layout shows: in cells of tables, after labels, before brackets."""

from __future__ import annotations

import re

from ...later import later
from ..page.clean import Clean
from .names import Names
from .rosters import find_rows
from .titles import subject_words

__all__ = [
    "Spans",
    "apposed",
    "assigned",
    "bracketed",
    "cells_of_names",
    "labelled",
    "overlaps",
    "seated",
    "take",
]

Spans = dict[int, int]
"""Where a name starts → where it ends."""


_LONGEST = 32
"""No name is longer: three parts of up to eight characters with dots between."""


def overlaps(found: Spans, start: int, end: int) -> bool:
    """Whether one of the names has a part in ``text[start:end]``."""
    near = range(max(0, start - _LONGEST), end)
    return any(found[at] > start for at in near if at in found)


def take(found: Spans, names: Names, start: int, least: float) -> int | None:
    """The best end of a name that starts here, if it scores at least `least`; notes it."""
    if start in found:
        return found[start]
    for end, score in names.ends(start)[:1]:
        if score >= least:
            found[start] = end
            return end
    return None


_IN_CELL = later(r"[一-鿿]{2,6}(?:[·•・‧．･∙⋅▪][一-鿿]{1,8})?(?=[（(]|$)")


def seated(clean: Clean, names: Names) -> Spans:
    """The names in the tables of the text."""
    found: Spans = {}
    for row in find_rows(clean):
        for role in ("name", "second"):
            start, end = row.cells.get(role, (0, 0))
            match = _IN_CELL.match(clean.text[start:end])
            if match is not None and names.free(start, start + match.end()):
                found[start] = start + match.end()
    return found


_LABEL = later(
    r"(?:执教|授课教师|授课|主讲|主讲人|师父|徒弟|导师|作者|编辑|责编|责任编辑|审核|初审|终审|复审|审校|撰稿|供稿|撰文"
    r"|文字|图文|文图|图片|摄影|图|文|校对|值周|值班|整理|特约记者|记者|通讯员|评论员|主持人|嘉宾|联系人|联络人|教师|姓名|签字[）)]|[）)]——)"
    r"(?:(?<=—)|[:：/／]|[ 　](?=\S))[ 　]*"
)


def labelled(names: Names, found: Spans) -> None:
    """执教：甲 乙, （记者 甲 通讯员 乙）, （文/图 甲）."""
    text = names.text
    for label in _LABEL.finditer(text):
        at = label.end()
        for _ in range(6):
            if at >= len(text) or names.taken[at] or text[at] == "\n":
                break
            end = take(found, names, at, 3.0)
            if end is None:
                break
            gap = re.compile(r"[ 　、/／,，]{1,2}").match(text, end)
            if gap is None:
                break
            at = gap.end()


_APPOSED = later(r"(?<=其中)|(?<![^\s、，。：:；—\-·|和与（(])(?=[一-鿿])")
_ASIDE_OF_PERSON = later(
    r"[（(](?:[男女]|[一-鿿]{1,4}族|第[一-鿿0-9]{1,4}届)[，,、）)]|[，,][男女][，,]|[：:](?:原|现)"
)


def apposed(names: Names, found: Spans) -> None:
    """甲（某校）, 甲（语文）, 甲（女，回族）, 甲，女，; 甲：原某校副校长 at the head of a line."""
    _glossed(names, found)
    text, subjects = names.text, subject_words()
    for match in _APPOSED.finditer(text):
        at = match.end()
        if names.taken[at] or at in found:
            continue
        for end, score in names.ends(at)[:1]:
            inside = end + 1 < len(text) and text[end] in "（("
            body = inside and (names.taken[end + 1] or subjects.match(text, end + 1) is not None)
            opens = text[end : end + 1] in "：:" and text[at - 1] == "\n" and names.taken[end + 1]
            if score >= 2.5 and (body or opens or _ASIDE_OF_PERSON.match(text, end)):
                found[at] = end


_ASSIGNED = later("对接|结对|任教于|支教于|派往|派到|派驻|分配到|安排到|分到")


def assigned(names: Names, found: Spans) -> None:
    """甲对接A校，乙任教于B校: a name between a mark and the verb that leads to a body."""
    for verb in _ASSIGNED.finditer(names.text):
        end = verb.start()
        if not names.taken[verb.end()] or not end or names.taken[end - 1]:
            continue
        for size in (3, 2, 4):
            start = end - size
            if start < 0 or start in found or names.left(start) < 1 or not names.free(start, end):
                continue
            if dict(names.ends(start)).get(end, 0.0) >= 2.0:
                found[start] = end
                break


_LATIN = later(r"[A-Z][a-z]+[ .·-](?:[ .·-]*[A-Z][a-z]*)+\.? ?[（(](?=[一-鿿]{2,4}[)）])")


def _glossed(names: Names, found: Spans) -> None:
    """Mary Chan（甲）: a foreign form of the name before brackets."""
    for match in _LATIN.finditer(names.text):
        at = match.end()
        end = next(i for i in range(at, at + 5) if names.text[i] in "）)")
        if names.free(at, end) and end in dict(names.ends(at)):
            found.setdefault(at, end)


_CELL = later(
    r"(?<![^\n\t|])[ 　]*(?:[0-9]{1,3}[.、．)）][ 　]*)?"
    r"([一-鿿]{2,6}(?:[·•・‧．･∙⋅▪][一-鿿]{1,8})?)[ 　]*(?=[\n\t|（(]|$)"
)


_BRACKETED = later("【[ 　]{0,2}(?P<name>[一-鿿]{2,4})[ 　]{0,2}】")


def bracketed(names: Names, found: Spans) -> None:
    """【甲】A校, 【乙】B校: a text whose entries are each opened by a name in such brackets."""
    spans = [match.span("name") for match in _BRACKETED.finditer(names.text)]
    fit = [
        (a, b)
        for a, b in spans
        if names.free(a, b)
        and dict(names.ends(a)).get(b, 0.0) >= 2.4
        and names.shape(names.text[a:b]) > -2
    ]
    if len(fit) > 1 and len(fit) * 3 >= len(spans) * 2:
        found.update(fit)


def cells_of_names(names: Names, found: Spans) -> None:
    """Names that fill a cell of a flattened table, three or more of them."""
    cells = []
    for cell in _CELL.finditer(names.text):
        start, end = cell.span(1)
        least = 2.4 if names.text[cell.start() : start].strip(" 　\n\t|") else 3.4
        if start not in found and dict(names.ends(start)).get(end, 0.0) >= least:
            cells.append((start, end))
    if len({names.text[a:b] for a, b in cells}) >= 3:
        found.update(cells)
