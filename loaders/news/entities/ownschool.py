"""Which of the schools of a page can be the one that says 我校, and which alone is left."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.sentences import sentence_spans
from .colleges import is_college

__all__ = ["left_over", "own_fits"]

_WE = later("我[校园院](?![长门])")
#: 我校研究生支教团, 我校某某学院: only a university has such parts
_OF_COLLEGE = later(
    "我[校院](?:研究生|博士|硕士|本科生|各?学院|各?院系"
    "|(?![与和同跟到在向为赴对由给派去前师生又还已将])[一-龥]{2,8}(?<!中)学院(?!路))"
)
#: 走进某小学, 来自某中学: where we go, and who comes to us
_OTHER = later("(?:到|赴|进|前往|深入|抵达|走访|慰问|来自)[^，。；\n]{0,8}$")
_PART = later("附属|附[中小幼]")
_TWICE = 2
"""So often a school must be named to be ours for no other reason than that no other is left."""


def own_fits(text: str) -> Callable[[Mention], bool]:
    """Whether a school may be the one that says 我校 in `text`.

    Who has postgraduates or faculties is a university, and not one of its faculties.
    """
    parts = [found[0] for found in _OF_COLLEGE.finditer(text)]

    def fits(school: Mention) -> bool:
        name = school.name
        college = is_college(name) or name.endswith("高等专科学校")
        return not parts or (college and not any(part.endswith(name) for part in parts))

    return fits


def left_over(text: str, mentions: Sequence[Mention]) -> Mention | None:
    """The one school that never stands in a sentence with 我校, if there is one and no more.

    Whoever comes to us, or whom we help, is told beside 我校, or as a place that somebody goes to.
    A school named only once, or after 我校, may be where all met, unless 我校 must be a university.
    """
    ours = [found.start() for found in _WE.finditer(text)]
    if not ours:
        return None
    schools = [m for m in mentions if m.kind is Kind.SCHOOL]
    beside = {m.key for m in schools if _OTHER.search(text, max(0, m.start - 12), m.start)}
    beside |= {m.key for m in schools if _PART.search(m.name)}
    for start, end in sentence_spans(text):
        if any(start <= at < end for at in ours):
            beside.update(m.key for m in schools if start <= m.start < end)
    fits = own_fits(text)
    left = {m.key: m for m in reversed(schools) if m.key not in beside and fits(m)}
    if _OF_COLLEGE.search(text) is None:
        often = Counter(m.key for m in schools)
        left = {k: m for k, m in left.items() if often[k] >= _TWICE and m.start < ours[0]}
    return next(iter(left.values())) if len(left) == 1 else None
