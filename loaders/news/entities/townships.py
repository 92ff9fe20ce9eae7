"""Townships in a cleaned text, by their shape; a list of them helps where one begins."""

from __future__ import annotations

import re
from functools import cache

from ... import dictionary
from ...gazetteer import Division
from ...later import later
from ...lexicon import word_set
from ...lexicon import words as word_list
from ...suffixes import stop_words
from ...townlist import longest_town
from .hits import PlaceHit
from .towncounties import Around, county_of_town
from .words import Words

__all__ = ["townships"]

_TOWN = later(
    r"(?:镇|乡|街道|(?<=[一-龥]{2})苏木)(?!先生|女士|[亲愁村音情土贤邻里试]|长(?![一-龥][村社街寨屯坝]|[一-龥]{1,2}(?:[小中]学|学校|完小|幼儿园))|镇(?!长|党委|政府|委|人大|中))"
)
_TOWN_LIST = later(
    r"(?P<names>[一-龥]{2,8}(?:、[一-龥]{2,4}){0,20}、[一-龥]{2,4}?)"
    r"(?:等?[两三四五六七八九]个?|等)(?P<level>镇|乡|街道)"
)
_VILLAGE = later("[一-龥]{1,3}村(?!民|庄|委)")
_TOWNS_TOO = word_set("towns_too")
_KINDS = ("重镇", "名镇", "强镇", "古镇", "边陲小镇")
_THEME = "小镇"  # a quarter of a town, planned around a trade, and no division
_TOWN_STOPS = word_set("town_stops")
_HOMES = ("故乡", "家乡", "老乡", "他乡", "异乡")  # 把九龙|当成第二故乡
_NOT_FIRST = frozenset("该本我两各此全每几三四五六七八九十的在与和及到赴为")
_PARTICLES = frozenset("的了着等各两三四五六七八九十所个名")
_JOINTS = frozenset("由在到与和及赴为从向对至往")
_HEADS = _JOINTS | frozenset("县区市州继")
#: Signs that names from Uyghur, Mongolian, Tibetan and Kazakh are written with.
_SOUNDS = frozenset(
    "阿巴拜布达代德迪都额尔恩噶尕嘎甘格贡哈赫呼吉加江喀卡克肯库拉勒兰里力丽鲁洛玛麦曼蒙米木穆纳娜乃尼诺"
    "帕皮普其奇恰切且却仁日茸萨塞赛沙什斯苏塔台坦塘特提铁图吐托陀瓦旺维乌吾西希谢雅牙亚依伊扎则孜宗艾爱歹旦东齐腾也尤英央"
)
_DIGITS = "三四五六七八九十"
_SIDES = frozenset("上下前后里外中内东西南北")
_MARKS = frozenset("、，。；：（\n")
_BUREAU = later("(?:教育|教体|教科|民政|人民法|人民检|财政|文体|文旅)[一-鿿]{0,6}?[局委院]")
_TOWN_VERBS = frozenset("进入访抵达回离过驻援帮捐送选派请办建设无没们做找见看所家座片说讲问")


