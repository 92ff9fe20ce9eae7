"""A stay as a fact: with the post at the receiving end, the dates and whether it is over."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention, Posting, Secondment, Stance, Status
from ...later import later
from ..entities.colleges import is_college
from ..page.clean import Clean
from .sendings import OFFICE, Sent
from .sojourns import since_until
from .staymodel import STAYS, VERSION

__all__ = ["secondment_of", "with_posts"]

_ENDED = later("结束|返回|期满|凯旋|曾在|曾到|曾赴|已返|卸任|前任")
_PLANNED = later("将于|将赴|将到|拟派|拟赴|拟选派|即将|整装待发")


def secondment_of(
    clean: Clean,
    sent: Sent,
    postings: Sequence[Posting[Mention]],
    score: float = 0.0,
    *,
    inferred: bool = False,
    schools: Sequence[Mention] = (),
) -> Secondment[Mention]:
    """The fact, with the post at the receiving end, the dates and the status."""
    title, destination = sent.title, sent.destination
    own = [p for p in postings if p.person.key == sent.person.key and p.organization is not None]
    if title is None and destination is not None:
        title = next(
            (p.title for p in own if p.organization and p.organization.key == destination.key), None
        )
    if destination is not None and (
        destination.kind is Kind.PLACE or destination.name.endswith("委")
    ):
        elsewhere = [
            p
            for p in own
            if sent.origin is None
            or p.organization is None
            or p.organization.key != sent.origin.key
        ]
        office = next((p for p in elsewhere if OFFICE.match(p.title)), None)
        away = [
            p
            for p in own
            if p.organization is not None
            and p.organization.kind is not Kind.PLACE
            and (sent.origin is None or p.organization.key != sent.origin.key)
            and destination.name[:2] in p.organization.name[:6]
        ]
        if office is None and len(away) == 1 and destination.kind is Kind.PLACE:
            office = away[0]
        if office is not None:
            title, destination = office.title, office.organization
    if destination is not None and destination.kind is Kind.INSTITUTION:
        destination = _whole(destination, schools)
    spans = ((sent.start, sent.end), *sent.support)
    passage = "\n".join(clean.text[start:end] for start, end in spans)
    status = Status.ACTIVE
    if _PLANNED.search(passage):
        status = Status.PLANNED
    elif _ENDED.search(passage):
        status = Status.ENDED
    since, until = since_until(passage, clean)
    proofs = tuple(
        clean.evidence(
            start, end, f"secondments/{sent.rule} {VERSION if sent.rule == STAYS else 1}",
            round(score, 2) or (0.6 if inferred else 0.8),
            Stance.INFERRED if inferred else Stance.STATED,
        )
        for start, end in spans
    )  # fmt: skip
    return Secondment(
        person=sent.person, origin=sent.origin, destination=destination, title=title,
        status=status, since=since, until=until,
        evidence=proofs,
    )  # fmt: skip


_ON_ITS_OWN = later("附属|医院|附[中小]")


def _whole(body: Mention, schools: Sequence[Mention]) -> Mention:
    """The university of which a body is a department by its name: somebody sent is sent there.

    Its hospitals and schools are bodies of their own.
    """
    of = [
        school
        for school in schools
        if is_college(school.name)
        and body.name.startswith(school.name)
        and _ON_ITS_OWN.search(body.name, len(school.name)) is None
    ]
    return max(of, key=lambda school: len(school.name), default=body)


_HEAD_OF = later("(?:校长|园长|书记|主任|[县市区州旗乡镇]长|局长|处长|院长|科长|部长|主席)$")


def with_posts(
    postings: Sequence[Posting[Mention]], stays: Sequence[Secondment[Mention]]
) -> tuple[Posting[Mention], ...]:
    """`postings` with the offices that people were sent to hold, where no posting tells of them."""
    held = {(p.person.key, p.title) for p in postings}
    found = [
        Posting(
            person=stay.person,
            organization=stay.destination,
            title=stay.title,
            evidence=stay.evidence,
            status=stay.status,
        )
        for stay in stays
        if stay.destination is not None
        and stay.title is not None
        and _HEAD_OF.search(stay.title)
        and all(proof.stance is Stance.STATED for proof in stay.evidence)
        and not any(who == stay.person.key and stay.title in title for who, title in held)
    ]
    return tuple(
        sorted((*postings, *found), key=lambda p: (p.evidence[0].start, p.evidence[0].end))
    )
