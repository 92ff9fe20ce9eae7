"""How likely one character follows another, in bits: enough to tell Chinese from garble."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from ...spelling import to_simplified

_UNKNOWN = 22.0
"""Bits of a character that the table does not have."""

_BACK = 4.5
"""Bits on top for two characters that were never met side by side."""


@dataclass(frozen=True, slots=True)
class Bigrams:
    """Costs in bits: `alone` of a character, `pairs` of the second of two, all simplified."""

    alone: dict[str, float]
    pairs: dict[str, float]

    def bits(self, before: str, char: str) -> float:
        """The cost of `char` after `before`: the lower, the more usual."""
        single = self.alone.get(char, _UNKNOWN) + _BACK
        return min(single, self.pairs.get(before + char, single))


@cache
def bigrams() -> Bigrams:
    """The table that is shipped; its head says what was counted."""
    table = files("bangfu.loaders") / "data" / "clean_bigrams.txt"
    alone: dict[str, float] = {}
    pairs: dict[str, float] = {}
    for row in table.read_text(encoding="utf-8").split("\n"):
        if not row or row.startswith("# "):
            continue
        head, *groups = row.split("\t")
        first = "\n" if head[0] == "\\" else head[0]
        alone[first] = float(ord(head[1]) - 64)
        for group in groups:
            bits = (ord(group[0]) - 64) / 2 + 0.4
            for second in group[1:]:
                pairs[first + ("\n" if second == "\\" else second)] = bits
    return Bigrams(alone, pairs)


@dataclass(frozen=True, slots=True)
class Codes:
    """The characters of GBK by their bytes, with their simplified forms.

    `by_trail` and `by_lead` have (other byte, character, simplified form), usual characters only.
    """

    char: dict[tuple[int, int], str]
    plain: dict[str, str]
    by_trail: dict[int, tuple[tuple[int, str, str], ...]]
    by_lead: dict[int, tuple[tuple[int, str, str], ...]]


@cache
def codes() -> Codes:
    """Every character of GBK; the usual ones are those that the table of bigrams knows well."""
    known = bigrams().alone
    char: dict[tuple[int, int], str] = {}
    for lead in range(0x81, 0xFF):
        for trail in range(0x40, 0xFF):
            try:
                char[lead, trail] = bytes((lead, trail)).decode("gbk")
            except UnicodeDecodeError:
                continue
    forms = "".join(char.values())
    plain = dict(zip(forms, to_simplified(forms), strict=True))
    by_trail: dict[int, list[tuple[int, str, str]]] = {}
    by_lead: dict[int, list[tuple[int, str, str]]] = {}
    for (lead, trail), one in char.items():
        simple = plain[one]
        if known.get(simple, _UNKNOWN) < 18:
            by_trail.setdefault(trail, []).append((lead, one, simple))
            by_lead.setdefault(lead, []).append((trail, one, simple))
    return Codes(
        char,
        plain,
        {key: tuple(value) for key, value in by_trail.items()},
        {key: tuple(value) for key, value in by_lead.items()},
    )
