"""Which schools are universities: by the national list, or by the ending of their names."""

from __future__ import annotations

from functools import cache

import ahocorasick_rs

from ....ontology.records import Kind, Mention
from ...suffixes import universities

__all__ = ["is_college", "is_listed_university", "short_colleges"]


_SHORT = (
    ("交通大学", "交大"), ("工业大学", "工大"), ("农业大学", "农大"), ("财经大学", "财大"),
    ("科技大学", "科大"), ("医科大学", "医大"), ("林业大学", "林大"), ("民族大学", "民大"),
    ("师范大学", "师大"), ("外国语大学", "外大"),
)  # fmt: skip


@cache
def _short() -> tuple[ahocorasick_rs.AhoCorasick, tuple[tuple[str, str], ...]]:
    """The short names of universities that only one of them can have, with the full ones."""
    full: dict[str, list[str]] = {}
    for name in sorted(universities()):
        for kind, short in _SHORT:
            if name.endswith(kind) and len(name) > len(kind) + 1:
                full.setdefault(name.removesuffix(kind) + short, []).append(name)
    table = tuple((short, names[0]) for short, names in full.items() if len(names) == 1)
    kind_of = ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST
    return ahocorasick_rs.AhoCorasick([s for s, _ in table], matchkind=kind_of), table


def short_colleges(text: str) -> list[tuple[int, int, str]]:
    """The spans of universities told in short, each with the full name: 上海交大, 华中农大."""
    automaton, table = _short()
    return [
        (start, end, table[index][1])
        for index, start, end in automaton.find_matches_as_indexes(text)
        if text[end : end + 1] not in tuple("会赛奖型")
    ]


def is_college(name: str) -> bool:
    """Whether the name is that of a university or college, and not of a school attached to one."""
    return name.endswith(("大学", "学院")) and "附属" not in name


def is_listed_university(mention: Mention) -> bool:
    """Whether the mention is a university or college of the national list, in full."""
    return mention.kind is Kind.SCHOOL and mention.name in universities()
