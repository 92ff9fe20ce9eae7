"""Which groups of names are one body told at different lengths: 南头小学, 大龙华南头小学."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from ....ontology.records import Kind
from ...gazetteer import divisions
from ...later import later
from ...naming import PARTIES
from ...suffixes import last_suffix
from .clipped import BodyRead, abbreviated
from .contractions import contracted, tails
from .groups import Group, Groups, is_proper, stem_of
from .hits import BodyHit
from .ownnames import common_firms
from .words import Words

__all__ = ["bared", "joined"]

_OWN = ("foundation", "association", "company", "charity", "party_branch")
_BRANCHES = ("分校", "校区")
_BUREAUS = ("教育局", "教育体育局", "教育科技局", "教育委员会")
_NATION = ("中国", "全国", "中国人民解放军", "中共")
_MANY = 60
#: 吴店二中, 某某附小: letters of the long name, no two of which need stand together but the first
_CLIPPED = later("[中小高]$")
_OF_COLLEGE = later("[一-龥]{1,3}大(?!学)")
#: 锦州|保二小学: an ordinal with a letter of its own.
_OWN_NUMBER = later("(?![第县市区镇乡])[一-龥]第[一二三四五六七八九十]+(?:小学|中学)")


def bared(reads: Sequence[BodyRead], words: Words) -> list[BodyRead]:
    """The bodies without a verb or particle that ran into a name, and with what was cut off it.

    加强|晓庄小学, 崇都|社区小学: the name must stand as it is elsewhere in the text.
    """
    known = {(read.hit.kind, read.wording): read for read in reads}
    told = Counter((read.hit.kind, read.wording) for read in reads)
    # of two names that end alike the one with a place is the one without a verb in it
    ordered = sorted(known.items(), key=lambda item: item[1].parsed.place is not None)
    whole = {(kind, n[cut:]): n for (kind, n), _ in ordered for cut in range(1, len(n) - 3)}
    behind = {
        (kind, name[cut:]): name
        for (kind, name), read in known.items()
        if read.parsed.place is not None
        for cut in range(2, len(name) - 3)
        if is_proper(name[cut:])
    }
    found: list[BodyRead] = []
    for read in reads:
        hit = read.hit
        longer = whole.get((hit.kind, read.wording), "")
        start = hit.end - len(_here(longer, words.text, hit))
        free = start >= (found[-1].hit.end if found else 0)
        if longer and free and start < hit.start:
            found.append(
                replace(known[hit.kind, longer], hit=replace(hit, start=start, core=start))
            )
            continue
        if hit.anchor == "word" and read.wording == words.text[hit.start : hit.end]:
            for cut in range(1, min(5, len(read.wording) - 3)):
                tail = hit.kind, read.wording[cut:]
                once = told[hit.kind, read.wording] < 2  # what is written twice is no verb and name
                own = known.get(tail) or known.get((hit.kind, behind.get(tail, "") if once else ""))
                if own is None:
                    continue
                often = told[hit.kind, own.wording] > told[hit.kind, read.wording]
                noun = words.word(hit.start) == (hit.start, hit.start + cut, "n")
                if (often and noun) or _loose(words, hit.start, hit.start + cut):
                    start = hit.start + cut  # 得知|何世岔小学 where 某县何世岔小学 stands
                    read = replace(own, hit=replace(hit, start=start, core=start))
                    break
        found.append(read)
    return found


def _here(longer: str, text: str, hit: BodyHit) -> str:
    """As much of the longer name as ends with the hit: all of it, or 困扰|何|世岔小学."""
    if not longer or text.endswith(longer, 0, hit.end):
        return longer
    cuts = (2, 1) if hit.anchor == "word" else ()
    tails = (longer[-(hit.end - hit.start + cut) :] for cut in cuts)
    return next((tail for tail in tails if text.endswith(tail, 0, hit.end)), "")


def _loose(words: Words, start: int, end: int) -> bool:
    """Whether a word of the span is none that a name begins with."""
    return any(words.word(at)[2][:1] in "vdpcfura" for at in range(start, end))


def joined(key: Group, groups: Groups) -> Group:
    """The group that this one is a shorter telling of, else itself."""
    for rule in (_by_core, _by_stem, _by_tail, _abbreviated, _contracted):
        other = rule(key, groups)
        if other is None or other == key or (key, other) in groups.beside:
            continue  # 甲中心小学、甲小学: of one list two are two
        if not _branch_of(groups[key], groups[other]):
            return other
    return key


def _branch_of(short: Sequence[BodyRead], long: Sequence[BodyRead]) -> bool:
    """Whether the longer name is that of a branch, which the shorter one does not speak of."""
    return any(read.wording.endswith(_BRANCHES) for read in long) and not any(
        read.wording.endswith(_BRANCHES) for read in short
    )


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
        is_proper(core) or _OWN_NUMBER.fullmatch(core)
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
    giver = last_suffix(head)
    if giver is not None and giver.category in (*_OWN, "higher") and len(shorter) > 3:
        # 某某公司|鲁布革电厂, 某大学|张广石支教团
        return giver.category != "higher" or is_proper(shorter.removesuffix("团"))
    if longer[0] is Kind.SCHOOL and head.startswith("中国"):
        return is_proper(shorter)  # 中国电建|新华小学
    if longer[0] is Kind.SCHOOL:
        # 易县|大龙华|南头小学: a township without its level
        return len(head) in (2, 3) and is_proper(shorter)
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
    stem, town = stem_of(core)
    if not is_proper(stem):
        return None
    fits: list[Group] = []
    for other in groups.of_stem.get(stem, ()):
        other_town = stem_of(other[2])[1]
        if other == key or (town and other_town and town != other_town):
            continue
        if place and other[1] and not _nested(place, other[1]):
            return None
        fits.append(other)
    longest = max([key, *fits], key=lambda group: (bool(group[1]), len(group[2]), group[1:]))
    return longest if fits else None


def _by_tail(key: Group, groups: Groups) -> Group | None:
    """The one longer name that only puts a place, or the country, before this one.

    河南商会 for 山东省河南商会, 总后勤部 for 中国人民解放军总后勤部.
    """
    kind, place, _ = key
    word = groups[key][0].wording
    if kind is not Kind.INSTITUTION or len(word) < 4 or not (place or is_proper(word)):
        return None
    fits = []
    for other in groups.holding.get((kind, word[-2:]), ()):
        above = groups[other][0].wording.removesuffix(word)
        if other != key and above and above != groups[other][0].wording and _is_above(above):
            fits.append(other)
    return fits[0] if len(fits) == 1 else None


def _is_above(head: str) -> bool:
    """Whether the head of a name is a place, or the country."""
    return head in _NATION or bool(divisions().candidates(head))


def _abbreviated(key: Group, groups: Groups) -> Group | None:
    """What :func:`abbreviated` says, asked of those bodies alone that hold what it keeps whole.

    Only a body of a university (某大附中, 某师大支教团) may do without any two letters.
    """
    kind, word = key[0], groups[key][0].wording
    if "大附" in word if kind is Kind.SCHOOL else _OF_COLLEGE.match(word):
        return abbreviated(key, groups)
    kept = word[: word.rfind("大学") + 2] if word.endswith("学院") else word[:-2]
    if kind is Kind.SCHOOL:
        kept = word[:2] if _CLIPPED.search(word) else word[:-3]
    pairs = [kept[at : at + 2] for at in range(len(kept) - 1)] or [word[:2]]
    fewest = min((groups.holding.get((kind, pair), ()) for pair in pairs), key=len)
    return abbreviated(key, {group: groups[group] for group in (key, *fewest)})


def _contracted(key: Group, groups: Groups) -> Group | None:
    """The one longer group of which a wording, told in short, is one of this group."""
    kind, place, _ = key
    ordinal = groups[key][0].parsed.ordinal
    words = dict.fromkeys(read.wording for read in groups[key])
    fits: list[Group] = []
    alike = [groups.edges.get((kind, word[0], tails(word)[0]), ()) for word in words]
    if sum(map(len, alike)) > _MANY:
        return None  # a roster: what would be told in short there could be any of them
    near = dict.fromkeys(other for others in alike for other in others)
    for other in near:
        if other == key or ordinal != groups[other][0].parsed.ordinal:
            continue
        if place and other[1] and not _nested(place, other[1]):
            continue
        whole = dict.fromkeys(read.wording for read in groups[other])
        if any(contracted(kind, word, long) for word in words for long in whole):
            fits.append(other)
    return fits[0] if len(fits) == 1 else None


def _nested(one: str, other: str) -> bool:
    """Whether one of two places lies in the other."""
    return divisions().within(one, other) or divisions().within(other, one)
