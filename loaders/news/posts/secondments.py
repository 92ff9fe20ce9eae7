"""Who was sent from where to where: 挂职, 援派, 支教, 驻点帮扶."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Posting, Secondment, Status
from ...later import later
from ..page.clean import Clean
from ..people.pronouns import in_play
from .aidposts import TEAM
from .called import called_sent
from .companions import COLLEAGUE
from .crewstays import CREWED, by_crews
from .homes import homes_of
from .hosts import named_bodies
from .origins import origins_told
from .posts import read_posts
from .settled import (
    held_before,
    without_own,
)
from .silver import without_senders
from .skeletons import skeletons
from .speakers import with_speakers
from .staydoubts import without_doubted
from .stayfacts import secondment_of
from .staymodel import STAYS, by_model
from .stayrules import by_rules
from .stayscene import Scene
from .villages import VILLAGE

__all__ = ["find_secondments", "scene_of"]

_INFERRED = ("member", COLLEAGUE, CREWED, STAYS)
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
    kept = [(sent, 0.0) for sent in without_doubted(scene, scene.rule_stays)]
    placed = frozenset(
        sent.person.key for sent, _ in kept if sent.destination is not None or sent.rule == VILLAGE
    )
    vague = {sent.person.key: sent for sent, _ in kept if sent.destination is None}
    for score, sent in by_model(scene, placed, frozenset(vague)):
        person = named.get(sent.person.key, sent.person)
        if person.key in vague and sent.origin is None:
            sent = replace(sent, origin=vague[person.key].origin)
        if sent.origin is None:
            told_of = scene.told.get(person.key) or scene.told.get(sent.person.key)
            same = told_of is not None and told_of.key == getattr(sent.destination, "key", "")
            origin = None if same else told_of
            sent = replace(sent, origin=origin or held_before(scene.held, sent, scene.context))
        kept = [(one, by) for one, by in kept if one.person.key != person.key]
        kept.append((replace(sent, person=person), score))
    kept = [(without_own(sent), score) for sent, score in kept]
    read = tuple(skeletons(clean, scene.things, scene.people))
    told = {sent.person.key: sent for sent, _ in kept}
    done = frozenset(key for key, sent in told.items() if sent.destination is not None)
    # 领队甲（A校副校长）、队员乙（B校教师）: nobody of the team serves there
    come_from = {h.body.key for h in scene.held if h.rule == "appositive" and h.body is not None}
    for sent in without_doubted(scene, tuple(by_crews(scene, read, done, called_sent(read)))):
        key = sent.person.key
        if sent.destination is None and key in told:
            continue
        if sent.destination is not None and sent.destination.key in come_from:
            continue
        origin = told[key].origin if key in told else None
        kept = [(one, by) for one, by in kept if one.person.key != key]
        person = named.get(key, sent.person)
        kept.append((replace(sent, person=person, origin=origin or sent.origin), 0.0))
    # that somebody is shown as a member says too little where nothing says of which place
    kept = [(s, by) for s, by in kept if s.destination is not None or s.rule != "member"]
    schools = [m for m in scene.things if m.kind is Kind.SCHOOL]
    facts = [
        secondment_of(
            clean, sent, postings, score, inferred=sent.rule in _INFERRED, schools=schools
        )
        for sent, score in sorted(kept, key=lambda s: (s[0].start, s[0].end, s[0].person.key))
    ]
    return without_senders(clean.text, facts)


def scene_of(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    """The page as the model of stays sees it: all that the rules read."""
    scene = _scene(clean, mentions, persons)
    return replace(scene, rule_stays=tuple(by_rules(scene, clean, mentions, persons)))


def _scene(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    before, held = read_posts(clean, mentions, persons)
    things, people = in_play(clean, named_bodies(mentions), persons)
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
    return Scene(
        clean, things, people, before, held, homes_of(before, held, things, clean.text), origins
    )
