"""What stands before a name: its posts, each with its body.

Chinese puts body, post and name in a row: ``A校物理正高级教师甲、生物正高级教师乙``. The row is
read from the name to the left; what it leaves out is taken from the name before it (乙 is at A校).
"""

from __future__ import annotations

from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO
from ...later import later
from ..people.titles import Title
from .beside import (
    aliased,
    comes,
    heads_place,
    of_another,
    of_each,
    said_as,
    sender_of,
    sent_down,
    serving,
    standing,
    taught,
    unit_between,
    unread_between,
)
from .elided import FOR_BOTH, elided, last_two_schools, unread
from .inherited import in_list, suits
from .ownunits import own_unit
from .phrase import ASIDE, FILLER, JOIN, NO_FILLER, Chain, Held, Line, hold, is_person

__all__ = ["before"]

#: 校长、|“时代楷模”|某某: an honour in quotes
_FIRST_GAP = later(r"[ 　]{0,3}[:：]?[ 　]?|的|[、，]?“[一-鿿]{2,12}”(?:称号)?(?:获得者)?")
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
_FORMER = later("[、，](?:原|时任|现任|前)")
_AIDED_ASIDE = later(rf"[（(][^（()）\n]{{2,8}}(?:挂职|援派|{AID_TO})(?:干部)?[)）]$")
"""Who sends, behind a post: 副县长（某市援疆）甲."""
_TEAM = later(
    f"(?:省|市)?(?:第?[一二三四五六七八九十0-9]+批)?(?:对口支援|{AID_TO})[^，、。；]{{0,6}}(?:队|团|组|指挥部|前指)"
)
_LINK = later("|的(?:全国|省|市|县|区)?级?|（|代表、|(?:已|现已)?(?:退休|离休)的")


def before(line: Line, i: int, person: Mention, told: dict[tuple[int, int], Chain]) -> Chain:
    """Walk from a name to the left over posts and bodies."""
    text, pending, held = line.text, list[Title](), list[Held]()
    home: Mention | None = None
    aid = dropped = False
    at = start = person.start
    by = _AIDED_ASIDE.search(text, max(0, at - 16), at)
    inner = by.start() if by is not None else at
    for span in reversed(line.spans[max(0, i - 12) : i]):
        if span.end > at or span.start > inner:
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
            if first and not _FIRST_GAP.fullmatch(bare) and not said_as(line, span, bare):
                break
            aside = standing(line, span) if first else None
            if aside is not None:
                at = start = aside
                continue
            posted = bare == "，" and gap.startswith(("（挂职", "（援派"))
            row = bare in ("", "的") or JOIN.fullmatch(bare) or _FORMER.fullmatch(bare)
            if not first and not row and home is None and unread_between(bare):
                pending, row, dropped = [], True, dropped or bool(pending)
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
                if known.dropped:
                    body, pending = None, []  # nor this one then
                others = body is not None and of_another(line, body, pending, known)
                if any(h.rule == "unit" for h in known.held) and own_unit(
                    text, pending[-1], line.taken
                ):
                    body = None  # 理学院副院长甲、学工处副处长乙: one beside the other
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
                    if bare in ("、", "和", "与", "及") and of_each(shared.title):
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
            if pending and span.kind is not Kind.PLACE and (named := aliased(line, span, gap)):
                span, gap = named, ""
            if pending and not gap and sent_down(text, span, pending):
                # 省教育厅下派挂职副县长甲: the post is in the county, and not at who sends
                at = start = span.start
                break
            if pending and pending[0].aid and not taught(pending) and comes(line, span):
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
                sender = sender_of(line, span)
                if sender is not None:
                    at = start = sender.start
                    continue
            elif (at == person.start and gap in ("", "的") and span.kind is not Kind.PLACE) or (
                at == person.start and not gap and heads_place(line, span, person)
            ):
                home = span
            elif at == person.start and (unit := unit_between(line, span, person)) is not None:
                home = unit
            elif span.kind is Kind.PLACE and not gap and (held or home):
                pass
            else:
                break
        at = start = span.start
    aided = aid or any(t.aid for t in (*pending, *(h.title for h in held)))
    held += serving(line, person, start)
    if pending:
        held += elided(line, person, pending)
    return Chain(
        person=person, held=tuple(held), home=home, start=start, aided=aided, dropped=dropped
    )
