"""Who helps whom, in the words of the article: patterns, guards, direction, evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ....ontology.dates import PartialDate
from ....ontology.records import (
    Assistance,
    Kind,
    Mention,
    Modality,
    Note,
    Secondment,
)
from ...later import later
from ..entities.ours import with_ours
from ..entities.sides import Stated, codes_of, contains, context_of, direction, is_firm, stated_of
from ..entities.voice import with_nested
from ..numbers.dates import find_dates
from ..page.clean import Clean
from ..page.sentences import masked_titles, sentence_spans
from .arrivals import hosts
from .claims import Claim
from .continued import continued_claims
from .denied import undenied
from .focus import focus_claims
from .groups import group_claims, with_groups
from .implied import implied_claims
from .lean import sentence_claims
from .levels import (
    is_club,
    is_coarser,
    is_crossed,
    is_named_after,
    is_only_short,
    is_outline,
    is_over_the_sea,
    is_stopover,
    is_vague,
    lifted,
    one_way,
    sender_of_team,
    without_outlines,
)
from .own import with_own
from .pairlines import labelled_claims, sign_claims
from .pairmodel import model_claims, without_doubted
from .pairsigns import Page
from .pairtables import table_claims
from .pointed import pointed_claims
from .proofs import facts_of
from .runby import run_claims
from .schemes import schemes_of
from .seconded import RETIRED, seconded_claims
from .sites import site_claims
from .symbols import View, view
from .tablelines import lines_of
from .topic import subjectless_claims
from .units import with_units
from .unread import left_open
from .visits import visit_claims

__all__ = ["Told", "find_assistance", "told_by_rules"]

_LONGEST = 3000  # characters of a sentence: beyond that, a page has lost its marks
#: A ministry is helped by nobody.
_CENTRE = later(r"(?:国务院|教育部|中央|中组部|中宣部|国家[^，]{0,10}[部委局]$)")
#: Nor is a team of those who help.
_TEAM = later(r"(?:工作[队组]|支教[队团]|服务队|医疗队|帮扶[队团组]|指挥部|志愿者?[队团])$")
_MOVES = frozenset({"send", "go", "have", "visit", "learn", "posted-from", "share", "seconded"})
_LIFTED = frozenset({"detached", "thanks-from", "learn", "learn-far", "thanks", "thanks-to"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the patterns read on a page: the claims believed and doubted, and what they stand on."""

    views: tuple[View, ...]
    page: Page
    sentences: tuple[tuple[int, int], ...]
    doubted: tuple[tuple[Claim, str], ...]


def find_assistance(
    clean: Clean,
    mentions: Sequence[Mention],
    published: PartialDate | None = None,
    secondments: Sequence[Secondment[Mention]] = (),
) -> tuple[tuple[Assistance[Mention], ...], tuple[Note, ...]]:
    """The assistance that `clean` states between `mentions`, and the passages left open.

    `mentions` are sorted and do not overlap; `published` anchors relative dates. A fact carries
    the shortest passage that shows both ends and the words of help. A passage with words of help
    and a named side, from which nothing was read, becomes a note.
    """
    text = clean.text
    told = told_by_rules(clean, mentions, secondments)
    context = told.page.context
    doubted = {(c.recipient.key, c.helper.key) for c, _ in told.doubted}
    page, unlike = without_doubted(told.views, told.page)
    told = replace(told, page=page, doubted=(*told.doubted, *unlike))
    seen = undenied(text, told.sentences, model_claims(told.views, told.page))
    added = [
        # what the text tells the other way round is no model's to decide
        c
        for c in _believed(seen, context, told.page.claims)[0]
        if (c.helper.key, c.recipient.key) not in doubted
        and not is_stopover(c, text, told.page.claims)
        and not is_crossed(c, told.page.claims)
    ]
    read = without_outlines(told.page.claims, context)
    every = [*read, *added]
    finer = [c for c in added if not is_coarser(c, every, context)]
    believed = [*read, *(c for c in finer if not is_outline(c, every, context))]
    dates = find_dates(text, published)
    facts = facts_of(clean, believed, dates, schemes_of(text, mentions), context)
    doubts = {
        (c.start, c.end): reason
        for c, reason in told.doubted
        if not _impossible(c.helper, c.recipient, frozenset())
    }
    return facts, left_open(clean, told.page.sides, told.sentences, facts, doubts)


def told_by_rules(
    clean: Clean,
    mentions: Sequence[Mention],
    secondments: Sequence[Secondment[Mention]] = (),
) -> Told:
    """What the patterns read, before any model has its say; the arguments of find_assistance."""
    text = clean.text
    named = with_nested(text, with_own(clean, with_ours(clean, mentions)))
    sides = with_groups(text, with_units(text, named))
    context = context_of(sides)
    masked = masked_titles(text)
    records, spans = labelled_claims(text, sides)
    table, tables = table_claims(text, sides, context)
    rows = (*tables, *spans)
    sentences = [
        span
        for span in sentence_spans(text)
        if not any(a <= span[0] and span[1] <= b for a, b in rows)
    ]
    claims: list[Claim] = [*table, *records, *group_claims(text, sentences, mentions)]
    told_by_sign = {(c.start, c.end) for c in table}
    claims.extend(
        c
        for c in sign_claims(lines_of(text, sides))
        if not any(a < c.end and c.start < b for a, b in told_by_sign)
    )
    views: list[View] = []
    starts = [m.start for m in sides]
    for start, end in sentences:
        low, high = bisect_left(starts, start), bisect_left(starts, end)
        inside = [m for m in sides[low:high] if m.end <= end]
        if (not inside and "两" not in text[start:end]) or end - start > _LONGEST:
            continue
        whole = view(text, start, end, inside, masked)
        if not whole.symbols:
            # a line that only says another name of what was named before
            continue
        views.append(whole)
        claims.extend(sentence_claims(whole))
    claims = undenied(text, sentences, claims)
    read = _believed(claims, context)[0]
    claims.extend(continued_claims(views, read))
    claims.extend(implied_claims(text, views, sides, read, context))
    claims.extend(focus_claims(text, views, read, context))
    claims.extend(run_claims(views, read, context))
    claims.extend(subjectless_claims(text, views, read, context))
    claims.extend(pointed_claims(text, views, context))
    claims.extend(site_claims(text, views, read, context))
    claims.extend(c for found in views for c in hosts(found, read))
    claims.extend(seconded_claims(text, secondments))
    claims.extend(visit_claims(text, views, claims, context))
    claims = undenied(text, sentences, claims)
    claims = [
        c for c in claims if not is_stopover(c, text, claims) and not is_vague(c, claims, context)
    ]
    believed, doubted = _believed(claims, context)
    page = Page(believed, sides, context)
    return Told(tuple(views), page, tuple(sentences), tuple(doubted))


