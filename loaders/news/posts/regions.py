"""Where those serve whom the page only calls 援疆教师: in the region that the word names.

Of its places on the page the one that all the others contain is meant, if there is such a one. A
page that names a school there leaves it open: which school it is, is for others to tell.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO, AIDED, AIDS
from ...later import later
from ..entities.sides import codes_of, contains
from ..page.sentences import sentence_around
from .phrase import Held
from .sendings import Sent
from .stayscene import Scene

__all__ = ["REGION", "by_regions", "region_host"]

REGION = "region"
"""The rule that such stays name."""


def region_host(
    things: Sequence[Mention], province: str, context: Collection[str]
) -> Mention | None:
    """The one place in a province (the two digits of its code) at which people may serve."""
    there: dict[str, Mention] = {}
    for thing in things:
        codes = codes_of(thing, context)
        if not codes or codes[-1][:2] != province:
            continue
        if thing.kind is Kind.SCHOOL:
            return None
        if thing.kind is Kind.PLACE:
            there.setdefault(thing.key, thing)
    inner = [
        place
        for place in there.values()
        if not any(m is not place and contains(place, m, context) for m in there.values())
    ]
    return inner[0] if len(inner) == 1 else there.get(f"{province}0000")


_WANTS = "(?:决定|选择|报名|申请|请缨|主动)(?:参加|要求)?"
_BEFORE = later(f"{_WANTS}{AID_TO}[^，。；\\n]{{0,4}}，$")
_AFTER = later(
    f"[^，。；\\n对为让叫]{{0,12}}?{_WANTS}[^，。；\\n]{{0,3}}{AID_TO}"
    f"|(?:是|系)[^，。；\\n]{{0,8}}?的?{AID_TO}(?:干部|教师|老师|人才|专家)"
)


_OF_TEAM = later(f"{AID_TO}[^，、。；\\n]{{0,6}}(?:队|团|组|指挥部|前指)")


def _post_there(scene: Scene, person: Mention, province: str) -> Held | None:
    """The post that somebody from elsewhere holds in the province helped."""
    for post in scene.posts.get(person.key, ()):
        codes = codes_of(post.body, scene.context) if post.body is not None else ()
        if codes and codes[-1][:2] == province and post.title.status is not Status.ENDED:
            return post
    return None


def _decides(text: str, person: Mention) -> tuple[int, int] | None:
    """The passage that says of somebody to have chosen to go: 决定援藏时，甲…, 甲主动报名援疆."""
    before = _BEFORE.search(text, max(0, person.start - 16), person.start)
    if before is not None:
        return before.start(), person.end
    after = _AFTER.match(text, person.end)
    return (person.start, after.end()) if after is not None else None


def by_regions(scene: Scene, placed: Collection[str], called: Collection[str]) -> Iterator[Sent]:
    """A stay for each person with an aid post that names a region, and none told of as yet.

    `placed` are the persons of whom a stay is known, `called` those called so behind their names.
    """
    text = scene.text
    done = set(placed)
    for chain in scene.chains:
        person = chain.person
        if person.key in done:
            continue
        start, end = chain.start, person.end
        if person.key in called:
            start, end = sentence_around(text, person.start, person.end)
        elif (said := _decides(text, person)) is not None:
            start, end = said
        elif not chain.aided and not _OF_TEAM.search(text, start, person.start):
            continue
        sign = AIDS.search(text, start, end)
        if sign is None:
            continue
        province = AIDED[sign[0][-1]]
        away = _post_there(scene, person, province)
        if away is not None and away.body is not None:
            done.add(person.key)
            yield Sent(
                person=person, origin=scene.told.get(person.key), destination=away.body,
                title=away.title.title, start=start, end=end, rule=REGION,
            )  # fmt: skip
            continue
        home = scene.told.get(person.key) or scene.homes.get(person.key)
        if home is not None and codes_of(home, scene.context)[-1:] == (f"{province}0000",):
            home = None
        host = region_host(scene.things, province, scene.context)
        if host is None:
            continue
        done.add(person.key)
        yield Sent(
            person=person, origin=home, destination=host, title=None,
            start=start, end=end, rule=REGION, support=((host.start, host.end),),
        )  # fmt: skip
