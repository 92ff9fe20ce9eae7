"""What stands before a name: its posts, each with its body.

Chinese puts body, post and name in a row: ``A校物理正高级教师甲、生物正高级教师乙``. The row is
read from the name to the left; what it leaves out is taken from the name before it (乙 is at A校).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO
from ...later import later
from ..people.peoplewords import people_words
from ..people.titles import Title
from .inherited import in_list
from .offices import antecedent, nearest_school
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
_SENT_BY = later("(?:选派|派出|派来|派驻|下派|外派)(?:来)?的?(?:挂职)?$")
_SENDER_GAP = later(
    "(?:选派|派出|派驻|委派|外派|派来|援派|抽调)(?:来|到[^，。]{2,8})?的?(?:骨干|优秀|青年|挂职)?的?"
)
_HONOUR = later("(?:全国|国家|[省市县区州]级?)(?:模范|优秀|最美|道德模范)(?:教师|老师|校长)$")
_TEAM = later(
    f"(?:省|市)?(?:第?[一二三四五六七八九十0-9]+批)?(?:对口支援|{AID_TO})[^，、。；]{{0,6}}(?:队|团|组|指挥部|前指)"
)
_LINK = later("|的|（|(?:已|现已)?(?:退休|离休)的")
_TEACHING = people_words("school_posts")


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
            posted = bare == "，" and gap.startswith(("（挂职", "（援派"))
            if not first and bare not in ("", "的") and not JOIN.fullmatch(bare) and not posted:
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
                if body is None and isinstance(said, Title) and _unread(line, said):
                    pending = []  # nobody could tell where the one before is, nor this one then
                if body is not None and not _of_another(line, body, pending, known):
                    held += in_list(line, person, body, pending, span.start)
                    pending = []
            elif not pending and not held and joined and known is not None and home is None:
                # 教师甲、乙; A校的甲、乙两位教师; 校长甲、乙分别代表两校
                if _BOTH.match(text, person.end) and (both := _last_two_schools(line, at)):
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
            if pending:
                filler = FILLER.fullmatch(gap)
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
            elif span.kind is Kind.PLACE and not gap and (held or home):
                pass
            else:
                break
        at = start = span.start
    aided = aid or any(t.aid for t in (*pending, *(h.title for h in held)))
    if pending:
        held += _elided(line, person, pending)
    return Chain(person=person, held=tuple(held), home=home, start=start, aided=aided)


def _of_another(line: Line, body: Mention, pending: Sequence[Title], known: Chain) -> bool:
    """Whether a pupil beside somebody who comes from A校 is none of A校."""
    comes = line.text[max(0, body.start - 2) : body.start] == "来自"
    return comes and pending[0].learner and not any(h.title.learner for h in known.held)


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


_JOINT = later(
    "(?:[由经和与及请是为作的被任让向对跟随同给把据叫找陪如像在兼即到见访派]|记者|本人|同学|其中|还有|只有|以及|包括|邀请|带领"
    "|感谢|听取|一名|一位|[一两三几多]位|现任|原|老|新|时任)$"
)


def _unread(line: Line, title: Title) -> bool:
    """Whether a word that no reader knows stands right before a post: 实小|党总支副书记."""
    text, at = line.text, title.start
    if at in line.ending or at == 0 or not "一" <= text[at - 1] <= "鿿":
        return False
    if title.title in ("教师", "老师") and re.search(
        "[，、；][一-鿿]{2}$", text[max(0, at - 3) : at]
    ):
        return False  # 康复|教师
    return _JOINT.search(text, max(0, at - 3), at) is None


_BOTH = later("[^。；\n]{0,14}(?:分别)?代表(?:两校|双方|两地|各自学校)")


def _both(line: Line, person: Mention, title: Title) -> Mention | None:
    """A校 for 甲 in A校与B校签约，校长甲、乙分别代表两校签字 (乙 is read by `shares`)."""
    text = line.text
    if title.end != person.start or text[person.end : person.end + 1] not in ("、", "和", "与"):
        return None
    other = line.starting.get(person.end + 1)
    if other is None or not is_person(other) or _BOTH.match(text, other.end) is None:
        return None
    pair = _last_two_schools(line, title.start)
    return pair[0] if pair is not None else None


def _last_two_schools(line: Line, at: int) -> tuple[Mention, Mention] | None:
    start = line.text.rfind("\n", 0, at) + 1
    schools: dict[str, Mention] = {}
    for span in line.from_right(start, at):
        if isinstance(span, Mention) and span.kind is Kind.SCHOOL:
            schools.pop(span.key, None)
            schools[span.key] = span
    if len(schools) < 2:
        return None
    one, two = sorted(list(schools.values())[-2:], key=lambda m: m.start)
    return one, two


_LIST_HEAD = later(
    r"的?(?:[一二两三四五六七八九十\d]+[位名])(?:优秀|骨干)?(?:老师|教师)"
    r"[^。\n]{0,24}[：:][ 　]*$"
)


def _headed(line: Line, title: Title) -> Mention | None:
    """A校 for a line 物理高级教师甲 under A校的两位老师上了示范课：."""
    text = line.text
    if not line.opens(title.start):
        return None
    end = title.start
    for _ in range(6):
        start = text.rfind("\n", 0, max(end - 1, 0)) + 1
        for span in line.from_right(start, end):
            school = isinstance(span, Mention) and span.kind is Kind.SCHOOL
            if school and _LIST_HEAD.match(text[span.end : end].rstrip("\n")):
                return span if isinstance(span, Mention) else None
        if end - start > 40 or start == 0:
            return None
        end = start
    return None


def _taken_along(line: Line, title: Title) -> Mention | None:
    """A校 for 教师乙 in A校副校长甲任B校校长，教师乙任B校副校长: the home of the one before."""
    told = line.last_home is not None and not re.search(
        "[。！？；;\n]", line.text[line.last_at : title.start]
    )
    return line.last_home if told else None


def _shared(title: Title) -> bool:
    """Whether a post before a list of names is the post of each (教师甲、乙)."""
    return title.title.startswith("副") or title.title.endswith(
        ("教师", "老师", "教研员", "学生", "专家", "队员", "教授", "志愿者", "盟员", "社员")
    )


def _elided(line: Line, person: Mention, titles: Sequence[Title]) -> list[Held]:
    """Posts without a body: a head or teacher of the school that was named last."""
    text = line.text
    found: list[Held] = []
    for title in titles:
        of = text[max(0, title.start - 1) : title.start]
        own = title.title.startswith("校") and (
            of in ("我", "本") or (of in ("学", "该") and line.only_school is not None)
        )
        if title.title.endswith("第一书记") or (not own and _unread(line, title)):
            continue
        if _HONOUR.search(text, max(0, title.start - 5), title.end):
            continue
        if own and of == "学":  # 学校|校长: the word before it ends with the first sign
            title = replace(title, title=title.title[1:])
        level = re.match("^(?:常务)?副?([省市县区州旗])长$", title.title)
        if level is not None:
            body = antecedent(level[1] + "政府", title.start, line.mentions)
        elif (
            title.title in _TEACHING
            or (line.own and title.title.endswith(("书记", "主任", "组长", "教师")))
            or own
            or (line.college and title.title.endswith(("部长", "处长", "委员")))
        ) and not title.aid:
            sent = _SENT_BY.search(text, max(0, title.start - 8), title.start)
            sender = line.ending.get(sent.start()) if sent is not None else None
            others = [m for m in line.mentions if sender is None or m.start < sender.start]
            body = _headed(line, title) or _taken_along(line, title)
            body = body or _both(line, person, title) or nearest_school(others, title.start, text)
        else:
            body = None
        if body is not None:
            found += hold(line, person, body, [title], title.start, "elided", 0.5)
            found[-1] = replace(found[-1], end=person.end)
    return found
