"""Recorded decisions about identity: a text file that people and programs can read and compare.

One judgement a line, six columns with tabs between::

    a <TAB> decision <TAB> b <TAB> who <TAB> when <TAB> why

`a` and `b` are IRIs of entities, `decision` is same, different or unsure. Blank lines, lines that
start with ``#`` and a first line with the names of the columns say nothing. :mod:`.deciding` writes
such a file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.errors import JudgementError
from ..ontology.nt import Triple, iri, literal
from ..ontology.terms import (
    A_JUDGEMENT,
    CONCERNS,
    DCT_DATE,
    DECISION,
    ID,
    PROV_WAS_ATTRIBUTED_TO,
    RDF_TYPE,
    REASON,
    XSD,
)
from .refs import kind_of

__all__ = [
    "COLUMNS",
    "FILE_NAME",
    "Decision",
    "Judgement",
    "judgement_lines",
    "judgement_triples",
    "never_one",
    "read_judgements",
    "read_text",
]

COLUMNS: Final = ("a", "decision", "b", "who", "when", "why")
FILE_NAME: Final = "judgements.tsv"
"""The name of the file beside the store."""
# a division of its own: the codes of the state already say which place is which
_CODED: Final = re.compile(re.escape(f"{ID}place/") + r"\d{6}")


class Decision(StrEnum):
    """What was decided about two entities; unsure is kept and changes nothing."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about the entities with the IRIs `a` and `b`: by whom, when and why."""

    a: str
    decision: Decision
    b: str
    who: str
    when: PartialDate
    why: str = ""


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """The judgements in the file `path`, in its order; none if there is no such file.

    Raises :class:`JudgementError` with the number of the line that cannot be understood.
    """
    return tuple(judgement_lines(read_text(path), path).values())


def read_text(path: Path) -> str:
    """The text of the file `path`, with its line ends as they are; "" if there is no such file.

    Raises :class:`JudgementError` for a file that cannot be read or is not UTF-8.
    """
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError as error:
        raise JudgementError("store.judgement-encoding", path=path) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise JudgementError("store.judgement-missing", path=path, reason=reason) from error


def judgement_lines(text: str, path: Path) -> dict[int, Judgement]:
    """The judgements in `text` by the number of their line, from 1; `path` is for messages.

    Raises :class:`JudgementError` as :func:`read_judgements`.
    """
    lines = enumerate(text.removeprefix("\ufeff").split("\n"), start=1)
    cells = {number: line.rstrip("\r").split("\t") for number, line in lines}
    return {
        number: _judgement(path, number, found)
        for number, found in cells.items()
        if "".join(found).strip() and not found[0].startswith("#") and tuple(found) != COLUMNS
    }


def judgement_triples(judgements: Iterable[Judgement]) -> list[Triple]:
    """`judgements` as nodes of the judgements graph: sorted, each said once."""
    return sorted({triple for judgement in judgements for triple in _triples(judgement)})


def _judgement(path: Path, number: int, cells: list[str]) -> Judgement:
    cells = [cell.strip() for cell in cells]
    if len(cells) == len(COLUMNS) - 1:
        cells.append("")  # editors cut the tab before an empty reason
    if len(cells) != len(COLUMNS):
        raise JudgementError("store.judgement-columns", path=path, line=number, found=len(cells))
    a, decision, b, who, when, why = cells
    for end in (a, b):
        if not _is_entity(end):
            raise JudgementError("store.judgement-iri", path=path, line=number, found=end)
    if decision not in tuple(Decision):
        raise JudgementError("store.judgement-decision", path=path, line=number, found=decision)
    if a == b:
        raise JudgementError("store.judgement-itself", path=path, line=number)
    for column, cell in (("who", who), ("when", when)):
        if not cell:
            raise JudgementError("store.judgement-blank", path=path, line=number, column=column)
    try:
        day = PartialDate.parse(when)
    except ValueError as error:
        raise JudgementError("store.judgement-date", path=path, line=number, found=when) from error
    made = Judgement(a=a, decision=Decision(decision), b=b, who=who, when=day, why=why)
    wrong = never_one(made)
    if wrong:
        raise JudgementError(f"store.judgement-{wrong}", path=path, line=number, a=a, b=b)
    return made


def never_one(judgement: Judgement) -> str:
    """Why what is judged the same cannot be: ``two-places`` or ``two-kinds``; "" where it can."""
    if judgement.decision is not Decision.SAME:
        return ""
    if all(_CODED.fullmatch(end) for end in (judgement.a, judgement.b)):
        return "two-places"
    # IRIs of others do not tell what they are of
    ours = all(end.startswith(ID) for end in (judgement.a, judgement.b))
    return "two-kinds" if ours and _family(judgement.a) != _family(judgement.b) else ""


def _family(entity: str) -> str:
    """What can be one with others of its family alone; a school may be told of as a body."""
    kind = kind_of(entity)
    return "body" if kind in ("school", "institution") else kind


def _is_entity(text: str) -> bool:
    try:
        return iri(text).startswith(("<https:", "<http:", "<urn:"))
    except ValueError:
        return False


def _triples(judgement: Judgement) -> list[Triple]:
    # The two ends have no order: the same decision told from either side is one node.
    a, b = sorted((judgement.a, judgement.b))
    parts = (a, judgement.decision, b, judgement.who, str(judgement.when), judgement.why)
    digest = sha256("\x00".join(parts).encode()).hexdigest()[:16]
    node = iri(f"{ID}judgement/{digest}")
    day = literal(str(judgement.when), datatype=XSD + judgement.when.datatype)
    return [
        (node, iri(RDF_TYPE), iri(A_JUDGEMENT)),
        (node, iri(CONCERNS), iri(a)),
        (node, iri(CONCERNS), iri(b)),
        (node, iri(DECISION), literal(judgement.decision)),
        (node, iri(PROV_WAS_ATTRIBUTED_TO), literal(judgement.who)),
        (node, iri(DCT_DATE), day),
        *([(node, iri(REASON), literal(judgement.why, language="zh"))] if judgement.why else []),
    ]
