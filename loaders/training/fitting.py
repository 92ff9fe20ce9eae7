"""The training of the character models: labels for names, and one way to fit them."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pycrfsuite

from .examples import Example

__all__ = ["labels", "train", "written"]


def labels(
    names: Iterable[tuple[int, int]], starts: Sequence[int], ends: Sequence[int]
) -> list[str]:
    """B, M, E for the signs of each name, O for all others."""
    found = ["O"] * len(starts)
    first = {start: i for i, start in enumerate(starts)}
    last = {end: i for i, end in enumerate(ends)}
    for start, end in names:
        low, high = first.get(start), last.get(end)
        if low is not None and high is not None and high > low:
            found[low : high + 1] = ["B", *["M"] * (high - low - 1), "E"]
    return found


def train(
    sequences: Iterable[tuple[Sequence[Sequence[str]], Sequence[str]]],
    model: Path,
    *,
    rounds: int,
    sparse: float,
    least: int,
) -> None:
    """Train on runs of signs with their labels and write the model.

    L-BFGS draws nothing at random: the same runs give the same bytes. `sparse` is the weight of
    the L1 norm, `least` the number of times that a feature must be met.
    """
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(
        {"c1": sparse, "c2": 0.05, "max_iterations": rounds, "feature.minfreq": least}
    )
    for features, given in sequences:
        trainer.append(features, given)
    trainer.train(str(model))


def written(
    doc: str | None,
    name: str,
    told: Callable[[Path], Sequence[tuple[str, Example]]],
    fit: Callable[[Sequence[Example], Path], None],
    arguments: Sequence[str] | None = None,
    *,
    folders: Sequence[str],
) -> None:
    """The command line of a training: `fit` a model to the articles and write it as `name`.

    `told` gives the articles of a folder, `doc` says what the program does; `folders` are those of
    the project's tests that it learns from.
    """
    here = Path(__file__).resolve().parents[1]
    gold = [here.parent / "tests" / folder for folder in folders]
    parser = argparse.ArgumentParser(description=doc)
    parser.add_argument("--gold", type=Path, nargs="+", default=gold)
    parser.add_argument("--out", type=Path, default=here / "data" / "models" / name)
    given = parser.parse_args(arguments)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    fit([example for folder in given.gold for _, example in told(folder)], given.out)
