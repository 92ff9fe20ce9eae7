"""Training and cross-validating a maximum-entropy classifier of yes and no.

It is a crfsuite model of sequences of length one. L-BFGS draws nothing at random: the same examples
give the same bytes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import pycrfsuite

from ..weights import Weights, weights_of

__all__ = ["FOLDS", "Counts", "folds", "run", "train"]

FOLDS = 5
"""Parts of a cross-validation: a model is trained on all but one and asked about that one."""

Article = TypeVar("Article")


Counts = tuple[int, int]
"""How many examples of yes and of no a model was trained on: the figures of its card."""


def train(
    examples: Iterable[tuple[list[str], bool]], model: Path, *, c1: float, c2: float, least: int = 2
) -> Counts:
    """Write the model of `examples` (signs, yes or no) with these weights of L1 and L2.

    A sign must be met `least` times.
    """
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({"c1": c1, "c2": c2, "max_iterations": 150, "feature.minfreq": least})
    told = {True: 0, False: 0}
    for signs, yes in examples:
        told[yes] += 1
        trainer.append([signs], ["1" if yes else "0"])
    trainer.train(str(model))
    return told[True], told[False]


def folds(
    articles: Sequence[Article], fit: Callable[[Sequence[Article], Path], object]
) -> Iterator[tuple[Sequence[Article], Weights]]:
    """Each part of the articles, and the weights trained by `fit` on all the others."""
    for fold in range(FOLDS):
        with tempfile.TemporaryDirectory() as folder:
            model = Path(folder, "model")
            fit([one for n, one in enumerate(articles) if n % FOLDS != fold], model)
            yield articles[fold::FOLDS], weights_of(model.read_bytes())


def run(
    name: str,
    about: str | None,
    read: Callable[[Path], Sequence[Article]],
    fit: Callable[[Sequence[Article], Path], Counts],
    score: Callable[[Sequence[Article]], tuple[int, int, int]],
    folders: Sequence[str] = ("gold",),
) -> None:
    """The command line of one model: read the articles, train, write; or cross-validate.

    `folders` are those of the tests in which the articles lie, if no others are named.
    """
    here = Path(__file__).resolve().parents[2]
    given = [here / "tests" / folder for folder in folders]
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--articles", type=Path, nargs="+", default=given)
    parser.add_argument(
        "--model", type=Path, default=here / "loaders" / "data" / "models" / f"{name}.crfsuite"
    )
    parser.add_argument("--score", action="store_true", help="cross-validate, write no model")
    chosen = parser.parse_args()
    articles = [article for folder in chosen.articles for article in read(folder)]
    if chosen.score:
        right, wrong, missed = score(articles)
        sys.stdout.write(f"{missed} missed by rules: {right} added rightly, {wrong} wrongly\n")
    else:
        yes, no = fit(articles, chosen.model)
        sys.stdout.write(f"trained on {yes} examples of yes and {no} of no\n")
