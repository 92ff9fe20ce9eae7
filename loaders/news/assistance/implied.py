"""Help that a passage states with one end left to what was said before.

江宁区先后派出71名教师 names no recipient; 两校自2021年结对 names neither end. Such an end is taken
only where the article leaves no choice, and the fact is marked as inferred.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from ....ontology.records import Kind, Mention, Modality, PlaceLevel, Status
from ...aided import AID_TO
from ...gazetteer import divisions
from ...later import later
from ...lexicon import rows
from ..entities.sides import Stated, codes_of, contains, direction, stated_of
from .actors import only_helper
from .arrivals import arrived, learners
from .claims import Claim
from .guards import is_refused, modality_of, status_of
from .symbols import END, View

__all__ = ["implied_claims"]

_SENT = later(
    r"(?<![向为给对到])(?P<h>[\ue000\ue002])(?P<x>[^\ue000-\ue003。！？；，\n]{0,24}?(?:选派|派出|援派|输送|派遣|新派)[^\ue000-\ue003。！？；，\n]{0,16}?"
    rf"(?:支教|教师|老师|教育人才|{AID_TO}))(?P<t>[^\ue000-\ue003。！？；，\n]{{0,14}})(?=[。！？；，\n]|$)"
)
#: 对甲自2013年以来的倾力帮扶表示感谢: by somebody who speaks for the place that is helped
_THANKED = later(
    r"(?:对|向|感谢)(?P<h>[\ue000-\ue002])(?P<x>[^\ue000-\ue003。！？；，\n]{0,24}?(?:帮扶|支援|援助|支教))"
    r"(?P<t>[^\ue000-\ue003。！？；，\n]{0,16}(?:感谢|谢意))"
)
_BOTH = later(
    r"(?P<w>两校|两园|双方学校|两地)(?P<x>[^\ue000-\ue003。！？；\n]{0,16}?(?:结对|结为|签订|签署|签约|续签)[^。！？；，\n]{0,16})"
)
_BOTH_HELP = later(r"结对|帮扶|支援|共建|友好|姊妹|手拉手|协作")
_SEVERAL = later(r"两[地校县市]|各[地校]|[等所]")
_SENDING = later(r"派出|派驻|选派|援派|援建|对口支援|帮扶人才|支教")


@cache
def _shorthands() -> dict[str, tuple[str, str]]:
    """粤桂 → the codes of the two sides, the helper first."""
    return {
        row["shorthand"]: (row["helper_adcode"], row["recipient_adcode"])
        for row in rows("lexicon/coop_shorthand.csv")
    }


def implied_claims(
    text: str,
    views: Sequence[View],
    mentions: Sequence[Mention],
    read: Sequence[Claim],
    context: frozenset[str],
) -> Iterator[Claim]:
    """The claims that lack an end in their own sentence. `read` are those read before."""
    stated = [(claim.helper, claim.recipient) for claim in read]
    places = list({m.key: m for m in reversed(mentions) if m.kind is Kind.PLACE}.values())
    known = stated_of(stated, context)
    partners: dict[str, dict[str, Mention]] = {}
    for helper, recipient in stated:
        if recipient.kind is Kind.PLACE:
            partners.setdefault(helper.key, {}).setdefault(recipient.key, recipient)
    begins = [m.start for m in mentions]
    pairs = [pair for word, pair in _shorthands().items() if f"{word}" in text]
    sole = only_helper(read)
    only = sender = None if sole is None else sole.helper
    before = 0
    for found in views:
        if "\n" in text[before : found.places[0]]:
            sender = only
        before = found.ends[-1]
        claims, sender = _shares(found, sender, context)
        yield from claims
        yield from _without_recipient(found, places, partners, known, context)
        yield from _both(found, mentions, begins)
        yield from _these(found, mentions, begins)
        yield from learners(found, mentions, context)
        yield from arrived(found, places, context)
        for giver, taker in pairs:
            yield from _by_scheme(found, giver, taker)


def _without_recipient(
    found: View,
    places: Sequence[Mention],
    partners: Mapping[str, Mapping[str, Mention]],
    known: Stated,
    context: frozenset[str],
) -> Iterator[Claim]:
    for match in _THANKED.finditer(found.symbols):
        helper = found.mentions[match.start("h")]
        recipient = _only_partner(helper, places, partners.get(helper.key, {}), known, context)
        if recipient is not None and not is_refused("", match["x"], ""):
            yield Claim(
                helper, recipient, modality_of(match["x"]) or Modality.OTHER, Status.ACTIVE,
                "thanked-there", 0.7, found.places[match.start()], found.ends[match.end() - 1],
                inferred=True,
            )  # fmt: skip
    for match in _SENT.finditer(found.symbols):
        helper = found.mentions[match.start("h")]
        wording = match["x"] + match["t"]
        if is_refused("", wording, "") or re.search(r"跟岗|学习|培训班|由|被|受|回|返", wording):
            continue
        recipient = _only_partner(helper, places, partners.get(helper.key, {}), known, context)
        if recipient is not None:
            yield Claim(
                helper, recipient, Modality.SECONDMENT, status_of("", wording, ""), "sent-there",
                0.7, found.places[match.start()], found.ends[match.end() - 1], inferred=True,
            )  # fmt: skip


def _only_partner(
    helper: Mention,
    places: Sequence[Mention],
    told: Mapping[str, Mention],
    known: Stated,
    context: frozenset[str],
) -> Mention | None:
    """The one county (or prefecture) of the article that `helper` can be helping."""
    if len(told) == 1:
        return next(iter(told.values()))
    first: dict[str, Mention] = {}
    for place in places:
        if contains(helper, place, context) or contains(place, helper, context):
            continue
        division = divisions().by_code(place.key)
        if division is None or division.level is PlaceLevel.PROVINCE:
            continue
        if direction(helper, place, known, context) > 0:
            first[place.key] = place
    counties = [k for k in first if not any(k != o and k in codes_of(first[o]) for o in first)]
    return first[counties[0]] if len(counties) == 1 else None


def _both(found: View, mentions: Sequence[Mention], begins: Sequence[int]) -> Iterator[Claim]:
    """两校 are the last two schools that the paragraph or the one before names."""
    for match in _BOTH.finditer(found.symbols):
        if not _BOTH_HELP.search(match["x"]) or is_refused("", match["x"], ""):
            continue
        kind = Kind.PLACE if match["w"] == "两地" else Kind.SCHOOL
        at = found.places[match.start()]
        last: dict[str, Mention] = {}
        for mention in reversed(mentions[bisect_left(begins, at - 300) : bisect_left(begins, at)]):
            if mention.kind is kind and not _SEVERAL.search(mention.name):
                last.setdefault(mention.key, mention)
            if len(last) == 2:
                break
        if len(last) == 2:
            one, other = sorted(last.values(), key=lambda m: m.start)
            yield Claim(
                one, other, Modality.PAIRING, status_of("", match["x"], ""), "both", 0.7,
                at, found.ends[match.end() - 1], directed=False, group=at, inferred=True,
            )  # fmt: skip


_THESE = later(
    rf"(?:这|上述)(?P<n>[两二三四五六])(?:所学校|所|校|园|家单位)的(?:结对|对口)?(?:帮扶|支援|受援|结对)(?P<w>对象|学校|单位)?"
    rf"(?:分别|依次)[是为](?P<r>{END}(?:(?:、|和|与|及){END}){{1,5}})"
)


def _these(found: View, mentions: Sequence[Mention], begins: Sequence[int]) -> Iterator[Claim]:
    """这两所学校的帮扶对象分别是…: the schools last named, in their order."""
    for match in _THESE.finditer(found.symbols):
        number = "一二三四五六".index(match["n"].replace("两", "二")) + 1
        at = found.places[match.start()]
        last: dict[str, Mention] = {}
        for mention in reversed(mentions[bisect_left(begins, at - 300) : bisect_left(begins, at)]):
            if mention.kind in (Kind.SCHOOL, Kind.INSTITUTION):
                last.setdefault(mention.key, mention)
            if len(last) == number:
                break
        ends = found.at(*match.span("r"))
        if len(last) != number or len(ends) != number:
            continue
        ordered = sorted(last.values(), key=lambda m: m.start)
        for one, other in zip(ordered, ends, strict=True):
            yield Claim(
                one, other, Modality.PAIRING, status_of("", match[0], ""), "these", 0.75,
                at, found.ends[match.end() - 1], inferred=True, support=((one.start, one.end),),
            )  # fmt: skip


_SENDER = later(
    rf"(?<![、和及赴到往在的])(?P<h>[\ue000-\ue002])[^\ue000-\ue003。！？\n]{{0,24}}?(?:选派|派出|援派|派遣|组织|新派|支教|{AID_TO})"
)
_SHARE = later(
    rf"(?:(?<=[，：；。、])|(?<=^)|(?<=其中)|(?<=其余)|(?<=还有))\d+[人名](?:支教|骨干|优秀|(?:{AID_TO}|援[派教]))*(?:教师|老师|队员|同志|校长)?(?:将|被)?(?:分别|分批|依次)?"
    r"(?:到|赴|进驻|分赴|去了|前往|在|安排在|安排到|分配到|派往|派到|派驻|分到|奔赴)"
    rf"(?:\ue000的(?={END}))?(?P<r>{END}(?:(?:、|和|及){END}){{0,11}})|(?:(?<=[，；。、])|(?<=^))"
    rf"(?:他们|教师们|老师们|队员们)(?:将|已|便|还)?(?:分别)?(?:前往|奔赴|赴|进驻|分赴)(?P<q>{END}(?:(?:、|和|及){END}){{0,11}})(?=[^。！？]{{0,24}}(?:支教|支援|帮扶|任教|工作))|(?P<s>{END}(?:(?:、|和){END})?)(?:各|接收)\d+[人名]"
)


def _shares(
    found: View, sender: Mention | None, context: frozenset[str]
) -> tuple[list[Claim], Mention | None]:
    """8人到甲中学,5人到乙中学: those whom the last named sender of the paragraph sent."""
    claims: list[Claim] = []
    events = [(m.start(), m) for m in _SENDER.finditer(found.symbols)]
    events += [(m.start(), m) for m in _SHARE.finditer(found.symbols)]
    for _, match in sorted(events, key=lambda item: item[0]):
        if "h" in match.groupdict():
            sender = found.mentions[match.start("h")]
            continue
        group = next(name for name in "rqs" if match[name])
        if sender is None or is_refused("", match[0], ""):
            continue
        for recipient in found.at(*match.span(group)):
            if not contains(recipient, sender, context):
                low, high = found.places[match.start()], found.ends[match.end() - 1]
                if found.places[0] <= sender.start < low:
                    # the sender stands in the same sentence, with the day of the sending
                    low = sender.start
                claims.append(
                    Claim(
                        sender, recipient, Modality.SECONDMENT, Status.ACTIVE, "share", 0.75,
                        low, high, inferred=True,
                    )
                )  # fmt: skip
    return claims, sender


def _by_scheme(found: View, helper: str, recipient: str) -> Iterator[Claim]:
    """广东省派驻各县的人才 in an article on 粤桂协作, with 广西 in the same sentence."""
    sides = sorted(found.mentions.items())
    one = next((i for i, m in sides if m.kind is Kind.PLACE and m.key == helper), None)
    other = next((i for i, m in sides if m.kind is Kind.PLACE and m.key == recipient), None)
    if one is None or other is None:
        return
    verb = _SENDING.match(found.symbols, one + 1)
    if verb is None or re.search(END, found.symbols[one + 1 : verb.end()]):
        return
    low, high = min(one, other), max(verb.end() - 1, other)
    yield Claim(
        found.mentions[one], found.mentions[other], Modality.SECONDMENT, Status.ACTIVE, "scheme",
        0.8, found.places[low], found.ends[high], inferred=True,
    )  # fmt: skip
