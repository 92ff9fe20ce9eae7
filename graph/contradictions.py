"""Where sources disagree: on a figure, a date, a partner, a post, or how a name is written.

Everything is found by blocks: facts with the same key (:func:`.told.key_of`) are held against each
other, nothing else. What only looks like a disagreement is none: 2015 and 2015-03, new and
cumulative figures, 人 and 人次, bounds that hold the other figure, figures of different days,
one partner after another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.enums import Matching, Modality, Status
from ..ontology.nt import iri
from ..ontology.terms import WITHIN
from .engine import Store
from .fill import rows
from .holders import posts
from .opposed import Claim, Contradiction, opposed
from .spelled import spellings
from .told import Told, World, facts_around, key_of, names_of, world

__all__ = ["contradictions", "found_in"]

_LASTING: Final = (Modality.PAIRING, Modality.MANAGEMENT, Modality.TEACHING)
"""Kinds of help that have one start; gifts and courses come again."""
_ONCE: Final = (Modality.FUNDING, Modality.TRAINING)
_LISTS: Final = ("roster", "reference")
_NAME_LENGTH: Final = 6
"""Characters of an event's name that make it one event within its year."""

Span = tuple[int, int]


def contradictions(store: Store, entity: str | None = None) -> list[Contradiction]:
    """All contradictions, or those about the canonical `entity` and what lies in it, in order."""
    facts = None if entity is None else facts_around(store, entity)
    return found_in(store, world(store, facts))


def found_in(store: Store, known: World) -> list[Contradiction]:
    """The contradictions among the facts of `known`, in order."""
    found = [
        *_counts(known),
        *_dates(known),
        *_partners(store, known),
        *posts(store, known),
        *spellings(store, known),
    ]
    order = ("count", "date", "partner", "post", "spelling")
    return sorted(found, key=lambda one: (order.index(one.kind), one.subject, one.codes, one.b))


def _counts(known: World) -> Iterator[Contradiction]:
    """Figures of one thing, in one unit and sense, for one time, that exclude each other."""
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in known.facts.values():
        if one.kind == "observation" and (key := key_of(one, known.facts)):
            about = known.facts.get(one.end("about"))
            programme = about.end("programme") if about else ""
            blocks[(*key, _as_of(one, about, known), programme)].append(one)
    for key, told in sorted(blocks.items()):
        claims = [
            Claim(span, _figure(one), one.iri, one.source)
            for one in told
            if (span := _span(one)) is not None
        ]
        codes = (told[0].says.get("unit", ""), told[0].says.get("measure", ""))
        about = known.facts.get(told[0].end("about"))
        subject = _subject(about) if about else (told[0].end("about"),)
        yield from opposed("count", subject, (*codes, *key[4:5]), claims, _meet, known)


def _as_of(one: Told, about: Told | None, known: World) -> str:
    """The time that a figure is for: said, that of the event, else the month of the report."""
    if "asOf" in one.says:
        return one.says["asOf"]
    once = about is not None and (about.kind == "event" or about.says.get("modality") in _ONCE)
    if about is not None and once and "since" in about.says:
        return about.says["since"]
    day = known.issued.get(one.source)
    return f"~{day.year}-{day.month}" if day else ""


def _span(one: Told) -> Span | None:
    if "value" in one.says:
        return (int(one.says["value"]), int(one.says["value"]))
    if "min" in one.says or "max" in one.says:
        return (int(one.says.get("min", 0)), int(one.says.get("max", 10**18)))
    return None


def _figure(one: Told) -> str:
    if "value" in one.says:
        return one.says["value"]
    low, high = one.says.get("min"), one.says.get("max")
    if low and high:
        return f"{low}–{high}"
    return f"≥{low}" if low else f"≤{high}"


def _meet(one: Span, other: Span) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _dates(known: World) -> Iterator[Contradiction]:
    """One fact that begins, ends or takes place on days that exclude each other."""
    blocks: dict[tuple[str, ...], list[Told]] = defaultdict(list)
    for one in known.facts.values():
        key = key_of(one, known.facts)
        if not key or one.kind == "observation" or one.says.get("status") == Status.PLANNED:
            continue
        if one.kind == "assistance" and not _lasts(one, known):
            continue
        if one.kind == "event":
            day = one.day("since")
            if day is None or len(key[1]) < _NAME_LENGTH or not any(key[3:]):
                continue
            key = (*key, str(day.year))
        blocks[(*key, one.end("batch"), one.end("programme"))].append(one)
    for key, told in sorted(blocks.items()):
        for name in ("since", "until"):
            claims = [
                Claim(day, str(day), one.iri, one.source)
                for one in told
                if (day := one.day(name)) is not None and not _another_round(one, told)
            ]
            codes = (name, key[0], *key[3:4]) if key[0] == "assistance" else (name, key[0])
            yield from opposed(
                "date", _subject(told[0]), codes, claims, PartialDate.overlaps, known
            )


