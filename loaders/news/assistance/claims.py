"""Matches of the patterns: who may help whom, before anything is believed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ....ontology.records import Kind, Mention, Modality, Status
from ...aided import AIDS
from ...later import later
from ..entities.colleges import is_listed_university
from .guards import is_refused, modality_of, opens_plan, status_of
from .patterns import Rule, worth_trying
from .symbols import END, View
from .unfit import is_unfit
from .wordings import (
    HELPED_HERE,
    LEFT_OF_NAME,
    OTHERS_GAVE,
    PAYS,
    PEOPLE_FROM,
    THANKS,
    TOGETHER_WITH,
    TOKEN,
    UNREAD_BODY,
)

__all__ = ["Claim", "claims_in", "group_of"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One side helps the other, as a pattern reads ``text[start:end]``.

    `directed` is False where the wording leaves open which of the two helps; claims of one `group`
    then all run the same way. `support` are passages elsewhere that name what this one leaves out.
    """

    helper: Mention
    recipient: Mention
    modality: Modality
    status: Status
    rule: str
    confidence: float
    start: int
    end: int
    directed: bool = True
    group: int = -1
    inferred: bool = False
    built: bool = False
    """Whether one side built the other: then a shared place name (甲希望小学) is no kinship."""
    support: tuple[tuple[int, int], ...] = ()


_CHAIN = later(
    rf"(?:{END}[^\ue000-\ue003。！？；，、\n]{{0,12}}?(?:与|和|同|—){END}[^\ue000-\ue003。！？；，、\n]{{0,12}}?"
    rf"(?:[、，；]|以及|和)){{1,12}}{END}[^\ue000-\ue003。！？；，、\n]{{0,12}}?(?:与|和|同|——|—){END}"
)
_CHAIN_HELP = later(r"签|结|协议|对口|帮扶|支援|手拉手|共建|合作|姊妹|友好")
_RESPECTIVE = later(r"分别|依次|一一对应|对应")
_BUILT = later(r"援建|捐建")
_ALUMNUS = later("[^，。；\ue000-\ue004]{0,8}(?:校友|毕业生|学子)")
_FAR = 10**9
"""More than a page has characters: two places make one number."""


def group_of(one: int, other: int) -> int:
    """The number of the group of the two claims on what stands at these places of the text."""
    return one * _FAR + other


def claims_in(found: View) -> Iterator[Claim]:
    """Everything that the patterns read in a passage in symbols."""
    if len(found.mentions) < 2:
        return
    covered: list[tuple[int, int]] = []
    for chain in _CHAIN.finditer(found.symbols):
        rest = re.match(r"[^。！？\n]{0,40}", found.symbols[chain.end() :])
        near = found.symbols[max(0, chain.start() - 20) : chain.end()] + (rest[0] if rest else "")
        if _CHAIN_HELP.search(near):
            covered.append(chain.span())
            yield from _chain(found, chain, near)
    for rule in worth_trying(found.symbols):
        at = 0
        while match := rule.pattern.search(found.symbols, at):
            if "p" in rule.pattern.groupindex:
                at = match.end("p")
                yield from _parties(found, rule, match)
                continue
            # the next try may begin inside this match: 甲帮扶乙,乙帮扶丙
            first = "h" if "h" in rule.pattern.groupindex else "a"
            at = max(match.start() + 1, min(match.end(first), match.start(_second(rule))))
            if any(low < match.end() and match.start() < high for low, high in covered):
                continue
            yield from _claims(found, rule, match)


def _parties(found: View, rule: Rule, match: re.Match[str]) -> Iterator[Claim]:
    """Each two of those who sign together; who of them helps, the places they are of must tell."""
    wording = match["t"]
    before = found.symbols[max(0, match.start() - 1) : match.start()]
    if (rule.unless and rule.unless.search(wording)) or before in tuple("、与和同跟"):
        return
    if is_refused("", wording, "") or not _CHAIN_HELP.search(wording):
        return
    sides = [(i, found.mentions[i]) for i in range(*match.span("p")) if i in found.mentions]
    for (low, one), (high, other) in itertools.combinations(sides, 2):
        here, there = found.places[low], found.places[high]
        yield Claim(
            one, other, modality_of(wording) or Modality.PAIRING, status_of("", wording, ""),
            rule.name, rule.confidence, found.places[match.start()], found.ends[match.end() - 1],
            directed=False, group=group_of(here, there),
        )  # fmt: skip


