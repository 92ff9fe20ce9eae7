"""The family of those who were sent: told of beside them, and not sent themselves."""

from __future__ import annotations

from ...later import later
from ...lexicon import word_set

__all__ = ["KIN", "of_kin"]

KIN = "|".join(sorted(word_set("kin")))
"""A pattern: somebody of the family."""
_SUBJECT = later(
    f"(?:^|[，、：Ⓝ])(?:而|如今|现在)?(?:[他她其Ⓝ]?的)?[他她]?(?:{KIN})[^ⓃⒷⓅ，。；]{{0,4}}?"
    "(?:也|同样|都|则|[是在正曾]|常年|长期|一直)"
)
"""One of them as who a clause is about: 爱人也在某校教书; but not 瞒着妻子来到某校."""
_PERSON = later("[他她Ⓝ]")
_CLAUSES = 80
"""Signs before a body in which its subject is looked for."""


def of_kin(signs: str, end: int) -> bool:
    """Whether what leads to a body at `end` of a skeleton is told of somebody's family."""
    low = max(0, end - _CLAUSES)
    last = max((kin.end() for kin in _SUBJECT.finditer(signs, low, end)), default=None)
    return last is not None and not _PERSON.search(signs, last, end)
