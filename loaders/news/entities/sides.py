"""On which side two partners stand: 甲与乙结对 does not say who helps.

The direction comes from, in this order: what the article says elsewhere, the list of known pairs
(region → region, as the central and provincial schemes set them), the eastern provinces that help
and the western ones that are helped, and a town's school beside a village's. Else it stays open.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ....ontology.records import Kind, Mention, PlaceLevel
from ...gazetteer import Division, divisions
from ...later import later
from ...suffixes import universities
from .colleges import rank_of_university
from .need import EAST, WEST, need_of, rank_of
from .partners import schemes

__all__ = [
    "EAST",
    "WEST",
    "Stated",
    "codes_of",
    "contains",
    "context_of",
    "direction",
    "is_firm",
    "is_government",
    "stated_of",
]

_PREFIXES = (
    "中共", "共青团", "九三学社", "社", "民盟", "民进", "民建", "民革", "农工党", "致公党", "台盟",
    "国网", "原",
)  # fmt: skip
#: A body that governs a place: what it does for its own schools is its duty, no assistance.
_GOVERNMENT = later(
    r"(?:人民政府|政府|[县区市州]委|教育局|教体局|体育局|科技局|教委|教育委员会|教科体局)$"
)
#: Bodies that exist to give; where one of two partners is such a body, it is the one that helps.
_GIVER = later(
    r"基金会|慈善|商会|校友会|侨联|^(?:民盟|民进|民建|民革|九三学社|农工党|致公党|台盟)"
    r"|^(?:教育部|中组部|中宣部|(?:中共)?中央组织部|(?:中共)?中央宣传部|中央统战部|团中央|共青团中央|全国妇联|国务院[一-龥]{0,8}|国家[一-龥]{2,8}[委局部])$"
)
_FIRM = later(r"(?:公司|集团|银行|[支分]行|企业|电网|医院)$")
#: A party's or the youth league's committee of a place does not govern it.
_LEAGUE = later(r"民盟|民进|民建|民革|九三学社|农工党|致公党|台盟|共青团|团[省市区县州]")


def _is_giver(mention: Mention) -> bool:
    """Whether it exists to give; a school named after one (某商会希望小学) does not."""
    return mention.kind is not Kind.SCHOOL and _gives(mention.name)


@lru_cache(maxsize=1 << 14)
def _gives(name: str) -> bool:
    return _GIVER.search(name) is not None


def is_government(mention: Mention) -> bool:
    """Whether it is a body by which a place is governed; 民盟宜昌市委 governs nothing."""
    return mention.kind is Kind.INSTITUTION and _governs(mention.name)


@lru_cache(maxsize=1 << 14)
def _governs(name: str) -> bool:
    return _GOVERNMENT.search(name) is not None and _LEAGUE.match(name) is None


def context_of(mentions: Iterable[Mention]) -> frozenset[str]:
    """The codes of the places among `mentions`: what ambiguous names are resolved by.

    Equal sets are one object, so that looking up what is known in a context compares no codes.
    """
    return _one_of(frozenset(m.key for m in mentions if m.kind is Kind.PLACE and m.key.isdigit()))


@lru_cache(maxsize=16)
def _one_of(context: frozenset[str]) -> frozenset[str]:
    return context


def codes_of(mention: Mention, context: Collection[str] = ()) -> tuple[str, ...]:
    """The code of the place that `mention` is or lies in, and of all above it; () if unknown."""
    if mention.kind in (Kind.PLACE, Kind.GROUP):
        return _chain(mention.key.partition("/")[0])
    # a frozenset keeps its hash, so the places of a page are not looked through at each call
    return _codes_of_name(
        mention.name,
        context if isinstance(context, frozenset) else frozenset(context),
        is_firm(mention),
    )


def _is_word(found: Division, form: str) -> bool:
    """Whether a county is meant, if at all, by its short form."""
    return found.level is PlaceLevel.COUNTY and form != found.name


@cache
def _chain(code: str) -> tuple[str, ...]:
    return tuple(division.adcode for division in divisions().chain(code))


@lru_cache(maxsize=1 << 14)
def _codes_of_name(name: str, context: frozenset[str], firm: bool) -> tuple[str, ...]:
    table = divisions()
    starts = [0, *(len(prefix) for prefix in _PREFIXES if name.startswith(prefix))]
    best: tuple[str, ...] = ()
    known = context
    for start in starts:
        at = start
        while at < len(name) and table.may_begin(name, at):
            for end in range(min(len(name), at + 11), at + 1, -1):
                found = table.resolve(name[at:end], known)
                if firm and found is not None and not best and _is_word(found, name[at:end]):
                    # 兴业银行 is not of 兴业县: a firm seldom calls itself after a county
                    found = None
                if found is not None and (not best or best[0] in _chain(found.adcode)):
                    best = _chain(found.adcode)
                    known = context.union(best)
                    at = end
                    break
            else:
                break
        if best:
            return best
    province, city = universities().get(name, ("", None))
    return _chain(city or province) if province else best


def contains(outer: Mention, inner: Mention, context: Collection[str] = ()) -> bool:
    """Whether `inner` is `outer`, lies in it, or is a part of it by its name."""
    if (outer.kind, outer.key) == (inner.kind, inner.key):
        return True
    if outer.kind is Kind.PLACE:
        return outer.key in codes_of(inner, context) or (
            len(outer.name) > 2 and inner.name.startswith(outer.name)
        )
    if is_government(outer):
        seat, codes = codes_of(outer, context), codes_of(inner, context)
        if seat and seat[0] in codes:
            return True
    return len(outer.name) >= 4 and inner.name.startswith(outer.name)


@dataclass(frozen=True, slots=True)
class Stated:
    """What an article itself says of who helps whom.

    `pairs` are the keys of (helper, recipient); `lean` says for the code of a place how many more
    of its sides help than are helped.
    """

    pairs: frozenset[tuple[str, str]] = frozenset()
    lean: Mapping[str, int] = field(default_factory=dict)


def stated_of(pairs: Iterable[tuple[Mention, Mention]], context: Collection[str] = ()) -> Stated:
    """The pairs (helper, recipient) that an article states, each counted once."""
    lean: Counter[str] = Counter()
    known: set[tuple[str, str]] = set()
    for helper, recipient in pairs:
        if (helper.key, recipient.key) not in known:
            known.add((helper.key, recipient.key))
            lean.update(codes_of(helper, context))
            lean.subtract(codes_of(recipient, context))
    return Stated(frozenset(known), lean)


def direction(
    one: Mention,
    other: Mention,
    stated: Stated = Stated(),
    context: Collection[str] = (),
    *,
    own: bool = True,
    rural: bool = True,
    middle: bool = False,
) -> int:
    """1 if `one` helps `other`, -1 for the reverse, 0 if nothing tells.

    With `own` false the pair itself is left out of what is stated: does the rest agree with it?
    With `rural` false a school in a village is not held to be the one that is helped. With `middle`
    weaker signs count as well, for a wording that leaves the direction open: the provinces between
    east and west, which help Tibet and Xinjiang and are helped by the east; counties on the lists
    of those to be helped first; autonomous ones; a firm beside a school; a city beside its county;
    a university beside a college.
    """
    a, b = codes_of(one, context), codes_of(other, context)
    forward, backward = (one.key, other.key) in stated.pairs, (other.key, one.key) in stated.pairs
    if own and forward != backward:
        return 1 if forward else -1
    giver = _is_giver(one) - _is_giver(other)
    if giver:
        return giver
    lean = stated.lean
    score = sum(lean.get(c, 0) for c in a) - sum(lean.get(c, 0) for c in b) if lean else 0
    if not own:
        score -= (forward - backward) * (len({*a, *b}) - len({*a} & {*b}))
    if score:
        return 1 if score > 0 else -1
    if scheme := _known_way(a, b):
        return scheme
    if a and b and a[-1] != b[-1]:
        if a[-1] in EAST and b[-1] in WEST:
            return 1
        if b[-1] in EAST and a[-1] in WEST:
            return -1
        if middle and rank_of(a[-1]) != rank_of(b[-1]):
            return 1 if rank_of(a[-1]) > rank_of(b[-1]) else -1
    if middle and (firm := is_firm(one) - is_firm(other)):
        return firm
    if a and b and a[0] == b[0] and (_completed(one) or _completed(other)):
        # the county before the name is only supposed; a partner from afar would look like a
        # neighbour, and how rural the two are would say nothing, if the page tells of afar
        near = rural and bool(context) and all(code[:2] == a[0][:2] for code in context)
        return _stranger(one, other, stated, a) or ((_rural(other) > 2) - (_rural(one) > 2)) * near
    rank, against = rank_of_university(one), rank_of_university(other)
    if bool(rank) != bool(against) or (middle and rank != against):
        return 1 if rank > against else -1
    if middle and a and b and (needier := need_of(b) - need_of(a)):
        return 1 if needier > 0 else -1
    # 甲校与乙县政府签订帮扶协议: a school is helped by its own county, by no other
    if one.kind is Kind.SCHOOL and is_government(other):
        return 1
    if other.kind is Kind.SCHOOL and is_government(one):
        return -1
    if rural and one.kind is other.kind is Kind.SCHOOL and (not a or not b or a[-1] == b[-1]):
        difference = _rural(other) - _rural(one)
        return (difference > 0) - (difference < 0)
    return 0


@lru_cache(maxsize=1 << 14)
def _known_way(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """1 if a known scheme has places with the first codes help those with the others, -1, or 0."""
    forth = any((x, y) in schemes() for x in one for y in other)
    back = any((x, y) in schemes() for x in other for y in one)
    return forth - back


def is_firm(mention: Mention) -> bool:
    """Whether it is a company, a bank or the like: what it does for a place is no duty."""
    return mention.kind is Kind.INSTITUTION and _is_firm(mention.name)


@lru_cache(maxsize=1 << 14)
def _is_firm(name: str) -> bool:
    return _FIRM.search(name) is not None


def _stranger(one: Mention, other: Mention, stated: Stated, codes: tuple[str, ...]) -> int:
    """The school without a place beside one of a county that the page says is helped from afar."""
    unsure = _completed(one) - _completed(other)
    helped = sum(stated.lean.get(code, 0) for code in codes) < 0
    return unsure if helped and one.kind is other.kind is Kind.SCHOOL else 0


def _completed(mention: Mention) -> bool:
    """Whether the page writes less than the full name: 大沥镇某中学, the county added to it."""
    return mention.kind is Kind.SCHOOL and 0 < mention.end - mention.start < len(mention.name)


def _rural(mention: Mention) -> int:
    """How rural a school is by its name: 3 in a township or village; a central one may be there."""
    if mention.kind is not Kind.SCHOOL:
        return 0
    if any(word in mention.name for word in ("镇", "乡", "村", "苏木", "教学点")):
        return 3
    county = int("县" in mention.name or "旗" in mention.name)
    central = int(mention.name.endswith(("中心小学", "中心校", "中心学校", "中心幼儿园", "完小")))
    return county + central - int("实验" in mention.name)
