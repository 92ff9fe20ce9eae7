"""What the first characters of a personal name can be: surnames, first parts of other names."""

from __future__ import annotations

import re
from functools import cache

from .peoplewords import people_rows, people_words

__all__ = ["compounds", "family_of", "first_parts", "first_signs", "no_names", "singles"]


@cache
def _surnames() -> tuple[dict[str, bool], frozenset[str]]:
    """Single surname → whether the character is often none; compound surnames."""
    single: dict[str, bool] = {}
    compound = set()
    for row in people_rows("surnames"):
        if len(row["surname"]) == 1:
            single[row["surname"]] = row["false_positive_risk"] == "high"
        else:
            compound.add(row["surname"])
    compound -= {"第五", "百里", "东方", "东门", "南门", "西门", "微生", "海拉"}
    return single, frozenset(compound)


def singles() -> dict[str, bool]:
    """Surname of one character → whether the character far more often is no surname."""
    return _surnames()[0]


def compounds() -> frozenset[str]:
    """Surnames of two characters."""
    return _surnames()[1]


@cache
def first_parts() -> re.Pattern[str]:
    """The first part of a name without a dot of a people whose names have no Han surname."""
    firsts = set()
    for row in people_rows("minority_name_patterns"):
        found = re.match(r"\^\(([^)]*)\)", row["pattern"])
        if found is not None:
            firsts |= {word for word in found[1].split("|") if len(word) > 1}
    return re.compile("|".join(sorted(firsts, key=lambda w: (-len(w), w))))


@cache
def first_signs() -> frozenset[str]:
    """The characters with which a name without a single surname can begin."""
    patterns = first_parts().pattern.split("|")
    return frozenset(word[0] for word in (*patterns, *compounds()))


@cache
def no_names() -> frozenset[str]:
    """Words that look like a name and are none."""
    return people_words("not_person_names") | people_words("nationalities")


def family_of(name: str) -> str:
    """What a name is shortened to before a post: 王, 尉迟, 沙玛 (of 沙玛阿各), 阿依努尔."""
    if "·" in name:
        return name.split("·")[0]
    if name[:2] in compounds():
        return name[:2]
    first = first_parts().match(name)
    if first is not None and len(name) > 3 and len(first[0]) == 2:
        return first[0]
    return name[:1]
