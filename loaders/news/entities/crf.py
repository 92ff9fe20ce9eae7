"""What the trained proposers of names share: the signs they are told, and the spans they label.

Both are linear-chain CRFs over characters with the labels B, M, E for the first, the inner and the
last character of a name, and O for all others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

__all__ = ["MARKS", "Columns", "Known", "Proposal", "in_word", "known", "spans", "told", "told_met"]

Known: TypeAlias = Mapping[str, Mapping[str, bytes]]
"""By the character that marks a feature: what may stand behind it, and the whole as bytes."""
Columns: TypeAlias = Sequence[tuple[str, Sequence[str]]]
"""The features of a run of signs, one column each with the character that marks it."""

_LEAST = 0.02
"""Nothing below this probability is proposed."""
MARKS = {
    **dict.fromkeys("。！？!?；;…", "."), **dict.fromkeys("，,", ","), "、": "、",
    **dict.fromkeys("：:", ":"), **dict.fromkeys("（(【[〔", "("), **dict.fromkeys("）)】]〕", ")"),
    **dict.fromkeys("“‘「『《〈\"'", "“"), **dict.fromkeys("”’」』》〉", "”"), "\n": "|",
    **dict.fromkeys(" \t　|", "_"), **dict.fromkeys("/／—-–", "-"),
}  # fmt: skip
"""Punctuation by its class."""


@dataclass(frozen=True, slots=True, order=True)
class Proposal:
    """A name at ``text[start:end]``; `score` is the model's probability for it."""

    start: int
    end: int
    score: float


@cache
def in_word(tag: str, size: int) -> list[str]:
    """What each character of a word of `size` characters is told about it."""
    if size == 1:
        return [f"{tag}1"]
    return [f"{tag}B", *[f"{tag}M"] * (size - 2), f"{tag}E"]


def known(attributes: Iterable[str]) -> Known:
    """The features that a model has met, as :func:`told_met` wants them."""
    found: dict[str, dict[str, bytes]] = {}
    for one in attributes:
        found.setdefault(one[0], {})[one[1:]] = one.encode("utf-8")
    return found


def told(columns: Columns) -> list[tuple[str, ...]]:
    """The features of each sign."""
    marked = ([mark + form for form in column] for mark, column in columns)
    return list(zip(*marked, strict=True))


def told_met(columns: Columns, met: Known) -> list[tuple[bytes, ...]]:
    """:func:`told` without the features that the model never met: they tell it nothing.

    Over half are left out, and nothing is put together or encoded anew for the others, which is
    most of what asking the model costs.
    """
    rows = (map(met.get(mark, {}).get, column) for mark, column in columns)
    return [tuple(filter(None, row)) for row in zip(*rows, strict=True)]


def spans(
    tagger: Any,
    features: Sequence[Sequence[str | bytes]],
    starts: Sequence[int],
    ends: Sequence[int],
) -> list[Proposal]:
    """The names that the tagger labels in one run of signs, with the probability of their edges."""
    tagger.set(features)
    labels = tagger.tag()
    found: list[Proposal] = []
    at = 0
    while at < len(labels):
        if labels[at] == "B":
            end = at + 1
            while end < len(labels) and labels[end] == "M":
                end += 1
            if end < len(labels) and labels[end] == "E":
                score = min(tagger.marginal("B", at), tagger.marginal("E", end))
                if score >= _LEAST:
                    found.append(Proposal(starts[at], ends[end], round(score, 4)))
                at = end
        at += 1
    return found
