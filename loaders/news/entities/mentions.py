"""Places, schools, institutions and programmes: every name in a text, each under one key."""

from __future__ import annotations

from collections.abc import Iterable

from ....ontology.records import Kind, Mention
from ...later import later
from ..page.clean import Clean
from .antecedents import settle
from .bodies import find_bodies
from .deixis import find_pointers
from .hits import PlaceHit
from .lists import expand
from .places import find_places
from .programmes import find_programmes
from .seats import place_key, seated
from .words import cut

__all__ = ["find_mentions"]

_TITLE = later(r"《[^《》\n]{2,80}》")


def find_mentions(clean: Clean) -> tuple[Mention, ...]:
    """The names of places, bodies and programmes, in order, none overlapping another.

    Of overlapping readings the longer wins, and a body over a scheme over a place: a place inside
    the name of a body is no mention of its own. All mentions of one thing have one key and name.
    The titles of documents (《…》) name nothing but themselves.
    """
    text = clean.text
    words = cut(text)
    titles = [match.span() for match in _TITLE.finditer(text)]
    places = [place for place in find_places(words) if not _inside(place, titles)]
    bodies = [body for body in find_bodies(words, places) if not _inside(body, titles)]
    kept = settle(words, expand(text, bodies, places), places, clean.publisher)
    kept = _added(kept, _programmes(text))
    kept = _added(kept, (_place(place) for place in places))
    kept = seated(text, kept, places)
    kept = _added(kept, find_pointers(text, kept, clean.publisher))
    return tuple(kept)


def _inside(hit: object, titles: list[tuple[int, int]]) -> bool:
    start, end = getattr(hit, "start"), getattr(hit, "end")  # noqa: B009
    return any(left < start and end < right for left, right in titles)


def _programmes(text: str) -> list[Mention]:
    return [
        Mention(kind=Kind.PROGRAMME, name=hit.name, start=hit.start, end=hit.end, key=hit.name)
        for hit in find_programmes(text)
    ]


def _place(place: PlaceHit) -> Mention:
    """A place under its code; one without a code under what it lies in and its name."""
    return Mention(
        kind=Kind.PLACE,
        name=place.name,
        start=place.start,
        end=place.end,
        key=place_key(place),
    )


def _added(kept: list[Mention], more: Iterable[Mention]) -> list[Mention]:
    """The mentions with those of `more` that overlap none of them, in order of the text."""
    taken = {position for mention in kept for position in range(mention.start, mention.end)}
    fresh = [m for m in more if taken.isdisjoint(range(m.start, m.end))]
    return sorted([*kept, *fresh], key=lambda mention: mention.start)
