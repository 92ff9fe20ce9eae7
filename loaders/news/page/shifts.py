"""The search for what stood where GBK was read one byte late: the engine of :mod:`.garble`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import nsmallest
from itertools import islice
from math import inf
from operator import itemgetter
from typing import NamedTuple

from .beam import Best
from .bigrams import codes
from .bytepairs import EATEN, GLOSS, Token
from .costs import STOP, Costs
from .glyphs import Glyph, Path
from .polyphones import as_written, leads_of, readings_of

_TAG = re.compile(r"/?(?:p|br|div|span|strong|b|a|h\d|td|tr|li)\b[^<>\n]{0,80}>", re.IGNORECASE)
_SHUTS = re.compile("[^()（）]*[)）]")

WIDTH = 28
"""Readings kept at each step of the search…"""
_SLACK = 22.0
"""…and how many bits worse than the best one they may be."""
_SHUT = 8  # ways in which one reading may come to its end at a ``?``
_LOSSY = 14  # of these, readings in which a pair has just been lost

OPEN = 6.0  # bits: what it costs to say that a shift begins here
LOSS = 3.0  # bits: … that a pair was lost here
DOUBT = 3.0  # bits by which a character that is half lost must beat the next best one…
LOSS_DOUBT = 3.5  # …where a pair was lost, and perhaps another one, unseen…
LAST_DOUBT = 6.0  # …and the last one of a shift, which has nothing known behind it
COMMA_DOUBT = 99.0  # …and a comma, of which no byte is left
_NUMERALS = frozenset("一二三四五六七八九十百千万")  # 十[二]年: no reading tells which it was
_QUOTE = 9.0  # bits: a quotation mark that closes nothing, or opens within an open quotation
_ASKED = 2.0  # bits: that a ``?`` with something odd behind it is the author's own
_SPACE = 9.0  # bits: that a space went down between two characters


_Way = tuple[float, str, str, bool, Path]
"""Bits, character, its simplified form, whether its bytes are known, and the path it follows."""


class Search(NamedTuple):
    """One search: the text, costs in its page, whether a quotation is open where it begins."""

    text: str
    costs: Costs
    quoted: bool = False

    def glyph(
        self,
        tail: Glyph | None,
        char: str,
        plain: str,
        start: int,
        end: int,
        *,
        shifted: bool,
        doubt: float = 0.0,
    ) -> Glyph:
        """`char` after `tail`."""
        quoted = self.quoted if tail is None else tail.quoted
        if plain in "“”":
            quoted = plain == "“"
        return Glyph(char, plain, start, end, shifted, doubt, quoted, tail)

    def filled(self, path: Path, trail: int, bound: float = inf) -> Iterator[_Way]:
        """What the waiting lead byte of `path` and `trail` can be, the likeliest first.

        What is worse than `bound` may be left out.
        """
        assert path.lead is not None
        if path.bits - STOP > bound:
            return
        table = codes()
        if path.lead >= 0:
            char = table.char.get((path.lead, trail))
            if char is not None:
                plain = table.plain[char]
                yield path.bits + self.costs.cost(path.tail, plain), char, plain, True, path
            return
        ways = self.costs.by_trail(path.tail, trail, after_loss=path.lost is not None)
        for _, _, cost, off, lead, char, plain in ways:
            bits = path.bits + cost - off
            if bits > bound:
                return
            if path.lost is not None and (path.lost, lead) in table.char:
                continue
            if path.said is not None:
                joint = table.char.get((path.said[0], lead))
                if joint is None or path.said[1] not in readings_of(joint):
                    continue
            yield bits, char, plain, False, path

    def losing(self, paths: list[Path], token: Token) -> list[Path]:
        """`paths` in which a pair is lost before `token`, or is shown by it if it is a ``?``.

        It is the trail of a character whose lead is known, and the lead of one whose trail is next.
        """
        ways: list[tuple[float, int, str, str, Path]] = []
        best = Best(_LOSSY)
        for path in paths:
            if path.lead is None or path.losses >= 3 or path.bits + LOSS > best.bound:
                continue
            leads: tuple[int, ...] = (path.lead,)
            if path.lead < 0:
                if path.said is None or path.lost is not None:
                    continue
                leads = leads_of(*path.said)
            for lead in leads:
                likely = self.costs.lost_by_lead(path.tail, lead, marked=token.mark)
                for _, _, cost, _, trail, char, plain in islice(likely, _LOSSY):
                    bits = path.bits + LOSS + cost
                    if bits > best.bound:
                        break
                    ways.append((bits, trail, char, plain, path))
                    best.add(bits)
        found: list[Path] = []
        for bits, trail, char, plain, path in nsmallest(_LOSSY, ways, key=itemgetter(0)):
            end = token.end if token.mark else max(token.start, path.since + 1)
            doubt = COMMA_DOUBT if plain in _NUMERALS else LOSS_DOUBT
            tail = self.glyph(path.tail, char, plain, path.since, end, shifted=True, doubt=doubt)
            found.append(Path(bits, tail, -1, token.start, trail, None, path.losses + 1))
        return found

    def step(self, paths: list[Path], token: Token) -> list[Path]:
        """All that `token` can be after each of `paths`, best first."""
        grown: list[Path] = []
        ways: list[tuple[float, str, str, bool, Path, int | None]] = []
        closed = self.closed(token) if token.mark else None
        best = Best(WIDTH, _SLACK)
        for path in paths:
            if path.lead is None:
                more = self.in_step(path, token, best.bound)
            else:
                more = self.closing(path, token, closed, best.bound)
            for one in more:
                grown.append(one)
                best.add(one.bits)
        if token.mark or not token.gap:
            lossy = self.losing(paths, token)
            if token.mark:
                grown += lossy
                lossy = []
            if token.twin:
                # the byte that went down, and a full-width ？ (A3BF) seen behind it
                for path in paths:
                    if path.lead is None:
                        bits = path.bits + OPEN
                        opened = Path(bits, path.tail, -1, token.start, losses=path.losses)
                        ways += [(*way, 0xBF) for way in self.filled(opened, 0xA3)]
            # a trail byte and the letter or bar behind it may be seen as one character
            lettered = token.wide is not None and token.wide[1] < 0x80
            trails: list[tuple[int, int | None]]
            trails = [] if token.wide is None or lettered else [token.wide]
            trails += [] if token.narrow is None else [(token.narrow, None)]
            for path in [one for one in paths + lossy if one.lead is not None]:
                if lettered:
                    grown += self.lettered(path, token)
                for trail, waits in trails:
                    for way in self.filled(path, trail, best.bound):
                        ways.append((*way, waits))
                        best.add(way[0])
        for bits, char, plain, sure, path, lead in nsmallest(WIDTH, ways, key=itemgetter(0)):
            doubt = 0.0 if sure else DOUBT if path.lost is None else LOSS_DOUBT
            at = path.since, token.end
            tail = self.glyph(path.tail, char, plain, *at, shifted=True, doubt=doubt)
            grown.append(Path(bits, tail, lead, token.start, losses=path.losses))
        kept = nsmallest(WIDTH, grown, key=itemgetter(0))
        return [path for path in kept if path.bits < kept[0].bits + _SLACK and not path.own] + [
            path for path in grown if path.own
        ]

    def lettered(self, path: Path, token: Token) -> Iterator[Path]:
        """The end of a shift in a `token` that took the ASCII character behind it with it."""
        assert token.wide is not None
        letter = chr(token.wide[1])
        for bits, char, plain, sure, before in self.filled(path, token.wide[0]):
            doubt = 0.0 if sure else DOUBT
            end = max(token.start, before.since + 1)  # a shift may begin right here
            at = before.since, end
            last = self.glyph(before.tail, char, plain, *at, shifted=True, doubt=doubt)
            tail = self.glyph(last, letter, letter, token.start, token.end, shifted=True)
            bits += self.costs.cost(last, letter)
            yield Path(bits, tail, losses=before.losses)

    def in_step(self, path: Path, token: Token, bound: float) -> Iterator[Path]:
        """`token` where characters are read as they begin: itself, or the start of a shift."""
        if token.gap:
            yield path
            yield Path(path.bits + OPEN, path.tail, -1, token.start, losses=path.losses)
            return
        plain = codes().plain.get(token.char, token.char)
        bits = path.bits + self.costs.cost(path.tail, plain)
        if token.mark:
            bits += _ASKED if path.tail is None or path.tail.char != "？" else 2 * _ASKED
        if path.own or bits <= bound:
            tail = self.glyph(path.tail, token.char, plain, token.start, token.end, shifted=False)
            yield Path(bits, tail, losses=path.losses, own=path.own)
        if token.mark and not token.twin and path.bits + OPEN <= bound:
            said = None
            if token.reading is not None:
                before = as_written(path.tail.char) if path.tail else None
                if before is None:
                    return
                said = (before[1], token.reading)
            yield Path(path.bits + OPEN, path.tail, -1, token.start, None, said, path.losses)

    def closed(self, token: Token) -> tuple[str, bool, bool]:
        """What follows a ``?``, whether that is the rest of a tag, or of a bracket."""
        rest = GLOSS.sub("", self.text[token.end : token.end + 80].split("\n")[0])
        bracket = _SHUTS.match(rest) is not None and not self.opened(token.start)
        return rest, _TAG.match(rest) is not None, bracket

    def closing(
        self, path: Path, token: Token, closed: tuple[str, bool, bool] | None, bound: float
    ) -> Iterator[Path]:
        """`token` is a ``?`` in which the last trail byte, and the sign after it, went down.

        `closed` tells what follows it; what is worse than `bound` may be left out.
        """
        if path.lead is None or token.twin or closed is None:
            return
        leads: tuple[int, ...] = (path.lead,)
        if path.lead < 0:
            if path.said is None or path.lost is not None:
                return
            leads = leads_of(*path.said)
        rest, tagged, bracket = closed
        ways = self.costs.last_by_lead(path.tail, leads, token.reading)
        for _, _, cost, _, _, char, plain in islice(ways, _SHUT):
            bits = path.bits + 1.0 + cost
            if bits > bound:
                return
            at = path.since, token.end
            tail = self.glyph(path.tail, char, plain, *at, shifted=True, doubt=LAST_DOUBT)
            shut = Path(bits, tail, losses=path.losses)
            comma = self.costs.cost(tail, "，")
            if token.reading is not None:
                yield shut
            elif not rest.strip():
                # what was said in the line is at its end, and no line ends with a comma
                ill = tail.quoted or plain in "，、；《〈（"
                ended = tail._replace(doubt=DOUBT) if plain in "。”" else tail
                yield shut._replace(bits=shut.bits + (_QUOTE / 2 if ill else 0.0), tail=ended)
            elif tagged:
                yield self.swallowed(shut, "<", token, 0.0)
            elif bracket:
                yield self.swallowed(shut, "(", token, 0.0)
            elif rest[0] in ">|":
                yield self.swallowed(shut, " ", token, 0.0)
            elif rest[0].isdigit():
                yield self.digit(shut, token)
                yield self.swallowed(shut, ",", token, comma + 1.0, doubt=DOUBT)
            elif plain not in "。，”":
                yield self.digit(shut, token)
                yield self.swallowed(shut, " ", token, _SPACE, doubt=DOUBT)
                yield self.swallowed(shut, ",", token, comma + 2.0, doubt=COMMA_DOUBT)
            else:
                yield shut

    def opened(self, at: int) -> bool:
        """Whether a bracket is open at `at` in its line."""
        line = GLOSS.sub("", self.text[max(0, at - 200) : at].rpartition("\n")[2])
        bare = EATEN.sub("", line)
        return max(bare.rfind("("), bare.rfind("（")) > max(bare.rfind(")"), bare.rfind("）"))

    def digit(self, path: Path, token: Token) -> Path:
        """`path` and a digit that went down in `token`; nobody can say which."""
        shut = self.swallowed(path, "□", token, self.costs.cost(path.tail, "0") + 1.0, doubt=DOUBT)
        assert shut.tail is not None
        return shut._replace(tail=shut.tail._replace(plain="0"))

    def swallowed(
        self, path: Path, char: str, token: Token, bits: float, doubt: float = 0.0
    ) -> Path:
        """`path` and the ASCII sign that went down in `token`."""
        plain = {",": "，", "(": "（"}.get(char, char)
        tail = self.glyph(path.tail, char, plain, token.start, token.end, shifted=True, doubt=doubt)
        return path._replace(bits=path.bits + bits, tail=tail)

    def run(self, tokens: list[Token]) -> list[Path]:
        """The readings of `tokens` that end in step, best first; stops once all is in step."""
        paths = [Path(0.0, None, own=True)]
        steady = 0
        for at, token in enumerate(tokens):
            paths = self.step(paths, token)
            if not paths:
                return []
            limit = min(path.bits for path in paths) + 10
            settled = not token.mark and all(
                path.lead is None for path in paths if path.bits < limit
            )
            steady = steady + 1 if settled else 0
            if steady >= 5 and at > 16:
                break
        return sorted((path for path in paths if path.lead is None), key=itemgetter(0))
