"""The words that the names of schools and bodies end in, and what each says of the body."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from ..ontology.records import Kind
from .lexicon import rows, words

__all__ = [
    "Suffix",
    "generic_words",
    "last_suffix",
    "stop_words",
    "suffixes",
    "universities",
]

# The codes of the stage scheme; 中学 leaves open which of two stages it is.
_STAGES = {
    "preschool": "preschool",
    "primary": "primary",
    "junior": "junior",
    "senior": "senior",
    "vocational": "vocational",
    "special": "special",
    "higher": "higher",
    "primary_junior": "compulsory",
    "k12": "basic",
    "cadre": "adult",
}


@dataclass(frozen=True, slots=True)
class Suffix:
    """An ending: for a school its `stage`, for any other body its `category`."""

    text: str
    kind: Kind
    category: str
    stage: str | None = None


@cache
def suffixes() -> dict[str, Suffix]:
    """Every known ending; those of schools win over equal ones of institutions."""
    found: dict[str, Suffix] = {}
    for row in rows("lexicon/institution_suffixes.csv"):
        found[row["suffix"]] = Suffix(row["suffix"], Kind.INSTITUTION, row["category"])
    for row in rows("lexicon/school_suffixes.csv"):
        stage = _STAGES.get(row["stage"])
        found[row["suffix"]] = Suffix(row["suffix"], Kind.SCHOOL, row["stage"], stage)
    return found


@cache
def universities() -> dict[str, tuple[str, str | None]]:
    """Universities and colleges by name: code of the province, code of the city if known."""
    return {
        row["name"]: (row["province_adcode"], row["city_adcode"] or None)
        for row in rows("universities.csv")
    }


@lru_cache(maxsize=1 << 14)
def last_suffix(name: str) -> Suffix | None:
    """The longest known ending of `name`."""
    table = suffixes()
    for start in range(max(0, len(name) - 12), len(name)):
        if (found := table.get(name[start:])) is not None:
            return found
    return None


@cache
def stop_words() -> frozenset[str]:
    """Words that no name of a body runs over: verbs of motion and aid, titles, time."""
    return words("lexicon/body_stops.txt")


@cache
def generic_words() -> frozenset[str]:
    """Words that make a kind of school and not a name: 农村, 受援, 优质."""
    return words("lexicon/body_generic.txt")
