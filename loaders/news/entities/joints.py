"""What holds the parts of one name together: a body inside a body, 和 in 文化和旅游局."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from ....ontology.records import Kind
from ...later import later
from ...lexicon import word_set
from ...suffixes import Suffix, generic_words, stop_words
from .hits import BodyHit, PlaceHit
from .prefixes import joined_at_level, nation_over, nation_within
from .words import Words

__all__ = [
    "CAMPUSES",
    "acts",
    "behind_verb",
    "holds",
    "in_own_name",
    "over_joint",
    "part_of",
    "village_town",
    "without_joint",
]

_JOINED = word_set("joined")
CAMPUSES = ("校区", "分校", "分园")
"""Endings of the parts of a school that stand apart from it."""
_GIVEN = ("捐", "赠", "送", "发放", "提供", "颁发", "移交")
_CALLS = ("组织", "举办", "邀请", "带领", "发动", "开展")
_OF_FIRM = ("事业部", "项目部", "党委", "党总支", "党支部", "团委", "工会", "分公司", "局")
_OF_PARTY = ("工委", "支部", "总支", "总支部", "支社", "基层委", "基层委员会", "工作委员会", "小组")
_OFFICES = ("室", "处", "科", "组")
_LEVEL_BODIES = ("局", "厅", "教委", "政府", "教育委员会")
_CAMPUS = later("(?![东南西北新老主两各多])[一-龥]{2,3}(?<![的和与及在到有是将共各两三多一二个])")
_NUMBERED = later("^[一二三四五六七八九十]+中$")
_BRANCH = ("中学", "学校", "实验学校", "实验中学")
_ORDINAL = later("第[一二三四五六七八九十]")
#: What stands between a township and its schools in general: 某镇各村小学, 某镇三所小学.
_NO_VILLAGE = frozenset(
    "的了等和与及也在共各每有约近仅已将正再又还均是个所名家位余批次年月日元人"
    "0123456789一二三四五六七八九十百千几多半两双数、，。；：“”（）全本该此到向为给去来赴的新原"
)
_AIDS = later("援[疆藏青]|支援|帮扶|支教|扶贫|对口|定点|协作")
_TOWARDS = frozenset("向给赴")
_GIVING = frozenset("向为给在对到由与和及")
_DONORS = ("company", "association", "foundation", "charity")
_FIRMS = word_set("common_firms")
_FIRM_SIGNS = word_set("firm_signs")
_COMMITTEE = ("委员会", "办公室")
_TEAMS = word_set("teams")


def behind_verb(words: Words, position: int, start: int) -> int:
    """Behind a verb that parts a body from the donor whose own words end at `start`."""
    _, right, tag = words.word(position)
    verb = words.text[position:right]
    known = verb in generic_words() or verb in _FIRMS
    return right if tag == "v" and len(verb) > 1 < start - right and not known else position


def holds(words: Words, body: BodyHit, position: int, start: int, suffix: Suffix) -> bool:
    """Whether a body that ends at `position` can be part of the one whose ending is at `start`.

    If not, it only stands before it.
    """
    between = words.text[position:start]
    if between in ("附属", "子弟"):
        return True
    if body.suffix.endswith("办事处") and suffix.kind is Kind.SCHOOL:
        return 2 <= len(between) <= 5  # 汴河街道办事处张老庄小学
    if between[:1] in _TOWARDS:
        return False  # 某协会向|某某中心
    if len(between) > 4 and between.startswith(_CALLS) and suffix.category != "department":
        return False  # 某协会组织|某某工作室
    if body.category in _TEAMS and suffix.category == "foundation":
        return False  # 某大学支教团|某某助学基金
    if nation_within(words.text, position, start) is not None:
        return False  # 某集团公司引入|中国某基金会
    aids = suffix.category not in _DONORS and _AIDS.match(between) is not None
    # 某大学继续教育与教师培训学院
    inner = aids or suffix.category == "department" or suffix.text.endswith("学院")
    if not inner and behind_verb(words, position, start) > position:
        return False  # 某教育局收到|某公司, but 某教育厅援藏援疆工作办公室
    college = body.kind is Kind.SCHOOL and body.category == "higher"
    if suffix.text.endswith("学院"):
        return college and len(between) <= 10 and not set(between) & {"有", "的", "是"}
    if suffix.text == "校区" and _CAMPUS.fullmatch(between):
        return body.kind is Kind.SCHOOL
    if suffix.text == "分园":
        nursery = body.kind is Kind.SCHOOL or "幼" in words.text[body.start : body.end]
        return nursery and 2 <= len(between) <= 3
    if body.category == "education_group" and suffix.text in ("分校", "校区"):
        return 1 <= len(between) <= 4  # 某教育集团|一中|分校
    if suffix.text in ("学校", "实验学校", "分校", "校区"):
        tags = {words.word(p)[2][0] for p in range(position, start)}
        if not between:
            return suffix.text != "学校"
        least = 1 if suffix.text == "分校" else 2
        return least <= len(between) <= 4 and tags <= {"n", "j"} and between not in generic_words()
    if suffix.kind is Kind.SCHOOL and body.category == "grassroots":
        return not between and body.suffix == "社区"  # 崇都社区|小学
    if suffix.kind is Kind.SCHOOL and body.category == "education_group":
        return 2 <= len(between) <= 6  # 某小学教育集团|大丰|小学
    if suffix.kind is Kind.SCHOOL and body.kind is Kind.INSTITUTION:
        named = suffix.text == "希望小学" and body.category in _DONORS
        return named and len(between) <= 6 and not set(between) & _GIVING  # 某商会|爱得利|希望小学
    if suffix.kind is Kind.SCHOOL and _NUMBERED.search(body.suffix) and suffix.text in _BRANCH:
        tags = {words.word(p)[2][:1] for p in range(position, start)}
        return 2 <= len(between) <= 4 and tags == {"n"}  # 长沙市一中|马王堆|中学
    if suffix.kind is Kind.SCHOOL:
        if college and between.startswith("附属"):
            return len(between) <= 8  # 某师大|附属青台|小学
        if college and not between and suffix.text.startswith("实验"):
            return True
        attached = suffix.text.startswith("附") or "附属" in between or between.endswith("附")
        return attached and len(between) <= 4
    if suffix.category == "department":
        inside = body.kind is Kind.INSTITUTION or college
        return body.category != "department" and inside and len(between) <= 9
    if body.kind is Kind.SCHOOL and not college and suffix.category == "company":
        return False  # 某小学由|某公司: no school but a university has firms
    if body.kind is Kind.SCHOOL and not college and suffix.text.endswith(_OFFICES):
        return suffix.text.endswith("工作室")  # an office of a school is no body of its own
    if body.category == "bureau" and suffix.text == "稽查局" and _ORDINAL.fullmatch(between):
        return True  # 某市税务局|第二|稽查局
    if body.category == "government" and not between and suffix.text[-1] == "局":
        return True  # 台北市政府|教育局
    return not suffix.text.endswith(_LEVEL_BODIES)


def in_own_name(text: str, left: int, suffix: Suffix, *, last: bool) -> bool:
    """Whether 和 at `left` ends an own name of two signs: 朝阳区|望和|中学, 三和|轴承|有限公司.

    `last`: the ending of the whole name stands right behind it.
    """
    if suffix.kind is Kind.SCHOOL:
        return last
    firm = suffix.category == "company" and text[left] == "和"
    return firm and text[left - 1 : left] in _FIRM_SIGNS


def over_joint(
    words: Words,
    places: Mapping[int, PlaceHit],
    bodies: Mapping[int, BodyHit],
    left: int,
    suffix: Suffix,
) -> int | None:
    """Over the joint at `left` in 文化和旅游局, 计算机与信息学院: only where all is anchored."""
    text = words.text
    faculty = suffix.text.endswith("学院")
    if suffix.category in ("foundation", "association", "federation", "charity"):
        whole = nation_over(text, left)
        if whole is not None:
            return whole  # 中国生物多样性保护|与|绿色发展基金会
    inside = suffix.category == "department" or suffix.text in _COMMITTEE
    if inside:
        near = range(left - 1, max(0, left - 9), -1)
        edge = next((e for e in near if e in bodies), None)
        if edge is not None and any(e in places for e in range(edge + 2, left)):
            edge = None  # 某小学收到某省|发展和改革委员会
        if suffix.category == "department" or edge is not None:
            return edge if edge is None or text[edge:left].isalnum() else None
    edges: Mapping[int, BodyHit] | Mapping[int, PlaceHit] = bodies if faculty else places
    near = range(left - 1, max(0, left - 10), -1)
    edge = next((e for e in near if e in edges and (faculty or text[e:left] in _JOINED)), None)
    if edge is None and not faculty:
        part = joined_at_level(text, left)
        return None if part in places else part
    before = text[edge:left]
    if faculty:
        if edge and bodies[edge].category == "higher" and before.isalpha():
            return None if before.endswith("学院") else edge  # 设计艺术学院|和|法学院
        begin, _, tag = words.word(left - 1)
        return begin if tag in ("n", "nz") and left - begin > 1 else None
    joined = suffix.text.endswith(("局", "厅", "委", "委员会")) and before in _JOINED
    return edge if joined else None


def acts(words: Words, start: int, end: int, suffix: Suffix) -> bool:
    """Whether a verb or people stand between a body and the ending: 某支部结合临床专|科."""
    while start < end and len(suffix.text) == 1:
        _, right, tag = words.word(start)
        if tag == "k" or (tag == "v" and right - start > 1 and right <= end):
            return True
        start = right
    return False


def without_joint(text: str, hit: BodyHit, before: int) -> BodyHit:
    """在佑华小学 where 佑华小学 stands elsewhere: the name without the joint before it.

    `before` is where the body before ends: 甲小学|和乙小学.
    """
    name = text[hit.start : hit.end]
    while name[0] in "·-—" or (
        hit.anchor == "word"
        and name[0] in "在由到与和及赴为从向对至往像率给任"
        and (
            hit.start == before
            or text.count(name[1:]) > text.count(name)
            or (name[0] in "向给" and text.startswith(_GIVEN, hit.end))
        )
    ):
        hit = replace(hit, start=hit.start + 1, core=max(hit.core, hit.start + 1))
        name = name[1:]
    return hit


def part_of(body: BodyHit, suffix: Suffix) -> bool:
    """Whether a name with this ending, and a place in front, goes on from the body before it."""
    if body.category == "company" and suffix.text in _OF_FIRM:
        return True  # 某局某分公司|上海|区域事业部
    if body.anchor == "party" and suffix.text in _OF_PARTY:
        return True  # 九三学社某市委|某县|工委
    if suffix.text == "代表处" or (body.suffix.startswith("校友") and suffix.text == "校友会"):
        return True  # 某基金会|某市|代表处
    if body.suffix.endswith(("科学院", "中科院", "社科院")) and suffix.category == "research":
        return True  # 某科学院|某市|某研究所
    of_college = suffix.text in ("校友会", "研究院") or suffix.text[0] == "附"
    return body.category == "higher" and of_college


def village_town(words: Words, places: Mapping[int, PlaceHit], start: int) -> PlaceHit | None:
    """The township of the village that a school is called by: 自良镇|大里|小学, however it is cut.

    `places` are told by their ends, `start` is where the ending begins.
    """
    for edge in (start - 2, start - 3):
        town, name = places.get(edge), words.text[max(0, edge) : start]
        if town is None or town.division is not None or not _NO_VILLAGE.isdisjoint(name):
            continue
        parts = words.parts(edge, start)
        if not any(part in generic_words() or part in stop_words() for part in parts):
            return town
    return None
