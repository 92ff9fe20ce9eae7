"""Mentions → entities: the names of one document become things with an identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from ..ontology.records import (
    Assistance,
    Entity,
    Fact,
    Institution,
    Kind,
    Mention,
    Note,
    NoteKind,
    Participation,
    Posting,
    School,
    Secondment,
)
from .gazetteer import divisions
from .later import later
from .merge import merge_facts
from .naming import parent_body
from .things import seat_of, things_of

__all__ = ["Resolved", "resolve"]

_POINTING = later(r"[该我本此]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What came of a document's mentions: things, facts about them, and what stayed open."""

    entities: tuple[Entity, ...]
    facts: tuple[Fact[Entity], ...]
    notes: tuple[Note, ...]


def resolve(
    source: str,
    mentions: Sequence[Mention],
    facts: Iterable[Fact[Mention]],
    surface: Callable[[Mention], str],
) -> Resolved:
    """Give every mention its identity and carry the facts over.

    `source` is the IRI of the document, `surface` gives a mention's wording in the text (it
    becomes an alias). Places with a code and programmes are the same thing everywhere; every
    other thing is this document's own until the graph decides who is who. A fact whose two ends
    turn out to be one thing says nothing and is listed in the notes.
    """
    facts = tuple(facts)
    everyone = [*mentions, *(end for fact in facts for end in _ends(fact))]
    by_key: dict[tuple[Kind, str], list[Mention]] = defaultdict(list)
    for mention in everyone:
        by_key[mention.kind, mention.key].append(mention)
    context = _context(by_key)
    towns = {
        met[0].name: key
        for (kind, key), met in sorted(by_key.items(), key=lambda item: item[0][1])
        if kind is Kind.PLACE and "/" in key
    }
    seated: dict[str, set[str]] = defaultdict(set)
    for mention in everyone:
        told_of = mention.key if mention.kind is Kind.PLACE else mention.seat or ""
        _, within, town = told_of.partition("/")
        if within:
            seated[town].add(told_of)
    alone = {town: next(iter(every)) for town, every in seated.items() if len(every) == 1}
    posts: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Posting | Secondment) and fact.title:
            posts[fact.person.key].append(fact.title)

    things: dict[str, Entity] = {}
    known: dict[tuple[Kind, str], Entity] = {}
    notes: list[Note] = []
    for (kind, key), met in by_key.items():
        aliases = _aliases(met, surface)
        seats = [mention.seat for mention in met if mention.seat is not None]
        seat = next(filter(None, seats), seats[0] if seats else None)
        told = met[0] if met[0].seat == seat else replace(met[0], seat=seat)
        # 某乡乡长, where a school lies in 某县某乡: the one township
        own = alone.get(key, key) if kind is Kind.PLACE else key
        made = things_of(source, kind, own, told, aliases, (context, towns), posts)
        known[kind, key] = made[0]
        for thing in made:
            things[thing.iri] = _richer(things.get(thing.iri), thing)
    _link_parents([things[thing.iri] for thing in known.values()], things)
    known = {key: things[thing.iri] for key, thing in known.items()}

    carried: list[Fact[Entity]] = []
    for fact in facts:
        moved = _carry(fact, known)
        if _runs_in_a_circle(moved):
            first = moved.evidence[0]
            notes.append(
                Note(
                    kind=NoteKind.UNRESOLVED,
                    reason="same-ends",
                    quote=first.quote,
                    raw_start=first.raw_start,
                    raw_end=first.raw_end,
                    start=first.start,
                    end=first.end,
                )
            )
            continue
        carried.append(moved)
    ordered = sorted(things.values(), key=lambda thing: thing.iri)
    return Resolved(entities=tuple(ordered), facts=merge_facts(carried), notes=tuple(notes))


def _runs_in_a_circle(fact: Fact[Entity]) -> bool:
    """Whether something would help itself, or send somebody to itself."""
    if isinstance(fact, Assistance):
        return fact.helper.iri == fact.recipient.iri
    if isinstance(fact, Secondment) and fact.origin is not None and fact.destination is not None:
        return fact.origin.iri == fact.destination.iri
    return False


def _context(by_key: Mapping[tuple[Kind, str], list[Mention]]) -> frozenset[str]:
    """The codes of all places that the document names, by themselves or within names of bodies."""
    gazetteer = divisions()
    named = {key.partition("/")[0] for kind, key in by_key if kind is Kind.PLACE}
    sure = frozenset(code for code in named if gazetteer.by_code(code) is not None)
    bodies = {
        seat_of(met[0].name, sure)
        for (kind, _), met in by_key.items()
        if kind in (Kind.SCHOOL, Kind.INSTITUTION)
    }
    return sure.union(code for code in bodies if code)


def _ends(fact: Fact[Mention]) -> list[Mention]:
    """Every mention in a fact, at any depth."""
    found: list[Mention] = []
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, Mention):
            found.append(value)
        elif field.name == "participations":
            found.extend(part.who for part in value)
        elif field.name == "about":
            found.extend(_ends(value))
    return found


def _aliases(met: Iterable[Mention], surface: Callable[[Mention], str]) -> tuple[str, ...]:
    """Every other form met, sorted; a person's titles and honorifics are no part of a name."""
    forms = set()
    for mention in met:
        forms.add(mention.name)
        if mention.kind not in (Kind.GROUP, Kind.PERSON, Kind.BATCH):
            worded = surface(mention)
            # 该校 and 我县 point at a thing; they do not name it
            if not _POINTING.match(worded):
                forms.add(worded)
    name = next(iter(met)).name
    return tuple(sorted(form for form in forms if form and form != name))


def _richer(known: Entity | None, new: Entity) -> Entity:
    """One thing from two tellings: all forms of its name."""
    if known is None:
        return new
    aliases = {*known.aliases, *new.aliases, new.name} - {known.name}
    told = tuple(sorted(aliases))
    return known if told == known.aliases else replace(known, aliases=told)


def _link_parents(known: Iterable[Entity], things: dict[str, Entity]) -> None:
    """Tie a department to its parent body where this document knows it."""
    bodies = {thing.name: thing for thing in known if isinstance(thing, School | Institution)}
    for body in bodies.values():
        parent = bodies.get(parent_body(body.name) or "")
        if parent is not None and parent.iri != body.iri:
            things[body.iri] = replace(body, part_of=parent.iri)


def _carry(fact: Fact[Mention], known: Mapping[tuple[Kind, str], Entity]) -> Fact[Entity]:
    """The same fact between things."""
    changes: dict[str, Any] = {}
    for field in fields(fact):
        value = getattr(fact, field.name)
        if isinstance(value, Mention):
            changes[field.name] = known[value.kind, value.key]
        elif field.name == "participations":
            changes[field.name] = tuple(
                Participation(who=known[part.who.kind, part.who.key], role=part.role)
                for part in cast("tuple[Participation[Mention], ...]", value)
            )
        elif field.name == "about":
            changes[field.name] = _carry(value, known)
    moved = replace(fact, **changes)
    return cast("Fact[Entity]", moved)
