"""Administrative divisions in a cleaned text.

Names are found by Aho–Corasick over every full, short and former name (leftmost-longest), then
judged: in full is certain, a short form needs the right surroundings, a form that several divisions
share needs the other places of the article.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

import ahocorasick_rs

from ....ontology.records import PlaceLevel
from ...gazetteer import Division, divisions
from ...later import later
from ...lexicon import rows
from ...lexicon import words as word_list
from .hits import PlaceHit
from .partners import partnered
from .placecontext import LOCATIVE, in_person, is_beside, is_told_as_place, surnames
from .placelists import in_counted_list, of_provinces
from .townships import townships
from .words import Words

__all__ = ["find_places", "place_forms"]

_HEADED = tuple("省市县区州镇乡校会局部处科院园所队组班团")
_ENDINGS = frozenset("省市县区州旗盟")
_LEAGUE = later("团([省市县区州旗])委")  # 象山|团县委


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    kind = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick(divisions().names(), matchkind=kind)


def place_forms(text: str) -> list[tuple[int, int]]:
    """Where a full, short or former name of a division stands, whatever it means there."""
    return [(start, end) for _, start, end in _automaton().find_matches_as_indexes(text)]


def find_places(words: Words) -> tuple[PlaceHit, ...]:
    """The places of the text in order, also those inside the names of bodies."""
    found = [PlaceHit(start, end, words.text[start:end]) for start, end in place_forms(words.text)]
    towns = _town_names(found, words.text)
    kept = [hit for hit in found if hit.form not in towns and _may_be_place(hit, words)]
    resolved = _resolve(kept, words)
    every = (_before_head(hit, words.text) for hit in resolved + townships(words, resolved))
    return tuple(sorted(every, key=lambda hit: hit.start))


#: 思南|县长: not 县长坝镇, 县长期
_HEAD = later(
    "长(?![期大效远江城春沙安乐宁治丰葛汀海岛寿征足度短年龄线]|[一-鿿]{1,3}(?:[镇乡村寨沟]|小学|中学|学校|街道|社区))"
)


def _before_head(hit: PlaceHit, text: str) -> PlaceHit:
    """The place without the sign of its level, where that begins the post of its head."""
    if hit.form[-1] in _ENDINGS and len(hit.form) > 2 and _HEAD.match(text, hit.end):
        return replace(hit, end=hit.end - 1)
    return hit


def _may_be_place(hit: PlaceHit, words: Words) -> bool:
    """Whether the surroundings let the form stand for a place at all."""
    if hit.form in _phrases() or (len(hit.form) > 2 and hit.form[-1] in _ENDINGS):
        return not _is_phrase(hit, words.text)
    following = words.text[hit.end : hit.end + 2]
    campus = following == "校区" and words.text[hit.start - 1 : hit.start] not in ("学", "校", "园")
    if following[:1] in tuple("镇乡路街巷湾驿寨沟坝岭") or campus:
        return False  # 龙潭镇 is not 龙潭区, 香港路 not 香港
    if following[:1] in ("市", "县") and following[1:] not in tuple("市县区州直属级委"):
        wider = hit.form + following[0]
        if not any(wider in (d.name, *d.former_names) for d in divisions().candidates(hit.form)):
            return False  # 新北市 is not 新北区
    if hit.form[0] == "长" and words.text[hit.start - 1 : hit.start] in _HEADED:
        return False  # 副县长|沙马
    start, end, tag = words.word(hit.start)
    if start < hit.start or end > hit.end:
        longer = words.text[start:end]
        if start == hit.start and divisions().candidates(longer[len(hit.form) :]):
            return True  # 西藏|日喀则地区
        if tag == "nr" or words.splits(hit.start, hit.end) or longer in _not_places():
            return _after_parent(hit, words.text)
    return hit.form not in _not_places() or _after_parent(hit, words.text)


def _town_names(found: list[PlaceHit], text: str) -> set[str]:
    """Short forms that are the names of townships or villages here: 荷塘 where 荷塘镇 stands.

    Only if no division of that name stands there in full, or behind one that it lies in.
    """
    towns = {
        hit.form
        for hit in found
        if hit.form[-1] not in _ENDINGS and text.startswith(("镇", "乡", "村", "街道"), hit.end)
    }
    if not towns:
        return towns
    forms = {hit.form for hit in found}
    full = {form for form in towns for d in divisions().candidates(form) if d.name in forms}
    told = {hit.form for hit in found if hit.form in towns and _after_parent(hit, text)}
    return towns - full - told


def _is_phrase(hit: PlaceHit, text: str) -> bool:
    """Whether the name is words that only meet here: 我局|会同|县乡村振兴局, 甲|和|县里."""
    known = _phrases().get(hit.form)
    if known is None or _after_parent(hit, text):
        return False
    before, after = known
    return (
        before.search(text, max(0, hit.start - 3), hit.start) is not None
        and after.match(text, hit.end) is not None
    )


@cache
def _phrases() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """The places whose names are phrases too, with what stands around them where they are these."""
    return {
        row["name"]: (re.compile(f"(?:{row['before']})$"), re.compile(row["after"]))
        for row in rows("lexicon/ambiguous_places.csv")
    }


@cache
def _not_places() -> frozenset[str]:
    return word_list("lexicon/not_places.txt")


def _after_parent(hit: PlaceHit, text: str) -> bool:
    """Whether the name of a place that it lies in stands right before it."""
    gazetteer = divisions()
    for division in gazetteer.candidates(hit.form):
        for above in gazetteer.chain(division.adcode)[1:]:
            if any(text.endswith(form, 0, hit.start) for form in above.forms):
                return True
    return False


def _resolve(hits: list[PlaceHit], words: Words) -> list[PlaceHit]:
    """Give each hit its division; drop those that stay unknown or unlikely."""
    gazetteer = divisions()
    certain: Counter[str] = Counter()
    in_full: set[str] = set()
    for hit in hits:
        found = gazetteer.candidates(hit.form)
        if len(found) == 1 and _sure(found[0], hit.form):
            certain[found[0].adcode] += 1
            if hit.form[-1] in _ENDINGS:
                in_full.add(found[0].adcode)
    _judge(hits, certain, in_full, words)
    return _judge(hits, certain, in_full, words)  # what the end of the article says of its start


def _judge(
    hits: list[PlaceHit], certain: Counter[str], in_full: set[str], words: Words
) -> list[PlaceHit]:
    resolved: list[PlaceHit] = []
    for number, hit in enumerate(hits):
        before = resolved[-1] if resolved and resolved[-1].end == hit.start else None
        league = _LEAGUE.match(words.text, hit.end)
        listed = of_provinces(words.text, hits, number)
        division = listed or _choose(hit, before, certain, league[1] if league else "")
        if division and (
            league
            or listed
            or in_counted_list(words.text, hit, division)
            or _heads(division, hit, hits[number + 1 : number + 2])
            or is_beside(division, hits, number, certain, words)
            or _licensed(hit, division, before, (in_full, certain), words)
        ):
            resolved.append(PlaceHit(hit.start, hit.end, hit.form, division))
            certain[division.adcode] += 1
            if hit.form == division.name:
                in_full.add(division.adcode)
        elif division is None and len(hit.form) > 2 and hit.form[-1] in _ENDINGS:
            resolved.append(hit)  # 鼓楼区 without a city: a place, but nobody can say which
    return resolved


def _heads(division: Division, hit: PlaceHit, after: list[PlaceHit]) -> bool:
    """Whether a place that lies in it stands right behind: 宁德|霞浦."""
    gazetteer = divisions()
    return any(
        found != division and gazetteer.within(found.adcode, division.adcode)
        for inner in after
        if inner.start == hit.end
        for found in gazetteer.candidates(inner.form)
    )


def _sure(division: Division, form: str) -> bool:
    """Whether the form can hardly mean anything but the division."""
    if form in division.former_names:
        # 崇明县, 长乐市, now districts; 日喀则地区, now a city
        return len(form) > 2 and form.endswith(("县", "市", "地区"))
    if division.parent is None or (form[-1] in _ENDINGS and len(form) > 2):
        return True
    if form in division.common_words or form in division.person_like:
        return False
    return division.level in (PlaceLevel.PROVINCE, PlaceLevel.PREFECTURE) and form[-1] not in "县区"


def _choose(
    hit: PlaceHit, before: PlaceHit | None, certain: Counter[str], level: str
) -> Division | None:
    gazetteer = divisions()
    found = gazetteer.candidates(hit.form)
    if level and len(of_level := [d for d in found if d.name.endswith(level)]) == 1:
        return of_level[0]
    if before and before.division:
        inside = [d for d in found if gazetteer.within(d.adcode, before.division.adcode)]
        inside = [d for d in inside if d != before.division]
        if inside:
            return inside[0]
    division = gazetteer.resolve(hit.form, certain)
    if division is None and len(hit.form) > 2 and hit.form[-1] in _ENDINGS:
        division = partnered(found, certain)
    if division is None and hit.form != found[0].name:
        # 吉林, 海南: the province where nothing speaks for its namesake. 大理: the prefecture.
        tops = [d for d in found if d.level == found[0].level]
        kin = all(gazetteer.within(d.adcode, found[0].adcode) for d in found)
        if len(tops) == 1 and (found[0].parent is None or kin):
            return found[0]
    return division


def _licensed(
    hit: PlaceHit,
    division: Division,
    before: PlaceHit | None,
    known: tuple[set[str], Counter[str]],
    words: Words,
) -> bool:
    """Whether a form that could be something else is meant as the place here."""
    in_full, certain = known
    if _sure(division, hit.form):
        whole = len(hit.form) > 2 and hit.form[-1] in _ENDINGS  # and not 曾|兰州
        return whole or not in_person(hit, words)
    gazetteer = divisions()
    if before and before.division and gazetteer.within(division.adcode, before.division.adcode):
        return True
    previous = words.text[hit.start - 1] if hit.start else "\n"
    if division.adcode in in_full:
        return hit.form not in division.common_words or previous in LOCATIVE
    if division.level is PlaceLevel.PREFECTURE and hit.form in division.short_names:
        return words.word(hit.start) == (hit.start, hit.end, "ns")  # 桂林, 日照
    if hit.form in division.common_words or hit.form in division.former_names:
        return False
    left, right = words.word(hit.start)[0], words.word(hit.end - 1)[1]
    if left != hit.start or right != hit.end:
        return False
    if hit.form in division.person_like:
        return False
    following = words.text[hit.end : hit.end + 1]
    if not ("一" <= previous <= "龥" or "一" <= following <= "龥"):
        return True  # a cell of a table, an item of a list
    if hit.form == division.name and hit.form[-1] == "县" and words.word(left)[2] == "ns":
        return True  # 易县: a word of the dictionary, and in full
    if previous in surnames() and left >= 1 and words.word(left - 1)[0] == left - 1:
        return False
    if division.adcode in certain and (hit.form == division.name or previous in LOCATIVE):
        return True
    above = [up for up in gazetteer.chain(division.adcode)[1:] if up.adcode in certain]
    if any(up.level is not PlaceLevel.PROVINCE or up.name.endswith("市") for up in above):
        return True
    if above and hit.form == division.name:
        return True
    if previous in (LOCATIVE if above else "赴到抵往援驻在"):
        return True
    return is_told_as_place(hit, words)