def townships(words: Words, places: list[PlaceHit]) -> list[PlaceHit]:
    """X镇, X乡, X街道: by their shape, in the county named before them or nearest.

    A name that stands right behind a county shows where it begins; elsewhere the same name is
    taken as long as there.
    """
    text = words.text
    ends = {place.end for place in places}
    taken = {at for place in places for at in range(place.start, place.end)}
    around = Around(_told_of(text, places))
    spans: list[tuple[int, int, bool]] = []
    doubtful: list[tuple[int, int]] = []
    for match in _TOWN.finditer(text):
        left, right, tag = words.word(match.start())
        whole = left == match.start() and right > match.end()
        if whole and tag == "ns" and dictionary.has_word(text[left:right]):
            continue  # 实验中学|镇雄, but 将台堡|镇及
        start = _town_start(match.start(), words, ends)
        while start not in ends and match.start() - start > 2 and text[start] in _HEADS:
            start += 1
        listed = longest_town(text, match.end(), around.codes)
        if listed is None:
            more = longest_town(text, match.end(), around.reach)
            listed = more if more is not None and more <= start else None
        if listed is not None and taken.isdisjoint(range(listed, match.end())):
            spans.append((listed, match.end(), listed in ends))
            continue
        form = text[start : match.end()]
        if form.endswith(("苏木", *_HOMES)):
            continue
        if (
            len(form) < 3
            or match.start() == start
            or (form in _not_towns() and not (start in ends and form in _TOWNS_TOO))
        ):
            continue
        if form.endswith(_THEME) or (form.endswith(_KINDS) and len(form) < 5):
            continue
        village = _VILLAGE.match(text, match.end()) is not None and len(form) > 3
        if start not in ends and not village and _is_word(words, match.start(), match.end()):
            doubtful.append((start, match.end()))
            continue
        named = start in ends and form[0] in _DIGITS and form[1] not in "个大小"
        counted = _is_counted(words, start) and not named
        if counted or form[-2] in "三两各" or form.startswith(("街道", "乡镇")):
            continue  # 三镇, but 某县|三义乡
        if not taken.isdisjoint(range(start, match.end())):
            continue
        spans.append((start, match.end(), start in ends))
    sure = sorted({text[start:end] for start, end, anchored in spans if anchored}, key=len)
    # 麦|市镇: a word by itself, but the page has 某县|麦市镇
    spans += [
        (s, e, False)
        for s, e in doubtful
        if taken.isdisjoint(range(s, e)) and any(text.endswith(form, 0, e) for form in sure)
    ]
    spans.sort()
    found: list[PlaceHit] = []
    known = {
        text[s:e]: county_of_town(text[s:e], s, around) for s, e, anchored in spans if anchored
    }
    known |= _settled([(text[s:e], s) for s, e, _ in spans if text[s:e] not in known], around)
    for start, end, anchored in spans:
        if not anchored:
            # 壶瓶山镇: the longest that stands behind a county somewhere, else what is seen here
            start = next((end - len(f) for f in reversed(sure) if text.endswith(f, 0, end)), start)
        name = text[start:end]
        if found and start < found[-1].end:
            continue
        found.append(
            PlaceHit(start, end, name, None, known.get(name) or county_of_town(name, start, around))
        )
    return found + _town_lists(words, [*places, *found])


def _told_of(text: str, places: list[PlaceHit]) -> list[PlaceHit]:
    """The places without those that only begin the name of a bureau, if any county is left.

    三台县教体局……到补洛乡中心校: who comes says nothing of where a township lies.
    """
    plain = [p for p in places if _BUREAU.match(text, p.end) is None]
    return plain if Around(plain).counties else places


def _is_counted(words: Words, start: int) -> bool:
    """Whether 三镇, 该乡 is meant: 四明山镇 begins with a word of the dictionary."""
    left, right, tag = words.word(start)
    whole = "乡镇" not in words.text[left:right] and tag in ("ns", "nr", "nz")
    named = whole and left == start and right - left > 1
    return words.text[start] in _NOT_FIRST and not named


def _settled(loose: list[tuple[str, int]], around: Around) -> dict[str, Division | None]:
    """The county of each township that stands behind none: the one that most mentions speak for."""
    votes: dict[str, list[Division]] = {}
    for name, start in loose:
        if (parent := county_of_town(name, start, around)) is not None:
            votes.setdefault(name, []).append(parent)
    return {
        name: max(met, key=lambda one: (met.count(one), -met.index(one)))
        for name, met in votes.items()
        if len(met) > 1
    }


