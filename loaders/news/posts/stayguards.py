"""What speaks against a stay, or for a place, whatever the model of stays says."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.sides import EAST, codes_of, contains, direction, is_government
from .crewtellings import TAUGHT
from .kin import KIN
from .stayscene import BODIES, SENT_WORDS, Scene
from .staysides import Sides
from .visits import CALLS

__all__ = [
    "at_another",
    "homes_of_person",
    "in_crowd",
    "in_east",
    "may_be",
    "place_of",
    "sent_on",
    "serves",
]


def place_of(sides: Sides, person: Mention) -> Mention | None:
    """The one place of the page that somebody's home, or the sender of the team, helps."""
    scene = sides.scene
    known = [home for home in homes_of_person(scene, person) if home.kind in BODIES]
    home = known[0] if known else sides.sender
    if home is None or sides.rank:
        return None
    helped = [
        place
        for place in scene.first.values()
        if place.kind is Kind.PLACE and direction(home, place, context=scene.context) > 0
    ]
    inner = [
        one
        for one in helped
        if not any(m is not one and contains(one, m, scene.context) for m in helped)
    ]
    met = [m for m in inner if any(o[2] == 0 for o in scene.met.get((person.key, m.key), ()))]
    for found in (inner, met):
        if len(found) == 1:
            return found[0]
    return None


def sent_on(scene: Scene, person: Mention) -> bool:
    """Whether a sentence that names somebody speaks of people who are sent."""
    return any(
        _SENT.search(scene.text, *scene.span_of(scene.sentence(named.start)))
        for named in scene.named[person.key]
    )


_SERVING = later(
    f"{SENT_WORDS}|(?:任|执|从|援)教|教书|[上授]课|教[高初一二三四五六七八九语数英物化生政历地音体美]|挂任"
    "|服务|队[员长]|成员|到岗|到任|报到|期满|进[藏疆青]|入[川疆藏青黔滇]|来到|来自|住在|宿舍|接[任替班棒]|抽调|常驻|驻[校扎]|执行[校园]长|同一[年批]"
)
_LOCAL_BEFORE = later(
    "徒弟|土生土长|[讯电][（(](?:记者|通讯员)?[ 　]*$"
    "|(?:[处科室办部])的?(?:相关|有关)?(?:工作人员|负责人)$|[本当]地的?(?:青年|年轻)?(?:教师|老师|人)"
    "|(?:[中小]学|高中|初中|[高初][一二三]|高|(?<!高)校|班)的?(?:学生|[男女]生)$"
)
_LOCAL_BEHIND = later("[^。！？\n]{0,20}?是[^，。！？\n]{0,8}(?:徒弟|[本当]地)")
_SENT = later(SENT_WORDS)
_AKIN = later(f"同学|同窗|好友|闺蜜|{KIN}|[通打]电话|视频|屏幕|欢迎|迎接")
"""Whose sentence says so may be a friend or one of the family, or one of those who receive."""
_SIGNS_UP = later("(?:报名|希望|要求|强调|指出)[^，。；！？\n]{0,6}(?:支教|援|选派|派出)")
_FOR_DAYS = later(r"为期(?:[一二两三四五六七八九十\d]+[天日]|[一二两1-2]周|[一二两1-2]个?星期)")
"""How long a visit takes, though the page calls it 支教."""
_SEES_OFF = later(f"{CALLS}|送行|欢送|送别|欢迎|迎接|授旗|致辞|出席|主持|学生$")


_CROWD = 6
"""So many others in a list are seldom all at one school."""


def in_crowd(scene: Scene, person: Mention, host: Mention) -> bool:
    """Whether somebody is only one of a long list, and no sentence brings the host near."""
    mates = scene.mates.get(person.key, frozenset())
    met = scene.met.get((person.key, host.key), ())
    return len(mates) >= _CROWD and all(back for _, _, back, _ in met)


def at_another(scene: Scene, person: Mention, host: Mention) -> bool:
    """Whether a sentence of somebody speaks of another school, whose name it does not say."""
    return any(
        _ANOTHER.search(scene.text, start, end) and not start <= host.start < end
        for start, end in (scene.span_of(scene.sentence(m.start)) for m in scene.named[person.key])
    )


