"""Who was sent from where to where: 挂职, 援派, 支教, 驻点帮扶."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Posting, Secondment, Status
from ...later import later
from ..entities.sides import direction
from ..page.clean import Clean
from ..people.pronouns import in_play
from .aidposts import TEAM, by_titles
from .called import by_thanks, called_sent
from .companions import COLLEAGUE, PARTNER, by_companions, colleagues
from .dispatches import by_dispatches
from .farewells import by_farewells
from .graduates import team_home
from .headings import by_headings
from .homes import homes_of, senders_of
from .hosts import apart
from .members import by_membership
from .posts import read_posts
from .regions import REGION, by_regions
from .sendings import Sent, by_patterns, origins_told
from .settled import (
    at_school,
    held_before,
    turned,
    within,
    without_coarse,
    without_own,
    without_vague,
)
from .skeletons import skeletons
from .speakers import with_speakers
from .stayfacts import secondment_of
from .staymodel import STAYS, by_model
from .stayrows import by_rows
from .stayscene import SENT_WORDS, Scene
from .teams import of_teams
from .twoposts import by_offices, by_two_posts
from .villages import VILLAGE, by_villages

__all__ = ["find_secondments", "scene_of"]

_AID_WORDS = later(f"{SENT_WORDS}|挂任")
_COMES = later("来自$")


def find_secondments(
    clean: Clean,
    mentions: Sequence[Mention],
    persons: Sequence[Mention],
    postings: Sequence[Posting[Mention]],
) -> tuple[Secondment[Mention], ...]:
    """Every person who the text says was sent to work elsewhere, in order of the passages.

    An end that the text leaves open is None. `title` is the post at the receiving end, without the
    aid word (挂职副县长 → 副县长).
    """
    scene = scene_of(clean, mentions, persons)
    named: dict[str, Mention] = {}
    for person in persons:
        named.setdefault(person.key, person)
    kept = [(sent, 0.0) for sent in scene.rule_stays]
    placed = frozenset(
        sent.person.key for sent, _ in kept if sent.destination is not None or sent.rule == VILLAGE
    )
    vague = {sent.person.key: sent for sent, _ in kept if sent.destination is None}
    for score, sent in by_model(scene, placed, frozenset(vague)):
        person = named.get(sent.person.key, sent.person)
        if person.key in vague and sent.origin is None:
            sent = replace(sent, origin=vague[person.key].origin)
        if sent.origin is None:
            sent = replace(sent, origin=held_before(scene.held, sent, scene.context))
        kept = [(one, by) for one, by in kept if one.person.key != person.key]
        kept.append((replace(sent, person=person), score))
    done = frozenset(sent.person.key for sent, _ in kept if sent.destination is not None)
    for sent in of_teams(scene, done):
        kept = [(one, by) for one, by in kept if one.person.key != sent.person.key]
        kept.append((replace(sent, person=named.get(sent.person.key, sent.person)), 0.0))
    kept = [(without_own(sent), score) for sent, score in kept]
    read = tuple(skeletons(clean, scene.things, scene.people))
    told = frozenset(sent.person.key for sent, _ in kept)
    for sent in by_regions(scene, told, called_sent(read)):
        kept.append((replace(sent, person=named.get(sent.person.key, sent.person)), 0.0))
    schools = [m for m in scene.things if m.kind is Kind.SCHOOL]
    return tuple(
        secondment_of(
            clean, sent, postings, score, inferred=sent.rule in _INFERRED, schools=schools
        )
        for sent, score in sorted(kept, key=lambda s: (s[0].start, s[0].end, s[0].person.key))
    )


def scene_of(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    """The page as the model of stays sees it: all that the rules read."""
    scene = _scene(clean, mentions, persons)
    return replace(scene, rule_stays=tuple(_by_rules(scene, clean, mentions, persons)))


def _scene(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    before, held = read_posts(clean, mentions, persons)
    things, people = in_play(clean, mentions, persons)
    people = with_speakers(clean, people)
    origins = origins_told(clean.text, tuple(skeletons(clean, things, people)))
    origins = {k: m for k, m in origins.items() if not TEAM.search(m.name)}
    for chain in before:
        if chain.home is None or TEAM.search(chain.home.name):
            continue
        if _COMES.search(clean.text, max(0, chain.home.start - 2), chain.home.start):
            origins.setdefault(chain.person.key, chain.home)
    for post in held:
        left = post.rule == "being" and post.title.status is Status.ENDED
        if left and post.body is not None and post.body.kind is Kind.SCHOOL:
            origins.setdefault(post.person.key, post.body)
    return Scene(clean, things, people, before, held, homes_of(before, held, things), origins)


def _by_rules(
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
    students = _GRADUATES.search(clean.text) is not None
    college = team_home("", mentions) if students else None
    kept: dict[tuple[str, str], Sent] = {}
    for sent in told:
        origin = sent.origin or origins.get(sent.person.key) or homes.get(sent.person.key)
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
        sent, origin = within(sent, origin, context)
        if sent.destination is not None and TEAM.search(sent.destination.name):
            continue
        westward = (
            origin is not None
            and sent.destination is not None
            and direction(origin, sent.destination, context=context) > 0
        )
        aided = _aided(clean.text, sent) or (bool(words) and westward)
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
    for sent in by_companions(told_in, tuple(kept.values())):
        person = named.get(sent.person.key, sent.person)
        origin = origins.get(person.key) or homes.get(person.key)
        host = sent.destination
        if host is None or (origin is not None and not apart(origin, host, context)):
            continue
        if sent.rule == PARTNER and origin is None:
            continue
        kept.setdefault((person.key, host.key), replace(sent, person=person, origin=origin))
    for sent in colleagues(scene, origins, tuple(kept.values())):
        assert sent.destination is not None
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
    return without_coarse(without_vague(kept), context)


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
    "at-as", "walks-in", "appointed-from",
)  # fmt: skip
"""What counts only on a page that speaks of people sent, and between two places."""
_INFERRED = ("member", "team", COLLEAGUE, REGION, STAYS)


def _same(one: Mention | None, other: Mention | None) -> bool:
    return one is not None and other is not None and one.key == other.key


def _aided(text: str, sent: Sent) -> bool:
    """Whether the paragraph speaks of sending people."""
    start = text.rfind("\n", 0, sent.start) + 1
    end = text.find("\n", max(sent.start, sent.end))
    return bool(_AID_WORDS.search(text, start, end if end >= 0 else len(text)))
