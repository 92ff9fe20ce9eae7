"""At which level a side is told: the team or its university, the body or all its city."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ....ontology.records import Kind, Mention, Modality
from ...gazetteer import divisions
from ...later import later
from ..entities.sides import codes_of, contains, is_government
from .claims import Claim

__all__ = [
    "is_club",
    "is_coarser",
    "is_crossed",
    "is_named_after",
    "is_only_short",
    "is_outline",
    "is_over_the_sea",
    "is_stopover",
    "is_vague",
    "lifted",
    "one_way",
    "sender_of_team",
    "without_outlines",
]

_TEAM = later(
    r"(?P<school>[\u4e00-\u9fff]{2,14}?(?:大学|学院))(?!附)(?:第[\u4e00-\u9fff\d]{1,6}[届批期])?"
    r"(?:[\u4e00-\u9fff“”\"·]{0,14}?(?:支教[团队]|(?:志愿|实践|助学|公益)[\u4e00-\u9fff]{0,3}(?:队|团队?)))$"
)

_SENT_BY_PLACE = later(
    r"(?P<place>[\u4e00-\u9fff]{2,10}?[省市区县州])(?:教育)?(?:支教团队?|支教队|送教团|帮扶团队?)$"
)
_CLUB = later(
    "(?:协会|商会|联合会|联谊会|促进会|同乡会|校友会|慈善会|慈善总会|俱乐部|服务队|支部|总支|支社|基层委(?:员会)?)$"
)
_HARBOURS = ("81", "82")
"""Hong Kong and Macao, by the head of their codes."""
_LANDS = later(r"(?:抵达|抵|到达|飞抵|飞赴|落地|安抵)(?:了)?[^，。；]{0,4}$")


def is_club(mention: Mention) -> bool:
    """Whether it is an association or a branch of a party: beside a school it is who helps."""
    return mention.kind is Kind.INSTITUTION and _CLUB.search(mention.name) is not None


def is_coarser(claim: Claim, others: Iterable[Claim], context: frozenset[str]) -> bool:
    """Whether the passage tells of a finer pair within this one: of a body, not all its city."""

    def within(outer: Mention, inner: Mention) -> bool:
        same = outer.key == inner.key
        return same or (outer.kind is Kind.PLACE and contains(outer, inner, context))

    return any(
        (c.helper.key, c.recipient.key) != (claim.helper.key, claim.recipient.key)
        and c.start < claim.end
        and claim.start < c.end
        and within(claim.helper, c.helper)
        and within(claim.recipient, c.recipient)
        for c in others
    )


#: What is told of two regions at large, beside a finer pair.
_OF_REGIONS = frozenset({"collaboration", "calls-on"})


def without_outlines(claims: Sequence[Claim], context: frozenset[str]) -> list[Claim]:
    """The claims without what the talk of two regions says of a pair that is told finer."""
    return [c for c in claims if c.rule not in _OF_REGIONS or not is_outline(c, claims, context)]


def is_outline(claim: Claim, others: Iterable[Claim], context: frozenset[str]) -> bool:
    """Whether the page tells, wherever, which body in the place of the claim the helper helps."""
    return claim.recipient.kind is Kind.PLACE and any(
        c.helper.key == claim.helper.key
        and c.recipient.key != claim.recipient.key
        and (
            contains(claim.recipient, c.recipient, context)
            # 水洛乡 of 木里县水洛乡小学
            or (len(claim.recipient.name) > 2 and claim.recipient.name in c.recipient.name)
        )
        for c in others
    )


def is_crossed(claim: Claim, read: Sequence[Claim]) -> bool:
    """Whether the claim joins the ends of two pairs that the page reads as pairs of two lists."""
    beside = {(c.rule, c.group) for c in read if c.helper.key == claim.helper.key}
    for row in beside:
        pairs = {(c.helper.key, c.recipient.key) for c in read if (c.rule, c.group) == row}
        helpers, recipients = (set(side) for side in zip(*pairs, strict=True))
        if len(helpers) == len(recipients) == len(pairs) > 1 and claim.recipient.key in recipients:
            return True
    return False


def is_vague(claim: Claim, others: Iterable[Claim], context: frozenset[str]) -> bool:
    """Whether a claim on a whole county only says where the school lies that the page tells of.

    Who is thanked for help to a school is not thanked for the county, and who comes to give to a
    school does not come to the county; a pairing with the county stands beside that of its schools.
    """
    loose = claim.rule == "thanked-there" or (
        claim.rule == "visit" and claim.modality is Modality.FUNDING
    )
    return loose and is_outline(claim, others, context)


def one_way(claims: Sequence[Claim]) -> list[Claim]:
    """The claims without those that tell a pair the other way round than most of the page does."""
    told = Counter((c.helper.key, c.recipient.key) for c in claims)
    return [
        c
        for c in claims
        if told[c.helper.key, c.recipient.key] >= told[c.recipient.key, c.helper.key]
    ]


def is_over_the_sea(helper: Mention, recipient: Mention, context: frozenset[str]) -> bool:
    """Whether one on the mainland would help Hong Kong or Macao: sister schools, no such help."""
    here, there = codes_of(helper, context), codes_of(recipient, context)
    return (
        bool(there) and there[-1][:2] in _HARBOURS and bool(here) and here[-1][:2] not in _HARBOURS
    )


def is_stopover(claim: Claim, text: str, others: Iterable[Claim]) -> bool:
    """Whether a team only lands in the capital of a province on its way to where it helps."""
    capital = claim.recipient.kind is Kind.PLACE and claim.recipient.key.endswith("0100")
    return (
        capital
        and _LANDS.search(text, claim.start, claim.recipient.start) is not None
        and any(
            c.helper.key == claim.helper.key
            and c.recipient.key[:2] == claim.recipient.key[:2]
            and c.recipient.key[2:] not in ("0000", "0100")
            for c in others
            if c.recipient.kind is Kind.PLACE
        )
    )


def is_only_short(claim: Claim, told: Iterable[tuple[str, str]]) -> bool:
    """Whether 南浔·广安 was read as the city, where the page tells of the district 广安区 in it."""
    if claim.rule != "dash-pair" or claim.recipient.kind is not Kind.PLACE:
        return False
    for helper, key in told:
        inner = divisions().by_code(key)
        if helper == claim.helper.key and inner is not None and key != claim.recipient.key:
            inside = claim.recipient.key in {d.adcode for d in divisions().chain(key)}
            if inside and inner.name[:-1] == claim.recipient.name[:-1]:
                return True
    return False


def is_named_after(claim: Claim) -> bool:
    """Whether the name of a school that a place built in another says who built it."""
    helper, recipient = claim.helper, claim.recipient
    return (
        claim.built
        and helper.kind is Kind.PLACE
        and recipient.kind is Kind.SCHOOL
        and not recipient.name.startswith(helper.name)
    )


def sender_of_team(helper: Mention) -> Mention:
    """The university, or the place, for its team of volunteers: the team is not who helps."""
    if helper.kind is not Kind.INSTITUTION:
        return helper
    sent = _SENT_BY_PLACE.match(helper.name)
    place = divisions().resolve(sent["place"]) if sent else None
    if place is not None:
        return Mention(
            kind=Kind.PLACE, name=place.name, key=place.adcode, start=helper.start, end=helper.end
        )
    team = _TEAM.match(helper.name)
    if team is None or helper.end - helper.start < team.end("school"):
        return helper
    name = team["school"]
    end = helper.start + len(name)
    return Mention(kind=Kind.SCHOOL, name=name, key=name, start=helper.start, end=end)


def lifted(recipient: Mention, context: frozenset[str]) -> Mention:
    """The place for its government: who thanks for help, or sends learners, acts for the place."""
    if recipient.kind is not Kind.INSTITUTION or not is_government(recipient):
        return recipient
    codes = codes_of(recipient, context)
    division = divisions().by_code(codes[0]) if codes else None
    if division is None:
        return recipient
    return Mention(
        kind=Kind.PLACE,
        name=division.name,
        key=division.adcode,
        start=recipient.start,
        end=recipient.end,
    )
