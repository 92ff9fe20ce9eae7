"""Retired teachers who teach elsewhere (银龄教师): of their own accord, so no body sent them.

Who is called one, or is retired on a page about them, teaches at the school that the passage names
and that nobody there retired from.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from ....ontology.records import Kind, Mention, Secondment
from ...later import later
from ..entities.colleges import is_college
from ..entities.retired import is_silver, retired_from
from ..page.sentences import sentence_around
from .sendings import Sent

__all__ = ["by_silver", "without_senders"]

_SILVER = later("银龄")
_SENT = later("选派|派出|委派|派遣|派往|派到")
#: 从A|退休, 退休前在A|任教, 原是A|教师, 来自A
_FROM = later("(?:原(?:先|来|本)?[是系为]?|来自|从|离开|告别)$")
_CALLED = later(
    "(?:银龄|退休)[^，。；！？、\n]{0,8}$|银龄[^，。；！？\n]{0,12}(?:中|一员|之一)，$|银龄[^，。；！？\n]{0,10}(?:——|、|：|“)[^，。；！？\n]{0,30}$"
)
_CALLS = later(
    "[^。！？\n]{0,60}?(?:[是为]|成[为了]|当[上了起]|作为|入选|参加|参与|加入|通过|报名|之一|应聘|应征)"
    "[^。！？\n]{0,16}?银龄|[^。！？\n]{0,20}?(?:退休|离休)|等(?:[^，。！？\n]{0,4}[名位])?银龄"
)
#: 甲县教育局局长、乙校校长|某某介绍
_OFFICE = later(
    "(?:副?[校园局处科股院部]长|书记|(?<!班)主任|主席|负责人|工作人员|记者|馆长|学生|家长|村民)$"
)
_BEFORE_OFFICE = later("(?:原|前|退休)[^，。；、]{0,8}$")
_NEAR = 40  # characters from 他 to the school
_start = attrgetter("start")
_GOES = later("[他她][^。！？\\n他她]{0,16}?(?:走[进上]|来到|分[到在]|前往|奔赴|抵达|到|赴)了?$")
#: 任教的学校|不是某校: what other schools stand for
_NOT_HERE = later("(?:毕业于|考[入上取]了?|就读于?|校友|培训|参加|慰问|看望)[^，。；]{0,6}$")


@dataclass(frozen=True, slots=True)
class _Page:
    """The page, its schools and its people, in order."""

    text: str
    schools: tuple[Mention, ...]
    starts: tuple[int, ...]
    people: tuple[Mention, ...]

    def schools_in(self, start: int, end: int) -> list[Mention]:
        """The schools that ``text[start:end]`` names and nobody retired from, each once."""
        low, high = bisect_left(self.starts, start), bisect_left(self.starts, end)
        found = {
            m.key: m
            for m in reversed(self.schools[low:high])
            if not _left(self.text, m)
            and _NOT_HERE.search(self.text, max(start, m.start - 12), m.start) is None
        }
        return sorted(found.values(), key=lambda m: m.start)


def by_silver(text: str, mentions: Sequence[Mention], persons: Sequence[Mention]) -> list[Sent]:
    """A stay for each retired teacher whose school the passage, or else the page, tells."""
    if _SILVER.search(text) is None:
        return []
    schools = tuple(sorted((m for m in mentions if m.kind is Kind.SCHOOL), key=_start))
    starts = tuple(m.start for m in schools)
    page = _Page(text, schools, starts, tuple(sorted(persons, key=_start)))
    left = {m.key for m in schools if _left(text, m)}
    others = {m.key: m for m in schools if m.key not in left}
    only = next(iter(others.values())) if len(others) == 1 else None
    gone = _of_pronouns(page, left)
    found: dict[str, Sent] = {}
    for person in page.people:
        if person.key in found:
            continue
        sentence = sentence_around(text, person.start, person.start)
        if not _is_called(page, person, sentence):
            continue
        host = _host(page, person, sentence, left)
        host = host or gone.get(person.key)
        if host is None and only is not None and (left or is_college(only.name)):
            host = only
        if host is not None:
            found[person.key] = Sent(
                person=person, origin=None, destination=host, title=None,
                start=min(sentence[0], host.start) if _near(host, sentence) else sentence[0],
                end=sentence[1], rule="silver",
                support=() if _near(host, sentence) else ((host.start, host.end),),
            )  # fmt: skip
    return list(found.values())


def _near(host: Mention, sentence: tuple[int, int]) -> bool:
    return sentence[0] <= host.start < sentence[1]


def _is_called(page: _Page, person: Mention, sentence: tuple[int, int]) -> bool:
    """Whether the sentence calls `person` a retired teacher who teaches on, not an official."""
    text, (start, end) = page.text, sentence
    low = max(start, person.start - 48)
    office = _OFFICE.search(text, max(start, person.start - 12), person.start)
    if office is not None and not _BEFORE_OFFICE.search(text, start, office.start()):
        return False
    if _CALLED.search(text, low, person.start):
        return True
    match = _CALLS.match(text, person.end, end)
    return match is not None and not any(
        person.end <= other.start < match.end() and other.key != person.key for other in page.people
    )


def _host(
    page: _Page, person: Mention, sentence: tuple[int, int], left: set[str]
) -> Mention | None:
    """The one school of the sentence, or the last one of the paragraph before it."""
    text = page.text
    here = [m for m in page.schools_in(*sentence) if m.key not in left]
    if len(here) > 1:
        # several, each with its own people: the one on whose side the name stands
        close = [m for m in here if not _comma(text, m, person)]
        return close[0] if len(close) == 1 else None
    if here:
        return here[0]
    paragraph = text.rfind("\n", 0, sentence[0]) + 1
    before = [m for m in page.schools_in(paragraph, sentence[0]) if m.key not in left]
    return before[-1] if before and len(before) == 1 else None


def _comma(text: str, one: Mention, other: Mention) -> bool:
    """Whether a comma stands between the two."""
    return "，" in text[min(one.end, other.end) : max(one.start, other.start)]


def _of_pronouns(page: _Page, left: set[str]) -> dict[str, Mention]:
    """Person → the first school to which 他 or 她 goes, where that is the last one named before."""
    starts = [m.start for m in page.people]
    found: dict[str, Mention] = {}
    for school in page.schools:
        start = sentence_around(page.text, school.start, school.start)[0]
        start = max(start, school.start - _NEAR)
        if school.key in left or _GOES.search(page.text, start, school.start) is None:
            continue
        last = bisect_left(starts, school.start) - 1
        if last >= 0:
            found.setdefault(page.people[last].key, school)
    return found


def _left(text: str, school: Mention) -> bool:
    """Whether a page about retired teachers names `school` as the one they come from."""
    before = _FROM.search(text, max(0, school.start - 4), school.start)
    return before is not None or retired_from(text, school)


def without_senders(
    text: str, stays: Sequence[Secondment[Mention]]
) -> tuple[Secondment[Mention], ...]:
    """`stays` without the schools that retired teachers only worked at before."""
    return tuple(
        replace(stay, origin=None)
        if stay.origin is not None
        and is_silver(text, stay.person)
        and (
            retired_from(text, stay.origin)
            or all(_SENT.search(text, e.start, e.end) is None for e in stay.evidence)
        )
        else stay
        for stay in stays
    )
