"""The one table by which records become triples and triples become records.

For each kind of record: its class, and which field stands in which property, written how. Both
directions read this table, so neither can know a field that the other does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final

from . import records as r
from . import terms as t
from .codes import is_code
from .dates import PartialDate
from .nt import iri, literal, value

__all__ = [
    "ENTITIES",
    "EVIDENCE",
    "FACTS",
    "LEVELS",
    "NOTE",
    "PARTICIPATION",
    "SOURCE",
    "Form",
    "ref",
]

ref = lru_cache(maxsize=65536)(iri)
"""An IRI as a term; the same few thousand come again and again."""


@dataclass(frozen=True, slots=True)
class Codec:
    """How a value is written as a term, and read back. `end`: the value is an entity or a fact."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]
    end: bool = False


@dataclass(frozen=True, slots=True)
class Slot:
    """One field of a record: the property it stands in (a term), and what may be missing."""

    field: str
    predicate: str
    codec: Codec
    many: bool
    has_default: bool
    nullable: bool


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of record: its Python class, its rdf:type (a term) and its slots."""

    record: type[Any]
    rdf_type: str
    slots: tuple[Slot, ...]


def _decimal(number: float) -> str:
    text = format(Decimal(repr(number)), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return f'"{text.removeprefix("-") if number == 0 else text}"{_AS_DECIMAL}'


def _code(scheme: str, values: type[StrEnum]) -> Codec:
    terms = {member: ref(t.concept(scheme, member)) for member in values}
    members = {term: member for member, term in terms.items()}
    return Codec(terms.__getitem__, members.__getitem__)


def _open_code(scheme: str) -> Codec:
    """A code of an open scheme, or the words of the text where the scheme has no code for them."""
    start = f"<{t.concept(scheme, '')}"

    def write(text: str) -> str:
        return f"{start}{text}>" if is_code(text) else literal(text, language="zh")

    def read(term: str) -> str:
        return term[len(start) : -1] if term.startswith(start) else value(term)

    return Codec(write, read)


_AS_INTEGER: Final = f"^^<{t.XSD_INTEGER}>"
_AS_DECIMAL: Final = f"^^<{t.XSD_DECIMAL}>"
_ZH = Codec(lambda text: literal(text, language="zh"), value)
_TEXT = Codec(literal, value)
_NUMBER = Codec(lambda number: f'"{number}"{_AS_INTEGER}', lambda term: int(value(term)))
_SHARE = Codec(_decimal, lambda term: float(value(term)))
_DATE = Codec(
    lambda day: f'"{day}"^^<{t.XSD}{day.datatype}>', lambda term: PartialDate.parse(value(term))
)
_IRI = Codec(ref, value)
_END = Codec(lambda entity: ref(entity.iri), value, end=True)
_STATUS = _code("status", r.Status)


def _form(record: type[Any], rdf_type: str, **slots: tuple[str, Codec]) -> Form:
    of = {field.name: field for field in fields(record)}
    return Form(
        record,
        ref(rdf_type),
        tuple(
            Slot(
                name,
                ref(predicate),
                codec,
                many=str(of[name].type).startswith("tuple"),
                has_default=of[name].default is not MISSING,
                nullable="None" in str(of[name].type),
            )
            for name, (predicate, codec) in slots.items()
        ),
    )


def _entity(record: type[Any], rdf_type: str, **slots: tuple[str, Codec]) -> Form:
    names = {"name": (t.SKOS_PREF_LABEL, _ZH), "aliases": (t.SKOS_ALT_LABEL, _ZH)}
    return _form(record, rdf_type, **names, **slots)


def _fact(record: type[Any], rdf_type: str, **slots: tuple[str, Codec]) -> Form:
    times = {"since": (t.SINCE, _DATE), "until": (t.UNTIL, _DATE)}
    return _form(record, rdf_type, **times, **slots)


LEVELS: Final[dict[r.PlaceLevel, str]] = {
    r.PlaceLevel.PROVINCE: ref(t.A_PROVINCE),
    r.PlaceLevel.PREFECTURE: ref(t.A_PREFECTURE),
    r.PlaceLevel.COUNTY: ref(t.A_COUNTY),
    r.PlaceLevel.TOWNSHIP: ref(t.A_TOWNSHIP),
    r.PlaceLevel.FUNCTIONAL: ref(t.A_FUNCTIONAL_AREA),
}
"""A place's level is its class below bf:Place."""

