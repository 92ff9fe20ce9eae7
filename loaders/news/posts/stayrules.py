"""The stays that rules read: what is told of each person, and of those who came along."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.sides import codes_of, direction
from ..page.clean import Clean
from .aidposts import TEAM, by_titles
from .called import by_thanks, called_sent
from .companions import PARTNER, by_companions, colleagues
from .dispatches import by_dispatches
from .farewells import by_farewells
from .graduates import team_home
from .headings import HEADED, by_headings
from .homes import senders_of
from .hosts import apart
from .members import by_membership
from .pairrolls import by_pair_rolls
from .phrase import Held
from .rolls import by_rolls
from .sendings import Sent, by_patterns
from .settled import (
    at_own_school,
    at_school,
    held_before,
    turned,
    without_coarse,
    without_home_as_host,
    without_vague,
)
from .silver import by_silver
from .skeletons import Skeleton, skeletons
from .stayrows import by_rows
from .stayscene import SENT_WORDS, Scene
from .twoposts import by_offices, by_two_posts
from .villages import by_villages

__all__ = ["by_rules"]

_AID_WORDS = later(f"{SENT_WORDS}|挂任")


def by_rules(
    scene: Scene, clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> list[Sent]:
    """The stays that the rules read, each with the home that the text tells."""
    before, held, homes, origins = scene.chains, scene.held, scene.homes, scene.told
    named: dict[str, Mention] = {}
    for person in persons:
        named.setdefault(person.key, person)
    mentions, people = scene.things, scene.people
    told_in = tuple(skeletons(clean, mentions, people))
    context, senders = scene.context, senders_of(before)
    words = _AID_WORDS.findall(clean.text)
    speaks = (
        len(words) > 1
        or bool(words and scene.told)
        or any(
            chain.aided or any(h.body is not None and TEAM.search(h.body.name) for h in chain.held)
            for chain in before
        )
    )
    told = [
        *by_rows(clean, mentions, persons),
        *by_patterns(clean, told_in, mentions, {**senders, **homes}),
        *by_titles(clean, mentions, before, held),
        *by_offices(clean, held, homes),
        *by_dispatches(told_in),
        *by_thanks(told_in, mentions),
        *by_villages(clean.text, told_in, mentions),
        *by_farewells(clean.text, told_in, mentions, context),
        *by_headings(clean, mentions, persons, {**homes, **origins}, context),
        *(by_two_posts(clean, held, origins, context, homes) if speaks else ()),
    ]
    sure = [
        *by_silver(clean.text, mentions, people),
        *by_pair_rolls(clean, told_in, context),
    ]
    served = {sent.person.key: sent for sent in sure}
    told = [*sure, *(s for s in told if _agrees(s, served.get(s.person.key)))]
    students = _GRADUATES.search(clean.text) is not None
    college = team_home("", mentions) if students else None
    kept: dict[tuple[str, str], Sent] = {}
    for sent in told:
        origin = sent.origin or origins.get(sent.person.key) or homes.get(sent.person.key)
        if sent.rule == "two-posts" and _guessed(held, sent, origin):
            continue
        if sent.rule == "row-of" and any(
            h.person.key == sent.person.key and _same(h.body, origin) for h in held
        ):
            sent, origin = turned(sent, origin, context)
        if origin and sent.destination and origin.key == sent.destination.key:
            if sent.rule in ("takes-up", "goes", "office", "narrated", "while-at", "headed-by"):
                continue
            origin = origins.get(sent.person.key)
            if origin is not None and origin.key == sent.destination.key:
                origin = None
        if origin is None and sent.destination is not None:
            origin = held_before(held, sent, context)
            sender = senders.get(sent.person.key)
            if origin is None and sender is not None and apart(sender, sent.destination, context):
                origin = sender
        if origin is None and sent.rule in _OF_STUDENTS:
            origin = college
        sent, origin = at_own_school(sent, origin, context)
        if sent.destination is not None and TEAM.search(sent.destination.name):
            continue
        westward = (
            origin is not None
            and sent.destination is not None
            and direction(origin, sent.destination, context=context) > 0
        )
        far = sent.rule == "is-goes" and _far_off(sent, origin, context)
        aided = _aided(clean.text, sent) or (westward and (bool(words) or far))
        known_home = origin is not None or (students and sent.rule in _OF_STUDENTS)
        if sent.rule in _WEAK and not (known_home and (aided or students)):
            continue
        if sent.rule in _APART and not (
            (words or westward)
            and origin
            and sent.destination
            and apart(origin, sent.destination, context)
        ):
            continue
        person = named.get(sent.person.key, sent.person)
        sent = replace(sent, origin=origin, person=person)
        sent = at_school(sent, scene)
        key = sent.person.key, sent.destination.key if sent.destination else ""
        known = kept.get(key)
        if known is None or (known.title is None and sent.title) or known.origin is None:
            kept[key] = sent
    _with_company(scene, told_in, named, kept)
    settled = {
        sent.person.key
        for sent in kept.values()
        if sent.destination is not None and sent.destination.kind is not Kind.PLACE
    }
    for sent in by_rolls(clean, mentions, persons, {**homes, **origins}, context):
        assert sent.destination is not None
        own = [key for key, one in kept.items() if one.person.key == sent.person.key]
        if all(kept[key].rule == HEADED for key in own):
            for key in own:
                del kept[key]
        elif sent.person.key in settled:
            continue
        kept.setdefault((sent.person.key, sent.destination.key), sent)
    if speaks:
        placed = frozenset(person for person, to in kept if to)
        for sent in by_membership(
            clean,
            mentions,
            before,
            held,
            {**homes, **origins},
            placed,
            origins,
            called_sent(told_in),
        ):
            person = named.get(sent.person.key, sent.person)
            to = sent.destination.key if sent.destination else ""
            kept.setdefault((person.key, to), replace(sent, person=person))
        _with_company(scene, told_in, named, kept)
    return without_coarse(without_home_as_host(without_vague(kept)), context)


def _with_company(
    scene: Scene,
    told_in: Sequence[Skeleton],
    named: Mapping[str, Mention],
    kept: dict[tuple[str, str], Sent],
) -> None:
    """Add to `kept` the stays of those who came with somebody of whom it has one."""
    origins, context = scene.told, scene.context
    for sent in by_companions(told_in, tuple(kept.values())):
        person = named.get(sent.person.key, sent.person)
        origin = origins.get(person.key) or scene.homes.get(person.key)
        host = sent.destination
        if host is None or (origin is not None and not apart(origin, host, context)):
            continue
        if sent.rule == PARTNER and origin is None:
            continue
        kept.setdefault((person.key, host.key), replace(sent, person=person, origin=origin))
    for sent in colleagues(scene, origins, tuple(kept.values())):
        assert sent.destination is not None
        kept.setdefault((sent.person.key, sent.destination.key), sent)


def _agrees(sent: Sent, sure: Sent | None) -> bool:
    """Whether a stay is not told of somebody who surely teaches somewhere else."""
    return sure is None or _same(sent.destination, sure.destination)


_GRADUATES = later("研究生支教团|研支团")
_OF_STUDENTS = ("stays", "each-at", "goes", "sent-off", "narrated", "each-to", "applies")
"""What counts of the members of a team of graduates, whose home is their university."""
_WEAK = (
    "takes-up",
    "office",
    "from-to",
    "is-goes",
    "stays",
    "from-arrives",
    "arrives",
    "will-serve",
    "sets-out",
)
"""What counts only with an origin, and in a paragraph that speaks of sending people."""


_APART = (
    "narrated-post", "stays-years", "reports", "goes-posted", "live-at", "row-of", "headed",
    "list-of", "each-at", "went", "at-post-of", "now-as", "came-when", "appointed", "applies",
    "at-as", "walks-in", "appointed-from", "all-in", "becomes",
    "settles", "leaves", "was-before", "off-as", "was-now", "from-to-stays",
    "visited-of",
)  # fmt: skip
"""What counts only on a page that speaks of people sent, and between two places."""


def _far_off(sent: Sent, origin: Mention | None, context: frozenset[str]) -> bool:
    """Whether home and host lie in two provinces."""
    if origin is None or sent.destination is None:
        return False
    one, other = codes_of(origin, context), codes_of(sent.destination, context)
    return bool(one and other) and one[-1] != other[-1]


def _guessed(held: Sequence[Held], sent: Sent, origin: Mention | None) -> bool:
    """Whether the home is only the school named last: 原校长甲改任副校长 tells of one school."""
    posts = [h for h in held if h.person.key == sent.person.key and _same(h.body, origin)]
    return bool(posts) and all(post.rule == "elided" for post in posts)


def _same(one: Mention | None, other: Mention | None) -> bool:
    return one is not None and other is not None and one.key == other.key


def _aided(text: str, sent: Sent) -> bool:
    """Whether the paragraph speaks of sending people."""
    start = text.rfind("\n", 0, sent.start) + 1
    end = text.find("\n", max(sent.start, sent.end))
    return bool(_AID_WORDS.search(text, start, end if end >= 0 else len(text)))
