"""What a reading says, put in words: facts in the order of the text, and notes."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final, TypeAlias

from ..ontology.codes import is_code, names
from ..ontology.messages import Lang, say, table
from ..ontology.records import (
    Assistance,
    Entity,
    Event,
    Evidence,
    Fact,
    Matching,
    Note,
    NoteKind,
    Observation,
    Posting,
    Reading,
    Secondment,
    Status,
)

__all__ = ["Piece", "Remark", "Row", "Told", "kind_of", "told_facts", "told_notes"]

Piece: TypeAlias = tuple[str, str]
"""A part of a line: its words, and what they name (place, school, …; "" for plain words)."""

Row: TypeAlias = tuple[str, tuple[Piece, ...]]
"""A label and what stands beside it."""

KINDS: Final[dict[type, str]] = {
    Assistance: "assistance",
    Secondment: "secondment",
    Posting: "posting",
    Event: "event",
    Observation: "observation",
}
"""The kinds of fact, in the order in which facts with one passage are told."""

_ORDER: Final = tuple(KINDS.values())
_TO: Final[Piece] = ("→", "")
_AND: Final[Piece] = ("·", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A fact in words. `head` says it in one line, `rows` the rest; `number` counts from 1."""

    number: int
    kind: str
    kind_words: str
    head: tuple[Piece, ...]
    rows: tuple[Row, ...]
    evidence: tuple[Evidence, ...]
    about: int | None = None
    """The number of the fact that a number is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A note in words; `number` counts from 1."""

    number: int
    kind: NoteKind
    reason: str
    note: Note


def kind_of(thing: Entity) -> str:
    """What `thing` is, in one lower-case word: place, school, …"""
    return type(thing).__name__.lower()


def told_facts(reading: Reading, lang: Lang) -> tuple[Told, ...]:
    """Every fact of `reading` in words, in the order in which its text tells them."""
    facts = sorted(reading.facts, key=_place)
    numbers = {fact: number for number, fact in reversed(list(enumerate(facts, 1)))}
    counts: defaultdict[Fact[Entity], list[Observation[Entity]]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Observation) and not isinstance(fact.about, Entity):
            counts[fact.about].append(fact)
    told = []
    for number, fact in enumerate(facts, 1):
        kind = KINDS[type(fact)]
        head, rows = _said(fact, lang)
        if fact in counts:
            words = "; ".join(_counted(one, lang) for one in counts[fact])
            rows = (*rows, (say("explain.number", lang), ((words, ""),)))
        about = None
        if isinstance(fact, Observation) and not isinstance(fact.about, Entity):
            about = numbers.get(fact.about)
        told.append(
            Told(
                number=number,
                kind=kind,
                kind_words=say(f"explain.kind-{kind}", lang),
                head=head,
                rows=rows,
                evidence=fact.evidence,
                about=about,
            )
        )
    return tuple(told)


def told_notes(reading: Reading, lang: Lang) -> tuple[Remark, ...]:
    """Every note of `reading` in words, by kind and then in the order of the page."""
    kinds = list(NoteKind)
    notes = sorted(
        reading.notes,
        key=lambda note: (kinds.index(note.kind), note.raw_start, note.raw_end, note.reason),
    )
    return tuple(
        Remark(number=number, kind=note.kind, reason=_reason(note.reason, lang), note=note)
        for number, note in enumerate(notes, 1)
    )


def _reason(code: str, lang: Lang) -> str:
    """The reason in words; the bare code where a reading is newer than the table of strings."""
    key = f"reader.{code}"
    return say(key, lang) if key in table() else code


def _place(fact: Fact[Entity]) -> tuple[int, int, int]:
    start, end = min(((one.start, one.end) for one in fact.evidence), default=(0, 0))
    return start, _ORDER.index(KINDS[type(fact)]), end