def _lasts(one: Told, known: World) -> bool:
    """Whether a fact of help has one start."""
    return one.says.get("modality") in _LASTING or _listed_otherwise(one, known)


def _listed_otherwise(one: Told, known: World) -> bool:
    """Whether it is a line of a list that does not say how: who stands with whom, since when."""
    return one.says.get("modality") == Modality.OTHER and known.classes.get(one.source) in _LISTS


def _another_round(one: Told, told: Iterable[Told]) -> bool:
    """Whether another fact of the block was over before this one began, or began after its end."""
    return any(_apart(one, other) for other in told)


def _apart(one: Told, other: Told) -> bool:
    """Whether one ended before the other began."""
    for first, second in ((one, other), (other, one)):
        end, start = first.day("until"), second.day("since")
        if end is not None and start is not None and end.last < start.first:
            return True
    return False


def _partners(store: Store, known: World) -> Iterator[Contradiction]:
    """Who is paired with a recipient in a programme, where lists give each just one partner."""
    blocks: dict[tuple[str, str], dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for one in known.facts.values():
        helper, recipient = one.end("helper"), one.end("recipient")
        if one.kind != "assistance" or not helper or not recipient:
            continue
        pairs = one.says.get("modality") == Modality.PAIRING or _listed_otherwise(one, known)
        if pairs and one.says.get("status") != Status.PLANNED:
            blocks[recipient, one.end("programme")][one.source].append(one)
    for (recipient, programme), sources in sorted(blocks.items()):
        single = [
            told for told in sources.values() if len({one.end("helper") for one in told}) == 1
        ]
        listed = [told for told in single if known.classes.get(told[0].source) in _LISTS]
        if not programme:  # an article tells of one partner among many, unless it says one to one
            single = [
                told
                for told in single
                if told in listed or told[0].says.get("matching") == Matching.ONE_TO_ONE
            ]
        if not listed or len(single) < 2:
            continue
        told = [one for some in single for one in some]
        if len({one.end("helper") for one in told}) < 2:
            continue
        names = names_of(store, {one.end("helper") for one in told})
        claims = [
            Claim(helper, names.get(helper, helper), one.iri, one.source)
            for one in told
            if (helper := one.end("helper"))
        ]
        by_helper: dict[str, list[Told]] = defaultdict(list)
        for one in told:
            by_helper[one.end("helper")].append(one)

        def agree(a: str, b: str, by_helper: dict[str, list[Told]] = by_helper) -> bool:
            return a == b or not _rivals(store, a, b, by_helper)

        subject = (recipient, programme) if programme else (recipient,)
        yield from opposed("partner", subject, ("pairing",), claims, agree, known)


def _rivals(store: Store, a: str, b: str, told: dict[str, list[Told]]) -> bool:
    """Whether only one of two helpers can be meant: of one rank, neither in the other, at once."""
    if _rank(a) != _rank(b):
        return False
    within = f"SELECT DISTINCT ?b WHERE {{ ?a <{WITHIN}> ?b }}"
    if any((x,) in rows(store, within, a=iri(y)) for x, y in ((a, b), (b, a))):
        return False
    return any(
        not _apart(one, other) and not _successive(one, other)
        for one in told[a]
        for other in told[b]
    )


def _successive(one: Told, other: Told) -> bool:
    """Whether the two began at different times: a partner may be followed by another."""
    a, b = one.day("since"), other.day("since")
    return a is not None and b is not None and not a.overlaps(b)


def _rank(thing: str) -> str:
    """The kind of a thing; of a place with a code its level, too."""
    kind, key = thing.rsplit("/", 2)[1:]
    if kind != "place" or not key.isdigit():
        return kind
    return kind + str(len(key.rstrip("0") if key.endswith("00") else key) + 1 >> 1)


def _subject(one: Told) -> tuple[str, ...]:
    """The things that a fact is about, as users would name it."""
    match one.kind:
        case "assistance":
            ends = [one.end("helper"), one.end("recipient")]
        case "posting":
            ends = [one.end("person"), one.end("organization")]
        case "secondment":
            ends = [one.end("person"), one.end("from"), one.end("to")]
        case _:
            ends = [one.says.get("name", ""), one.end("venue")]
    return tuple(end for end in ends if end)
