"""A trained maximum-entropy model as what it is: a weight for each sign.

The models of pairs and stays are crfsuite models of sequences of length one, so the probability of
"1" is the logistic function of a sum. Held as a dictionary it costs a look-up a sign, and a sum of
parts that many candidates share is taken once. The layout of the file is that of CRFsuite 0.12
(https://www.chokkan.org/software/crfsuite/, ``crf1d_model.c``, ``cqdb.c``).
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import exp

__all__ = ["Weights", "attributes_of", "logistic", "step", "weights_of"]

_HEADER = struct.Struct("<4sI4s9I")
_FEATURE = struct.Struct("<IIId")
_NAMES = struct.Struct("<4s5I")
_STATE = 0
"""The type of a feature that joins a sign to a label."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """How much each sign speaks for "1" rather than "0", in nats; a sign not met says nothing."""

    table: Mapping[str, float]

    def sum(self, signs: Iterable[str]) -> float:
        """What `signs`, each given once, say together."""
        return sum(map(self.table.get, signs, repeat(0.0)))

    def probability(self, signs: Iterable[str]) -> float:
        """The probability of "1" where `signs`, each given once, are seen."""
        return logistic(self.sum(signs))


def step(number: int, steps: Sequence[int]) -> str:
    """The first of `steps` that `number` does not pass, for a sign."""
    return next((str(step) for step in steps if number <= step), "more")


def logistic(nats: float) -> float:
    """The probability that `nats` stand for; no number is too large."""
    if nats < 0:
        power = exp(max(nats, -700.0))
        return power / (1.0 + power)
    return 1.0 / (1.0 + exp(-min(nats, 700.0)))


def weights_of(content: bytes) -> Weights:
    """The weights in the bytes of a crfsuite model with the labels "0" and "1".

    Raises :class:`ValueError` if these are no such bytes.
    """
    features, labels, signs = _tables(content)
    side = {number: 1.0 if name == "1" else -1.0 for number, name in _names(content, labels)}
    names = dict(_names(content, signs))
    table: dict[str, float] = {}
    _, _, count = struct.unpack_from("<4sII", content, features)
    low = features + 12
    for type_, sign, label, weight in _FEATURE.iter_unpack(
        content[low : low + count * _FEATURE.size]
    ):
        if type_ == _STATE:
            table[names[sign]] = table.get(names[sign], 0.0) + side[label] * weight
    return Weights(table)


def attributes_of(content: bytes) -> tuple[str, ...]:
    """All signs that the crfsuite model in `content` has met, in its order.

    Raises :class:`ValueError` if these are no bytes of a model.
    """
    return tuple(name for _, name in _names(content, _tables(content)[2]))


def _tables(content: bytes) -> tuple[int, int, int]:
    """Where the features, the labels and the signs of a model begin."""
    magic, _, kind, _, _, _, _, features, labels, signs, _, _ = _HEADER.unpack_from(content)
    if (magic, kind) != (b"lCRF", b"FOMC"):
        raise ValueError("no crfsuite model")
    return features, labels, signs


def _names(content: bytes, start: int) -> list[tuple[int, str]]:
    """The numbers and names of a table of strings (CQDB) at `start`."""
    _, _, _, _, count, backwards = _NAMES.unpack_from(content, start)
    found: list[tuple[int, str]] = []
    for at in struct.unpack_from(f"<{count}I", content, start + backwards):
        number, size = struct.unpack_from("<II", content, start + at)
        name = content[start + at + 8 : start + at + 7 + size]  # a zero byte ends it
        found.append((number, name.decode("utf-8")))
    return found
