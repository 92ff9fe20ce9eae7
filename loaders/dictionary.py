"""The dictionary of jieba (rjieba, MIT), opened when it is first asked.

Opening it takes as long as all of the reader's own modules, and not every command reads pages.
"""

from __future__ import annotations

from functools import cache
from typing import Any

__all__ = ["has_word", "tag"]


@cache
def _jieba() -> Any:
    import rjieba

    return rjieba


def tag(text: str, hmm: bool = True) -> list[tuple[str, str]]:
    """The words of `text` with their classes; with `hmm` also words that are not in it."""
    found: list[tuple[str, str]] = _jieba().tag(text, hmm)
    return found


def has_word(word: str) -> bool:
    """Whether the dictionary has `word`."""
    return bool(_jieba().has_word(word))
