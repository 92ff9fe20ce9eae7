"""Who is named in a text: every mention of a person, with the full name.

A name is believed where something licenses it: a post before it, a post or 同志 behind it, a known
name beside it in a list, a label (执教：), a verb of speech, or its coming back in the text. What
one place leaves open (尹荔作|为, 谢爱|兵) is settled by all places where the string occurs.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence, Set
from functools import lru_cache

from ....ontology.records import Kind, Mention
from ... import dictionary
from ...gazetteer import divisions
from ...later import later
from ..page.clean import Clean
from .doubts import is_phrase, is_unit
from .edges import FOLLOWING
from .fusion import SURE, Fused, fuse
from .labels import Spans
from .licences import licensed
from .names import DOTS, SYLLABLES, Names, fold_dots
from .namesakes import told_apart
from .occurrences import every_place, places_of
from .placenames import again, family_before, name_cells, person_at, within_names
from .proposer import Proposal, propose
from .rosters import opens_line
from .surnames import family_of
from .titles import Title, find_titles

__all__ = ["find_persons", "people_in", "seen_by_model"]

_LEADER = later(
    r"(习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|马克思|列宁|鲁迅|孔子(?![一-龥]、)|陶行知|雷锋)"
)


def find_persons(clean: Clean, mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Every mention of a person in the text, in order; they never overlap each other.

    `mentions` are the bodies, places and programmes of the text. A person overlaps one of them
    only where a list of persons or a post shows that the place is a person (黄河、马山两位老师).
    `name` is the full name; `key` tells namesakes apart (张华, 张华#2).
    """
    return _people(clean, tuple(mentions))[0]


def seen_by_model(clean: Clean, mentions: Sequence[Mention]) -> dict[str, float]:
    """Key → score of every person of :func:`find_persons` whom no rule, only the model saw."""
    return dict(_people(clean, tuple(mentions))[1])


@lru_cache(maxsize=2)
def _people(
    clean: Clean, mentions: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], dict[str, float]]:
    return people_in(clean, mentions, propose(clean, mentions))


def people_in(
    clean: Clean, mentions: Sequence[Mention], proposals: Sequence[Proposal] | None
) -> tuple[tuple[Mention, ...], dict[str, float]]:
    """Persons by the rules and the proposals, if any; the scores of those by proposals alone."""
    text = clean.text
    cells = name_cells(clean)
    sure = {
        m.start: end
        for m in mentions
        if m.kind is Kind.PLACE and (end := person_at(text, m, cells)) is not None
    }
    sure |= again(text, mentions, sure)
    kin = {m.start: at for m in mentions if (at := family_before(text, m)) is not None}
    inner = within_names(mentions, proposals or ())
    fixed = [m for m in mentions if m.start not in {*sure, *kin, *inner}]
    sure |= {kin[m.start]: m.end for m in mentions if m.start in kin}
    titles = find_titles(text, fixed)
    taken = bytearray(len(text) + 1)
    spans = [(s.start, s.end) for s in fixed] + [(t.start, t.end) for t in titles]
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    for match in _LEADER.finditer(text):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    names = Names(text, bytes(taken))
    found = licensed(clean, names, titles)
    settled = {i for a, b in sure.items() for i in range(a, b)}
    found = {
        a: b
        for a, b in found.items()
        if settled.isdisjoint(range(a, b)) and not _is_none(text, a, b, titles)
    }
    fused = Fused(found, {}) if proposals is None else fuse(names, found, proposals)
    towns = towns_named(text)
    ends = frozenset(fused.spans.values())
    posted = frozenset(at for title in titles for at in (title.start, title.end))
    fit = {
        a: b
        for a, b in fused.spans.items()
        if not _is_none(text, a, b, titles)
        and not is_phrase(text, a, b, beside=bool(taken[a - 1] or taken[b]))
        and not (text[a:b] in towns and posted.isdisjoint((a, b)))
        and not (
            fused.alone.get(text[a:b], SURE) < SURE and _is_county(text, a, b, fused.spans, ends)
        )
    }
    found = _cut_back(names, _without_families(text, {**fit, **sure}))
    standing = _everywhere(names, found)
    full = [fold_dots(text[a:b]) for a, b in standing]
    longer = {name.split("·")[0]: name for name in full if "·" in name}
    people = [
        Mention(kind=Kind.PERSON, name=name, start=start, end=end, key=name)
        for (start, end), name in zip(
            standing, (longer.get(name, name) for name in full), strict=True
        )
    ]
    people += _short_forms(names, titles, people)
    people.sort(key=lambda m: m.start)
    seats = frozenset(
        person.start
        for person in people
        if text[person.end : person.end + 1] in ("（", " ", "　", "|")
        and opens_line(clean, person.start)
    )
    told = told_apart(text, fixed, titles, people, seats)
    return told, {m.key: fused.alone[m.name] for m in told if m.name in fused.alone}