def _town_lists(words: Words, places: list[PlaceHit]) -> list[PlaceHit]:
    """泼机、以勒、坡头三镇: each name of the list with its level."""
    ends = {place.end for place in places}
    taken = {at for place in places for at in range(place.start, place.end)}
    around = Around(places)
    found: list[PlaceHit] = []
    for match in _TOWN_LIST.finditer(words.text):
        first = match["names"].index("、")
        start = _town_start(match.start() + first, words, ends)
        while words.text[start] in _JOINTS:
            start += 1
        position = start
        for name in words.text[start : match.end("names")].split("、"):
            span = range(position, position + len(name))
            if name and taken.isdisjoint(span):
                form = name + match["level"]
                found.append(
                    PlaceHit(span.start, span.stop, form, None, county_of_town(form, start, around))
                )
            position = span.stop + 1
    return found


@cache
def _not_towns() -> tuple[str, ...]:
    return tuple(sorted(word_list("lexicon/not_townships.txt")))


def _is_word(words: Words, suffix: int, end: int) -> bool:
    """Whether the ending belongs to an ordinary word: 下|乡, 城镇, 各街道."""
    text = words.text
    start = words.word(suffix)[0]
    if text[start:end].endswith(_not_towns()):
        return True
    left = words.word(start - 1)[0] if start == suffix and start else start
    return text[left:end] in _not_towns() or text[start - 1 : end] in _not_towns()


def _town_start(suffix: int, words: Words, ends: set[int]) -> int:
    """Where the name before the suffix begins: at a place, or at a boundary of words, within 4."""
    text = words.text
    position = suffix
    ethnic = 0
    while match := re.search(r"(?:[一-龥]{1,3})族$", text[max(0, position - 4) : position]):
        width = next((n for n in (3, 4, 2) if text[position - n : position] in _nationalities()), 0)
        if not width or not match:
            break
        position -= width
        ethnic += width
    for edge in range(position - 1, max(-1, position - 6), -1):
        if edge in ends and _one_name(words, edge, position):
            return edge
        if not "一" <= text[edge] <= "龥":
            break
    floor = position - 4
    while position > max(0, floor):
        start, end, tag = words.word(position - 1)
        end = min(end, position)
        word = text[start:end]
        inside = words.word(position - 1)[1] > suffix  # the level is part of the word: 咱镇
        if (
            (tag in _TOWN_STOPS and not inside)
            or word in stop_words()
            or not "一" <= word[-1] <= "龥"
        ):
            break
        if start < floor or word in _TOWN_VERBS:
            break
        if tag.startswith("v") and position < suffix - ethnic and len(word) > 1:
            break
        if suffix - ethnic - position >= 2 and end - start > 1:
            break
        position = start
    sounds = suffix
    while sounds > max(0, suffix - 8) and text[sounds - 1] in _SOUNDS and sounds not in ends:
        sounds -= 1
    sounds += words.text[sounds] == "也"
    if suffix - sounds >= 4:
        return min(position, sounds)  # 乌鲁却勒镇
    if position == suffix - 1 and position and words.word(position - 1)[0] == position - 1:
        sign = text[position - 1]
        if "一" <= sign <= "龥" and sign not in _PARTICLES:
            position -= 1  # 对江镇: a township of one character is rarer than a joint in its name
    if text[position - 1 : position] in _SIDES and text[position - 2 : position - 1] in _MARKS:
        position -= 1  # 、上丰桥乡
    return position


def _one_name(words: Words, start: int, end: int) -> bool:
    """Whether nothing in the span parts it from the place before it."""
    if words.text[start : start + 1] == "委" or "驻" in words.text[start:end]:
        return False  # 青羊区|委, 重庆市|分行驻乡工作队
    while start < end:
        left, right, _ = words.word(start)
        word = words.text[left:right]
        if word in _JOINTS or word in _PARTICLES or (len(word) > 1 and word in stop_words()):
            return False
        if right - left > 1 and words.text[left:right].endswith(("学", "局", "委")):
            return False
        start = right
    return True


@cache
def _nationalities() -> frozenset[str]:
    return word_list("lexicon/nationalities.txt")
