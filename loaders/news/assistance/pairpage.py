"""What the rest of a page says of two sides, whatever the sentence, for the model of pairs."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...weights import step
from ..entities.sides import EAST, WEST, Stated, codes_of, contains, direction, is_government
from .claims import Claim
from .pairrest import Rest, RestBut
from .pairsorts import sort_of

__all__ = ["Page"]

_start = attrgetter("start")


@dataclass(frozen=True)
class Page:
    """What the page says elsewhere: its claims by rule and the names on it."""

    claims: Sequence[Claim]
    sides: Sequence[Mention]
    context: frozenset[str]
    _known: dict[tuple[object, ...], list[str]] = field(default_factory=dict, compare=False)
    _one: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict, compare=False)
    _of: dict[tuple[object, ...], tuple[str, ...]] = field(default_factory=dict, compare=False)
    """What stands around a place of a sentence, in signs: many pairs share it."""

    @cached_property
    def told(self) -> frozenset[tuple[str, str]]:
        """The pairs that the rules read."""
        return frozenset((c.helper.key, c.recipient.key) for c in self.claims)

    def may_be_new(self, one: Mention, other: Mention) -> bool:
        """Whether the rules have read nothing of the two, and the one may help the other."""
        pair = (one.key, other.key)
        return pair not in self.told and pair[::-1] not in self.told and self.may_help(one, other)

    def may_help(self, one: Mention, other: Mention) -> bool:
        """Whether neither of the two is, or is a part of, the other."""
        return not contains(one, other, self.context) and not contains(other, one, self.context)

    def is_told_of_whole(self, one: Mention, other: Mention) -> bool:
        """Whether the rules read that the body helps the other of which the one is a part.

        Which institute of a university its people come from makes the institute no helper.
        """
        return any(
            claim.recipient.key == other.key
            and claim.helper.kind is not Kind.PLACE
            and one.name.startswith(claim.helper.name)
            for claim in self.claims
        )

    def once(
        self,
        what: str,
        text: str,
        low: int,
        high: int,
        told: Callable[[str, int, int], Iterable[str]],
    ) -> tuple[str, ...]:
        """What is `told` of a place or two of a sentence, worked out at the first call."""
        key = (what, text, low, high)
        if key not in self._of:
            self._of[key] = tuple(told(text, low, high))
        return self._of[key]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each thing is named."""
        return Counter(m.key for m in self.sides)

    def signs(self, one: Mention, other: Mention) -> list[str]:
        """What the rest of the page says of the two, whatever the sentence."""
        key = (one.kind, one.key, other.kind, other.key)
        if key not in self._known:
            self._known[key] = list(self._of_pair(one, other))
        return self._known[key]

    @cached_property
    def _rest(self) -> Rest:
        """What the claims say together, one of each pair."""
        return Rest(self.claims, self.context)

    def in_reach(self, start: int, end: int) -> Sequence[Claim]:
        """The claims that begin in ``text[start:end]``."""
        low = bisect_left(self._in_order, start, key=_start)
        return self._in_order[low : bisect_left(self._in_order, end, key=_start)]

    @cached_property
    def _in_order(self) -> list[Claim]:
        return sorted(self.claims, key=_start)

    def _of_pair(self, one: Mention, other: Mention) -> Iterator[str]:
        own = {(one.key, other.key), (other.key, one.key)} & self.told
        rest = self._rest.but(one, other)
        if own:
            x, *of_one = self._of_side("x", one, rest)
            y, *of_other = self._of_side("y", other, rest)
        else:
            x, *of_one = self._of_untold("x", one, rest)
            y, *of_other = self._of_untold("y", other, rest)
        yield from of_one
        yield from of_other
        yield from (f"xin={x}", f"yin={y}", f"xin={x}yin={y}")
        here, there = codes_of(one, self.context), codes_of(other, self.context)
        stated = Stated(lean={code: rest.lean(code) for code in (*here, *there)})
        yield f"dir={direction(one, other, stated, self.context)}"
        yield f"same={_apart(here, there)}"
        if here and there:
            yield f"ew={_part(here[-1])}{_part(there[-1])}"
        yield f"n={rest.any}"
        yield f"gov={is_government(one)}{is_government(other)}"
        yield f"xys={self.sort(one)}{self.sort(other)}"

    def _of_untold(self, which: str, side: Mention, rest: RestBut) -> tuple[str, ...]:
        """What `_of_side` says, which is the same in every pair of which the rules read nothing."""
        key = (which, side.kind, side.key)
        if key not in self._one:
            self._one[key] = tuple(self._of_side(which, side, rest))
        return self._one[key]

    def _of_side(self, which: str, side: Mention, rest: RestBut) -> Iterator[str]:
        """Whether anybody helps or is helped where a side lies, then the signs of it alone."""
        codes = codes_of(side, self.context)
        fine = _fine(codes)
        helps, helped = any(map(rest.helps_in, fine)), any(map(rest.is_helped_in, fine))
        yield ("h" if helps else "") + ("r" if helped else "") + ("" if codes else "?")
        yield from (f"{which}h={rest.helps(side.key)}", f"{which}r={rest.is_helped(side.key)}")
        yield f"{which}c={step(self.counts[side.key], (1, 2, 4))}"
        yield f"{which}s={self.sort(side)}"
        yield from self._ranks(which, side)

    def sort(self, side: Mention) -> str:
        """What sort of thing a side is."""
        return sort_of(side, self.context)

    def _ranks(self, which: str, side: Mention) -> Iterator[str]:
        """As the how manieth the page names it, and how often beside others of its kind."""
        often = self._by_kind.get(side.kind, {})
        yield f"{which}1st={min(self._order.get(side.key, 9), 4)}"
        yield f"{which}top={min(often.get(side.key, 9), 3)}{side.kind.value}"

    @cached_property
    def _order(self) -> dict[str, int]:
        return {key: at for at, key in enumerate(self.counts)}

    @cached_property
    def _by_kind(self) -> dict[Kind, dict[str, int]]:
        """Of each kind the things named, with their place from the most to the least named."""
        named: dict[Kind, Counter[str]] = {}
        for side in self.sides:
            named.setdefault(side.kind, Counter())[side.key] += 1
        return {
            kind: {key: at for at, (key, _) in enumerate(found.most_common())}
            for kind, found in named.items()
        }


def _fine(codes: Sequence[str]) -> set[str]:
    """Codes below the province."""
    return {code for code in codes if not code.endswith("0000")}


def _apart(here: Sequence[str], there: Sequence[str]) -> str:
    """How near two sides lie to each other."""
    if not here or not there:
        return "?" + ("" if here else "x") + ("" if there else "y")
    if here[0] == there[0]:
        return "place"
    if _fine(here) & _fine(there):
        return "prefecture"
    return "province" if here[-1] == there[-1] else "no"


def _part(province: str) -> str:
    return "E" if province in EAST else "W" if province in WEST else "C"
