"""Half-width punctuation between Chinese words, read as the full-width marks that it stands for."""

from __future__ import annotations

from functools import lru_cache

from ...later import later

__all__ = ["widened"]

_MARKS = str.maketrans(",:()", "，：（）")
_HALF = later(
    r"(?<=[一-鿿”》）])[,:]|(?<![0-9A-Za-z .])[,:](?![0-9 /])|(?<=[0-9A-Za-z])[,:](?=[一-鿿])|[()]"
)


@lru_cache(maxsize=4)
def widened(text: str) -> str:
    """`text` with 甲,男 as 甲，男; just as long, and numbers, hours and addresses as they are."""
    return _HALF.sub(lambda mark: mark[0].translate(_MARKS), text)
