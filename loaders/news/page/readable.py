"""Readings of a damaged passage weighed by whether they fall into words of the dictionary.

Two characters at a time cannot tell 路上。上海 from 路|上海|上海; cut into words, a wrong reading
leaves characters that stand alone.
"""

from __future__ import annotations

from operator import itemgetter

from ... import dictionary
from .glyphs import Known, Path, glyphs

__all__ = ["in_words", "told_in"]

_ALONE = 5.0  # bits for a character that belongs to no word
_USUAL = frozenset(
    "的了在和与及是有对从把被让给不也都就又还很为以于向到由等我他她你们这那个名所年月日"
)


def in_words(paths: list[Path], known: Known) -> list[Path]:
    """`paths` with what their lone characters cost, best first.

    The dictionary is asked without its guesses at new words, which make words of garble. What
    stands whole elsewhere in the page is `known`: a name of three characters is no word either.
    """
    weighed = []
    for path in paths:
        text = "".join(glyph.plain for glyph in glyphs(path))
        weighed.append(path._replace(bits=path.bits + _ALONE * _alone(text, known)))
    return sorted(weighed, key=itemgetter(0))


def told_in(text: str, known: Known) -> list[bool]:
    """Which characters of `text` stand in a run of three that the page has elsewhere."""
    told = [False] * len(text)
    for at in range(len(text) - 2):
        if text[at : at + 3] in known.triples:
            told[at : at + 3] = [True] * 3
    return told


def _alone(text: str, known: Known) -> int:
    """How many characters of `text` belong to no word, common and known ones aside."""
    told = told_in(text, known)
    count = at = 0
    for word, *_ in dictionary.tag(text, False):
        lone = len(word) == 1 and "\u4e00" <= word <= "\u9fff" and word not in _USUAL
        count += lone and not told[at]
        at += len(word)
    return count
