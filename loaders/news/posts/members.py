"""Members of a team that serves away from home, where the text tells the stay once for all.

The team, or the school it went to, stands sentences away from the names; what is carried over to
a person here is inferred.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ....ontology.records import Kind, Mention, Status
from ...aided import AID_TO, AIDED, AIDS
from ...later import later
from ..entities.sides import codes_of
from ..page.clean import Clean
from ..page.sentences import sentence_around
from .crewmates import OFFICES
from .crewtellings import local
from .graduates import team_home
from .hosts import Hosts, believable, find_hosts, names_another
from .phrase import Chain, Held
from .sendings import Sent
from .visits import CALLS, LESSONS

__all__ = ["by_membership"]

_SERVE = later(f"支教|到岗|任教|挂职|进[藏疆青]|入[川疆藏青黔滇甘]|{AID_TO}|同批|服务期|期满|带徒")
_VISIT = later(
    f"{CALLS}|主持|跟岗|参训|培训班|出席|致辞|送行|拜师|协议|来访"
    f"|{LESSONS}|同课异构|前来|赴[^，。]{{1,12}}(?:学习|培训|交流)"
)
_TEAM = later(f"研究生支教团|研支团|支教团|支教[分小]?队|{AID_TO}.{{0,8}}队")
_GRADUATES = later("研究生支教团|研支团|(?:大学|学院)[^，。]{0,8}支教[团队]")
_OFFICE = later(f"(?:{OFFICES.pattern})$")
_OLD_MEMBER = later("代表|发言|致辞|分享|回忆|往届|首届|成团|出征|说")
_OUR = later("[我本该]校|学校")
_IN_TEAM = later(
    "(?:[（(]|来自|是|作为)[^，。）)]{0,24}(?:支教团|研支团|(?:大学|学院)[^，。]{0,8}支教队)"
)
_LISTING = later(
    "[ 　]*(?:他们|她们|其中|队员|这[一-鿿]{0,3}[名位]|分别|[一二三四五六七八九十]+[名位])"
)
_ROLL = later(f"队员|支教|选派|援派|派驻|派往|人员名单|师徒|挂职|{AID_TO}")
_ROLL_HEAD = later(
    r"[^。\n：:]{0,12}(?:组|队)?(?:队员|教师|人员|成员|名单)[^。\n：:]{0,10}[：:]"
    r"|[：:]|[ 　]*[（(][^（()）]{0,8}[)）][：:]?[ 　]*(?=\n|$)|[ 　]*\n"
)
_HEADED_BY = 160


def by_membership(
    clean: Clean,
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    held: Sequence[Held],
    homes: dict[str, Mention],
    placed: frozenset[str],
    told: Collection[str] = (),
    called: Collection[str] = (),
) -> Iterator[Sent]:
    """One stay for each person who is shown as a member and of whom no destination is told.

    `homes` says where persons come from, `placed` of whom a destination is told already, `told` of
    whom the text says outright that they come from there (来自), `called` are called sent.
    """
    text = clean.text
    hosts = find_hosts(clean, mentions, _senders(text, held, homes))
    posts: dict[tuple[int, int], list[Held]] = {}
    for post in held:
        posts.setdefault((post.person.start, post.person.end), []).append(post)
    main = _main(chains)
    first_row = min((h.start for h in held if h.rule == "row"), default=0)
    first: dict[str, int] = {}
    for chain in chains:
        first.setdefault(chain.person.key, chain.person.start)
    for chain in chains:
        person = chain.person
        if person.key in placed or local(text[max(0, person.start - 24) : person.start]):
            continue
        own = posts.get((person.start, person.end), [])
        home = homes.get(person.key)
        start, end = sentence_around(text, person.start, person.start)
        hero = person.key == main and person.start == first[main]
        sent = (
            _graduate(text, chain, own, mentions, hosts)
            or _on_roll(text, person, own, mentions, hosts, first_row)
            or _teacher(text, chain, own, home, hosts, person.key in told, person.key in called)
            or (_hero(home, hosts) if hero else None)
        )
        if sent is None or in_other_region(text, (start, end), sent[1]):
            continue
        if believable(*sent, hosts, (start, end)):
            origin, destination = sent
            yield Sent(
                person=person, origin=origin, destination=destination, title=None,
                start=max(start, chain.start - 40), end=min(end, person.end + 60), rule="member",
            )  # fmt: skip


def in_other_region(text: str, sentence: tuple[int, int], host: Mention | None) -> bool:
    """Whether the sentence names regions that are helped, and the host lies in none of them."""
    told = {AIDED[sign[0][-1]] for sign in AIDS.finditer(text, *sentence)}
    codes = codes_of(host) if host is not None else ()
    return bool(told and codes) and codes[-1][:2] not in told


def _main(chains: Sequence[Chain]) -> str:
    """The person whom a portrait is about: named in every other place where anyone is."""
    counts: Counter[str] = Counter(chain.person.key for chain in chains)
    for key, count in counts.most_common(1):
        if count >= 5 and 2 * count >= counts.total():
            return key
    return ""


def _hero(home: Mention | None, hosts: Hosts) -> tuple[Mention | None, Mention | None] | None:
    """Whom a portrait of a teacher sent is about: at the one school that can be the host."""
    if home is not None and home.kind is Kind.SCHOOL:
        destination = hosts.of(home, 0, 0)
    else:
        home, keys = None, {m.key: m for m in hosts.stays}
        destination = next(iter(keys.values())) if len(keys) == 1 else None
    return (home, destination) if destination is not None else None


def _senders(text: str, held: Sequence[Held], homes: dict[str, Mention]) -> frozenset[str]:
    """The bodies that at least one person is said to come from, and that nobody goes to."""
    rolled = {h.body.key for h in held if h.rule in ("appositive", "row") and h.body is not None}
    told = {
        body.key
        for body in homes.values()
        if text[max(0, body.start - 2) : body.start] in ("来自", "选派")
    }
    return frozenset(rolled | told)


def _graduate(
    text: str,
    chain: Chain,
    own: Sequence[Held],
    mentions: Sequence[Mention],
    hosts: Hosts,
) -> tuple[Mention | None, Mention | None] | None:
    """A member of a team of graduates: from the university to where the sentence or text says."""
    bodies = [h.body for h in own if h.body is not None]
    team = next((b.name for b in (chain.home, *bodies) if b and _TEAM.search(b.name)), "")
    person = chain.person
    start, end = sentence_around(text, person.start, person.start, "。！？；;\n")
    if not team:
        before = text[max(start, person.start - 24) : person.start]
        if _OFFICE.search(before):
            return None  # 局长甲, 校团委副书记甲: who leads or receives the team
        behind = text[person.end : min(end, person.end + 26)]
        named = _GRADUATES.search(before) or _IN_TEAM.match(behind)
        listed = re.match(r"(?:[、和与][一-鿿]{2,4}){0,4}等?[^，。]{0,4}(?:队员|志愿者)", behind)
        led = re.search("(?:队员|队长|成员|志愿者)$", before)
        if not (named or ((led or listed) and _GRADUATES.search(text))):
            return None
    if not _GRADUATES.search(team or text):
        return None
    home = team_home(team, mentions)
    if home is None:
        told = {m.key: m for m in hosts.stays}
        return (None, next(iter(told.values()))) if len(told) == 1 and _OUR.search(text) else None
    destination = hosts.of(None, start, end) or hosts.of(home, start, end)
    if destination is None and _OLD_MEMBER.search(text, start, end):
        return None
    return home, destination


def _on_roll(
    text: str,
    person: Mention,
    own: Sequence[Held],
    mentions: Sequence[Mention],
    hosts: Hosts,
    first_row: int,
) -> tuple[Mention | None, Mention | None] | None:
    """甲（A校） in a roll of people sent; the heading may name the school that they serve at."""
    entry = next((h for h in own if h.rule in ("appositive", "row") and h.body is not None), None)
    if entry is None or entry.body is None:
        return _bracketed(text, person, mentions, hosts)
    line = text.rfind("\n", 0, person.start) + 1
    above = first_row if entry.rule == "row" else person.start
    heading = text[max(0, above - 240) : above]
    listed = re.search("名单|队员|人员", heading) is not None
    if not (listed or _ROLL.search(heading[-60:])) or not _ROLL.search(heading):
        return None
    if not listed and _VISIT.search(heading[-60:]):
        return None
    low = bisect_left(mentions, max(0, person.start - _HEADED_BY), key=lambda m: m.start)
    high = bisect_left(mentions, person.start, key=lambda m: m.start)
    for mention in reversed(mentions[low:high] if entry.rule != "row" else ()):
        if mention.kind is Kind.SCHOOL and mention.key != entry.body.key:
            opens = text[mention.start - 1 : mention.start] in (
                "",
                "\n",
                "；",
                ";",
                "、",
                "。",
                " ",
                "．",
                ".",
                "：",
                ":",
            )
            if opens and _ROLL_HEAD.match(text, mention.end):
                return entry.body, mention
    return entry.body, hosts.of(entry.body, line, person.start)


_LISTED = later("(?:队员|人员|成员|名单)[^。\n：:]{0,8}[：:]")


def _bracketed(
    text: str, person: Mention, mentions: Sequence[Mention], hosts: Hosts
) -> tuple[Mention | None, Mention | None] | None:
    """甲（某市教育局） in a list of those sent to A校: A校组队员：…."""
    at = bisect_left(mentions, person.end, key=lambda m: m.start)
    home = mentions[at] if at < len(mentions) else None
    if home is None or home.start != person.end + 1 or home.kind is not Kind.INSTITUTION:
        return None
    if text[person.end] not in "（(" or text[home.end : home.end + 1] not in ("）", ")"):
        return None
    start, _ = sentence_around(text, person.start, person.start)
    heading = _LISTED.search(text, start, person.start)
    if heading is None or not _SERVE.search(text, max(0, start - 600), person.start):
        return None
    low = bisect_left(mentions, start, key=lambda m: m.start)
    high = bisect_left(mentions, heading.end(), key=lambda m: m.start)
    schools = {m.key: m for m in mentions[low:high] if m.kind is Kind.SCHOOL}
    if len(schools) == 1:
        return home, next(iter(schools.values()))
    return home, hosts.of(home, start, person.start)


def _teacher(
    text: str,
    chain: Chain,
    own: Sequence[Held],
    home: Mention | None,
    hosts: Hosts,
    told: bool,
    called: bool,
) -> tuple[Mention | None, Mention | None] | None:
    """A teacher from elsewhere in a sentence that speaks of serving, or with an aid post."""
    person = chain.person
    start, end = sentence_around(text, person.start, person.start)
    sentence = text[start:end]
    if _VISIT.search(sentence):
        return None
    if chain.aided or called:
        if names_another(text, hosts, start, end):
            return None
        destination = hosts.of(home, start, end)
        return (home, destination) if home or destination else None
    left = next((h for h in own if _left_behind(h)), None)
    if left is not None and left.body is not None:
        destination = hosts.of(left.body, start, end)
        if destination is not None:
            return left.body, destination
    if home is None:
        return None
    if _LISTING.match(sentence) or told:
        before, _ = sentence_around(text, max(start - 2, 0), start)
        sentence = text[max(before, text.rfind("\n", 0, start - 1) + 1) : end]
        if told and not _SERVE.search(sentence):
            sentence = text[text.rfind("\n", 0, start) + 1 : end]
        if _VISIT.search(sentence):
            return None
    if not _SERVE.search(sentence) and not (told and hosts.stays):
        return None
    if not told and not any(h.title.title in ("教师", "老师") and h.body == home for h in own):
        return None
    destination = hosts.of(home, end - len(sentence), end)
    return (home, destination) if destination is not None else None


def _left_behind(post: Held) -> bool:
    """Whether it is the post of a teacher before the stay: 原是A校的生物教师."""
    return (
        post.rule == "being"
        and post.title.status is Status.ENDED
        and post.body is not None
        and post.body.kind is Kind.SCHOOL
        and post.title.title in ("教师", "老师")
    )
