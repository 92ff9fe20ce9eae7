"""Where half-byte damage may begin: a ``?`` that is not the author's own, or a stray letter."""

from __future__ import annotations

import re
from itertools import pairwise

from ...later import later
from .bigrams import bigrams, codes
from .bytepairs import EATEN, GLOSS, HAN, READING

_UNREAD = 15.0  # bits a character above which a passage is no Chinese

CLOSED = later(rf".(?:{READING}[)）])?(?:[^\n]{{2,30}}?[A-Za-z?？\[\]^_`{{|}}~]|[^\n]{{0,30}})")
_STRAY = later(rf"[ａ-ｚＡ-Ｚα-ωΑ-ΩЀ-ӿぁ-ヺ](?<=[{HAN}].)(?=[ａ-ｚA-Za-z{HAN}])")
_STOP = later("[。！？，][^。！？，?]*$")
_MARK = later("(?<![?？])[?？]{1,4}(?![?？])")
"""One byte that went down, or a few; a longer row of marks is something else."""
_HAN_FIRST = later(f"[{HAN}]")
_TAIL = r"\[\]^_`{|}~@"
_BROKEN = rf"[A-Z][a-z][,，]|[A-Z]\d[{HAN}]|[A-Za-z]\\[{HAN}]"
_LETTERED = later(
    rf"[0-9A-Za-z][{HAN}]|[{_TAIL}A-Za-z][{_TAIL}A-Za-z]{{0,2}}[{HAN}\u2460-\u33ff\u0370-\u04ff]"
    rf"|(?:[a-z][A-Z]|[A-Za-z][{_TAIL}])[、，。；,;?？…》]|[A-Z]\?"
    rf"|[A-Z][a-z][A-Z](?![A-Za-z])|[A-Za-z][{{|}}~^`](?=[ \n|])|{_BROKEN}"
)
"""A full-width letter (A3C1 and on) seen across two characters, and what can come of the next."""
_ODDLY = later(
    rf"[A-Za-z]?[{_TAIL}]|(?:[a-z][A-Z]|[A-Z][a-z])(?![a-zA-Z])|[A-Za-z][\u0370-\u04ff\u2460-\u33ff]|[A-Z]\?"
    rf"|[A-Z][a-z][A-Z](?![A-Za-z])|{_BROKEN}"
)
"""Of these, what no author writes: a bare letter, or two capitals, may be a word (OK吗)."""
_HAN_RUN = later("[\u4e00-\u9fa5]{5,12}")
_HAN_SOON = later(rf"[^\n{HAN}]{{0,14}}[{HAN}]|[!！?？]{{1,2}}/?[a-z]{{1,6}}>|[!！][?？]")
_OWN = "”’」』）)\"' ，。\n"


def damage_in(text: str) -> list[int]:
    """The places in `text` at which a shift may begin, in order."""
    marks: list[int] = []
    if "?" in text or "？" in text:
        marks = [at for found in _MARK.finditer(text) for at in range(*found.span())]
    return sorted([mark for mark in marks if not _own(text, mark)] + _silent(text))


def _silent(text: str) -> list[int]:
    """Where a shift may begin with no sign: after the 。 before a stray letter, 。庇袼馗πｉL."""
    places: set[int] = set()
    for stray in _STRAY.finditer(text):
        stop = _STOP.search(text, max(0, stray.start() - 12), stray.start())
        if stop is not None and "\n" not in stop[0]:
            places.add(stop.start() + 1)
    return sorted(places)


def _own(text: str, mark: int) -> bool:
    """Whether a ``?`` is the author's own: what follows it reads like any Chinese."""
    if mark + 1 >= len(text) or text[mark + 1] in _OWN:
        return True
    if mark and _HAN_FIRST.match(text, mark - 1) and _mangled(text, mark):
        return False
    if not _HAN_SOON.match(text, mark + 1):
        return True
    if EATEN.match(text, mark + 1) or not _HAN_FIRST.match(text, mark + 1):
        return not _suspicious(text, mark)
    table, plain = bigrams(), codes().plain
    following = re.split("[?？\n]", GLOSS.sub("", text[mark + 1 : mark + 40]))[0]
    chars = [plain.get(char, char) for char in following][:7]
    bits = [table.bits(before, char) for before, char in zip(["？", *chars], chars, strict=False)]
    return sum(bits) / len(bits) < 11.5 and max(bits) < 20


def surely_damaged(text: str, mark: int) -> bool:
    """Whether no author can have written what follows a mark that could not be mended."""
    if text[mark] not in "?？":
        return False
    if EATEN.match(text, mark + 1):
        return True
    if _LETTERED.match(text, mark + 1) and _ODDLY.match(text, mark + 1):
        return True
    run = _HAN_RUN.search(GLOSS.sub("", text[mark + 1 : mark + 30].partition("\n")[0]))
    if run is None:
        return False
    table, plain = bigrams(), codes().plain
    bits = [table.bits(plain[one], plain[two]) for one, two in pairwise(run[0])]
    return sum(bits) > _UNREAD * len(bits)


def _mangled(text: str, mark: int) -> bool:
    """Whether a reading without its bracket, or a letter and odd signs, stands behind the mark."""
    return (EATEN.match(text, mark + 1) or _LETTERED.match(text, mark + 1)) is not None


def garbled(text: str, mark: int) -> tuple[int, int]:
    """About how far the garble that begins at `mark` goes."""
    closed = CLOSED.match(text, mark)
    return mark, closed.end() if closed else mark + 1


def _suspicious(text: str, mark: int) -> bool:
    """Whether what follows a ``?`` and is not Chinese can be the beginning of a shift."""
    following = text[mark + 1]
    return (
        EATEN.match(text, mark + 1) is not None
        or following in "!；;:：！?？,，（("
        or _LETTERED.match(text, mark + 1) is not None
    )
