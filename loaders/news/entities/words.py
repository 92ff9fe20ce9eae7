"""A text cut into words, for the boundaries of names.

The cut is a hint and never a verdict: a name that the dictionary does not know comes out in
pieces, and its pieces bear odd classes.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, chain, repeat

from ... import dictionary

__all__ = ["Words", "cut"]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of `text`: word i is ``text[starts[i]:ends[i]]`` of class ``tags[i]``.

    ``at[p]`` is the word that holds the character p.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]
    at: tuple[int, ...]

    def word(self, position: int) -> tuple[int, int, str]:
        """Start, end and class of the word that holds the character at `position`."""
        index = self.at[position]
        return self.starts[index], self.ends[index], self.tags[index]

    def splits(self, start: int, end: int) -> bool:
        """Whether a word of the dictionary reaches over either edge of the span."""
        for edge in (start, end):
            if 0 < edge < len(self.text):
                left, right, _ = self.word(edge)
                if left < edge and dictionary.has_word(self.text[left:right]):
                    return True
        return False

    def parts(self, start: int, end: int) -> list[str]:
        """The words of the span."""
        found = []
        while start < end:
            right = min(self.word(start)[1], end)
            found.append(self.text[start:right])
            start = right
        return found


def cut(text: str) -> Words:
    """The words of `text` with the classes of jieba's dictionary (rjieba, MIT)."""
    tagged = dictionary.tag_page(text)
    widths = [len(word) for word, _ in tagged]
    ends = tuple(accumulate(widths))
    at = tuple(chain.from_iterable(map(repeat, range(len(widths)), widths)))
    return Words(text, (0, *ends[:-1])[: len(ends)], ends, tuple(tag for _, tag in tagged), at)
