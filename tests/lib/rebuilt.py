"""Models that ship: small, and trained anew to the same bytes where that can be."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from bangfu.loaders.training.examples import Example

GOLD = Path(__file__).resolve().parents[1] / "gold" / "train"

#: Other processors add floating-point numbers in another order: there the bytes may differ.
on_its_machine = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() != "x86_64", reason="rebuilt on x86-64 Linux"
)


def shipped(name: str) -> bytes:
    """The bytes of a model that ships."""
    return (files("bangfu.loaders") / "data" / "models" / name).read_bytes()


def same_twice(fit: Callable[..., None], examples: Sequence[Example], folder: Path) -> bool:
    """Whether a few rounds of training give the same bytes both times."""
    for name in "ab":
        fit(examples, folder / name, rounds=5)
    return (folder / "a").read_bytes() == (folder / "b").read_bytes()


def assert_program_writes(
    module: ModuleType, count: int, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``main`` of a training program fits what all `count` articles give, into the file named."""
    given = []
    monkeypatch.setattr(module, "fit", lambda examples, model: given.append((len(examples), model)))
    monkeypatch.setattr(module, "training_set", lambda articles: articles)
    module.main(["--gold", str(GOLD), "--out", str(folder / "new" / "model")])
    assert given == [(count, folder / "new" / "model")]
    assert (folder / "new").is_dir()