_OF_VILLAGE = ("支书", "书记", "主任", "委员", "干部")
_NOT_THEM = later("等(?:(?:学校|小学|中学)(?!领导|负责|班子|代表|校长)|村|地[，。的])")
"""What stands behind the last of schools or villages: 弯腰树、木衣拉等学校."""
_OF_TOWN = later("党委|人大|人民政府|政府|副?[镇乡]长")
_IN_TITLE = later("《[^《》\n]*$")  # 《甲如乙·丙丁》
#: “甲洲•乙中”励志基金: what a fund or a scheme is called
_FUND = later('[”"’」][一-龥]{0,4}?(?:基金|奖学金|助学金|计划|工程|行动|项目)')
_KIN = later("[一-鿿](?:叔叔|阿姨|爷爷|奶奶|伯伯|大爷|大妈|哥哥|姐姐|妈妈|爸爸|某某?)")
_NONE = later("(?:小学|中学|大学|学校|(?<=..)[一二三四五六七八九十][中高]|报讯|日讯|日电|[网报])$")


def _is_none(text: str, start: int, end: int, titles: Sequence[Title]) -> bool:
    """Whether the span is a school, the head of a report (苏报讯) or words with a dot between.

    A village (温泉村) it is where no post stands beside it, or where it is a word with 村 behind.
    """
    if end - start > 2 and _NONE.search(text, start, end) is not None:
        return True
    if (
        is_unit(text[start:end])
        or _KIN.fullmatch(text, start, end)
        or _NOT_THEM.match(text, end) is not None
    ):
        return True
    if text[end - 1] in "镇乡" and _OF_TOWN.match(text, end) is not None:
        return True  # 马集镇|党委书记
    if text[start] == "籍" and text[start - 1 : start] >= "一":
        return True  # 某县|籍困难学生
    if end - start > 2 and text[end - 1] == "村":
        beside = any(
            title.end == start or (title.start == end and not title.title.endswith(_OF_VILLAGE))
            for title in titles
        )
        return not beside or dictionary.has_word(text[start : end - 1])
    if set(DOTS).isdisjoint(text[start:end]):
        return False
    if text[start - 1 : start] in tuple('“"‘「') and _FUND.match(text, end) is not None:
        return True
    return _IN_TITLE.search(text, max(0, start - 60), start) is not None or any(
        len(word) > 1 and tag[0] in "vn" and tag[:2] not in _NAMING and not set(word) <= SYLLABLES
        for part in fold_dots(text[start:end]).split("·")
        for word, tag in dictionary.tag(part, False)
    )


def _is_county(text: str, start: int, end: int, found: Spans, ends: Collection[int]) -> bool:
    """Whether two characters that the model hardly takes for a name are what a county is called.

    In a list of names (甲、江山、乙) they are a name; `ends` is where those of `found` end.
    """
    listed = text[end : end + 1] == "、" and end + 1 in found
    listed = listed or (text[start - 1 : start] == "、" and start - 1 in ends)
    return end - start == 2 and not listed and bool(divisions().candidates(text[start:end]))


def towns_named(text: str) -> frozenset[str]:
    """The two characters before 镇, 乡, 村, 小学 or 中学 that are a place's name: 龙家镇 → 龙家.

    Not those of a person who 小学毕业, 镇定地说 or whom his 乡亲们 see off.
    """
    return frozenset(found["form"] for found in _TOWN.finditer(text))


_TOWN = later(
    "(?:(?<![一-鿿])|(?<=[在到赴往来去从和与及省市县区旗州盟镇乡]))(?P<form>[一-鿿]{2})"
    "(?:镇(?![定静痛压])|乡(?![亲土愁音情])|村(?![民里])|(?:小学|中学)(?!毕业|[时生读上就期阶学文]|[一二三四五六]年))"
)
_NAMING = ("nr", "ns", "nz")


def _without_families(text: str, found: Spans) -> Spans:
    """Without 沙玛 where a name of the text, 沙玛阿各, shows that it is only its first part."""
    families = {family_of(text[a:b]) for a, b in found.items() if b - a > 3 and text[a] not in DOTS}
    return {a: b for a, b in found.items() if text[a:b] not in families}


