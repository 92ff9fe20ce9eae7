"""我 where it can be told who speaks: an answer behind the speaker's name, a page by its writer."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....ontology.records import Mention
from ...later import later
from ..page.clean import Clean

__all__ = ["with_speakers"]

_I = later("(?<![自本忘])我(?![们国省市区县州旗乡镇校园院局厅委会社党军部队处所的])")
_BYLINE = later("(?:^|\n)[ 　]*(?:文|作者|撰文|撰稿|作者简介|口述)(?:[／/|｜]|[：:])[ 　]*$")
_QUOTE = later("[“”]")
_SAID = later("“[^“”]*”")
_HE = later("[他她](?!们)")
_OFTEN = 3  # so often a page says 我 that is told by somebody


def with_speakers(clean: Clean, persons: Sequence[Mention]) -> tuple[Mention, ...]:
    """`persons` with one more for each 我 of whom the text shows who it is, in order."""
    text = clean.text
    first: dict[int, Mention] = {}
    for one in (*_answers(text, persons), *_written(text, persons)):
        first.setdefault(one.start, one)
    return tuple(sorted((*persons, *first.values()), key=lambda p: (p.start, p.end)))


def _answers(text: str, persons: Sequence[Mention]) -> Iterator[Mention]:
    """任重：我是… at the head of a line: 我 is who answers, to the end of the line."""
    for person in persons:
        opens = person.start == 0 or text[person.start - 1] == "\n"
        if not opens or text[person.end : person.end + 1] not in ("：", ":"):
            continue
        end = text.find("\n", person.end)
        yield from _each(text, person, person.end, end if end >= 0 else len(text))


def _written(text: str, persons: Sequence[Mention]) -> Iterator[Mention]:
    """文/甲（某校）: outside of quotations 我 is 甲, if the page names nobody else as a writer."""
    writers = [p for p in persons if _BYLINE.search(text[max(0, p.start - 8) : p.start])]
    writers = writers or _presented(text, persons) or _signed(text, persons)
    writers = writers or _alone(text, persons)
    if len(writers) != 1:
        return
    quoted = [m.start() for m in _QUOTE.finditer(text)]
    for one in _each(text, writers[0], 0, len(text)):
        before = bisect_left(quoted, one.start)
        if before == 0 or text[quoted[before - 1]] == "”":
            yield one


def _presented(text: str, persons: Sequence[Mention]) -> list[Mention]:
    """Who says so: 我叫甲."""
    return [
        p
        for p in persons
        if text.endswith(("我叫", "我叫做"), 0, p.start)
        and text.count("“", 0, p.start) == text.count("”", 0, p.start)
    ]


_LINE = later("[^\n]+")
_BODY = later(
    "[（(][^（()）\n]{2,30}[)）]|[^，。；：！？“”\n]{2,30}(?:成员|队员|志愿者|教师|老师|学生)"
)
_FILLED = later("[ 　——]*(?:女儿|儿子|作者|记者)?[ 　]*")
_HEADS = 3


def _signed(text: str, persons: Sequence[Mention]) -> list[Mention]:
    """Whose name makes up a line at the head or the foot of a page that is told by a me.

    The name may stand behind what the writer is, and a body in brackets behind the name.
    """
    if len(_I.findall(_SAID.sub("", text))) < 2:
        return []
    lines = [line.span() for line in _LINE.finditer(text) if line[0].strip()]
    found: dict[str, Mention] = {}
    for start, end in (*lines[1:_HEADS], *lines[_HEADS:][-2:]):
        named = [p for p in persons if start <= p.start < end]
        if len(named) == 1 and _fills(text, named[0], start, end):
            found.setdefault(named[0].key, named[0])
    return list(found.values())


def _fills(text: str, person: Mention, start: int, end: int) -> bool:
    """Whether a line is the name of a person, with what the person is, and no more."""
    before = text[start : person.start].strip(" 　")
    behind = text[person.end : end].strip(" 　")
    fits = not before or _FILLED.fullmatch(before) or _BODY.fullmatch(before)
    return bool(fits) and (not behind or _BODY.fullmatch(behind) is not None)


def _alone(text: str, persons: Sequence[Mention]) -> list[Mention]:
    """The one person whom a page names that is told by a me, and whom it never calls 他 or 她."""
    own = _SAID.sub("", text)
    if len({p.key for p in persons}) != 1 or len(_I.findall(own)) < _OFTEN or _HE.search(own):
        return []
    return list(persons[:1])


def _each(text: str, person: Mention, start: int, end: int) -> Iterator[Mention]:
    for me in _I.finditer(text, start, end):
        yield replace(person, start=me.start(), end=me.end())
