"""The news reader on one page: a page as received becomes a reading.

page → clean text → places, bodies, programmes → persons → posts → secondments → assistance →
events → numbers → things with an identity. Each stage is a function of the ones before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...ontology.identity import source_iri
from ...ontology.records import Kind, Mention, Note, NoteKind, Reading, Source
from ..gazetteer import divisions
from ..resolve import resolve
from ..source import Document
from .assistance.relations import Told, find_assistance, told_by_rules
from .entities.mentions import bodies_by_model, find_mentions
from .events.events import find_events
from .numbers.counts import find_observations
from .numbers.dates import signed_on
from .page.clean import Clean, clean
from .page.outlets import class_of
from .people.persons import find_persons, seen_by_model
from .people.provenance import with_model
from .posts.posts import find_postings
from .posts.secondments import find_secondments
from .posts.stayfacts import with_posts

__all__ = ["named", "read", "stages"]


def read(document: Document) -> Reading:
    """Everything that a news page says, each fact with the passage that proves it."""
    page, mentions, persons, scores = named(document)
    published = document.issued or page.issued or signed_on(page.text)
    bodies = bodies_by_model(page)
    postings = with_model(find_postings(page, mentions, persons), scores, bodies)
    secondments = with_model(find_secondments(page, mentions, persons, postings), scores, bodies)
    postings = with_posts(postings, secondments)
    help_, open_passages = find_assistance(page, mentions, published, secondments)
    assistance = with_model(help_, scores, bodies)
    helped = bool(assistance or secondments)
    events = with_model(find_events(page, mentions, published, helped), scores, bodies)
    observations = find_observations(page, mentions, assistance, events, published)

    iri = source_iri(document.address)
    resolved = resolve(
        iri,
        mentions,
        (*assistance, *postings, *secondments, *events, *observations),
        lambda mention: page.text[mention.start : mention.end],
    )
    publisher = document.publisher or page.publisher
    source = Source(
        iri=iri,
        address=document.address,
        sha256=document.sha256,
        text=page.text,
        title=document.title or page.title,
        publisher=publisher,
        author=document.author or page.author,
        issued=published,
        source_class=class_of(publisher, page.raw),
    )
    notes = (*page.notes, *open_passages, *resolved.notes, *_unplaced(page, mentions))
    return Reading(source=source, entities=resolved.entities, facts=resolved.facts, notes=notes)


def stages(document: Document) -> tuple[Told, Clean]:
    """What the rules read of help on a page, and its clean text: what the model of pairs sees."""
    page, mentions, persons, _ = named(document)
    postings = find_postings(page, mentions, persons)
    return told_by_rules(page, mentions, find_secondments(page, mentions, persons, postings)), page


def named(
    document: Document,
) -> tuple[Clean, tuple[Mention, ...], tuple[Mention, ...], Mapping[str, float]]:
    """The clean text, all names in it, the persons among them, and what the model says of these."""
    page = clean(document)
    named = find_mentions(page)
    persons = find_persons(page, named)
    return page, _without_overlaps(named, persons), persons, seen_by_model(page, named)


def _without_overlaps(named: Sequence[Mention], persons: Sequence[Mention]) -> tuple[Mention, ...]:
    """All mentions in order of the text; a name that proved to be a person's is no place."""
    taken = {position for person in persons for position in range(person.start, person.end)}
    kept = [m for m in named if not taken.intersection(range(m.start, m.end))]
    return tuple(sorted((*kept, *persons), key=lambda m: (m.start, m.end)))


def _unplaced(page: Clean, mentions: Sequence[Mention]) -> tuple[Note, ...]:
    """Place names that may mean several places, or none that is known: first mention of each."""
    first: dict[str, Mention] = {}
    for mention in mentions:
        code = mention.key.partition("/")[0]
        if mention.kind is Kind.PLACE and divisions().by_code(code) is None:
            first.setdefault(mention.key, mention)
    return tuple(
        Note(
            kind=NoteKind.UNRESOLVED,
            reason="unknown-place",
            quote=page.text[mention.start : mention.end],
            raw_start=page.starts[mention.start],
            raw_end=page.ends[mention.end - 1],
            start=mention.start,
            end=mention.end,
        )
        for mention in first.values()
    )
