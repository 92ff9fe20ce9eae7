"""Compare what the reader says with gold facts: how many of the required ones, how many besides.

A small scorer for the project's own floors. Entities match by adcode, name or alias within their
type; facts by their ends. What the gold marks optional counts neither way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENDS = {
    "assistance": ("helper", "recipient"),
    "positions": ("person", "organization"),
    "secondments": ("person", "to"),
}


@dataclass(frozen=True)
class Tally:
    """Hits, false alarms, misses."""

    hits: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.hits + other.hits, self.false + other.false, self.missed + other.missed)

    @property
    def f1(self) -> float:
        whole = 2 * self.hits + self.false + self.missed
        return 2 * self.hits / whole if whole else 1.0

    @property
    def precision(self) -> float:
        return self.hits / (self.hits + self.false) if self.hits + self.false else 1.0


def fold(name: str) -> str:
    """The form in which names are compared."""
    return re.sub(r"[\s·•‧・“”‘’\"']", "", unicodedata.normalize("NFKC", name)).lower()


def _keys(row: dict[str, Any]) -> set[str]:
    keys = {fold(name) for name in (row["name"], *row.get("aliases", ()))}
    if row["type"] == "Place" and row.get("adcode"):
        keys.add(f"adcode {row['adcode']}")
    return keys


def compare(gold: dict[str, Any], found: dict[str, Any]) -> dict[str, Tally]:
    """A tally for each type of entity and each kind of fact."""
    tallies: dict[str, Tally] = {}
    stands_for: dict[str, str] = {}
    required = {row["id"]: row for row in gold["entities"]}
    for kind in ("Place", "School", "Institution", "Person", "Programme"):
        theirs = [row for row in gold["entities"] if row["type"] == kind]
        met: set[str] = set()
        false = 0
        for row in (row for row in found["entities"] if row["type"] == kind):
            match = next((g for g in theirs if g["id"] not in met and _keys(g) & _keys(row)), None)
            if match is None:
                other = any(_keys(g) & _keys(row) and g.get("optional") for g in gold["entities"])
                false += not other
                continue
            met.add(match["id"])
            stands_for[row["id"]] = match["id"]
        must = {row["id"] for row in theirs if not row.get("optional")}
        tallies[kind] = Tally(len(must & met), false, len(must - met))
    optional = {key for key, row in required.items() if row.get("optional")}
    for kind, (one, other) in ENDS.items():
        must = Counter()
        allowed: set[tuple[str | None, ...]] = set()
        for row in gold.get(kind, ()):
            ends = (row[one], row[other])
            allowed.add(ends)
            if not row.get("optional") and not optional & {end for end in ends if end}:
                must[ends] = 1
        said = {(stands_for.get(row[one]), stands_for.get(row[other] or "")) for row in found[kind]}
        hits = sum(
            ends in said or (ends[1] is None and any(s[0] == ends[0] for s in said))
            for ends in must
        )
        false = sum(
            ends not in allowed and not optional & {end for end in ends if end} and None not in ends
            for ends in said
        )
        tallies[kind] = Tally(hits, false, len(must) - hits)
    return tallies


def load(path: Path) -> dict[str, Any]:
    """A JSON file."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
