"""Nodes of RDF → mentions of things, by the rules of a mapping."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from ..ontology.nt import value
from ..ontology.records import Kind, Mention, Note, NoteKind
from .gazetteer import divisions
from .rdf_index import Index, name_in
from .rdf_mapping import RdfMapping
from .suffixes import last_suffix

__all__ = ["Work", "end", "labels", "plain", "tell", "thing", "types"]

_PERSONS: Final = ("person", "lecturer")
_PLACES_FIRST: Final = ("helper", "recipient", "origin", "destination", "venue")


@dataclass(slots=True)
class Work:
    """What is gathered on the way: the text grows by the passages of the facts."""

    index: Index
    mapping: RdfMapping
    things: dict[str, Mention] = field(default_factory=dict)
    aliases: dict[tuple[Kind, str], set[str]] = field(default_factory=dict)
    located: dict[tuple[Kind, str], Mention] = field(default_factory=dict)
    text: str = ""
    notes: list[Note] = field(default_factory=list)


def types(index: Index, mapping: RdfMapping, node: str) -> list[str]:
    """The classes of `node` (terms), by every property that gives one."""
    said = index.ahead.get(node, {})
    return [kind for way in mapping.types for kind in said.get(way, ())]


def end(work: Work, name: str, term: str, node: str, lines: list[str]) -> Mention | None:
    """The end `name` of the fact that `node` states: the thing `term`, or what a literal names.

    The statements that name it are added to `lines`. None, and a note, without a Chinese name.
    """
    if term.startswith("<"):
        mention = thing(work, term, name)
        if mention is None:
            tell(work, "rdf-no-name", term, work.index.lines(term))
            return None
        lines.extend(
            line
            for line in work.index.lines(term)
            if line.startswith(term) and mention.name in line
        )
        return mention
    text = " ".join(value(term).split())
    if not text:
        return None
    kind = _kind(name, text)
    # A bare name is one person in this statement only: names alone never merge two persons
    key = f"{node}|{text}" if kind is Kind.PERSON else text
    return _placed(text) if kind is Kind.PLACE else _mention(kind, text, key)


def thing(work: Work, node: str, field_name: str) -> Mention | None:
    """The mention that `node` is; None without a Chinese name."""
    if node in work.things:
        return work.things[node]
    said = types(work.index, work.mapping, node)
    ahead = work.index.ahead.get(node, {})
    rule = next(
        (
            one
            for one in work.mapping.things
            if one.classes.intersection(said) or any(way in ahead for way in one.has)
        ),
        None,
    )
    name = name_in(labels(work, node))
    codes = [] if rule is None else work.index.first(node, rule.adcode)
    division = next((d for one in codes if (d := divisions().by_code(_code(plain(one))))), None)
    if division is not None:
        mention = _mention(Kind.PLACE, division.name, division.adcode)
    elif name is None:
        return None
    elif rule is None:
        mention = _by_field(field_name, name, node)
    elif rule.kind == "place":
        mention = _placed(name)
    else:
        mention = _mention(_body(name) if rule.kind == "body" else Kind(rule.kind), name, node)
    work.things[node] = mention
    other = {
        form
        for path in work.mapping.other
        for term in work.index.walk(node, path)
        if (form := name_in([term])) is not None
    }
    work.aliases.setdefault((mention.kind, mention.key), set()).update(other)
    where = [] if rule is None else work.index.first(node, rule.located_in)
    if len(where) == 1 and mention.kind in (Kind.SCHOOL, Kind.INSTITUTION):
        place = thing(work, where[0], "venue") if where[0].startswith("<") else _literal(where[0])
        if place is not None and place.kind is Kind.PLACE:
            work.located[mention.kind, mention.key] = place
    return mention


def labels(work: Work, node: str) -> list[str]:
    """The names of `node`: those of the first property that has a Chinese one."""
    for path in work.mapping.main:
        terms = work.index.walk(node, path)
        if name_in(terms) is not None:
            return terms
    return []


def _literal(term: str) -> Mention:
    return _placed(" ".join(value(term).split()))


def _by_field(field_name: str, name: str, node: str) -> Mention:
    kind = _kind(field_name, name)
    return _placed(name) if kind is Kind.PLACE else _mention(kind, name, node)


def _kind(field_name: str, name: str) -> Kind:
    """What a name in that field is, where nothing else tells."""
    if field_name in _PERSONS:
        return Kind.PERSON
    if field_name == "programme":
        return Kind.PROGRAMME
    if field_name in _PLACES_FIRST and divisions().candidates(name):
        return Kind.PLACE
    return _body(name)


def _body(name: str) -> Kind:
    suffix = last_suffix(name)
    known = None if suffix is None else suffix.kind
    return known if known in (Kind.SCHOOL, Kind.INSTITUTION) else Kind.INSTITUTION


def _placed(name: str) -> Mention:
    """A place by its name: with its code if only one division can be meant."""
    division = divisions().resolve(name)
    if division is None:
        return _mention(Kind.PLACE, name, name.replace("/", "／"))
    return _mention(Kind.PLACE, name, division.adcode)


def _mention(kind: Kind, name: str, key: str) -> Mention:
    return Mention(kind=kind, name=name, key=key, start=0, end=0)


def _code(text: str) -> str:
    """A code of a division with the noughts at its end, without spaces: 31 01 → 310100."""
    bare = "".join(text.split())
    return bare.ljust(6, "0") if bare.isdecimal() else bare


def plain(term: str) -> str:
    """The text of a literal, the last part of an IRI."""
    return value(term).rpartition("/")[2] if term.startswith("<") else value(term)


def tell(work: Work, reason: str, node: str, lines: Iterable[str]) -> None:
    """Put into the reader's report that `node` could not be used."""
    quote = "\n".join(dict.fromkeys(lines)) or node
    work.notes.append(
        Note(kind=NoteKind.UNRESOLVED, reason=reason, quote=quote, raw_start=0, raw_end=0)
    )
