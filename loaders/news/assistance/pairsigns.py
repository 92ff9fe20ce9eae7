"""What a model may know of two sides in one sentence: does the first help the second?

Signs are plain words: where the two stand, what stands beside and between them, what the rest of
the page says of either. What is said of the pair itself by the rules is never among them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from operator import attrgetter

from ....ontology.records import Kind, Mention
from ...later import later
from ...weights import step
from ..entities.sides import EAST, WEST, Stated, codes_of, contains, direction, is_government
from .claims import Claim
from .pairguards import is_no_pair
from .pairrest import Rest
from .pairwording import ANY_HELP, LETTERS, wording
from .symbols import View

__all__ = [
    "SENTENCE_SIGNS",
    "Candidate",
    "Page",
    "candidates",
    "plain_signs",
    "sentence_signs",
    "signs_of",
]

_MOST_SIDES = 24
"""A sentence with more names is a roster; its pairs are told by its form."""
_REACH = 120
_OTHER_SUBJECT = later("[，；：。][^\ue000-\ue004，；：。]{0,8}?([\ue000-\ue002\ue004])")
_LEADS_IN = later("[向为给对在与和到赴由受被从经将把据]")
_start = attrgetter("start")
_RESPECTIVE = later("分别|依次|各自|对应")
_KIND = {Kind.PLACE: "P", Kind.SCHOOL: "S", Kind.INSTITUTION: "I", Kind.GROUP: "G"}


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two sides of one sentence, by the places of their symbols in it."""

    view: View
    one: int
    other: int

    @property
    def helper(self) -> Mention:
        """The side that may help."""
        return self.view.mentions[self.one]

    @property
    def recipient(self) -> Mention:
        """The side that may be helped."""
        return self.view.mentions[self.other]


@dataclass(frozen=True)
class Page:
    """What the page says elsewhere: its claims by rule, the names on it, its title."""

    claims: Sequence[Claim]
    sides: Sequence[Mention]
    context: frozenset[str]
    title: str = ""
    _known: dict[tuple[object, ...], list[str]] = field(default_factory=dict, compare=False)
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
        rest = self._rest.but(one, other)
        yield f"xh={rest.helps(one.key)}"
        yield f"xr={rest.is_helped(one.key)}"
        yield f"yr={rest.is_helped(other.key)}"
        yield f"yh={rest.helps(other.key)}"
        here, there = codes_of(one, self.context), codes_of(other, self.context)
        x, y = (
            ("h" if any(map(rest.helps_in, _fine(codes))) else "")
            + ("r" if any(map(rest.is_helped_in, _fine(codes))) else "")
            + ("" if codes else "?")
            for codes in (here, there)
        )
        yield from (f"xin={x}", f"yin={y}", f"xin={x}yin={y}")
        stated = Stated(lean={code: rest.lean(code) for code in (*here, *there)})
        yield f"dir={direction(one, other, stated, self.context)}"
        yield f"same={_apart(here, there)}"
        if here and there:
            yield f"ew={_part(here[-1])}{_part(there[-1])}"
        yield f"n={rest.any}"
        yield from (f"xt={one.name in self.title}", f"yt={other.name in self.title}")
        yield f"xc={step(self.counts[one.key], (1, 2, 4))}"
        yield f"yc={step(self.counts[other.key], (1, 2, 4))}"
        yield f"gov={is_government(one)}{is_government(other)}"
        yield from (f"xtail={one.name[-2:]}", f"ytail={other.name[-2:]}")


def candidates(
    view: View, may_be: Callable[[Mention, Mention], bool] = lambda *_: True
) -> Iterator[Candidate]:
    """Every ordered pair of different sides of a sentence; a person is helped by no claim.

    Only pairs that `may_be` are looked at, which comes first, for it is cheaper.
    """
    sides = sorted(view.mentions.items())
    if not 1 < len(sides) <= _MOST_SIDES or not ANY_HELP.search(view.symbols):
        return
    for here, one in sides:
        for there, other in sides:
            if other.kind is Kind.PERSON or one.key == other.key or abs(here - there) > _REACH:
                continue
            if may_be(one, other) and not is_no_pair(view, here, there):
                yield Candidate(view, here, there)


def signs_of(found: Candidate, page: Page) -> list[str]:
    """All signs of a candidate, for the model."""
    return [*plain_signs(found, page), *sentence_signs(found, page)]


def plain_signs(found: Candidate, page: Page) -> list[str]:
    """The signs that cost little: the wording, and what the page says of the two."""
    return [
        *wording(found.view.symbols, found.one, found.other, _kinds(found), page.once),
        *page.signs(found.helper, found.recipient),
    ]


#: Heads of the signs below, as often as one candidate may have them.
SENTENCE_SIGNS = (
    "sh=",
    "sh2=",
    "sany=",
    "subj=",
    "subj=",
    "resp=",
    "resp=",
    "list=",
    "xperson=",
    "nearer=",
)


def sentence_signs(found: Candidate, page: Page) -> Iterator[str]:
    """What else the sentence holds: what the rules read in it, other subjects, lists."""
    view, i, j = found.view, found.one, found.other
    text, one, other = view.symbols, found.helper, found.recipient
    low, high = min(i, j), max(i, j)
    order = "xy" if i < j else "yx"
    here = [
        c
        for c in page.in_reach(view.places[0], view.ends[-1])
        if (c.helper.key, c.recipient.key) != (one.key, other.key)
    ]
    x, y = (
        any(c.helper.key == one.key for c in here),
        any(c.recipient.key == other.key for c in here),
    )
    yield f"sh={x}{y}"
    x, y = (
        any(c.recipient.key == one.key for c in here),
        any(c.helper.key == other.key for c in here),
    )
    yield from (f"sh2={x}{y}", f"sany={bool(here)}")
    subjects = sum(
        low + 1 + match.start(1) != high and _LEADS_IN.search(match[0]) is None
        for match in _OTHER_SUBJECT.finditer(text[low + 1 : high + 1])
    )
    yield from (f"subj={min(subjects, 2)}", f"subj={min(subjects, 2)}{order}")
    each = _RESPECTIVE.search(text) is not None
    x, y = _in_list(text, i), _in_list(text, j)
    yield from (f"resp={each}", f"resp={each}{x}{y}", f"list={x}{y}")
    if one.kind is Kind.PERSON:
        yield f"xperson={text[i - 1 : i].translate(LETTERS)}"
    nearer = sum(low < at < high and m.kind is one.kind for at, m in view.mentions.items())
    yield f"nearer={min(nearer, 2)}{order}"


def _in_list(text: str, at: int) -> bool:
    marks = ("、", "和", "与", "及")
    return text[at + 1 : at + 2] in marks or text[max(0, at - 1) : at] in marks


def _kinds(found: Candidate) -> str:
    return _kind(found.helper) + _kind(found.recipient)


def _kind(mention: Mention) -> str:
    return _KIND.get(mention.kind, "N")


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
