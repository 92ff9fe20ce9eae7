"""他 and 她 where only one person can be meant: the one whom the sentence before is about."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.ours import with_ours
from ..page.clean import Clean
from ..page.sentences import sentence_around

__all__ = ["in_play", "with_pronouns"]

_HE = later(
    "(?<=[，。；：！？\n 　”,;:])[他她](?![们的俩])"
    "|(?<=选派|委派|抽调|推荐)[他她](?=[到赴往去来前])"
)
_END = later("[。！？!?\n]")
_TURN = later("[；;]|(?:[而则]是|还有|另一)")  # the talk turns to somebody else
_FAR = 600  # characters
_BACK = 2  # sentences without a person that may stand between the name and 他


def in_play(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Bodies, places and schemes with 我校 and 该县; persons with every 他 that is sure."""
    known = with_ours(clean, mentions)
    spans = {(p.start, p.end) for p in persons}
    heroes = [m for m in known if m.kind is Kind.PERSON and (m.start, m.end) not in spans]
    named = sorted((*persons, *heroes), key=lambda p: (p.start, p.end))
    things = _with_here(clean.text, [m for m in known if m.kind is not Kind.PERSON], named)
    return things, with_pronouns(clean.text, named)


_HERE = later("(?<=在)(?:这里|此地|此)(?=支教|任教|挂职|服务|执教|驻校)")


_THIS = later(
    "(?<=[。！？\n])这(?:里|所学校)(?=[，也就正曾]{0,2}是[^。！？\n]{0,60}的(?:地方|学校|单位))"
)


def _with_here(
    text: str, known: Sequence[Mention], people: Sequence[Mention]
) -> tuple[Mention, ...]:
    """`known` with the school that 在这里支教 means: the one named last in its sentence.

    这里是…的地方 means the one that its paragraph named last.
    """
    found: list[Mention] = []
    for here in _HERE.finditer(text):
        start, _ = sentence_around(text, here.start(), here.start())
        near = [m for m in known if m.kind is Kind.SCHOOL and start <= m.start < here.start()]
        if near:
            found.append(replace(near[-1], start=here.start(), end=here.end()))
    for this in _THIS.finditer(text):
        start = text.rfind("\n", 0, this.start() - 1)
        near = [m for m in known if m.kind is Kind.SCHOOL and start < m.start < this.start()]
        if near and this.start() - near[-1].end < _SAME:
            found.append(replace(near[-1], start=this.start(), end=this.end()))
    fixed = _not_of_home(text, known, people)
    return tuple(sorted((*fixed, *found), key=lambda m: (m.start, m.end)))


_SAME = 160
"""Characters over which 该校 and 这里 go back."""
_SERVES = later("该[校园](?:支教|任教|挂职|援教|轮岗|驻点|服务|顶岗)")
_OF_PERSON = later("的?[^，。；！？\n]{0,10}")
_GOES_TO = later("[^，。；！？\n]{0,20}?(?:到|在|来|赴|至|往|于)")


def _not_of_home(text: str, known: Sequence[Mention], people: Sequence[Mention]) -> list[Mention]:
    """`known` with 该校 turned to the school before where it seemed to be one in 来自A校的甲.

    Nor is it A校 where A校的甲老师到该校支教.
    """
    fixed: list[Mention] = []
    for i, mention in enumerate(known):
        if mention.kind is Kind.SCHOOL and text[mention.start] == "该":
            schools = [m for m in known[max(0, i - 12) : i] if m.kind is Kind.SCHOOL]
            last = schools[-1] if schools else None
            if last is None or last.key != mention.key:
                fixed.append(mention)
                continue
            if _comes(text, last):
                stays = [m for m in schools if not _comes(text, m)]
            elif _is_sent(text, last, mention, people):
                stays = [m for m in schools if m.key != last.key]
            else:
                stays = []
            if stays and mention.start - stays[-1].end < _SAME:
                mention = replace(mention, name=stays[-1].name, key=stays[-1].key)
        fixed.append(mention)
    return fixed


def _is_sent(text: str, school: Mention, there: Mention, people: Sequence[Mention]) -> bool:
    """Whether somebody of `school` goes to the other school that 该校 at `there` means."""
    if _SERVES.match(text, there.start) is None:
        return False
    at = bisect_left([p.start for p in people], school.end)
    first = people[at] if at < len(people) else None
    return (
        first is not None
        and first.end <= there.start
        and _OF_PERSON.fullmatch(text, school.end, first.start) is not None
        and _GOES_TO.fullmatch(text, first.end, there.start) is not None
    )


def _comes(text: str, school: Mention) -> bool:
    return text[max(0, school.start - 2) : school.start] == "来自"


def with_pronouns(text: str, persons: Sequence[Mention]) -> tuple[Mention, ...]:
    """`persons` with one more for each 他 or 她 at the head of a clause, if sure.

    That is the one person named in the sentence so far, or in the nearest sentence of the same
    paragraph that names any; a sentence that names two leaves it open.
    """
    if not persons:
        return ()
    starts = [p.start for p in persons]
    found: list[Mention] = []
    for he in _HE.finditer(text):
        far = max(0, he.start() - _FAR)
        paragraph = max(far, text.rfind("\n", far, he.start()) + 1)
        low, high = bisect_left(starts, paragraph), bisect_left(starts, he.start())
        if low == high:
            continue
        nearest = persons[high - 1]
        between = _END.findall(text, nearest.end, he.start())
        if len(between) > _BACK or _TURN.search(text, nearest.end + 1, he.start()):
            continue
        head = paragraph
        for mark in _END.finditer(text, paragraph, nearest.start):
            head = mark.end()
        here = {p.key for p in persons[bisect_left(starts, head) : high]}
        if len(here) == 1 and not any(
            p.start <= he.start() < p.end for p in persons[high - 1 : high]
        ):
            found.append(replace(nearest, start=he.start(), end=he.end()))
    return tuple(sorted((*persons, *found), key=lambda p: (p.start, p.end)))
