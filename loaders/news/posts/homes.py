"""Where persons come from, as the words right before or behind their names show."""

from __future__ import annotations

from collections.abc import Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from .aidposts import TEAM
from .beside import sent_there
from .graduates import team_home
from .phrase import Chain, Held

__all__ = ["homes_of", "senders_of"]

_STUDENTS = later("研究生支教团|研支团|大学|学院|支教(?:工作)?[队团]")
"""Teams of which a university may be the home; an 援疆指挥部 is of none."""


def senders_of(before: Sequence[Chain]) -> dict[str, Mention]:
    """Person → A校 or A区 of A校支教教师甲, who is there no more."""
    return {
        chain.person.key: h.body
        for chain in before
        for h in chain.held
        if h.body is not None and h.title.aid and h.body.kind in (Kind.SCHOOL, Kind.PLACE)
        if h.title.title.endswith(("教师", "老师"))
    }


def homes_of(
    before: Sequence[Chain], held: Sequence[Held], things: Sequence[Mention], text: str
) -> dict[str, Mention]:
    """Person → the body that the text first puts before the name, or in brackets behind it.

    Where a team goes is nobody's home: 赴甲县支教队队长乙.
    """
    homes: dict[str, Mention] = {}
    led = {chain.person.key for chain in before if chain.home is not None and not chain.held}
    for post in held:
        if post.rule == "taught" and post.person.key in led:
            continue  # A校的甲在B校教物理: of A
        if (
            post.rule in ("appositive", "row", "entry", "taught")
            and post.body
            and not post.title.aid
        ):
            homes.setdefault(post.person.key, post.body)
    for chain in before:
        body = chain.home or next(
            (
                h.body
                for h in chain.held
                if h.body and not h.title.aid and h.rule != "elided" and not sent_there(text, h)
            ),
            None,
        )
        if body is not None and TEAM.search(body.name):
            body = team_home(body.name, things) if _STUDENTS.search(body.name) else None
        if body is not None:
            homes.setdefault(chain.person.key, body)
    return homes
