"""Claims become facts: one for each pair and kind of help, with passages that prove it whole."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from ....ontology.records import Assistance, Kind, Matching, Mention, Modality, Stance, Status
from ...later import later
from ..numbers.dates import DateSpan, find_ordinals
from ..page.clean import Clean
from ..page.sentences import sentence_around
from .claims import Claim
from .duration import Holding, find_terms, held, term_of
from .guards import words_of_status
from .pairmodel import PAIRS, VERSION
from .schemes import programme_of

__all__ = ["facts_of"]

_WIDE = 400  # characters around a passage in which its dates stand
_ONE_TO_ONE = later(r"一对一|一一对应|一校对一校")


def facts_of(
    clean: Clean,
    claims: Sequence[Claim],
    dates: Sequence[DateSpan],
    programmes: Sequence[Mention],
    context: frozenset[str],
) -> tuple[Assistance[Mention], ...]:
    """One fact for each pair, kind of help and status, with every passage that states it."""
    told: dict[tuple[str, str, Modality, Status], list[Claim]] = {}
    for claim in sorted(claims, key=lambda c: (c.inferred, c.end - c.start, c.start, c.rule)):
        key = (claim.helper.key, claim.recipient.key, claim.modality, claim.status)
        known = told.setdefault(key, [])
        # two rules on one passage are one reading; the shorter passage says it best
        if not any(claim.start < other.end and other.start < claim.end for other in known):
            known.append(claim)
    terms = find_terms(clean.text, dates)
    starts = [date.start for date in dates]
    facts = []
    for known in told.values():
        known.sort(key=lambda c: (c.inferred, c.start))
        first = known[0]
        holds = [held(clean.text, claim, _near(claim, dates, starts)) for claim in known]
        sinces = [h.since for h in holds if h.since is not None]
        untils = [h.until for h in holds if h.until is not None]
        since = min(sinces, key=lambda d: (d.first, str(d)), default=None)
        until = max(untils, key=lambda d: (d.last, str(d)), default=None)
        named = [m for c in known if (m := programme_of(clean.text, c, programmes, context))]
        programme = named[0] if named else None
        batch = _batch(clean.text, first, programme)
        elsewhere = [span for c in known for span in c.support]
        if since is None and until is None:
            term = term_of(clean.text, known, terms)
            if term is not None and term.date.since is not None:
                since, until = term.date.since, term.date.until
                elsewhere.append((term.start, term.end))
        shown = [
            _proof(clean.text, claim, hold, [m for m in (programme, batch) if m is not None])
            for claim, hold in zip(known, holds, strict=True)
        ]
        if programme is not None and not any(a <= programme.start < b for a, b in shown):
            elsewhere.append((programme.start, programme.end))
        facts.append(
            Assistance(
                helper=first.helper,
                recipient=first.recipient,
                evidence=(
                    *(
                        clean.evidence(
                            low,
                            high,
                            method=_method(claim.rule),
                            confidence=round(claim.confidence, 2),
                            stance=Stance.INFERRED if claim.inferred else Stance.STATED,
                        )
                        for claim, (low, high) in zip(known, shown, strict=True)
                    ),
                    *(
                        clean.evidence(
                            low,
                            high,
                            method="relations/elsewhere 1",
                            confidence=round(first.confidence - 0.1, 2),
                            stance=Stance.INFERRED,
                        )
                        for low, high in sorted(set(elsewhere))
                        if not any(a <= low and high <= b for a, b in shown)
                    ),
                ),
                modality=first.modality,
                programme=programme,
                batch=batch,
                status=first.status,
                since=since,
                until=until,
                matching=_matching(clean.text, first),
            )
        )
    facts.sort(
        key=lambda f: (
            f.evidence[0].start,
            f.evidence[0].end,
            f.helper.start,
            f.recipient.start,
            f.modality.value,
        )
    )
    return tuple(facts)


def _near(claim: Claim, dates: Sequence[DateSpan], starts: Sequence[int]) -> Sequence[DateSpan]:
    """The dates that can stand in the sentence of a claim, so that long pages stay quick."""
    low = bisect_left(starts, claim.start - _WIDE)
    return dates[low : bisect_left(starts, claim.end + _WIDE)]


def _proof(text: str, claim: Claim, holding: Holding, named: Sequence[Mention]) -> tuple[int, int]:
    """The passage of a claim, made so long that it shows its dates, programme and batch too."""
    low, high = sentence_around(text, claim.start, claim.end)
    spans = [*holding.spans, *((m.start, m.end) for m in named if low <= m.start and m.end <= high)]
    start, end = claim.start, claim.end
    if claim.status is not Status.ACTIVE:
        start, end = words_of_status(text, low, start, end, high)
    return min([start, *(a for a, _ in spans)]), max([end, *(b for _, b in spans)])


def _batch(text: str, claim: Claim, programme: Mention | None) -> Mention | None:
    """第四批 beside or in the passage: a round of the programme, or of this pair's help."""
    if claim.modality is not Modality.SECONDMENT:
        return None
    start = max(sentence_around(text, claim.start, claim.end)[0], claim.start - 8)
    for ordinal in find_ordinals(text[start : claim.end]):
        if ordinal.noun == "批":
            name = f"第{ordinal.number}批"
            of = programme.key if programme else f"{claim.helper.key}→{claim.recipient.key}"
            return Mention(
                kind=Kind.BATCH,
                name=name,
                key=f"{of}/{ordinal.number}",
                start=start + ordinal.start,
                end=start + ordinal.end,
                count=ordinal.number,
            )
    return None


def _matching(text: str, claim: Claim) -> Matching | None:
    if Kind.GROUP not in (claim.helper.kind, claim.recipient.kind):
        return None
    low, high = sentence_around(text, claim.start, claim.end)
    return Matching.ONE_TO_ONE if _ONE_TO_ONE.search(text, low, high) else Matching.UNKNOWN


def _method(rule: str) -> str:
    """How evidence names what read it: the model of pairs is numbered as its card is."""
    return f"relations/{rule} {VERSION if rule == PAIRS else 2}"
