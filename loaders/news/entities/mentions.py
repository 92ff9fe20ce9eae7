"""Places, schools, institutions and programmes: every name in a text, each under one key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...later import later
from ...suffixes import last_suffix
from ..page.clean import Clean
from .antecedents import settle
from .bodies import find_bodies
from .bodyfusion import completed
from .bodymodel import propose_bodies
from .crf import Proposal
from .deixis import find_pointers
from .hits import BodyHit, PlaceHit
from .letters import addressed
from .listed import with_listed
from .lists import expand, with_seats
from .places import find_places
from .programmes import find_programmes
from .roles import with_gap, without_role
from .seats import place_key, seated
from .units import find_units, main_college
from .words import Words, cut

__all__ = ["bodies_by_model", "find_mentions", "names_in"]

_start, _end = attrgetter("start"), attrgetter("end")
_MARK = later("[（()）]")
_TITLE = later(r"《[^《》\n]{2,80}》")
#: A paper that is a plan itself is no scheme; one about a scheme speaks of it: 《…项目的通知》.
_PLAN = later(r"《(?P<plan>[^《》\n]{2,80}(?:计划|工程|行动|方案|意见|规划|办法|细则)》)")


def find_mentions(clean: Clean) -> tuple[Mention, ...]:
    """The names of places, bodies and programmes, in order, none overlapping another.

    Of overlapping readings the longer wins, and a body over a scheme over a place: a place inside
    the name of a body is no mention of its own. All mentions of one thing have one key and name.
    The titles of documents (《…》) name nothing but themselves.
    """
    return _named(clean)[0]


def bodies_by_model(clean: Clean) -> dict[str, float]:
    """Key → score of every body of :func:`find_mentions` that no rule, only the model saw."""
    return dict(_named(clean)[1])


@lru_cache(maxsize=2)
def _named(clean: Clean) -> tuple[tuple[Mention, ...], dict[str, float]]:
    return names_in(clean, propose_bodies)


def names_in(
    clean: Clean, propose: Callable[[Words, Sequence[BodyHit]], Sequence[Proposal]]
) -> tuple[tuple[Mention, ...], dict[str, float]]:
    """The names by the rules and what `propose` sees, and the scores of bodies by that alone."""
    text = clean.text
    words = cut(text)
    titles = [match.span() for match in _TITLE.finditer(text)]
    places = [place for place in find_places(words) if not _inside(place, titles)]
    read = with_seats(text, find_bodies(words, places))
    ruled = [body for body in read if not _inside(body, titles)]
    seen = completed(words, places, ruled, propose(words, ruled))
    found = (_without_post(text, body) for body in seen.bodies if not _inside(body, titles))
    starts, ends = ({at(place): place for place in places} for at in (_start, _end))
    whole = [
        with_gap(text, without_role(text, body, starts), ends)
        for body in found
        if body is not None and not _cut_open(text, body)
    ]
    bodies = with_listed(words, expand(text, whole, places), places)
    kept = settle(words, bodies, places, clean.publisher)
    college = main_college(text, bodies, clean.publisher)
    kept = _added(kept, find_units(text, kept, college))
    scores = _by_model(kept, seen.alone)
    plans = [match.span("plan") for match in _PLAN.finditer(text)]
    kept = _added(kept, (named for named in _programmes(text) if not _inside(named, plans)))
    kept = _added(kept, (_place(place) for place in places))
    kept = seated(text, kept, places)
    kept = _added(kept, find_pointers(text, kept, clean.publisher))
    kept = _added(kept, addressed(text, kept))
    return tuple(kept), scores


def _by_model(kept: Iterable[Mention], alone: Mapping[tuple[int, int], float]) -> dict[str, float]:
    """The best score of each body all of whose names only the model saw."""
    met: dict[str, list[float]] = {}
    for mention in kept:
        met.setdefault(mention.key, []).append(alone.get((mention.start, mention.end), 0.0))
    return {key: max(scores) for key, scores in met.items() if all(scores)}


#: 某局|副局长甲和基教科: a post and who holds it ran into the name
_POST_INSIDE = later(
    "(?:常务)?副(?:会长|局长|主任|校长|书记|主席|部长|处长|科长|院长|理事长)[一-鿿]{2}"
    "|(?:会长|局长|主席|书记|理事长|董事长)[兼和及]"
)


def _without_post(text: str, body: BodyHit) -> BodyHit | None:
    """The body up to a post that its name ran over, None if it ends as no body does."""
    post = _POST_INSIDE.search(text, body.start, body.end)
    if post is None:
        return body
    ending = last_suffix(text[body.start : post.start()])
    if ending is None or body.wording:
        return None
    return replace(
        body,
        end=post.start(),
        kind=ending.kind,
        suffix=ending.text,
        category=ending.category,
        core=min(body.core, post.start()),
    )


def _cut_open(text: str, body: BodyHit) -> bool:
    """Whether the name begins within a bracket: 中国）投资公司 of 晨光（中国）投资公司."""
    mark = _MARK.search(text, body.start, body.end)
    return mark is not None and mark[0] in ")）"


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
