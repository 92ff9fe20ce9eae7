"""Which school or hospital says 我校, 我院 on a page whose text does not name its publisher."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from .colleges import colleges_of_teams, is_college
from .ownschool import left_over, own_fits
from .voice import with_deixis

__all__ = ["is_unknown_own", "with_ours"]

_OURS = later("(?:我|本)(?:校|园|院(?!长))(?!长)")
_NAMED = later(
    r"(?:(?:来源|主办|单位|供稿)[^\S\n]*[:：]|(?:来源|主办|供稿)[^\S\n]+|版权所有[^\S\n]*[:：©]?)[^\S\n]*[©@]?"
    r"(?P<name>[一-鿿]{2,24}?(?:中学|小学|学校|幼儿园|大学|学院|高中|初中|职业教育中心|职教中心|中心校|职业中专|医院|卫生院))"
    r"(?:(?=(?:校?党委|团委|宣传部|新闻)|$)|(?![一-鿿]{0,2}(?:局|委|协会)))"
)
_HOSPITALS = ("医院", "卫生院")
_HEADING = later("[:：|｜]")
_FRONT = 40


def with_ours(clean: Clean, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """`mentions` with 我校, 该县, 他, as far as the page shows what they mean.

    Beyond what the names of the text show, 我校 is the school before the colon of the headline
    (某校：…), the one that the page's foot and its line of origin name (版权所有：某校), the only
    one that is never told beside it, or that of which a team of graduates is; 我院 may be the only
    hospital as well.
    """
    return _with_ours(clean, tuple(mentions))


@lru_cache(maxsize=4)  # posts, stays and help of one page all begin with this
def _with_ours(clean: Clean, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    known = with_deixis(clean, mentions)
    taken = {m.start for m in known}
    open_ones = [m for m in _OURS.finditer(clean.text) if m.start() not in taken]
    if not open_ones or any(m.kind is Kind.SCHOOL for m in known if _says_ours(clean, m)):
        return known
    fits = own_fits(clean.text)
    own = next(
        filter(fits, filter(None, (_headed(clean, mentions), _imprint(clean, mentions)))), None
    )
    own = own or left_over(clean.text, mentions) or _only_hospital(clean.text, mentions)
    own = own or _sender_of_team(mentions)
    if own is None:
        return known
    covered = [(m.start, m.end) for m in known]
    found = [
        Mention(kind=own.kind, name=own.name, key=own.key, start=m.start(), end=m.end())
        for m in open_ones
        if (own.kind is Kind.SCHOOL or m[0][-1] == "院")
        and not any(low < m.end() and m.start() < high for low, high in covered)
    ]
    return tuple(sorted((*known, *found), key=lambda m: (m.start, m.end)))


def _only_hospital(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one hospital of a page that says 我院 and names no college, whose 学院 it could be."""
    if "我院" not in text and "本院" not in text:
        return None
    found = {m.key: m for m in mentions if m.name.endswith(_HOSPITALS)}
    college = any(m.kind is Kind.SCHOOL and is_college(m.name) for m in mentions)
    return next(iter(found.values())) if len(found) == 1 and not college else None


def _sender_of_team(mentions: Sequence[Mention]) -> Mention | None:
    """The one university whose team of graduates a page tells of that names no university."""
    if any(m.kind is Kind.SCHOOL and is_college(m.name) for m in mentions):
        return None
    found = {m.key: m for m in colleges_of_teams(mentions)}
    return next(iter(found.values())) if len(found) == 1 else None


def _says_ours(clean: Clean, mention: Mention) -> bool:
    return _OURS.fullmatch(clean.text, mention.start, mention.end) is not None


def _headed(clean: Clean, mentions: Sequence[Mention]) -> Mention | None:
    for mention in mentions:
        if mention.start > _FRONT:
            return None
        if mention.kind is Kind.SCHOOL and _HEADING.match(clean.text, mention.end):
            line = clean.text.rfind("\n", 0, mention.start) + 1
            if mention.start - line < 4:
                return mention
    return None


def _imprint(clean: Clean, mentions: Sequence[Mention]) -> Mention | None:
    for named in _NAMED.finditer(clean.raw):
        name = named["name"]
        kind = Kind.INSTITUTION if name.endswith(_HOSPITALS) else Kind.SCHOOL
        for mention in mentions:
            if mention.kind is kind and (mention.name == name or mention.key == name):
                return mention
        return Mention(kind=kind, name=name, key=name, start=0, end=0)
    return None


def is_unknown_own(text: str, at: int, known: Sequence[Mention]) -> bool:
    """Whether 我校, 该校 stands right before the post at `at` and nobody can tell whose it is."""
    if text[at : at + 1] in ("校", "园") and text[at - 1 : at] in ("我", "本", "该"):
        return True
    word = text[max(0, at - 2) : at]
    if word not in ("我校", "本校", "该校", "我园", "本园", "该园", "我院", "本院"):
        return False
    return not any(m.end == at for m in known)
