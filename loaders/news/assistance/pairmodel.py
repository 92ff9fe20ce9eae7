"""Help that no pattern reads: pairs of one sentence that a trained model believes.

The model is a maximum-entropy classifier (Berger and others, "A maximum entropy approach to natural
language processing", 1996), held as a crfsuite model of sequences of length one; it is trained by
``bangfu.loaders.training.pairs``, its card is ``loaders/data/models/pairs.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import log

from ....ontology.records import Kind, Modality
from ...later import later
from ...models import shipped_weights
from ...weights import Weights, logistic
from .claims import Claim, group_of
from .guards import modality_of, status_of
from .pairsigns import (
    SENTENCE_SIGNS,
    Candidate,
    Page,
    candidates,
    plain_signs,
    sentence_signs,
)
from .symbols import View

__all__ = ["LEAST", "PAIRS", "model_claims", "scored"]

PAIRS = "pairs-model"
"""The rule that claims of the model name."""
LEAST = 0.85
"""The probability from which a pair is believed: chosen by five-fold cross-validation."""

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
    for found in (one for view in views for one in candidates(view, page.may_be_new)):
        pair = (found.helper.key, found.recipient.key)
        plain = weights.sum(plain_signs(found, page))
        if plain < enough:
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
        if score < LEAST:
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


def _told_until(text: str, at: int) -> int:
    """Where the clause ends that begins with the second of two sides."""
    ends = [text.find(mark, at + 1) for mark in "，；。！？\n"]
    return min((end for end in ends if end >= 0), default=len(text))
