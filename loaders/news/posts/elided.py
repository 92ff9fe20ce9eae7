"""Posts whose body the text leaves out: the school of 校长甲 in a page or sentence about one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college
from ..people.peoplewords import people_words
from ..people.titles import MEETS, Title
from .carried import seat_of
from .offices import antecedent, department_of, nearest_school
from .ownunits import own_unit
from .phrase import Held, Line, hold, is_person

__all__ = ["FOR_BOTH", "elided", "last_two_schools", "unread"]

_HONOUR = later("(?:全国|国家|[省市县区州]级?)(?:模范|优秀|最美|道德模范)(?:教师|老师|校长)$")
_SENT_BY = later("(?:选派|派出|派来|派驻|下派|外派)(?:来)?的?(?:挂职)?$")
_OF_NO_SCHOOL = later(
    "第一书记$|领导小组|(?:督导|调研|考察|检查|工作|评估|慰问|督查|专家)组副?组长$"
)
_TEACHING = people_words("school_posts")
_OF_COLLEGE = later("校(?:党委|团委|工会|纪委|学生会|党政办|长办公室)")

_JOINT = later(
    "(?:[由以经和与及请是为作的被任让向对跟随同给把据叫找陪如像在兼即到见访派]|记者|本人|同学|其中|还有|只有|以及|包括|邀请|带领"
    "|感谢|听取|一名|一位|[一两三几多]位|现任|原|老|新|时任|政府|[了给听]|交到|交由"
    f"|{MEETS})$"
)


def unread(line: Line, title: Title) -> bool:
    """Whether a word that no reader knows stands right before a post: 实小|党总支副书记."""
    text, at = line.text, title.start
    if at in line.ending or at == 0 or not "一" <= text[at - 1] <= "鿿":
        return False
    if title.title in ("教师", "老师") and re.search(
        "[，、；][一-鿿]{2}$", text[max(0, at - 3) : at]
    ):
        return False  # 康复|教师
    return _JOINT.search(text, max(0, at - 3), at) is None


FOR_BOTH = later("[^。；\n]{0,14}(?:分别)?代表(?:两校|双方|两地|各自学校)")


def _both(line: Line, person: Mention, title: Title) -> Mention | None:
    """A校 for 甲 in A校与B校签约，校长甲、乙分别代表两校签字 (乙 is read by `shares`)."""
    text = line.text
    if title.end != person.start or text[person.end : person.end + 1] not in ("、", "和", "与"):
        return None
    other = line.starting.get(person.end + 1)
    if other is None or not is_person(other) or FOR_BOTH.match(text, other.end) is None:
        return None
    pair = last_two_schools(line, title.start)
    return pair[0] if pair is not None else None


def last_two_schools(line: Line, at: int) -> tuple[Mention, Mention] | None:
    """The last two schools that the paragraph names before `at`, in order of the text."""
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


def _college(line: Line, title: Title) -> Mention | None:
    """The one university of a page for its 校党委书记, 校团委书记: no other school has one."""
    if _OF_COLLEGE.match(line.text, title.start) is None:
        return None
    known = {m.key: m for m in line.mentions if m.kind is Kind.SCHOOL and is_college(m.name)}
    return next(iter(known.values())) if len(known) == 1 else None


def _not_of_school(unit: Mention, body: Mention) -> bool:
    """Whether a faculty or department is none of the school that was named last."""
    return unit.name.endswith(("学院", "处", "科")) and not is_college(body.name)


def elided(line: Line, person: Mention, titles: Sequence[Title]) -> list[Held]:
    """Posts without a body: a head or teacher of the school that was named last."""
    text = line.text
    found: list[Held] = []
    # 学校党委书记、校长甲 is both at the same school
    college = next(filter(None, (_college(line, title) for title in titles)), None)
    for title in titles:
        of = text[max(0, title.start - 1) : title.start]
        own = title.title.startswith("校") and of in ("我", "本", "学", "该")
        own = own or "学校" in text[max(0, title.start - 2) : title.start + 1]
        if _OF_NO_SCHOOL.search(title.title):
            continue
        unit = own_unit(text, title, line.taken)
        if not own and unread(line, title):
            if unit is not None:
                found += hold(line, person, unit[0], [unit[1]], title.start, "unit", 0.7)
            continue
        if _HONOUR.search(text, max(0, title.start - 5), title.end):
            continue
        if (
            own and of in ("学", "该") and title.title[0] == "校"
        ):  # 学校|校长: the word before it ends with the first sign
            title = replace(title, title=title.title[1:])
        level = re.match("^(?:常务)?副?([省市县区州旗])长$", title.title)
        if level is not None:
            place = antecedent(level[1], title.start, line.mentions)
            body = place or antecedent(level[1] + "政府", title.start, line.mentions)
        elif (
            title.title in _TEACHING
            or (line.own and title.title.endswith(("书记", "主任", "组长", "教师")))
            or own
            or _OF_COLLEGE.match(text, title.start)
            or (line.college and title.title.endswith(("部长", "处长", "委员")))
        ) and not title.aid:
            sent = _SENT_BY.search(text, max(0, title.start - 8), title.start)
            sender = line.ending.get(sent.start()) if sent is not None else None
            others = [m for m in line.mentions if sender is None or m.start < sender.start]
            body = _headed(line, title) or _taken_along(line, title)
            body = body or _both(line, person, title) or college
            body = body or nearest_school(others, title.start, text)
        else:
            body = None if title.aid else department_of(title.title, line.mentions)
            body = body or (None if title.aid else seat_of(text, title, line.mentions))
        if unit is not None and (body is None or _not_of_school(unit[0], body)):
            found += hold(line, person, unit[0], [unit[1]], title.start, "unit", 0.7)
        elif body is not None:
            found += hold(line, person, body, [title], title.start, "elided", 0.5)
            found[-1] = replace(found[-1], end=person.end)
    return found
