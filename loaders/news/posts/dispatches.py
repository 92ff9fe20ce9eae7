"""Sentences that say once who is sent where, then count the people: 甲校向乙校派驻…：丙任…."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..people.titles import Title
from .letters import NEAR, pattern
from .sendings import Sent
from .skeletons import Skeleton
from .visits import CALLS, LESSONS

__all__ = ["DISPATCH", "by_dispatches"]

DISPATCH = "dispatch"
"""The rule that such stays name."""
_SENDS = "(?:派驻|选派|派出|委派|援派|输送|派)"
_COLON = Screen(
    (None, pattern(telling))
    for telling in (
        f"A[^ⓃⒷⓅ。；：]{{0,12}}?(?:向|往)B(?:{NEAR}{{0,4}}?{_SENDS}了?|(?P<t>Ⓣ))[^ⓃⒷⓅ。；：]{{0,30}}：",
        f"(?:A|我[校区市县州院])[^ⓃⒷⓅ。；：]{{0,12}}?{_SENDS}[^ⓃⒷⓅ。；：]{{0,30}}?(?:赴|到|前往|往)B"
        "(?:支教|挂职|任教|任职|帮扶|工作|，|为期)[^ⓃⒷⓅ。；：]{0,20}(?:：|$)",
        f"A{_SENDS}(?:到|赴|来|往|至)B的?(?:[一二两三四五六七八九十0-9]+[名位])[^ⓃⒷⓅ。；]{{0,20}}$",
        f"{_SENDS}(?:以下|下列)[^ⓃⒷⓅ。；：]{{0,12}}(?:赴|到|前往|往)B[^ⓃⒷⓅ。；：]{{0,16}}：$",
    )
)
_LISTED = later(
    "^[ 　]*(?:第[一二三四五六七八九十0-9]+批|首批|其中|(?:他们|她们)?(?:分别)?是|名单|具体)"
    "[^ⓃⒷⓅ：]{0,10}[：是]|^[^ⓃⒷⓅ]{0,5}Ⓝ[，（(：]"
)
_EARLIER = pattern(
    "(?:首批|前[一二两三四五六]批|上一?批|第[一二三四五六七八九十]+批|此前|去年)[^ⓃⒷⓅ，。；]{0,4}"
    f"{_SENDS}的{NEAR}{{0,6}}Ⓣ?L"
)
_PASSES = later(f"{CALLS}|{LESSONS}|培训|研学|跟岗")


class Dispatch(NamedTuple):
    """Who sends people where, and the passage that tells so."""

    home: Mention | None
    host: Mention
    told: tuple[int, int]


def by_dispatches(skeletons: Sequence[Skeleton]) -> Iterator[Sent]:
    """A stay for everybody counted after such a sentence's colon, in order.

    If all such sentences tell of one pair of bodies, those whom 前三批派驻的 names stayed there.
    """
    pairs: dict[tuple[str, str], Dispatch] = {}
    open_: Dispatch | None = None
    for skeleton in skeletons:
        match = next(
            (
                m
                for _, one in _COLON.worth_trying(skeleton.signs)
                if (m := one.search(skeleton.signs))
            ),
            None,
        )
        if match is None or _PASSES.search(match[0]) is not None or not _sends(skeleton, match):
            # the list may go on in lines and sentences of its own
            open_ = open_ if _LISTED.search(skeleton.signs) is not None else None
            if open_ is not None:
                yield from _each(skeleton, 0, len(skeleton.signs), open_, elsewhere=True)
            continue
        origin = skeleton.body(match, "a") if "a" in match.groupdict() else None
        host = skeleton.body(match, "b")
        if host is None or (origin is not None and origin.key == host.key):
            continue
        open_ = Dispatch(origin, host, (skeleton.start, skeleton.bounds(match)[1]))
        pairs["" if origin is None else origin.key, host.key] = open_
        yield from _each(skeleton, match.end(), len(skeleton.signs), open_)
    if len(pairs) != 1:
        return
    (only,) = pairs.values()
    for skeleton in skeletons:
        for match in _EARLIER.finditer(skeleton.signs):
            yield from _each(skeleton, *match.span("n"), only, elsewhere=True)


def _sends(skeleton: Skeleton, match: re.Match[str]) -> bool:
    """Whether the verb is told: as such, or as a part of a post (派驻干部)."""
    if not match.groupdict().get("t"):
        return True
    post = skeleton.spans[match.start("t")]
    return isinstance(post, Title) and post.aid


def _each(
    skeleton: Skeleton, low: int, high: int, sent: Dispatch, *, elsewhere: bool = False
) -> Iterator[Sent]:
    for at, span in enumerate(skeleton.spans[low:high], low):
        if isinstance(span, Mention) and span.kind is Kind.PERSON:
            start, end = skeleton.start, span.end
            yield Sent(
                person=span, origin=sent.home, destination=sent.host, title=_post(skeleton, at),
                start=start, end=end, rule=DISPATCH,
                support=(sent.told,) if elsewhere else (),
            )  # fmt: skip


_TAKES = later("任(?:Ⓟ*Ⓑ)?Ⓣ|担任(?:Ⓟ*Ⓑ)?Ⓣ")


def _post(skeleton: Skeleton, at: int) -> str | None:
    """The post that the person at `at` takes up: 丙任教务处主任."""
    match = _TAKES.match(skeleton.signs, at + 1)
    post = skeleton.spans[match.end() - 1] if match is not None else None
    return post.title if isinstance(post, Title) else None
