"""Who was sent from where to where: 挂职, 援派, 支教, 驻点帮扶."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ....ontology.records import Kind, Mention, Posting, Secondment, Stance, Status
from ..page.clean import Clean
from ..people.pronouns import in_play
from ..people.rosters import find_rows
from .aidposts import TEAM, by_titles
from .hosts import apart
from .members import by_membership, team_home
from .phrase import Chain, Held
from .posts import read_posts
from .sendings import OFFICE, Sent, by_patterns, origins_told
from .settled import held_before, within, without_coarse, without_vague
from .skeletons import skeletons
from .sojourns import since_until
from .staymodel import STAYS, by_model
from .stayscene import Scene
from .teams import of_teams
from .twoposts import by_offices, by_two_posts

__all__ = ["find_secondments", "scene_of"]

_AID_WORDS = re.compile(
    "挂职|挂任|支教|援派|选派|派驻|援[疆藏青黔滇川桂陕甘宁蒙陕琼渝]|组团式|任教|帮扶|驻点|派出|银龄|轮岗|下派|支援"
)
_COMES = re.compile("来自$")
_ENDED = re.compile("结束|返回|期满|凯旋|曾在|曾到|曾赴|已返|卸任")
_PLANNED = re.compile("将于|将赴|将到|拟派|拟赴|拟选派|即将|整装待发")


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
    placed = frozenset(sent.person.key for sent, _ in kept if sent.destination is not None)
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
    return tuple(
        _secondment(clean, sent, postings, score)
        for sent, score in sorted(kept, key=lambda s: (s[0].start, s[0].end, s[0].person.key))
    )


def scene_of(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    """The page as the model of stays sees it: all that the rules read."""
    scene = _scene(clean, mentions, persons)
    return replace(scene, rule_stays=tuple(_by_rules(scene, clean, mentions, persons)))


def _scene(clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]) -> Scene:
    before, held = read_posts(clean, mentions, persons)
    things, people = in_play(clean, mentions, persons)
    origins = origins_told(clean.text, tuple(skeletons(clean, things, people)))
    origins = {k: m for k, m in origins.items() if not TEAM.search(m.name)}
    for chain in before:
        if chain.home is None or TEAM.search(chain.home.name):
            continue
        if _COMES.search(clean.text, max(0, chain.home.start - 2), chain.home.start):
            origins.setdefault(chain.person.key, chain.home)
    return Scene(clean, things, people, before, held, _homes(before, held, things), origins)


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
    context = scene.context
    words = _AID_WORDS.findall(clean.text)
    speaks = (
        len(set(words)) > 1
        or len(words) > 2
        or any(
            chain.aided or any(h.body is not None and TEAM.search(h.body.name) for h in chain.held)
            for chain in before
        )
    )
    told = [
        *_in_rows(clean, mentions, persons),
        *by_patterns(clean, told_in, mentions, homes),
        *by_titles(clean, mentions, before, held),
        *by_offices(clean, held, homes),
        *(by_two_posts(clean, held, origins, context, homes) if speaks else ()),
    ]
    kept: dict[tuple[str, str], Sent] = {}
    for sent in told:
        origin = sent.origin or origins.get(sent.person.key) or homes.get(sent.person.key)
        if origin and sent.destination and origin.key == sent.destination.key:
            if sent.rule in ("takes-up", "goes", "office", "narrated", "while-at", "headed-by"):
                continue
            origin = origins.get(sent.person.key)
        if origin is None and sent.destination is not None:
            origin = held_before(held, sent, context)
        sent, origin = within(sent, origin, context)
        if sent.destination is not None and TEAM.search(sent.destination.name):
            continue
        if sent.rule in _WEAK and (origin is None or not _aided(clean.text, sent)):
            continue
        if sent.rule in _APART and not (
            words and origin and sent.destination and apart(origin, sent.destination, context)
        ):
            continue
        person = named.get(sent.person.key, sent.person)
        sent = replace(sent, origin=origin, person=person)
        key = sent.person.key, sent.destination.key if sent.destination else ""
        known = kept.get(key)
        if known is None or (known.title is None and sent.title) or known.origin is None:
            kept[key] = sent
    if speaks:
        placed = frozenset(person for person, to in kept if to)
        for sent in by_membership(
            clean, mentions, before, held, {**homes, **origins}, placed, origins
        ):
            person = named.get(sent.person.key, sent.person)
            to = sent.destination.key if sent.destination else ""
            kept.setdefault((person.key, to), replace(sent, person=person))
    return without_coarse(without_vague(kept), context)


_WEAK = ("takes-up", "office", "from-to", "is-goes", "stays", "from-arrives")
"""What counts only with an origin, and in a paragraph that speaks of sending people."""


_APART = (
    "narrated-post", "stays-years", "reports", "goes-posted", "live-at", "row-of", "headed",
    "list-of", "each-at", "went",
)  # fmt: skip
"""What counts only on a page that speaks of people sent, and between two places."""
_INFERRED = ("member", "team", STAYS)


def _aided(text: str, sent: Sent) -> bool:
    """Whether the paragraph speaks of sending people."""
    start = text.rfind("\n", 0, sent.start) + 1
    end = text.find("\n", max(sent.start, sent.end))
    return bool(_AID_WORDS.search(text, start, end if end >= 0 else len(text)))


def _homes(
    before: Sequence[Chain], held: Sequence[Held], things: Sequence[Mention]
) -> dict[str, Mention]:
    """Person → the body that the text first puts before the name, or in brackets behind it."""
    homes: dict[str, Mention] = {}
    for post in held:
        if (
            post.rule in ("appositive", "row", "entry", "taught")
            and post.body
            and not post.title.aid
        ):
            homes.setdefault(post.person.key, post.body)
    for chain in before:
        body = chain.home or next(
            (h.body for h in chain.held if h.body and not h.title.aid and h.rule != "elided"), None
        )
        if body is not None and TEAM.search(body.name):
            body = team_home(body.name, things)
        if body is not None:
            homes.setdefault(chain.person.key, body)
    return homes


def _secondment(
    clean: Clean, sent: Sent, postings: Sequence[Posting[Mention]], score: float = 0.0
) -> Secondment[Mention]:
    """The fact, with the post at the receiving end, the dates and the status."""
    title, destination = sent.title, sent.destination
    own = [p for p in postings if p.person.key == sent.person.key and p.organization is not None]
    if title is None and destination is not None:
        title = next(
            (p.title for p in own if p.organization and p.organization.key == destination.key), None
        )
    if destination is not None and (
        destination.kind is Kind.PLACE or destination.name.endswith("委")
    ):
        elsewhere = [
            p
            for p in own
            if sent.origin is None
            or p.organization is None
            or p.organization.key != sent.origin.key
        ]
        office = next((p for p in elsewhere if OFFICE.match(p.title)), None)
        away = [
            p
            for p in own
            if p.organization is not None
            and p.organization.kind is not Kind.PLACE
            and (sent.origin is None or p.organization.key != sent.origin.key)
            and destination.name[:2] in p.organization.name[:6]
        ]
        if office is None and len(away) == 1 and destination.kind is Kind.PLACE:
            office = away[0]
        if office is not None:
            title, destination = office.title, office.organization
    passage = clean.text[sent.start : sent.end]
    status = Status.ACTIVE
    if _PLANNED.search(passage):
        status = Status.PLANNED
    elif _ENDED.search(passage):
        status = Status.ENDED
    since, until = since_until(passage, clean)
    inferred = sent.rule in _INFERRED
    proof = clean.evidence(
        sent.start, sent.end, f"secondments/{sent.rule} 1",
        round(score, 2) or (0.6 if inferred else 0.8),
        Stance.INFERRED if inferred else Stance.STATED,
    )  # fmt: skip
    return Secondment(
        person=sent.person, origin=sent.origin, destination=destination, title=title,
        status=status, since=since, until=until,
        evidence=(proof,),
    )  # fmt: skip


def _in_rows(
    clean: Clean, mentions: Sequence[Mention], persons: Sequence[Mention]
) -> Iterator[Sent]:
    """Rows of tables with a column for where somebody goes."""
    for row in find_rows(clean):
        if "to" not in row.cells:
            continue
        seats: dict[str, Mention] = {}
        for role in ("name", "home", "to"):
            start, end = row.cells.get(role, (0, 0))
            pool = persons if role == "name" else mentions
            inside = [m for m in pool if start <= m.start and m.end <= end]
            if inside:
                seats[role] = inside[-1]
        if "name" in seats and "to" in seats:
            teacher = "subject" in row.cells or "rank" in row.cells
            office = clean.text[slice(*row.cells.get("title", (0, 0)))]
            post = office if len(office) > 1 else "教师" if teacher else None
            yield Sent(
                person=seats["name"],
                origin=seats.get("home"),
                destination=seats["to"],
                title=post,
                start=row.start,
                end=row.end,
                rule="row",
            )
