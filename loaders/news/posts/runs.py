"""What stands behind a name: 冯诗根副处长, 甲（某校教师）, 甲现任某校校长."""

from __future__ import annotations

import re
from dataclasses import replace

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO
from ...later import later
from ..entities.colleges import is_college
from ..page.sentences import sentence_around
from ..people.peoplewords import people_words
from ..people.titles import Title
from .inherited import suits
from .offices import nearest_school
from .phrase import ASIDE, FILLER, JOIN, NO_FILLER, Chain, Held, Line, hold, is_person
from .takings import held_by, later_posts
from .unitposts import called_with, of_unit, posted_at

__all__ = ["after"]

_BE = later(
    r"(?:同志)?(?:[（(][^（()）\n]{1,12}[)）])?(?:[，,]?(?:今年|现年|时年)?\d{2}岁)?[，,]?(?:他|她)?(?:其实|本来)?[还也则]?(?P<be>原本是|原先是|原来是|此前是|之前是|现为|现是|现任|原是|原为|原任|历任|先后任|先后担任|曾任|曾是|曾担任|时任|拟任|拟挂职担任|拟挂职|拟挂任|拟担任|挂任|挂职任|挂职担任|挂职|出任|担任|兼任|就任|接任|升为|当选为?|当上了?|成为了?|退休前[是为任]|生前[是为]|不仅[仅]?是|不只是|既是|一直是|仍是|已是|担任过|当过|做过|受聘担任|改任|调任|升任|被任命为|被聘为|也是|正是|就是|作为|是|系|任)"
)
_ONE = later("一[名位]")
_TAKES_UP = later("(?:任|担任|兼任|出任|挂任|改任|现任)(?!课|教(?![科务导研]))")
_CALLED = ("老师", "教师", "校长", "书记", "主任", "园长")
_OF_GROUP = later("(?:组长|队长|团长|领队|组员|成员|专班.*|总指挥|指挥长)$")
_TRAIT = later(
    r"(?:\d{2}岁|中共党员|党员|大学本科|本科|研究生|[一-鿿]{2,5}人|[一-鿿]{1,4}族|\d{4}年\d{1,2}月生)[，,]"
)
_MORE_TRAITS = later(
    r"(?:(?:今年)?\d{2}岁[，,、]|中共党员[，,、]|党员[，,、]|民盟盟员[，,、]|\d{4}年(?:\d{1,2}月)?(?:出)?生[，,、]|(?:大学)?本科(?:学历)?[，,、]"
    r"|(?:硕士)?研究生(?:学历)?[，,、]|(?:正高级|高级|一级|二级|特级)教师[，,、]|[一-鿿]{1,4}族[，,、]|[一-鿿]{2,6}人[，,、])+"
)
_BORN = later(
    r"[，,](?=(?:(?:今年|现年)?\d{2}岁|中共(?:预备)?党员|\d{4}年(?:\d{1,2}月)?(?:出)?生)[，,])"
)
_TRAITS = later("[（(](?:[男女]|[一-旎旐-鿿]{1,4}族|[，,、]){1,6}[)）][ 　]*")
_SEX = later("[，,][男女][，,](?:[一-鿿]{1,5}族[，,])?|[（(][男女][^（()）]{0,6}[)）][ 　]*")
_CARD = later("[ 　]*\n+[ 　]*")
_TAKEN_UP = later(
    r"[，,、 　]{0,2}"
    r"(?:\d{4}年(?:\d{1,2}月)?(?:起|以来|至今|(?:至|到|—|-)\d{4}年(?:\d{1,2}月)?)?[，,]?)?"
    rf"(?:{AID_TO}|支教|挂职)?(?:期间)?[，,]?(?:担任|兼任|挂任|挂职|任)"
)
_STATE = {
    **dict.fromkeys(
        ("原是", "原为", "原任", "历任", "先后任", "先后担任", "曾任", "曾是", "曾担任", "时任"),
        Status.ENDED,
    ),
    **dict.fromkeys(("原本是", "原先是", "原来是", "此前是", "之前是"), Status.ENDED),
    **dict.fromkeys(("现任", "现为", "现是", "现在是", "挂任"), Status.ACTIVE),
    **dict.fromkeys(("拟任", "拟挂职担任", "拟挂职", "拟挂任", "拟担任"), Status.PLANNED),
}


