"""Whether a regular expression can match one text in so many ways that trying them never ends.

A repeated group is looked at as the automaton of its characters (Glushkov's, every way from one
character to the next counted). Where two different ways lead from a character back to itself over
the same text, a match that fails tries every combination of them: the time is exponential. The
test is that of Weideman et al., "Analyzing matching time behavior of backtracking regular
expression matchers by using ambiguity of NFA" (2016). What stands around a character (look-arounds,
boundaries, groups told again) is taken to be there, so a pattern may be blamed that only a
look-around saves.
"""

from __future__ import annotations

import re
import re._constants as op
import re._parser as parser
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

ROUNDS = 6
"""A group repeated at most so often is no loop: its ways are soon tried."""
WIDE = 4
"""More repetitions than so many within a loop are taken as any number of them."""
PLAIN = "05aZ_- \n，一é"
"""Characters that stand for all those of their kind that a pattern does not name."""
CATEGORIES = {
    f"CATEGORY_{negated}{name}": rf"\{letter.upper() if negated else letter}"
    for negated in ("", "NOT_")
    for name, letter in (("DIGIT", "d"), ("SPACE", "s"), ("WORD", "w"))
}
REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT)
"""What tries its ways anew; a possessive repetition (``*+``) does not, but what is in it may."""

Ways = Counter[int]


@dataclass(frozen=True)
class Part:
    """A part of a loop: whether it may be empty, where it begins and ends, what follows what."""

    empty: bool = True
    first: Ways = field(default_factory=Counter)
    last: Ways = field(default_factory=Counter)
    steps: Counter[tuple[int, int]] = field(default_factory=Counter)

    def then(self, other: Part) -> Part:
        return Part(
            self.empty and other.empty,
            self.first + other.first if self.empty else self.first,
            self.last + other.last if other.empty else other.last,
            self.steps + other.steps + _joined(self.last, other.first),
        )

    def either(self, other: Part) -> Part:
        return Part(
            self.empty or other.empty,
            self.first + other.first,
            self.last + other.last,
            self.steps + other.steps,
        )

    def again(self) -> Part:
        steps = self.steps + _joined(self.last, self.first)
        return Part(self.empty, self.first, self.last, steps)

    def perhaps(self) -> Part:
        return Part(True, self.first, self.last, self.steps)


def _joined(ends: Ways, begins: Ways) -> Counter[tuple[int, int]]:
    return Counter({(a, b): n * m for a, n in ends.items() for b, m in begins.items()})


def ambiguous(source: str, flags: int = 0) -> list[str]:
    """The loops of the pattern `source` that match one text in many ways, as their parts."""
    parsed = parser.parse(source, flags)
    folded = bool(parsed.state.flags & re.IGNORECASE)
    alphabet = sorted({*PLAIN, *_named(parsed)})
    return [str(body)[:200] for body in _loops(parsed) if _doubts(body, alphabet, folded)]


def _loops(nodes: Any) -> Iterator[Any]:
    """The bodies of the outermost repeated groups."""
    for kind, value in nodes:
        if kind in REPEATS and value[1] > ROUNDS and not _one_way(value[2]):
            yield value[2]
        else:
            for body in _bodies(kind, value):
                yield from _loops(body)


def _one_way(body: Any) -> bool:
    """Whether it takes the same text from one place every time: a character, an atomic group."""
    fixed = (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY, op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT)
    return len(body) == 1 and body[0][0] in fixed


def _bodies(kind: Any, value: Any) -> list[Any]:
    if kind is op.BRANCH:
        return list(value[1])
    if kind in (*REPEATS, op.POSSESSIVE_REPEAT):
        return [value[2]]
    if kind is op.ATOMIC_GROUP:
        return [value]
    if kind is op.SUBPATTERN:
        return [value[3]]
    if kind in (op.ASSERT, op.ASSERT_NOT):
        return [value[1]]
    if kind is op.GROUPREF_EXISTS:
        return [body for body in value[1:] if body is not None]
    return []


