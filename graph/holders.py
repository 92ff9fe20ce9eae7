"""Posts that sources disagree on: one person in two ranks, two holders of a post that has one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, TypeAlias

from ..ontology.dates import PartialDate
from .engine import Store
from .opposed import Claim, Contradiction, opposed
from .spelled import one_written
from .told import Told, World, names_of

__all__ = ["posts"]

_DEPUTY: Final = re.compile(r"(?:常务)?副|代理?|助理|见习|挂职|拟任|原|前任?")
_SINGULAR: Final = re.compile(
    r"校长|园长|局长|厅长|县长|市长|州长|区长|旗长|省长|会长|理事长|董事长"
    r"|党(?:委|总支|支部|组)书记|[省市州县区旗]委书记"
)
_PARTS: Final = re.compile(r"[、，,;；/（()）\s]|兼")


def posts(store: Store, known: World) -> Iterator[Contradiction]:
    """One person in two ranks of one office, and two holders of a post that has one."""
    of_person: dict[tuple[str, str], list[Told]] = defaultdict(list)
    of_post: dict[tuple[str, str], list[tuple[Told, str]]] = defaultdict(list)
    for one in known.facts.values():
        person, body = one.end("person"), one.end("organization")
        if one.kind != "posting" or not person or not body or "title" not in one.says:
            continue
        of_person[person, body].append(one)
        for title in _PARTS.split(one.says["title"]):
            if _SINGULAR.fullmatch(title):
                of_post[body, title].append((one, person))
    for subject, told in sorted(of_person.items()):
        titles = [
            Claim((one.says["title"], _time(one, known)), one.says["title"], one.iri, one.source)
            for one in told
        ]
        yield from opposed("post", subject, (), titles, _fitting, known)
    for (body, title), held in sorted(of_post.items()):
        if len({person for _, person in held}) < 2:
            continue
        names = names_of(store, {person for _, person in held})
        holders = [
            Claim(
                (names.get(person, person), _time(one, known)),
                names.get(person, person),
                one.iri,
                one.source,
            )
            for one, person in held
        ]
        yield from opposed("post", (body,), (title,), holders, _alike, known)


Time: TypeAlias = tuple[str, str, str]
"""Since, until, and the month of the report."""


def _time(one: Told, known: World) -> Time:
    day = known.issued.get(one.source)
    month = f"{day.year}-{day.month}" if day else ""
    return (one.says.get("since", ""), one.says.get("until", ""), month)


def _fitting(one: tuple[str, Time], other: tuple[str, Time]) -> bool:
    """Whether a person can have had both titles: other offices, or other times."""
    offices = {_DEPUTY.sub("", part) for part in _PARTS.split(one[0]) if part}
    shared = offices & {_DEPUTY.sub("", part) for part in _PARTS.split(other[0]) if part}
    whole = {part for title in (one[0], other[0]) for part in _PARTS.split(title)}
    ranks = {part for part in whole if _DEPUTY.sub("", part) in shared}
    return not shared or len(ranks) == len(shared) or not _at_once(one[1], other[1])


def _alike(one: tuple[str, Time], other: tuple[str, Time]) -> bool:
    """Whether both can have held a post: one name, one name in other characters, other times."""
    return one[0] == other[0] or one_written(one[0], other[0]) or not _at_once(one[1], other[1])


def _at_once(one: Time, other: Time) -> bool:
    """Whether two posts are told of one time: by their dates, else by reports of one month."""
    if one[0] and other[0]:
        a, b = PartialDate.parse(one[0]), PartialDate.parse(other[0])
        ended = [(end, start) for end, start in ((one[1], b), (other[1], a)) if end]
        over = any(PartialDate.parse(end).first <= start.last for end, start in ended)
        return a.overlaps(b) and not over
    return not one[0] and not other[0] and one[2] == other[2]
