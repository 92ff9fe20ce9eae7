"""One row's ends and values → facts, by the kind of the roster."""

from __future__ import annotations

from dataclasses import dataclass

from ...ontology.dates import PartialDate
from ...ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Fact,
    Kind,
    Measure,
    Mention,
    Modality,
    Observation,
    Participation,
    Posting,
    Role,
    Secondment,
    Status,
    Unit,
)
from .goods import Goods

__all__ = ["Entry", "facts_of", "modality_of"]

_MODALITIES = (
    ("跟岗|培训|研修|进修", Modality.TRAINING),
    ("支教|选派|派驻|挂职|轮岗|派出", Modality.SECONDMENT),
    ("托管|代管", Modality.MANAGEMENT),
    ("捐|资助|资金|赠", Modality.FUNDING),
    ("送教|教研|同步课堂|授课|讲学", Modality.TEACHING),
    ("结对|对口|手拉手|一对一|帮扶|组团", Modality.PAIRING),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a row says: the two sides, and for a person's row where they come from and go to."""

    evidence: tuple[Evidence, ...]
    helper: Mention | None = None
    recipient: Mention | None = None
    person: Mention | None = None
    origin: Mention | None = None
    destination: Mention | None = None
    title: str | None = None
    home_title: str | None = None
    rank: str | None = None
    subject: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    programme: Mention | None = None
    batch: Mention | None = None
    modality: Modality | None = None
    amount: int | None = None
    measure: Measure | None = None
    goods: tuple[Goods, ...] = ()
    goods_measure: Measure | None = None


def modality_of(text: str) -> Modality | None:
    """What a cell such as 结对帮扶 or 跟岗培训 means; None when it says nothing known."""
    for words, modality in _MODALITIES:
        if any(word in text for word in words.split("|")):
            return modality
    return None


_USUAL = {
    "pairs": Modality.PAIRING,
    "people": Modality.SECONDMENT,
    "trainees": Modality.TRAINING,
    "donations": Modality.FUNDING,
    "programmes": Modality.OTHER,
}


def facts_of(entry: Entry, kind: str) -> list[Fact[Mention]]:
    """The facts of a row; none when it lacks the ends that any fact of its kind needs.

    Who trains at the other side becomes an event there, for :func:`.rows.read_page` to join.
    """
    facts: list[Fact[Mention]] = []
    help_: Assistance[Mention] | None = None
    if kind in ("people", "trainees") and entry.person is None:
        return facts
    if entry.helper is not None and entry.recipient is not None:
        help_ = Assistance(
            helper=entry.helper,
            recipient=entry.recipient,
            modality=entry.modality or _USUAL[kind],
            programme=entry.programme,
            batch=entry.batch,
            since=entry.since,
            until=entry.until,
            evidence=entry.evidence,
        )
        facts.append(help_)
    if entry.person is not None:
        facts.extend(_person(entry, entry.person, kind))
    about = help_ or (entry.programme if kind == "programmes" else None)
    if entry.amount is not None and about is not None:
        facts.append(
            Observation(
                about=about,
                unit=Unit.CNY,
                measure=entry.measure
                or (Measure.INCREMENT if kind == "donations" else Measure.TOTAL),
                value=entry.amount,
                evidence=entry.evidence,
            )
        )
    for goods in entry.goods if about is not None else ():
        assert about is not None
        facts.append(
            Observation(
                about=about,
                unit=goods.unit,
                measure=entry.goods_measure or Measure.INCREMENT,
                value=goods.value,
                goods=goods.what,
                evidence=entry.evidence,
            )
        )
    return facts


def _person(entry: Entry, person: Mention, kind: str) -> list[Fact[Mention]]:
    facts: list[Fact[Mention]] = []
    if kind == "people" and entry.destination is not None:
        facts.append(
            Secondment(
                person=person,
                origin=entry.origin,
                destination=entry.destination,
                title=entry.title,
                programme=entry.programme,
                batch=entry.batch,
                since=entry.since,
                until=entry.until,
                evidence=entry.evidence,
            )
        )
    teaches = entry.rank or entry.subject
    home = entry.origin
    at_home = entry.home_title or (entry.title if kind == "trainees" else None)
    if home is not None and home.kind in (Kind.SCHOOL, Kind.INSTITUTION):
        if at_home is None and (teaches or home.kind is Kind.SCHOOL):
            at_home = "教师"
        if at_home:
            facts.append(
                Posting(
                    person=person,
                    organization=home,
                    title=at_home,
                    rank=entry.rank,
                    subject=entry.subject,
                    evidence=entry.evidence,
                )
            )
    host = entry.destination
    if kind == "people" and entry.title and host is not None and host.kind is not Kind.PLACE:
        facts.append(
            Posting(
                person=person,
                organization=host,
                title=entry.title,
                since=entry.since,
                until=entry.until,
                status=Status.UNKNOWN,
                evidence=entry.evidence,
            )
        )
    if kind == "trainees" and host is not None:
        facts.append(
            Event(
                event_kind=EventKind.TRAINING,
                name=entry.programme.name if entry.programme is not None else None,
                since=entry.since,
                until=entry.until,
                venue=host,
                programme=entry.programme,
                participations=(
                    Participation(who=host, role=Role.UNDERTAKER),
                    Participation(who=person, role=Role.PARTICIPANT),
                ),
                evidence=entry.evidence,
            )
        )
    return facts
