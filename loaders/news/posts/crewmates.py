"""Who belongs to a crew of the page, and the stay of each: with the crew, or where told otherwise.

Somebody belongs to a crew who is called so before or behind the name (支教团团长甲, 甲是援藏教师),
joins it (甲加入支教队), stands in its list, or is said to have chosen to go. Whoever sees them off,
calls on them, or is of the place does not.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ..entities.sides import codes_of, contains
from .crews import Crews, batch_in, crews_of, helped_side, home_before, regions_in, targets_in
from .crewtellings import COMES, COUNTED, CREWS, OURS, SOLE, TELLINGS, denied, local
from .crewwords import Said, is_team, said_in
from .hosts import apart, may_help, names_another
from .phrase import Held
from .sendings import Sent
from .settled import at_school
from .skeletons import Skeleton
from .stayscene import BODIES, Scene
from .visits import CALLS, LESSONS

__all__ = ["CREWED", "by_crews"]

CREWED = "crew"
"""The rule that such stays name."""
_NUMBERS = {sign: at for at, sign in enumerate("零一二三四五六七八九十")}
_SEES = later(
    f"{CALLS}|{LESSONS}|送行|欢送|送别|授旗|出席|主持|致辞|陪同|讲话|采访|接待|迎接|欢迎|指出|强调|勉励|看到|要求|感谢"
)
_OFFICES = later("局长|书记|市长|县长|区长|州长|部长|厅长|处长|科长|常委|主席|委员|记者|秘书长")


@dataclass(frozen=True, slots=True)
class _Mate:
    """Somebody shown as one of a crew: by which words, with the crew's own home if they name it."""

    person: Mention
    said: Said
    start: int
    end: int
    home: Mention | None
    batch: str
    sure: bool

    @property
    def called(self) -> bool:
        """Whether the words beside the name speak of a crew, or of an aid post."""
        words = self.said.words[max(0, self.start - 8) : self.end]
        return CREWS.search(words) is not None


def by_crews(
    scene: Scene, read: Sequence[Skeleton], placed: Collection[str], called: Collection[str]
) -> Iterator[Sent]:
    """A stay for each who belongs to a crew and is not `placed`; `called` are called sent."""
    if not scene.speaks:
        return
    said = tuple(said_in(scene.text, read))
    things = [m for m in scene.things if m.kind in BODIES]
    crews = crews_of(said, things, scene.text, scene.context)
    done = set(placed)
    for mate in _mates(scene, said, crews, called):
        key = mate.person.key
        if key in done:
            continue
        sent = _stay(scene, crews, mate)
        if sent is not None:
            done.add(key)
            yield sent


def _mates(
    scene: Scene, said: Sequence[Said], crews: Crews, called: Collection[str]
) -> Iterator[_Mate]:
    """Everybody who is shown as one of a crew, those called so outright first."""
    aided = {(c.person.start, c.person.end) for c in scene.chains if c.aided}
    weak: list[_Mate] = []
    teachers = _teachers(said)
    for one in said:
        sees = _SEES.search(one.words) is not None
        for telling, sure in TELLINGS:
            for found in telling.finditer(one.words):
                if denied(found, sure=sure):
                    continue
                mates = list(_of(one, found, crews, sure=sure))
                if sure:
                    yield from mates
                elif not sees:
                    weak += mates
        for place, span in enumerate(one.spans):
            if not isinstance(span, Mention) or span.kind is not Kind.PERSON:
                continue
            if local(one.words[max(0, place - 4) : place]):
                continue
            if (span.start, span.end) in aided or span.key in called:
                yield _Mate(span, one, place, place + 1, None, batch_in(one.words), sure=True)
        yield from _of_home(scene, one, crews, teachers)
    yield from weak
    yield from _all_counted(scene, said)


def _of_home(scene: Scene, said: Said, crews: Crews, teachers: Collection[str]) -> Iterator[_Mate]:
    """Whoever is a teacher of the place that a crew is from: 某市老师甲, 来自某县的甲老师."""
    home = crews.home("")
    if home is None:
        return
    for pattern in (OURS, COMES):
        for found in pattern.finditer(said.words):
            where, person = said.at(found.end("a") - 1), said.at(found.start("n"))
            if where is None or person is None or where.kind is not Kind.PLACE:
                continue
            if pattern is COMES and (
                person.key not in teachers or _SEES.search(said.words) is not None
            ):
                continue
            inside = contains(home, where, scene.context)
            if inside or (pattern is OURS and contains(where, home, scene.context)):
                own = where if inside else None
                yield _Mate(person, said, *found.span(), own, batch_in(said.words), sure=True)


def _teachers(said: Sequence[Said]) -> frozenset[str]:
    """The keys of all who are called teachers somewhere on the page."""
    found = (one.at(match.start("n")) for one in said for match in SOLE.finditer(one.words))
    return frozenset(person.key for person in found if person is not None)


def _of(said: Said, found: re.Match[str], crews: Crews, *, sure: bool) -> Iterator[_Mate]:
    crew = CREWS.search(said.words, *found.span())
    home = home_before(said, crew, crews.teams) if crew is not None else None
    low = max(0, (crew.start() if crew is not None else found.start()) - 12)
    batch = batch_in(said.words[low : found.end()]) or batch_in(said.words)
    for place in range(*found.span("n")):
        person = said.at(place)
        if person is None:
            continue
        if person.kind is not Kind.PERSON:
            if helped_side(person, crews.regions, crews.context) > 0:
                return  # the list goes on to those who receive them
        else:
            yield _Mate(person, said, found.start(), found.end(), home, batch, sure)


