"""The trained models that ship with the project, opened once."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

import pycrfsuite

__all__ = ["shipped"]


def shipped(name: str) -> Any:
    """The crfsuite tagger of ``data/models/<name>.crfsuite``, read at the first call."""
    return _opened(name)[0]


@cache
def _opened(name: str) -> tuple[Any, bytes]:
    """A model with its bytes: they are kept, for the tagger reads from them."""
    content = files(__package__).joinpath("data", "models", f"{name}.crfsuite").read_bytes()
    found = pycrfsuite.Tagger()
    found.open_inmemory(content)
    return found, content
