"""Who acts on a page, and where: several names may be of one side."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_listed_university
from ..entities.sides import codes_of, contains, is_government
from .claims import Claim
from .symbols import View

__all__ = ["fine_codes", "is_one_actor", "only_helper", "site_before", "sole_school"]

_GAP = "[^\ue000-\ue004。！？；，：\n]"
_HERE = later(
    rf"(?:在|走进|来到|抵达|向|(?<![称名改成作定])为|给|与|到|由|参加|深入|前往|奔赴|走访){_GAP}{{0,4}}$"
)
_FORMER = later(r"(?:原名|原为|原称|曾名|旧称|前身[是为]|原)$")
_HOSTS = later(
    r"(?:举行|迎来|举办)[^\ue000-\ue004。！？；，\n]{0,12}(?:捐|赠|揭牌|仪式|爱心)"
    r"|的?(?:校园|操场|教室|大?礼堂|课堂|报告厅|会议室|图书室)[里内中上]"
)


#: 12月中旬，某县某小学。在群山深处的某小学，…: a scene that opens with where it is
_SCENE = later(
    "(?:[^\ue000-\ue004。；：]{1,18}，)?(?:\ue000*\ue001[。！]?$"
    "|(?:在|来到|走进)[^\ue001-\ue004，。；：]{0,14}\ue001，)"
)


def only_helper(stated: Sequence[Claim]) -> Claim | None:
    """The first claim of the one side that helps on this page, if all others are part of it."""
    acting = [c for c in stated if c.helper.kind is not Kind.PERSON and not c.inferred]
    for claim in acting:
        if all(is_one_actor(claim.helper, other.helper) for other in acting):
            return claim
    return None


def is_one_actor(one: Mention, other: Mention) -> bool:
    """Whether `other` is the same side: itself, a part of it, or the office that governs it."""
    if one.key == other.key:
        return True
    own = other.kind is Kind.PLACE or is_government(other)
    school = other.kind is Kind.SCHOOL and not is_listed_university(other)
    if (own or school) and contains(one, other):
        # a province's team is sent by its cities and schools; its firms give for themselves
        return True
    if not all(m.kind is Kind.PLACE or is_government(m) for m in (one, other)):
        return False
    return codes_of(one)[:1] == codes_of(other)[:1] != ()


def sole_school(views: Sequence[View], helpers: Collection[str]) -> tuple[Mention, int, int] | None:
    """The one school of the page and its first place, if it helps nobody and is no university."""
    # 原名乙小学: the same one, in its former name
    former = {
        m.key
        for found in views
        for i, m in found.mentions.items()
        if m.kind is Kind.SCHOOL and _FORMER.search(found.symbols[max(0, i - 6) : i])
    }
    named = {
        m.key: (m, found.places[i], found.ends[i])
        for found in reversed(views)
        for i, m in sorted(found.mentions.items(), reverse=True)
        if m.kind is Kind.SCHOOL and m.key not in former
    }
    if len(named) != 1:
        return None
    sole = next(iter(named.values()))
    return None if sole[0].key in helpers or is_listed_university(sole[0]) else sole


def site_before(
    found: View, stop: int, helpers: set[str], recipients: set[str]
) -> tuple[Mention, int, int] | None:
    """The last school before `stop` that is helped, or at which something takes place."""
    best = None
    scene = _SCENE.match(found.symbols) is not None
    for i, mention in sorted(found.mentions.items()):
        if i >= stop:
            break
        if mention.kind is not Kind.SCHOOL or mention.key in helpers:
            continue
        held = _HOSTS.match(found.symbols, i + 1) is not None
        if (
            scene
            or held
            or mention.key in recipients
            or _HERE.search(found.symbols[max(0, i - 6) : i])
        ):
            best = (mention, found.places[i], found.ends[i])
    return best


def fine_codes(mention: Mention, context: frozenset[str]) -> tuple[str, ...]:
    """The codes of the county and the city of a side."""
    return tuple(code for code in codes_of(mention, context) if not code.endswith("0000"))