def after(line: Line, chain: Chain) -> list[Held]:
    """冯诗根副处长, 袁磊教授, 甲（某校教师）, 甲现任某校校长; 甲到某校，任副校长;
    某校校长由甲担任."""
    found = _right_after(line, chain)
    known = {h.title.start for h in found}
    found += [h for h in later_posts(line, chain.person, _run) if h.title.start not in known]
    return found + held_by(line, chain.person)


def _right_after(line: Line, chain: Chain) -> list[Held]:
    person, text = chain.person, line.text
    found: list[Held] = []
    span = line.starting.get(person.end)
    said = _BE.match(text, span.end) if isinstance(span, Title) and span.title in _CALLED else None
    # 甲校长作为代表发言: what he speaks as takes nothing from what he is
    if said is not None and said["be"] != "作为" and isinstance(span, Title):
        # 甲老师是A校的教师
        person, span = replace(person, end=span.end), None
    body = chain.home or next((h.body for h in chain.held if h.body), None)
    if isinstance(span, Title) and not _TAKES_UP.match(text, span.start, span.end):
        if chain.home is not None:
            home = chain.home
            if span.title in ("教师", "老师"):
                home = _sender(line, home) or home
            found += hold(line, person, home, [span], min(home.start, chain.start), "after", 0.9)
            line.called[span.end] = home
        elif not chain.held and (same := called_with(line, person)) and suits(text, same, [span]):
            # A校甲校长、乙副校长: 乙 is at A校 as well
            found += hold(line, person, same, [span], person.start, "list", 0.8)
            line.called[span.end] = same
        elif not chain.held and span.title in _HEADS:
            school = _headed_here(line, person)
            if school is not None:
                found += hold(line, person, school, [span], person.start, "elided", 0.5)
                found[-1] = replace(found[-1], start=person.start, end=span.end)
        elif not chain.held and (away := posted_at(line, person)) is not None:
            found += hold(line, person, away, [span], away.start, "after", 0.8)
        elif not chain.held and (unit := of_unit(line, person, span)) is not None:
            school, whole = unit
            found += hold(line, person, school, [whole], person.start, "after", 0.8)
            line.called[span.end] = school
        elif (
            not chain.held
            and span.title in ("教师", "老师")
            and text[span.end : span.end + 1] == "，"
        ):
            found += _run(line, person, span.end + 1, None, "comma", Status.UNKNOWN)
        return found
    behind = _TRAITS.match(text, person.end)
    if behind is not None and line.opens(person.start):
        return _run(line, person, behind.end(), None, "entry", Status.UNKNOWN)
    if text[person.end : person.end + 1] in "（(" and person.end < len(text):
        found += _run(line, person, person.end + 1, None, "appositive", Status.UNKNOWN)
        return found
    be = _BE.match(text, person.end)
    if be is not None:
        status = _STATE.get(be["be"], Status.UNKNOWN)
        takes_up = be["be"] in ("任", "担任", "兼任", "出任", "改任")
        carries = takes_up and not _is_of_founded(line.text, person)
        inherited = (_taken(line, person) or body) if carries else None
        # 任教科室副主任 is a post with its verb; the run begins where the verb does
        inner = range(be.start("be"), be.end())
        begin = next((i for i in inner if isinstance(line.starting.get(i), Title)), be.end())
        found += _run(line, person, begin, inherited, "being", status)
        one = _ONE.match(text, be.end())
        school = chain.home
        if not found and one is not None and school is not None and school.kind is Kind.SCHOOL:
            found += _run(line, person, one.end(), school, "being", status)
        if inherited is not None:
            found = [
                h for h in found if h.body is not inherited or not _OF_GROUP.search(h.title.title)
            ]
        if not found and chain.home is None and not chain.held:
            found += _unplaced(line, person, begin, status)
        if takes_up and found:
            line.last_body, line.last_home, line.last_at = found[-1].body, body, person.end
    elif (sex := _SEX.match(text, person.end) or _BORN.match(text, person.end)) is not None:
        more = _MORE_TRAITS.match(text, sex.end())
        begin = more.end() if more is not None else sex.end()
        found += _run(line, person, begin, None, "entry", Status.UNKNOWN)
    elif (card := _CARD.match(text, person.end)) is not None and line.opens(person.start):
        seat = line.starting.get(card.end())
        post = line.starting.get(seat.end) if isinstance(seat, Mention) else None
        if isinstance(post, Title) and text[post.end : post.end + 1] in ("", "\n"):
            found += _run(line, person, card.end(), None, "entry", Status.UNKNOWN)
    elif text[person.end : person.end + 1] in "，," and not chain.held and chain.home is None:
        found += _run(line, person, person.end + 1, None, "comma", Status.UNKNOWN)
    elif text[person.end : person.end + 1] in "：: 　" and line.opens(person.start):
        found += _run(line, person, person.end + 1, None, "entry", Status.UNKNOWN)
    return found


