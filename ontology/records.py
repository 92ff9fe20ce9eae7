"""The records that everything passes through: things, facts about them, and where both come from.

A fact exists in two stages. ``Fact[Mention]`` has names in a text for its ends; ``Fact[Entity]``
has things with an identity. The store takes only the second, and the type checker holds to that.
All records are frozen; a list of them is a tuple.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

from .dates import PartialDate
from .enums import (
    EventKind,
    Kind,
    Matching,
    Measure,
    Modality,
    NoteKind,
    PlaceLevel,
    Role,
    SourceClass,
    Stance,
    Status,
    Tier,
    Unit,
)

__all__ = [
    "Assistance",
    "Batch",
    "End",
    "Entity",
    "Event",
    "EventKind",
    "Evidence",
    "Fact",
    "Group",
    "Institution",
    "Kind",
    "Matching",
    "Measure",
    "Mention",
    "Modality",
    "Note",
    "NoteKind",
    "Observation",
    "Participation",
    "Person",
    "Place",
    "PlaceLevel",
    "Posting",
    "Programme",
    "Reading",
    "Role",
    "School",
    "Secondment",
    "Source",
    "SourceClass",
    "Stance",
    "Status",
    "Tier",
    "Unit",
]

# --- ends --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in a cleaned text: ``text[start:end]``, read as `name`.

    `name` is the fullest form that the text supports (社市委 → 九三学社天津市委); two mentions with
    the same `kind` and `key` are one thing within their document. `count` is the number of members
    of a group (5所学校 → 5), None for everything else; `seat` is the key of the place that the text
    puts a body in where its name does not, empty where a name only seems to show a place.
    """

    kind: Kind
    name: str
    start: int
    end: int
    key: str = ""
    count: int | None = None
    seat: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing with an identity: its full simplified Chinese `name`, and every other form met."""

    iri: str
    name: str
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entity):
    """An administrative division: its GB/T 2260 `adcode`, and the IRI of its parent (`part_of`)."""

    level: PlaceLevel
    adcode: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class School(Entity):
    """A body that teaches, kindergarten to university. `stage` is a concept of the stage scheme.

    `core_name` is what identifies it within its place (旺苍县第一中学 and 旺苍一中 → 第一中学).
    """

    core_name: str | None = None
    stage: str | None = None
    located_in: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution(Entity):
    """Any other body. `institution_kind` is a concept; `part_of` the IRI of its parent body.

    `core_name` is what identifies it within its place (旺苍县教体局 → 教育体育局).
    """

    core_name: str | None = None
    institution_kind: str | None = None
    located_in: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """A named person."""

    tier: Tier = Tier.P2


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme(Entity):
    """A named scheme of assistance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch(Entity):
    """One round of a programme; `ordinal` counts from 1."""

    ordinal: int
    programme: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Entity):
    """A side that is named only as a number of things: 黄南州5所学校.

    `members` are the IRIs of those that are known; `located_in` the place they lie in.
    """

    member_count: int | None = None
    member_unit: Unit = Unit.SCHOOL
    members: tuple[str, ...] = ()
    located_in: str | None = None


End = TypeVar("End", Mention, Entity)

# --- evidence ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage that proves a fact.

    ``clean[start:end] == quote``; ``raw[raw_start:raw_end]`` is the same passage in the page as
    received. Offsets count characters from 0. `method` names the rule, model or mapping with its
    version; `confidence` is in 0–1.
    """

    quote: str
    start: int
    end: int
    raw_start: int
    raw_end: int
    method: str
    confidence: float = 1.0
    stance: Stance = Stance.STATED

    def __post_init__(self) -> None:
        """Refuse an empty passage and offsets that cannot hold it."""
        if not self.quote or self.end - self.start != len(self.quote) or self.start < 0:
            raise ValueError(f"offsets {self.start}–{self.end} do not hold {self.quote!r}")
        if not 0 <= self.raw_start <= self.raw_end:
            raise ValueError(f"impossible raw offsets {self.raw_start}–{self.raw_end}")
        if not 0.0 <= self.confidence <= 1.0:
            raise ValueError(f"confidence {self.confidence} is not in 0–1")


# --- facts -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Assistance(Generic[End]):
    """One side helps the other."""

    helper: End
    recipient: End
    evidence: tuple[Evidence, ...]
    modality: Modality = Modality.OTHER
    programme: End | None = None
    batch: End | None = None
    status: Status = Status.UNKNOWN
    since: PartialDate | None = None
    until: PartialDate | None = None
    matching: Matching | None = None
    """Given only where a side is a group; the fact is then a bf:GroupAssistance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting(Generic[End]):
    """A person holds a post. `rank` is a professional rank, `subject` a school subject."""

    person: End
    organization: End | None
    title: str
    evidence: tuple[Evidence, ...]
    rank: str | None = None
    subject: str | None = None
    status: Status = Status.UNKNOWN
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Secondment(Generic[End]):
    """A person sent from one body or place (`origin`) to work in another (`destination`)."""

    person: End
    origin: End | None
    destination: End | None
    evidence: tuple[Evidence, ...]
    title: str | None = None
    programme: End | None = None
    batch: End | None = None
    status: Status = Status.UNKNOWN
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation(Generic[End]):
    """Who takes part in an event, in what role."""

    who: End
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Generic[End]):
    """A dated or clearly described happening. `venue` is where it is held, never the recipient."""

    event_kind: EventKind
    evidence: tuple[Evidence, ...]
    name: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None
    venue: End | None = None
    programme: End | None = None
    participations: tuple[Participation[End], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation(Generic[End]):
    """A number about a thing or a fact. Exact: `value`; bounded: `minimum`, `maximum`."""

    about: End | Assistance[End] | Secondment[End] | Event[End]
    unit: Unit
    measure: Measure
    evidence: tuple[Evidence, ...]
    value: int | None = None
    minimum: int | None = None
    maximum: int | None = None
    as_of: PartialDate | None = None
    goods: str | None = None
    """What is counted where it is goods, as the source words it: 图书, 笔记本电脑."""


Fact: TypeAlias = Assistance[End] | Posting[End] | Secondment[End] | Event[End] | Observation[End]

# --- sources -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A document, roster or reference table.

    `address` is its URL or its path relative to the store's folder; `text` is the cleaned text
    that the offsets of its evidence count in; `sha256` is of the bytes as received.
    """

    iri: str
    address: str
    sha256: str
    text: str = ""
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    issued: PartialDate | None = None
    source_class: SourceClass = SourceClass.UNKNOWN
    rights: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A line of the reader's report: a passage that was cut, repaired or not understood, and why.

    `reason` is a short code from the message table (``reader.<reason>``). `start` and `end` are
    None where the passage is not part of the cleaned text.
    """

    kind: NoteKind
    reason: str
    quote: str
    raw_start: int
    raw_end: int
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that one source says: what a loader gives and the store takes."""

    source: Source
    entities: tuple[Entity, ...] = ()
    facts: tuple[Fact[Entity], ...] = ()
    notes: tuple[Note, ...] = ()
