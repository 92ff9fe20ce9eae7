"""Posts that say themselves that they are away from home: 副县长（挂职）甲, 援疆教师乙."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO, AIDED, AIDS
from ...later import later
from ..entities.sides import codes_of, context_of
from ..page.clean import Clean
from .phrase import Chain, Held
from .sendings import OFFICE, Sent

__all__ = ["TEAM", "by_titles", "is_head"]

TEAM = later(f"{AID_TO}|前方指挥部|前指|支教(?:工作)?[队团]|协作.{{0,6}}工作[队组]")
"""A team of people sent, which is nobody's home."""
_HEADS = ("领队", "队长", "团长", "组长")
_LECTURERS = ("教师", "老师", "教授", "讲师", "研究员")
_POSTED = later(rf"[（(][^（()）]{{0,10}}(?:挂职|援派|{AID_TO})[^（()）]{{0,4}}[)）]")


def _in_region(
    text: str, chain: Chain, held: Sequence[Held], context: frozenset[str]
) -> Held | None:
    """The post that an 援青干部 holds in Qinghai, as the text tells it elsewhere."""
    aid = AIDS.search(text, max(0, chain.start - 6), chain.person.start)
    if aid is None:
        return None
    for post in held:
        body = post.body
        if post.person.key != chain.person.key or body is None or post.title.status is Status.ENDED:
            continue
        codes = codes_of(body, context)
        if codes and codes[-1][:2] == AIDED[aid[0][-1]] and body.kind is not Kind.PLACE:
            return post
    return None


_SECOND = later("^(?:副|党[委组]成员|党[委组]副|常委|校长助理)|常务副")


_TEAM_BEFORE = later(f"{AID_TO}[^，。；、\n]{{0,2}}$")


def _said(text: str, body: Mention) -> str:
    """The name of a team, with 援疆 before it where the name was read without."""
    aid = _TEAM_BEFORE.search(text, max(0, body.start - 4), body.start)
    return (aid[0] if aid is not None else "") + body.name


def is_head(text: str, post: Held) -> bool:
    """Whether somebody heads the people that a place sends: 上海|援青教师领队."""
    body = post.body
    if body is None or body.kind is not Kind.PLACE or not post.title.title.endswith(_HEADS):
        return False
    return AIDS.search(text, body.end, post.title.end) is not None


def _at_work(text: str, team: Sequence[Held], post: Held, context: frozenset[str]) -> bool:
    """Whether a post lies where the team of its holder helps: 援疆指挥部…、某县教育局副局长."""
    codes = codes_of(post.body, context) if post.body is not None else ()
    if not codes or _SECOND.search(post.title.title) is None:
        return False
    names = [_said(text, h.body) for h in team if h.body is not None]
    names += [text[h.body.end : h.title.end] for h in team if h.body is not None]
    aids = [aid[0] for name in names if (aid := AIDS.search(name)) is not None]
    return any(AIDED[aid[-1]] == codes[-1][:2] for aid in aids)


def by_titles(
    clean: Clean, mentions: Sequence[Mention], before: Sequence[Chain], held: Sequence[Held]
) -> Iterator[Sent]:
    """副县长（挂职）甲, 济南市挂职干部、副县长甲, 援疆教师、某校教师甲."""
    text = clean.text
    entries: dict[tuple[int, int], list[Held]] = {}
    context = context_of(mentions)
    for post in held:
        if post.rule == "entry":
            entries.setdefault((post.person.start, post.person.end), []).append(post)
    for chain in before:
        end = chain.person.end
        posts = [*chain.held, *entries.get((chain.person.start, end), ())]
        aside = _POSTED.search(text, chain.start, end + 14)
        if aside is not None and (aside.start() > end or "。" in text[chain.start : aside.start()]):
            aside = None
        team = [
            h
            for h in posts
            if h.body is not None and (TEAM.search(_said(text, h.body)) or is_head(text, h))
        ]
        posts = [
            h
            for h in posts
            if h not in team
            and not (
                h.title.aid
                and h.title.title.endswith(("教师", "老师"))
                and h.body
                and h.body.kind is Kind.PLACE
            )
        ]
        aided = chain.aided or any(h.title.aid for h in posts)
        if aside is None and not aided and not (team and posts):
            continue
        if not any(h.body is not None for h in posts):
            away = _in_region(text, chain, held, context)
            if away is not None:
                yield Sent(
                    person=chain.person, origin=None, destination=away.body,
                    title=away.title.title, start=chain.start, end=end, rule="post",
                )  # fmt: skip
                continue
        inside = None
        if aside is not None:
            inside = next((m for m in mentions if aside.start() < m.start < aside.end()), None)
        cadre = next((h for h in posts if h.title.title.endswith("干部")), None)
        origin = inside or (cadre.body if cadre is not None else None)
        posts = [h for h in posts if h is not cadre and h.body is not None]
        at = aside.start() if aside is not None else -1
        main = next((h for h in posts if h.title.end == at), None)
        main = main or next((h for h in posts if OFFICE.match(h.title.title)), None)
        main = main or next((h for h in posts if h.title.aid), None)
        main = main or (posts[0] if posts else None)
        if main is None or main.body is None:
            if cadre is not None and origin is not None and origin.kind is not Kind.PLACE:
                yield Sent(
                    person=chain.person, origin=origin, destination=None, title=None,
                    start=chain.start, end=end, rule="post",
                )  # fmt: skip
            continue
        away = next((h for h in posts if _at_work(text, team, h, context)), None)
        if away is not None and away.body is not None and aside is None and cadre is None:
            yield Sent(
                person=chain.person, origin=None, destination=away.body,
                title=away.title.title, start=chain.start, end=end, rule="post",
            )  # fmt: skip
            continue
        if aside is None and not aided and main.title.status is not Status.ACTIVE:
            # in a team that helps, and nothing says which post is the one away from home
            continue
        others = [h.body for h in posts if h.body and h.body.key != main.body.key]
        comes = text[max(0, main.body.start - 2) : main.body.start] == "来自"
        home = comes or (main.title.title.endswith(_LECTURERS) and not others)
        yield Sent(
            person=chain.person,
            origin=main.body if home else origin,
            destination=None if home else main.body,
            title=main.title.title,
            start=chain.start,
            end=max(end, aside.end() if aside is not None else end),
            rule="post",
        )