def _said(fact: Fact[Entity], lang: Lang) -> tuple[tuple[Piece, ...], tuple[Row, ...]]:
    """The line and the rows of one fact."""

    def end(thing: Entity | None) -> Piece:
        return (say("explain.unsaid", lang), "") if thing is None else _named(thing)

    head: tuple[Piece, ...]
    rows: list[tuple[str, object]]
    if isinstance(fact, Assistance):
        head = (end(fact.helper), _TO, end(fact.recipient))
        rows = [
            ("modality", _code(fact.modality, lang)),
            ("programme", fact.programme),
            ("batch", fact.batch),
            ("matching", _matching(fact.matching, lang)),
            *_standing(fact, lang),
        ]
    elif isinstance(fact, Posting):
        body = () if fact.organization is None else (_AND, end(fact.organization))
        head = (end(fact.person), *body, _AND, (fact.title, ""))
        rows = [
            ("rank", _label("rank", fact.rank)),
            ("subject", _label("subject", fact.subject)),
            *_standing(fact, lang),
        ]
    elif isinstance(fact, Secondment):
        head = (end(fact.person), _AND, end(fact.origin), _TO, end(fact.destination))
        rows = [
            ("post", fact.title),
            ("programme", fact.programme),
            ("batch", fact.batch),
            *_standing(fact, lang),
        ]
    elif isinstance(fact, Event):
        head = ((fact.name or _code(fact.event_kind, lang), ""),)
        rows = [
            ("event", _code(fact.event_kind, lang)),
            ("since", fact.since),
            ("until", fact.until),
            ("venue", fact.venue),
            ("programme", fact.programme),
        ]
        taking_part = defaultdict(list)
        for part in fact.participations:
            taking_part[part.role].append(_named(part.who))
        return head, (
            *_rows(rows, lang),
            *((_code(role, lang), tuple(who)) for role, who in taking_part.items()),
        )
    else:
        about = fact.about
        subject = (_named(about),) if isinstance(about, Entity) else _said(about, lang)[0]
        head = ((_number(fact, lang), ""), _AND, (_code(fact.measure, lang), ""))
        return head, (
            (say("explain.about", lang), subject),
            *_rows([("as-of", fact.as_of)], lang),
        )
    return head, _rows(rows, lang)


def _matching(matching: Matching | None, lang: Lang) -> str | None:
    if matching is None or matching is Matching.UNKNOWN:
        return None
    return say(f"explain.matching-{matching}", lang)


def _standing(
    fact: Assistance[Entity] | Posting[Entity] | Secondment[Entity], lang: Lang
) -> list[tuple[str, object]]:
    return [
        ("status", None if fact.status is Status.UNKNOWN else _code(fact.status, lang)),
        ("since", fact.since),
        ("until", fact.until),
    ]


def _rows(rows: list[tuple[str, object]], lang: Lang) -> tuple[Row, ...]:
    """The rows that have something to say."""
    return tuple(
        (
            say(f"explain.{key}", lang),
            (_named(value) if isinstance(value, Entity) else (str(value), ""),),
        )
        for key, value in rows
        if value is not None
    )


def _named(thing: Entity) -> Piece:
    return thing.name, kind_of(thing)


def _code(code: str, lang: Lang) -> str:
    return say(f"ask.code-{code}", lang)


def _label(scheme: str, text: str | None) -> str | None:
    """The label of a code in an open scheme: those are labelled in Chinese alone."""
    if text is None or not is_code(text):
        return text
    return next((label for label, code in names(scheme).items() if code == text), text)


def _number(fact: Observation[Entity], lang: Lang) -> str:
    unit = _code(fact.unit, lang)
    low, high = fact.minimum, fact.maximum
    if fact.value is not None:
        return say("explain.exactly", lang, value=fact.value, unit=unit)
    if low is not None and high is not None:
        return say("explain.between", lang, low=low, high=high, unit=unit)
    if low is not None:
        return say("explain.at-least", lang, value=low, unit=unit)
    if high is not None:
        return say("explain.at-most", lang, value=high, unit=unit)
    return unit


def _counted(fact: Observation[Entity], lang: Lang) -> str:
    return f"{_number(fact, lang)} ({_code(fact.measure, lang)})"
