"""Help that no pattern reads: pairs of one sentence that a trained model believes.

The model is a maximum-entropy classifier (Berger and others, "A maximum entropy approach to natural
language processing", 1996), held as a crfsuite model of sequences of length one; it is trained by
``bangfu.loaders.training.pairs``, its card is ``loaders/data/models/pairs.md``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from ....ontology.records import Kind, Mention, Modality
from ...later import later
from ...models import shipped_weights
from ...weights import Weights, logistic
from .claims import Claim, group_of
from .guards import modality_of, status_of
from .pairguards import is_no_side
from .pairsigns import (
    SENTENCE_SIGNS,
    Candidate,
    Form,
    Page,
    candidates,
    form_of,
    form_signs,
    is_crossed,
    sentence_signs,
    signs_of,
)
from .symbols import View

__all__ = ["LEAST", "PAIRS", "VERSION", "model_claims", "scored", "without_doubted"]

PAIRS = "pairs-model"
"""The rule that claims of the model name."""
VERSION = 11
"""How evidence numbers the model: anew with what it is trained on, as its card says."""
LEAST = 0.7
"""The probability from which a pair is believed: chosen on pages from elsewhere."""
_DOUBTED = 0.05
"""The probability below which what a rule read is doubted: chosen on the same pages."""
_READ_DIRECTLY = 0.8
"""The confidence of claims that were not carried over from elsewhere on the page."""
_BROAD = frozenset(
    {"direct", "give", "give-by", "give-direct", "give-for", "give-in", "go", "learn"}
    | {"lesson-in", "posted-here", "send", "train", "visit", "with"}
)
"""The rules that fit many wordings, and more than they should."""

#: 甲与乙签订教育帮扶协议: a broad rule, but in words of help that leave no doubt
_PLAIN = later("帮扶|支援|援[藏疆青]|手拉手|结对|(?:教育|东西部)协作")
#: 甲经理某某向乙的九名学生发放助学金: nobody else between the two
_GIVES = later(
    "(?P<h>[\ue000-\ue003])[^，。；\ue000-\ue003]{0,24}[向为给](?P<r>[\ue000-\ue003])"
    "[^，。；\ue000-\ue003]{0,16}(?:捐[赠款资助]|[助奖]学金|资助)"
)

#: 甲携手乙, 甲对接丙、乙: the order of the two says nothing of who helps
_EVEN = later(
    r"[^，；。\ue000-\ue004]{0,4}(?:与|和|同|跟|携手|牵手|联手|对接|结对)"
    r"[^，；。\ue000-\ue004]{0,2}(?:[\ue000-\ue003](?:、|和|与|及)){0,6}"
)


def scored(
    views: Sequence[View], page: Page, weights: Weights
) -> dict[tuple[str, str], tuple[float, Candidate]]:
    """The probability of each pair that the rules have not read, in its best sentence.

    Of a pair and its reverse only the likelier is kept. What cannot reach `LEAST`, whatever the
    dearer signs say, is left out before they are worked out.
    """
    enough = log(LEAST / (1 - LEAST)) - _at_most(weights)
    best: dict[tuple[str, str], tuple[float, Candidate]] = {}
    forms: dict[Form, float] = {}
    sides: dict[tuple[str, str], float] = {}
    for found in (one for view in views for one in candidates(view, page.may_be_new)):
        pair = (found.helper.key, found.recipient.key)
        form = form_of(found, page)
        if form not in forms:
            forms[form] = weights.sum(form_signs(form, page))
        if pair not in sides:
            sides[pair] = weights.sum(page.signs(found.helper, found.recipient))
        plain = forms[form] + sides[pair]
        if plain < enough or is_crossed(found, page):
            continue
        score = logistic(plain + weights.sum(sentence_signs(found, page)))
        if pair not in best or score > best[pair][0]:
            best[pair] = (score, found)
    return {
        pair: value
        for pair, value in best.items()
        if pair[::-1] not in best or value[0] >= best[pair[::-1]][0]
    }


@lru_cache(maxsize=8)
def _at_most(weights: Weights) -> float:
    """What the signs of a sentence can say for a pair at the very most."""
    most = dict.fromkeys(SENTENCE_SIGNS, 0.0)
    for sign, weight in weights.table.items():
        head = sign[: sign.find("=") + 1]
        if weight > most.get(head, weight):
            most[head] = weight
    return sum(most[head] for head in SENTENCE_SIGNS)


def model_claims(views: Sequence[View], page: Page) -> Iterator[Claim]:
    """The claims of the shipped model; its probability is their confidence."""
    if not any(len(view.mentions) > 1 for view in views):
        return
    for score, found in scored(views, page, shipped_weights("pairs")).values():
        if score < LEAST or page.is_told_of_whole(found.helper, found.recipient):
            continue
        view = found.view
        low, high = min(found.one, found.other), max(found.one, found.other)
        told = _told_until(view.symbols, high)
        wording = view.symbols[low + 1 : told]
        modality = modality_of(wording) or modality_of(view.symbols)
        if modality is None and found.helper.kind is Kind.PERSON:
            continue
        yield Claim(
            found.helper, found.recipient, modality or Modality.OTHER,
            status_of(view.symbols[:low], wording, view.symbols[told : told + 12]),
            PAIRS, round(score, 2), view.places[low], view.ends[told - 1],
            directed=_EVEN.fullmatch(view.symbols, low + 1, high) is None,
            group=group_of(view.places[low], view.places[high]),
        )  # fmt: skip


def without_doubted(views: Sequence[View], page: Page) -> tuple[Page, list[tuple[Claim, str]]]:
    """The page without the claims in which the shipped model sees no help, and these claims.

    Nor does a place help that only begins the name of somebody else: 甲市|银行向乙小学捐赠.
    The model is asked only about what one of the broad rules read, once and within a sentence: of
    what is carried over from elsewhere, of rare wordings and of persons who give, it knows too
    little.
    """
    often = Counter((c.helper.key, c.recipient.key) for c in page.claims)
    plain = {
        (c.helper, c.recipient, c.start) for v in views for c in page.claims if _is_plain(v, c)
    }
    asked = {
        (c.helper.key, c.recipient.key): c
        for c in page.claims
        if c.rule in _BROAD
        and (c.helper, c.recipient, c.start) not in plain
        and c.confidence >= _READ_DIRECTLY
        and c.helper.kind is not Kind.PERSON
        and often[c.helper.key, c.recipient.key] == 1
    }
    parts = {
        (v.places[at], m.key) for v in views for at, m in v.mentions.items() if is_no_side(v, at)
    }
    partly = [c for c in page.claims if (c.helper.start, c.helper.key) in parts]
    if not asked and not partly:
        return page, []
    weights = shipped_weights("pairs")
    best: dict[tuple[str, str], float] = {}

    def is_asked(one: Mention, other: Mention) -> bool:
        return (one.key, other.key) in asked and page.may_help(one, other)

    for found in (one for view in views for one in candidates(view, is_asked, _nothing_out)):
        pair = (found.helper.key, found.recipient.key)
        best[pair] = max(weights.probability(signs_of(found, page)), best.get(pair, 0.0))
    doubted = [c for p, c in asked.items() if best.get(p, 1.0) < _DOUBTED and c not in partly]
    doubted += partly
    if not doubted:
        return page, []
    left = Page([c for c in page.claims if c not in doubted], page.sides, page.context)
    return left, [(claim, "form-unlike-help") for claim in doubted]


def _is_plain(found: View, claim: Claim) -> bool:
    """Whether what a broad rule read is told in plain words of help or of a gift."""
    if claim.rule == "give":
        return any(
            found.mentions[told.start("h")] == claim.helper
            and found.mentions[told.start("r")] == claim.recipient
            for told in _GIVES.finditer(found.symbols)
        )
    if claim.rule != "with" or not found.places[0] <= claim.start < found.ends[-1]:
        return False
    low, high = bisect_left(found.places, claim.start), bisect_left(found.places, claim.end)
    return _PLAIN.search(found.symbols, low, high) is not None


def _nothing_out(view: View, here: int, there: int) -> bool:
    """For a pair that a rule read, its form is a sign, no reason not to ask."""
    return False


def _told_until(text: str, at: int) -> int:
    """Where the clause ends that begins with the second of two sides."""
    ends = [text.find(mark, at + 1) for mark in "，；。！？\n"]
    return min((end for end in ends if end >= 0), default=len(text))
