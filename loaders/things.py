"""What a name stands for: the thing itself, and the places that it needs to lie in."""

from __future__ import annotations

from collections.abc import Mapping

from ..ontology.identity import local_place_iri, place_iri, programme_iri, scoped_iri
from ..ontology.records import (
    Batch,
    Entity,
    Group,
    Institution,
    Kind,
    Mention,
    Person,
    Place,
    PlaceLevel,
    Programme,
    School,
    Unit,
)
from .gazetteer import Division, divisions
from .naming import body_place, core_name, parse_body
from .tiers import tier_of

__all__ = ["things_of"]

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


def things_of(
    source: str,
    kind: Kind,
    key: str,
    mention: Mention,
    aliases: tuple[str, ...],
    context: frozenset[str],
    posts: Mapping[str, list[str]],
) -> tuple[Entity, ...]:
    """The thing that `key` stands for in `source`, followed by the places that it needs.

    `mention` gives its name, `aliases` its other forms; `context` are the codes of all places of
    the document, `posts` the titles of each person by key.
    """
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
    iris = [_iri_of(division) for division in chain]
    return tuple(
        Place(
            iri=iris[depth],
            name=division.name,
            aliases=_forms(division, aliases if not depth else ()),
            level=division.level,
            adcode=division.code,
            part_of=iris[depth + 1] if depth + 1 < len(chain) else None,
        )
        for depth, division in enumerate(chain)
    )


def _iri_of(division: Division) -> str:
    """By the national code; an area without one is known by its name within its parent."""
    if division.code is not None:
        return place_iri(division.code)
    parent = divisions().by_code(division.parent or "")
    return local_place_iri(_iri_of(parent) if parent is not None else "", division.name)


def _forms(division: Division, met: tuple[str, ...]) -> tuple[str, ...]:
    """The forms met, and the names that the place once had: users ask by them."""
    return tuple(sorted({*met, *division.former_names} - {division.name}))


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
