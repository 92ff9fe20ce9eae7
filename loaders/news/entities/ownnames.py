"""Bodies without a place before their name: 好未来集团, 协和医院, 新风志愿者协会.

Nothing but their own words shows that they are names, so the words are looked at more closely, and
a word that the dictionary cuts in two is a name if the text has it elsewhere too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ... import dictionary
from ...later import later
from ...lexicon import word_set
from ...suffixes import Suffix, generic_words, stop_words, suffixes
from ...townlist import counties_of_stem
from .endings import colleges
from .hits import BodyHit, PlaceHit
from .whereabouts import counties_named
from .words import Words

__all__ = [
    "branches",
    "central_firms",
    "common_firms",
    "founded",
    "is_listed",
    "is_of_town",
    "is_own_college",
    "is_own_name",
    "is_told",
    "of_centres",
    "of_colleges",
    "of_towns",
    "recurs",
    "widened",
]

_FIRMS = ("company", "foundation", "studio", "education_group")
_SOCIETIES = word_set("own_societies")
_WORKS = word_set("common_works")
_VERBAL = ("v", "d", "p", "r", "c", "u")
_NO_NAME = later(
    "[该各本我某两几多0-9]|第[一二三四五六七八九十]|[一二三四五六七八九十]{1,3}[座支所处]"
)
_LIES = later("位于|坐落|地处|建于|创办于")
_REACH = 6
_DIGITS = "一二三四五六七八九十"
_COMMON_HEADS = ("水电",)
_BRANCHES = ("分行", "支行", "分公司")
#: Bodies that are called by the town they stand in, without its level.
_POSTS = ("法庭", "派出所", "税务所", "司法所", "供电所")
_LISTED_BEFORE = later("(?:小学|中学|学校|幼儿园)[、和与]$")
_LISTED = later("[、和与][一-龥]{2,8}?(?:小学|中学|学校)")
_LIST_EDGES = frozenset("、—：:（“和与") | {""}
_NAME_TAGS = frozenset(("ns", "nr", "nz", "nrfg", "nrt", "x"))
#: As schools in Taiwan are called, by who founded them.
_FOUNDED = later(
    "(?:国立|[一-龥]{2}[市县](?:立|私立))[一-龥]{2,8}?"
    "(?:高级中等学校|高级[一-龥]{0,4}职业学校|高级中学|国民中学|国民小学|国中|国小|高中)"
)


_CENTRE = later(
    "(?<=[为在向到给赴对往，。、；：“（\n])(?P<stem>(?![全各我本该某这那几两多每市县区乡村镇])"
    "(?:(?![的了和与及在到为向给赴对省市县区州旗乡镇村])[一-龥]){2})中心(?:小学校?|学校|校(?!区)|幼儿园|完小)"
)
#: 大学|后勤保障部|部长
_UNIT = later(
    "(?!附属|附中|党委书|校|副)(?:(?![的与和及在向为对联由任毕教授博硕帮援捐赴派送]|附[属中小]|[中小]学)[一-龥]){2,9}?(?:部|处|办公室|中心)"
    "(?=(?:常务)?副?(?:部长|处长|主任)|(?:相关)?负责人|工作人员)"
)
_ITEM = later(r"(?<=公司)、(?P<head>(?:(?![和与及等])[一-龥]){1,3})\Z")
_MIDDLE = later(
    "中(?=的?(?:副?校长|(?:[语数英物化生政历地音体美][一-龥])?[教老]师)|当老师|任教|支教|从教)"
)
#: The firms of the state that are told by two letters, with their bureaus and branches.
_CENTRAL = later(
    f"(?P<head>{'|'.join(sorted(word_set('central_firms')))})"
    r"(?:[一二三四五六七八九十]{1,3}局|[^的与和及在向为对联由、\W]{2,7}?公司)"
    r"(?:(?:第?[一二三四五六七八九十]{1,3}|[^的与和及在向为对联由、\W]{2,5}?)(?:工程)?(?:分?公司|局)){0,4}"
)


_BANK = later(
    "(?:[工农中建交招]|邮储银)行(?:(?![的与和及在向为对联由等]|[分支]行)[一-龥]){2,12}"
    "(?:[分支]行|营业部)(?:(?:(?![的与和及在向为对联由等]|[分支]行)[一-龥]){2,4}支行|营业部)?"
)


def central_firms(words: Words) -> list[tuple[int, int]]:
    """The spans of the state's great firms and their parts: 中铁某局, 中建某局某公司.

    Only where a word of the text begins with the letters and none runs over their end:
    华中|建筑公司 and 黔|中|交通公司 are other firms.
    """
    return [
        found.span()
        for found in _CENTRAL.finditer(words.text)
        if _is_head(words, *found.span("head"))
    ]


def _is_head(words: Words, start: int, end: int) -> bool:
    """Whether a word begins at `start`, and no later one runs over `end`."""
    first, last, _ = words.word(end - 1)
    common = start and words.text[start:end] in _COMMON_HEADS
    if common and words.text[end] not in _DIGITS and words.word(start - 1)[2][:1] == "n":
        return False  # 华能澜沧江|水电股份有限公司, but 中国电建|水电二局
    return words.word(start)[0] == start and (first == start or last == end)


def branches(words: Words) -> list[tuple[int, int]]:
    """The spans of the branches of banks that are told by two letters: 建行某市某支行."""
    return [
        found.span()
        for found in _BANK.finditer(words.text)
        if words.word(found.start())[0] == found.start()
    ]


def common_firms() -> frozenset[str]:
    """Words that say what sort of firm or society is meant, and name none."""
    return word_set("common_firms")


def founded(text: str) -> list[tuple[int, int]]:
    """The spans of schools named by their founder: 国立某某高级中学, 新北市立某某国小."""
    return [found.span() for found in _FOUNDED.finditer(text)]


def is_of_town(stem: str, places: Iterable[PlaceHit]) -> bool:
    """Whether a county of the page has a township that the school is called by: 木门|学校."""
    codes = counties_of_stem(stem)
    return bool(codes) and not codes.isdisjoint(counties_named(places))


def is_told(text: str, start: int, end: int) -> bool:
    """Whether 为民小学 stands for itself, and is no verb with its object: 援助小学."""
    apart = not "一" <= text[start - 1 : start] <= "龥" or text[start - 1] == "的"
    return apart and (text.count(text[start:end]) > 1 or _LIES.match(text, end) is not None)


def of_towns(text: str, places: Sequence[PlaceHit]) -> list[tuple[int, int]]:
    """The spans of the schools that a township's name with 中 tells: 泉山镇中的校长 is of one."""
    ends = {place.end: place for place in places}
    found: list[tuple[int, int]] = []
    for town in places:
        if town.division is None and town.form[-1] in "镇乡" and _MIDDLE.match(text, town.end):
            start = town.start
            while (outer := ends.get(start)) is not None:
                start = outer.start
            found.append((start, town.end + 1))
    return found