def _unplaced(line: Line, person: Mention, at: int, status: Status) -> list[Held]:
    """甲任副校长, 甲现任学校副校长: at the school that the sentence or paragraph named last."""
    at += 2 * line.text.startswith("学校", at)
    title = line.starting.get(at) or line.starting.get(at - 1)
    if not isinstance(title, Title) or title.end in line.starting:
        return []
    called = title.title.removeprefix("校")
    posts = people_words("school_posts")
    if title.aid or not (called in posts or called.replace("副", "", 1) in posts):
        return []
    known = [m for m in line.mentions if not _sends(line, m)]
    school = nearest_school(known, title.start, line.text)
    if school is None or school.start > person.start:
        return []
    line.used.add(title.start)
    told = replace(title, status=status, title=called)
    found = hold(line, person, school, [told], person.start, "elided", 0.5)
    return [replace(one, start=person.start, end=title.end) for one in found]


def _sends(line: Line, school: Mention) -> bool:
    """Whether a school is that from which somebody comes: A校的甲, A校教师甲."""
    at = school.end + (line.text[school.end : school.end + 1] == "的")
    behind = line.starting.get(at)
    if isinstance(behind, Title):
        behind = line.starting.get(behind.end)
    return behind is not None and is_person(behind)


_HEADS = ("校长", "副校长", "园长", "副园长", "党总支书记", "党委书记", "党支部书记")
_ALONE = later("(?:^|[^一-鿿]|[由和与及对向请随跟])$")
_ITS_END = later("[一-鿿]{2,}(?:中学|小学|学校|幼儿园|高中|学院)$")


def _headed_here(line: Line, person: Mention) -> Mention | None:
    """The school of 甲校长 where nothing, or the end of a name known in full, stands before."""
    text, at = line.text, person.start
    said = _ITS_END.search(text, max(0, at - 10), at)
    if said is not None:
        schools = [m for m in line.mentions if m.kind is Kind.SCHOOL]
        for size in range(len(said[0]), 3, -1):
            meant = {m.key: m for m in schools if m.name.endswith(said[0][-size:])}
            if meant:
                return next(iter(meant.values())) if len(meant) == 1 else None
        return None
    if _ALONE.search(text, max(0, at - 1), at) is None or person.end - at < 2:
        return None
    return line.only_school


_FOUNDED = later(
    "(?:成立|组建|设立|组成)了?[^，。；]{0,16}(?:支部|党小组|支委会?|小组|协会|委员会|联盟|共同体|工作室)"
)


def _is_of_founded(text: str, person: Mention) -> bool:
    """Whether a post is in what was just founded: 成立临时党支部，由A校副校长|甲|任书记."""
    start, _ = sentence_around(text, person.start, person.start, "。！？；;\n")
    return _FOUNDED.search(text, start, person.start) is not None


