"""A text on its way to being clean: every character keeps its place in the page as received."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Edit: TypeAlias = tuple[int, int, str]
"""Replace ``text[start:end]`` by a string: (start, end, string)."""


@dataclass(frozen=True, slots=True)
class Page:
    """A text in which character i came from ``raw[starts[i]:ends[i]]`` of the page as received."""

    text: str
    starts: list[int]
    ends: list[int]

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]``, not empty, lies in the page as received."""
        return min(self.starts[start:end]), max(self.ends[start:end])


def page_of(raw: str) -> Page:
    """A page to which nothing has been done yet."""
    return Page(raw, list(range(len(raw))), list(range(1, len(raw) + 1)))


def edited(page: Page, edits: Iterable[Edit]) -> Page:
    """`page` with `edits`, which are sorted and do not overlap, applied.

    A replacement as long as what it replaces keeps the place of each character; any other one
    stands, whole, for the whole passage that it replaces.
    """
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, string in edits:
        texts.append(page.text[done:start])
        starts += page.starts[done:start]
        ends += page.ends[done:start]
        if len(string) == end - start:
            starts += page.starts[start:end]
            ends += page.ends[start:end]
        elif string:
            low, high = page.raw_span(start, end)
            starts += [low] * len(string)
            ends += [high] * len(string)
        texts.append(string)
        done = end
    if not done:
        return page
    texts.append(page.text[done:])
    starts += page.starts[done:]
    ends += page.ends[done:]
    return Page("".join(texts), starts, ends)


def retyped(page: Page, text: str) -> Page:
    """`page` with its characters replaced one for one by those of `text`."""
    if len(text) != len(page.text):
        raise ValueError("a text of another length")
    return Page(text, page.starts, page.ends)


Placed: TypeAlias = tuple[str, int, int]
"""A character and the passage ``text[start:end]`` that it comes from."""


def spliced(page: Page, edits: Iterable[tuple[int, int, Sequence[Placed]]]) -> Page:
    """As :func:`edited`, where each new character names the passage that it comes from."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    done = 0
    for start, end, placed in edits:
        texts.append(page.text[done:start])
        starts += page.starts[done:start]
        ends += page.ends[done:start]
        for char, low, high in placed:
            texts.append(char)
            raw_low, raw_high = page.raw_span(low, high)
            starts.append(raw_low)
            ends.append(raw_high)
        done = end
    texts.append(page.text[done:])
    return Page("".join(texts), starts + page.starts[done:], ends + page.ends[done:])