def of_centres(words: Words) -> list[tuple[int, int]]:
    """The spans of the central schools of towns told without their level: 为|三都中心小学|捐赠.

    Only where a mark or a joint shows where the name begins, and it is no word of the dictionary.
    """
    found: list[tuple[int, int]] = []
    for centre in _CENTRE.finditer(words.text):
        stem = centre["stem"]
        if not dictionary.has_word(stem) and stem not in generic_words():
            found.append(centre.span())
    return found


def of_colleges(text: str) -> list[tuple[int, int, int]]:
    """The spans of a university's offices that somebody heads, each with where its own part begins.

    某大学后勤保障部|部长, 某大学国内合作办公室|主任: only the title shows where the name ends.
    """
    found: list[tuple[int, int, int]] = []
    for start, end in colleges(text):
        unit = _UNIT.match(text, end)
        if unit is not None:
            found.append((start, unit.end(), end))
    return found


def is_listed(words: Words, start: int, suffix: int, end: int) -> bool:
    """Whether 齐天学校 stands in a list of schools, and 齐天 is no common word."""
    text = words.text
    if not 2 <= suffix - start <= 3:
        return False
    near = _LISTED_BEFORE.search(text, max(0, start - 12), start) or _LISTED.match(text, end)
    if near is None or text[start - 1 : start] not in _LIST_EDGES:
        return False
    tags = {words.word(at)[2] for at in range(start, suffix)}
    return tags <= _NAME_TAGS or not dictionary.has_word(text[start:suffix])


