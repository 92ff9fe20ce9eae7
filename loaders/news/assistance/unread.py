"""Passages that speak of help and from which nothing was read, for the report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from ....ontology.records import Assistance, Kind, Mention, Note, NoteKind
from ...later import later
from ..page.clean import Clean

__all__ = ["left_open"]

_STRONG = later(r"结对|帮扶|对口|支援|援建|捐赠|捐资|支教|送教|托管|选派|派驻|资助")


def left_open(
    clean: Clean,
    mentions: Sequence[Mention],
    sentences: Sequence[tuple[int, int]],
    facts: Sequence[Assistance[Mention]],
    doubts: Mapping[tuple[int, int], str],
) -> tuple[Note, ...]:
    """A line of the report for each passage that speaks of help and from which no fact came.

    `doubts` are the passages that were read and not believed, each with the reason.
    """
    begins = [start for start, _ in sentences]
    told: set[int] = set()
    for fact in facts:
        for e in fact.evidence:
            told.update(range(bisect_right(begins, e.start) - 1, bisect_left(begins, e.end)))
    named = [
        m for m in mentions if m.kind in (Kind.PLACE, Kind.SCHOOL, Kind.INSTITUTION, Kind.GROUP)
    ]
    notes = []
    places = [m.start for m in named]
    ranked = sorted(doubts.items())
    firsts = [span[0] for span, _ in ranked]
    for number, (start, end) in enumerate(sentences):
        if number in told or not _STRONG.search(clean.text, start, end):
            continue
        if bisect_left(places, start) < bisect_left(places, end):
            near = ranked[bisect_left(firsts, start) : bisect_left(firsts, end)]
            why = [reason for (_, b), reason in near if b <= end]
            notes.append(
                Note(
                    kind=NoteKind.NOT_UNDERSTOOD,
                    reason=why[0] if why else "help-without-fact",
                    quote=clean.text[start:end],
                    raw_start=clean.starts[start],
                    raw_end=clean.ends[end - 1],
                    start=start,
                    end=end,
                )
            )
    return tuple(notes)
