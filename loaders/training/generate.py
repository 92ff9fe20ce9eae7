"""Made-up sentences with person names, seeded: the same sentences on every run.

Words and patterns stand in ``words.toml`` and ``sentences.toml``; surnames in the project's table,
places in its table of divisions. Nothing here comes from a page.
"""

from __future__ import annotations

import csv
import random
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import rjieba

from ...ontology.records import Kind, Mention
from ..news.people.peoplewords import people_rows
from .examples import Example

__all__ = ["filled", "made_up", "patterns", "random_name", "random_place"]


@cache
def patterns(name: str) -> dict[str, Any]:
    """The words or the patterns of sentences in a file of this folder."""
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))


@cache
def _surnames() -> tuple[list[str], list[float], list[str]]:
    """Single surnames with their weights (by rank: a few names are those of most people)."""
    rows = [row for row in people_rows("surnames") if row["false_positive_risk"] != "high"]
    rows += [row for row in people_rows("surnames") if row["false_positive_risk"] == "high"]
    single: list[str] = []
    weights: list[float] = []
    compound: list[str] = []
    for row in rows:
        if len(row["surname"]) > 1:
            compound.append(row["surname"])
            continue
        rank = int(row["rank_2019"]) if row["rank_2019"].isdigit() else 250
        single.append(row["surname"])
        weights.append(1.0 / (rank + 15))
    return single, weights, compound


@cache
def _places() -> list[str]:
    folder = files(__package__.rpartition(".")[0]).joinpath("data")
    text = folder.joinpath("divisions.csv").read_text(encoding="utf-8")
    return [row["name"] for row in csv.DictReader(text.splitlines())][::7]


def random_place(rng: random.Random) -> str:
    """The full name of a division of the table."""
    return rng.choice(_places())


@cache
def _names_that_are_words() -> list[str]:
    """Surnames with a given name of one character that are words as well: 高原, 白雪."""
    signs = sorted({*patterns("words.toml")["first"], *patterns("words.toml")["second"]})
    return [a + b for a in _surnames()[0] for b in signs if rjieba.has_word(a + b)]


def random_name(rng: random.Random) -> str:
    """A made-up name: most of Han form, the rest of other peoples' forms."""
    words = patterns("words.toml")
    kind = rng.random()
    if kind < 0.77:
        single, weights, compound = _surnames()
        if rng.random() < 0.03:
            family = rng.choice(compound)
        elif rng.random() < 0.2:
            family = rng.choice(single)
        else:
            family = rng.choices(single, weights)[0]
        shape = rng.random()
        if shape < 0.2:
            return family + str(rng.choice(words["second"]))
        return family + str(rng.choice(words["first"]) + rng.choice(words["second"]))
    if kind < 0.87:
        return str(rng.choice(_names_that_are_words()))
    if kind < 0.91:
        if rng.random() < 0.25:
            return str(rng.choice(words["tibetan_single"]))
        return str(rng.choice(words["tibetan"]) + rng.choice(words["tibetan"]))
    if kind < 0.96:
        first = str(rng.choice(words["uyghur"]))
        return first if rng.random() < 0.25 else f"{first}·{rng.choice(words['uyghur'])}"
    if kind < 0.975:
        return str(rng.choice(words["mongol"]))
    if kind < 0.992:
        return str(rng.choice(words["yi"]) + rng.choice(words["yi_given"]))
    return str(rng.choice(words["dai"]) + rng.choice(words["dai_given"]))


_SLOT = re.compile(r"\{([A-Z])\}")
_KINDS = {"P": Kind.PLACE, "S": Kind.SCHOOL, "I": Kind.INSTITUTION}


def filled(rng: random.Random, slot: str) -> str:
    """A word for the slot of a pattern, by its letter."""
    words = patterns("words.toml")
    if slot == "N":
        return random_name(rng)
    if slot == "W":
        return str(rng.choice(words["things"]))
    place = random_place(rng)
    if slot == "P" and rng.random() < 0.4:
        place = place[:2]
    if slot == "P":
        return place
    if slot == "S":
        whole = str(rng.choice(words["school_heads"]) + rng.choice(words["school_tails"]))
        return place + whole if rng.random() < 0.5 else whole
    if slot == "I":
        return place + str(rng.choice(words["bodies"]))
    if slot == "D":
        return str(rng.choice([2, 3, 5, 8, 12, 16, 20, 36, 45, 120, 300, 1200]))
    if slot == "C":
        return str(rng.choice("一二三四五六七八九"))
    lists = {"O": "offices", "T": "teachers", "K": "kids", "V": "says", "U": "subjects"}
    return str(rng.choice(words[lists[slot]]))


def _sentence(rng: random.Random, pattern: str) -> Example:
    text, at = "", 0
    mentions: list[Mention] = []
    names: list[tuple[int, int]] = []
    for slot in _SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        word = filled(rng, slot[1])
        start, text = len(text), text + word
        if slot[1] == "N":
            names.append((start, len(text)))
        elif slot[1] in _KINDS:
            if len(word) == 2 and rng.random() < 0.3:  # the reader does not find every short form
                at = slot.end()
                continue
            mentions.append(
                Mention(kind=_KINDS[slot[1]], name=word, start=start, end=len(text), key=word)
            )
        at = slot.end()
    return Example(text + pattern[at:], tuple(mentions), tuple(names))


def made_up(seed: int, named: int, plain: int) -> list[Example]:
    """`named` sentences with names and `plain` ones without, in a fixed order."""
    rng = random.Random(seed)
    table = patterns("sentences.toml")
    examples = [_sentence(rng, rng.choice(table["named"])) for _ in range(named)]
    return examples + [_sentence(rng, rng.choice(table["plain"])) for _ in range(plain)]
