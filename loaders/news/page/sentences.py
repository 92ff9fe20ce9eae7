"""Where sentences and clauses of a cleaned text begin and end."""

from __future__ import annotations

from functools import lru_cache

from ...later import later

__all__ = ["clause_spans", "clause_start", "masked_titles", "sentence_around", "sentence_spans"]

_STOP = later(r"[。！？!?…]+[”’」』）)》]*|\n+")
_CLAUSE = later(r"[，,；;：:]")
_FAR = 600
"""Characters of the longest sentence by far that a page with its stops has."""
_TITLE = later(r"《[^《》\n]{1,80}》|<[^<>\n]{1,80}>|〈[^〈〉\n]{1,80}〉")


@lru_cache(maxsize=4)  # help, events and counts of one page all ask
def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """The sentences of `text` as (start, end), without blank ones; a line feed always ends one.

    A stop inside an open quotation or bracket ends the sentence too: pages often lose the closing
    mark, and a sentence must not run on to the end of the page because of it.
    """
    spans = []
    start = 0
    for stop in _STOP.finditer(text):
        spans.append((start, stop.end()))
        start = stop.end()
    spans.append((start, len(text)))
    return tuple(trimmed for span in spans if (trimmed := _trim(text, *span)) is not None)


def sentence_around(text: str, start: int, end: int, stops: str = "。！？\n") -> tuple[int, int]:
    """The sentence, or the sentences, in which ``text[start:end]`` stands.

    A page may have lost its stops, and must not be searched from end to end for every name: a
    sentence reaches at most `_FAR` characters to either side.
    """
    first, last = max(0, start - _FAR), min(len(text), end + _FAR)
    low = max(first, *(text.rfind(stop, first, start) + 1 for stop in stops))
    highs = [text.find(stop, end, last) for stop in stops]
    return low, min((high for high in highs if high >= 0), default=last)


def clause_start(text: str, start: int, at: int, marks: str = "，；：") -> int:
    """Where the clause begins in which `at` stands, in the sentence that begins at `start`."""
    return max(start, *(text.rfind(mark, start, at) + 1 for mark in marks))


def clause_spans(text: str, start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The clauses of the sentence ``text[start:end]``: cut at commas, semicolons and colons."""
    spans = []
    at = start
    for mark in _CLAUSE.finditer(text, start, end):
        spans.append((at, mark.start()))
        at = mark.end()
    spans.append((at, end))
    return tuple(trimmed for span in spans if (trimmed := _trim(text, *span)) is not None)


def masked_titles(text: str) -> tuple[tuple[int, int], ...]:
    """Where titles of documents and policies stand (《…》): what they name happens elsewhere."""
    return tuple((found.start(), found.end()) for found in _TITLE.finditer(text))


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
