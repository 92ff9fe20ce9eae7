"""Which groups of names are one body told at different lengths: 南头小学, 大龙华南头小学."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from ....ontology.records import Kind
from ...gazetteer import divisions
from ...later import later
from ...naming import PARTIES
from ...suffixes import last_suffix
from .clipped import BodyRead, abbreviated
from .ownnames import common_firms
from .words import Words

__all__ = ["Group", "Groups", "bared", "joined"]

Group = tuple[Kind, str, str]
"""What tells bodies apart: kind, code of the place, core of the name."""


class Groups(dict[Group, list[BodyRead]]):
    """The groups of a page; what one may be a shorter telling of is found without a look at all."""

    @cached_property
    def of_core(self) -> Mapping[tuple[Kind, str], Sequence[Group]]:
        """Those of one kind and core, in order."""
        found: dict[tuple[Kind, str], list[Group]] = defaultdict(list)
        for group in self:
            found[group[0], group[2]].append(group)
        return found

    @cached_property
    def longer(self) -> Mapping[tuple[Kind, str], Sequence[Group]]:
        """Those whose core ends with the core of one that has no place, and is longer."""
        bare = {(kind, core) for kind, place, core in self if not place}
        found: dict[tuple[Kind, str], list[Group]] = defaultdict(list)
        for group in self:
            for cut in range(1, len(group[2]) + 1):
                if (group[0], group[2][cut:]) in bare:
                    found[group[0], group[2][cut:]].append(group)
        return found

    @cached_property
    def of_stem(self) -> Mapping[str, Sequence[Group]]:
        """The schools of one stem, in order."""
        found: dict[str, list[Group]] = defaultdict(list)
        for group in self:
            if group[0] is Kind.SCHOOL:
                found[_stem(group[2])[0]].append(group)
        return found

    @cached_property
    def holding(self) -> Mapping[str, Sequence[Group]]:
        """The schools by any two characters that follow each other in their names."""
        found: dict[str, list[Group]] = defaultdict(list)
        for group, reads in self.items():
            if group[0] is Kind.SCHOOL and reads:
                name = reads[0].wording
                for pair in dict.fromkeys(name[at : at + 2] for at in range(len(name) - 1)):
                    found[pair].append(group)
        return found


_OWN = ("foundation", "association", "company", "charity", "party_branch")
_BUREAUS = ("教育局", "教育体育局", "教育科技局", "教育委员会")
_COMMON = later(
    "|".join(PARTIES)
    + "|第[一二三四五六七八九十]*|[一二三四五六七八九十]+(?=[中小高初完幼]|$)|工委|支部|总支"
    "|实验|中学|小学|高级|初级|教育|局|人民政府|委员会|民族|希望|中心|职业|技术|学校|大学|幼儿园|外国语|附属|完全|寄宿制|特殊|九年一贯制|九年制"
)
#: 锦州|保二小学: an ordinal with a letter of its own.
_OWN_NUMBER = later("(?![第县市区镇乡])[一-龥]第[一二三四五六七八九十]+(?:小学|中学)")
_TOWN = later("(?P<stem>[一-龥]{2,5}?)(?P<level>(?:[一-旎旐-龥]{1,3}族)*(?:镇|乡|街道))")
_VILLAGE = later("[一-龥]{1,4}村(?=[一-龥]{4,})")


def bared(reads: Sequence[BodyRead], words: Words) -> list[BodyRead]:
    """The bodies without a verb or particle that ran into a name, and with what was cut off it.

    加强|晓庄小学, 崇都|社区小学: the name must stand as it is elsewhere in the text.
    """
    known = {(read.hit.kind, read.wording): read for read in reads}
    told = Counter((read.hit.kind, read.wording) for read in reads)
    whole = {(kind, name[cut:]): name for kind, name in known for cut in range(1, len(name) - 3)}
    found: list[BodyRead] = []
    for read in reads:
        hit = read.hit
        longer = whole.get((hit.kind, read.wording), "")
        start = hit.end - len(longer)
        free = start >= (found[-1].hit.end if found else 0)
        if longer and free and words.text.startswith(longer, start):
            longest = known[hit.kind, longer]
            found.append(replace(longest, hit=replace(hit, start=start, core=start)))
            continue
        if hit.anchor == "word" and read.wording == words.text[hit.start : hit.end]:
            for cut in range(1, min(5, len(read.wording) - 3)):
                own = known.get((hit.kind, read.wording[cut:]))
                if own is None:
                    continue
                often = told[hit.kind, own.wording] > told[hit.kind, read.wording]
                noun = words.word(hit.start) == (hit.start, hit.start + cut, "n")
                if (often and noun) or _loose(words, hit.start, hit.start + cut):
                    start = hit.start + cut
                    read = replace(own, hit=replace(hit, start=start, core=start))
                    break
        found.append(read)
    return found


def _loose(words: Words, start: int, end: int) -> bool:
    """Whether a word of the span is none that a name begins with."""
    return any(words.word(at)[2][:1] in "vdpcfura" for at in range(start, end))


def joined(key: Group, groups: Groups) -> Group:
    """The group that this one is a shorter telling of, else itself."""
    for rule in (_by_core, _by_stem, _abbreviated):
        other = rule(key, groups)
        if other is not None and other != key:
            return other
    return key


def _by_core(key: Group, groups: Groups) -> Group | None:
    """The longer group, by place and core."""
    kind, place, core = key
    gazetteer = divisions()
    namesakes = groups.of_core.get((kind, core), ())
    if not place:
        same = [other for other in namesakes if other[1]]
        if same:
            return same[0] if len(same) == 1 else None
        longer = [other for other in groups.longer.get((kind, core), ()) if _adds(other, core)]
        return longer[0] if len(longer) == 1 else None
    offices = [o for head in _BUREAUS if (o := (kind, place, f"{head}{core}")) in groups]
    if len(offices) == 1 and not core.startswith(PARTIES):
        return offices[0]
    if (kind is Kind.SCHOOL or core.endswith(("支部", "总支"))) and (
        _proper(core) or _OWN_NUMBER.fullmatch(core)
    ):
        inside = [
            other
            for other in namesakes
            if other != key and other[1] and gazetteer.within(other[1], place)
        ]
        if len(inside) == 1:
            return inside[0]
    return None


def _adds(longer: Group, shorter: str) -> bool:
    """Whether the longer core only adds the name of a place to the shorter one."""
    head = longer[2][: -len(shorter)]
    if head.endswith(("镇", "乡", "街道", "县", "市", "区", "附属")):
        return len(shorter) > 3
    if longer[0] is Kind.SCHOOL:
        # 易县|大龙华|南头小学: a township without its level
        return len(head) in (2, 3) and _proper(shorter)
    ending = last_suffix(shorter)
    if ending is None or ending.category not in _OWN:
        return False
    own = shorter.removesuffix(ending.text)
    return len(head) in (2, 3, 4) and len(own) > 1 and own not in common_firms()


def _by_stem(key: Group, groups: Groups) -> Group | None:
    """点头中心小学 for 点头镇中心小学, 五河民族小学 for 革东镇五河村五河民族小学."""
    kind, place, core = key
    if kind is not Kind.SCHOOL:
        return None
    stem, town = _stem(core)
    if not _proper(stem):
        return None
    fits: list[Group] = []
    for other in groups.of_stem.get(stem, ()):
        other_town = _stem(other[2])[1]
        if other == key or (town and other_town and town != other_town):
            continue
        if place and other[1] and not _nested(place, other[1]):
            return None
        fits.append(other)
    longest = max([key, *fits], key=lambda group: (bool(group[1]), len(group[2]), group[1:]))
    return longest if fits else None


def _abbreviated(key: Group, groups: Groups) -> Group | None:
    """What :func:`abbreviated` says, asked of those schools alone that hold the first two letters.

    Only a school of a university (某大附中) may do without them.
    """
    word = groups[key][0].wording
    if key[0] is not Kind.SCHOOL or "大附" in word:
        return abbreviated(key, groups)
    near = (key, *groups.holding.get(word[:2], ()))
    return abbreviated(key, {group: groups[group] for group in near})


def _nested(one: str, other: str) -> bool:
    """Whether one of two places lies in the other."""
    return divisions().within(one, other) or divisions().within(other, one)


@lru_cache(maxsize=65_536)
def _stem(core: str) -> tuple[str, str]:
    """The core without township and village, and the township."""
    town = ""
    if (found := _TOWN.match(core)) is not None:
        rest = core[found.end() :]
        town = found["stem"]
        core = rest if _proper(_VILLAGE.sub("", rest, count=1)) else found["stem"] + rest
    shorter = _VILLAGE.sub("", core, count=1) if _VILLAGE.match(core) else core
    return (shorter if _proper(shorter) else core), town


@lru_cache(maxsize=65_536)
def _proper(core: str) -> bool:
    """Whether the core holds more than an ordinal and a kind, so that it tells bodies apart."""
    return len(_COMMON.sub("", core)) >= 2
