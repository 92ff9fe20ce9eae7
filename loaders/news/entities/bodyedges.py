"""Where a body begins and ends if a rule and the trained proposer see it otherwise."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ....ontology.records import Kind
from ...later import later
from ...suffixes import Suffix, last_suffix, stop_words
from .bodysigns import JOINTS
from .crf import Proposal
from .hits import BodyHit, PlaceHit
from .words import Words

__all__ = ["BEHIND", "EDGE", "PLACED", "SHAPE", "hit_at", "mended"]

EDGE = 0.95
"""From this score on the model is believed against the edge that a rule sees."""
PLACED = 0.75
"""From this score on it is if its name begins with a place that the rule's lacks."""
BEHIND = 0.55
"""From this score on it is if its name begins behind a joint that the rule's runs over."""

SHAPE = later("[一-鿿A-Za-z0-9·（）()“”]{3,24}")
"""The signs of a name."""
_KINDS = ("企业", "单位", "母校", "公司", "机构", "学校")
_POINTING = "该各本我此"
_BODY = Kind.INSTITUTION
#: 某协会|某地|服务队, 某厅|直属机关|党委
_PARTS = ("volunteer_team", "work_team", "office", "party_branch", "party_committee")
_JOINT = later("[和与及、，的]")
_VERBAL = ("v", "p", "c", "d", "r", "u", "f", "q")


def hit_at(starts: Mapping[int, PlaceHit], start: int, end: int, ending: Suffix) -> BodyHit:
    """A body at this span, with what it begins with."""
    core = start
    while (place := starts.get(core)) is not None and place.end < end:
        core = place.end
    anchor = "place" if core > start else "word"
    return BodyHit(start, end, ending.kind, ending.text, ending.category, anchor, core)


def mended(
    words: Words,
    starts: Mapping[int, PlaceHit],
    hit: BodyHit,
    one: Proposal,
    known: Collection[str],
) -> BodyHit | None:
    """The body with the edge of the model, None where the rule's stays.

    `known` are the forms of the bodies so far.
    """
    text = words.text
    form = text[one.start : one.end]
    ending = last_suffix(form)
    if hit.wording or ending is None or not SHAPE.fullmatch(form) or form[0] in _POINTING:
        return None
    if _goes_on(hit, one, ending):
        return replace(hit, end=one.end, suffix=ending.text)  # 某某公司|某地营业部
    if one.score < EDGE:
        moved = _moved(words, starts, hit, one, ending)
        return _one_more(words.text, starts, hit, one, known) if moved is None else moved
    if one.start == hit.start and one.end > hit.end and hit.kind is ending.kind is _BODY:
        added = text[hit.end : one.end - len(ending.text)]
        if added and ending.category in _PARTS and _JOINT.search(added) is None:
            return replace(hit, end=one.end, suffix=ending.text, category=ending.category)
    if one.end == hit.end and hit.start - one.start > 1:
        left, _, tag = words.word(one.start)
        joined = _JOINT.search(text, one.start, hit.start)
        if (place := starts.get(one.start)) is not None and place.end == hit.start:
            if text[hit.core : hit.core + 1] == "籍" and place.division is not None:
                return replace(hit, start=one.start)  # 某市|某县籍务工人员互助会
            return None  # 某县|某县中学: the rules know why the place stands apart
        whole = replace(hit_at(starts, one.start, hit.end, ending), kind=hit.kind)
        free = _names_on(words, whole.core, hit.start)
        if left == one.start and not tag.startswith(_VERBAL) and joined is None and free:
            return whole
    if one.end == hit.end and one.start > hit.start and hit.anchor == "word":
        cut = {words.word(at)[2][:1] for at in range(hit.start, one.start)}
        after_joint = text[one.start - 1] in JOINTS
        if (after_joint or cut & {"p", "v", "c", "d"}) and one.start not in starts:
            return hit_at(starts, one.start, hit.end, ending)
    return None


def _goes_on(hit: BodyHit, one: Proposal, ending: Suffix) -> bool:
    """Whether the model sees the same body with more behind it: 某某集团|公司."""
    longer = one.start == hit.start and one.end > hit.end and ending.category == hit.category
    return longer and one.score >= (PLACED if ending.category == "company" else EDGE)


def _moved(
    words: Words, starts: Mapping[int, PlaceHit], hit: BodyHit, one: Proposal, ending: Suffix
) -> BodyHit | None:
    """The body with a place before it, or without a joint, where the model is fairly sure."""
    if one.end != hit.end or hit.anchor != "word":
        return None
    text = words.text
    place, form = starts.get(one.start), text[one.start : one.end]
    if one.start < hit.start and place is not None and one.score >= PLACED:
        whole = hit_at(starts, one.start, hit.end, ending)
        free = whole.core < hit.start and _JOINT.search(text, one.start, hit.start) is None
        named = free and _names_on(words, whole.core, hit.start)
        return replace(whole, kind=hit.kind) if named else None
    once = text.count(text[hit.start : hit.end]) == 1
    if one.start > hit.start and once and one.score >= _behind_least(words, hit.start, one.start):
        return hit_at(starts, one.start, hit.end, ending)
    behind = one.start > hit.start and text[one.start - 1] in JOINTS
    if behind and one.score >= BEHIND and len(form) - len(ending.text) > 1:
        return hit_at(starts, one.start, hit.end, ending)
    return None


def _behind_least(words: Words, start: int, end: int) -> float:
    """The score that is enough to cut off one word before a name: a verb, or 企业, 单位."""
    left, right, tag = words.word(start)
    before = words.text[start:end]
    if left == start and right == end and (tag in ("v", "p") or before in _KINDS):
        return BEHIND
    return 2.0


def _names_on(words: Words, start: int, end: int) -> bool:
    """Whether the words behind the places of a name are part of it: 某街道|联合|某集团 are two."""
    if start >= end:
        return True
    parts = [words.word(at) for at in range(start, end)]
    verbal = any(tag[:1] in "vdpcru" for left, right, tag in parts if right - left > 1)
    return not verbal and not any(part in stop_words() for part in words.parts(start, end))


def _one_more(
    text: str,
    starts: Mapping[int, PlaceHit],
    hit: BodyHit,
    one: Proposal,
    known: Collection[str],
) -> BodyHit | None:
    """The body with one sign more before it, which the page has more than once: 期|路白小学."""
    if one.end != hit.end or one.start != hit.start - 1 or hit.anchor != "word":
        return None
    form = text[one.start : one.end]
    sure = one.score >= PLACED or form in known
    if not sure or text[one.start] in JOINTS or text.count(form) < 2:
        return None
    return replace(hit, start=one.start, core=one.start)
