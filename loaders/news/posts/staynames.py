"""What a name itself says of who is sent: those who are of the place often bear its names."""

from __future__ import annotations

from ..people.names import SYLLABLES
from ..people.surnames import compounds, singles

__all__ = ["is_han", "is_transcribed"]


def is_han(name: str) -> bool:
    """Whether a name has a Han surname and the length of such a name."""
    short = name[:1] in singles() and len(name) <= 3
    return short or (name[:2] in compounds() and len(name) <= 4)


def is_transcribed(name: str) -> bool:
    """Whether a name is one of two parts (甲·乙), or has only characters of such names."""
    return "·" in name or all(sign in SYLLABLES for sign in name)
