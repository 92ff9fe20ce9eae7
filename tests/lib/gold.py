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
from itertools import pairwise
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
    tallies["located_in"] = _located(gold, found, stands_for, optional)
    tallies["events"] = _events(gold["events"], found["events"])
    return tallies


def _located(
    gold: dict[str, Any], found: dict[str, Any], stands_for: dict[str, str], optional: set[str]
) -> Tally:
    """The rows of ``located_in``; the county of a township, the province of a county is not false."""
    rows = {
        (row[0], row[1]): "optional" in row[2:] or bool(optional & set(row[:2]))
        for row in gold["located_in"]
    }
    must = {ends for ends, left_open in rows.items() if not left_open}
    codes = {row["id"]: row.get("adcode") or "" for row in (*gold["entities"], *found["entities"])}
    false, hits = 0, set()
    for one, place in found["located_in"]:
        ends = (stands_for.get(one), stands_for.get(place))
        wider = [
            there for body, there in rows if body == ends[0] and _holds(codes[place], codes[there])
        ]
        if ends in must:
            hits.add(ends)
        elif ends[0] is not None and ends[0] not in optional and ends not in rows and not wider:
            false += 1
    return Tally(len(hits), false, len(must - hits))


def _holds(outer: str, inner: str) -> bool:
    """Whether the division of one code is a wider one around that of the other."""
    stem = re.sub("(?:00)+$", "", outer)
    return bool(stem) and outer != inner and inner.startswith(stem)


def _events(theirs: list[dict[str, Any]], ours: list[dict[str, Any]]) -> Tally:
    """Events of one kind whose start or name agrees, each counted once."""
    left = list(ours)
    hits = missed = 0
    for row in sorted(theirs, key=lambda one: bool(one.get("optional"))):
        match = next((one for one in left if _same_event(row, one)), None)
        if match is not None:
            left.remove(match)
        if not row.get("optional"):
            hits += match is not None
            missed += match is None
    return Tally(hits, len(left), missed)


def _same_event(gold: dict[str, Any], found: dict[str, Any]) -> bool:
    if found["kind"] not in gold["kind"].split("|"):
        return False
    one, other = (str(row.get("start") or "") for row in (gold, found))
    if one and other and (one.startswith(other) or other.startswith(one)):
        return True
    names = [fold(str(row.get("name") or "")) for row in (gold, found)]
    pairs = [Counter(a + b for a, b in pairwise(name)) for name in names]
    total = sum(sum(one.values()) for one in pairs)
    return bool(total) and 2 * sum((pairs[0] & pairs[1]).values()) >= total / 2


def load(path: Path) -> dict[str, Any]:
    """A JSON file."""
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content
