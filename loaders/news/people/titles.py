"""The posts that a text names: where they stand, and what they say.

A post reads ``modifiers* head``: 小学语文正高级教师, 人事科科长, 常务副主任. The head is found by a
word list; the modifiers are taken from right to left, never past a name or a punctuation mark.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ....ontology.records import Mention, Status
from ...aided import AID_TO
from ...later import later
from .peoplewords import people_rows, people_words

__all__ = ["MEETS", "TASK", "Title", "find_titles", "subject_words"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A post at ``text[start:end]``: the bare `title`, with what its modifiers say.

    `aid` is true where an aid word was taken off (挂职副校长 → 副校长); `learner` for pupils and
    students, who hold no post in the narrow sense.
    """

    start: int
    end: int
    title: str
    rank: str | None = None
    subject: str | None = None
    status: Status = Status.UNKNOWN
    aid: bool = False
    learner: bool = False


_NOT_HEADS = people_words("no_heads")
_HONORIFIC = people_words("honorifics")
_LEARNERS = people_words("learners")
_STAGES = (
    "[高初]?[一二三四五六七八九]年级|高[一二三]|初[一二三]|学前"
    "|幼儿园|小学|初中|高中|中学|中职|高职|培智|特教|幼儿"
)
_KIND_WORDS = (
    "青年|骨干|优秀|年轻|退休|新|老|专任|专职|兼职|在职|带队|带教|指导|任课|专业|主讲|主任|副主任|特聘|特邀|客座|外聘"
    "|驻会|资深|知名|著名|分管教学的|分管|实训|实习|志愿|返聘|义务|银龄|随队|本土|当地|受援|培养|驻校|主管|讲座|首席|责任"
    "|教学|业务|[内外儿骨]科|妇产?科|中医科|眼科|口腔科|急诊科|康复科|检验科"
)
_AID = f"挂职|{AID_TO}|援派|支教|驻点帮扶|驻点|派驻|下派|选派|交流|跟岗|走教|轮岗|帮扶|援建"
_STATUS = "原|时任|现任|前任|前|新任|拟任|曾任|兼[任职]?|代理?|候任|挂任|担任|出任|任|首任|历任|老"
_GRADE = "[正副][厅局处县科]长?级"
_UNITS = (
    "(?:提案|教科卫|文史|社法|经济|人口|法制|教文卫|学习|联谊)[一-鿿]{0,6}委|[一-鿿]{1,6}(?:委员会|教研组|备课组|年级组|工作组|学科|年级|中心|专业|支部|党委|党组|"
    "支队|工会|团委|学部|学院)|党总支(?=副)|党支部(?=副)|[一-鿿]{2,4}(?:科|处|室|股|组|部|办|系|站|队|班|团)|[一二三四五六七八九]级"
)


@cache
def _words() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Ranks; names of subjects, as texts say them; ranks that are teachers' own."""
    ranks = {row["rank"]: row["category"] for row in people_rows("ranks")}
    rows = people_rows("subjects")
    subjects = {name for row in rows for name in (row["subject"], *row["aliases"].split("|"))}
    teachers = {r for r, kind in ranks.items() if kind in ("k12", "honor") and r.endswith("教师")}
    return frozenset(ranks), frozenset(subjects - {""}), frozenset(teachers)


@cache
def subject_words() -> re.Pattern[str]:
    """Any name of a school subject or professional rank."""
    ranks, subjects, _ = _words()
    return re.compile("|".join(_longest(ranks | subjects)))


@cache
def _heads() -> re.Pattern[str]:
    """One pattern for every head, longest first."""
    words = {row["title"] for row in people_rows("titles") if row["category"] != "media_role"}
    words |= _words()[0]
    words = {w for w in words if len(w) > 1 and "、" not in w} - _NOT_HEADS - _HONORIFIC
    words |= {"代表"}
    words |= {f"{w}助理" for w in words if w.endswith(("长", "经理", "主任"))}
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    # 校长远, 教师们, 主任务: the head of a post is not followed by what makes another word of it;
    # 老师傅 and 带教师傅 are words, 教师|傅某 and 数学老师|傅某 are none
    master = (
        "(?:(?<!教师)|(?<=带教师))"
        "(?<!(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学)老师)傅"
    )
    return re.compile(
        f"(?:{'|'.join(longest_first)})(?!们|务[院必]|节|制|会议|队伍|团队|群体|研修|培训|发展|教育|育|{master}|资|周转|宿舍|公寓|食堂|级(?=[督调干纪])|活动|工作室|联络站|之家|沙龙)"
    )


