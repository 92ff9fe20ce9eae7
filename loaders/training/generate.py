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
from ..news.people.peoplewords import people_rows, people_words
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


@cache
def _usual() -> tuple[list[str], list[str]]:
    """The given names that many people bear: of one character, of two."""
    every = sorted(people_words("given_names"))
    return [one for one in every if len(one) == 1], [two for two in every if len(two) == 2]


def _given(rng: random.Random, place: str) -> str:
    """A character for the `place` in a given name, now and then one that is seldom met in names."""
    words = patterns("words.toml")
    return str(rng.choice(words["given_more"] if rng.random() < _SELDOM else words[place]))


def random_name(rng: random.Random) -> str:
    """A made-up name: most of Han form, the rest of other peoples' forms."""
    words = patterns("words.toml")
    kind = rng.random()
    if kind < 0.73:
        single, weights, compound = _surnames()
        if rng.random() < 0.03:
            family = rng.choice(compound)
        elif rng.random() < 0.2:
            family = rng.choice(single)
        else:
            family = rng.choices(single, weights)[0]
        short = rng.random() < _SINGLE
        if rng.random() < _USUAL:
            return family + rng.choice(_usual()[0 if short else 1])
        return family + ("" if short else _given(rng, "first")) + _given(rng, "second")
    if kind < 0.82:
        return str(rng.choice(_names_that_are_words()))
    if kind < 0.88:
        parts = [*words["tibetan"], *words["tibetan_more"]]
        if rng.random() < 0.25:
            return str(rng.choice([*words["tibetan_single"], *parts]))
        return str(rng.choice(parts) + rng.choice(parts))
    if kind < 0.94:
        parts = [*words["uyghur"], *words["uyghur_more"]]
        first = str(rng.choice(parts))
        return first if rng.random() < 0.35 else f"{first}·{rng.choice(parts)}"
    if kind < 0.965:
        if rng.random() < 0.6:
            return str(rng.choice(words["mongol"]))
        return str(rng.choice(words["mongol_more"]) + rng.choice(words["mongol_more"]))
    if kind < 0.992:
        given = [*words["yi_given"], *words["yi_more"]]
        return str(rng.choice(words["yi"]) + rng.choice(given))
    return str(rng.choice(words["dai"]) + rng.choice(words["dai_given"]))


_SELDOM = 0.2
_SINGLE = 0.25
"""Of given names, those of one character."""
_USUAL = 0.6
"""Of given names, those that many people bear: a model learns which two characters go together."""
_PORTRAITS = 0.5
"""Of made-up sentences, those of the kind of portraits and reports."""
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


def _spelt_out(rng: random.Random, pattern: str) -> str:
    """The pattern with a word, or a pattern, in the place of each slot for words of portraits."""
    words = patterns("words.toml")
    of_slot = words["of_slot"]

    def spelt(slot: re.Match[str]) -> str:
        return str(rng.choice(words[of_slot[slot[1]]])) if slot[1] in of_slot else slot[0]

    return _SLOT.sub(spelt, pattern)


def _sentence(rng: random.Random, pattern: str) -> Example:
    text, at = "", 0
    pattern = _spelt_out(rng, pattern)
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

    def one(kind: str, of_portraits: str) -> Example:
        chosen = table[of_portraits if rng.random() < _PORTRAITS else kind]
        return _sentence(rng, rng.choice(chosen))

    examples = [one("named", "portraits") for _ in range(named)]
    return examples + [one("plain", "unnamed") for _ in range(plain)]
