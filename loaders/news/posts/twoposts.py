"""Two posts of one person, one at home and one away: who holds both was sent.

Which of the two is away shows in the words (现任, 任, 支教教师) or in the sides of the two places;
where neither tells, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from types import MappingProxyType

from ....ontology.records import Kind, Mention, Status
from ...later import later
from ..entities.sides import direction
from ..page.clean import Clean
from .aidposts import TEAM
from .hosts import apart
from .phrase import Held
from .sendings import OFFICE, Sent

__all__ = ["by_offices", "by_two_posts"]

_TAUGHT = ("教师", "老师")
_WAS = later("(?:原(?:来|先|本)?|以前|之前|此前|过去)(?:都|一直)?在$")
_POSTED = later("(?:挂职|挂任|跟岗|顶岗)(?:担任|任|于|在|到)?$")


def by_offices(clean: Clean, held: Sequence[Held], homes: Mapping[str, Mention]) -> Iterator[Sent]:
    """甲任教科室副主任, at the body of the one before: a post taken up away from home."""
    for post in held:
        if post.body is None or post.person.key not in homes:
            continue
        taken = post.rule == "later" and post.title.status is not Status.ENDED
        if post.rule == "being":
            between = clean.text[post.person.end : post.title.end]
            taken = "任" in between[:8] and not re.search("原任|曾任|[是系]", between[:6])
        if taken:
            yield Sent(
                person=post.person, origin=None, destination=post.body, title=post.title.title,
                start=post.start, end=post.end, rule="office",
            )  # fmt: skip


def by_two_posts(
    clean: Clean,
    held: Sequence[Held],
    origins: Mapping[str, Mention],
    context: Collection[str],
    before: Mapping[str, Mention] = MappingProxyType({}),
) -> Iterator[Sent]:
    """A post at A校 and one at B校: sent from A to B, where words or places say which is which.

    `origins` are the homes that the text names outright (来自A校), `before` those that it puts
    before the name.
    """
    own: dict[str, list[Held]] = {}
    for post in held:
        if post.body is not None and not post.title.learner:
            own.setdefault(post.person.key, []).append(post)
    for key, posts in own.items():
        told = origins.get(key)
        for away in posts:
            assert away.body is not None
            if not _may_be_away(clean.text, away) or (
                not _is_marked(clean.text, away) and any(_is_marked(clean.text, p) for p in posts)
            ):
                continue
            others = [p for p in posts if p is not away and _at_home(p, away)]
            if away.rule == "each" and told is None:
                told = before.get(key)
            homes = [told] if told is not None else [p.body for p in others if p.body is not None]
            fits = (h for h in homes if _sent(clean, h, away, told is not None, context))
            home = next(fits, None)
            if home is not None:
                yield Sent(
                    person=away.person, origin=home, destination=away.body,
                    title=away.title.title, start=away.start, end=away.end, rule="two-posts",
                )  # fmt: skip
                break


def _may_be_away(text: str, post: Held) -> bool:
    """Whether a post may be one away from home: not what somebody is or was (甲是A校教师)."""
    if post.body is None or post.title.status is Status.ENDED:
        return False
    told = post.title.status is Status.ACTIVE
    if _WAS.search(text, max(0, post.body.start - 8), post.body.start):
        return False
    if (
        post.rule == "being"
        and not told
        and re.search("[是系]", text[post.person.end : post.title.start][:5])
    ):
        return False
    if post.body.kind is Kind.SCHOOL:
        return post.rule != "shared"
    return bool(OFFICE.match(post.title.title)) or (
        post.body.kind is Kind.INSTITUTION and post.title.title.startswith("副")
    )


def _is_marked(text: str, post: Held) -> bool:
    """Whether the words in front of a body say that the post is away: 甲，挂职|B校校长助理."""
    return (
        post.body is not None
        and _POSTED.search(text, max(0, post.body.start - 8), post.body.start) is not None
    )


def _at_home(post: Held, away: Held) -> bool:
    """Whether a post may be the one at home: no aid post, and not one taken up."""
    assert post.body is not None
    left = post.title.status is Status.ENDED
    if post.title.aid or post.title.status is Status.ACTIVE:
        return False
    if post.rule == "shared" or (post.rule == "later" and not left):
        return False
    if post.body.kind is Kind.PLACE or TEAM.search(post.body.name):
        return False
    return post.rule != "elided" or away.rule != "elided"


def _sent(clean: Clean, home: Mention, away: Held, told: bool, context: Collection[str]) -> bool:
    body = away.body
    if body is None or not apart(home, body, context):
        return False
    side = direction(home, body, context=context)
    if side < 0:
        return False
    between = clean.text[away.person.end : away.title.end]
    taken = (
        told
        or away.title.aid
        or away.title.status is Status.ACTIVE
        or away.rule == "later"
        or (away.rule == "being" and re.search("任", between[:8]) is not None)
    )
    if taken:
        return True
    return side > 0 and body.kind is Kind.SCHOOL and away.title.title not in _TAUGHT
