"""Train the model of person names: ``python -m bangfu.loaders.training.train``.

The same bytes come out on every run: the data are seeded and L-BFGS draws nothing at random.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

from ..news.people.features import features, sentences, signs
from .examples import Example, article_examples, swapped
from .generate import made_up, random_name

__all__ = ["ROUNDS", "fit", "training_set"]

ROUNDS = 60
"""Steps of L-BFGS."""
_SEED = 20240901
_COPIES = 2
_NAMED, _PLAIN = 7000, 6000


def training_set(articles: Sequence[Example]) -> list[Example]:
    """The articles, copies of them under other names, and made-up sentences."""
    rng = random.Random(_SEED)
    copies = [swapped(one, rng, random_name) for _ in range(_COPIES) for one in articles]
    return [*articles, *copies, *made_up(_SEED, _NAMED, _PLAIN)]


def _labels(example: Example, starts: Sequence[int], ends: Sequence[int]) -> list[str]:
    """B, M, E for the signs of each name, O for all others."""
    labels = ["O"] * len(starts)
    first = {start: i for i, start in enumerate(starts)}
    last = {end: i for i, end in enumerate(ends)}
    for start, end in example.names:
        low, high = first.get(start), last.get(end)
        if low is not None and high is not None and high > low:
            labels[low : high + 1] = ["B", *["M"] * (high - low - 1), "E"]
    return labels


def fit(examples: Iterable[Example], model: Path, rounds: int = ROUNDS) -> None:
    """Train on the examples and write the model."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": 0.31, "c2": 0.05, "max_iterations": rounds, "feature.minfreq": 3})
    for example in examples:
        seen = signs(example.text, example.mentions)
        told, labels = features(seen), _labels(example, seen.starts, seen.ends)
        for low, high in sentences(seen):
            trainer.append(told[low:high], labels[low:high])
    trainer.train(str(model))


def main() -> None:
    """Read the articles, train, write the model."""
    here = Path(__file__).resolve().parents[1]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, default=here.parent / "tests" / "gold" / "train")
    parser.add_argument("--out", type=Path, default=here / "data" / "models" / "persons.crfsuite")
    given = parser.parse_args()
    articles = [example for _, example in article_examples(given.gold)]
    given.out.parent.mkdir(parents=True, exist_ok=True)
    fit(training_set(articles), given.out)


if __name__ == "__main__":
    main()