def _named(nodes: Any) -> Iterator[str]:
    """The characters that a pattern names, and those beside the ends of its ranges."""
    for kind, value in nodes:
        for one, what in value if kind is op.IN else [(kind, value)]:
            if one in (op.LITERAL, op.NOT_LITERAL):
                yield chr(what)
            elif one is op.RANGE:
                for code in (what[0] - 1, what[0], what[1], what[1] + 1):
                    yield chr(min(max(0, code), sys.maxunicode))
        for body in _bodies(kind, value):
            yield from _named(body)


def _doubts(body: Any, alphabet: list[str], folded: bool) -> bool:
    takes: list[int] = []
    loop = _part(body, alphabet, folded, takes).again()
    after: list[list[int]] = [[] for _ in takes]
    for (a, b), ways in loop.steps.items():
        if takes[a] and takes[b]:
            after[a].append(b)
            if ways > 1:
                return True
    doubt = {
        (p, q)
        for ends in (*after, list(loop.first))
        for p in ends
        for q in ends
        if p < q and takes[p] & takes[q]
    }
    todo = list(doubt)
    while todo:
        p, q = todo.pop()
        if not set(after[p]).isdisjoint(after[q]):
            return True
        for one in after[p]:
            for other in after[q]:
                pair = (min(one, other), max(one, other))
                if takes[one] & takes[other] and pair not in doubt:
                    doubt.add(pair)
                    todo.append(pair)
    return False


def _part(nodes: Any, alphabet: list[str], folded: bool, takes: list[int]) -> Part:
    whole = Part()
    for kind, value in nodes:
        whole = whole.then(_one(kind, value, alphabet, folded, takes))
    return whole


def _one(kind: Any, value: Any, alphabet: list[str], folded: bool, takes: list[int]) -> Part:
    def inner(body: Any) -> Part:
        return _part(body, alphabet, folded, takes)

    if kind in (op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY):
        takes.append(sum(1 << i for i, c in enumerate(alphabet) if _fits(kind, value, c, folded)))
        here: Ways = Counter({len(takes) - 1: 1})
        return Part(False, here, here)
    if kind is op.BRANCH:
        whole = inner(value[1][0])
        for body in value[1][1:]:
            whole = whole.either(inner(body))
        return whole
    if kind is op.SUBPATTERN:
        folded = folded or bool(value[1] & re.IGNORECASE)
        return _part(value[3], alphabet, folded, takes)
    if kind is op.ATOMIC_GROUP:
        return inner(value)
    if kind in (*REPEATS, op.POSSESSIVE_REPEAT):
        low, high, body = value
        if high > WIDE:
            whole = inner(body).again()
            whole = whole.perhaps() if low == 0 else whole
            for _ in range(min(low, WIDE) - 1):
                whole = inner(body).then(whole)
            return whole
        whole = Part()
        for number in range(high, 0, -1):
            whole = inner(body).then(whole)
            whole = whole.perhaps() if number > low else whole
        return whole
    return Part()


def _fits(kind: Any, value: Any, char: str, folded: bool) -> bool:
    if folded:
        return any(_takes(kind, value, c) for c in (char.lower(), char.upper()) if len(c) == 1)
    return _takes(kind, value, char)


def _takes(kind: Any, value: Any, char: str) -> bool:
    if kind is op.IN:
        negated = value[0][0] is op.NEGATE
        return negated != any(_takes(one, what, char) for one, what in value[negated:])
    if kind is op.LITERAL:
        return ord(char) == value
    if kind is op.NOT_LITERAL:
        return ord(char) != value
    if kind is op.RANGE:
        return bool(value[0] <= ord(char) <= value[1])
    if kind is op.CATEGORY:
        return re.fullmatch(CATEGORIES[str(value)], char) is not None
    return kind is op.ANY
