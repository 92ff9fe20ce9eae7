"""Train the model of names of bodies: ``python -m bangfu.loaders.training.bodies``.

The same bytes come out on every run: the data are seeded and L-BFGS draws nothing at random.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ...ontology.records import Kind
from ..later import later
from ..news.entities.bodysigns import body_signs, clauses, columns
from ..news.entities.crf import told
from .bodynames import body_sentences, other_body
from .examples import Example, article_examples, swapped
from .fitting import labels, train, written

__all__ = ["FOLDERS", "ROUNDS", "articles_with_bodies", "fit", "training_set"]

FOLDERS = ("train", "press", "pages")
"""The folders of the project's gold that the model learns from."""
ROUNDS = 60
"""Steps of L-BFGS."""
_SPARSE, _LEAST = 8.0, 10
_SEED = 20261122
_COPIES = 2
_NAMED, _PLAIN = 8000, 4000
_BODIES = (Kind.SCHOOL, Kind.INSTITUTION)
#: 该校, 两校, 市教育局: forms that the rules of reference read.
_POINTER = later("[该我]|[本两全双各市县区州省].{0,5}$|.{1,2}$")


def articles_with_bodies(folder: Path) -> list[tuple[str, Example]]:
    """The articles of `folder` that can be learnt from, with the spans of the names of bodies."""
    found = []
    for stem, example in article_examples(folder):
        names = tuple(
            (one.start, one.end)
            for one in example.mentions
            if one.kind in _BODIES and not _POINTER.match(example.text[one.start : one.end])
        )
        found.append((stem, Example(example.text, (), names)))
    return found


def training_set(articles: Sequence[Example]) -> list[Example]:
    """The articles, copies of them with other bodies, and made-up sentences."""
    rng = random.Random(_SEED)
    copies = [
        swapped(one, lambda form: other_body(rng, form)) for _ in range(_COPIES) for one in articles
    ]
    return [*articles, *copies, *body_sentences(_SEED, _NAMED, _PLAIN)]


def _sequences(examples: Iterable[Example]) -> Iterator[tuple[list[tuple[str, ...]], list[str]]]:
    for example in examples:
        for start, end in clauses(example.text):
            seen = body_signs(example.text[start:end], start)
            if any(one[0] in "SIB" for one in seen.endings):
                yield told(columns(seen)), labels(example.names, seen.starts, seen.ends)


def fit(examples: Iterable[Example], model: Path, rounds: int = ROUNDS) -> None:
    """Train on the examples and write the model."""
    train(_sequences(examples), model, rounds=rounds, sparse=_SPARSE, least=_LEAST)


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles, train, write the model."""
    written(
        __doc__,
        "bodies.crfsuite",
        articles_with_bodies,
        lambda articles, out: fit(training_set(articles), out),
        arguments,
        folders=[f"gold/{folder}" for folder in FOLDERS],
    )


if __name__ == "__main__":
    main()
