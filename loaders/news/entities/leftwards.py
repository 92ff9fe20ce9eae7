"""From the ending of a body's name to the left: where the name begins, and with what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ....ontology.records import Kind
from ...later import later
from ...lexicon import word_set
from ...suffixes import Suffix, stop_words
from .beforebodies import ends_body, ends_school, verb_in
from .hits import BodyHit, PlaceHit, lies_in, named_after
from .joints import CAMPUSES, holds, in_own_name, over_joint, part_of, village_town
from .prefixes import in_zone, nation_in, nation_within, party_before, short_party_before, zone_end
from .words import Words

__all__ = ["ALONE", "TEAMS", "Walk", "walk"]

_REACH = 26
TEAMS = word_set("teams")
ALONE = word_set("alone")
_CONNECT = later(r"(?:对口(?:帮扶|支援|合作|协作|支教)?|派?驻|赴|援|支援|帮扶)$")
_LONG_LEVELS = word_set("long_levels")
_BRANCHES = ("分公司", "分行", "支行", "分社")
_OF_ATTACHED = ("学校", "实验学校", "中学", "小学")
_OWN = ("foundation", "company")
#: Societies of the people or firms of one place in another: 中山市|浙江|商会.
_ANOTHERS = ("商会", "同乡会", "同乡总会", "同乡联谊会", "联合会")
_GIVING = ("资助", "捐助", "奖励", "救助")
_POSTED = ("领事馆", "办事处", "委员会", "工委", "联络处", "党委", "支部", "总支")
_ABROAD = ("foundation", "association", "charity", "federation")
_PARTICLES = frozenset("的了等和与及也在共各每有约近仅已曾将正再又还均是个所名")
_SCHOOL_NOUNS = ("学校", "中学", "小学", "高校", "院校", "名校", "幼儿园")
_LEVELS = "省市县区州旗盟镇乡校院园"
_COUNTING = frozenset("0123456789余多名所个几两第")
_BEFORE_TOWN = frozenset("，。、；：！？“”（）,;:()\n 在我该本到与和及赴") | {""}
_BEFORE_COUNTY = _BEFORE_TOWN | frozenset("是给为由把从对向往被让去了至入进、】》")
_DIGITS = "一二三四五六七八九十"
_NUMERIC = frozenset("0123456789零〇一二三四五六七八九十百千万亿几多余半两双数")
_MEASURES = frozenset("名个家位余所批次件岁年月日元人")
_MARKS = ("、", "，", "由", "")
_QUOTED = later(r" ?[“\"][^“”\"\n，。！？；,!?;]{1,24}[”\"] ?\Z|[（(][^（）()\n、，]{1,12}[）)]\Z")
_INSIDE = word_set("inside")
_LOOSE = word_set("loose")


@dataclass(frozen=True, slots=True)
class Walk:
    """The words of one text, its places by their ends and starts, its `bodies` so far by ends."""

    words: Words
    places: dict[int, PlaceHit]
    starts: dict[int, PlaceHit]
    bodies: dict[int, BodyHit]

    def left(self, start: int, suffix: Suffix) -> tuple[int, str, int]:
        """Where the name begins, what it begins with, where its core begins."""
        text = self.words.text
        if suffix.text == "中央":
            party = party_before(self.words.text, start)
            if party is None and short_party_before(self.words.text, start):
                party = start - 1
            return (start, "word", start) if party is None else (party, "party", start)
        if self._level(start, suffix):
            return start - self._level(start, suffix), "level", start
        if suffix.text[0] in "省市县区州旗盟" and (place := self.places.get(start + 1)) is not None:
            return (*self._before_place(place.start, suffix), start)
        position = start
        while position > 0 and start - position < _REACH:
            if (place := self.places.get(position)) is not None:
                if position == start and suffix.text in _BRANCHES:
                    house = self._house(place.start, suffix)
                    own = house < place.start
                    return (house, "word", house) if own else (house, "place", start)
                return (*self._before_place(place.start, suffix), position)
            if (body := self.bodies.get(position)) is not None:
                if not holds(self.words, body, position, start, suffix):
                    if (second := nation_within(text, position, start)) is not None:
                        return second, "party", second
                    return position, "word", position
                return (*self._before_body(body, suffix), position)
            if (
                suffix.kind is Kind.INSTITUTION
                and (party := party_before(self.words.text, position)) is not None
            ):
                return party, "party", position
            if self._level_word(position, start, suffix):
                return position - 1, "level", position
            step = self._step(position, start, suffix)
            if step is None:
                break
            if self._at_level(step, suffix):
                return step, "level", step + 1
            position = step
        if suffix.kind is Kind.SCHOOL and (town := village_town(self.words, self.places, start)):
            return (*self._before_place(town.start, suffix), town.end)
        if suffix.text[0] in _LEVELS and short_party_before(self.words.text, start):
            return start - 1, "party", start
        if position == start and suffix.text[0] in _LEVELS:
            return start, "level", start
        if (nation := nation_in(text, position, start)) is not None:
            return nation, "party", nation
        named = position < start and self.words.word(position)[2] in ("ns", "nz", "nr")
        if named and suffix.category != "generic" and (end := zone_end(text, position, start)):
            return position, "place", end
        return position, "word", position

    def heir(self, start: int, suffix: Suffix) -> bool:
        """Whether a bare 教育局 or 统战部 stands in a list of posts, after a body with a place."""
        listed = suffix.category in ("party_department", "education_authority", "government")
        if not listed and not (suffix.kind is Kind.SCHOOL and suffix.text[0] in _DIGITS):
            return False
        if suffix.text in ("党委", "工委", "教育部"):
            return False
        if self.words.text[start - 1 : start] not in ("、", "，", ",", "和", "与", "及"):
            return False
        return any(edge in self.bodies for edge in range(start - 16, start))

    def _level(self, start: int, suffix: Suffix) -> int:
        """How long the level word right before the ending is: 县|教育局, not 旺苍县|教育局."""
        text = self.words.text
        level = text[start - 1 : start] in _LEVELS or text[start - 2 : start] == "街道"
        if not start or start in self.places or not level:
            return 0
        long = next((size for size in (2, 3) if text[start - size : start] in _LONG_LEVELS), 0)
        if long and suffix.kind is Kind.INSTITUTION:
            return long
        if text[start - 1] in "镇乡校院园" and text[start - 2 : start - 1] not in _BEFORE_TOWN:
            return 0
        free = _BEFORE_COUNTY if text[start - 1] in "县旗" else _BEFORE_TOWN
        if suffix.kind is Kind.SCHOOL and text[start - 2 : start - 1] not in free:
            # 某某是市三中的教师: a word of its own, in front of a number
            alone = self.words.word(start - 1)[0] == start - 1 and suffix.text[0] in _DIGITS
            if not alone or text[start - 1] not in "市县区州":
                return 0
        if suffix.text[0] in "省市县区州旗盟" and start + 1 in self.places:
            return 0
        left, right, _ = self.words.word(start - 1)
        if (left < start - 2 and right <= start) or in_zone(text, self.places, start):
            return 0
        school = suffix.kind is Kind.SCHOOL and len(suffix.text) < 3
        return 0 if school and suffix.text[0] not in _DIGITS else 1

    def _level_word(self, position: int, start: int, suffix: Suffix) -> bool:
        """Whether the word before is a level alone, as in 县|招商|服务中心; 全县 is everyone's."""
        text = self.words.text
        if position == start:
            return False
        counted = set(text[position:start]) <= set(_DIGITS)  # 市|三|完小
        free = text[position - 2 : position - 1] in _BEFORE_TOWN or counted
        if suffix.kind is Kind.SCHOOL and not free:
            return False
        left, right, _ = self.words.word(position - 1)
        alone = left == position - 1 and right == position and text[left] in "省市县区州"
        return alone and text[left - 1 : left] not in tuple("全各跨两多外")

    def _house(self, position: int, suffix: Suffix) -> int:
        """Where the firm begins whose branch the place names: 正大饲料|贵州|分公司."""
        if (body := self.bodies.get(position)) is not None:
            return body.start
        edge = position
        while edge and position - edge < 12:
            step = self._step(edge, position, suffix)
            if step is None:
                break
            edge = step
        return edge

    def _at_level(self, left: int, suffix: Suffix) -> bool:
        """Whether the word at `left` is a whole body with its level: 市工商局, 县供电公司."""
        end = self.words.word(left)[1]
        if suffix.kind is Kind.SCHOOL or left in self.places:
            return False
        text = self.words.text
        return text[left] in "省市县区州旗" and end - left > 3 and suffix.text[-1] == text[end - 1]

    def _before_place(self, position: int, suffix: Suffix) -> tuple[int, str]:
        """Over more places, and what may stand before a place inside a name."""
        text = self.words.text
        inner, outer = self.starts.get(position), self.places.get(position)
        if inner and outer and suffix.kind is Kind.SCHOOL and named_after(outer, inner):
            position, inner = outer.start, outer
        while (place := self.places.get(position)) is not None and lies_in(place, inner):
            position, inner = place.start, place
        over = self.places.get(position) if suffix.category in _ABROAD else None
        if over is not None and over.form in ("香港", "澳门", "台湾"):
            position = over.start  # 香港|福建希望工程基金会
        body = self.bodies.get(position)
        if suffix.text in CAMPUSES and body is not None and body.kind is Kind.SCHOOL:
            return body.start, "body"
        if body is not None and body.suffix.startswith("附") and suffix.text in _OF_ATTACHED:
            return body.start, "body"  # 某大附中|某区|学校
        if text[position - 1 : position] == "驻" and suffix.text.endswith(_POSTED):
            if (seat := self.bodies.get(position - 1)) is not None:
                return seat.start, "body"  # 某市人民政府|驻西藏|办事处
            if (sender := self.places.get(position - 1)) is not None:
                return sender.start, "place"
            if position > 1 and self.words.word(position - 2)[2] == "ns":
                return self.words.word(position - 2)[0], "place"  # 日本|驻广州|总领事馆
        if suffix.text.endswith(_ANOTHERS):
            if outer is not None and outer.end == position:
                return outer.start, "place"  # 中山市|浙江|商会
            if position and self.words.word(position - 1)[2] == "ns":
                return self.words.word(position - 1)[0], "place"  # 新西兰|龙岩|同乡会
        if suffix.category in TEAMS or suffix.text == "组":
            if match := _CONNECT.search(text[max(0, position - 4) : position]):
                position -= len(match[0])
                if (place := self.places.get(position)) is not None:
                    return self._before_place(place.start, suffix)
                return position, "word"
            if body is not None and body.category in TEAMS:
                return body.start, "body"
        if body is not None and part_of(body, suffix):
            return body.start, "body"
        if suffix.kind is Kind.SCHOOL:
            return position, "place"
        if (party := party_before(self.words.text, position)) is not None:
            return party, "party"
        if suffix.text[-1] in "委会部处社央室办" and short_party_before(self.words.text, position):
            return position - 1, "party"
        return position, "place"

    def _before_body(self, body: BodyHit, suffix: Suffix) -> tuple[int, str]:
        """Over what may stand before a body inside the name of another."""
        position, text = body.start, self.words.text
        if suffix.kind is Kind.INSTITUTION and (party := party_before(text, position)) is not None:
            return party, "party"
        if suffix.text == "纪检监察组" and text[position - 1 : position] == "驻":
            return getattr(self.bodies.get(position - 1), "start", position), "body"
        outer = suffix.text.startswith("附") or suffix.category == "company"
        while outer and (place := self.places.get(position)) is not None:
            position = place.start  # 成都|某科大资产经营有限公司
        return position, "body"

    def _step(self, position: int, start: int, suffix: Suffix) -> int | None:
        """One word further left; None at a boundary."""
        text = self.words.text
        institution = suffix.kind is Kind.INSTITUTION or suffix.text.endswith("学院")
        quoted = _QUOTED.search(text[max(0, position - 27) : position])
        if institution and suffix.category != "department" and quoted:
            return position - len(quoted[0])
        left, _, tag = self.words.word(position - 1)
        for edge in range(position - 1, left, -1):
            if edge in self.places or edge in self.bodies:
                left, tag = edge, "nz"  # 霍尔果斯|市莫乎: the cut knew neither
                break
        left += verb_in(text[left:position], start - position, school=not institution)
        word = text[left:position]
        sign = "一" <= word[-1] <= "龥" or (word.isascii() and word.isalnum())
        if not sign and (word != "·" or left in self.places):
            return None  # 某县·|某小学
        if word in ("和", "与"):
            if left - 1 in self.places and in_own_name(text, left, suffix, last=position == start):
                return left - 1
            return over_joint(self.words, self.places, self.bodies, left, suffix)
        done = word[-1] in "过了着" and tag[0] in "vu"
        if done or (word == "任" and left not in self.places):
            return None  # 看过|仁和路小学
        if suffix.kind is Kind.SCHOOL and word in _SCHOOL_NOUNS:
            return None  # 对标学校|梁屯中心小学
        ends = ends_body if institution else ends_school
        if ends(word, start - position, left in self.places):
            return None
        if tag in ("l", "i") and len(word) > 3 and not institution:
            return None
        if word == "联合" and position == start:
            return left
        alone = suffix.kind is Kind.SCHOOL and len(word) == 1 and word not in _PARTICLES
        if alone and left in self.places and position < start:
            return left  # 坝盘镇|都|村|小学
        if word in ("批", "届", "期") and suffix.category in TEAMS and left:
            begin = self.words.word(left - 1)[0]
            return begin if text[begin] == "第" else None
        if word in stop_words() and not (institution and word in _INSIDE):
            own = suffix.category == "foundation" and word in _GIVING and left in self.places
            office = suffix.text == "办公室" and word == "帮扶" and left in self.bodies
            return left if own or office else None  # 某省|资助|教育基金会, 某部|帮扶|办公室
        if tag == "q" and left and self.words.word(left - 1)[2] not in ("m", "r"):
            return left
        # 数十名|某银行某分行, but 润泽|四方|健康公司
        counted = tag == "m" and (word[-1] in _MEASURES or set(word) <= _NUMERIC)
        if suffix.category == "company" and len(word) > 1 and not counted:
            return left
        if suffix.category in _OWN and len(word) == 2 and left in self.places:
            return left  # 浙江省|绝顶|公益基金会
        if suffix.category in _OWN and tag == "d" and text[left - 1 : left] in _MARKS:
            return left  # 、真|爱梦想公益基金会
        if tag in _LOOSE and len(word) < 3:
            return left if position == start and len(word) == 2 and tag in ("d", "t") else None
        if tag == "m" and not word.startswith("第") and set(word) & _NUMERIC:
            if left in self.places and len(word) > 1 and not set(word) & _COUNTING:
                return left
            road = word[-1] in "路街里道桥村" and word[0] in _DIGITS
            if road and text[left - 1 : left] in ("经", "纬"):
                return left - 1
            return left if road or set(word) <= set(_DIGITS) else None
        return left


def walk(words: Words, places: Sequence[PlaceHit]) -> Walk:
    """A walk over the words and places of one text, with no body found yet."""
    return Walk(words, {p.end: p for p in places}, {p.start: p for p in places}, {})
