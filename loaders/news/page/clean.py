"""The page as received → the text of the article, with a map back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ....ontology.dates import PartialDate
from ....ontology.records import Evidence, Note, NoteKind, Stance
from ...later import later
from ...source import Document
from .furniture import judged
from .garble import regrown
from .glosses import without_glosses
from .html import is_html, without_left_tags, without_markup
from .lines import bounded, parted, tidied, unwrapped, without_unseen
from .masthead import Masthead
from .padded import closed_up
from .script import one_width, simplified
from .spans import Edit, Page, edited, page_of

_NO_TITLE = later(r"^(?:—|（|【记者|文/|原创|【广告)|[：:]$|20\d\d-\d")
_HEADING = later(r"\s*#{1,3}\s+")
_LOCAL = ("half-byte", "half-byte-lost")
"""Reasons of notes that are about one passage of the clean text."""

__all__ = ["Clean", "clean", "from_text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clean:
    """The cleaned text of a page. Paragraphs end in a line feed.

    Character i of `text` came from ``raw[starts[i]:ends[i]]``; both tuples are as long as `text`.
    `title`, `publisher`, `author`, `issued` are what the page says of itself, None where it is
    silent.
    """

    text: str
    raw: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    notes: tuple[Note, ...] = ()
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    issued: PartialDate | None = None

    def __hash__(self) -> int:
        """By the text alone: pages are looked up in caches, and its hash is remembered."""
        return hash(self.text)

    def evidence(
        self,
        start: int,
        end: int,
        method: str,
        confidence: float = 1.0,
        stance: Stance = Stance.STATED,
    ) -> Evidence:
        """The passage ``text[start:end]`` as evidence, with its place in the page as received."""
        return Evidence(
            quote=self.text[start:end],
            start=start,
            end=end,
            raw_start=self.starts[start],
            raw_end=self.ends[end - 1],
            method=method,
            confidence=confidence,
            stance=stance,
        )


def from_text(text: str) -> Clean:
    """A text that needs no cleaning, as it is: for tests and for text that is known to be clean."""
    return Clean(
        text=text, raw=text, starts=tuple(range(len(text))), ends=tuple(range(1, len(text) + 1))
    )


def clean(document: Document) -> Clean:
    """The text of the article in `document`, with a note for all that was cut, mended or lost.

    The order is that in which the damage was done, backwards: half-byte shifts, markup, readings
    in brackets, script, width of signs, line breaks, and last what the site put around the story.
    """
    raw = document.raw
    notes: list[Note] = []
    page, mended = regrown(page_of(raw))
    notes += mended
    if is_html(raw) or (document.media_type == "text/html" and "<" in raw):
        before = page
        page, cuts = without_markup(page)
        notes += [_cut("markup", raw, *before.raw_span(*cut)) for cut in cuts]
    else:
        page, notes = _step(page, notes, raw, "left-tags", without_left_tags)
    page, notes = _step(page, notes, raw, "unseen", without_unseen)
    page, notes = _step(page, notes, raw, "glosses", without_glosses)
    page, changed = simplified(page)
    if changed:
        notes.append(_mended("traditional", page, raw, ()))
    page = one_width(page)
    page, notes = _step(page, notes, raw, "padded", closed_up)
    page, notes = _step(page, notes, raw, "wrapped", unwrapped)
    page, notes = _step(page, notes, raw, "collapsed", parted)
    page, notes = _step(page, notes, raw, "overlong", bounded)
    page = tidied(page)
    page, cut_notes, says = _without_furniture(page, raw)
    notes += cut_notes
    notes.sort(key=lambda note: (note.raw_start, note.raw_end, note.reason))
    return Clean(
        text=page.text,
        raw=raw,
        starts=tuple(page.starts),
        ends=tuple(page.ends),
        notes=_placed(notes, page),
        title=document.title or says.title,
        publisher=document.publisher or says.publisher,
        author=document.author or says.author,
        issued=document.issued or says.issued,
    )


def _step(
    page: Page,
    notes: list[Note],
    raw: str,
    reason: str,
    mend: Callable[[Page], tuple[Page, Sequence[Edit]]],
) -> tuple[Page, list[Note]]:
    """`page` as `mend` leaves it, and `notes` with one more if that changed anything."""
    mended, edits = mend(page)
    return mended, [*notes, _mended(reason, page, raw, edits)] if edits else notes


def _cut(reason: str, raw: str, start: int, end: int) -> Note:
    return Note(
        kind=NoteKind.CUT, reason=reason, quote=raw[start:end], raw_start=start, raw_end=end
    )


def _mended(reason: str, page: Page, raw: str, edits: Iterable[Edit]) -> Note:
    """One note for a step that works all over a page: from its first to its last passage."""
    spans = [page.raw_span(start, end) for start, end, _ in edits]
    low, high = (spans[0][0], spans[-1][1]) if spans else (0, len(raw))
    first = spans[0] if spans else (0, 0)
    return Note(
        kind=NoteKind.REPAIRED,
        reason=reason,
        quote=raw[first[0] : first[1]],
        raw_start=low,
        raw_end=high,
    )


def _without_furniture(page: Page, raw: str) -> tuple[Page, list[Note], Masthead]:
    lines = page.text.split("\n")[:-1]
    edits: list[Edit] = []
    notes: list[Note] = []
    said: list[Masthead] = []
    kept: list[str] = []
    at = 0
    for line, verdict in zip(lines, judged(lines), strict=True):
        end = at + len(line) + 1
        if verdict.says is not None:
            said.append(verdict.says)
        if verdict.reason is None:
            kept.append(line)
        else:
            edits.append((at, end, ""))
            notes.append(_cut(verdict.reason, raw, *page.raw_span(at, end - 1)))
        at = end
    says = Masthead(
        title=_title(kept),
        publisher=next((one.publisher for one in said if one.publisher), None),
        author=next((one.author for one in said if one.author), None),
        issued=next((one.issued for one in said if one.issued), None),
    )
    return edited(page, edits), notes, says


def _title(lines: list[str]) -> str | None:
    """The title: a marked heading, or the longest short line before the story begins, or None."""
    heads: list[str] = []
    for line, next_line in pairwise(lines):
        if _HEADING.match(line):
            return _HEADING.sub("", line).strip() or None
        if "\t" in line or line.count("|") > 1 or 0 < line.count("|") == next_line.count("|"):
            # a table begins; one bar alone stands in a headline: 教育帮扶|两校结对
            break
        if len(line) > 60 or "。" in line or line.endswith(("；", "，", "！”")) or len(heads) == 4:
            break
        heads.append(line)
    heads = [line for line in heads if not _NO_TITLE.search(line) and len(line) >= 4]
    return max(heads, key=len, default=None)


def _placed(notes: list[Note], page: Page) -> tuple[Note, ...]:
    """`notes` with the place of each mended passage in the clean text, where it has one."""
    placed: list[Note] = []
    for note in notes:
        if note.reason not in _LOCAL:
            placed.append(note)
            continue
        start = bisect_left(page.starts, note.raw_start)
        end = start
        while end < len(page.ends) and page.ends[end] <= note.raw_end:
            end += 1
        placed.append(replace(note, start=start, end=end) if end > start else note)
    return tuple(placed)