def _taken(line: Line, person: Mention) -> Mention | None:
    """Where a post without a body is taken up: as the one before in its clause; B校由A校托管."""
    text, at = line.text, person.start
    clause, _ = sentence_around(text, at, at, "。！？；;\n")
    if line.last_body is not None and line.last_at > clause:
        return line.last_body
    for span in line.from_right(clause, at):
        if isinstance(span, Mention) and span.kind is Kind.SCHOOL:
            return span if text[span.end : span.end + 1] == "由" else None
    return None


_OF_SUBJECTS = later(
    "(?:(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学)[、和与及])+"
)
_SENT_TO = later("(?:驻点帮扶|派驻|援派|支援|帮扶|选派到|派到)$")


def _sender(line: Line, there: Mention) -> Mention | None:
    """A校 in A校驻点帮扶B校的教师: a teacher stays a teacher of A校."""
    at = there.start
    place = line.ending.get(at)
    if isinstance(place, Mention) and place.kind is Kind.PLACE:
        at = place.start
    verb = _SENT_TO.search(line.text, max(0, at - 6), at)
    sender = line.ending.get(verb.start()) if verb is not None else None
    return sender if isinstance(sender, Mention) and sender.kind is not Kind.PERSON else None


def _taught_at(school: Mention) -> bool:
    """Whether 甲（A校） is a teacher: one with a university behind the name may be a student."""
    return not is_college(school.name)


def _run(
    line: Line, person: Mention, at: int, inherited: Mention | None, rule: str, status: Status
) -> list[Held]:
    """Bodies and posts in a row from `at` to the right, as far as they belong to `person`."""
    text, body, found = line.text, inherited, list[Held]()
    seen_body, clause = False, 0
    groups: list[int] = []
    for span in line.from_right(at, at + 90):
        gap = text[at : span.start]
        bare = _TRAIT.sub("", ASIDE.sub("", gap)) if rule == "entry" else ASIDE.sub("", gap)
        status = _STATE.get(bare.strip("，、 　"), status)
        joined = (
            not bare
            or bare.strip("，、 　") in _STATE
            or JOIN.fullmatch(bare)
            or (rule == "entry" and _TAKEN_UP.fullmatch(bare))
            or _OF_SUBJECTS.fullmatch(bare)
            or (rule == "being" and seen_body and bare in ("的一名", "的一位", "一名", "一位"))
            or bare in ("原", "生前系", "系", "现为", "也是", "，现任", "，现在是", "，现为", "的")
        )
        if is_person(span):
            if gap in ("", "的") and found and found[-1].title.end == at:
                # the last posts are those of the next person: ……，A校教师乙
                found = [h for h, group in zip(found, groups, strict=True) if group != clause]
            break
        if isinstance(span, Title):
            filled = body is not None and seen_body and FILLER.fullmatch(gap)
            if not (joined or (filled and not NO_FILLER.search(gap))):
                break
            clause += bool(re.search("[，,]", gap))
            behind = line.starting.get(span.end + 1)
            if text[span.end : span.end + 1] == "的" and isinstance(behind, Mention):
                body = behind if behind.kind is not Kind.PERSON else body
            if body is not None:
                title = span if status is Status.UNKNOWN else replace(span, status=status)
                found += hold(line, person, body, [title], person.start, rule, 0.85)
                groups.append(clause)
        else:
            filled = not found and rule == "being" and re.fullmatch("[一-鿿]{0,6}的?", gap)
            if not (joined or filled):
                break
            clause += bool(re.search("[，,]", gap))
            body, seen_body = span, True
        at = span.end
    line.used.update(h.title.start for h in found)
    school = body is not None and body.kind is Kind.SCHOOL
    if rule == "appositive" and not found and body is not None and school and _taught_at(body):
        teacher = Title(start=person.end, end=at, title="教师")
        found += hold(line, person, body, [teacher], person.start, rule, 0.6)
    return found