def _between(groups: Mapping[str, str | None]) -> str:
    """What stands between the two sides."""
    return groups.get("x") or ""


def _second(rule: Rule) -> str:
    return "r" if "r" in rule.pattern.groupindex else "b"


def _chain(found: View, chain: re.Match[str], near: str) -> Iterator[Claim]:
    sides = found.at(*chain.span())
    places = [i for i in range(*chain.span()) if i in found.mentions]
    ends = [(i, m) for i, m in zip(places, sides, strict=True) if m.kind is not Kind.PERSON]
    status = status_of("", near, "")
    for (low, one), (high, other) in zip(ends[::2], ends[1::2], strict=False):
        yield Claim(
            one, other, Modality.PAIRING, status, "chain", 0.85,
            found.places[low], found.ends[high], directed=False, group=found.places[chain.start()],
        )  # fmt: skip


_GIVEN_ON = later(
    "[^。！？\n]{0,40}?(?:向|资助|捐给|捐赠给|送给)[^。！？\n\ue000-\ue003]{0,16}(?P<r>[\ue000-\ue003])"
)


def _only_held(found: View, match: re.Match[str]) -> bool:
    """Whether a gift is only celebrated there: at a university, or others are named who get it."""
    held = found.at(*match.span("r"))
    given = _GIVEN_ON.match(found.symbols, match.end())
    other = None if given is None else found.mentions.get(given.start("r"))
    elsewhere = other is not None and other.key not in {m.key for m in held}
    return elsewhere or any(is_listed_university(m) for m in held)


