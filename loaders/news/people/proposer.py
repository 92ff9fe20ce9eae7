"""Names of persons as a trained model sees them, beside the rules.

The model is a linear-chain CRF over characters (crfsuite), trained by ``bangfu.loaders.training``;
its card is ``loaders/data/models/persons.md``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from ....ontology.records import Mention
from ...models import shipped, shipped_attributes
from ..entities.crf import Known, Proposal, known, spans
from ..page.clean import Clean
from .features import features, features_met, sentences, signs
from .names import fold_dots

__all__ = ["MODEL", "Proposal", "propose", "propose_with"]

MODEL = "model 3"
"""How evidence names the model; the number changes with what the model is trained on."""

_AT_ONCE = 4_000
"""Signs of which the features are held at once: all those of a megabyte take 300 MB."""


def propose(clean: Clean, mentions: Sequence[Mention]) -> tuple[Proposal, ...]:
    """The names of persons that the model sees in the text, in order, none overlapping.

    `mentions` are the bodies, places and programmes. Proposals of low score are among them: what
    is believed is the caller's decision. The model is read at the first call.
    """
    # the model met few of the other dots of names
    return propose_with(shipped("persons"), fold_dots(clean.text), mentions, _known())


@cache
def _known() -> Known:
    return known(shipped_attributes("persons"))


def propose_with(
    tagger: Any, text: str, mentions: Sequence[Mention], met: Known | None = None
) -> tuple[Proposal, ...]:
    """The same with a tagger of one's own, for training and measuring.

    `met` are the features that the tagger has met; without it, it is told all.
    """
    seen = signs(text, mentions)
    told: Sequence[Sequence[str | bytes]]
    told = features(seen) if met is None else ()
    first = last = 0
    found: list[Proposal] = []
    for low, high in sentences(seen):
        if met is not None and high > last:
            first, last = low, max(high, min(low + _AT_ONCE, len(seen.forms)))
            told = features_met(seen, met, first, last)
        piece = told[low - first : high - first]
        found += spans(tagger, piece, seen.starts[low:high], seen.ends[low:high])
    return tuple(found)