def _believed(
    claims: Iterable[Claim], context: frozenset[str], before: Sequence[Claim] = ()
) -> tuple[list[Claim], list[tuple[Claim, str]]]:
    """The claims that pass the guards, each with its direction; and the doubtful, with a reason.

    The claims `before` are believed already and help to tell the direction of these.
    """
    claims = [_between(claim, sender_of_team(claim.helper), claim.recipient) for claim in claims]
    stated = [
        (c.helper, c.recipient)
        for c in (*before, *claims)
        if c.directed
        and (not _impossible(c.helper, c.recipient, context) or is_named_after(c))
        and not _runs_back(c, context)
    ]
    known = stated_of(stated, context)
    plain = {(c.helper.key, c.recipient.key) for c in claims if c.directed and c.rule not in _MOVES}
    helped = {key for _, key in plain}
    kept: list[Claim] = []
    doubted: list[tuple[Claim, str]] = []
    votes: dict[tuple[str, int], int] = {}
    for claim in claims:
        if not claim.directed:
            way = direction(claim.helper, claim.recipient, known, context, middle=True)
            votes[claim.rule, claim.group] = votes.get((claim.rule, claim.group), 0) + way
    for claim in claims:
        helper, recipient = claim.helper, claim.recipient
        if not claim.directed:
            way = votes[claim.rule, claim.group] or is_club(helper) - is_club(recipient)
            if way == 0:
                doubted.append((claim, "direction-open"))
                continue
            if way < 0:
                helper, recipient = recipient, helper
        elif claim.rule != "table" and _runs_back(claim, context):
            if claim.rule != "nominal":
                # a known scheme runs the other way: the wording was read wrongly
                doubted.append((claim, "against-known-pair"))
                continue
            # 乙是甲的帮扶学校: a school that is helped, or one that helps
            helper, recipient = recipient, helper
        elif claim.rule in _MOVES and _against(claim, known, context):
            continue
        elif claim.rule in _MOVES and (recipient.key, helper.key) in plain:
            # 乙的领导赴甲参加签约: the page says outright that 甲 is the one who helps
            continue
        if claim.rule == "host-there" and recipient.key not in helped:
            # where a course is held says nothing of who is helped
            continue
        recipient = lifted(recipient, context) if claim.rule in _LIFTED else recipient
        if _impossible(helper, recipient, context) and not is_named_after(claim):
            continue
        kept.append(_between(claim, helper, recipient))
    kept = one_way(kept)
    told = {(c.helper.key, c.recipient.key) for c in kept if c.recipient.kind is Kind.PLACE}
    return [c for c in kept if not is_only_short(c, told)], doubted


def _between(claim: Claim, helper: Mention, recipient: Mention) -> Claim:
    """The claim with these two sides."""
    if helper is claim.helper and recipient is claim.recipient:
        return claim
    return replace(claim, helper=helper, recipient=recipient)


def _runs_back(claim: Claim, context: frozenset[str]) -> bool:
    """Whether a known scheme, or what the two are, has the second help the first.

    People and firms give to whom they like, to universities and foundations too; who is retired
    teaches at any.
    """
    giver = claim.helper
    pays = giver.kind is Kind.PERSON or is_firm(giver) or giver.name.endswith("基金")
    if (claim.modality is Modality.FUNDING and pays) or claim.rule == RETIRED:
        return False
    return direction(giver, claim.recipient, context=context, rural=False) < 0


def _against(claim: Claim, stated: Stated, context: frozenset[str]) -> bool:
    """Whether the rest of the article has the two the other way round: learners travel too."""
    return direction(claim.helper, claim.recipient, stated, context, own=False) < 0


def _impossible(helper: Mention, recipient: Mention, context: frozenset[str]) -> bool:
    if recipient.kind is Kind.INSTITUTION and (
        _CENTRE.match(recipient.name) or _TEAM.search(recipient.name)
    ):
        return True
    if is_over_the_sea(helper, recipient, context):
        return True
    if recipient.kind is Kind.PERSON or (helper.kind, helper.key) == (
        recipient.kind,
        recipient.key,
    ):
        return True
    if helper.kind is recipient.kind is Kind.INSTITUTION and not is_firm(helper):
        here, there = codes_of(helper, context), codes_of(recipient, context)
        if here and here == there:
            # two offices of one place work together; that is no help from outside
            return True
    return contains(helper, recipient, context) or contains(recipient, helper, context)
