"""Where the members of a team serve when the text says it once, sentences away.

The article's one host is carried to a person only when every sign agrees: the person is shown as
one of those sent, and no second school could be meant. Such a stay is inferred, not stated.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from ....ontology.records import Kind, Mention
from ...later import later
from ..entities.colleges import is_college
from ..entities.sides import EAST, codes_of, context_of, direction
from ..page.clean import Clean

__all__ = [
    "Hosts",
    "apart",
    "apart_by_place",
    "believable",
    "find_hosts",
    "may_help",
    "named_bodies",
    "names_another",
]

_GOING = later(
    "(?:来到|前往|奔赴|远赴|进驻|派往|派驻|派到|在|到|赴|至|驻|援派|帮扶|支援|托管|支持)$"
)
_STAY = later(
    r"[^，。；、\n]{0,12}?(?:支教|任教|挂职|任职|援教|从教|驻点帮扶|服务|教书|驻校|报到|报道|组团式|实习支教|执教)"
)
_PUPILS = later("毕业|考上|考入|录取|读书|就读|上大学")
_READS = later("(?:就读|读[书高初小研]|上[学高初小]|念[书高初小])")
"""A child of somebody goes to this school."""
_GIVEN = later("(?:捐建|援建|捐赠|资助|共建|改扩?建|新建)了?[^，。]{0,8}$")
_TO_US = later(
    "(?:来|到)(?:我|本)?(?:校|园)[^，。]{0,4}(?:支教|任教|挂职|帮扶|跟|交流|送教|任|开展)"
)


_CLASS = later(
    "(?P<place>.{0,6}?)(?:农村|乡镇|乡村|村镇|城乡|山区|牧区|边远|偏远|贫困|薄弱|基层|中小|受援)+学校"
    "|(?:中专|大专|中职|高职)学校"
)


def named_bodies(things: Sequence[Mention]) -> tuple[Mention, ...]:
    """`things` without what only says which sort of school is meant: 某市农村乡镇学校."""
    return tuple(
        m
        for m in things
        if m.kind is not Kind.SCHOOL
        or (sort := _CLASS.fullmatch(m.name)) is None
        or (sort["place"] and not codes_of(m))
    )


class Hosts:
    """The schools of an article at which people from elsewhere may serve."""

    def __init__(
        self, stays: Sequence[Mention], schools: Sequence[Mention], context: Collection[str]
    ) -> None:
        """`stays`: schools the text says somebody serves at; `schools`: all of them."""
        self.stays = stays
        self.schools = schools
        self.context = context
        self._known: dict[tuple[str, str], bool] = {}
        self._elsewhere: dict[str, Mention | None] = {}

    def of(self, home: Mention | None, start: int, end: int) -> Mention | None:
        """The one host for somebody from `home` told of in ``text[start:end]``, else None.

        The only school in the passage that can be a host; else the only one in the article where
        somebody is said to serve; else the only one in the article that can be.
        """
        here = [m for m in self.schools if start <= m.start < end] if start < end else []
        told, host = self._only(home, here)
        return host if told else self._only_elsewhere(home)

    def _only_elsewhere(self, home: Mention | None) -> Mention | None:
        """The one host of the article, whatever the passage; looked for once for each home."""
        key = "" if home is None else home.key
        if key not in self._elsewhere:
            told, host = self._only(home, self.stays)
            self._elsewhere[key] = host if told else self._only(home, self.schools)[1]
        return self._elsewhere[key]

    def _only(self, home: Mention | None, pool: Sequence[Mention]) -> tuple[bool, Mention | None]:
        """Whether any of `pool` can be a host, and which one if it is the only one."""
        fits: dict[str, Mention] = {}
        for host in pool:
            if host.key not in fits and (home is None or self._fits(home, host)):
                fits[host.key] = host
            if len(fits) > 1:
                return True, None
        return bool(fits), next(iter(fits.values()), None)

    def _fits(self, home: Mention, host: Mention) -> bool:
        pair = home.key, host.key
        if pair not in self._known:
            fits = apart(home, host, self.context) and may_help(home, host, self.context)
            self._known[pair] = fits
        return self._known[pair]


def apart(home: Mention, host: Mention, context: Collection[str] = ()) -> bool:
    """Whether the two are two bodies that are not known to lie in one place or prefecture."""
    return not _akin(home, host) and apart_by_place(home, host, context)


def _akin(home: Mention, host: Mention) -> bool:
    """Whether the two are one body, or one is a part of the other by its name."""
    return (
        home.key == host.key or home.name.startswith(host.name) or host.name.startswith(home.name)
    )


def apart_by_place(home: Mention, host: Mention, context: Collection[str] = ()) -> bool:
    """Whether the two are not known to lie in one place or prefecture, whatever their names."""
    one, other = codes_of(home, context), codes_of(host, context)
    if not one or not other:
        return True
    return one[-2:] != other[-2:] and one[0] not in other and other[0] not in one


def may_help(home: Mention, host: Mention, context: Collection[str] = ()) -> bool:
    """Whether nothing tells that it is the host that helps the home."""
    return direction(home, host, context=context) >= 0


_HELPS = later("[^，。；\n]{0,12}?(?:对口|结对|定点)(?:帮扶|支援|援助)(?:的|学校)*")


def _helpers(text: str, mentions: Sequence[Mention]) -> frozenset[str]:
    """The schools that help another by the words between: 甲校联络对口帮扶的|乙校."""
    schools = [m for m in mentions if m.kind is Kind.SCHOOL]
    return frozenset(
        one.key
        for one, other in pairwise(schools)
        if one.key != other.key
        and (found := _HELPS.match(text, one.end, other.start)) is not None
        and found.end() == other.start
    )


def find_hosts(clean: Clean, mentions: Sequence[Mention], senders: Collection[str] = ()) -> Hosts:
    """The schools, and those of them at which the text says that somebody serves.

    `senders` are the keys of bodies that people come from: none of them is a host, nor is a school
    that helps another.
    """
    text = clean.text
    senders = {*senders, *_helpers(text, mentions)}
    context = context_of(mentions)
    schools = [
        m
        for m in mentions
        if m.kind is Kind.SCHOOL
        and m.key not in senders
        and not is_college(m.name)
        and not _PUPILS.search(text[max(0, m.start - 4) : m.start])
        and not _GIVEN.search(text, max(0, m.start - 12), m.start)
        and not _READS.match(text, m.end)
    ]
    stays = [
        m
        for m in schools
        if _GOING.search(text, max(0, m.start - 3), m.start) and _STAY.match(text, m.end)
    ]
    if _TO_US.search(text):
        ours = [m for m in schools if text[m.start : m.start + 2] in ("我校", "本校", "我园")]
        stays += ours[:1]
    return Hosts(stays, schools, context)


_AT_UNREAD = later("在[^，。；\n]{0,14}?(?:小学|中学|学校|幼儿园|教学点|高中)")


def names_another(text: str, hosts: Hosts, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` tells where somebody is by a school that no reader knows."""
    return any(
        not any(found.start() < m.end and m.start < found.end() for m in hosts.schools)
        for found in _AT_UNREAD.finditer(text, start, end)
    )


def believable(
    home: Mention | None, host: Mention | None, hosts: Hosts, sentence: tuple[int, int]
) -> bool:
    """Whether nothing speaks against a host that the sentence itself may not name.

    Nobody is sent to the provinces that send from elsewhere; and where no home is told, a school
    of which nothing says where it lies may be the home as well.
    """
    if host is None:
        return True
    codes = codes_of(host, hosts.context)
    if home is not None:
        own = codes_of(home, hosts.context)
        return not (codes and codes[-1] in EAST and own and own[-1] not in EAST)
    if any(m.key == host.key for m in hosts.stays):
        return True
    low, high = sentence
    here = any(m.key == host.key and low <= m.start < high for m in hosts.schools)
    return codes[-1] not in EAST if codes else here
