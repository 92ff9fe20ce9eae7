"""A text with spans that overlap → paragraphs of segments that do not."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import ahocorasick_rs

from ..ontology.records import Entity
from .telling import kind_of

__all__ = ["Segment", "Span", "marked", "named_spans"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A passage: ``text[start:end]``, the key of what it belongs to, and what it is."""

    start: int
    end: int
    key: str
    tone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that the same spans cover from end to end.

    `keys` and `tones` are theirs; `kind` is what a name in the text names, "" outside of names;
    `opens` and `closes` are the spans that begin and end here.
    """

    text: str
    keys: tuple[str, ...] = ()
    tones: tuple[str, ...] = ()
    kind: str = ""
    opens: tuple[Span, ...] = ()
    closes: tuple[Span, ...] = ()


def marked(
    text: str, spans: Sequence[Span], names: Sequence[tuple[int, int, str]]
) -> tuple[tuple[Segment, ...], ...]:
    """The paragraphs of `text`, parted wherever a span or a name begins or ends.

    `names` are (start, end, kind) and must not overlap; `spans` may. Together the texts of the
    segments, paragraphs joined by line feeds, are `text`. Empty paragraphs are kept.
    """
    opening: defaultdict[int, list[Span]] = defaultdict(list)
    closing: defaultdict[int, list[Span]] = defaultdict(list)
    for span in dict.fromkeys(spans):
        if 0 <= span.start < span.end <= len(text):
            opening[span.start].append(span)
            closing[span.end].append(span)
    kinds: dict[int, str] = {}
    for start, end, kind in names:
        kinds[start] = kind
        kinds.setdefault(end, "")
    breaks = [at for at, sign in enumerate(text) if sign == "\n"]
    cuts = sorted({0, len(text), *opening, *closing, *kinds, *breaks, *(at + 1 for at in breaks)})
    paragraphs: list[list[Segment]] = [[]]
    open_now: dict[Span, None] = {}
    kind = ""
    pending: list[Span] = []
    for start, end in pairwise(cuts):
        for span in closing.get(start, ()):
            open_now.pop(span, None)
        for span in opening.get(start, ()):
            open_now[span] = None
        pending += opening.get(start, ())
        kind = kinds.get(start, kind)
        closes = tuple(closing.get(end, ()))
        if text[start] == "\n":
            # a span that ends in line breaks is closed by the last line before them; one of
            # nothing else has not opened, and is not shown
            ended = [span for span in closes if span not in pending]
            pending = [span for span in pending if span not in closes]
            line = next((one for one in reversed(paragraphs) if one), None)
            if ended and line is not None:
                line[-1] = replace(line[-1], closes=(*line[-1].closes, *ended))
            paragraphs.append([])
            continue
        paragraphs[-1].append(
            Segment(
                text=text[start:end],
                keys=tuple(dict.fromkeys(span.key for span in open_now)),
                tones=tuple(sorted({span.tone for span in open_now})),
                kind=kind,
                opens=tuple(pending),
                closes=closes,
            )
        )
        pending = []
    return tuple(tuple(paragraph) for paragraph in paragraphs)


def named_spans(
    text: str, things: Iterable[Entity], within: Iterable[tuple[int, int]]
) -> tuple[tuple[int, int, str], ...]:
    """Where a form of one of `things` stands in `text`, inside one of the passages `within`.

    Each is (start, end, kind). Of forms that overlap the first counts, and of those the longest.
    """
    kinds: dict[str, str] = {}
    for thing in things:
        for form in (thing.name, *thing.aliases):
            if form:
                kinds.setdefault(form, kind_of(thing))
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted(within):
        if starts and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    if not kinds or not starts:
        return ()
    forms = list(kinds)
    finder = ahocorasick_rs.AhoCorasick(forms, matchkind=ahocorasick_rs.MATCHKIND_LEFTMOST_LONGEST)
    found = []
    for which, start, end in finder.find_matches_as_indexes(text):
        at = bisect_right(starts, start) - 1
        if at >= 0 and end <= ends[at]:
            found.append((start, end, kinds[forms[which]]))
    return tuple(found)
