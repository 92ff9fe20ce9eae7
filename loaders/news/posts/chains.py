"""What stands before a name: its posts, each with its body.

Chinese puts body, post and name in a row: ``A校物理正高级教师甲、生物正高级教师乙``. The row is
read from the name to the left; what it leaves out is taken from the name before it (乙 is at A校).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO
from ...later import later
from ..people.peoplewords import people_words
from ..people.titles import Title
from .elided import FOR_BOTH, elided, last_two_schools, unread
from .inherited import in_list, suits
from .phrase import ASIDE, FILLER, JOIN, NO_FILLER, Chain, Held, Line, hold, is_person

__all__ = ["before"]

_FIRST_GAP = later(r"[ 　]{0,3}[:：]?[ 　]?|的")
_TAKEN_UP = later("任|担任|出任|挂任")
_STATES = {
    "现任": Status.ACTIVE,
    **dict.fromkeys(("原任", "曾任", "时任", "原"), Status.ENDED),
    "拟任": Status.PLANNED,
}
_STATE_OF = later("(?:现任|原任|曾任|时任|拟任|原)$")
_SENDER_GAP = later(
    "(?:选派|派出|派驻|委派|外派|派来|援派|抽调)(?:来|到[^，。]{2,8})?的?(?:骨干|优秀|青年|挂职)?的?"
)
_DEPUTY = later("(?:常务|执行|专职)?副")
_FORMER = later("[、，](?:原|时任|现任|前)")
_STANDINGS = people_words("standings")
_ASIDE_OF_POST = later("[、，][一-鿿A-Z0-9]{0,8}$")
_CALLED = later("[（(](?:以下简称|简称|又称|原|系|为|是|与|和|由)?$")
_CLOSED = later("[一-鿿]{0,10}[）)]")
_TEAM = later(
    f"(?:省|市)?(?:第?[一二三四五六七八九十0-9]+批)?(?:对口支援|{AID_TO})[^，、。；]{{0,6}}(?:队|团|组|指挥部|前指)"
)
_LINK = later("|的|（|代表、|(?:已|现已)?(?:退休|离休)的")


def before(line: Line, i: int, person: Mention, told: dict[tuple[int, int], Chain]) -> Chain:
    """Walk from a name to the left over posts and bodies."""
    text, pending, held = line.text, list[Title](), list[Held]()
    home: Mention | None = None
    aid = False
    at = start = person.start
    for span in reversed(line.spans[max(0, i - 12) : i]):
        if span.end > at:
            continue
        gap = text[span.end : at]
        if isinstance(span, Title):
            if span.start in line.used:
                break
            bare = ASIDE.sub("", gap)
            first = at == person.start
            if not first and _TAKEN_UP.match(text, span.start):
                break
            if first and line.entry(person):
                break
            if first and not _FIRST_GAP.fullmatch(bare) and not _as(line, span, bare):
                break
            aside = _standing(line, span) if first else None
            if aside is not None:
                at = start = aside
                continue
            posted = bare == "，" and gap.startswith(("（挂职", "（援派"))
            row = bare in ("", "的") or JOIN.fullmatch(bare) or _FORMER.fullmatch(bare)
            if not first and not row and not posted:
                break
            if home is not None:
                break
            pending.append(span)
        elif is_person(span):
            bare = ASIDE.sub("", gap)
            joined = JOIN.fullmatch(bare) is not None or bare == "与"
            known = told.get((span.start, span.end))
            if pending and joined and known is not None:
                body = next((h.body for h in known.held if h.body), known.home)
                said = line.ending.get(span.start)
                if body is None and isinstance(said, Title) and unread(line, said):
                    pending = []  # nobody could tell where the one before is, nor this one then
                others = body is not None and _of_another(line, body, pending, known)
                if body is not None and not others and suits(text, body, pending):
                    held += in_list(line, person, body, pending, span.start)
                    pending = []
            elif not pending and not held and joined and known is not None and home is None:
                # 教师甲、乙; A校的甲、乙两位教师; 校长甲、乙分别代表两校
                if FOR_BOTH.match(text, person.end) and (both := last_two_schools(line, at)):
                    held += [
                        replace(h, person=person, body=both[1], end=person.end)
                        for h in known.held
                        if h.body is not None and h.body.key == both[0].key
                    ]
                    break
                home = known.home
                aid = known.aided and bare in ("、", "和", "与", "及")
                for shared in known.held:
                    if bare in ("、", "和", "与", "及") and _shared(shared.title):
                        held.append(
                            replace(
                                shared, person=person, end=person.end, rule="shared", confidence=0.8
                            )
                        )
            break
        else:
            if _SENDER_GAP.fullmatch(gap) and span.kind is not Kind.PROGRAMME and not held:
                # A校选派的（教师）甲: who sends is the home
                home = home or span
                if pending and span.kind is Kind.SCHOOL and not pending[0].aid:
                    teachers = [t for t in pending if t.title in ("教师", "老师")]
                    held += hold(line, person, span, teachers, span.start, "before", 0.9)
                    pending = [t for t in pending if t not in teachers]
                at = start = span.start
                break
            if pending and span.kind is Kind.PLACE and _TEAM.fullmatch(gap):
                # 副市长、某省第八批援藏工作队领队甲: the team is no body that the reader knows
                pending = []
                at = start = span.start
                continue
            if pending and span.kind is not Kind.PLACE and (named := _aliased(line, span, gap)):
                span, gap = named, ""
            if pending and not gap and _sent_down(text, span, pending):
                # 省教育厅下派挂职副县长甲: the post is in the county, and not at who sends
                at = start = span.start
                break
            if pending and pending[0].aid and not _taught(pending) and _comes(line, span):
                # 来自A校的援疆副校长甲: the post is where he was sent to
                home, pending = span, []
                at = start = span.start
                break
            if pending:
                filler = FILLER.fullmatch(gap) if span.kind is not Kind.PLACE else None
                if not _LINK.fullmatch(gap) and (filler is None or NO_FILLER.search(gap)):
                    break
                if not _LINK.fullmatch(gap):
                    last = pending[-1]
                    pending[-1] = replace(last, start=span.end, title=gap + last.title)
                state = _STATE_OF.search(text, max(0, span.start - 2), span.start)
                if state is not None:
                    now = _STATES[state[0]]
                    pending = [
                        replace(t, status=now) if t.status is Status.UNKNOWN else t for t in pending
                    ]
                held += hold(line, person, span, pending, span.start, "before", 0.95)
                pending = []
                sender = _sender_of(line, span)
                if sender is not None:
                    at = start = sender.start
                    continue
            elif at == person.start and gap in ("", "的") and span.kind is not Kind.PLACE:
                home = span
            elif at == person.start and (unit := _unit_between(line, span, person)) is not None:
                home = unit
            elif span.kind is Kind.PLACE and not gap and (held or home):
                pass
            else:
                break
        at = start = span.start
    aided = aid or any(t.aid for t in (*pending, *(h.title for h in held)))
    if pending:
        held += elided(line, person, pending)
    return Chain(person=person, held=tuple(held), home=home, start=start, aided=aided)


def _standing(line: Line, title: Title) -> int | None:
    """Where 、某级校友 begins behind a post: what somebody is besides is no post at the body."""
    if title.title not in _STANDINGS or title.start in line.ending:
        return None
    aside = _ASIDE_OF_POST.search(line.text, max(0, title.start - 10), title.start)
    post = line.ending.get(aside.start()) if aside is not None else None
    return aside.start() if aside is not None and isinstance(post, Title) else None


def _aliased(line: Line, span: Mention, gap: str) -> Mention | None:
    """A校 for 甲 in A校（B中学）校长甲: what stands in brackets only says more of A校."""
    called = _CALLED.search(line.text, max(0, span.start - 5), span.start)
    if _CLOSED.fullmatch(gap) is None or called is None:
        return None
    named = line.ending.get(called.start())
    return named if isinstance(named, Mention) and named.kind is span.kind else None


_UNIT = later("[一-鿿]{2,5}[部处科室股系]")
_HEADS_UNIT = ("主任", "部长", "处长", "科长", "股长", "干事", "科员")


def _unit_between(line: Line, body: Mention, person: Mention) -> Mention | None:
    """轮训部 of a body in 某学院轮训部甲副主任: the unit that nobody has read before the name."""
    unit = line.text[body.end : person.start]
    post = line.starting.get(person.end)
    if body.kind is not Kind.INSTITUTION or _UNIT.fullmatch(unit) is None:
        return None
    if not isinstance(post, Title) or not post.title.endswith(_HEADS_UNIT):
        return None
    name = body.name + unit
    return replace(body, name=name, key=name, end=person.start)


_DOWN = later("下派|选派|派驻|派出|援派")
_OVER_PLACE = later("副?[省市县区州旗镇乡]长$")


def _sent_down(text: str, sender: Mention, pending: Sequence[Title]) -> bool:
    """Whether a body sends somebody to be one of the heads of a place."""
    last = pending[-1]
    if sender.kind is Kind.PLACE or _OVER_PLACE.search(last.title) is None:
        return False
    return last.aid and _DOWN.match(text, last.start) is not None


def _taught(titles: Sequence[Title]) -> bool:
    """Whether one of the posts is a teacher's, which somebody keeps who is sent."""
    return any(t.title in ("教师", "老师") for t in titles)


