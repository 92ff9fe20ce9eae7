"""Train the model of stays: ``python -m bangfu.loaders.training.stays [--score]``.

Each person of the project's own articles with each body to which the person may have been sent is
an example: a stay, where the gold has it; none, where it has not; left out, where the gold calls it
optional, or knows only a wider or narrower place. The same bytes come out on every run: L-BFGS
draws nothing at random. Persons, bodies and posts are those that the rules read, so a changed
reader needs a newly trained model.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...ontology.records import Kind, Mention
from ..news import named
from ..news.posts.secondments import scene_of
from ..news.posts.staymodel import LEAST, best_of
from ..news.posts.stayscene import Scene
from ..news.posts.staysigns import pairs_of, signs_of
from ..source import read_document
from .goldread import Ids, gold_articles, ids_of
from .maxent import Counts, folds, run, train

__all__ = ["Article", "cross_validate", "examples", "fit", "read_articles"]


@dataclass(frozen=True, slots=True)
class Article:
    """An article as the rules read it, and the stays of its gold by the ids there."""

    scene: Scene
    ruled: frozenset[str]
    """The persons of whom the rules read a stay."""
    ids: Ids
    stays: frozenset[tuple[str, str | None]]
    optional: frozenset[str]
    """Persons of whom the gold leaves a stay open."""

    def id_of(self, mention: Mention) -> str | None:
        """The id of a mention; None for what the gold does not know."""
        return self.ids.of(mention, self.scene.text)


def read_articles(folder: Path) -> list[Article]:
    """Every article of `folder`, sorted by name."""
    return [_read(article, gold) for article, gold in gold_articles(folder)]


def _read(article: Path, gold: dict[str, Any]) -> Article:
    page, mentions, persons, _ = named(read_document(article, article.parent))
    stays = {(s["person"], s["to"]) for s in gold["secondments"] if not s.get("optional")}
    optional = {s["person"] for s in gold["secondments"]} - {who for who, _ in stays}
    optional |= {e["id"] for e in gold["entities"] if e.get("optional") and e["type"] == "Person"}
    scene = scene_of(page, mentions, persons)
    ruled = frozenset(s.person.key for s in scene.rule_stays if s.destination is not None)
    return Article(scene, ruled, ids_of(gold), frozenset(stays), frozenset(optional))


def examples(article: Article) -> Iterator[tuple[list[str], bool]]:
    """The signs of each person and body, and whether it is a stay."""
    scene = article.scene
    ends = {who: {to for one, to in article.stays if one == who} for who, _ in article.stays}
    for person, body in pairs_of(scene):
        who, where = article.id_of(person), article.id_of(body)
        if who in article.optional:
            continue
        stay = where is not None and who is not None and where in ends.get(who, ())
        if not stay and who in ends and (None in ends[who] or body.kind is Kind.PLACE):
            continue  # the county of the school, or a stay of which the place is open
        yield signs_of(scene, person, body), stay


def fit(articles: Sequence[Article], model: Path) -> Counts:
    """Train on the articles and write the model; how many examples there were."""
    return train((one for article in articles for one in examples(article)), model, c1=0.05, c2=0.5)


def cross_validate(articles: Sequence[Article]) -> tuple[int, int, int]:
    """Stays of persons of whom the rules read none: rightly and wrongly added, and all of them."""
    right, wrong, missed = 0, 0, 0
    for kept, weights in folds(articles, fit):
        for article in kept:
            there = {article.id_of(p) for p in article.scene.people if p.key not in article.ruled}
            missed += sum(1 for who, _ in article.stays if who in there)
            for score, person, body in best_of(article.scene, weights, article.ruled):
                who, where = article.id_of(person), article.id_of(body)
                if score < LEAST or who in article.optional:
                    continue
                hit = who is not None and (
                    (who, where) in article.stays or (who, None) in article.stays
                )
                right, wrong = right + hit, wrong + (not hit)
    return right, wrong, missed


if __name__ == "__main__":
    run("stays", __doc__, read_articles, fit, cross_validate)
