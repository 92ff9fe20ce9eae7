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
from .later import later
from .naming import body_place, core_name, is_sent, parse_body, town_stem
from .tiers import tier_of

__all__ = ["seat_of", "things_of"]

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
    context: tuple[frozenset[str], Mapping[str, str]],
    posts: Mapping[str, list[str]],
) -> tuple[Entity, ...]:
    """The thing that `key` stands for in `source`, followed by the places that it needs.

    `mention` gives its name, `aliases` its other forms; `context` are the codes of all places of
    the document and its townships (name → key), `posts` the titles of each person by key.
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
    codes, towns = context
    elsewhere = mention.seat == "" or (mention.seat is not None and is_sent(mention.name))
    code = None if elsewhere else seat_of(mention.name, codes)
    if mention.seat and code and _contrary(mention.seat, code, codes):
        code = None  # 江口中学 of a list of 甲县, on a page without 江口县
    town = _township(mention.name, code, towns) if code else None
    if town is None and mention.seat and _inside(mention.seat, code):
        code, town = mention.seat.partition("/")[0], mention.seat
    places = _places(source, town or code, "", ()) if code else ()
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


def seat_of(name: str, codes: frozenset[str]) -> str | None:
    """The code of the place that the body `name` lies in, `codes` being those the document names.

    泰山 is more than 泰山区: where a name has no more than a district's short form, the document
    must speak of the district or its city, else the body lies in what its name says besides.
    """
    code = body_place(name, codes)
    division = divisions().by_code(code or "")
    if division is None or not division.name.endswith("区"):
        return code
    if any(form in name for form in (division.name, *division.former_names)):
        return code
    chain = divisions().chain(division.adcode)
    if division.adcode in codes or (len(chain) > 2 and chain[1].adcode in codes):
        return code
    return next((above.adcode for above in chain[1:] if above.name in name), code)


def _contrary(seat: str, code: str, codes: frozenset[str]) -> bool:
    """Whether the text puts a body elsewhere than its name, whose place it never speaks of."""
    own = seat.partition("/")[0]
    within = divisions().within
    return code not in codes and not within(own, code) and not within(code, own)


def _inside(seat: str, code: str | None) -> bool:
    """Whether the place that the text puts a body in is finer than what its name shows."""
    own = seat.partition("/")[0]
    return divisions().by_code(own) is not None and (code is None or divisions().within(own, code))


def _township(name: str, code: str, towns: Mapping[str, str]) -> str | None:
    """The key of the document's township that a body is named after: 勺窝镇中学, 可乐中学."""
    for town, key in towns.items():
        if key.partition("/")[0] != code:
            continue
        stem = town_stem(town)
        at = name.find(stem) if len(stem) > 1 else name.find(town)
        if at < 0:
            continue
        rest = name[at + len(stem) :]
        if rest.startswith(("镇", "乡", "街道")) or _OF_TOWN.match(rest):
            return key
    return None


_OF_TOWN = later(
    "(?:中心|第[一二三四五六])?(?:学校|小学|幼儿园|校|初级中学|中学|初中)$|[一-龥]{0,3}族[镇乡]"
)


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
