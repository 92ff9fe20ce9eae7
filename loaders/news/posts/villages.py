"""First secretaries and others who are sent to live in a village: 甲任某村第一书记.

Nobody has such a post at home. The village itself is no place that the reader knows: where the
page names a township or county before it, that is where they serve.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from ....ontology.records import Kind, Mention
from ...later import later
from ...screen import Screen
from ..people.titles import Title
from .letters import NEAR, pattern
from .sendings import Sent
from .skeletons import Skeleton

__all__ = ["VILLAGE", "by_villages"]

VILLAGE = "village"
"""The rule that such stays name."""
_NAMED = "(?:B的?)?(?P<v>[^ⓃⓉⒷⓅ，。；：、]{1,8}村)?"
_TELLINGS = Screen(
    (None, pattern(telling))
    for telling in (
        f"N(?:同志|老师)?(?:（[^）]{{0,12}}）)?，?{NEAR}{{0,14}}?(?:担任|挂任|出任|派任|接任|拟任|现任|任){_NAMED}的?(?P<aid>Ⓣ)",
        f"N(?:同志|老师)?，?[是系为](?:A)?{NEAR}{{0,12}}?(?:派驻|选派|派到|驻){_NAMED}的?(?P<aid>Ⓣ)",
        f"(?:A{NEAR}{{0,4}}?(?:选派|委派|派出|派))?N(?:{NEAR}{{0,20}}?|，[^ⓃⓉⒷⓅ。；]{{0,8}}?[他她])"
        f"(?:到|赴|往|在|前往|来到){_NAMED}{NEAR}{{0,4}}?(?:担任|挂任|任|做|当)(?P<aid>Ⓣ)",
        f"(?:到|赴|往|在|前往|来到){_NAMED}{NEAR}{{0,4}}?(?:担任|挂任|任|做|当)(?P<aid>Ⓣ)[^ⓃⒷⓅ。；]{{0,8}}?，N",
        "N[^ⓃⒷⓅ。；]{0,24}?(?:赶到|来到|前往|到|赴)B[^ⓃⒷⓅ。；]{0,16}?(?:成为|担任|任|做)(?P<aid>Ⓣ)",
        f"N，[^ⓃⒷⓅ。；]{{0,16}}?驻{_NAMED}的(?:一[名位])?[^ⓃⒷⓅ，。；]{{0,3}}(?P<aid>Ⓣ)",
        "(?:赴|到|前往|来到)B[^ⓃⒷ。；]{0,24}?[，、]?送[^ⓃⒷ。；]{0,10}?(?P<aid>Ⓣ)N",
        f"(?:A{NEAR}{{0,4}}?)?(?:派驻|派到|选派到|驻){_NAMED}的?(?P<aid>Ⓣ)N",
        f"{_NAMED}的?(?P<aid>Ⓣ)N",
    )
)
_LIVES = later("第一书记$|^驻村")
_VILLAGE = later("(?:(?![镇乡县区市省州])[一-鿿]){1,5}?村")
_WENT = later("(?:到|赴|前往|往|至)(Ⓟ+)")


def by_villages(
    text: str, skeletons: Sequence[Skeleton], things: Sequence[Mention]
) -> Iterator[Sent]:
    """A stay for each first secretary of whom the page tells where to or where from, in order."""
    seats = _seats(text, things)
    done: set[str] = set()
    for skeleton in skeletons:
        for _, telling in _TELLINGS.worth_trying(skeleton.signs):
            for match in telling.finditer(skeleton.signs):
                post = skeleton.spans[match.start("aid")]
                person = skeleton.spans[match.start("n")]
                if not (isinstance(post, Title) and _LIVES.search(post.title)):
                    continue
                if not isinstance(person, Mention) or person.key in done:
                    continue
                home = skeleton.body(match, "a") if "a" in match.groupdict() else None
                host = _host(skeleton, match, seats)
                if host is None and home is None:
                    continue
                done.add(person.key)
                start, end = skeleton.bounds(match)
                yield Sent(
                    person=person, origin=home, destination=host,
                    title=post.title.removeprefix("驻村"), start=start, end=end, rule=VILLAGE,
                )  # fmt: skip


def _host(skeleton: Skeleton, match: re.Match[str], seats: Mapping[str, Mention]) -> Mention | None:
    """The place before the village, here or elsewhere on the page; else where people are sent."""
    groups = match.groupdict()
    place = skeleton.body(match, "b") if "b" in groups else None
    if place is not None and place.kind is not Kind.INSTITUTION:
        return place
    village = groups.get("v") or ""
    known = seats.get(village[-4:]) or seats.get(village[-3:])
    if known is not None:
        return known
    went = list(_WENT.finditer(skeleton.signs, 0, match.start()))
    return skeleton.body(went[-1], 1) if went else None


def _seats(text: str, things: Sequence[Mention]) -> dict[str, Mention]:
    """A village's name, at most its last four signs → the place named right before it."""
    found: dict[str, Mention] = {}
    for place in things:
        village = _VILLAGE.match(text, place.end) if place.kind is Kind.PLACE else None
        if village is not None:
            found.setdefault(village[0][-4:], place)
    return found
