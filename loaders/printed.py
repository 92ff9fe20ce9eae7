"""Lines as printed → paragraphs: what a page layout took apart is put together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import TypeAlias

__all__ = ["Box", "PrintedLine", "paragraphs", "printed_line", "without_heads"]

Box: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """A line of a page as printed: its text, where it stands, and how high its type is.

    `first` is the width of what may not be parted at its beginning: a word, or a character of
    Chinese with the signs that cling to it.
    """

    text: str
    left: float
    right: float
    top: float
    size: float
    first: float


_DASH = r"[-—–－\s·.]{0,6}"
_NUMBER = re.compile(
    rf"{_DASH}(?:第\s?)?\d{{1,4}}(?:\s?页)?(?:\s?[/／共,，]{{1,2}}\s?\d{{1,4}}\s?页?)?{_DASH}"
)
"""A line that is a page's number alone: 3, - 3 -, 第3页, 第 3 页 共 9 页, 3/9."""
_ENDED = re.compile(r"[。！？!?：:；;…][”’」』）)]*$")
_CLINGING = re.compile(
    r"[（(“‘\"《「『\[【]{0,3}(?:[A-Za-z0-9%.@:/_\u00c0-\u024f-]{1,40}|\S)"
    r"[，。、；：！？）)”’》」』\]】,.;:!?%]{0,3}"
)
_LATIN = re.compile(r"[A-Za-z0-9,.;]$")
_SET_IN = 2
"""Lines that are set in, from which on a document is taken to begin its paragraphs so."""
_HANGING = 1.25
"""In sizes of type: so far a sign may stand out beyond the edge, which then looks further off."""
_GAP = 1.5
"""In sizes of type: a wider gap in a line parts two cells, and becomes a tab."""
_NUMERAL = re.compile(r"\d+")
_EDGE = 2
"""Lines at the top and bottom of a page among which running heads are looked for."""


def printed_line(chars: Sequence[tuple[str, Box]]) -> PrintedLine:
    """The line of `chars`; a space has the box of the character before it."""
    size = median(top - bottom for _, (_, bottom, _, top) in chars)
    text = ""
    for (char, box), (_, before) in zip(chars, [chars[0], *chars], strict=False):
        if box[0] - before[2] > _GAP * size:
            text = text.rstrip() + "\t"
        text += char
    # a rare character may come as two halves of UTF-16
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").strip()
    return PrintedLine(
        text=whole,
        left=chars[0][1][0],
        right=max(right for _, (_, _, right, _) in chars),
        first=chars[min(_parted(whole), len(chars)) - 1][1][2] - chars[0][1][0],
        top=max(top for _, (_, _, _, top) in chars),
        size=size,
    )


def _parted(text: str) -> int:
    """How many characters at the beginning of `text` no printer would put on two lines."""
    found = _CLINGING.match(text)
    return max(found.end() if found else 1, 1)


def without_heads(pages: list[list[PrintedLine]]) -> list[list[PrintedLine]]:
    """`pages` without page numbers, and without the heads and feet that most of them share.

    A head or foot may have the page's number in it, and how many pages there are.
    """
    keys = [
        [_NUMERAL.sub(_masked(number, len(pages)), line.text) for line in lines]
        for number, lines in enumerate(pages, 1)
    ]
    seen: Counter[str] = Counter()
    for texts in keys:
        seen.update({*texts[:_EDGE], *texts[-_EDGE:]})
    shared = {text for text, count in seen.items() if count >= 3 and count * 2 > len(pages)}

    def is_kept(at: int, lines: list[PrintedLine], texts: list[str]) -> bool:
        last = len(lines) - 1
        if _EDGE <= at <= last - _EDGE:
            return True
        return texts[at] not in shared and not (at in (0, last) and _is_number(lines[at], lines))

    return [
        [line for at, line in enumerate(lines) if is_kept(at, lines, texts)]
        for lines, texts in zip(pages, keys, strict=True)
    ]


def _masked(number: int, count: int) -> Callable[[re.Match[str]], str]:
    own = (str(number), str(count))
    return lambda found: "#" if found[0] in own else found[0]


def _is_number(line: PrintedLine, lines: list[PrintedLine]) -> bool:
    """Whether a line is a page's number: bare digits at the left edge may end a paragraph."""
    found = _NUMBER.fullmatch(line.text)
    return found is not None and not (
        line.text.isdecimal() and len(lines) > 1 and line.left < _edges(lines)[0] + line.size
    )


def paragraphs(pages: list[list[PrintedLine]]) -> Iterator[str]:
    """The paragraphs: lines put together again, across pages too.

    A line goes on in the next if what begins that one had no room left. Where paragraphs are not
    set in, a line that ends a sentence is taken to end one.
    """
    columns = [column for page in pages for column in _columns(page)]
    set_in = sum(_is_set_in(line, left) for lines, (left, _) in columns for line in lines)
    said = ""
    room = 0.0
    for lines, (left, right) in columns:
        for line in lines:
            if (
                said
                and line.first > room
                and line.left < left + line.size
                and "\t" not in line.text
                and (set_in >= _SET_IN or not _ENDED.search(said))
            ):
                said += _between(said, line.text) + line.text
            else:
                if said:
                    yield said
                said = line.text
            room = right - line.right - _HANGING * line.size if "\t" not in line.text else inf
    if said:
        yield said


def _between(said: str, text: str) -> str:
    """A space between words of Latin letters, nothing inside a number or between Chinese."""
    inside = said[-1].isdecimal() and text[0].isdecimal()
    return " " if _LATIN.search(said) and text[0].isascii() and not inside else ""


def _columns(page: list[PrintedLine]) -> Iterator[tuple[list[PrintedLine], tuple[float, float]]]:
    """The columns of a page, each with its edges: one begins where the text goes up again.

    A line that stands alone has no edges of its own.
    """
    starts = [at for at in range(1, len(page)) if page[at].top > page[at - 1].top + page[at].size]
    for start, end in pairwise([0, *starts, len(page)]):
        column = page[start:end]
        yield column, _edges(column if len(column) > 1 else page)


def _edges(lines: list[PrintedLine]) -> tuple[float, float]:
    """Where the text of a page begins and ends."""
    return (
        min((line.left for line in lines), default=0.0),
        max((line.right for line in lines), default=0.0),
    )


def _is_set_in(line: PrintedLine, left: float) -> bool:
    """Whether a line begins some two characters from the edge, as a paragraph in Chinese does."""
    return 1.2 * line.size < line.left - left < 3.2 * line.size
