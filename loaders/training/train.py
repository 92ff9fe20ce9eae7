"""Train the model of person names: ``python -m bangfu.loaders.training.train``.

The same bytes come out on every run: the data are seeded and L-BFGS draws nothing at random.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..news.people.features import features, sentences, signs
from .examples import Example, article_examples, swapped
from .fitting import labels, train, written
from .generate import made_up, random_name
from .goldread import FOLDERS

__all__ = ["ROUNDS", "fit", "training_set"]

ROUNDS = 60
"""Steps of L-BFGS."""
_SPARSE = 0.31
"""Weight of the L1 norm: twice as much takes a third off the file, and finds fewer names."""
_SEED = 20240901
_COPIES = 2
_NAMED, _PLAIN = 7000, 6000


def training_set(articles: Sequence[Example]) -> list[Example]:
    """The articles, copies of them under other names, and made-up sentences."""
    rng = random.Random(_SEED)
    copies = [swapped(one, lambda _: random_name(rng)) for _ in range(_COPIES) for one in articles]
    return [*articles, *copies, *made_up(_SEED, _NAMED, _PLAIN)]


def fit(examples: Iterable[Example], model: Path, rounds: int = ROUNDS) -> None:
    """Train on the examples and write the model."""
    train(_sequences(examples), model, rounds=rounds, sparse=_SPARSE, least=3)


def _sequences(examples: Iterable[Example]) -> Iterator[tuple[list[tuple[str, ...]], list[str]]]:
    for example in examples:
        seen = signs(example.text, example.mentions)
        told, given = features(seen), labels(example.names, seen.starts, seen.ends)
        for low, high in sentences(seen):
            yield told[low:high], given[low:high]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles, train, write the model."""
    written(
        __doc__,
        "persons.crfsuite",
        article_examples,
        lambda articles, out: fit(training_set(articles), out),
        arguments,
        folders=FOLDERS,
    )


if __name__ == "__main__":
    main()
