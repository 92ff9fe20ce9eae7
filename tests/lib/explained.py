"""A small reading with every kind of fact and note, and names that mean harm."""

from bangfu.ontology.dates import PartialDate
from bangfu.ontology.records import (
    Assistance,
    Event,
    EventKind,
    Evidence,
    Group,
    Institution,
    Matching,
    Measure,
    Modality,
    Note,
    NoteKind,
    Observation,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    SourceClass,
    Stance,
    Status,
    Unit,
)

HOSTILE = "</script><img src=x onerror=window.hacked=1>\"'{{7*7}}"
TEXT = (
    f"海河中学结对旺苍中学{HOSTILE}\n"
    "\n"
    "2024年，海河中学校长高级教师卞永海带队，海河中学\u2028选派郭慧敏等三至五人到旺苍中学任副校长。\n"
    "揭牌仪式在旺苍县举行，社市□委主办。两地深化帮扶。\n"
    "网站地图\n"
)
SHA = "ab" * 32

PLACE = Place(
    iri="urn:p", name="旺苍县", aliases=("旺苍",), level=PlaceLevel.COUNTY, adcode="510821"
)
HELPER = School(iri="urn:s1", name="天津市海河中学", aliases=("海河中学",))
HELPED = School(iri="urn:s2", name="旺苍中学", located_in="urn:p")
BAD = School(iri="urn:s3", name=f"恶意学校{HOSTILE}", aliases=(HOSTILE,))
BODY = Institution(iri="urn:i", name="九三学社天津市委员会", aliases=("社市□委",))
HEAD = Person(iri="urn:h", name="卞永海")
SENT = Person(iri="urn:g", name="郭慧敏")
PLAN = Programme(iri="urn:n", name="同心树人")
SOME = Group(iri="urn:o", name="旺苍县5所学校", member_count=5, located_in="urn:p")


def proof(quote: str, **more: object) -> tuple[Evidence, ...]:
    start = TEXT.index(quote)
    return (
        Evidence(
            **{  # type: ignore[arg-type]
                "quote": quote,
                "start": start,
                "end": start + len(quote),
                "raw_start": start + 100,
                "raw_end": start + 100 + len(quote),
                "method": "rules/test 3",
                "confidence": 0.85,
                **more,
            }
        ),
    )


def note(kind: NoteKind, reason: str, quote: str, *, placed: bool = True) -> Note:
    start = TEXT.index(quote) if placed else 7
    return Note(
        kind=kind,
        reason=reason,
        quote=quote,
        raw_start=start + 100,
        raw_end=start + 100 + len(quote),
        start=start if placed else None,
        end=start + len(quote) if placed else None,
    )


def reading() -> Reading:
    pairing = Assistance(
        helper=HELPER,
        recipient=HELPED,
        evidence=proof("海河中学结对旺苍中学"),
        modality=Modality.PAIRING,
        programme=PLAN,
        status=Status.ACTIVE,
        since=PartialDate(2024),
        until=PartialDate(2026, 7),
    )
    groups = Assistance(
        helper=BODY,
        recipient=SOME,
        evidence=proof("两地深化帮扶", stance=Stance.INFERRED),
        matching=Matching.ONE_TO_MANY,
    )
    harm = Assistance(
        helper=HELPER, recipient=BAD, evidence=proof(f"海河中学结对旺苍中学{HOSTILE}")
    )
    sent = Secondment(
        person=SENT,
        origin=HELPER,
        destination=None,
        evidence=proof("海河中学\u2028选派郭慧敏等三至五人到旺苍中学任副校长"),
        title="副校长",
        status=Status.PLANNED,
    )
    facts = (
        Event(
            event_kind=EventKind.CEREMONY,
            evidence=proof("揭牌仪式在旺苍县举行，社市□委主办"),
            name="揭牌仪式",
            venue=PLACE,
            participations=(Participation(who=BODY, role=Role.ORGANIZER),),
        ),
        groups,
        Observation(
            about=sent,
            unit=Unit.PERSON,
            measure=Measure.INCREMENT,
            evidence=proof("郭慧敏等三至五人"),
            minimum=3,
            maximum=5,
            as_of=PartialDate(2024, 10),
        ),
        sent,
        Posting(
            person=HEAD,
            organization=HELPER,
            title="校长",
            rank="seniorTeacher",
            evidence=proof("海河中学校长高级教师卞永海", confidence=1.0),
        ),
        harm,
        pairing,
    )
    notes = (
        note(NoteKind.UNRESOLVED, "unknown-place", "两地"),
        note(NoteKind.NOT_UNDERSTOOD, "help-without-fact", "两地深化帮扶。"),
        note(NoteKind.DAMAGED, "half-byte-lost", "社市□委"),
        note(NoteKind.CUT, "menu", "网站地图"),
        note(NoteKind.CUT, "markup", f"<nav>{HOSTILE * 9}\n首页</nav>", placed=False),
        note(NoteKind.REPAIRED, "reason-of-tomorrow", "卞永海"),
    )
    return Reading(
        source=Source(
            iri="urn:source",
            address="https://example.org/?a=1&b=\"'",
            sha256=SHA,
            text=TEXT,
            title=f"结对\u2028{HOSTILE}",
            publisher="海河网",
            issued=PartialDate(2024, 3, 1),
            source_class=SourceClass.OWN_SITE,
        ),
        entities=(BAD, BODY, HEAD, HELPED, HELPER, PLACE, PLAN, SENT, SOME),
        facts=facts,
        notes=notes,
    )
