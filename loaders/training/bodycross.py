"""How good the reader's schools and institutions are on articles that the model has not seen.

``python -m bangfu.loaders.training.bodycross``: five times, the model of bodies is trained on four
fifths of the project's articles and measured on the rest, with the rules around it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ...ontology.records import Kind
from ..news.entities.bodymodel import open_clauses, propose_in
from ..news.entities.crf import Proposal
from ..news.entities.hits import BodyHit
from ..news.entities.mentions import names_in
from ..news.entities.words import Words
from ..news.page.clean import clean
from ..source import read_document
from .bodies import articles_with_bodies, fit, training_set
from .crossval import Tally, folded, show, tallied
from .examples import Example

if TYPE_CHECKING:
    import pycrfsuite

__all__ = ["compare_bodies", "cross_validate_bodies"]

_TYPES = ("School", "Institution")


def compare_bodies(article: Path, gold: Path, tagger: pycrfsuite.Tagger | None) -> Tally:
    """Bodies of an article against its gold, by name; without a tagger, those of the rules."""

    def propose(words: Words, bodies: Sequence[BodyHit]) -> list[Proposal]:
        if tagger is None:
            return []
        return propose_in(tagger, words.text, open_clauses(words, bodies))

    page = clean(read_document(article, article.parent))
    mentions, scores = names_in(page, propose)
    forms: dict[str, set[str]] = {}
    for mention in mentions:
        if mention.kind in (Kind.SCHOOL, Kind.INSTITUTION):
            met = page.text[mention.start : mention.end]
            forms.setdefault(mention.key, set()).update((mention.name, met))
    return tallied(forms, gold, _TYPES, len(scores))


def cross_validate_bodies(folder: Path, folds: int = 5) -> tuple[Tally, Tally]:
    """Rules only, and rules with models that have not seen the article they are measured on."""

    def train(examples: Sequence[Example], model: Path) -> None:
        fit(training_set(examples), model)

    return folded(folder, articles_with_bodies(folder), train, compare_bodies, folds)


def main(arguments: Sequence[str] | None = None) -> None:
    """Print both figures."""
    show(cross_validate_bodies, __doc__, arguments)


if __name__ == "__main__":
    main()