@cache
def _modifier() -> re.Pattern[str]:
    """One modifier at the end of a string."""
    ranks, subjects, _ = _words()
    words = sorted({*ranks, *subjects, *(r["prefix"] for r in people_rows("title_prefixes"))})
    words.sort(key=lambda w: -len(w))
    own = ("第一", "党务", "训导", "校务", "校(?=党)", "党总支", "党支部", "机关", "校")
    words += [f"{row}课" for row in sorted(subjects)]
    lists = "|".join((*words, _STAGES, _KIND_WORDS, _AID, _STATUS, _GRADE, *own))
    return re.compile(f"(?:{lists}|副|总|一级|二级|三级|四级|正高级|特级|名誉|高级|中级|初级)$")


_UNIT_ONLY = later(f"委|委?(?:{_UNITS})(?:的(?=.))?")
_HEAD_OF_WHOLE = later("副?(?:校长|园长|局长|县长|区长|镇长|乡长)")
_PARTS = "科处室股组办系站队班团"
"""Units that have no 校长, so that 凤继科|校长 is a name."""
_VERB_IN_UNIT = later("^的|[任在是由和与为及]")
MEETS = "|".join(sorted(people_words("meeting_words")))
_VERB_BEFORE = later(f"(?:{MEETS})(?=..)")
"""What is done with the one whose unit and post follow: 率领|理学院副院长某."""
#: 乡村振兴领导小组办公室|主任: what a body sets up for one task has a long name
TASK = (
    "[一-鿿]{2,14}(?:领导小组|工作专班)(?:办公室)?"
    "|(?:定点帮扶|对口(?:帮扶|支援|协作)|乡村振兴|东西部协作|消费帮扶)(?:工作)?办公室"
)
_TASK = later(TASK)
_UNIT_TAIL = later(
    r"(?:教务|教导|德育|政教|总务|教科|教研|科研|办公|人事|基教|基础教育|职教|职成|师资|保教|招生|学生|党政|综合|后勤|安全|信息)"
    r"(?:处|室|科|股|办|部|组)$|(?:语文|数学|英语|物理|化学|生物|政治|历史|地理|音乐|体育|美术|科学|信息|艺术|文科|理科|史地|学科)"
    r"(?:学科)?(?:教研|备课)?(?:组)?$|[高初]?[一二三四五六七八九]?年级(?:组)?$|(?:宣传|组织|统战|政法|培智|学|项目)部$"
    r"|(?:教研|备课|年级|学科|工作|校委)(?:组|会)?$|(?:社会服务|对口支援|教师工作)(?:处|办公室|办)?$"
)


def find_titles(text: str, mentions: Sequence[Mention]) -> tuple[Title, ...]:
    """Every post in `text`, in order; `mentions` are names that a post never enters.

    A head that lies inside a mention is no post (教师 in 教师发展中心).
    """
    return _titles(text, tuple((m.start, m.end) for m in mentions))


@lru_cache(maxsize=8)
def _titles(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Title, ...]:
    taken = bytearray(len(text) + 1)
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    found: list[Title] = []
    floor = 0
    for match in _heads().finditer(text):
        start, end = match.span()
        if taken[start]:
            # a body's name may swallow the first word of a post (县教育局党委|书记): give it back
            inside = next((i for i in range(start, end) if not taken[i]), end)
            if text[inside : inside + 1] == "委" and end - inside > 2:
                inside += 1
            if inside >= end - 1 or _heads().fullmatch(text[inside:end]) is None:
                continue
            start = inside
        if taken[end - 1] or _NO_POST.match(text, start):
            continue
        limit = max(floor, _left_limit(text, start, taken))
        opens = limit == 0 or bool(taken[limit - 1]) or text[limit - 1] in _STOP
        organ = _ORGAN.match(text, start, end)
        if organ is not None:
            # 县委书记: the committee is a body, the post only 书记
            start = limit = organ.end()
        start = _extend(text, limit, start, opens)
        if text[start:end] == "代表":
            continue
        found.append(_parse(text, start, end))
        floor = end
    return tuple(found)


#: 有学生3000名: how many there are
_NO_POST = later(
    "研究生(?:支教|阶段|期间|学历)"
    "|(?<=有)(?:学生|教师|老师|职工|员工|党员|队员|会员)(?=[0-9近约上百千]|[一二三四五六七八九十]+[名位余多人])"
)
_ORGAN = later("[省市县区州旗盟镇乡]委(?=..)")
_STOP = frozenset("，。、；：！？,.;:!?\n\t 　（）()【】[]《》〈〉“”‘’\"'|/—-…·>＞☆★")


def _left_limit(text: str, start: int, taken: bytearray) -> int:
    """How far to the left a post that has its head at `start` may reach."""
    i = start
    while i > 0 and start - i < 16 and not taken[i - 1] and text[i - 1] not in _STOP:
        i -= 1
    return i


