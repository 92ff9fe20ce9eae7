"""Rolls of people sent: one entry a person, with home and host in it or said once for many.

Where somebody serves stands in the entry (支教学校：B校, ——B校, or behind the home), before all
names of a line, in the heading above them, in a line below, or in the sentence that opens the roll.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..entities.colleges import is_college
from ..entities.sides import codes_of, contains, direction
from ..page.clean import Clean
from ..people.rosters import find_rows
from .aidposts import TEAM
from .graduates import team_home
from .headings import lines_of
from .hosts import apart, may_help
from .rollentries import LEAST, Entry, Side, entries_of, within
from .sendings import Sent
from .visits import CALLS, LESSONS

__all__ = ["ROLL", "by_rolls"]

ROLL = "roll"
"""The rule that such stays name."""
_STUDENTS = "研究生支教团|研支团"
_SENDS = f"支教|选派|派驻|派往|援派|挂职|轮岗|银龄|组团式|西部计划|{AID_TO}|{_STUDENTS}"
_LISTS = "名单|一览|成员|队员|人员|简介|安排|分组|公示|公布|如下|风采"
_COUNT = "[0-9一二两三四五六七八九十]+余?[名位]"
_OPENS = later("[^。\n：]+：?")
_SENT = later(_SENDS)
_LISTED = later(_LISTS)
_GOES_ON = later("[ 　|]+(?:序号[ 　|]|[0-9一]{1,2}[ 　.、|]|[^ 　|]{1,6}[ 　|])")
_COUNTED = later(f"{_COUNT}.*(?:：|[他她]们(?:分别)?是：?)$")
_PASSES = later(
    f"{CALLS}|{LESSONS}|培训|研学|跟岗|参赛|获奖|表彰|评审|专家|来访|座谈|家访|培养|学员|先进|优秀"
)
_OTHER = later("(?:名单|一览表?)(?:如下|公示)?：?$")
_STUDENT_TEAM = later(_STUDENTS)
_GOES = later("(?:赴|到|往|至|支援|帮扶|援助|派驻)$")
_HOST = later(
    "(?:(?:服务|支教|受援|挂职|任教|拟聘|派驻|接收|对口|支援|帮扶|援[一-鿿])"
    "(?:学校|单位|地点?|县[市区]?|地区|园|院校)(?:[：: 　|]|就?[是为在])?|派往|派到|派驻|赴|前往"
    "|服务于|任教于|挂职于|挂任|任教|支教于|[—→]+|-+>)(?:在|于)?[ 　|]*$"
)
_BELOW = later("[ 　]*(?:服务|支教|受援|挂职|任教|派驻|对口)(?:学校|单位|地点?)[：:是为]")
_BEFORE = 16
_MOST = 4  # places in one sentence: of more it cannot be told which is meant
_GROUP = later("[组队](?:[（(：: 　])$")


class _Roll(NamedTuple):
    """What the sentence that opens a roll says once for all."""

    told: tuple[int, int]
    end: int
    """Where the roll ends at the latest: where the next is opened."""
    aim: Mention | None
    home: Mention | None
    students: bool


def by_rolls(
    clean: Clean,
    things: Sequence[Mention],
    people: Sequence[Mention],
    homes: Mapping[str, Mention],
    context: Collection[str],
) -> Iterator[Sent]:
    """A stay for each entry of a roll of people sent, in order."""
    rows = frozenset(row.start for row in find_rows(clean))
    for roll in _rolls(clean.text, things, context):
        bodies = _bodies(things, roll)
        side = _sides(bodies, context)
        entries = list(entries_of(clean.text, roll.told, roll.end, bodies, people, rows, side))
        yield from _of_roll(clean.text, roll, entries, things, homes, context)


def _sides(bodies: Sequence[Mention], context: Collection[str]) -> Side:
    """The province of each body; if all lie in one, the prefecture, else the county."""
    codes = {body.key: codes_of(body, context)[::-1] for body in bodies}
    for level in range(3):
        sides = {key: code[level] if len(code) > level else "" for key, code in codes.items()}
        if len(set(sides.values())) > 1:
            return lambda body: sides.get(body.key, "")
    return lambda body: ""


def _of_roll(
    text: str,
    roll: _Roll,
    entries: Sequence[Entry],
    things: Sequence[Mention],
    homes: Mapping[str, Mention],
    context: Collection[str],
) -> Iterator[Sent]:
    below = _below(text, roll, things, entries)
    found: list[Sent] = []
    proven = {
        entry.above.key
        for entry in entries
        if entry.above is not None
        and (home := _ends(text, roll, entry, homes, context)[0]) is not None
        and _far(home, entry.above, context)
    }
    for entry in entries:
        home, host, sure = _ends(text, roll, entry, homes, context)
        host = host or below.get(entry.person.key) or entry.above or roll.aim
        if host is None or (home is not None and home.key == host.key):
            continue
        if home is not None and not sure and not _far(home, host, context):
            continue
        said = sure or roll.aim is not None or entry.person.key in below or host.key in proven
        if home is None and not said:
            continue
        found.append(
            Sent(
                person=entry.person, origin=home, destination=host, title=None,
                start=entry.person.start, end=max(entry.end, entry.person.end), rule=ROLL,
                support=(roll.told,),
            )
        )  # fmt: skip
    if len({sent.person.key for sent in found}) >= LEAST:
        yield from found


def _far(home: Mention, host: Mention, context: Collection[str]) -> bool:
    return apart(home, host, context) and may_help(home, host, context)


def _rolls(text: str, things: Sequence[Mention], context: Collection[str]) -> Iterator[_Roll]:
    """The sentences that open a roll, and what each says of all in it."""
    heads = [found for found in _OPENS.finditer(text) if _is_head(found[0].strip())]
    ends = [*(found.start() for found in heads[1:]), len(text)]
    aim: Mention | None = None
    college = team_home("", things) if _STUDENT_TEAM.search(text) is not None else None
    for found, end in zip(heads, ends, strict=False):
        if not _is_opening(found[0].strip()):
            continue
        listed = _LISTED.search(found[0])
        goes_on = listed is not None and _GOES_ON.match(found[0], listed.end()) is not None
        told = found.start(), found.start() + listed.end() if listed and goes_on else found.end()
        students = _STUDENT_TEAM.search(text, *told) is not None
        home = college if students else None
        aim = _aim(text, within(things, *told), context) or aim
        yield _Roll(told, end, aim, home, students)


def _is_head(said: str) -> bool:
    """Whether it opens a roll, or a list of others (评审专家名单), where a roll ends."""
    return _is_opening(said) or (_OTHER.search(said) is not None and bool(_PASSES.search(said)))


def _is_opening(said: str) -> bool:
    if _SENT.search(said) is None or _PASSES.search(said) is not None:
        return False
    return _LISTED.search(said) is not None or _COUNTED.search(said) is not None


def _aim(text: str, things: Sequence[Mention], context: Collection[str]) -> Mention | None:
    """The one body or place to which the opening says that all go."""
    aims: dict[str, Mention] = {}
    before = -1
    for chain in _chains(things):
        joined = text[before : chain[0].start] in ("、", "和", "与", "及")
        if joined or _GOES.search(text, max(0, chain[0].start - 2), chain[0].start):
            aims[chain[-1].key] = chain[-1]
            before = chain[-1].end
    if len(aims) > _MOST:
        return None
    fine = [
        m
        for m in aims.values()
        if not any(o.key != m.key and contains(m, o, context) for o in aims.values())
    ]
    return fine[0] if len(fine) == 1 else None


def _chains(things: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Bodies and places that stand without a gap: 某省|某县|某校."""
    chain: list[Mention] = []
    for one in things:
        if chain and chain[-1].end != one.start:
            yield chain
            chain = []
        chain.append(one)
    if chain:
        yield chain


