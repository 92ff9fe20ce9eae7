"""Who comes from the one side of a page, told of beside somebody who serves on the other.

A page of this kind tells where one of them serves, and brings in the next by his company:
和她一个办公室的还有…, 接替他的是…, 他和某校的甲轮流…. Whoever comes from a school on the side that
sends, and is told of in a sentence with one who serves, serves with that one.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from ....ontology.records import Kind, Mention
from ...aided import AID_TO
from ...later import later
from ..page.sentences import sentence_around
from .hosts import apart, may_help
from .sendings import Sent
from .stayscene import Scene
from .visits import CALLS, LESSONS

__all__ = ["SIDES", "by_sides"]

SIDES = "two-sides"
"""The rule that such stays name."""
_COMPANY = later(
    "同[批行去来住屋样校期队为]|一[起同道块]|搭[档班伙]|队友|同事|同伴|伙伴|战友|室友|邻居|隔壁|团队|队里"
    "|办公室|宿舍|轮流|还有|另[一有外]|接替|接班|接任|前任|接过|接力|老乡|[两二三四五六]人|[两三四五六][位名]"
    f"|支教|援教|{AID_TO}"
)
_PASSES = later(
    f"{CALLS}|{LESSONS}|培训|学习|出席|参加|同课异构|公开课|观摩|听课|上课|屏幕|线上|视频|云端|直播|一行|带队"
    "|率队|工作室|徒弟|拜师|感谢|毕业(?!班|年级|生)|主持|仪式|授旗"
    "|欢迎|迎接|接待|陪同|看望|慰问|报名|申请|影响|师[傅父]|[大中小]学同学|丈夫|妻子|爱人|寄[来给去]|通[了着]?电话|打[来了]?电话|通话|捐"
)
_LEADS = later(
    "校长|园长|局长|书记|主任|[处科部院]长|主席|会长|主委|[县市区州旗镇乡]长|经理|委员|干部"
)
_SAYS = later("[^，。；：“\n]{0,6}(?:说|表示|介绍|回忆|告诉|坦言|感慨|认为|谈到)")
_FAR = 240
"""Characters over which the talk goes back to whom a sentence without a stayer is about."""


def by_sides(scene: Scene, stays: Sequence[Sent], placed: Collection[str]) -> Iterator[Sent]:
    """A stay for each of the senders' side who is told of together with one who serves.

    `stays` tell who serves where; the persons `placed` are done.
    """
    if not scene.speaks or not stays:
        return
    text, context = scene.text, scene.context
    serves = {s.person.key: s for s in stays if _school(s.destination)}
    if not serves:
        return
    starts = [person.start for person in scene.people]
    for key, named in scene.named.items():
        home = scene.told.get(key) or scene.homes.get(key)
        if key in placed or home is None or home.kind is not Kind.SCHOOL or _leads(scene, key):
            continue
        start, end = sentence_around(text, named[0].start, named[0].start)
        if not _COMPANY.search(text, start, end) or _PASSES.search(text, start, end):
            continue
        if _SAYS.match(text, named[0].end):
            continue
        beside = _beside(scene, starts, serves, start, end)
        host = beside.destination if beside is not None else None
        if beside is None or host is None or host.key == home.key:
            continue
        if apart(home, host, context) and may_help(home, host, context):
            yield Sent(
                person=named[0], origin=home, destination=host, title=None,
                start=start, end=end, rule=SIDES, support=((beside.start, beside.end),),
            )  # fmt: skip


def _school(body: Mention | None) -> bool:
    return body is not None and body.kind is Kind.SCHOOL


def _leads(scene: Scene, key: str) -> bool:
    """Whether somebody holds an office at home: such come along, and go home again."""
    home = scene.homes.get(key)
    return home is not None and any(
        post.body is not None and post.body.key == home.key and _LEADS.search(post.title.title)
        for post in scene.posts.get(key, ())
    )


def _beside(
    scene: Scene, starts: Sequence[int], serves: dict[str, Sent], start: int, end: int
) -> Sent | None:
    """The stay of whoever the sentence speaks of too; else of whom the talk was about before."""
    low, high = bisect_left(starts, start), bisect_left(starts, end)
    for person in scene.people[low:high]:
        if person.key in serves:
            return serves[person.key]
    for at in range(low - 1, -1, -1):
        person = scene.people[at]
        if start - person.end > _FAR:
            break
        if person.key in serves:
            return serves[person.key]
    return None
