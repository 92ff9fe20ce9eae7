"""Posts told for several people at once: 甲、乙分别担任B校副校长和教务处副主任; 两位教师."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.sentences import sentence_around
from ..people.titles import Title
from .phrase import Held, Line, hold, is_person

__all__ = ["shared_out"]

_EACH = later("分别(?:挂职)?(?:担任|出任|挂任|兼任|任|挂职)")
_BETWEEN = later("(?:来自|的|、|和|与|及|，|两位|三位|[两三四]人|他们|同志|等)*")
_JOINED = later("(?:[、和与及，]|以及)?(?:担任|任)?")


def shared_out(line: Line) -> list[Held]:
    """One post for each person of a list before 分别担任, where there are as many posts."""
    found: list[Held] = []
    text = line.text
    for each in _EACH.finditer(text):
        people = _people(line, each.start())
        # the reader of posts may take the verb for a part of the first post (任|副校长)
        posts = _posts(line, each.start() + 2)
        if len(people) < 2 or len(posts) != len(people):
            continue
        for person, (body, title) in zip(people, posts, strict=True):
            body = body or _seat(line, people, each.start())
            if body is not None:
                found += hold(line, person, body, [title], person.start, "each", 0.85)
    return found + _counted(line)


_HEADING = later("(?:来自|选派|派出)$")


def _seat(line: Line, people: Sequence[Mention], at: int) -> Mention | None:
    """B校 for 两人分别担任教务处副主任、年级组长: the last school that nobody comes from."""
    start = line.text.rfind("\n", 0, at) + 1
    beside = {p.start for p in people} | {p.start - 1 for p in people}
    for span in reversed(line.from_right(start, at)):
        if not isinstance(span, Mention) or span.kind is not Kind.SCHOOL or span.end in beside:
            continue
        if not _HEADING.search(line.text, max(0, span.start - 2), span.start):
            return span
    return None


_COUNT = later("(?:[二两三四五六七八九十]|[0-9]{1,2})[位名](?:优秀|骨干|青年)?$")


def _counted(line: Line) -> list[Held]:
    """A校甲、B校乙两位特级教师: each a teacher of the school right before the name."""
    found: list[Held] = []
    for title in line.titles:
        count = _COUNT.search(line.text, max(0, title.start - 5), title.start)
        if count is None or not title.title.endswith(("教师", "老师", "带头人", "教研员")):
            continue
        at, told, bare = count.start(), list[Held](), list[Mention]()
        while (person := line.ending.get(at)) is not None and isinstance(person, Mention):
            if not is_person(person):
                break
            bare.append(person)
            start = person.start
            school = line.ending.get(start)
            if isinstance(school, Mention) and school.kind is Kind.SCHOOL:
                start = school.start
                for one in bare:  # A校甲、乙: 乙 is at A校 as well
                    told += hold(line, one, school, [title], start, "counted", 0.85)
                bare = []
            if line.text[start - 1 : start] not in ("、", "和", "与"):
                break
            at = start - 1
        found += reversed(told) if len(told) > 1 else []
        if not told:
            found += _of_ours(line, title, count.start())
    return found


_GOAL = later("(?:赴|奔赴|赶赴|前往|支援|对口帮扶|援助|支教于)[^，。；]{0,4}$")


def _of_ours(line: Line, title: Title, at: int) -> list[Held]:
    """甲、乙两位老师 on a page that knows one school only."""
    schools = {m.key: m for m in line.mentions if m.kind is Kind.SCHOOL}
    names: list[Mention] = []
    while (person := line.ending.get(at)) is not None and isinstance(person, Mention):
        if not is_person(person):
            break
        names.insert(0, person)
        at = person.start
        if line.text[at - 1 : at] in ("、", "和", "与"):
            at -= 1
    sentence, _ = sentence_around(line.text, at, at)
    bodies = [s for s in line.from_right(sentence, at) if isinstance(s, Mention)]
    if len(schools) != 1 or len(names) < 2 or any(not is_person(b) for b in bodies):
        return []
    (school,) = schools.values()
    if any(
        _GOAL.search(line.text, max(0, m.start - 8), m.start)
        for m in line.mentions
        if m.key == school.key
    ):
        return []  # the page tells of those who go there, and of their own school without a name
    teacher = replace(title, title="教师")
    return [
        found
        for person in names
        for found in hold(line, person, school, [teacher], person.start, "elided", 0.5)
    ]


def _people(line: Line, at: int) -> list[Mention]:
    """The persons of the list that ends at `at`."""
    people: list[Mention] = []
    start, _ = sentence_around(line.text, at, at, "。！？；\n")
    for span in reversed(line.from_right(start, at)):
        if span.end > at:
            continue
        if _BETWEEN.fullmatch(line.text, span.end, at) is None:
            break
        if isinstance(span, Mention) and is_person(span):
            people.insert(0, span)
        at = span.start
    return people


def _posts(line: Line, at: int) -> list[tuple[Mention | None, Title]]:
    """The posts in a row behind `at`, each with the body that it or the one before it names."""
    posts: list[tuple[Mention | None, Title]] = []
    body: Mention | None = None
    verb = re.compile("(?:挂职)?(?:担任|出任|挂任|兼任|任|挂职)").match(line.text, at)
    here = verb.end() if verb is not None else at
    for span in line.from_right(at, at + 80):
        if span.start > here and _JOINED.fullmatch(line.text, here, span.start) is None:
            break
        if isinstance(span, Title):
            posts.append((body, span))
        elif span.kind in (Kind.SCHOOL, Kind.INSTITUTION):
            body = span
        else:
            break
        here = span.end
    return posts
