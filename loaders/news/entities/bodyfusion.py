"""Rules and the trained proposer of bodies brought together: which spans are names of bodies.

What a rule reads stays, but for its edge where the model is sure of another one; a name that only
the model sees is believed if it has the shape of one: an ending, and before it words that name one
body and not a kind of bodies.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ....ontology.records import Kind
from ...later import later
from ...lexicon import word_set
from ...naming import PARTIES
from ...suffixes import Suffix, generic_words, last_suffix, stop_words
from .bodyedges import EDGE, PLACED, SHAPE, hit_at, mended
from .crf import Proposal
from .hits import BodyHit, PlaceHit
from .joints import CAMPUSES
from .ownnames import common_firms
from .prefixes import after_lead
from .words import Words

__all__ = ["Completed", "completed"]

ALONE = 0.9
"""From this score on a name that no rule reads is believed."""
AGAIN = 0.65
"""From this score on it is believed if the text has it more than once, or a place before it."""
FIRM = 0.77
"""From this score on a firm is believed that is told once: its ending is seldom another's."""
CENTRE = 0.8
"""From this score on a centre of many words is believed."""
SCHOOL = 0.8
"""From this score on a school is believed that is told once."""
BRAND = 0.93
"""From this score on it is believed with an ending that makes no body by itself: 石油, 建设."""
TOLD = 0.4
"""From this score on it is believed where the same name is known from elsewhere in the text."""

_BARRED = frozenset(("department", "generic", "committee", "grassroots"))
_BRANDS = word_set("brand_endings")
_OF_PLACE = word_set("of_place")
_VILLAGE_SCHOOL = later("[一-鿿]{2}村小$")
_NO_NAME = later(
    "[该各本我某两几多每这那此其0-9]|第[一二三四五六七八九十0-9]+[批届期]|[一二三四五六七八九十两几数多]+[所家个名位]"
    "|双方|当地|本地|外地|附近|许多|不少|一些|相关|有关|全[国省市县区州]|农村|乡村|城区|城乡"
)
_VERBAL = ("v", "p", "c", "d", "r", "u", "f", "q")
_TEAMS = word_set("teams")
_DOING = word_set("doing")
_COUNTRY = tuple(sorted(word_set("country")))
_SOCIETIES = ("association", "charity", "foundation")
_COMMON_TEAMS = word_set("common_teams")
_TITLED = later("副?[省市县区州镇乡局]长|书记|主席")
_WORKS = (
    "区",
    "县",
    "市",
    "乡",
    "村",
    "镇",
    "工程",
    "项目",
    "大桥",
    "基地",
    "设施",
    "队伍",
    "校园",
)
_TERM = later("[0-9一二三四五六七八九十]+年")
_STAGES = ("教育", "阶段", "公办", "民办", "性质")  # 某县义务教育|学校
_OUT = frozenset("由及")
_LISTED = ("、", "和", "与", "等")


@dataclass(frozen=True, slots=True)
class Completed:
    """The bodies of a text, and the score of each that only the model saw, by its span."""

    bodies: tuple[BodyHit, ...]
    alone: dict[tuple[int, int], float]


def completed(
    words: Words,
    places: Sequence[PlaceHit],
    bodies: Sequence[BodyHit],
    proposals: Sequence[Proposal],
) -> Completed:
    """The bodies of the rules with their edges mended, and those that the model adds."""
    starts = {place.start: place for place in places}
    held: dict[int, BodyHit] = {}
    for hit in bodies:
        held |= _positions(hit)
    alone: dict[tuple[int, int], float] = {}
    known = {words.text[hit.start : hit.end] for hit in bodies}
    # the surest first: what is believed once is believed where the model is less sure
    for one in sorted(proposals, key=lambda one: (-one.score, one.start)):
        over = {held[at] for at in range(one.start, one.end) if at in held}
        if not over:
            added = _added(words, starts, one, known)
            if added is not None and not any(at in held for at in range(added.start, one.start)):
                held |= _positions(added)
                known.add(words.text[added.start : added.end])
                alone[added.start, added.end] = one.score
        elif len(over) == 1:
            (hit,) = over
            moved = mended(words, starts, hit, one, known)
            if moved is not None:
                for at in range(hit.start, hit.end):
                    held.pop(at, None)
                held |= _positions(moved)
                known.add(words.text[moved.start : moved.end])
    kept = sorted(set(held.values()), key=lambda hit: (hit.start, hit.end))
    return Completed(tuple(kept), alone)


def _positions(hit: BodyHit) -> dict[int, BodyHit]:
    return dict.fromkeys(range(hit.start, hit.end), hit)


def _ending(form: str) -> Suffix | None:
    """What the form ends in, also where that makes a body for the model alone."""
    found = last_suffix(form)
    if found is not None and found.category != "department":
        return found
    if _VILLAGE_SCHOOL.search(form) is not None:
        return Suffix("小", Kind.SCHOOL, "primary")
    brand = next((form[at:] for at in range(1, len(form)) if form[at:] in _BRANDS), None)
    return found if brand is None else Suffix(brand, Kind.INSTITUTION, "company")  # 眼|科