def _extend(text: str, limit: int, start: int, opens: bool) -> int:
    """Take modifiers off the left side of a head, one by one.

    `opens` says that a body's name or a punctuation mark stands before `limit`, so that all between
    may be the name of a unit (人事科科长).
    """
    verb = _VERB_BEFORE.match(text, limit, start) if opens else None
    limit = verb.end() if verb is not None else limit
    office = start + 3 if text.startswith("办公室", start) else start
    if (
        opens
        and _TASK.fullmatch(text, limit, office)
        and not _VERB_IN_UNIT.search(text[limit:start])
    ):
        return limit
    while start > limit:
        rest = text[limit:start]
        if (
            opens
            and len(rest) <= 8
            and not (_HEAD_OF_WHOLE.match(text, start) and rest[-1] in _PARTS)
            and _UNIT_ONLY.fullmatch(rest)
            and not _VERB_IN_UNIT.search(rest)
        ):
            return limit
        match = _modifier().search(rest) or _UNIT_TAIL.search(rest)
        if match is None or match.start() == match.end():
            return start
        before = rest[match.start() - 1 : match.start()]
        if match[0] == "新" and "一" <= before <= "鿿" and before not in "位名个些的批来了":
            return start  # 陶增新|老师
        start = limit + match.start()
    return start


_AID_RE = later(f"^(?:{_AID})")
_STATUS_RE = later(f"^(?:{_STATUS})(?=..)")
_PLAIN_RE = later(
    "^(?:校(?=党|副)|青年|优秀|年轻|新|老|退休|带队|分管教学的|分管|本土|当地|受援|随队|银龄|资深|知名|著名)"
)
_STAGE_RE = later(f"^(?:{_STAGES})")
_TEAM_HEAD = later(f"^(?:{_AID})(?:[队团组]|办(?!公室|事)|[处科站](?![长员]))")
"""支教队|队长, 支教办|干部: the aid word is the name of the team or office."""
_STATES = {
    **dict.fromkeys(("原", "时任", "前", "前任", "曾任", "历任"), Status.ENDED),
    **dict.fromkeys(("现任", "挂任"), Status.ACTIVE),
    **dict.fromkeys(("拟任", "候任"), Status.PLANNED),
}
_TEACHER = people_words("teachers")


def _parse(text: str, start: int, end: int) -> Title:
    title, rank, subject, status, aid, learner = _parts(text[start:end])
    aid = aid and not (text.endswith("结对", 0, start) and text.startswith("帮扶", start))  # a verb
    return Title(
        start=start, end=end, title=title, rank=rank, subject=subject, status=status, aid=aid,
        learner=learner,
    )  # fmt: skip


@lru_cache(maxsize=1 << 14)  # the posts of a page are few, and asked for by several stages
def _parts(words: str) -> tuple[str, str | None, str | None, Status, bool, bool]:
    """The title without the words that belong to the state, the rank and the subject; these."""
    ranks, subjects, teacher_ranks = _words()
    title, status, aid = words, Status.UNKNOWN, False
    if title.startswith("部") and title.endswith(("校长", "园长")):
        title = title[1:]  # 甲小学|部校长
    if title.startswith("委") and title[1:2] in "常副书委":
        title = title[1:]
    while True:
        if _TEAM_HEAD.match(title):
            break
        if match := _STATUS_RE.match(title):
            status = _STATES.get(match[0], status)
        elif match := _AID_RE.match(title):
            aid = aid or match[0] not in ("交流", "选派")
        elif not (len(title) > 2 and (match := _PLAIN_RE.match(title))):
            break
        if match.end() >= len(title):
            break
        title = title[match.end() :]
    rank = subject = None
    if title.endswith(("教师", "老师", "教研员", "教授", "讲师", "研究员")):
        rest = title
        for name in _longest(ranks):
            if rest.endswith(name):
                rank, rest = name, rest[: -len(name)]
                break
        else:
            rest = re.sub("(?:教师|老师|教研员)$", "", rest)
        rest = _STAGE_RE.sub("", re.sub("(?:骨干|任课|专任|专业|学科)$", "", rest))
        rest = re.sub("(?:骨干|任课|专任)$", "", rest)
        rest = rest[:-1] if rest[-1:] == "课" and rest[:-1] in subjects else rest
        if rest in subjects:
            subject = rest
        elif rest and rest not in ("带教", "指导", "实训指导"):
            subject = rest if len(rest) <= 4 and title.endswith(("教师", "老师")) else None
        if rank in teacher_ranks or (
            title.endswith(("教师", "老师")) and (subject or title in _TEACHER)
        ):
            title = "老师" if title.endswith("老师") else "教师"
    elif title.endswith(("带头人", "组长", "主任")):
        subject = next((s for s in _longest(subjects) if title.startswith(s)), None)
    bare = re.sub("^[0-9一二三四五六七八九十]+(?!年?级)", "", title)
    learner = bare in _LEARNERS or bare.endswith(("毕业生", "学生代表"))
    return bare or title, rank, subject, status, aid, learner


@cache
def _longest(words: frozenset[str]) -> list[str]:
    return sorted(words, key=lambda w: (-len(w), w))
