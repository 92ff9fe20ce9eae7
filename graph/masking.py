"""Names out of texts: every character of a name becomes ``○``, so that offsets stay true.

A name is found however it is set: with spaces or line breaks between its characters (two-character
names are often spread to the width of three), with any of the middle dots, and percent-encoded
inside addresses, in UTF-8 or GBK.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final
from urllib.parse import quote

__all__ = ["BLANK", "Masker", "blanked", "plain"]

BLANK: Final = "○"
"""What stands for a character that is not shown."""

_DOTS: Final = "·•・‧．･∙"
_TO_DOT: Final = str.maketrans(dict.fromkeys(_DOTS, "·"))
_GAP: Final = r"(?:[\s\u3000]|\\[tnr])*"
"""What may stand between two characters: blanks, and line ends as N-Triples writes them."""
_BETWEEN: Final = re.compile(r"[\s\u3000]+|\\[tnr]")
_ENCODED_BLANK: Final = quote(BLANK)
_LEAST: Final = 2


def plain(text: str) -> str:
    """`text` as it is compared: without blanks, one kind of dot, small letters.

    >>> plain("王　平"), plain("才让・卓玛")
    ('王平', '才让·卓玛')
    """
    return _BETWEEN.sub("", text).translate(_TO_DOT).lower()


def blanked(found: str) -> str:
    """`found` with all but blanks and line ends replaced.

    >>> blanked("王　平")
    '○　○'
    """
    kept, last = [], 0
    for gap in _BETWEEN.finditer(found):
        kept += [BLANK * (gap.start() - last), gap[0]]
        last = gap.end()
    return "".join(kept) + BLANK * (len(found) - last)


class Masker:
    """Takes `names` out of texts; `kept` are longer names that may stand though one is in them.

    A name of a single character is no name to look for: it would blank half the text.
    """

    def __init__(self, names: Iterable[str], kept: Iterable[str] = ()) -> None:
        """Index the names by their first two characters, so that a text is scanned once."""
        self._names: dict[str, list[str]] = defaultdict(list)
        self._kept: dict[str, list[str]] = defaultdict(list)
        for name in {plain(name) for name in names}:
            if len(name) >= _LEAST:
                self._names[name[:_LEAST]].append(name)
        for name in {plain(name) for name in kept}:
            if self._in(name):
                self._kept[name[:_LEAST]].append(name)
        self._starts = frozenset((name[0], name[1]) for name in self._names)
        self._encoded = frozenset(
            start for name in self._names for start in _encodings(name[:1]) if "%" in start
        )

    def __bool__(self) -> bool:
        """Whether there is any name to look for."""
        return bool(self._names)

    def __call__(self, text: str, spared: Collection[str] = ()) -> str:
        """`text` without the names; those that are `spared` may stand. Same length.

        In a percent-encoded address the bytes of a name give way to those of ``○``.
        """
        if not self._names:
            return text
        bare = plain(text)
        if not self._starts.isdisjoint(pairwise(bare)):
            found = self._in(bare)
            if found:
                text = self._masked(text, bare, found, spared)
        if "%" in text and any(start in text.upper() for start in self._encoded):
            text = self._unquoted(text, spared)
        return text

    def _in(self, bare: str) -> list[str]:
        starts = {bare[at : at + _LEAST] for at in range(len(bare) - 1)} & self._names.keys()
        return [name for start in starts for name in self._names[start] if name in bare]

    def _masked(self, text: str, bare: str, found: list[str], spared: Collection[str]) -> str:
        others = {plain(name) for name in spared}
        hidden = [name for name in found if name not in others]
        if not hidden:
            return text
        starts = {bare[at : at + _LEAST] for at in range(len(bare) - 1)} & self._kept.keys()
        stand = {name for start in starts for name in self._kept[start] if name in bare}
        stand |= {name for name in others if len(name) >= _LEAST and name in bare}
        pattern = _pattern(tuple(sorted(hidden)), tuple(sorted(stand)))
        return pattern.sub(lambda at: blanked(at[0]) if at.lastgroup else at[0], text)

    def _unquoted(self, text: str, spared: Collection[str]) -> str:
        others = {plain(name) for name in spared}
        for names in self._names.values():
            for name in names:
                if name in others:
                    continue
                for form in _encodings(name):
                    if form in text.upper():
                        blank = _ENCODED_BLANK * len(name)
                        text = re.sub(re.escape(form), blank, text, flags=re.IGNORECASE)
        return text


def _encodings(name: str) -> tuple[str, ...]:
    """`name` as addresses write it."""
    return tuple(
        dict.fromkeys(
            quote(name, encoding=encoding).upper()
            for encoding in ("utf-8", "gb18030")
            if not name.isascii()
        )
    )


@lru_cache(maxsize=4096)
def _pattern(hidden: tuple[str, ...], stand: tuple[str, ...]) -> re.Pattern[str]:
    """Longer names first; only hidden ones are groups. Of the same length, the hidden one wins."""
    names = [*((name, False) for name in hidden), *((name, True) for name in stand)]
    names.sort(key=lambda one: (-len(one[0]), one[1], one[0]))
    parts = [
        f"(?:{_spread(name)})" if may_stand else f"(?P<h{at}>{_spread(name)})"
        for at, (name, may_stand) in enumerate(names)
    ]
    return re.compile("|".join(parts), re.IGNORECASE)


def _spread(name: str) -> str:
    """The pattern of `name` in a text."""
    letters = [f"[{_DOTS}]" if letter == "·" else re.escape(letter) for letter in name]
    joined = _GAP.join(letters)
    return rf"(?<![A-Za-z]){joined}(?![A-Za-z])" if name.isascii() else joined
