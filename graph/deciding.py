"""Judgements written: one decided, one taken back, in a text file that stays as people left it.

Comments, blank lines and the order of all other lines survive, and the file is replaced whole or
not at all. A pair has one judgement at a time; a decision that cannot stand beside those that are
there is refused, never overruled in silence. What is decided or taken back also goes to the log of
decisions beside it (:mod:`.audit`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.errors import JudgementError
from ..ontology.terms import ID
from .audit import Entry, audit
from .judgements import (
    COLUMNS,
    Decision,
    Judgement,
    judgement_lines,
    never_one,
    read_text,
)
from .wholefile import keep_text

__all__ = [
    "Clash",
    "adopt",
    "clash",
    "decided",
    "judge",
    "pair",
    "take_back",
    "undone",
]

_HEAD: Final = "\t".join(COLUMNS)
_NO_LINE: Final = str.maketrans("\t\n\r\v\f\x85\u2028\u2029", " " * 8)


@dataclass(frozen=True, slots=True)
class Clash:
    """Judgements that cannot all stand: one that parts, and those that join what it parts."""

    parts: Judgement
    joins: tuple[Judgement, ...]


def judge(path: Path, judgement: Judgement, links: Mapping[str, Collection[str]]) -> None:
    """Write `judgement` into the file `path`, in place of an unsure one about the same two.

    `links` are things known to be one besides, as :func:`clash` takes them. Raises
    :class:`JudgementError`: ``judging.clash`` names the judgements that are in the way,
    ``judging.decided`` the one that already decides about the two, ``judging.two-places`` that
    two places with codes of their own can never be one, ``judging.two-kinds`` that a person, a
    place and a body cannot either.
    """
    adopt(path, [judgement], links)


def adopt(
    path: Path, judgements: Iterable[Judgement], links: Mapping[str, Collection[str]]
) -> None:
    """Write all of `judgements` as :func:`judge` does one, or none if one cannot stand."""
    text = before = read_text(path)
    for judgement in judgements:
        text = _with(text, path, judgement, links)
    if text != before:
        known = set(judgement_lines(before, path).values())
        keep_text(path, text)
        for one in judgement_lines(text, path).values():
            if one not in known:
                _log(path, "judge", one, one.who, one.when, one.why)


def _with(text: str, path: Path, judgement: Judgement, links: Mapping[str, Collection[str]]) -> str:
    known = judgement_lines(text, path)
    if judgement.a != judgement.b and (wrong := never_one(judgement)):
        raise JudgementError(f"judging.{wrong}", path=path, **_told(judgement))
    for one in known.values():
        firm = one.decision is not Decision.UNSURE and one.decision is not judgement.decision
        if pair(one) == pair(judgement) and firm:
            raise JudgementError("judging.decided", path=path, **_told(one))
    found = clash([*known.values(), judgement], links)
    if found is not None:
        joins = "；".join(f"{one.a} {one.decision} {one.b}" for one in found.joins)
        raise JudgementError("judging.clash", path=path, joins=joins, **_told(found.parts))
    return decided(text, path, judgement)


def take_back(path: Path, a: str, b: str, *, who: str, when: PartialDate, why: str = "") -> None:
    """Take the judgement about the IRIs `a` and `b`, in either order, out of the file `path`.

    `who` does so, `when` and `why`. Raises :class:`JudgementError` (``judging.no-judgement``) if
    there is none.
    """
    text = read_text(path)
    left = undone(text, path, a, b)
    if left == text:
        raise JudgementError("judging.no-judgement", path=path, a=a, b=b)
    keep_text(path, left)
    for one in judgement_lines(text, path).values():
        if pair(one) == frozenset((a, b)):
            _log(path, "undo", one, who, when, why)


def decided(text: str, path: Path, judgement: Judgement) -> str:
    """`text` with `judgement` as its last line, and no other one about the same two."""
    end = "\r\n" if "\r\n" in text else "\n"
    text = undone(text, path, judgement.a, judgement.b) or _HEAD + end
    if not text.endswith("\n"):
        text += end
    return text + _line(judgement) + end


def undone(text: str, path: Path, a: str, b: str) -> str:
    """`text` without the lines that judge `a` and `b`."""
    gone = {
        number
        for number, one in judgement_lines(text, path).items()
        if pair(one) == frozenset((a, b))
    }
    lines = enumerate(_lines(text), start=1)
    return "".join(line for number, line in lines if number not in gone)


def pair(judgement: Judgement) -> frozenset[str]:
    """The two that a judgement is about, which have no order."""
    return frozenset((judgement.a, judgement.b))


def clash(judgements: Iterable[Judgement], links: Mapping[str, Collection[str]]) -> Clash | None:
    """The first judgement that parts what others join, with a shortest chain that joins it.

    `links` gives IRIs that stand for the same thing without any judgement: a canonical IRI and
    the entities of sources behind it.
    """
    said = list(judgements)
    joins: dict[str, list[tuple[str, Judgement | None]]] = {}
    for one in said:
        if one.decision is Decision.SAME:
            joins.setdefault(one.a, []).append((one.b, one))
            joins.setdefault(one.b, []).append((one.a, one))
    for name in sorted(links):
        for other in sorted(links[name]):
            joins.setdefault(name, []).append((other, None))
            joins.setdefault(other, []).append((name, None))
    for one in said:
        if one.decision is Decision.DIFFERENT:
            chain = _chain(joins, one.a, one.b)
            if any(chain or ()):
                return Clash(one, tuple(step for step in chain or () if step is not None))
    return None


def _chain(
    joins: Mapping[str, list[tuple[str, Judgement | None]]], start: str, end: str
) -> list[Judgement | None] | None:
    """The steps of a shortest way from `start` to `end`; None if there is no way."""
    came: dict[str, tuple[str, Judgement | None]] = {}
    edge = deque([start])
    while edge:
        here = edge.popleft()
        for there, by in joins.get(here, ()):
            if there in came or there == start:
                continue
            came[there] = (here, by)
            if there == end:
                way: list[Judgement | None] = []
                while there != start:
                    there, step = came[there]
                    way.append(step)
                return way[::-1]
            edge.append(there)
    return None


def _log(path: Path, what: str, one: Judgement, who: str, when: PartialDate, why: str) -> None:
    about = " ".join((one.a.removeprefix(ID), one.decision, one.b.removeprefix(ID)))
    audit(path, Entry(when=str(when), who=who, what=what, about=about, why=why))


def _lines(text: str) -> list[str]:
    """The lines with their ends; only \\n ends a line, as where lines are counted."""
    found = [line + "\n" for line in text.split("\n")]
    found[-1] = found[-1].removesuffix("\n")
    return found


def _line(judgement: Judgement) -> str:
    when, why = str(judgement.when), judgement.why
    cells = (judgement.a, judgement.decision, judgement.b, judgement.who, when, why)
    return "\t".join(" ".join(cell.translate(_NO_LINE).split()) for cell in cells)


def _told(judgement: Judgement) -> dict[str, object]:
    return {
        "a": judgement.a,
        "decision": judgement.decision,
        "b": judgement.b,
        "who": judgement.who,
        "when": judgement.when,
    }
