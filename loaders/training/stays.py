"""Train the model of stays: ``python -m bangfu.loaders.training.stays [--score]``.

The model is asked three times, and has three kinds of examples. Each person of the project's own
articles is one: sent, where the gold has a stay; not sent, where it has none. Each person sent with
each body that may be the host is another: the host, or not. Each person with the host that models
of the other articles choose is the third: a stay of the gold, or not. Left out is what the gold
calls optional, and a stay of which it leaves the place open. The signs of the three kinds have
nothing in common, so that one file holds all. The same bytes come out on every run: L-BFGS draws
nothing at random. Persons, bodies and posts are those that the rules read, so a changed reader
needs a newly trained model.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from ...ontology.records import Mention
from ..news import named
from ..news.posts.secondments import scene_of
from ..news.posts.staybeliefs import belief_signs
from ..news.posts.staymodel import answers, believed, hosts_of, pair_signs
from ..news.posts.stayscene import Scene
from ..news.posts.staysides import Sides
from ..news.posts.staysigns import people_of
from ..news.posts.staywho import of_sent
from ..source import read_document
from ..weights import Weights
from .goldread import FOLDERS, Ids, gold_articles, ids_of
from .maxent import Counts, folds, run, train

__all__ = ["FOLDERS", "Article", "beliefs", "cross_validate", "examples", "fit", "read_articles"]


@dataclass(frozen=True)
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

    @cached_property
    def ends(self) -> dict[str, set[str | None]]:
        """Person → where the gold has the person sent."""
        found: dict[str, set[str | None]] = {}
        for who, to in self.stays:
            found.setdefault(who, set()).add(to)
        return found


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
    """The signs of each person, and whether sent; of each sent with each body, and whether there.

    Which places send is here told by the homes of those whom the gold calls sent.
    """
    scene, ends = article.scene, article.ends
    people = [p for p in people_of(scene) if article.id_of(p) not in article.optional]
    sent = frozenset(p.key for p in people if article.id_of(p) in ends)
    sides = Sides(scene, sent)
    for person in people:
        yield list(of_sent(scene, person)), person.key in sent
    for person in people:
        to = ends.get(article.id_of(person) or "", set())
        if not to or None in to:
            continue
        for body in hosts_of(sides, person):
            yield pair_signs(sides, person, body), article.id_of(body) in to


def beliefs(article: Article, weights: Weights) -> Iterator[tuple[list[str], bool]]:
    """The signs of everybody's likeliest stay by these weights, and whether the gold has it."""
    page = answers(article.scene, weights)
    for one in page.candidates:
        who = article.id_of(one.person)
        ends = article.ends.get(who or "", set())
        if one.host is not None and who not in article.optional and None not in ends:
            yield belief_signs(page, one), article.id_of(one.host) in ends


def fit(articles: Sequence[Article], model: Path) -> Counts:
    """Train on the articles and write the model; how many examples there were.

    What the third question is about are answers of models that have not seen the article.
    """
    told = [one for article in articles for one in examples(article)]
    third = [
        one
        for kept, weights in folds(articles, _fit_answers)
        for article in kept
        for one in beliefs(article, weights)
    ]
    return _train((*told, *third), model)


def _fit_answers(articles: Sequence[Article], model: Path) -> Counts:
    return _train((one for article in articles for one in examples(article)), model)


def _train(told: Iterable[tuple[list[str], bool]], model: Path) -> Counts:
    return train(told, model, c1=0.1, c2=2.0, least=3)


def cross_validate(articles: Sequence[Article]) -> tuple[int, int, int]:
    """Stays of persons of whom the rules read none: rightly and wrongly added, and all of them."""
    right, wrong, missed = 0, 0, 0
    for kept, weights in folds(articles, fit):
        for article in kept:
            there = {article.id_of(p) for p in article.scene.people if p.key not in article.ruled}
            missed += sum(1 for who, _ in article.stays if who in there)
            for _, person, body in believed(article.scene, weights, article.ruled):
                who, where = article.id_of(person), article.id_of(body)
                if who in article.optional:
                    continue
                hit = not article.ends.get(who or "", set()).isdisjoint((where, None))
                right, wrong = right + hit, wrong + (not hit)
    return right, wrong, missed


if __name__ == "__main__":
    run("stays", __doc__, read_articles, fit, cross_validate, FOLDERS)
