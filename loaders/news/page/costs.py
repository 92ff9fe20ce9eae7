"""What a character costs where, kept for one page: readings that end alike ask the same again.

Few of the characters that a pair of bytes can be were ever met behind a given one: those are looked
up, and the rest, whose order does not depend on what stands before, are ranked once for all pages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from operator import itemgetter
from typing import Final, NamedTuple, TypeAlias

from .bigrams import bigrams, codes
from .glyphs import Glyph, Known
from .polyphones import readings_of

__all__ = ["STOP", "Costs", "Way"]

_QUOTE: Final = 9.0  # bits: a quotation mark that closes nothing, or opens within an open one
STOP: Final = 3.0  # bits off for 。 before a full-width sign, by far the commonest place of a shift
_TWICE, _THRICE = 4.0, 0.5  # bits at most for two, three characters that the page has elsewhere


Way: TypeAlias = tuple[float, int, float, float, int, str, str]
"""What a pair of bytes can be: rank, place, bits, bits off, the byte not given, character, plain.

The rank is the bits without those off, the place that in :func:`~.bigrams.codes`: it settles which
of two as likely comes first. A page asks for so many that a class of their own is felt.
"""
_QUOTES: Final = frozenset("“”")


class _Choice(NamedTuple):
    """Characters to choose from: as ranked behind one none was met behind, and by plain form."""

    unmet: tuple[Way, ...]
    by_plain: dict[str, tuple[tuple[int, float, int, str], ...]]  # place, bits off, byte, character
    digits: frozenset[str]


class Costs:
    """Bits of characters after others in a page, of which `known` stands undamaged elsewhere."""

    def __init__(self, known: Known) -> None:
        """`known` must not change."""
        self.known = known
        following: dict[str, set[str]] = {}
        for pair in known.pairs:
            following.setdefault(pair[:1], set(_QUOTES)).add(pair[1:])
        self._next = {last: frozenset(plains) for last, plains in following.items()}
        self._followed = frozenset(triple[:2] for triple in known.triples)
        self._met: dict[tuple[object, ...], tuple[_Choice, list[Way], set[str]]] = {}

    def cost(self, tail: Glyph | None, plain: str) -> float:
        """Bits of the character `plain` after `tail`."""
        if tail is None:
            return bigrams().bits("\n", "0" if plain.isdigit() else plain)
        last = tail.plain
        pair = last + plain
        table = bigrams()
        bits = table.pairs.get(pair)
        if bits is None:
            now = "0" if plain.isdigit() else plain
            bits = table.bits("0" if last.isdigit() else last, now)
        if pair in self.known.pairs:
            bits = min(bits, _TWICE)
            if tail.before is not None and tail.before.plain + pair in self.known.triples:
                bits = min(bits, _THRICE)
        if plain == ("“" if tail.quoted else "”"):
            bits += _QUOTE
        return bits

    def by_trail(self, tail: Glyph | None, trail: int, *, after_loss: bool) -> Iterator[Way]:
        """The characters with that second byte after `tail`, the likeliest first."""
        return self._ranked(tail, _with_trail(trail, 0.0 if after_loss else STOP))

    def lost_by_lead(self, tail: Glyph | None, lead: int, *, marked: bool) -> Iterator[Way]:
        """The characters with that first byte of which the second began a pair that was lost."""
        return self._ranked(tail, _lost_behind(lead, marked))

    def last_by_lead(
        self, tail: Glyph | None, leads: tuple[int, ...], reading: str | None
    ) -> Iterator[Way]:
        """The characters with one of these first bytes that can end a shift, by their reading."""
        return self._ranked(tail, _last_behind(leads, reading))

    def _end(self, tail: Glyph | None) -> tuple[object, ...]:
        """All of a reading so far that the cost of its next character depends on."""
        if tail is None:
            return (None,)
        before = tail.before.plain if tail.before is not None else ""
        return tail.plain, before if before + tail.plain in self._followed else "", tail.quoted

    def _ranked(self, tail: Glyph | None, choice: _Choice) -> Iterator[Way]:
        """`choice` after `tail`, ranked by what :meth:`cost` says.

        Most askers take a few and stop, so what was never met behind `tail` is not copied out.
        """
        key = (id(choice), *self._end(tail))
        found = self._met.get(key)
        if found is None:
            # the choice is kept with it: its number must not come to mean another one
            found = self._met[key] = (choice, *self._of_its_own(tail, choice))
        _, met, plains = found
        at = 0
        for way in choice.unmet:
            if way[-1] not in plains:
                while at < len(met) and met[at] < way:
                    yield met[at]
                    at += 1
                yield way
        yield from met[at:]

    def _of_its_own(self, tail: Glyph | None, choice: _Choice) -> tuple[list[Way], set[str]]:
        """Those of `choice` that cost something of their own behind `tail`, and their plain forms.

        All that the table or the page has there, digits, quotation marks; after a digit, or at the
        head of the text, simply all.
        """
        by_plain = choice.by_plain
        if tail is None or tail.plain.isdigit():
            behind: dict[str, float] = {}
            plains = odd = set(by_plain)
        else:
            behind = _behind().get(tail.plain, {})
            odd = by_plain.keys() & self._next.get(tail.plain, _QUOTES) | choice.digits
            plains = odd | (by_plain.keys() & behind.keys())
        met: list[Way] = []
        for plain in plains:
            bits = self.cost(tail, plain) if plain in odd else behind[plain]
            for place, off, byte, char in by_plain[plain]:
                met.append((bits - off, place, bits, off, byte, char, plain))
        met.sort()
        return met, plains


@cache
def _behind() -> dict[str, dict[str, float]]:
    """Bits of the characters that were met behind each one."""
    found: dict[str, dict[str, float]] = {}
    for pair, bits in bigrams().pairs.items():
        found.setdefault(pair[0], {})[pair[1:]] = bits
    return found


def _choice(found: Iterable[tuple[int, str, str]], off: float = 0.0) -> _Choice:
    """Bytes not given, characters and plain forms as a choice; `off` goes off the bits of 。."""
    table = bigrams()
    unmet: list[Way] = []
    by_plain: dict[str, list[tuple[int, float, int, str]]] = {}
    for place, (byte, char, plain) in enumerate(found):
        less = off if char == "。" else 0.0
        by_plain.setdefault(plain, []).append((place, less, byte, char))
        bits = table.bits("", plain)
        unmet.append((bits - less, place, bits, less, byte, char, plain))
    return _Choice(
        tuple(sorted(unmet, key=itemgetter(0))),
        {plain: tuple(ways) for plain, ways in by_plain.items()},
        frozenset(plain for plain in by_plain if plain.isdigit()),
    )


@cache
def _with_trail(trail: int, off: float) -> _Choice:
    return _choice(codes().by_trail.get(trail, ()), off)


@cache
def _lost_behind(lead: int, marked: bool) -> _Choice:
    return _choice(
        one
        for one in codes().by_lead.get(lead, ())
        if one[0] >= 0x81 and (marked or 0xA1 <= one[0] <= 0xAF or one[0] >= 0xF8)
    )


@lru_cache(maxsize=512)  # a page may write any reading behind its characters
def _last_behind(leads: tuple[int, ...], reading: str | None) -> _Choice:
    return _choice(
        one
        for lead in leads
        for one in codes().by_lead.get(lead, ())
        if one[0] >= 0x80 and (reading is None or reading in readings_of(one[1]))
    )
