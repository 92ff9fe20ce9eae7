"""The bodies of a page by what tells one from another, with ways to find those that are alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise

from ....ontology.records import Kind
from ...later import later
from ...naming import PARTIES
from .clipped import BodyRead
from .contractions import heads, tails
from .hits import LISTING

__all__ = ["Group", "Groups", "grouped", "is_proper", "stem_of"]

_COMMON = later(
    "|".join(PARTIES)
    + "|第[一二三四五六七八九十]*|(?!(?:七一|八一|六一|五四)[小中])(?<![五六七八])"
    "[一二三四五六七八九十]+(?=[中小高初完幼]|$)"
    "|工委|支部|总支"
    "|实验|中学|小学|高级|初级|教育|局|人民政府|委员会|民族|希望|中心|职业|技术|学校|大学|幼儿园|外国语|附属|完全|寄宿制|特殊|九年一贯制|九年制"
)
_TOWN = later("(?P<stem>[一-龥]{2,5}?)(?P<level>(?:[一-旎旐-龥]{1,3}族)*(?:镇|乡|街道))")
_VILLAGE = later("[一-龥]{1,4}村(?=[一-龥]{4,})")

Group = tuple[Kind, str, str]
"""What tells bodies apart: kind, code of the place, core of the name."""


class Groups(dict[Group, list[BodyRead]]):
    """The groups of a page; what one may be a shorter telling of is found without a look at all."""

    beside: Collection[tuple[Group, Group]] = ()
    """Those that stand side by side in a list, either way round."""

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
                found[stem_of(group[2])[0]].append(group)
        return found

    @cached_property
    def edges(self) -> Mapping[tuple[Kind, str, str], Sequence[Group]]:
        """The groups by the first letter of their wordings, or of what is behind a place, and
        the last two.
        """
        found: dict[tuple[Kind, str, str], dict[Group, None]] = defaultdict(dict)
        for group, reads in self.items():
            for word in dict.fromkeys(read.wording for read in reads):
                for letter in heads(word):
                    for end in tails(word):
                        found[group[0], letter, end][group] = None
        return {key: tuple(groups) for key, groups in found.items()}

    @cached_property
    def holding(self) -> Mapping[tuple[Kind, str], Sequence[Group]]:
        """The groups by any two characters that follow each other in their names."""
        found: dict[tuple[Kind, str], list[Group]] = defaultdict(list)
        for group, reads in self.items():
            name = reads[0].wording if reads else ""
            for pair in dict.fromkeys(name[at : at + 2] for at in range(len(name) - 1)):
                found[group[0], pair].append(group)
        return found


def grouped(text: str, reads: Sequence[BodyRead]) -> Groups:
    """The bodies by group; those with a joint alone between them, 甲镇中心小学、甲小学, as two."""
    groups = Groups()
    for read in reads:
        groups.setdefault(read.group, []).append(read)
    found = [
        (one.group, other.group)
        for one, other in pairwise(reads)
        if text[one.hit.end : other.hit.start] in LISTING
    ]
    groups.beside = frozenset((*found, *((other, one) for one, other in found)))
    return groups


@lru_cache(maxsize=65_536)
def stem_of(core: str) -> tuple[str, str]:
    """The core without township and village, and the township."""
    town = ""
    if (found := _TOWN.match(core)) is not None:
        rest = core[found.end() :]
        town = found["stem"]
        core = rest if is_proper(_VILLAGE.sub("", rest, count=1)) else found["stem"] + rest
    shorter = _VILLAGE.sub("", core, count=1) if _VILLAGE.match(core) else core
    return (shorter if is_proper(shorter) else core), town


@lru_cache(maxsize=65_536)
def is_proper(core: str) -> bool:
    """Whether the core holds more than an ordinal and a kind, so that it tells bodies apart."""
    return len(_COMMON.sub("", core)) >= 2