def _claims(found: View, rule: Rule, match: re.Match[str]) -> Iterator[Claim]:
    groups = match.groupdict()
    one, two = ("h", "r") if "h" in groups else ("a", "b")
    lead = found.symbols[max(0, match.start() - 30) : match.start()]
    before = found.symbols[: match.start()]
    before = before[max(before.rfind("。"), before.rfind("，"), before.rfind("；")) + 1 :]
    wording = _between(groups) + (groups.get("t") or "")
    after = re.match(r"[^。；！？\n]{0,20}", found.symbols[match.end() :])
    rest = after[0] if after else ""
    if is_refused(before, wording, rest) or is_unfit(rule, match, before, wording):
        return
    if rule.venue and _only_held(found, match):
        return
    opening = _between(groups).partition("，")
    if (
        opening[1]
        and not rule.swapped
        # 受甲委托: the one side of a clause of its own; 由某某队、甲组成的交流团
        and not (rule.apart or rule.organises)
        and _others(found, match, one, len(before))
        and not PAYS.search(opening[0])
    ):
        # 甲联系乙,援建了丙: the object of the clause before is not the subject of this one
        return
    modality = (
        rule.modality or modality_of(groups.get("v") or wording) or modality_of(wording + rest)
    )
    modality = modality or rule.fallback
    if modality is None:
        return
    if rule.gift and (
        THANKS.search(rest)
        or "回赠" in wording
        or (wording.endswith(("赠送", "赠", "送上", "送", "献上")) and _token(found, match))
    ):
        # 某人对甲对乙的捐助表示感谢
        return
    status = status_of(before, wording, rest[:12])
    if status is Status.ACTIVE and opens_plan(lead):
        status = Status.PLANNED
    firsts = tuple(
        found.mentions[i]
        for i in range(*match.span(one))
        # 甲携手某市的乡贤: who is from there
        if i in found.mentions
        # 乙县的乙1、乙2与丙: the first only says where the others are
        and not (one == "a" and found.symbols[i + 1 : i + 2] == "的" and i + 2 in found.mentions)
        and (
            rule.delegates
            or found.mentions[i].kind is Kind.PERSON
            or not PEOPLE_FROM.match(found.symbols, i + 1)
        )
        # 甲携手乙市|某某社: the last of several, its name not read
        and not UNREAD_BODY.match(found.symbols, i + 1, i + 13)
        and (
            found.mentions[i].kind is not Kind.PLACE or not LEFT_OF_NAME.match(found.symbols, i + 1)
        )
        # 甲基金会（某地某团）: what stands in brackets says who they are
        and not (found.symbols[i - 1 : i] == "（" and i - 2 in found.mentions)
    )
    seconds = tuple(
        found.mentions[i]
        for i in range(*match.span(two))
        # 甲市的乙、丙: the first only says where the others are
        if i in found.mentions
        and found.symbols[i + 1 : min(i + 2, match.end(two))] != "的"
        # 支持甲区援藏项目: the place is the one that helps
        and not AIDS.match(found.symbols, i + 1)
    )
    if one == "h" and HELPED_HERE.search(before):
        firsts = firsts[-1:]
    if rule.journey:
        # 甲经理某某、乙会长某某一行: those who came, came for their bodies
        firsts = tuple(m for m in firsts if m.kind is not Kind.PERSON)
    if rule.gift and "代表" not in wording and match.start(one) < match.start(two):
        # 某公司总经理甲向乙捐赠: the giver stands next to the words, unless he acts for others
        # 某大学副书记甲一行向乙捐赠: they came for the university
        handed = OTHERS_GAVE.search(wording) is not None or "\ue004一行" in wording
        giver = [m for m in found.at(*match.span("x")) if m.kind is Kind.PERSON and not handed]
        firsts = tuple(giver[-1:]) or firsts
        if giver and not PAYS.search(wording):
            return
    span = (found.places[match.start()], found.ends[match.end() - 1])
    open_list = found.symbols[max(0, match.start() - 1) : match.start()] == "、"
    if _RESPECTIVE.search(wording) and open_list:
        # a name before the first one was not read, so the order cannot be trusted
        return
    if one == "a" and _between(groups) == "和" and len(firsts) > 1 and "结对" not in wording:
        # 甲政府、乙和丙在签约仪式上: three who take part, in no order
        return
    if one == "a" and not rule.delegates and TOGETHER_WITH.match(groups.get("t") or ""):
        # 甲、乙和丙分别与丁结对: the three are a list
        return
    several = len(firsts) > 1 and len(seconds) > 1
    schools = modality is not Modality.FUNDING and all(
        m.kind is Kind.SCHOOL for m in (*firsts, *seconds)
    )
    if several and (_RESPECTIVE.search(wording) or schools):
        # two lists of schools are pairs in their order, with or without 分别; gifts are collected
        pairs = list(zip(firsts, seconds, strict=True)) if len(firsts) == len(seconds) else []
    else:
        pairs = [(first, second) for first in firsts for second in seconds]
    directed = one == "h" and not (
        rule.either is not None
        and rule.either.search(wording)
        and all(m.kind is Kind.SCHOOL or is_listed_university(m) for m in (*firsts, *seconds))
    )
    for first, second in pairs:
        yield Claim(
            first, second, modality, status, rule.name, rule.confidence, *span,
            directed=directed, group=span[0], built=_BUILT.search(wording) is not None,
        )  # fmt: skip


def _others(found: View, match: re.Match[str], name: str, clause: int) -> bool:
    """Whether the clause names other sides before those of a group: 甲校长某某与甲教师 does not."""
    own = {m.key for m in found.at(*match.span(name))}
    return any(
        m.kind is not Kind.PERSON and m.key not in own
        for i in range(match.start() - clause, match.start())
        # 来自某地的某某代表甲,将…; 某校校友某某: where somebody is from
        if (m := found.mentions.get(i))
        and found.symbols[max(0, i - 2) : i] != "来自"
        and not _ALUMNUS.match(found.symbols, i + 1)
    )


def _token(found: View, match: re.Match[str]) -> bool:
    """Whether what is handed over only thanks."""
    return TOKEN.match(found.symbols, match.end()) is not None
