"""The dictionary of jieba (rjieba, MIT), opened when it is first asked.

Opening it takes as long as all of the reader's own modules, and not every command reads pages.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

__all__ = ["has_word", "tag", "tag_page"]


@cache
def _jieba() -> Any:
    import rjieba

    return rjieba


def tag(text: str, hmm: bool = True) -> list[tuple[str, str]]:
    """The words of `text` with their classes; with `hmm` also words that are not in it."""
    found: list[tuple[str, str]] = _jieba().tag(text, hmm)
    return found


@lru_cache(maxsize=2)  # the reader of names and the model of persons ask for the same page
def tag_page(text: str) -> tuple[tuple[str, str], ...]:
    """The same for the text of a whole page, which is remembered for a while."""
    return tuple(tag(text))


def has_word(word: str) -> bool:
    """Whether the dictionary has `word`."""
    return bool(_jieba().has_word(word))
