"""Schools and institutions in a cleaned text.

Every known ending (中学, 教育局, 基金会) is a candidate; from there the name is walked to the left,
word by word, to a place, a party, a body or a boundary. Of overlapping names the longest stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind
from ...aided import AID_TO
from ...later import later
from ...lexicon import word_set
from ...naming import PARTIES
from ...suffixes import Suffix, generic_words
from .endings import endings
from .hits import BodyHit, PlaceHit
from .joints import CAMPUSES, acts, behind_verb
from .leftwards import ALONE, TEAMS, Walk, walk
from .oneschool import of_one_school
from .ownnames import (
    common_firms,
    is_listed,
    is_of_town,
    is_own_name,
    is_told,
    recurs,
    widened,
)
from .prefixes import after_first, after_lead, after_verb, free_before, trimmed
from .shapes import shaped
from .words import Words

__all__ = ["find_bodies"]

# Bodies that every place has one of: the name of the place alone makes them.
_OF_PLACE = word_set("of_place")
_PARTY_ORGANS = word_set("party_organs")
_COMMITTEES = ("委员会", "工作委员会", "基层委", "支部", "总支", "工委", "支社")
_POST_OF = later(r"(?:书记|副书记|常委(?!会)|委员(?!会)|成员|班子|理论|中心组|政府)")
_VAGUE = word_set("vague")
_SOCIETIES = word_set("own_societies")
_SENT = later(
    rf"{AID_TO}|驻(?![村点校外])|[京津冀晋辽沪苏浙皖闽赣鲁豫鄂湘粤][一-龥](?:教育|扶贫)?协作"
)
_NUMBERED = later(r"[一二三四五六七八九十]+[中小幼]$")
#: 冯庄学校: the name of a village, and no word for villages of all kinds.
_VILLAGE = later(
    "(?![农乡山渔边全各同本该我两周城邻新]村)(?![一二三四五六七八九十几多两])[一-鿿]{1,3}(?<![的到在与和及是有])"
    "[庄村屯寨营堡沟坪坝塘湾岭坡店桥堰铺洼圩垭岗集]"
)
_ORDINAL = later("第[一二三四五六七八九十]+(?![批届期次轮])")
_FACULTY = word_set("faculty")
_COUNTED = later(
    r"[0-9一二三四五六七八九十两几数多]+余?[所个家间]|第[^中]{1,3}[批届期次轮]|首批|所[省市县区州]?直?属"
)
_TOLD = later("[0-9一二三四五六七八九十两几多数]+所")
#: 某市三年城乡教育联盟, 市政协第九届委员会
_TERM = later("^[0-9一二三四五六七八九十]+年|第[一二三四五六七八九十]+届")
_PIECE = later("一小(?:部分|时|包(?!括)|[步块段瓶片撮口把袋杯盒截碗束角堆])")  # 拿出一小|瓶
_ALL = later("全[国省市县区州]")  # 占全区|中小学
_THIS = later(r"[这那][座个所间]|([村乡镇县区校])\1$")
_LEVELS_COUNTED = later("[两二三四]级")  # 某市和某县|两级|检察院
_COUNTRY = tuple(sorted(word_set("country")))
_BARE = ("附中", "附小", "初中", "高中", "小学", "中学", "幼儿园")
_COUNTS = "一二三四五六七八九十两几多各"
_DOING = word_set("doing")
_OWN_SCHOOLS = word_set("own_schools")  # 育才, 育英: a name without a place
_PLAIN = word_set("plain")
_LEAGUE = later("团[省市县区州旗]委$")
_FREE = frozenset("，。、；：\n,;:和与及由在") | {""}
_MOVES = tuple("走进到看访游入赴去来返送助爱建办读上好")
_LOOSE = ("word", "body")
_ATTACHED = ("附属中学", "附属小学", "附属幼儿园")
#: 在|向群小学: of two prepositions the second is of the name
_DOUBLED = later("[在到去于是、][向和同为]")
_FIELDS = ("工科", "理科", "文科", "农科", "医科", "商科")
_NATIONAL = later("[（(]中国[）)](?:(?:股份)?有限公司)?")
_PROJECT = later("项目(?:经理部|部|组)?(?!建|资|投|实|启|开|签|落|总|是|已|有|的|共)")
_PUPILS = ("教师", "学生", "阶段", "语文", "数学", "课程", "教育")


def find_bodies(words: Words, places: Sequence[PlaceHit]) -> tuple[BodyHit, ...]:
    """The schools and institutions of the text in order; none overlaps another."""
    path = walk(words, places)
    found = shaped(words, places)
    path.bodies.update((hit.end, hit) for hit in found)
    known = frozenset(path.bodies)
    for start, end, suffix in endings(words.text):
        if end not in known and (hit_or_none := _read(path, start, end, suffix)) is not None:
            found.append(hit_or_none)
            path.bodies[end] = hit_or_none
    return _longest([_with_project(path, hit) for hit in found])


def _with_project(path: Walk, hit: BodyHit) -> BodyHit:
    """The firm with its works at a place, 某某公司|某区|项目部, or as it is called in a country."""
    if hit.category != "company":
        return hit
    if (national := _NATIONAL.match(path.words.text, hit.end)) is not None:
        return replace(hit, end=national.end())  # 某某银行（中国）
    end = hit.end
    while (place := path.starts.get(end)) is not None:
        end = place.end
    project = _PROJECT.match(path.words.text, end)
    return hit if project is None or end == hit.end else replace(hit, end=project.end())


def _longest(found: list[BodyHit]) -> tuple[BodyHit, ...]:
    kept: list[BodyHit] = []
    taken: set[int] = set()
    for hit in sorted(found, key=lambda hit: (hit.start - hit.end, hit.start)):
        span = range(hit.start, hit.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _read(path: Walk, start: int, end: int, suffix: Suffix) -> BodyHit | None:
    """The body that ends with this ending, None if the words before it make no name."""
    text = path.words.text
    if (place := path.starts.get(start)) is not None and place.end > end:
        return None  # 与科|右前旗
    edge, anchor, core = path.left(start, suffix)
    if (
        suffix.text in ALONE
        and anchor in _LOOSE
        and edge < start
        and free_before(path.words, start)
    ):
        edge = core = start  # 入选|教育部|第五批
    if text.startswith("附属中小学", end - 5) or text[end - 2 : end] in _FIELDS:
        return None  # schools of every kind, 某大学|工科
    if suffix.text == "中联办" and anchor == "place" and core == start:
        return BodyHit(edge, end, suffix.kind, suffix.text, suffix.category, anchor, start)
    kind, category = suffix.kind, suffix.category
    bare = anchor == "word" and edge == start
    if bare and (category == "university_unit" or suffix.text in _ATTACHED):
        return BodyHit(start, end, kind, suffix.text, category, "university", start)
    if bare and text[start - 1 : start] in _FREE and _LEAGUE.match(suffix.text):
        return BodyHit(start, end, kind, suffix.text, category, "level", start)  # 团|市|委
    if (
        bare
        and suffix.text not in ALONE
        and not (suffix.text in _FACULTY and suffix.text != "学院")
    ):
        if not path.heir(start, suffix):
            return None
        return BodyHit(start, end, kind, suffix.text, category, "heir", start)
    if category == "department" and (anchor != "body" or acts(path.words, core, start, suffix)):
        return None
    if kind is Kind.SCHOOL and anchor == "word":
        core = after_verb(path.words, trimmed(text, core, start), start)
        core = after_first(path.words, core, start)
        edge = core = after_lead(text, core, start)
        if start - core == 1 and _DOUBLED.match(text, core - 2):
            edge = core = core - 1
    elif anchor == "word" and not bare:
        core = behind_verb(path.words, core, start) if core in path.bodies else core
        core = widened(path.words, after_verb(path.words, core, start), start, suffix)
        edge = core = after_lead(text, core, start)
    middle = text[core:start]
    after = text[end : end + 12]
    if kind is Kind.SCHOOL:
        tags = [path.words.word(p)[2] for p in (core,) if p < start <= path.words.word(p)[1]]
        parts = path.words.parts(core, start)
        told = tags == ["v"] and is_told(text, core, end)
        if suffix.text == "学校" and anchor == "word":
            told = is_listed(path.words, core, start, end) or recurs(path.words, core, start)
            told = told or is_of_town(text[core:start], path.places.values())
        allowed = _school_allowed(parts, anchor, suffix, after, text[core - 1 : core], tags, told)
        allowed = allowed or (anchor == "body" and core == start and core not in path.bodies)
    else:
        own = anchor == "word" and is_own_name(path.words, core, start, suffix)
        allowed = own or _institution_allowed(text[edge], middle, anchor, suffix, after)
    if not allowed:
        return None
    inner = path.bodies.get(core)
    if anchor == "body" and inner is not None and inner.anchor == "level":
        anchor = "level"  # 县教育局|人事股: the county is still to be found
    if suffix.text.endswith("学院") and anchor == "body":
        kind, category = Kind.INSTITUTION, "university_unit"
    elif suffix.text == "教育学院" and anchor == "place" and text[core - 1] in "区县":
        kind, category = Kind.INSTITUTION, "teacher_training"
    elif suffix.text in _FACULTY and anchor == "word":
        kind, category, anchor = Kind.INSTITUTION, "university_unit", "university"
    return BodyHit(edge, end, kind, suffix.text, category, anchor, core)


def _institution_allowed(first: str, middle: str, anchor: str, suffix: Suffix, after: str) -> bool:
    own = anchor == "place" or (anchor == "party" and len(middle) > 2)
    if suffix.text in _PARTY_ORGANS and _POST_OF.match(after) and not own:
        return anchor == "level" and first in "镇乡街"
    if anchor == "party" and not middle and suffix.text.startswith(_COMMITTEES):
        return True
    if suffix.text in PARTIES and anchor == "body":
        return False  # 民盟某市委积极响应|民盟
    if middle in _VAGUE or _LEVELS_COUNTED.fullmatch(middle) or middle[:1] == "各":
        return False
    if (middle[:1] == "全" and middle[:2] != "全国") or _TERM.search(middle):
        return False
    if _LEAGUE.match(suffix.text):
        return anchor == "place" and not middle  # 象山|团县委
    if suffix.text == "局" and len(middle) > 12:
        return False
    if suffix.text == "办公室" and anchor == "body" and middle.endswith(("校长", "院长")):
        return False  # 某大学|校长办公室主任
    if anchor in ("place", "party", "body"):
        if middle:
            return suffix.text not in _SOCIETIES or middle not in common_firms()
        if suffix.category == "generic":
            return anchor == "body" and suffix.text == "办公室"
        if anchor == "body":
            firm = suffix.text.endswith(("有限公司", "集团", "出版社", "出版总社"))
            return firm or suffix.category not in ("government", "bureau", "media", "company")
        whole = suffix.text in _SOCIETIES or suffix.text == "联合会"
        society = suffix.category == "association" and whole
        return society or suffix.category in _OF_PLACE or suffix.category in TEAMS
    if anchor == "level":
        if middle and suffix.category == "company":
            return len(middle) > 1 and middle[0] not in "级属内外直域场"
        if middle:
            return suffix.category not in ("department", "studio")
        if suffix.text in _SOCIETIES and suffix.text[0] != "校":
            return True
        return suffix.category in _OF_PLACE and suffix.text not in ("局", "厅", "委员会")
    if suffix.text in ALONE:
        return not middle
    return suffix.category in TEAMS and _SENT.match(middle + suffix.text) is not None


def _school_allowed(
    parts: list[str],
    anchor: str,
    suffix: Suffix,
    after: str,
    before: str,
    tags: list[str],
    told: bool,
) -> bool:
    text = suffix.text
    middle = "".join(parts)
    if _NUMBERED.match(text):
        named = anchor in ("place", "level", "body") or bool(middle and middle not in _DOING)
        return named and not _PIECE.match(text + after)
    if middle and all(part in generic_words() for part in parts):
        levels = "镇乡" if middle == "寄宿制" else "县区市" if middle == "直属" else ""
        return anchor == "place" and before in tuple(levels) and after[:1] not in ("有", "共")
    if (
        middle.endswith(("所有", "全部", "各"))
        or _COUNTED.match(middle)
        or _TOLD.search(middle)
        or middle.endswith(_COUNTRY)
    ):
        return False
    if middle[:1] in ("各", "全") or _THIS.match(middle):
        return False  # 该村|村小学, 这座山村小学, 村村小学
    if anchor == "word" and (middle == "附属" or _ALL.search(middle)):
        return False
    if anchor == "word" and tags == ["v"] and text in (*_BARE, "希望小学") and not told:
        return False
    if text in ("高中", "初中") and not middle and before in tuple("省市县区州"):
        return False
    if anchor == "word" and text in _PLAIN and after.startswith(("毕业便", "毕业就", "毕业后")):
        return False  # 男孩计划小学|毕业便…
    told_of_all = after.startswith(_PUPILS) and not middle and text in _PLAIN
    if told_of_all and not of_one_school(before, after):
        return False
    if text in _FACULTY and anchor == "word":
        return bool(middle) or text != "学院"
    if text in ("大学", "学院"):
        named = (
            anchor in ("place", "party") and 1 < len(middle) < 9 and not set(middle) & set(_COUNTS)
        )
        return bool(middle) and (anchor == "body" or named)
    if len(parts) > 1 and any(part in _DOING for part in parts):
        return False
    if "由" in middle and "自由" not in middle:
        return False
    if text == "学校":
        village = _VILLAGE.fullmatch(middle) is not None or before in ("镇", "乡")
        own = anchor != "word" or told or middle in _OWN_SCHOOLS
        return village or (len(middle) >= 2 and own)
    if text in CAMPUSES:
        return anchor == "body"
    if text in ("教学点", "幼教点"):
        return len(middle) > 1 or (anchor == "place" and before in ("镇", "乡"))
    if anchor == "word":
        if any(part.endswith("性") and len(part) > 2 for part in parts):
            return False  # 公益性书院 is a kind
        return len(middle) >= 2 and parts[-1] not in _MOVES and middle not in ("爱心", "双语")
    if anchor == "level":
        kindergarten = text == "幼儿园" and before in ("县", "旗")  # a county has one of its own
        return text not in _PLAIN or kindergarten or _ORDINAL.match(middle) is not None
    if anchor == "body" and text.endswith("学院"):
        return True
    if anchor == "body" and not middle:
        return text.startswith(("附", "实验", "分", "校", "希望小学")) or before == "区"
    return True