def _comes(line: Line, span: Mention) -> bool:
    return line.text[max(0, span.start - 2) : span.start] == "来自"


def _of_another(line: Line, body: Mention, pending: Sequence[Title], known: Chain) -> bool:
    """Whether a pupil beside somebody who comes from A校 is none of A校."""
    return (
        _comes(line, body) and pending[0].learner and not any(h.title.learner for h in known.held)
    )


def _as(line: Line, title: Title, gap: str) -> bool:
    """Whether 作为A校的校长，甲 says the post of 甲 in a clause before the name."""
    body = line.ending.get(title.start) or line.ending.get(title.start - 1)
    if gap not in ("，", ",") or not isinstance(body, Mention) or is_person(body):
        return False
    if body.end < title.start and line.text[body.end] != "的":
        return False
    start = body.start
    while isinstance(place := line.ending.get(start), Mention) and place.kind is Kind.PLACE:
        start = place.start
    return line.text[max(0, start - 2) : start] in ("作为", "身为")


def _sender_of(line: Line, place: Mention) -> Mention | None:
    """甲区 in 甲区赴乙区挂职干部."""
    if place.kind is not Kind.PLACE or line.text[place.start - 1 : place.start] not in ("赴", "驻"):
        return None
    sender = line.ending.get(place.start - 1)
    return sender if isinstance(sender, Mention) and sender.kind is Kind.PLACE else None


def _shared(title: Title) -> bool:
    """Whether a post before a list of names is the post of each (教师甲、乙)."""
    return _DEPUTY.match(title.title) is not None or title.title.endswith(
        (
            "委员",
            "党组成员",
            "教师",
            "老师",
            "教研员",
            "学生",
            "专家",
            "队员",
            "教授",
            "志愿者",
            "盟员",
            "社员",
        )
    )
