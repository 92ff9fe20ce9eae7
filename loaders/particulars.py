"""What is known of a source, a thing or a passage besides the facts, in words."""

from __future__ import annotations

from ..ontology.messages import Lang, say
from ..ontology.records import Entity, Evidence, Group, Institution, Note, Place, Reading, School
from .telling import kind_of

__all__ = ["THINGS", "details", "offsets", "sorted_things", "source_rows", "summary", "title_of"]

THINGS = ("place", "school", "institution", "person", "programme", "batch", "group")
"""The kinds of thing, in the order in which they are listed."""


def title_of(reading: Reading) -> str:
    """The title of a source; its address if it has none."""
    return reading.source.title or reading.source.address


def source_rows(reading: Reading, lang: Lang) -> list[tuple[str, str]]:
    """What is known of the source: label and value."""
    source = reading.source
    rows = [
        ("source", source.address),
        ("publisher", source.publisher),
        ("author", source.author),
        ("issued", source.issued),
        ("class", say(f"explain.class-{source.source_class}", lang)),
        ("sha256", source.sha256),
    ]
    return [(say(f"explain.{key}", lang), str(value)) for key, value in rows if value is not None]


def summary(reading: Reading, lang: Lang) -> str:
    """How much was read, in one line."""
    return say(
        "explain.summary",
        lang,
        facts=len(reading.facts),
        names=len(reading.entities),
        notes=len(reading.notes),
        characters=len(reading.source.text),
    )


def sorted_things(reading: Reading) -> list[tuple[Entity, tuple[str, ...]]]:
    """Every thing by kind and in the order of the reading, each with the names it lies within."""
    known = {thing.iri: thing.name for thing in reading.entities}
    return [
        (thing, tuple(known[iri] for iri in _around(thing) if iri in known))
        for thing in sorted(reading.entities, key=lambda one: THINGS.index(kind_of(one)))
    ]


def _around(thing: Entity) -> tuple[str, ...]:
    """The IRI of what a thing lies in, if it is known."""
    if isinstance(thing, Place):
        where = thing.part_of
    else:
        where = thing.located_in if isinstance(thing, School | Institution | Group) else None
    return () if where is None else (where,)


def details(thing: Entity, around: tuple[str, ...], lang: Lang) -> list[str]:
    """What else is known of a thing: level and code, what it lies in, its other forms."""
    found = []
    if isinstance(thing, Place):
        found.append(say(f"ask.kind-{thing.level}", lang))
        found += [thing.adcode] if thing.adcode else []
    found += [say("explain.lies-in", lang, place=place) for place in around]
    if thing.aliases:
        comma = "、" if lang == "zh" else ", "
        found.append(say("explain.aliases", lang, names=comma.join(thing.aliases)))
    return found


def offsets(passage: Evidence | Note, lang: Lang) -> str:
    """Where a passage stands in the clean text, if it does, and in the page as received."""
    key = "offsets-raw" if passage.start is None else "offsets-told"
    return say(
        f"explain.{key}",
        lang,
        start=passage.start,
        end=passage.end,
        raw_start=passage.raw_start,
        raw_end=passage.raw_end,
    )
