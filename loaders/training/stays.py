"""Train the model of stays: ``python -m bangfu.loaders.training.stays [--score]``.

Each person of the project's own articles with each body to which the person may have been sent is
an example: a stay, where the gold has it; none, where it has not; left out, where the gold calls it
optional, or knows only a wider or narrower place. The same bytes come out on every run: L-BFGS
draws nothing at random. Persons, bodies and posts are those that the rules read, so a changed
reader needs a newly trained model.
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
from ..news.entities.mentions import find_mentions
from ..news.page.clean import clean
from ..news.people.names import fold_dots
from ..news.people.persons import find_persons
from ..news.posts.secondments import scene_of
from ..news.posts.staymodel import LEAST, best_of
from ..news.posts.stayscene import Scene
from ..news.posts.staysigns import pairs_of, signs_of
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
    """An article as the rules read it, and the stays of its gold by the ids there."""

    scene: Scene
    ruled: frozenset[str]
    """The persons of whom the rules read a stay."""
    ids: dict[tuple[str, str], str]
    """Type and name (or "code" and adcode) of every gold entity → its id."""
    stays: frozenset[tuple[str, str | None]]
    optional: frozenset[str]
    """Persons of whom the gold leaves a stay open."""

    def id_of(self, mention: Mention) -> str | None:
        """The id of a mention; None for what the gold does not know."""
        if mention.kind is Kind.PLACE and ("code", mention.key) in self.ids:
            return self.ids["code", mention.key]
        of = _TYPES.get(mention.kind, "")
        types = ("School", "Institution") if of in ("School", "Institution") else (of,)
        for name in (mention.name, self.scene.text[mention.start : mention.end]):
            for type_ in sorted(types, key=lambda t: t != of):
                if (type_, fold_dots(name)) in self.ids:
                    return self.ids[type_, fold_dots(name)]
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
    page = clean(read_document(article, article.parent))
    named = find_mentions(page)
    persons = find_persons(page, named)
    taken = {i for p in persons for i in range(p.start, p.end)}
    kept = [m for m in named if taken.isdisjoint(range(m.start, m.end))]
    mentions = tuple(sorted((*kept, *persons), key=lambda m: (m.start, m.end)))
    ids: dict[tuple[str, str], str] = {}
    for entity in gold["entities"]:
        for name in (entity["name"], *entity.get("aliases", ())):
            ids.setdefault((entity["type"], fold_dots(name)), entity["id"])
        if entity.get("adcode"):
            ids["code", entity["adcode"]] = entity["id"]
    stays = {(s["person"], s["to"]) for s in gold["secondments"] if not s.get("optional")}
    optional = {s["person"] for s in gold["secondments"]} - {who for who, _ in stays}
    optional |= {e["id"] for e in gold["entities"] if e.get("optional") and e["type"] == "Person"}
    scene = scene_of(page, mentions, persons)
    return Article(
        scene,
        frozenset(s.person.key for s in scene.rule_stays if s.destination is not None),
        ids,
        frozenset(stays),
        frozenset(optional),
    )


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


def fit(articles: Sequence[Article], model: Path) -> None:
    """Train on the articles and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.05, "c2": 0.5, "max_iterations": 150, "feature.minfreq": 2})
    for article in articles:
        for signs, stay in examples(article):
            trainer.append([signs], ["1" if stay else "0"])
    trainer.train(str(model))


def cross_validate(
    articles: Sequence[Article], least: float = LEAST, alone: bool = False
) -> tuple[int, int, int]:
    """Stays of persons of whom the rules read none: rightly and wrongly added, and all of them.

    Five times, the model is trained on four fifths of the articles and asked about the rest. With
    `alone` it is asked about every person, whatever the rules read.
    """
    right, wrong, missed = 0, 0, 0
    for fold in range(_FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder, "model")
            fit([a for n, a in enumerate(articles) if n % _FOLDS != fold], model)
            tagger = pycrfsuite.Tagger()
            tagger.open(str(model))
            for article in articles[fold::_FOLDS]:
                known = frozenset() if alone else article.ruled
                there = {article.id_of(p) for p in article.scene.people if p.key not in known}
                missed += sum(1 for who, _ in article.stays if who in there)
                for score, person, body in best_of(article.scene, tagger, known):
                    who, where = article.id_of(person), article.id_of(body)
                    if score < least or who in article.optional:
                        continue
                    hit = who is not None and (
                        (who, where) in article.stays or (who, None) in article.stays
                    )
                    right, wrong = right + hit, wrong + (not hit)
            tagger.close()
    return right, wrong, missed


def main() -> None:
    """Read the articles, train, write the model."""
    here = Path(__file__).resolve().parents[2]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path, default=here / "tests" / "gold")
    parser.add_argument(
        "--model", type=Path, default=here / "loaders" / "data" / "models" / "stays.crfsuite"
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