def _bodies(things: Sequence[Mention], roll: _Roll) -> list[Mention]:
    """The bodies and places behind the opening that may be a home or a host."""
    behind = [m for m in within(things, roll.told[1], roll.end) if m.kind in _KINDS]
    last = [chain[-1] for chain in _chains(behind)]
    return [m for m in last if not TEAM.search(m.name) and not (roll.students and _faculty(m))]


_KINDS = (Kind.SCHOOL, Kind.INSTITUTION, Kind.PLACE)


def _faculty(body: Mention) -> bool:
    """Whether it is a university or a part of one: no host of its own graduates."""
    return body.kind is Kind.INSTITUTION or (body.kind is Kind.SCHOOL and is_college(body.name))


def _below(
    text: str, roll: _Roll, things: Sequence[Mention], entries: Sequence[Entry]
) -> dict[str, Mention]:
    """Person → the school of the line below the list: 服务学校：A校."""
    found: dict[str, Mention] = {}
    waiting = iter(entries)
    entry = next(waiting, None)
    for start, end in lines_of(text, roll.told[1], roll.end):
        here = within(things, start, end) if _BELOW.match(text, start, end) else ()
        while here and entry is not None and entry.person.start < start:
            found[entry.person.key] = next(_chains(here))[-1]
            entry = next(waiting, None)
    return found


def _ends(
    text: str,
    roll: _Roll,
    entry: Entry,
    homes: Mapping[str, Mention],
    context: Collection[str],
) -> tuple[Mention | None, Mention | None, bool]:
    """Home and host of an entry, as far as it tells them, and whether the host is sure."""
    told = [b for b in entry.bodies if _HOST.search(text, max(0, b.start - _BEFORE), b.start)]
    rest = [b for b in entry.bodies if b not in told]
    home = roll.home or next((b for b in rest if b.kind is not Kind.PLACE), None)
    home = home or (rest[0] if rest and told else None)
    if told:
        return home, told[0], True
    second = next((b for b in rest if b is not home and b.kind is Kind.SCHOOL), None)
    if second is not None and home is not None and _far(home, second, context):
        return home, second, True
    aimed = second is not None and roll.aim is not None and contains(roll.aim, second, context)
    if second is not None and home is not None and not aimed and _far(second, home, context):
        return second, home, True
    lead = entry.lead
    if lead is not None and lead.kind is Kind.SCHOOL:
        if rest and rest[0].kind is Kind.SCHOOL and _before(lead, rest[0], roll, context):
            return lead, rest[0], True
        if home is not None and _far(home, lead, context):
            return home, lead, True
        if _GROUP.search(text, max(0, lead.start - 8), lead.start):
            return home, lead, True
        if home is None and roll.aim is not None:
            if contains(roll.aim, lead, context):
                return None, lead, True
            return lead, None, False
    own = home or homes.get(entry.person.key)
    seated = own is not None and entry.above is not None and own.key == entry.above.key
    return None if seated else own, None, False


def _before(lead: Mention, body: Mention, roll: _Roll, context: Collection[str]) -> bool:
    """Whether the body before the name is the home, and the one behind it the host."""
    side = direction(lead, body, context=context)
    aimed = roll.aim is not None and contains(roll.aim, body, context)
    return side >= 0 and (side > 0 or aimed) and apart(lead, body, context)
