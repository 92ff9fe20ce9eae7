"""The trained models that ship with the project, opened once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

from .weights import Weights, attributes_of, weights_of

__all__ = ["shipped", "shipped_attributes", "shipped_weights"]


def shipped(name: str) -> Any:
    """The crfsuite tagger of ``data/models/<name>.crfsuite``, read at the first call."""
    return _opened(name)[0]


def shipped_attributes(name: str) -> tuple[str, ...]:
    """All signs that ``data/models/<name>.crfsuite`` has met; any other one tells it nothing."""
    return attributes_of(_opened(name)[1])


@cache
def shipped_weights(name: str) -> Weights:
    """The weights of ``data/models/<name>.crfsuite``, a model of yes and no."""
    return weights_of(_content(name))


def _content(name: str) -> bytes:
    return files(__package__).joinpath("data", "models", f"{name}.crfsuite").read_bytes()


@cache
def _opened(name: str) -> tuple[Any, bytes]:
    """A model with its bytes: they are kept, for the tagger reads from them."""
    import pycrfsuite  # what only asks for weights needs no tagger

    content = _content(name)
    found = pycrfsuite.Tagger()
    found.open_inmemory(content)
    return found, content
