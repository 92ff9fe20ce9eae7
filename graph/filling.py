"""Tables of what sources say, filled in little room: a store has millions of lines.

An IRI is kept once however often it comes, and what has one value has a tuple and no set.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.records import Status

__all__ = ["DATES", "FACT_LINKS", "LABELS", "REFERENCE", "Filling", "Links", "Said", "Types"]

FACT_LINKS: Final = (
    t.ADCODE,
    t.CORE_NAME,
    t.LOCATED_IN,
    t.PART_OF,
    t.PART_OF_ORGANIZATION,
    t.HELPER,
    t.RECIPIENT,
    t.PERSON,
    t.ORGANIZATION,
    t.FROM,
    t.TO,
    t.TITLE,
)
DATES: Final = (t.SINCE, t.UNTIL)
REFERENCE: Final = t.concept("sourceClass", "reference")
_STATUS_START: Final = t.concept("status", "")
LABELS: Final = (t.SKOS_PREF_LABEL, t.SKOS_ALT_LABEL)

Links: TypeAlias = dict[str, Collection[str]]

_NONE: Final[frozenset[str]] = frozenset()
_FEW: Final = 16
"""Values that stand side by side in a tuple, which takes a quarter of the room of a set."""


class Types(dict[str, frozenset[str]]):
    """Entity → its classes; what is no entity has none."""

    def __missing__(self, key: str) -> frozenset[str]:
        """No classes."""
        return _NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The tables: by the IRI of an entity or a fact. `sources` are those of persons alone.

    A status that is unknown is left out.
    """

    types: Types
    sources: Mapping[str, Collection[str]]
    names: Mapping[str, Collection[str]]
    aliases: Mapping[str, Collection[str]]
    links: Mapping[str, Mapping[str, Collection[str]]]
    dates: Mapping[str, Mapping[str, PartialDate]]
    status: Mapping[str, Status]
    evidenced: Mapping[str, PartialDate]
    arranged: frozenset[str]
    """Facts of help that stand in reference tables alone."""


class Filling:
    """Tables being filled, property by property: first the classes, and what sources are."""

    def __init__(self) -> None:
        """Nothing is said yet."""
        self._one: dict[str, str] = {}
        self._kinds: dict[tuple[frozenset[str], str], frozenset[str]] = {}
        self._types = Types()
        self._tables: dict[str, Links] = defaultdict(dict)
        self._days: dict[str, dict[str, str]] = {p: {} for p in DATES}
        self._parsed: dict[str, PartialDate] = {}
        self._status: dict[str, str] = {}
        self._proven: dict[str, PartialDate] = {}
        self._arranged: frozenset[str] = frozenset()

    def types(self, kind: str, entities: Iterable[str]) -> None:
        """These are entities of the class `kind`."""
        for entity in entities:
            one = self._one.setdefault(entity, entity)
            key = self._types[one], kind
            found = self._kinds.get(key)
            if found is None:
                found = self._kinds[key] = key[0] | {kind}
            self._types[one] = found

    def persons(self, rows: Iterable[tuple[str, str]]) -> None:
        """(person, source) of all that are told of as persons."""
        for person, source in rows:
            self.types(t.A_PERSON, (person,))
            self._put("sources", person, source)

    def links(self, predicate: str, rows: Iterable[tuple[str, str]]) -> None:
        """(subject, text or IRI) of one property."""
        for subject, target in rows:
            self._put(predicate, subject, target)

    def labels(self, predicate: str, rows: Iterable[tuple[str, str]]) -> None:
        """(subject, label as a term) of names or other names; those of no entity are left out."""
        types = self._types
        for subject, label in rows:
            if subject in types:
                self._put(predicate, subject, label)

    def dates(self, predicate: str, rows: Iterable[tuple[str, str]]) -> None:
        """(subject, date) of one property; the text of a source says one, so the least will do."""
        days = self._days[predicate]
        for subject, text in rows:
            one = self._one.setdefault(subject, subject)
            known = days.get(one, text)
            days[one] = self._one.setdefault(text, text) if text <= known else known

    def status(self, rows: Iterable[tuple[str, str]]) -> None:
        """(fact, IRI of its status); of several the last by code point."""
        for fact, term in rows:
            one = self._one.setdefault(fact, fact)
            self._status[one] = max(self._status.get(one, term), self._one.setdefault(term, term))

    def helping(self, rows: Iterable[tuple[str, str]], tables: Collection[str]) -> None:
        """(fact, source) of all facts of help, where `tables` are the reference tables."""
        happened: list[str] = []
        arranged: set[str] = set()
        for fact, source in rows:
            if source in tables:
                arranged.add(fact)
            else:
                happened.append(self._one.setdefault(fact, fact))
        self._arranged = frozenset(arranged.difference(happened))

    def proven(self, rows: Iterable[tuple[str, str]], issued: Iterable[tuple[str, str]]) -> None:
        """(fact, source) of all that has evidence, and (source, date) of what was issued."""
        days: dict[str, str] = {}
        for source, text in issued:
            days[source] = min(days.get(source, text), text)
        for fact, source in rows:
            text = days.get(source, "")
            if not text:
                continue
            day = self._day(text)
            known = self._proven.get(fact)
            if known is None:
                self._proven[self._one.setdefault(fact, fact)] = day
            elif known is not day and (known.first, known.last) < (day.first, day.last):
                self._proven[fact] = day

    def said(self) -> Said:
        """The tables; nothing more is to come."""
        dates = {
            predicate: {fact: self._day(text) for fact, text in self._days.pop(predicate).items()}
            for predicate in DATES
        }
        every = set(self._status.values())
        status = {term: Status(term.removeprefix(_STATUS_START)) for term in every}
        return Said(
            types=self._types,
            sources=self._tables["sources"],
            names=self._tables[t.SKOS_PREF_LABEL],
            aliases=self._tables[t.SKOS_ALT_LABEL],
            links={predicate: self._tables[predicate] for predicate in FACT_LINKS},
            dates=dates,
            status={
                fact: status[term]
                for fact, term in self._status.items()
                if status[term] is not Status.UNKNOWN
            },
            evidenced=self._proven,
            arranged=self._arranged,
        )

    def _put(self, table: str, key: str, one: str) -> None:
        found = self._tables[table]
        one = self._one.setdefault(one, one)
        known = found.get(key)
        if known is None:
            found[self._one.setdefault(key, key)] = (one,)
        elif isinstance(known, set):
            known.add(one)
        elif one not in known:
            found[key] = (*known, one) if len(known) < _FEW else {*known, one}

    def _day(self, text: str) -> PartialDate:
        found = self._parsed.get(text)
        if found is None:
            found = self._parsed[text] = PartialDate.parse(text)
        return found
