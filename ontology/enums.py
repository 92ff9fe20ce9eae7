"""Codes that the records use; their values equal the codes of the concepts in concepts.ttl."""

from __future__ import annotations

from enum import StrEnum

__all__ = [
    "EventKind",
    "Kind",
    "Matching",
    "Measure",
    "Modality",
    "NoteKind",
    "PlaceLevel",
    "Role",
    "SourceClass",
    "Stance",
    "Status",
    "Tier",
    "Unit",
]


class Kind(StrEnum):
    """What a name or a thing is; also the <kind> in an entity's IRI."""

    PLACE = "place"
    SCHOOL = "school"
    INSTITUTION = "institution"
    PERSON = "person"
    PROGRAMME = "programme"
    BATCH = "batch"
    GROUP = "group"


class PlaceLevel(StrEnum):
    """The level of an administrative division."""

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    FUNCTIONAL = "functionalArea"


class Modality(StrEnum):
    """How one side helps the other."""

    PAIRING = "pairing"
    SECONDMENT = "secondment"
    TRAINING = "training"
    FUNDING = "funding"
    TEACHING = "teaching"
    MANAGEMENT = "management"
    OTHER = "other"


class Status(StrEnum):
    """Where a fact stands in time, as its source says."""

    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Matching(StrEnum):
    """How the members of two groups are matched."""

    ONE_TO_ONE = "oneToOne"
    ONE_TO_MANY = "oneToMany"
    UNKNOWN = "unknown"


class EventKind(StrEnum):
    """What kind of happening an event is."""

    TRAINING = "training"
    CEREMONY = "ceremony"
    VISIT = "visit"
    MEETING = "meeting"
    DISPATCH = "dispatch"
    OTHER = "other"


class Role(StrEnum):
    """In what role a body or person takes part in an event."""

    GUIDE = "guide"
    ORGANIZER = "organizer"
    UNDERTAKER = "undertaker"
    CO_ORGANIZER = "coOrganizer"
    SUPPORT = "support"
    LECTURER = "lecturer"
    PARTICIPANT = "participant"


class Unit(StrEnum):
    """What a number counts; 人 and 人次 never add."""

    PERSON = "person"
    PERSON_TIME = "personTime"
    SCHOOL = "school"
    COUNTY = "county"
    INSTITUTION = "institution"
    CLASS_HOUR = "classHour"
    CNY = "CNY"
    VOLUME = "volume"
    SET = "set"
    PIECE = "piece"


class Measure(StrEnum):
    """In what sense a number counts."""

    INCREMENT = "increment"
    IN_POST = "inPost"
    CUMULATIVE = "cumulative"
    ATTENDING = "attending"
    TRAINED = "trained"
    BENEFITING = "benefiting"
    TOTAL = "total"
    PLANNED = "planned"
    COMMITTED = "committed"
    PAID = "paid"
    VALUED = "valued"


class Tier(StrEnum):
    """Privacy tier of a person: office-holder, public role, ordinary."""

    P0 = "P0"
    P1 = "P1"
    P2 = "P2"


class Stance(StrEnum):
    """Whether the passage states the fact, or a rule infers it from the passage."""

    STATED = "stated"
    INFERRED = "inferred"


class SourceClass(StrEnum):
    """What kind of voice a source is."""

    NOTICE = "notice"
    OFFICIAL_MEDIA = "officialMedia"
    OWN_SITE = "ownSite"
    REPOST = "repost"
    ROSTER = "roster"
    REFERENCE = "reference"
    UNKNOWN = "unknown"


class NoteKind(StrEnum):
    """Why a passage is in the reader's report."""

    CUT = "cut"
    REPAIRED = "repaired"
    DAMAGED = "damaged"
    NOT_UNDERSTOOD = "notUnderstood"
    UNRESOLVED = "unresolved"
