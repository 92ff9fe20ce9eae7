"""Who was sent from where to where: 挂职, 援派, 支教, 驻点帮扶."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...ontology.records import Kind, Mention, Posting, Secondment, Stance, Status
from .aidposts import TEAM, by_titles
from .clean import Clean
from .members import by_membership
from .phrase import Chain, Held
from .posts import read_posts
from .pronouns import in_play
from .rosters import find_rows
from .sendings import OFFICE, Sent, by_patterns, origins_told
from .skeletons import skeletons
from .sojourns import since_until
from .twoposts import by_offices, by_two_posts

__all__ = ["find_secondments"]

_AID_WORDS = re.compile(
    "挂职|支教|援派|选派|派驻|援[疆藏青黔滇川桂陕甘宁蒙陕琼渝]|组团式|任教|帮扶|驻点|派出|银龄|轮岗|下派|支援"
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
    before, held = read_posts(clean, mentions, persons)
    named: dict[str, Mention] = {}
    for person in persons:
        named.setdefault(person.key, person)
    mentions, people = in_play(clean, mentions, persons)
    told_in = tuple(skeletons(clean, mentions, people))
    homes = _homes(before, held)
    origins = {k: m for k, m in origins_told(told_in).items() if not TEAM.search(m.name)}
    for chain in before:
        if chain.home is None or TEAM.search(chain.home.name):
            continue
        if _COMES.search(clean.text, max(0, chain.home.start - 2), chain.home.start):
            origins.setdefault(chain.person.key, chain.home)
    context = sorted({m.key for m in mentions if m.kind is Kind.PLACE and m.key.isdigit()})
    speaks = len(set(_AID_WORDS.findall(clean.text))) > 1
    told = [
        *_by_rows(clean, mentions, persons),
        *by_patterns(clean, told_in, mentions, homes),
        *by_titles(clean, mentions, before, held),
        *by_offices(clean, held, homes),
        *(by_two_posts(clean, held, origins, context) if speaks else ()),
    ]
    kept: dict[tuple[str, str], Sent] = {}
    for sent in told:
        origin = sent.origin or origins.get(sent.person.key) or homes.get(sent.person.key)
        if origin and sent.destination and origin.key == sent.destination.key:
            if sent.rule in ("takes-up", "goes", "office"):
                continue
            origin = origins.get(sent.person.key)
        if sent.destination is not None and TEAM.search(sent.destination.name):
            continue
        if sent.rule in _WEAK and (origin is None or not _aided(clean.text, sent)):
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
    return tuple(
        _secondment(clean, sent, postings)
        for sent in sorted(_without_vague(kept), key=lambda s: (s.start, s.end, s.person.key))
    )


_WEAK = ("takes-up", "office", "from-to", "is-goes", "stays", "from-arrives")
"""What counts only with an origin, and in a paragraph that speaks of sending people."""


_INFERRED = ("member", "together", "hero")


def _without_vague(kept: dict[tuple[str, str], Sent]) -> list[Sent]:
    """Leave out a telling without destination where another of the same person has one."""
    placed = {person for person, to in kept if to}
    return [sent for (person, to), sent in kept.items() if to or person not in placed]


def _aided(text: str, sent: Sent) -> bool:
    """Whether the paragraph speaks of sending people."""
    start = text.rfind("\n", 0, sent.start) + 1
    end = text.find("\n", max(sent.start, sent.end))
    return bool(_AID_WORDS.search(text, start, end if end >= 0 else len(text)))


def _homes(before: Sequence[Chain], held: Sequence[Held]) -> dict[str, Mention]:
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
        if body is not None and not TEAM.search(body.name):
            homes.setdefault(chain.person.key, body)
    return homes


def _secondment(
    clean: Clean, sent: Sent, postings: Sequence[Posting[Mention]]
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
        office = next((p for p in own if OFFICE.match(p.title)), None)
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
        sent.start, sent.end, f"secondments/{sent.rule} 1", 0.6 if inferred else 0.8,
        Stance.INFERRED if inferred else Stance.STATED,
    )  # fmt: skip
    return Secondment(
        person=sent.person, origin=sent.origin, destination=destination, title=title,
        status=status, since=since, until=until,
        evidence=(proof,),
    )  # fmt: skip


def _by_rows(
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