def _added(
    words: Words, starts: dict[int, PlaceHit], one: Proposal, known: Collection[str]
) -> BodyHit | None:
    """The body that the model sees here, None if it has not the shape of a name.

    `known` are the forms of the bodies so far.
    """
    text = words.text
    start = _begun(words, starts, one.start, one.end)
    form = text[start : one.end]
    ending = _ending(form)
    if ending is None or not SHAPE.fullmatch(form) or "某" in form:
        return None
    hit = hit_at(starts, start, one.end, ending)
    middle = text[hit.core : one.end - len(ending.text)]
    if ending.category in _BARRED and not (
        _is_centre(form, one.score, known)
        or _is_called(words, hit, middle, one.score)
        or _is_committee(hit, middle, one.score)
    ):
        return None
    if not _names_one(words, hit, middle, one.score):
        return None
    if form in known:
        return hit if one.score >= TOLD else None
    often = hit.anchor == "place" or text.count(form) > 1
    if ending.text in _BRANDS:
        least = ALONE if text.count(form) > 1 else BRAND
        if hit.anchor == "place" and len(middle) > 1:
            least = PLACED  # 某县江东货运市场
    elif ending.category == "company":
        least = FIRM
    elif ending.kind is Kind.SCHOOL:
        least = AGAIN if often else SCHOOL
    else:
        least = AGAIN if often else ALONE
    return hit if one.score >= least or ending.category in _BARRED else None


def _is_centre(form: str, score: float, known: Collection[str]) -> bool:
    """Whether this is a centre whose name says what for: 某市青少年科技文化活动中心."""
    least = TOLD if form in known else CENTRE
    return form.endswith("中心") and len(form) > 7 and score >= least and "校区" not in form


def _is_committee(hit: BodyHit, middle: str, score: float) -> bool:
    """Whether a place has a committee for something: 某市|青年事务|委员会."""
    sure = hit.anchor == "place" and hit.category == "committee" and score >= ALONE
    return sure and 3 <= len(middle) <= 10


def _is_called(words: Words, hit: BodyHit, middle: str, score: float) -> bool:
    """Whether 学校 alone ends the name of one school, before which no common word stands."""
    if hit.suffix != "学校" or not 2 <= len(middle) <= 5 or last_suffix(middle) is not None:
        return False  # 中专|学校
    if middle.endswith(_STAGES):
        return False
    least = AGAIN if hit.anchor == "place" else FIRM
    parts = words.parts(hit.core, hit.core + len(middle))
    tags = {
        tag[:1]
        for left, right, tag in (words.word(hit.core + at) for at in range(len(middle)))
        if right - left > 1 or hit.anchor == "word"
    }
    common = any(part in generic_words() or part in stop_words() for part in parts)
    return score >= least and not common and tags.isdisjoint("vadpcrfu")


def _begun(words: Words, starts: dict[int, PlaceHit], start: int, end: int) -> int:
    """Where the name begins: behind a verb that ran into it, if a place stands there."""
    text = words.text
    if text[end : end + 1] in _LISTED and (item := text.rfind("、", start - 3, start)) >= 0:
        return item + 1  # 、甲|某某奖教基金、: the item is the name
    _, right, tag = words.word(start)
    if start not in starts and tag.startswith(_VERBAL) and right < end and right in starts:
        return right
    return start


def _names_one(words: Words, hit: BodyHit, middle: str, score: float) -> bool:
    """Whether what stands before the ending tells one body from others of its kind."""
    text = words.text
    form = text[hit.start : hit.end]
    if _NO_NAME.match(form) or _NO_NAME.match(middle) or form.count("（") != form.count("）"):
        return False
    if after_lead(text, hit.start, hit.end) > hit.start:
        return False  # 今后|商会
    if _TITLED.search(middle) or _twice(form) or (middle and middle[0] in "和与及、"):
        return False  # 某区政府副区长司, 民进中央发挥民进, 某镇和某镇所有幼儿园
    if hit.suffix == "建设" and middle.endswith(_WORKS):
        return False  # 某试验区建设
    if hit.anchor == "place" and not middle:
        if hit.suffix == "银行":
            return score >= FIRM and form[-3] not in "省市县区州"  # 某某|银行
        return hit.category in _OF_PLACE or hit.suffix in _BRANDS
    stem = middle or form[: -len(hit.suffix)]
    if hit.suffix in CAMPUSES and last_suffix(stem) is None:
        return False
    if len(stem) < (3 if hit.suffix[0] == "党" else 2) and hit.anchor != "place":
        return False
    begin = hit.core
    parts = words.parts(begin, begin + len(middle))
    if all(part in generic_words() or part in common_firms() for part in parts):
        # 某区|慈善|义工协会 is the one of its place, 某县|企业|公司 is not
        return hit.anchor == "place" and hit.category in _SOCIETIES and score >= EDGE
    if hit.suffix == "公司" and middle == "集团":
        return False
    village = hit.anchor == "place" and len(middle) == 3 and middle[-1] == "村"  # 兰|山村
    if hit.kind is Kind.SCHOOL and (
        any(part in _DOING for part in parts)
        or (middle.endswith((*_COUNTRY, "所有")) and not village)
        or not _OUT.isdisjoint(middle)
    ):
        return False  # 某县免费培训|小学
    if _TERM.match(middle) or any(part in stop_words() and len(part) > 1 for part in parts):
        return False
    if hit.category in _TEAMS and all(part in _COMMON_TEAMS for part in parts):
        return hit.anchor == "place"
    if hit.anchor == "place":
        return True
    left, right, tag = words.word(hit.start)
    first = text[hit.start : right]
    if left < hit.start or first in stop_words():
        return text.count(form) > 1
    verbal = tag.startswith(_VERBAL) and len(first) > 1 and right < hit.end
    return not verbal or text.count(form) > 1


def _twice(form: str) -> bool:
    """Whether a party is named twice in what is read as one name."""
    return any(form.count(party) > 1 for party in PARTIES)
