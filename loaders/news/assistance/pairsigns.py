"""What a model may know of two sides in one sentence: does the first help the second?

Signs are plain words: where the two stand, what stands beside and between them, what the rest of
the page says of either. What is said of the pair itself by the rules is never among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ....ontology.records import Kind, Mention
from ...later import later
from .pairframe import frame_signs
from .pairguards import guard_of, is_no_pair, is_no_side
from .pairlists import as_one
from .pairpage import Page
from .pairwording import LETTERS, wording
from .symbols import View

__all__ = [
    "SENTENCE_SIGNS",
    "Candidate",
    "Form",
    "Page",
    "candidates",
    "form_of",
    "form_signs",
    "is_crossed",
    "plain_signs",
    "sentence_signs",
    "signs_of",
]

_MOST_SIDES = 24
"""A sentence with more names is a roster; its pairs are told by its form."""
_REACH = 120
_OTHER_SUBJECT = later("[，；：。][^\ue000-\ue004，；：。]{0,8}?([\ue000-\ue002\ue004])")
_CLAUSES_APART = later("[，；]")
_LEADS_IN = later("[向为给对在与和到赴由受被从经将把据]")
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


def candidates(
    view: View,
    may_be: Callable[[Mention, Mention], bool] = lambda *_: True,
    is_out: Callable[[View, int, int], bool] = is_no_pair,
) -> Iterator[Candidate]:
    """Every ordered pair of different sides of a sentence; a person is helped by no claim.

    Only pairs that `may_be` are looked at, which comes first, for it is cheaper; what `is_out` by
    the form of the sentence is left out.
    """
    if not 1 < len(view.mentions) <= _MOST_SIDES:
        return
    sides = [(at, m) for at, m in sorted(view.mentions.items()) if not is_no_side(view, at)]
    for here, one in sides:
        for there, other in sides:
            if other.kind is Kind.PERSON or one.key == other.key or abs(here - there) > _REACH:
                continue
            if may_be(one, other) and not is_out(view, here, there):
                yield Candidate(view, here, there)


def signs_of(found: Candidate, page: Page) -> list[str]:
    """All signs of a candidate, for the model."""
    return [*plain_signs(found, page), *sentence_signs(found, page)]


class Form(NamedTuple):
    """All that the wording shows of a candidate: the same for every member of two lists."""

    text: str
    one: int
    other: int
    kinds: str
    sorts: tuple[str, str]


def form_of(found: Candidate, page: Page) -> Form:
    """The form of a candidate: its sentence with lists as one, and what the two are."""
    text, i, j = as_one(found.view.symbols, found.one, found.other)
    sorts = page.sort(found.helper), page.sort(found.recipient)
    return Form(text, i, j, _kinds(found), sorts)


def form_signs(form: Form, page: Page) -> Iterator[str]:
    """The signs of a form."""
    text, i, j, kinds, sorts = form
    yield from wording(text, i, j, kinds, page.once)
    yield from frame_signs(text, i, j, kinds, sorts, page.once)


def plain_signs(found: Candidate, page: Page) -> list[str]:
    """The signs that cost little: the wording, and what the page says of the two."""
    form = form_signs(form_of(found, page), page)
    return [*form, *page.signs(found.helper, found.recipient)]


#: Heads of the signs below, as often as one candidate may have them.
SENTENCE_SIGNS = (
    "sh=",
    "sh2=",
    "sany=",
    "subj=",
    "subj=",
    "xperson=",
    "nearer=",
    "guard=",
    "guarded=",
)


def sentence_signs(found: Candidate, page: Page) -> Iterator[str]:
    """What else the sentence holds: what the rules read in it, other subjects."""
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
    if one.kind is Kind.PERSON:
        yield f"xperson={text[i - 1 : i].translate(LETTERS)}"
    told, x_at, y_at = as_one(text, i, j)
    nearer = told.count(text[i], min(x_at, y_at) + 1, max(x_at, y_at))
    yield f"nearer={min(nearer, 2)}{order}"
    guard = guard_of(view, i, j)
    yield from (f"guard={guard}", f"guarded={bool(guard)}")


def is_crossed(found: Candidate, page: Page) -> bool:
    """Whether the sentence tells in two clauses whom the one helps, and who helps the other.

    甲帮扶乙，丙帮扶丁: no help from 甲 to 丁.
    """
    view, one, other = found.view, found.helper.key, found.recipient.key
    if not _CLAUSES_APART.search(
        view.symbols, min(found.one, found.other), max(found.one, found.other)
    ):
        return False
    here = page.in_reach(view.places[0], view.ends[-1])
    return any(
        c.helper.key == one and c.recipient.key != other and c.recipient.kind is not Kind.GROUP
        for c in here
    ) and any(c.recipient.key == other and c.helper.key != one for c in here)


def _kinds(found: Candidate) -> str:
    return _kind(found.helper) + _kind(found.recipient)


def _kind(mention: Mention) -> str:
    return _KIND.get(mention.kind, "N")
