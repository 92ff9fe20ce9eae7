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
from ...later import later
from .bigrams import codes
from .bytepairs import GLOSS, bytes_of, tokens_of
from .costs import Costs
from .glyphs import Glyph, Known, glyphs
from .marks import CLOSED, damage_in, garbled, surely_damaged
from .readable import in_words, told_in
from .shifts import LOSS_DOUBT, Search
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

_STOP_TRAIL = 0xA3
_STOP_DOUBT = 4.0
"""Bits by which 海, 校 must beat 。, of which the same byte is left: both stand where it can be."""

_ASKING = frozenset("吗呢么吧啊呀嘛何谁哪几多了”")
_TITLED = frozenset("长记任员师授士")
_GARBLE = later(r"[^\n]{0,6}(?:[\u2460-\u24ff]|[\u4e00-\u9fff][a-zA-Z^`|~][、，。,])")

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
        if not any(mend.start <= mark < mend.end for mend in mends)
        and (mends or surely_damaged(text, mark))
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
    paths = in_words(paths, costs.known)
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
            odd = max(bits) > _ODD or _runs_on(text, chars[-1].end)
            yield _mend(chars, rivals, costs.known, odd=odd)


def _told(group: list[Glyph], known: Known) -> list[bool]:
    """Which characters stand elsewhere in the page in one run of three with their neighbours."""
    lead: list[Glyph] = []
    before = group[0].before
    while before is not None and len(lead) < 2:
        lead.insert(0, before)
        before = before.before
    plain = "".join(glyph.plain for glyph in (*lead, *group))
    return told_in(plain, known)[len(lead) :]


def _ill_placed(glyph: Glyph) -> bool:
    """Whether a stop stands where more may be lost: a ？ that asks nothing, 局长。 and a name."""
    before = glyph.before.plain if glyph.before is not None else ""
    if not glyph.shifted:
        return False
    return (
        (glyph.plain in "？?！!" and before not in _ASKING)
        or (glyph.plain == "。" and before in _TITLED)
        # a full-width digit among characters is as likely a byte of theirs
        or (glyph.plain.isdigit() and not before.isdigit())
    )


def _runs_on(text: str, end: int) -> bool:
    """Whether what stands behind a mended passage is no Chinese either: 种⒏笔虚L."""
    return _GARBLE.match(text, end) is not None


def _mend(
    group: list[Glyph],
    rivals: list[tuple[float, dict[tuple[int, int], str]]],
    known: Known,
    *,
    odd: bool,
) -> _Mend:
    placed: list[Placed] = []
    proven = not odd
    for glyph, told in zip(group, _told(group, known), strict=True):
        at = (glyph.start, glyph.end)
        margin = min(
            (behind for behind, rival in rivals if rival.get(at) != glyph.plain), default=99
        )
        stops = (bytes_of(glyph.char) or (0, 0))[1] == _STOP_TRAIL and any(
            behind < _STOP_DOUBT and rival.get(at) == "。" != glyph.plain
            for behind, rival in rivals
        )
        agreed = margin >= glyph.doubt and not (stops and glyph.doubt)
        # no line begins with a full stop
        agreed = agreed and not (glyph.shifted and glyph.plain in "。，" and glyph.before is None)
        clear = margin >= _SURE * glyph.doubt and glyph.doubt != LOSS_DOUBT
        proven = (
            proven and agreed and (told or clear) and glyph.char != "□" and not _ill_placed(glyph)
        )
        placed.append((glyph.char if agreed else "□", *at))
    return _Mend(group[0].start, group[-1].end, tuple(placed), proven)
