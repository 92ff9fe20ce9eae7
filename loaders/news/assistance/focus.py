"""Help told in a sentence that names one end, where the page leaves no choice of the other.

某公司捐赠电脑30台 at a ceremony in a school; 并为乙校新建教学楼 on a page on one helper. Both ends
must fit what the page says elsewhere, and the fact is marked as inferred, with both passages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Modality
from ...later import later
from ..entities.sides import Stated, contains, direction, is_firm, stated_of
from .actors import fine_codes, only_helper, site_before, sole_school
from .claims import Claim
from .clauses import bare_clauses
from .guards import is_refused, modality_of, status_of
from .oneends import DONOR, GIVER_IS, one_ended
from .symbols import View
from .wordings import GIVEN_TO, PEOPLE_FROM, REST_OF_BODY, UNREAD_BODY

__all__ = ["focus_claims"]

#: …捐赠设备2套,分别安装在乙: the next clause says itself to whom
_OWN_TAKER = later(
    r"[，：]?(?:并|将|全部|定向)?(?:分别)?(?:为|给|向|用于|在|帮助|安装|送|支持|援建|改造|资助)"
)
_UNREAD = later(r"[\u4e00-\u9fff]{2,6}(?:公司|集团|基金会|协会|商会|支部|学校|大学|中学)")
#: 出资3万元向考取大学的新生颁奖: somebody else is given to
_TAKES = later("[向给](?!学校|该校|校方|孩子|学生|同学|师生|全校|全体|他们|大家|每)")
_COMMON_ACTS = later(r"政府|财政|群众|自筹|学校自")
_OWN_ACT = later("我[省市县区州旗]|系统|部门")


def focus_claims(
    text: str,
    views: Sequence[View],
    stated: Sequence[Claim],
    context: frozenset[str],
) -> Iterator[Claim]:
    """The claims with one end in the sentence and the other settled by the page before it."""
    known = stated_of([(c.helper, c.recipient) for c in stated], context)
    recipients = {c.recipient.key for c in stated}
    helpers = {c.helper.key for c in stated} - recipients
    only = only_helper(stated)
    sole = sole_school(views, helpers)
    site: tuple[Mention, int, int] | None = None
    before = 0
    for found in views:
        if site is not None and "\n\n" in text[before : found.places[0]]:
            site = None
        before = found.ends[-1]
        for bare, low in bare_clauses(found):
            gift = DONOR.match(bare.symbols)
            if gift and not is_refused("", gift[0], "") and not _TAKES.search(gift[0]):
                here = site_before(found, low, helpers, recipients) or site or sole
                if here is not None and not _OWN_TAKER.match(bare.symbols, gift.end()):
                    yield from _given(bare, gift, here, known, context)
        for match in one_ended(found):
            if is_refused("", match[0], "") or _COMMON_ACTS.search(match[0]):
                continue
            if "h" in match.groupdict():
                if _OWN_TAKER.match(found.symbols, match.end()) or _through(found, match):
                    continue
                here = (
                    _topic(found, match)
                    or _taker(found, match, stated)
                    or site_before(found, match.start(), helpers, recipients)
                    or site
                    or sole
                )
                if here is not None:
                    yield from _given(found, match, here, known, context)
            elif (
                helper := _university(stated)
                if "支教团" in match[0]
                else _last_helper(text, found, stated) or only
            ) is not None:
                yield from _received(found, match, helper, stated, known, context)
        site = site_before(found, len(found.symbols), helpers, recipients) or site


def _through(found: View, match: re.Match[str]) -> bool:
    """Whether the giver is only a channel, or only where the giver comes from."""
    before = found.symbols[max(0, match.start("h") - 3) : match.start("h")]
    place = found.mentions[match.start("h")].kind is Kind.PLACE
    if GIVEN_TO.search(found.symbols[: match.start("h")]):
        # 给自己读过的乙小学寄来图书: it gets them
        return True
    return before.endswith(("通过", "经", "向", "给", "为")) or (place and "由" not in match[0])


def _topic(found: View, match: re.Match[str]) -> tuple[Mention, int, int] | None:
    """乙校的实训楼…,由甲捐赠: the body with which the sentence opens is the one helped."""
    if GIVER_IS.match(match.string, match.start()):
        # 乙校的学生收到了包裹，寄件人是甲的员工
        before = [i for i in sorted(found.mentions) if i < match.start("h")]
        near = [i for i in before if found.mentions[i].kind is Kind.SCHOOL]
        at = near[-1] if near else None
        return None if at is None else (found.mentions[at], found.places[at], found.ends[at])
    if "由" not in match[0]:
        return None
    for i, mention in sorted(found.mentions.items()):
        if i >= match.start("h"):
            break
        if mention.kind is Kind.PLACE or mention.kind is Kind.PERSON:
            continue
        body = mention.kind is Kind.SCHOOL or mention.name.endswith(("中心", "学校"))
        opens = re.search(r"[，；]", found.symbols[:i]) is None
        return (mention, found.places[i], found.ends[i]) if body and opens else None
    return None


def _taker(
    found: View, match: re.Match[str], stated: Sequence[Claim]
) -> tuple[Mention, int, int] | None:
    """甲向乙捐赠200万元;丙捐赠138万元: the one to whom a clause before in the sentence gives."""
    low, high = found.places[0], found.places[match.start()]
    before = [
        c
        for c in stated
        if low <= c.start and c.end <= high and c.modality is Modality.FUNDING and c.directed
    ]
    last = max(before, key=lambda c: c.end, default=None)
    return None if last is None else (last.recipient, last.start, last.end)


def _university(stated: Sequence[Claim]) -> Claim | None:
    """The one university that helps on this page: its postgraduates are those who teach."""
    acting = [c for c in stated if re.search(r"大学$|学院$", c.helper.name) and not c.inferred]
    return acting[0] if len({c.helper.key for c in acting}) == 1 else None


def _last_helper(text: str, found: View, stated: Sequence[Claim]) -> Claim | None:
    """The helper of whom the sentence before in the paragraph speaks."""
    at = found.places[0]
    before = [
        c
        for c in stated
        if not c.inferred
        and c.helper.kind is not Kind.PERSON
        and at - 200 <= c.start < at
        and c.end <= at
        and "\n" not in text[c.end : at]
    ]
    last = max(before, key=lambda c: (c.end, c.start), default=None)
    if last is None or any(c.helper.key != last.helper.key for c in before if c.end == last.end):
        return None
    return last


def _given(
    found: View,
    match: re.Match[str],
    site: tuple[Mention, int, int],
    known: Stated,
    context: frozenset[str],
) -> Iterator[Claim]:
    taker, low, high = site
    start, end = found.places[match.start()], found.ends[match.end() - 1]
    near = found.places[0] <= low
    for at in range(*match.span("h")):
        giver = found.mentions.get(at)
        if giver is None or (giver.kind is Kind.PLACE and _only_from(found, at, match[0])):
            continue
        if giver.kind is Kind.PERSON and (
            "代表" in match[0] or not re.search(r"个人|出资|捐|寄", match[0])
        ):
            continue
        if _may(giver, taker, known, context, near=True):
            yield Claim(
                giver, taker, Modality.FUNDING, status_of("", match[0], ""), "given-there", 0.65,
                min(start, low) if near else start, end, inferred=True, support=((low, high),),
            )  # fmt: skip


def _only_from(found: View, at: int, wording: str) -> bool:
    """Whether the place at `at` only says where the giver is from, or is half of a name."""
    rest = (PEOPLE_FROM, REST_OF_BODY, UNREAD_BODY)
    return "由" not in wording or any(p.match(found.symbols, at + 1) for p in rest)


def _received(
    found: View,
    match: re.Match[str],
    helper: Claim,
    stated: Sequence[Claim],
    known: Stated,
    context: frozenset[str],
) -> Iterator[Claim]:
    """The only helper of the page, for a school of the region that the page says it helps."""
    part = match.string.rfind("；", 0, match.start())
    before = [m for i, m in found.mentions.items() if part < i < match.start("r")]
    takers = found.at(*match.span("r"))
    if any(
        m.kind is not Kind.PERSON
        and m.key != helper.helper.key
        # 队员来到乙县,在乙一中任教: the county only says where
        and not all(contains(m, taker, context) for taker in takers)
        for m in before
    ):
        return
    if _OWN_ACT.search(match.string, match.start(), match.start("r")):
        return
    for body in _UNREAD.finditer(match.string, 0, match.start("r")):
        rest = iter(helper.helper.name)
        if not all(character in rest for character in body[0]):
            return
    modality = modality_of(match["v"]) or modality_of(match[0]) or Modality.FUNDING
    region = {c for claim in stated for c in fine_codes(claim.recipient, context)}
    for taker in takers:
        codes = fine_codes(taker, context)
        elsewhere = codes and region.isdisjoint(codes)
        if elsewhere or not _may(helper.helper, taker, known, context):
            continue
        yield Claim(
            helper.helper, taker, modality, status_of("", match[0], ""), "done-there", 0.65,
            found.places[match.start()], found.ends[match.end() - 1], inferred=True,
            support=((helper.start, helper.end),),
        )  # fmt: skip


def _may(
    helper: Mention,
    recipient: Mention,
    known: Stated,
    context: frozenset[str],
    near: bool = False,
) -> bool:
    """Whether the one may help the other; gifts are given to `near` bodies too."""
    if helper.key == recipient.key or contains(recipient, helper, context):
        return False
    here, there = fine_codes(helper, context), fine_codes(recipient, context)
    if not near and here and there and {*here} & {*there}:
        return False
    if helper.kind is Kind.PERSON or (near and is_firm(helper)):
        return True
    return direction(helper, recipient, known, context, rural=False) >= 0
