"""How a place's name may be written otherwise, and what it may be a slip for."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from .gazetteer import divisions

__all__ = ["folded", "near_names", "to_simplified"]

_LEAST_ALIKE = 60
"""On rapidfuzz's scale of 100: two of three characters in common are 67, one of three 33."""


def folded(name: str) -> str:
    """`name` without spaces, in half-width digits and simplified script.

    >>> folded("黃南藏族 自治州")
    '黄南藏族自治州'
    """
    plain = "".join(unicodedata.normalize("NFKC", name).split())
    return plain if plain.isascii() else to_simplified(plain)


def to_simplified(text: str) -> str:
    """`text` in simplified script, character by character (OpenCC's t2s, Apache-2.0).

    >>> to_simplified("黃南")
    '黄南'
    """
    return str(_converter().convert(text))


@lru_cache(maxsize=4096)
def near_names(name: str, limit: int = 5) -> tuple[str, ...]:
    """At most `limit` names of divisions that look like `name`; of equals, what sounds like it."""
    from rapidfuzz import fuzz, process

    sound = _sound(folded(name))
    found = process.extract(
        folded(name), divisions().names(), scorer=fuzz.ratio, score_cutoff=_LEAST_ALIKE, limit=None
    )
    ranked = sorted(found, key=lambda hit: (-hit[1], -fuzz.ratio(sound, _sound(hit[0])), hit[0]))
    return tuple(form for form, _, _ in ranked[:limit])


def _sound(name: str) -> str:
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(name))


@cache
def _converter() -> Any:
    from opencc import OpenCC  # takes long to load, and few names need it

    return OpenCC("t2s")
