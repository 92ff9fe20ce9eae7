"""The training of the character models: labels for names, and one way to fit them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pycrfsuite

__all__ = ["labels", "train"]


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
