"""Who is named in a text: every mention of a person, with the full name.

A name is believed where something licenses it: a post before it, a post or 同志 behind it, a known
name beside it in a list, a label (执教：), a verb of speech, or its coming back in the text. What
one place leaves open (唐霞作|为, 谢爱|兵) is settled by all places where the string occurs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from ...ontology.records import Kind, Mention
from .clean import Clean
from .fusion import Fused, fuse
from .labels import Spans
from .licences import licensed
from .names import Names, fold_dots
from .namesakes import told_apart
from .proposer import Proposal, propose
from .rosters import opens_line
from .titles import Title, find_titles

__all__ = ["find_persons", "people_in", "seen_by_model"]

_LEADER = re.compile(
    r"(习近平|毛泽东|邓小平|江泽民|胡锦涛|周恩来|马克思|列宁|鲁迅|孔子|陶行知|雷锋)"
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
    """Persons by the rules and these proposals, and the scores of those by proposals alone.

    Where `proposals` is None, the rules stand alone.
    """
    text = clean.text
    sure = {m.start: m.end for m in mentions if _is_really_person(text, m)}
    fixed = [m for m in mentions if m.start not in sure]
    titles = find_titles(text, fixed)
    taken = bytearray(len(text) + 1)
    spans = [(s.start, s.end) for s in fixed] + [(t.start, t.end) for t in titles]
    for start, end in spans:
        taken[start:end] = b"\1" * (end - start)
    for match in _LEADER.finditer(text):
        taken[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    names = Names(text, bytes(taken))
    found = licensed(clean, names, titles)
    found = {a: b for a, b in found.items() if not any(a < d and c < b for c, d in sure.items())}
    fused = Fused(found, {}) if proposals is None else fuse(names, found, proposals)
    found = {**fused.spans, **sure}
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


_LIST_SIDE = re.compile(r"[、和与]")


def _is_really_person(text: str, place: Mention) -> bool:
    """Whether a place of two characters stands where only a person can: 黄河、马山两位老师."""
    if place.kind is not Kind.PLACE or place.end - place.start != 2:
        return False
    before, behind = text[max(0, place.start - 3) : place.start], text[place.end : place.end + 12]
    listed = bool(_LIST_SIDE.match(behind) or before.endswith("、"))
    counted = re.match(
        r"(?:[、和与][一-鿿]{2,3}){0,6}(?:等)?[0-9一二两三四五六七八九十]+[位名](?:老师|教师|同志)",
        behind,
    )
    titled = before.endswith(("教师", "老师", "局长", "校长", "主任", "书记", "科长", "处长"))
    return bool(counted and (listed or titled)) or (
        titled and bool(re.match("[、，。,和]|说|表示", behind))
    )


def _everywhere(names: Names, found: Spans) -> list[tuple[int, int]]:
    """Every place where a believed name stands, longest first, none overlapping."""
    text = names.text
    forms = sorted({text[a:b] for a, b in found.items()}, key=lambda n: (-len(n), n))
    used = bytearray(names.taken)
    spans = []
    for form in forms:
        at = text.find(form)
        while at >= 0:
            end = at + len(form)
            settled = found.get(at)
            if not any(used[at:end]) and (settled is None or settled == end):
                used[at:end] = b"\1" * len(form)
                spans.append((at, end))
            at = text.find(form, at + 1)
    return sorted(spans)


def _short_forms(names: Names, titles: Sequence[Title], people: Sequence[Mention]) -> list[Mention]:
    """李书记, 王老师, 阿依努尔 (of 阿依努尔·吐尔逊): who is meant, where only one person can be."""
    text = names.text
    used = bytearray(names.taken)
    for person in people:
        used[person.start : person.end] = b"\1" * (person.end - person.start)
    heads: dict[str, set[str]] = {}
    by_family: dict[str, set[str]] = {}
    for person in people:
        family = person.name.split("·")[0] if "·" in person.name else person.name[:1]
        by_family.setdefault(family, set()).add(person.name)
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
            for match in re.finditer(re.escape(family), text):
                add(match.start(), match.end(), next(iter(full)))
    for title in titles:
        at = title.start - 1
        if at < 0 or names.left(at) < 1 or len(text[title.start : title.end]) > 4:
            continue
        full = by_family.get(text[at], set())
        same = {name for name in full if title.title[-2:] in heads.get(name, ())}
        chosen = same if len(same) == 1 and all(name in heads for name in full) else full
        if len(chosen) == 1:
            add(at, title.start, next(iter(chosen)))
    return short
