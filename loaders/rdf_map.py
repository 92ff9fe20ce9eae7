"""Triples of another vocabulary → a reading, by the rules of a mapping.

Every fact's passage is the statements that it was read from, as lines of N-Triples; they make up
the text of the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Final

from ..ontology.dates import PartialDate
from ..ontology.identity import scoped_iri
from ..ontology.nt import Triple, value
from ..ontology.records import (
    Assistance,
    Entity,
    Event,
    EventKind,
    Evidence,
    Fact,
    Institution,
    Mention,
    Modality,
    Participation,
    Posting,
    Reading,
    Role,
    School,
    Secondment,
    Source,
    Status,
)
from .gazetteer import divisions
from .rdf_index import Index, name_in
from .rdf_mapping import FactRule, RdfMapping, ThingRule
from .rdf_things import Work, end, labels, plain, tell, thing, types
from .resolve import resolve

__all__ = ["mapped"]

_ROLES: Final = tuple(str(role) for role in Role)
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(T00:00:00(?:\.0+)?(?:Z|\+00:00)?|T.*|Z)?")


def mapped(triples: Iterable[Triple], mapping: RdfMapping, source: Source, size: int) -> Reading:
    """What `triples` say by `mapping`, in the name of `source`; its text is filled in here.

    `size` is the length of the file as received: passages lead back to it as a whole, since a
    statement of RDF need not stand in one place of a file.
    """
    work = Work(Index(triples, mapping.same), mapping)
    facts = [
        fact
        for rule in mapping.facts
        for subject, node, line in _nodes(work.index, rule, mapping)
        if (fact := _fact(work, rule, subject, node, line, size)) is not None
    ]
    for rule in mapping.things:
        for node in _members(work, rule):
            if thing(work, node, "organization") is None:
                tell(work, "rdf-no-name", node, work.index.lines(node))
    given = (*work.things.values(), *work.located.values())
    resolved = resolve(source.iri, given, facts, lambda one: one.name)
    entities = {entity.iri: entity for entity in resolved.entities}
    places = {one.key: _place_iri(entities, one) for one in work.located.values()}
    moved = {
        scoped_iri(source.iri, kind, key): places[where.key]
        for (kind, key), where in work.located.items()
    }
    other = {scoped_iri(source.iri, *key): forms for key, forms in work.aliases.items()}
    return Reading(
        source=replace(source, text=work.text, source_class=mapping.source_class),
        # Not within the facts: the first record of a thing that is met is the one that counts
        entities=tuple(_fuller(one, moved, other) for one in resolved.entities),
        facts=resolved.facts,
        notes=(*work.notes, *resolved.notes),
    )


def _place_iri(entities: dict[str, Entity], place: Mention) -> str | None:
    division = divisions().by_code(place.key)
    name = place.name if division is None else division.name
    return next(
        (iri for iri, one in entities.items() if "/place/" in iri and one.name == name), None
    )


def _fuller(entity: Entity, moved: dict[str, str | None], other: dict[str, set[str]]) -> Entity:
    forms = {*entity.aliases, *other.get(entity.iri, ())} - {entity.name}
    entity = replace(entity, aliases=tuple(sorted(forms)))
    where = moved.get(entity.iri)
    if where is not None and isinstance(entity, School | Institution):
        return replace(entity, located_in=where)
    return entity


def _nodes(index: Index, rule: FactRule, mapping: RdfMapping) -> list[tuple[str, str, str | None]]:
    """(subject, node) of everything that `rule` reads a fact from, and the line of a link."""
    if rule.how == "class":
        nodes = [s for kind in mapping.types for s in index.back[rule.term].get(kind, ())]
        return [(node, node, None) for node in dict.fromkeys(nodes)]
    found = index.links.get(rule.term, [])
    if rule.how == "via":
        return [(subject, node, None) for subject, node, _ in found]
    # A node in between (a role, a statement) is a construct of its own, not the other end
    between = {one.term for one in mapping.facts if one.how == "class"}
    return [
        (subject, node, line)
        for subject, node, line in found
        if not any(between.intersection(types(index, mapping, end)) for end in (subject, node))
    ]


def _members(work: Work, rule: ThingRule) -> list[str]:
    index = work.index
    nodes = [
        node
        for kind in sorted(rule.classes)
        for way in work.mapping.types
        for node in index.back.get(kind, {}).get(way, ())
    ]
    nodes.extend(subject for way in rule.has for subject, *_ in index.links.get(way, ()))
    return sorted(set(nodes))


# --- facts ---------------------------------------------------------------------------------------


def _fact(
    work: Work, rule: FactRule, subject: str, node: str, line: str | None, size: int
) -> Fact[Mention] | None:
    lines = list(work.index.lines(node)) if line is None else [line]
    values: dict[str, Any] = {}
    parts: list[Participation[Mention]] = []
    for name in rule.fields:
        terms = _values(work, rule, name, subject, node)
        if not terms:
            continue
        if name in _ROLES:
            for term in terms:
                who = end(work, name, term, node, lines)
                if who is not None:
                    parts.append(Participation(who=who, role=Role(name)))
        elif name in ("since", "until"):
            values[name] = _date(work, rule, name, terms[0], subject, node)
        elif name in ("title", "name", "rank", "subject"):
            values[name] = _words(work, terms)
        elif name in ("modality", "status", "event_kind"):
            values[name] = work.mapping.codes.get(name, {}).get(plain(terms[0]))
        elif not name.endswith("_precision"):
            if len(terms) > 1:
                tell(work, "rdf-many-ends", node, lines)
                return None
            values[name] = end(work, name, terms[0], node, lines)
    values = {**rule.fixed, **{name: one for name, one in values.items() if one is not None}}
    made = _made(rule.kind, values, tuple(parts))
    if made is None:
        tell(work, "rdf-no-end", node, lines)
        return None
    quote = "\n".join(dict.fromkeys(lines))
    start = len(work.text)
    work.text += quote + "\n"
    proof = Evidence(
        quote=quote,
        start=start,
        end=start + len(quote),
        raw_start=0,
        raw_end=size,
        method=work.mapping.method,
    )
    return replace(made, evidence=(proof,))


def _made(
    kind: str, values: dict[str, Any], parts: tuple[Participation[Mention], ...]
) -> Fact[Mention] | None:
    """The fact, its evidence still to come; None where an end that it needs is missing."""
    times: dict[str, Any] = {name: values.get(name) for name in ("since", "until")}
    status = Status(values.get("status", Status.UNKNOWN))
    got = values.get
    if kind == "assistance" and got("helper") and got("recipient"):
        return Assistance(
            helper=values["helper"],
            recipient=values["recipient"],
            modality=Modality(values.get("modality", Modality.OTHER)),
            programme=got("programme"),
            status=status,
            evidence=(),
            **times,
        )
    if kind == "posting" and got("person") and got("title"):
        return Posting(
            person=values["person"],
            organization=got("organization"),
            title=values["title"],
            rank=got("rank"),
            subject=got("subject"),
            status=status,
            evidence=(),
            **times,
        )
    if kind == "secondment" and got("person") and (got("origin") or got("destination")):
        return Secondment(
            person=values["person"],
            origin=got("origin"),
            destination=got("destination"),
            title=got("title"),
            programme=got("programme"),
            status=status,
            evidence=(),
            **times,
        )
    if kind == "event" and (got("name") or parts):
        return Event(
            event_kind=EventKind(values.get("event_kind", EventKind.OTHER)),
            name=got("name"),
            venue=got("venue"),
            programme=got("programme"),
            participations=parts,
            evidence=(),
            **times,
        )
    return None


def _values(work: Work, rule: FactRule, name: str, subject: str, node: str) -> list[str]:
    for start, steps in rule.fields[name]:
        found = work.index.walk(subject if start == "subject" else node, steps)
        if found:
            return found
    return []


def _words(work: Work, terms: list[str]) -> str | None:
    """Text: the Chinese one of several, or the name of the node that stands for it."""
    nodes = [one for one in terms if one.startswith("<")]
    named = name_in([*terms, *(end for one in nodes for end in labels(work, one))])
    if named is not None or nodes:
        return named
    return " ".join(value(terms[0]).split()) or None


def _date(
    work: Work, rule: FactRule, name: str, term: str, subject: str, node: str
) -> PartialDate | None:
    """As precise as given; a first of January whose precision nobody tells is a year."""
    found = _DATE.fullmatch(value(term).lstrip("+"))
    if found is None:
        return None
    year, month, day = (None if part is None else int(part) for part in found.groups()[:3])
    told = f"{name}_precision"
    if told in rule.fields:
        how = [value(one) for one in _values(work, rule, told, subject, node)]
        known = int(how[0]) if how and how[0].isdigit() else 9 if (month, day) == (1, 1) else 11
        month, day = month if known >= 10 else None, day if known >= 11 else None
    try:
        return PartialDate(year or 0, month, day)
    except ValueError:
        return None