def _cut_back(names: Names, found: Spans) -> Spans:
    """With 姚辉 for 姚辉光荣 where only 姚辉 comes back, and what follows it is a word."""
    text = names.text
    forms = {text[a:b] for a, b in found.items()}
    sizes = {form: _size(text, form, forms) for form in forms}
    return {a: a + size for a, b in found.items() if (size := sizes[text[a:b]])}


def _size(text: str, whole: str, forms: Set[str]) -> int:
    """How many characters of `whole`, one of `forms`, are a name; 0 if it is none at all."""
    after = {text[end : end + 1] for _, end in places_of(whole, text)}
    if len(after) == 1 and min(after) and whole + min(after) in forms:
        return 0  # 左增|新老师 where 左增新 is named
    size = len(whole)
    for end in range(size - 1, 1, -1):
        head, rest = whole[:end], whole[end:size]
        if head not in forms or not set(DOTS).isdisjoint(whole):
            continue
        often = text.count(whole) > 1 and not (
            rest in ("来", "在", "到") and text.count(head) > 2 * text.count(whole)
        )
        if not often and rest in _TOO and text.count(head) > 1:
            size = end  # 黄华|也发言 beside 黄华
        if not often and text.count(head) > 2:
            size = end if rest in FOLLOWING or dictionary.has_word(rest) else size
    return size


_TOO = ("也", "又", "还", "均", "都", "则", "便", "就")


def _everywhere(names: Names, found: Spans) -> list[tuple[int, int]]:
    """Every place where a believed name stands, longest first, none overlapping."""
    text = names.text
    forms = sorted({text[a:b] for a, b in found.items()}, key=lambda n: (-len(n), n))
    used = bytearray(names.taken)
    spans = []
    for form in forms:
        word = names.shape(form) < -2
        for at in every_place(form, text):
            end = at + len(form)
            settled = found.get(at)
            here = settled == end or (settled is None and (not word or names.stands(at, end)))
            if here and not any(used[at:end]):
                used[at:end] = b"\1" * len(form)
                spans.append((at, end))
    return sorted(spans)


_HEADMASTERS = ("校长", "园长")
_ANY = {*_HEADMASTERS, "书记", "教师", "老师", "主任", "校董", "副校", "助理", "委员"}
"""Ends of the posts that a headmaster may be told with."""


def _short_forms(names: Names, titles: Sequence[Title], people: Sequence[Mention]) -> list[Mention]:
    """李书记, 王老师, 阿依努尔 (of 阿依努尔·吐尔逊): who is meant, where only one person can be."""
    text = names.text
    used = bytearray(names.taken)
    for person in people:
        used[person.start : person.end] = b"\1" * (person.end - person.start)
    heads: dict[str, set[str]] = {}
    by_family: dict[str, set[str]] = {}
    for person in people:
        by_family.setdefault(family_of(person.name), set()).add(person.name)
    beside = {edge: person.name for person in people for edge in (person.start, person.end)}
    for title in titles:
        for edge in (title.start, title.end):
            if edge in beside:
                heads.setdefault(beside[edge], set()).add(title.title[-2:])
    short: list[Mention] = []

    def add(start: int, end: int, name: str) -> None:
        if not any(used[start:end]):
            used[start:end] = b"\1" * (end - start)
            short.append(Mention(kind=Kind.PERSON, name=name, start=start, end=end, key=name))

    for family, full in sorted(by_family.items()):
        if len(family) > 1 and len(full) == 1:
            for start, end in places_of(family, text):
                add(start, end, next(iter(full)))
    for title in titles:
        double = text[max(0, title.start - 2) : title.start]
        long = double in by_family
        at = title.start - (2 if long else 1)
        if at < 0 or names.left(at) < 1 or len(text[title.start : title.end]) > 4:
            continue
        full = by_family.get(text[at : title.start], set())
        same = {name for name in full if title.title[-2:] in heads.get(name, ())}
        chosen = same if len(same) == 1 and (long or all(name in heads for name in full)) else full
        if title.title[-2:] in _HEADMASTERS:
            # 刘校长 is not the chairman 刘新和 of whom nothing else is told
            chosen = {name for name in chosen if heads.get(name, _ANY) & _ANY}
        if len(chosen) == 1:
            add(at, title.start, next(iter(chosen)))
    return short