def recurs(words: Words, start: int, suffix: int) -> bool:
    """Whether 西岭明月学校 is told more than once, with no common word before the ending."""
    text = words.text
    if not 3 <= suffix - start <= 6 or text.count(text[start : suffix + 2]) < 2:
        return False
    return all(words.word(at)[2] in _NAME_TAGS for at in range(start, suffix))


def is_own_college(words: Words, hit: BodyHit) -> bool:
    """Whether 南湖学院 is a college by itself: told more than once, and 南湖 is no discipline."""
    name, stem = words.text[hit.start : hit.end], words.text[hit.start : hit.end - 2]
    if not name.endswith("学院") or not 2 <= len(stem) <= 6 or words.text.count(name) < 2:
        return False
    named = words.word(hit.start)[2] in _NAME_TAGS
    return named or not any(
        dictionary.has_word(part) for part in words.parts(hit.start, hit.end - 2)
    )


def is_own_name(words: Words, start: int, end: int, suffix: Suffix) -> bool:
    """Whether ``text[start:end]`` before the ending names one body of that kind."""
    text = words.text
    middle = text[start:end]
    if len(middle) < 2 or _NO_NAME.match(middle):
        return False
    parts = words.parts(start, end)
    if all(part in common_firms() or part in generic_words() for part in parts):
        return False
    if parts[0] in ("成立", "设立", "创立", "建立", "设置"):
        return False
    if suffix.text == "公司":
        return _coined(words, start, end)
    if suffix.text == "厂" or middle in suffixes():
        return False  # 银行|营业部
    if suffix.text in _WORKS and {words.word(at)[2][:1] for at in range(start, end)} & {"v", "r"}:
        return False  # 村里请来|工程队
    if suffix.text in _BRANCHES and words.word(start)[2][:1] == "v":
        return False  # 取消|分行
    if suffix.text in _POSTS:
        named = {words.word(at)[2] for at in range(start, end)} <= _NAME_TAGS | {"n", "g", "zg"}
        return named and len(middle) <= 3 and not dictionary.has_word(middle)
    if suffix.text == "集团" or suffix.category == "hospital":
        told = words.word(start)[2][:1] not in _VERBAL or text.count(text[start : end + 2]) > 1
        return told and len(middle) <= 10 and parts[-1] not in common_firms()
    if suffix.category == "association":
        return suffix.text in _SOCIETIES
    return suffix.category in _FIRMS


def _coined(words: Words, start: int, end: int) -> bool:
    """Whether the letters before 公司 are no words: 甲石公司, and not 这家公司 or 保险公司."""
    text = words.text
    stem = text[start:end]
    if len(stem) > 3 or dictionary.has_word(stem) or "一" <= text[start - 1 : start] <= "龥":
        return False
    tags = {words.word(at)[2][:1] for at in range(start, end)}
    return tags <= {"n", "j", "x", "z"} and not any(
        len(part) > 1 and dictionary.has_word(part) for part in words.parts(start, end)
    )


def widened(words: Words, start: int, end: int, suffix: Suffix) -> int:
    """Where the name begins if what stands before ``text[start:end]`` is the head of a name.

    好未来|公益基金会: the words before are cut up, but the text has them elsewhere too.
    """
    if suffix.category not in _FIRMS:
        return start
    text, edge = words.text, start
    listed = _ITEM.search(text, max(0, start - 6), start)
    if suffix.text.endswith("有限公司") and listed is not None:
        return listed.end() - len(listed["head"])  # 某某公司、鸿越|物流有限公司
    while edge and start - edge < _REACH:
        left = words.word(edge - 1)[0]
        word = text[left:edge]
        if word in stop_words() or not all("一" <= sign <= "龥" for sign in word):
            break
        edge = left
    head = text[edge:start]
    name = text[edge : end + len(suffix.text)]
    whole = 1 < len(head) <= _REACH and text.count(head) > text.count(name)
    return edge if whole else start
