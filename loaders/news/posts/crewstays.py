"""The stay of each who belongs to a crew of the page: with the crew, or where told otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ..entities.sides import codes_of, contains
from .crewmates import OFFICES, Mate, mates_of
from .crews import Crews, crews_of, helped_side, regions_in, targets_in
from .crewtellings import CREWS
from .crewwords import is_team, said_in
from .hosts import apart, may_help, names_another
from .phrase import Held
from .sendings import Sent
from .settled import at_school
from .skeletons import Skeleton
from .stayscene import BODIES, Scene

__all__ = ["CREWED", "by_crews"]

CREWED = "crew"
"""The rule that such stays name."""


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
    for mate in mates_of(scene, said, crews, called):
        key = mate.person.key
        if key in done:
            continue
        sent = _stay(scene, crews, mate)
        if sent is not None:
            done.add(key)
            yield sent


def _stay(scene: Scene, crews: Crews, mate: Mate) -> Sent | None:
    """The stay of somebody who belongs to a crew; None if neither home nor host is told."""
    person, context = mate.person, scene.context
    if not mate.sure and _in_office(scene, person):
        return None
    home = _home(scene, crews, mate)
    away = _post_there(scene, crews, person, home)
    carried = home is None or (not mate.sure and home is crews.home(mate.batch))
    if away is not None and carried and not mate.called:
        return None  # 领队、某校主任甲 may be of the place, and lead those who learn
    host = away.body if away is not None else _host(scene, crews, mate, home)
    if host is not None and home is not None:
        if home.key == host.key or contains(host, home, context):
            home = None
        elif not apart(home, host, context) or not may_help(home, host, context):
            host, away = None, None
    if host is None and (home is None or not mate.sure or _in_office(scene, person)):
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
    return any(OFFICES.search(post.title.title) for post in scene.posts.get(person.key, ()))


def _home(scene: Scene, crews: Crews, mate: Mate) -> Mention | None:
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


def _host(scene: Scene, crews: Crews, mate: Mate, home: Mention | None) -> Mention | None:
    """Where somebody of a crew serves: by the own sentence, the batch, or the page."""
    context = scene.context
    named = regions_in(mate.said.words[mate.start : mate.end])
    regions = named & crews.regions if named else crews.regions
    if not regions and named:
        return None  # no place is named where an 援疆 teacher could serve
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
    if host is not None and host.kind is Kind.PLACE:
        schools = {school.key: school for school in scene.schools_in(host)}
        if len(schools) == 1:  # it stays open whether all serve there, unless it is told of some
            (school,) = schools.values()
            return school if school.key in crews.told else None
    if host is None and not (crews.several and mate.batch):
        where = ("region", *sorted(regions))
        if where not in crews.told_in:
            crews.told_in[where] = _region(scene, crews, regions)
        host = crews.told_in[where]
    return host


def _quoted(text: str, start: int, body: Mention) -> bool:
    """Whether a body is named in what somebody says: there may be others than the speaker."""
    return text.count("“", start, body.start) > text.count("”", start, body.start)


_MET_IN = later("(?:国际|机场)?(?:参加|集中|举行|召开|举办|转机|中转|转乘|停留|休整|培训)")


def _region(scene: Scene, crews: Crews, regions: Collection[str]) -> Mention | None:
    """The place of a page on the side helped that all the others contain, or the province.

    A page with one school there leaves it open: it may be the school. Where people only change
    planes or meet, nobody serves.
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
    lived_in = {m.key for m in scene.things if _MET_IN.match(scene.text, m.end) is None}
    places = [m for m in there if m.kind is Kind.PLACE and m.key in lived_in]
    return crews.one_of(places)
