"""Made-up names of schools and other bodies, and sentences with them, seeded: always the same.

Words and patterns stand in ``bodynames.toml``; places in the project's table of divisions. Nothing
here comes from a page.
"""

from __future__ import annotations

import random
import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from ...ontology.records import Kind
from ..suffixes import last_suffix
from .examples import Example
from .generate import filled, patterns, random_name, random_place

__all__ = ["body_sentences", "other_body", "random_institution", "random_school"]

_SLOT = re.compile(r"\{([A-Z])\}")
_SHORT = 0.35
_TOWN = 0.5
_OWN = 0.75
"""Of made-up sentences, those with patterns of this module; the rest has those of persons."""


@cache
def _words() -> dict[str, Any]:
    text = files(__package__).joinpath("bodynames.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _signs() -> str:
    """The characters of brands: those of made-up given names, and more."""
    given = patterns("words.toml")
    return f"{given['first']}{given['second']}{_words()['signs']}"


def _some(rng: random.Random, word: str) -> str:
    """One of the words, or of the characters, of that name."""
    return str(rng.choice(_words()[word]))


def _letters(rng: random.Random, size: int) -> str:
    return "".join(rng.choice(_signs()) for _ in range(size))


def _brand(rng: random.Random) -> str:
    if rng.random() < 0.3:
        return _some(rng, "brands")
    return _letters(rng, rng.choice((2, 2, 2, 2, 3, 3, 4)))


def _place(rng: random.Random) -> str:
    """A division in full or short, or a made-up township."""
    place = random_place(rng)
    kind = rng.random()
    if kind < _SHORT and len(place) > 3:
        return place[:2]
    return _letters(rng, 2) + _some(rng, "town_signs") if kind < _TOWN else place


def _maybe(rng: random.Random, word: str) -> str:
    return word if rng.random() < 0.5 else ""


def random_school(rng: random.Random) -> str:
    """A made-up name of a school: by place, brand, village, number, college or campus."""
    kind = rng.random()
    if kind < 0.25:
        return _place(rng) + _some(rng, "schools")
    if kind < 0.5:
        return _place(rng) + _brand(rng) + _some(rng, "schools")
    if kind < 0.54:
        town = _letters(rng, 2) + _some(rng, "town_ends")
        village = _letters(rng, rng.choice((1, 2, 2))) + rng.choice(("", "", "村"))
        return rng.choice((_place(rng), "")) + town + village + _some(rng, "village_schools")
    if kind < 0.62:
        village = _letters(rng, rng.choice((1, 2))) + _some(rng, "village_signs")
        return village + _some(rng, "village_schools")
    if kind < 0.72:
        return _brand(rng) + _some(rng, "schools")
    if kind < 0.8:
        return _place(rng) + _place(rng) + _some(rng, "schools")
    if kind < 0.86:
        return _brand(rng) + _some(rng, "colleges")
    if kind < 0.9:
        head = rng.choice(("集团", "学校", "中学", "小学"))
        return _brand(rng) + head + _place(rng) + _some(rng, "campuses")
    if kind < 0.95:
        return _brand(rng) + _some(rng, "attached")
    return _place(rng) + _some(rng, "numbered")


def random_institution(rng: random.Random) -> str:
    """A made-up name of another body: firm, foundation, society, office, party, team and so on."""
    kind, brand, place = rng.random(), _brand(rng), _place(rng)
    if kind < 0.12:
        return _maybe(rng, place) + brand + _some(rng, "industries") + _some(rng, "firms")
    if kind < 0.15:
        return f"{brand}{_some(rng, 'industries')}（集团）{rng.choice(('', '股份'))}有限公司"
    if kind < 0.22:
        return rng.choice((place, "", "", "中国", "香港")) + brand + _some(rng, "foundations")
    if kind < 0.32:
        return rng.choice((place, "", "")) + brand + _some(rng, "societies")
    if kind < 0.37:
        return place + _some(rng, "local_societies")
    if kind < 0.4:
        return rng.choice((place, place, "")) + brand + _some(rng, "leagues")
    if kind < 0.45:
        return rng.choice((place, brand)) + _some(rng, "hospitals")
    if kind < 0.47:
        return place + _some(rng, "banks")
    if kind < 0.5:
        return (
            rng.choice((place, place, "")) + _some(rng, "self_named") + _some(rng, "self_societies")
        )
    if kind < 0.55:
        return rng.choice((place, brand, brand, "中国")) + _some(rng, "branches")
    if kind < 0.72:
        return place + _some(rng, "offices")
    if kind < 0.8:
        return _some(rng, "parties") + place + _some(rng, "party_organs")
    if kind < 0.83:
        return place + _some(rng, "sent")
    if kind < 0.84:
        return _some(rng, "arms") + place + _some(rng, "forces")
    if kind < 0.9:
        return rng.choice((brand, random_name(rng)[:3])) + _some(rng, "groups")
    if kind < 0.93:
        return brand + _some(rng, "colleges") + _some(rng, "of_college")
    if kind < 0.97:
        return rng.choice((brand, place)) + _some(rng, "culture")
    return place + _some(rng, "grassroots")


def other_body(rng: random.Random, form: str) -> str:
    """Another name of the kind of body that `form` ends like."""
    ending = last_suffix(form)
    school = ending is not None and ending.kind is Kind.SCHOOL
    return random_school(rng) if school else random_institution(rng)


def _sentence(rng: random.Random, pattern: str) -> Example:
    text, at = "", 0
    names: list[tuple[int, int]] = []
    for slot in _SLOT.finditer(pattern):
        text += pattern[at : slot.start()]
        start = len(text)
        if slot[1] in "SI":
            text += random_school(rng) if slot[1] == "S" else random_institution(rng)
            names.append((start, len(text)))
        else:
            text += _brand(rng) if slot[1] == "B" else filled(rng, slot[1])
        at = slot.end()
    return Example(text + pattern[at:], (), tuple(names))


def body_sentences(seed: int, named: int, plain: int) -> list[Example]:
    """`named` sentences with bodies and `plain` ones without, in a fixed order."""
    rng = random.Random(seed)
    words, others = _words(), patterns("sentences.toml")
    of_people = [*others["named"], *others["plain"]]
    with_bodies = [one for one in of_people if "{S}" in one or "{I}" in one]
    without = [one for one in of_people if "{S}" not in one and "{I}" not in one]
    found = [
        _sentence(rng, rng.choice(words["named"] if rng.random() < _OWN else with_bodies))
        for _ in range(named)
    ]
    return found + [
        _sentence(rng, rng.choice(words["plain"] if rng.random() < _OWN else without))
        for _ in range(plain)
    ]
