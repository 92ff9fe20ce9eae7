"""Train the model of pairs: ``python -m bangfu.loaders.training.pairs [--score]``.

Each ordered pair of sides in a sentence of the project's own articles is an example: help, where
the gold has the pair and this sentence shows it; no help, where it has not; left out, where the
gold calls it optional or proves it elsewhere. The same bytes come out on every run: L-BFGS draws
nothing at random. What the rules read is among the signs, so a changed reader needs a newly trained
model.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pycrfsuite

from ...ontology.records import Kind, Mention
from ..news import stages
from ..news.assistance.pairmodel import LEAST, scored
from ..news.assistance.pairsigns import Page, candidates, signs_of
from ..news.assistance.symbols import View
from ..source import read_document

__all__ = ["Article", "cross_validate", "examples", "fit", "read_articles"]

_FOLDS = 5
_TYPES = {
    Kind.PLACE: "Place",
    Kind.SCHOOL: "School",
    Kind.INSTITUTION: "Institution",
    Kind.PERSON: "Person",
}


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the rules read it, and the pairs of its gold by the ids there."""

    text: str
    views: tuple[View, ...]
    page: Page
    ids: dict[tuple[str, str], str]
    """Type and name (or "code" and adcode) of every gold entity → its id."""
    proofs: dict[tuple[str, str], list[tuple[int, int]]]
    """Required pair → where its quotes stand."""
    optional: frozenset[tuple[str, str]]

    def pair(self, one: Mention, other: Mention) -> tuple[str | None, str | None]:
        """The ids of two mentions; None for what the gold does not know."""
        return self._id(one), self._id(other)

    def _id(self, mention: Mention) -> str | None:
        if mention.kind is Kind.PLACE and ("code", mention.key) in self.ids:
            return self.ids["code", mention.key]
        of = _TYPES.get(mention.kind, "")
        types = ("School", "Institution") if of in ("School", "Institution") else (of,)
        for name in (mention.name, self.text[mention.start : mention.end]):
            for type_ in sorted(types, key=lambda t: t != of):
                if (type_, name) in self.ids:
                    return self.ids[type_, name]
        return None


def read_articles(folder: Path) -> list[Article]:
    """Every article of `folder` (``name.txt`` beside ``name.gold.json``), sorted by name."""
    return [
        _read(path, json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(folder.rglob("*.gold.json"))
    ]


def _read(path: Path, gold: dict[str, Any]) -> Article:
    stem = path.name.removesuffix(".gold.json")
    article = next(p for p in sorted(path.parent.glob(f"{stem}.*")) if p != path)
    told, page = stages(read_document(article, article.parent))
    ids: dict[tuple[str, str], str] = {}
    for entity in gold["entities"]:
        for name in (entity["name"], *entity.get("aliases", ())):
            ids.setdefault((entity["type"], name), entity["id"])
        if entity.get("adcode"):
            ids["code", entity["adcode"]] = entity["id"]
    proofs: dict[tuple[str, str], list[tuple[int, int]]] = {}
    optional: set[tuple[str, str]] = set()
    for fact in gold["assistance"]:
        pair = (fact["helper"], fact["recipient"])
        if fact.get("optional"):
            optional.add(pair)
            continue
        at = page.text.find(fact.get("quote") or "\0")
        proofs.setdefault(pair, []).extend([(at, at + len(fact["quote"]))] if at >= 0 else [])
    return Article(page.text, told.views, told.page, ids, proofs, frozenset(optional - set(proofs)))


def examples(article: Article) -> Iterator[tuple[list[str], bool]]:
    """The signs of each pair of sides, and whether it is help."""
    told = {(c.helper.key, c.recipient.key): c for c in article.page.claims}
    for view in article.views:
        low, high = view.places[0], view.ends[-1]
        for found in candidates(view):
            if not article.page.may_help(found.helper, found.recipient):
                continue
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
            yield signs_of(found, article.page), help_


def fit(articles: Sequence[Article], model: Path) -> None:
    """Train on the articles and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.02, "c2": 1.0, "max_iterations": 150, "feature.minfreq": 2})
    for article in articles:
        for signs, help_ in examples(article):
            trainer.append([signs], ["1" if help_ else "0"])
    trainer.train(str(model))


def cross_validate(articles: Sequence[Article]) -> tuple[int, int, int]:
    """Pairs the rules missed: rightly added, wrongly added, and how many there were to add.

    Five times, the model is trained on four fifths of the articles and asked about the rest.
    """
    right, wrong, missed = 0, 0, 0
    for fold in range(_FOLDS):
        kept = articles[fold::_FOLDS]
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder, "model")
            fit([a for n, a in enumerate(articles) if n % _FOLDS != fold], model)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(model))
            for article in kept:
                added: set[tuple[str | None, str | None]] = set()
                for score, found in scored(article.views, article.page, tagger).values():
                    pair = article.pair(found.helper, found.recipient)
                    if score >= LEAST and pair not in article.optional:
                        added.add(pair)
                told = {article.pair(c.helper, c.recipient) for c in article.page.claims}
                right += len(added & set(article.proofs))
                wrong += len(added - set(article.proofs))
                missed += len(set(article.proofs) - told)
            tagger.close()
    return right, wrong, missed


def main() -> None:
    """Read the articles, train, write the model."""
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=here / "tests" / "gold")
    parser.add_argument(
        "--model", type=Path, default=here / "loaders" / "data" / "models" / "pairs.crfsuite"
    )
    parser.add_argument("--score", action="store_true", help="cross-validate, write no model")
    chosen = parser.parse_args()
    articles = read_articles(chosen.articles)
    if chosen.score:
        right, wrong, missed = cross_validate(articles)
        sys.stdout.write(f"{missed} missed by rules: {right} added rightly, {wrong} wrongly\n")
    else:
        fit(articles, chosen.model)


if __name__ == "__main__":
    main()
