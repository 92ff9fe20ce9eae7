"""Train the model of pairs: ``python -m bangfu.loaders.training.pairs [--score]``.

Each ordered pair of sides in a sentence of the project's own articles is an example: help, where
the gold has the pair and this sentence shows it; no help, where it has not; left out, where the
gold calls it optional or proves it elsewhere. Each article is shown three times: with all that the
rules read on it, with half, and with nothing, for on a page that nobody has seen they read less
than on articles they were written with. The same bytes come out on every run: L-BFGS draws
nothing at random. What the rules read is among the signs, so a changed reader needs a newly trained
model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...ontology.records import Mention
from ..news import stages
from ..news.assistance.pairmodel import LEAST, scored
from ..news.assistance.pairsigns import Page, candidates, signs_of
from ..news.assistance.symbols import View
from ..source import read_document
from .goldread import FOLDERS, Ids, gold_articles, ids_of
from .maxent import Counts, folds, run, train

__all__ = [
    "FOLDERS",
    "Article",
    "cross_validate",
    "examples",
    "fit",
    "less_read",
    "read_articles",
]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the rules read it, and the pairs of its gold by the ids there."""

    text: str
    views: tuple[View, ...]
    page: Page
    ids: Ids
    proofs: dict[tuple[str, str], list[tuple[int, int]]]
    """Required pair → where its quotes stand."""
    optional: frozenset[tuple[str, str]]

    def pair(self, one: Mention, other: Mention) -> tuple[str | None, str | None]:
        """The ids of two mentions; None for what the gold does not know."""
        return self.ids.of(one, self.text), self.ids.of(other, self.text)


def read_articles(folder: Path) -> list[Article]:
    """Every article of `folder`, sorted by name."""
    return [_read(article, gold) for article, gold in gold_articles(folder)]


def _read(article: Path, gold: dict[str, Any]) -> Article:
    told, page = stages(read_document(article, article.parent))
    proofs: dict[tuple[str, str], list[tuple[int, int]]] = {}
    optional: set[tuple[str, str]] = set()
    for fact in gold["assistance"]:
        pair = (fact["helper"], fact["recipient"])
        if fact.get("optional"):
            optional.add(pair)
            continue
        at = page.text.find(fact.get("quote") or "\0")
        proofs.setdefault(pair, []).extend([(at, at + len(fact["quote"]))] if at >= 0 else [])
    open_ = frozenset(optional - set(proofs))
    return Article(page.text, told.views, told.page, ids_of(gold), proofs, open_)


def examples(article: Article, page: Page | None = None) -> Iterator[tuple[list[str], bool]]:
    """The signs of each pair of sides, and whether it is help; with another page, as it tells."""
    page = page or article.page
    told = {(c.helper.key, c.recipient.key): c for c in article.page.claims}
    for view in article.views:
        low, high = view.places[0], view.ends[-1]
        for found in candidates(view, page.may_help, _nothing_out):
            pair = article.pair(found.helper, found.recipient)
            if pair[0] is None or pair[1] is None:
                help_ = False
            elif (pair[0], pair[1]) in article.optional:
                continue
            elif (pair[0], pair[1]) in article.proofs:
                spans = article.proofs[pair[0], pair[1]]
                claim = told.get((found.helper.key, found.recipient.key))
                shown = any(a < high and low < b for a, b in spans)
                if not shown and (claim is None or not low <= claim.start < high):
                    continue
                help_ = True
            else:
                help_ = False
            yield signs_of(found, page), help_


def _nothing_out(view: View, here: int, there: int) -> bool:
    """What is no pair by its form is an example as well: the form is among the signs."""
    return False


def less_read(page: Page) -> Iterator[Page]:
    """The page with all, with half and with none of the pairs that the rules read on it."""
    pairs = list(dict.fromkeys((c.helper.key, c.recipient.key) for c in page.claims))
    for kept in (set(pairs), set(pairs[::2]), set[tuple[str, str]]()):
        claims = [c for c in page.claims if (c.helper.key, c.recipient.key) in kept]
        yield Page(claims, page.sides, page.context)


def fit(articles: Sequence[Article], model: Path) -> Counts:
    """Train on the articles and write the model; how many examples there were."""
    told = (
        one
        for article in articles
        for page in less_read(article.page)
        for one in examples(article, page)
    )
    return train(told, model, c1=1.0, c2=1.0, least=6)


def cross_validate(articles: Sequence[Article]) -> tuple[int, int, int]:
    """Pairs the rules missed: rightly added, wrongly added, and how many there were to add."""
    right, wrong, missed = 0, 0, 0
    for kept, weights in folds(articles, fit):
        for article in kept:
            added: set[tuple[str | None, str | None]] = set()
            for score, found in scored(article.views, article.page, weights).values():
                pair = article.pair(found.helper, found.recipient)
                if score >= LEAST and pair not in article.optional:
                    added.add(pair)
            told = {article.pair(c.helper, c.recipient) for c in article.page.claims}
            right += len(added & set(article.proofs))
            wrong += len(added - set(article.proofs))
            missed += len(set(article.proofs) - told)
    return right, wrong, missed


if __name__ == "__main__":
    run("pairs", __doc__, read_articles, fit, cross_validate, FOLDERS)