def serves(scene: Scene, person: Mention, *, likely: bool = False) -> bool:
    """Whether a sentence of a person, or the one before, speaks of work away from home.

    Of a `likely` stay it is enough that one names the person, if it tells of no farewell, call,
    friends or family: the lists of a team say no more of its members.
    """
    for named in scene.named[person.key]:
        number = scene.sentence(named.start)
        start, end = scene.span_of(number)
        low = max(scene.span_of(max(0, number - 1))[0], start - _FAR)
        if scene.text.endswith("徒弟", 0, named.start):
            return False
        if person.key not in scene.aided and _local(scene.text, start, named):
            return False
        if _SIGNS_UP.search(scene.text, start, min(end, named.end + _FAR)):
            continue
        if person.key not in scene.aided and _SEES_OFF.search(scene.text, start, named.end + _NEAR):
            continue
        stop = min(end, named.end + _FAR)
        if _FOR_DAYS.search(scene.text, start, stop):
            continue
        named_only = likely and _AKIN.search(scene.text, start, stop) is None
        if named_only or _SERVING.search(scene.text, start, stop):
            return True
        listed = person.key in scene.mates and _SERVING.search(scene.text, low, start)
        if listed:
            return True
    return False


def _local(text: str, sentence: int, named: Mention) -> bool:
    """Whether the words beside a name call somebody one of the place, or one's apprentice."""
    low = max(sentence, named.start - 12)
    if TAUGHT.search(text, low, named.start):
        return True
    before = _LOCAL_BEFORE.search(text, low, named.start)
    return before is not None or _LOCAL_BEHIND.match(text, named.end) is not None


_FAR = 240
"""Characters of a sentence that are looked at."""
_NEAR = 24
"""Characters behind a name that say what somebody does."""
_ABROAD = ("71", "81", "82")  # nobody is sent to Taiwan, Hong Kong or Macao to help
_VISIT = later(f"{CALLS}|揭牌|示范课|讲座|签字|执教《")
_ANOTHER = later("另外?一所")
_STOP = later("[。！？\n]")
_INFANTS = later("幼儿园|幼$")


def _visits(scene: Scene, person: Mention, body: Mention) -> bool:
    """Whether the sentence of the two tells of a visit."""
    low, high = min(person.start, body.start), max(person.end, body.end)
    stop = _STOP.search(scene.text, high)
    return _VISIT.search(scene.text, low, stop.start() if stop else len(scene.text)) is not None


def _of_infants(bodies: Sequence[Mention]) -> bool:
    """Whether any of these is a kindergarten."""
    return any(_INFANTS.search(body.name) for body in bodies)


def homes_of_person(scene: Scene, person: Mention) -> list[Mention]:
    """Where a person comes from: what is told outright, and what stands before the name."""
    homes = (scene.told.get(person.key), scene.homes.get(person.key))
    return [home for home in homes if home is not None]


def may_be(scene: Scene, person: Mention, body: Mention) -> bool:
    """Whether nothing speaks against a stay, whatever the model says.

    Nobody is sent to an institute of any kind but to a bureau, nor to where one only pays a visit;
    and, where no home is told, nobody to the provinces that send.
    """
    if body.kind is Kind.INSTITUTION and not is_government(body):
        return False
    near = [one for one in scene.met.get((person.key, body.key), ()) if one[2] == 0]
    if not near and _of_infants(homes_of_person(scene, person)) and not _of_infants([body]):
        return False  # who teaches the youngest goes to them, if nothing is told
    if near and all(_visits(scene, *one[:2]) for one in near):
        return False
    codes = codes_of(body, scene.context)
    unknown = all(home.key == body.key for home in homes_of_person(scene, person))
    return not (unknown and bool(codes) and codes[-1] in EAST) and not (
        bool(codes) and codes[-1][:2] in _ABROAD
    )


def in_east(sides: Sides, body: Mention) -> bool:
    """Whether a body lies in the provinces that send: no host where others go west."""
    codes = codes_of(body, sides.scene.context)
    return bool(codes) and codes[-1] in EAST