def _all_counted(scene: Scene, said: Sequence[Said]) -> Iterator[_Mate]:
    """All who are called 老师 on a page, if they are just as many as its crew counts."""
    sizes = {
        int(k) if k.isdigit() else _NUMBERS[k]
        for k in (m["k"] for m in COUNTED.finditer(scene.text))
    }
    named: dict[str, _Mate] = {}
    for one in said:
        for found in SOLE.finditer(one.words):
            person = one.at(found.start("n"))
            if person is not None:
                named.setdefault(
                    person.key, _Mate(person, one, *found.span(), None, "", sure=False)
                )
    if len(named) > 2 and sizes == {len(named)} and len(scene.named) == len(named):
        yield from named.values()


def _stay(scene: Scene, crews: Crews, mate: _Mate) -> Sent | None:
    """The stay of somebody who belongs to a crew; None if neither home nor host is told."""
    person, context = mate.person, scene.context
    if not mate.sure and _in_office(scene, person):
        return None
    home = _home(scene, crews, mate)
    away = _post_there(scene, crews, person, home)
    if away is not None and home is None and not mate.called:
        return None  # 领队、某校主任甲 may be of the place, and lead those who learn
    host = away.body if away is not None else _host(scene, crews, mate, home)
    if host is not None and home is not None:
        if home.key == host.key or contains(host, home, context):
            home = None
        elif not apart(home, host, context) or not may_help(home, host, context):
            host, away = None, None
    if host is None and (home is None or not mate.sure):
        return None
    start, end = mate.said.bounds(mate.start, mate.end)
    if host is not None and away is None:
        told = Sent(
            person=person, origin=home, destination=host, title=None, start=start, end=end,
            rule=CREWED,
        )  # fmt: skip
        host = at_school(told, scene).destination or host
    near = host is not None and not start <= host.start < end
    return Sent(
        person=person, origin=home, destination=host,
        title=away.title.title if away is not None else None, start=start, end=end, rule=CREWED,
        support=((host.start, host.end),) if near and host is not None else (),
    )  # fmt: skip


def _in_office(scene: Scene, person: Mention) -> bool:
    """Whether somebody holds an office: such lead, send and receive crews."""
    return any(_OFFICES.search(post.title.title) for post in scene.posts.get(person.key, ()))


def _home(scene: Scene, crews: Crews, mate: _Mate) -> Mention | None:
    """Where somebody of a crew comes from: the own home if the text tells it, else the crew's."""
    key = mate.person.key
    told = scene.told.get(key)
    if told is not None and not is_team(told):
        return told
    own = scene.homes.get(key)
    own = None if own is not None and is_team(own) else own
    regions, context = crews.regions, scene.context
    if own is not None and own.kind is not Kind.PERSON and helped_side(own, regions, context) <= 0:
        return own
    team = mate.home or crews.home(mate.batch)
    return team if team is not None and helped_side(team, regions, context) <= 0 else None


def _post_there(scene: Scene, crews: Crews, person: Mention, home: Mention | None) -> Held | None:
    """The post that somebody of a crew holds on the side that is helped."""
    for post in scene.posts.get(person.key, ()):
        body = post.body
        if body is None or body.kind is Kind.PLACE or post.title.status is Status.ENDED:
            continue
        if helped_side(body, crews.regions, scene.context) <= 0 or post.rule == "elided":
            continue
        if CREWS.search(body.name) is None and (home is None or apart(home, body, scene.context)):
            return post
    return None


def _host(scene: Scene, crews: Crews, mate: _Mate, home: Mention | None) -> Mention | None:
    """Where somebody of a crew serves: by the own sentence, the batch, or the page."""
    context = scene.context
    helped = regions_in(mate.said.words[mate.start : mate.end]) & crews.regions
    regions = helped or crews.regions
    bounds = mate.said.bounds(0, len(mate.said.words))
    speaks = scene.text.count("“", bounds[0], mate.person.start) > scene.text.count(
        "”", bounds[0], mate.person.start
    )
    key = (*bounds, speaks, *sorted(regions))
    if key not in crews.told_in:
        own = targets_in(mate.said, crews.teams, regions, context)
        crews.told_in[key] = crews.one_of(
            [m for m in own if speaks or not _quoted(scene.text, bounds[0], m)]
        )
    host = crews.told_in[key]
    if names_another(scene.text, scene.hosts, *bounds):
        return None
    if host is not None:
        return host
    host = crews.host(mate.batch, regions) or crews.host("", regions)
    if host is not None and host.kind is Kind.PLACE and _one_school(scene, host):
        return None
    if host is None and not (crews.several and mate.batch):
        where = ("region", *sorted(regions))
        if where not in crews.told_in:
            crews.told_in[where] = _region(scene, crews, regions)
        host = crews.told_in[where]
    return host


def _one_school(scene: Scene, place: Mention) -> bool:
    """Whether a page names just one school in a place: it leaves open whether all serve there."""
    return len({school.key for school in scene.schools_in(place)}) == 1


def _quoted(text: str, start: int, body: Mention) -> bool:
    """Whether a body is named in what somebody says: there may be others than the speaker."""
    return text.count("“", start, body.start) > text.count("”", start, body.start)


def _region(scene: Scene, crews: Crews, regions: Collection[str]) -> Mention | None:
    """The place of a page on the side helped that all the others contain, or the province.

    A page with one school there leaves it open: it may be the school.
    """
    if len(regions) != 1:
        return None
    (province,) = regions
    context = scene.context
    there = [
        m
        for m in scene.first.values()
        if (codes := codes_of(m, context)) and codes[-1][:2] == province
    ]
    if len({m.key for m in there if m.kind is Kind.SCHOOL}) == 1:
        return None
    places = [m for m in there if m.kind is Kind.PLACE]
    return crews.one_of(places)
