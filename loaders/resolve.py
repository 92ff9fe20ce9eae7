"""Mentions → entities: the names of one document become things with an identity."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, cast

from ..ontology.identity import (
    local_place_iri,
    place_iri,
    programme_iri,
    scoped_iri,
)
from ..ontology.records import (
    Assistance,
    Batch,
    Entity,
    Fact,
    Group,
    Institution,
    Kind,
    Mention,
    Note,
    NoteKind,
    Participation,
    Person,
    Place,
    PlaceLevel,
    Posting,
    Programme,
    School,
    Secondment,
    Unit,
)
from .gazetteer import divisions
from .merge import merge_facts
from .naming import body_place, core_name, parent_body, parse_body
from .tiers import tier_of

__all__ = ["Resolved", "resolve"]

_POINTING = re.compile(r"[该我本此]")
_LEVELS = (
    ("省", PlaceLevel.PROVINCE),
    ("自治区", PlaceLevel.PROVINCE),
    ("州", PlaceLevel.PREFECTURE),
    ("盟", PlaceLevel.PREFECTURE),
    ("地区", PlaceLevel.PREFECTURE),
    ("镇", PlaceLevel.TOWNSHIP),
    ("乡", PlaceLevel.TOWNSHIP),
    ("街道", PlaceLevel.TOWNSHIP),
)


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
    posts: dict[str, list[str]] = defaultdict(list)
    for fact in facts:
        if isinstance(fact, Posting):
            posts[fact.person.key].append(fact.title)

    things: dict[str, Entity] = {}
    known: dict[tuple[Kind, str], Entity] = {}
    notes: list[Note] = []
    for (kind, key), met in by_key.items():
        aliases = _aliases(met, surface)
        made = _entity(source, kind, key, met[0], aliases, context, posts)
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
        body_place(met[0].name, sure)
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


def _entity(
    source: str,
    kind: Kind,
    key: str,
    mention: Mention,
    aliases: tuple[str, ...],
    context: frozenset[str],
    posts: Mapping[str, list[str]],
) -> tuple[Entity, ...]:
    """The thing that a key stands for, followed by the places that it needs."""
    if kind is Kind.PLACE:
        return _places(source, key, mention.name, aliases)
    if kind is Kind.PROGRAMME:
        return (Programme(iri=programme_iri(mention.name), name=mention.name, aliases=aliases),)
    own = scoped_iri(source, kind, key)
    if kind is Kind.PERSON:
        tier = tier_of(posts.get(key, ()))
        return (Person(iri=own, name=mention.name, aliases=aliases, tier=tier),)
    if kind is Kind.BATCH:
        return (Batch(iri=own, name=mention.name, aliases=aliases, ordinal=mention.count or 1),)
    if kind is Kind.GROUP:
        return _group(source, own, key, mention)
    code = body_place(mention.name, context)
    places = _places(source, code, "", ()) if code else ()
    located = places[0].iri if places else None
    parsed = parse_body(mention.name)
    core = core_name(mention.name)
    body: Entity
    if kind is Kind.SCHOOL:
        body = School(
            iri=own,
            name=mention.name,
            aliases=aliases,
            core_name=core,
            stage=parsed.stage,
            located_in=located,
        )
    else:
        body = Institution(
            iri=own,
            name=mention.name,
            aliases=aliases,
            core_name=core,
            institution_kind=parsed.institution_kind,
            located_in=located,
        )
    return (body, *places)


def _places(source: str, key: str, name: str, aliases: tuple[str, ...]) -> tuple[Place, ...]:
    """A place and all that it lies in, smallest first."""
    gazetteer = divisions()
    if "/" in key:
        parent_code, name = key.split("/", 1)
        parents = _places(source, parent_code, "", ())
        local = Place(
            iri=local_place_iri(parents[0].iri, name),
            name=name,
            aliases=aliases,
            level=PlaceLevel.TOWNSHIP,
            part_of=parents[0].iri,
        )
        return (local, *parents)
    chain = gazetteer.chain(key) if gazetteer.by_code(key) is not None else ()
    if not chain:
        level = next((lv for end, lv in _LEVELS if name.endswith(end)), PlaceLevel.COUNTY)
        own = scoped_iri(source, Kind.PLACE, key)
        return (Place(iri=own, name=name, aliases=aliases, level=level),)
    return tuple(
        Place(
            iri=place_iri(division.adcode),
            name=division.name,
            aliases=tuple(form for form in aliases if form != division.name) if not depth else (),
            level=division.level,
            adcode=division.code,
            part_of=place_iri(chain[depth + 1].adcode) if depth + 1 < len(chain) else None,
        )
        for depth, division in enumerate(chain)
    )


_UNITS = {
    "school": Unit.SCHOOL,
    "county": Unit.COUNTY,
    "institution": Unit.INSTITUTION,
    "person": Unit.PERSON,
}


def _group(source: str, own: str, key: str, mention: Mention) -> tuple[Entity, ...]:
    """A group and the place it lies in; its key reads ``<place key>/<count>/<unit>``."""
    place_key, _, unit = key.rsplit("/", 2)
    places = _places(source, place_key, "", ()) if place_key else ()
    group = Group(
        iri=own,
        name=mention.name,
        member_count=mention.count,
        member_unit=_UNITS.get(unit, Unit.SCHOOL),
        located_in=places[0].iri if places else None,
    )
    return (group, *places)


def _richer(known: Entity | None, new: Entity) -> Entity:
    """One thing from two tellings: all forms of its name."""
    if known is None:
        return new
    aliases = {*known.aliases, *new.aliases, new.name} - {known.name}
    return replace(known, aliases=tuple(sorted(aliases)))


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
