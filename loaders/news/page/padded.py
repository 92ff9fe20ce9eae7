"""Names of two characters that a list sets as wide as names of three: 王 艳, 李明远, 孙 燕."""

from __future__ import annotations

from functools import cache

from ... import dictionary
from ...later import later
from ...lexicon import rows
from .spans import Edit, Page, edited

__all__ = ["closed_up"]

_PADDED = later("(?<![一-鿿·])(?P<family>[一-鿿]) {1,4}(?P<given>[一-鿿])(?![一-鿿])")
_WHOLE = later("(?<![一-鿿·])(?P<family>[一-鿿])[一-鿿]{2}(?![一-鿿])")
_NEVER = frozenset("男女的了是在和与及等有无人名第号元年月日")


@cache
def _families() -> frozenset[str]:
    return frozenset(row["surname"] for row in rows("lexicon/surnames.csv")) - _NEVER


def closed_up(page: Page) -> tuple[Page, list[Edit]]:
    """`page` without the gaps inside names, and what was taken out.

    A surname and one more character with a gap between them are a name where the same line, or a
    line beside it, has another one or a name of three characters; if they are a word as well
    (高 兴), there must be two others.
    """
    if _PADDED.search(page.text) is None:
        return page, []
    edits: list[Edit] = []
    told = [_names_of(line) for line in page.text.split("\n")]
    at = 0
    for number, line in enumerate(page.text.split("\n")):
        padded, sure = told[number]
        if padded:
            around = sum(told[i][1] for i in (number - 1, number + 1) if 0 <= i < len(told))
            for family, given, word in padded:
                others = sure + around - (not word)
                if others >= (2 if word else 1):
                    edits.append((at + family, at + given, ""))
        at += len(line) + 1
    return (edited(page, edits), edits) if edits else (page, [])


def _names_of(line: str) -> tuple[list[tuple[int, int, bool]], int]:
    """The padded names of a line, and how many names it has that are no words.

    A padded one: where the first character ends, where the second starts, whether both are a word.
    """
    padded = [
        (found.end("family"), found.start("given"), dictionary.has_word(found[0].replace(" ", "")))
        for found in _PADDED.finditer(line)
        if found["family"] in _families() and found["given"] not in _NEVER
    ]
    whole = [found for found in _WHOLE.finditer(line) if found["family"] in _families()]
    sure = sum(not word for _, _, word in padded)
    return padded, sure + sum(not dictionary.has_word(found[0]) for found in whole)
