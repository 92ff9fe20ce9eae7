"""Where sentences and clauses of a cleaned text begin and end."""

from __future__ import annotations

import re

__all__ = ["clause_spans", "masked_titles", "sentence_around", "sentence_spans"]

_STOP = re.compile(r"[。！？!?…]+[”’」』）)》]*|\n+")
_CLAUSE = re.compile(r"[，,；;：:]")
_TITLE = re.compile(r"《[^《》\n]{1,80}》|<[^<>\n]{1,80}>|〈[^〈〉\n]{1,80}〉")


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


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence, or the sentences, in which ``text[start:end]`` stands."""
    low = max(text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    highs = [text.find(stop, end) for stop in "。！？\n"]
    return low, min((h for h in highs if h >= 0), default=len(text))


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
