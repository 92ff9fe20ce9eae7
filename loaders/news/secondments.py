"""Who was sent from where to where: 挂职, 援派, 支教, 驻点帮扶."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...ontology.records import Kind, Mention, Posting, Secondment, Status
from .clean import Clean
from .phrase import Chain, Held
from .posts import read_posts
from .pronouns import in_play
from .rosters import find_rows
from .sendings import OFFICE, Sent, by_patterns, origins_told
from .skeletons import skeletons
from .sojourns import since_until

__all__ = ["find_secondments"]

_AID_WORDS = re.compile(
    "挂职|支教|援派|选派|派驻|援[疆藏青黔滇川桂陕甘宁蒙]|组团式|帮扶|驻点|派出|银龄|轮岗|下派|支援"
)
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
    told = [
        *_by_rows(clean, mentions, persons),
        *by_patterns(clean, told_in, mentions, homes),
        *_by_titles(clean, mentions, before, held),
        *_by_offices(clean, held, homes),
        *_by_two_posts(clean, held),
    ]
    origins = origins_told(told_in)
    kept: dict[tuple[str, str], Sent] = {}
    for sent in told:
        origin = sent.origin or origins.get(sent.person.key) or homes.get(sent.person.key)
        if origin and sent.destination and origin.key == sent.destination.key:
            if sent.rule in ("takes-up", "goes", "office"):
                continue
            origin = origins.get(sent.person.key)
        if sent.destination is not None and _TEAM.search(sent.destination.name):
            continue
        if sent.rule in _WEAK and (origin is None or not _aided(clean.text, sent)):
            continue
        person = named.get(sent.person.key, sent.person)
        sent = replace(sent, origin=origin, person=person)
        key = sent.person.key, sent.destination.key if sent.destination else ""
        known = kept.get(key)
        if known is None or (known.title is None and sent.title) or known.origin is None:
            kept[key] = sent
    return tuple(
        _secondment(clean, sent, postings)
        for sent in sorted(_without_vague(kept), key=lambda s: (s.start, s.end, s.person.key))
    )


_WEAK = ("takes-up", "office", "from-to", "is-goes", "stays", "from-arrives")
"""What counts only with an origin, and in a paragraph that speaks of sending people."""


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
        if post.rule in ("appositive", "row", "entry") and post.body and not post.title.aid:
            homes.setdefault(post.person.key, post.body)
    for chain in before:
        body = chain.home or next(
            (h.body for h in chain.held if h.body and not h.title.aid and h.rule != "elided"), None
        )
        if body is not None and not _TEAM.search(body.name):
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
            and p.organization.name.startswith(destination.name[:2])
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
    return Secondment(
        person=sent.person, origin=sent.origin, destination=destination, title=title,
        status=status, since=since, until=until,
        evidence=(clean.evidence(sent.start, sent.end, f"secondments/{sent.rule} 1", 0.8),),
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


def _by_offices(clean: Clean, held: Sequence[Held], homes: dict[str, Mention]) -> Iterator[Sent]:
    """甲任教科室副主任, at the body of the one before: a post taken up away from home."""
    for post in held:
        if post.rule != "being" or post.body is None or post.person.key not in homes:
            continue
        between = clean.text[post.person.end : post.title.end]
        if "任" in between[:8] and not re.search("原任|曾任|[是系]", between[:6]):
            yield Sent(
                person=post.person, origin=None, destination=post.body, title=post.title.title,
                start=post.start, end=post.end, rule="office",
            )  # fmt: skip


_TEAM = re.compile("援[疆藏青黔滇川桂陕甘宁蒙]|前方指挥部|前指|支教[队团]|协作.{0,6}工作[队组]")
_POSTED = re.compile(r"[（(][^（()）]{0,10}(?:挂职|援派)[^（()）]{0,4}[)）]")


def _by_two_posts(clean: Clean, held: Sequence[Held]) -> Iterator[Sent]:
    """A post at B校 before the name or with 现任, and 甲是A校的教师: sent from A to B.

    Only in a text with two different words of sending people.
    """
    homes: dict[str, Held] = {}
    for post in held:
        if post.body is None or post.body.kind is not Kind.SCHOOL:
            continue
        between = clean.text[post.person.end : post.title.end]
        own = post.rule == "being" and re.match("，?(?:原?是|原为|系)", between)
        if own or (post.rule in ("appositive", "entry", "comma") and post.title.status in _BEFORE):
            homes.setdefault(post.person.key, post)
    for post in held:
        home = homes.get(post.person.key)
        if home is None or home.body is None or post.body is None or post is home:
            continue
        placed = post.rule == "before" or post.title.status is Status.ACTIVE
        if not placed or (
            post.body.kind is not Kind.SCHOOL and not OFFICE.match(post.title.title)
        ):
            continue
        if home.body.key == post.body.key:
            continue
        sent = Sent(
            person=post.person, origin=home.body, destination=post.body, title=post.title.title,
            start=post.start, end=post.end, rule="two-posts",
        )  # fmt: skip
        if len(set(_AID_WORDS.findall(clean.text))) > 1:
            yield sent


_BEFORE = (Status.UNKNOWN, Status.ENDED)


def _by_titles(
    clean: Clean, mentions: Sequence[Mention], before: Sequence[Chain], held: Sequence[Held]
) -> Iterator[Sent]:
    """副县长（挂职）甲, 济南市挂职干部、副县长甲, 援疆教师、某校教师甲."""
    text = clean.text
    entries: dict[tuple[int, int], list[Held]] = {}
    for post in held:
        if post.rule == "entry":
            entries.setdefault((post.person.start, post.person.end), []).append(post)
    for chain in before:
        end = chain.person.end
        posts = [*chain.held, *entries.get((chain.person.start, end), ())]
        aside = _POSTED.search(text, chain.start, end + 14)
        if aside is not None and (aside.start() > end or "。" in text[chain.start : aside.start()]):
            aside = None
        team = [h for h in posts if h.body is not None and _TEAM.search(h.body.name)]
        posts = [
            h
            for h in posts
            if h not in team
            and not (
                h.title.aid and h.title.title == "教师" and h.body and h.body.kind is Kind.PLACE
            )
        ]
        aided = chain.aided or any(h.title.aid for h in posts)
        if aside is None and not aided and not (team and posts):
            continue
        inside = None
        if aside is not None:
            inside = next((m for m in mentions if aside.start() < m.start < aside.end()), None)
        cadre = next((h for h in posts if h.title.title == "干部"), None)
        origin = inside or (cadre.body if cadre is not None else None)
        posts = [h for h in posts if h is not cadre and h.body is not None]
        main = next((h for h in posts if OFFICE.match(h.title.title)), None)
        main = main or next((h for h in posts if h.title.aid), None)
        main = main or (posts[0] if posts else None)
        if main is None or main.body is None:
            continue
        if aside is None and not aided and main.title.status is not Status.ACTIVE:
            # in a team that helps, and nothing says which post is the one away from home
            continue
        others = [h.body for h in posts if h.body and h.body.key != main.body.key]
        home = main.title.title in ("教师", "老师") and not others
        yield Sent(
            person=chain.person,
            origin=main.body if home else origin,
            destination=None if home else main.body,
            title=main.title.title,
            start=chain.start,
            end=max(end, aside.end() if aside is not None else end),
            rule="post",
        )
