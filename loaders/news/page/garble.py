"""Half-byte shifts of GBK: 卞永?;仡櫫诉^ → 卞永海回顧了過.

Some sites worked on GBK bytes without minding where a character begins: they looked for full-width
signs (A3xx) and for characters with several readings, found them across two characters, and cut
or wrote there. From such a place on every character is read one byte late, up to a trail byte
below 0x80, which shows as a stray letter, or up to the next cut. The lead byte before it is lost
(it became ``?``), and so are pairs that fell into the private-use area. Full-width signs were
folded to ASCII later. What is lost is searched for, by how well the result reads; a character is
given only if it reads clearly better than any other, else □ stands in its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from ....ontology.records import Note, NoteKind
from .bigrams import codes
from .bytepairs import GLOSS, tokens_of
from .costs import Costs
from .glyphs import Glyph, Known, glyphs
from .marks import CLOSED, damage_in, garbled, surely_damaged
from .shifts import Search
from .spans import Page, Placed, spliced

LONGEST = 64
"""Characters that one search looks at; a longer shift was never met."""
MOST = 120
"""Marks that are looked at in one page."""
AGAIN = 40
"""Passages up to which a second search pays."""
WORK = 2_000
"""Characters that all searches of one page look at together; 16 damaged passages need under 500."""
IN_VAIN = 12
"""Searches in a row that find nothing: then the page is no Chinese that was shifted."""
BEFORE = 14
"""Characters before the mark that a search takes in."""

_GAIN = 10.0  # bits by which a repaired passage must beat the passage as it is

_POOR = 13.0  # bits a character above which a reading is no Chinese either

_SURE = 1.5  # times its doubt by which a character must win for the passage to count as proven

_ODD = 16.0  # bits of a character that is hardly met: a pair may be lost before it, unseen


class _Mend(NamedTuple):
    """``text[start:end]`` was `placed`; `proven` if each of its characters is."""

    start: int
    end: int
    placed: tuple[Placed, ...]
    proven: bool


def regrown(page: Page) -> tuple[Page, list[Note]]:
    """`page` with its half-byte shifts undone, and a note for each passage mended or beyond proof.

    Names and words that stand whole elsewhere in the page help to tell what was lost; so a second
    search knows what the first one could prove.
    """
    text = page.text
    marks = damage_in(text)
    if not marks:
        return page, []
    mends, tried = _searched(text, marks[:MOST], _known(text, marks, ()), [])
    notes: list[Note] = []
    if tried < len(marks):
        low, high = page.raw_span(marks[tried], marks[-1] + 1)
        notes.append(
            Note(
                kind=NoteKind.DAMAGED,
                reason="half-byte-left",
                quote=text[marks[tried] : marks[tried] + 20],
                raw_start=low,
                raw_end=high,
            )
        )
        marks = marks[:tried]
    proven = [mend for mend in mends if mend.proven]
    if len(mends) <= AGAIN and 0 < len(proven) < len(mends):
        said = [
            text[max(0, mend.start - 4) : mend.start]
            + "".join(char for char, _, _ in mend.placed)
            + text[mend.end : mend.end + 4]
            for mend in proven
        ]
        again, whole = _searched(text, marks, _known(text, marks, said), proven)
        mends = again if whole == len(marks) else mends
    left = [
        _Mend(*garbled(text, mark), (), False)
        for mark in marks
        if not any(mend.start <= mark < mend.end for mend in mends) and surely_damaged(text, mark)
    ]
    for mend in sorted([*mends, *left]):
        low, high = page.raw_span(mend.start, mend.end)
        notes.append(
            Note(
                kind=NoteKind.REPAIRED if mend.proven else NoteKind.DAMAGED,
                reason="half-byte" if mend.proven else "half-byte-lost",
                quote=text[mend.start : mend.end],
                raw_start=low,
                raw_end=high,
            )
        )
    return spliced(page, [(mend.start, mend.end, mend.placed) for mend in mends]), notes


def _known(text: str, marks: list[int], said: list[str] | tuple[()]) -> Known:
    """The pairs and triples of characters in `text`, away from where it is damaged."""
    passages: list[str] = [*said]
    done = 0
    for mark in marks:
        passages.append(text[done : max(done, mark)])
        closed = CLOSED.match(text, mark)
        done = max(done, closed.end() if closed else mark)
    passages.append(text[done:])
    plain = codes().plain
    pairs: set[str] = set()
    triples: set[str] = set()
    for passage in passages:
        chars = "".join(plain.get(char, char) for char in GLOSS.sub("", passage))
        pairs.update(map("".join, pairwise(chars)))
        triples.update(map("".join, zip(chars, chars[1:], chars[2:], strict=False)))
    return Known(frozenset(pairs), frozenset(triples))


def _searched(
    text: str, marks: list[int], known: Known, proven: list[_Mend]
) -> tuple[list[_Mend], int]:
    """What can be mended at `marks`, in order, and how many of these were looked at.

    What is `proven` is not searched again. A page with more damage than is worth the work is left.
    """
    mends = list(proven)
    costs = Costs(known)
    done = 0
    work = vain = 0
    for tried, mark in enumerate(marks):
        if any(mend.start <= mark < mend.end for mend in mends):
            done = max(done, *(mend.end for mend in mends if mend.start <= mark))
        elif mark >= done:
            if work > WORK or vain == IN_VAIN:
                return sorted(mends), tried
            line_end = text.find("\n", mark, mark + LONGEST)
            work += BEFORE + (LONGEST if line_end < 0 else line_end - mark)
            vain += 1
            for mend in _mended(text, mark, done, costs, mends):
                mends.append(mend)
                done = mend.end
                vain = 0
    return sorted(mends), len(marks)


def _quoted(text: str, start: int, end: int, mends: list[_Mend]) -> bool:
    """Whether a quotation is open at `end`, in the line that begins at `start`."""
    at = max(text.rfind("“", start, end), text.rfind("”", start, end))
    sign = text[at] if at >= 0 else ""
    for mend in mends:
        for char, low, _ in mend.placed:
            if char in "“”" and low > at:
                at, sign = low, char
    return sign == "“"


def _mended(text: str, mark: int, done: int, costs: Costs, mends: list[_Mend]) -> Iterator[_Mend]:
    """What the search around `mark`, not reaching back before `done`, can mend."""
    line_start = text.rfind("\n", 0, mark) + 1
    line_end = text.find("\n", mark)
    line_end = len(text) if line_end < 0 else line_end
    begin = max(line_start, mark - BEFORE, done)
    bracket = text.find(")", begin, mark)
    if bracket >= 0 and "(" not in text[begin:bracket]:
        begin = bracket + 1
    limit = min([line_end, mark + LONGEST, *(m.start for m in mends if m.start > mark)])
    search = Search(text, costs, _quoted(text, line_start, begin, mends))
    paths = search.run(tokens_of(text, begin, limit, None if text[mark] in "?？" else mark))
    if not paths:
        return
    readings = [glyphs(path) for path in paths]
    best = readings[0]
    if not any(glyph.shifted for glyph in best):
        return
    own = next(path for path in paths if path.own)
    if own.bits - paths[0].bits < _GAIN:
        return
    rivals = [
        (path.bits - paths[0].bits, {(one.start, one.end): one.plain for one in reading})
        for path, reading in zip(paths, readings, strict=True)
    ]
    for shifted, group in groupby(best, key=attrgetter("shifted")):
        chars = list(group)
        if shifted:
            bits = [costs.cost(one.before, one.plain) for one in chars if one.char not in "<□"]
            if not bits or sum(bits) > _POOR * len(bits):
                return
            yield _mend(chars, rivals, costs.known, odd=max(bits) > _ODD)


def _told(glyph: Glyph, known: Known) -> bool:
    """Whether a character and the two before it stand together elsewhere in the page."""
    one = glyph.before
    two = one.before if one else None
    return (
        two is not None and one is not None and two.plain + one.plain + glyph.plain in known.triples
    )


def _mend(
    group: list[Glyph],
    rivals: list[tuple[float, dict[tuple[int, int], str]]],
    known: Known,
    *,
    odd: bool,
) -> _Mend:
    placed: list[Placed] = []
    proven = not odd
    for glyph in group:
        at = (glyph.start, glyph.end)
        margin = min(
            (behind for behind, rival in rivals if rival.get(at) != glyph.plain), default=99
        )
        agreed = margin >= glyph.doubt
        sure = agreed if _told(glyph, known) else margin >= _SURE * glyph.doubt
        proven = proven and sure and glyph.char != "□"
        placed.append((glyph.char if agreed else "□", *at))
    return _Mend(group[0].start, group[-1].end, tuple(placed), proven)