ENTITIES: Final = (
    _entity(r.Place, t.A_PLACE, adcode=(t.ADCODE, _TEXT), part_of=(t.PART_OF, _IRI)),
    _entity(
        r.School,
        t.A_SCHOOL,
        core_name=(t.CORE_NAME, _ZH),
        stage=(t.STAGE, _open_code("stage")),
        located_in=(t.LOCATED_IN, _IRI),
        part_of=(t.PART_OF_ORGANIZATION, _IRI),
    ),
    _entity(
        r.Institution,
        t.A_INSTITUTION,
        core_name=(t.CORE_NAME, _ZH),
        institution_kind=(t.INSTITUTION_KIND, _open_code("institutionKind")),
        located_in=(t.LOCATED_IN, _IRI),
        part_of=(t.PART_OF_ORGANIZATION, _IRI),
    ),
    _entity(r.Person, t.A_PERSON, tier=(t.TIER, _code("tier", r.Tier))),
    _entity(r.Programme, t.A_PROGRAMME),
    _entity(r.Batch, t.A_BATCH, ordinal=(t.ORDINAL, _NUMBER), programme=(t.PROGRAMME, _IRI)),
    _entity(
        r.Group,
        t.A_GROUP,
        member_count=(t.MEMBER_COUNT, _NUMBER),
        member_unit=(t.MEMBER_UNIT, _code("unit", r.Unit)),
        members=(t.MEMBER, _IRI),
        located_in=(t.LOCATED_IN, _IRI),
    ),
)

FACTS: Final = (
    _fact(
        r.Assistance,
        t.A_ASSISTANCE,
        helper=(t.HELPER, _END),
        recipient=(t.RECIPIENT, _END),
        modality=(t.MODALITY, _code("modality", r.Modality)),
        programme=(t.PROGRAMME, _END),
        batch=(t.BATCH, _END),
        status=(t.STATUS, _STATUS),
        matching=(t.MATCHING, _code("matching", r.Matching)),
    ),
    _fact(
        r.Posting,
        t.A_POSTING,
        person=(t.PERSON, _END),
        organization=(t.ORGANIZATION, _END),
        title=(t.TITLE, _ZH),
        rank=(t.RANK, _open_code("rank")),
        subject=(t.SUBJECT, _open_code("subject")),
        status=(t.STATUS, _STATUS),
    ),
    _fact(
        r.Secondment,
        t.A_SECONDMENT,
        person=(t.PERSON, _END),
        origin=(t.FROM, _END),
        destination=(t.TO, _END),
        title=(t.TITLE, _ZH),
        programme=(t.PROGRAMME, _END),
        batch=(t.BATCH, _END),
        status=(t.STATUS, _STATUS),
    ),
    _fact(
        r.Event,
        t.A_EVENT,
        event_kind=(t.EVENT_KIND, _code("eventKind", r.EventKind)),
        name=(t.SKOS_PREF_LABEL, _ZH),
        venue=(t.VENUE, _END),
        programme=(t.PROGRAMME, _END),
    ),
    _form(
        r.Observation,
        t.A_OBSERVATION,
        unit=(t.UNIT, _code("unit", r.Unit)),
        measure=(t.MEASURE, _code("measure", r.Measure)),
        value=(t.VALUE, _NUMBER),
        minimum=(t.MIN_VALUE, _NUMBER),
        maximum=(t.MAX_VALUE, _NUMBER),
        as_of=(t.AS_OF, _DATE),
        goods=(t.GOODS, _TEXT),
    ),
)
"""An event's participations, an observation's `about` and all evidence are links to other nodes."""

PARTICIPATION: Final = _form(
    r.Participation,
    t.A_PARTICIPATION,
    who=(t.PARTICIPANT, _END),
    role=(t.ROLE, _code("role", r.Role)),
)

EVIDENCE: Final = _form(
    r.Evidence,
    t.A_EVIDENCE,
    quote=(t.QUOTE, _TEXT),
    start=(t.START, _NUMBER),
    end=(t.END, _NUMBER),
    raw_start=(t.RAW_START, _NUMBER),
    raw_end=(t.RAW_END, _NUMBER),
    method=(t.METHOD, _TEXT),
    confidence=(t.CONFIDENCE, _SHARE),
    stance=(t.STANCE, _code("stance", r.Stance)),
)

SOURCE: Final = _form(
    r.Source,
    t.A_SOURCE,
    address=(t.DCT_SOURCE, _TEXT),
    sha256=(t.SHA256, _TEXT),
    text=(t.CLEAN_TEXT, _TEXT),
    title=(t.DCT_TITLE, _ZH),
    publisher=(t.DCT_PUBLISHER, _ZH),
    author=(t.DCT_CREATOR, _ZH),
    issued=(t.DCT_ISSUED, _DATE),
    source_class=(t.SOURCE_CLASS, _code("sourceClass", r.SourceClass)),
    rights=(t.DCT_RIGHTS, _ZH),
)

NOTE: Final = _form(
    r.Note,
    t.A_NOTE,
    kind=(t.NOTE_KIND, _code("noteKind", r.NoteKind)),
    reason=(t.REASON, _TEXT),
    quote=(t.QUOTE, _TEXT),
    raw_start=(t.RAW_START, _NUMBER),
    raw_end=(t.RAW_END, _NUMBER),
    start=(t.START, _NUMBER),
    end=(t.END, _NUMBER),
)
