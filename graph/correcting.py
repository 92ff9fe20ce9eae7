"""Decisions about facts, written beside the store and applied to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.errors import QueryError
from .audit import Entry, audit, line_of
from .corrections import (
    COLUMNS,
    FILE_NAME,
    SETTABLE,
    Correction,
    as_term,
    correction_line,
    read_corrections,
)
from .keep import reading, writing
from .wholefile import keep_text

__all__ = ["correct", "take_back"]


def correct(
    path: Path,
    fact: str,
    values: Sequence[tuple[str, str]],
    *,
    who: str,
    when: PartialDate,
    why: str,
) -> str:
    """Decide that `fact` has other `values` (property, text), or without any that it is wrong.

    A later decision about the same takes the place of the earlier. Gives back the fact's IRI.
    Raises QueryError for a fact that the store does not hold, and for what cannot be set.
    """
    iri = _found(path, fact)
    for name, text in values:
        if name not in SETTABLE:
            raise QueryError(
                "privacy.bad-value", property=name, value=text, known=", ".join(SETTABLE)
            )
        as_term(name, text)
    new = [
        Correction(fact=iri, property=name, value=text, who=_clean(who), when=when, why=_clean(why))
        for name, text in (values or [("", "")])
    ]
    decided = {one.property for one in new}
    kept = [
        one
        for one in read_corrections(path)
        if one.fact != iri or (one.property not in decided and "" not in decided | {one.property})
    ]
    _write(path, [*kept, *new])
    for one in new:
        what = f"{one.property}={one.value}" if one.property else "wrong"
        _log(path, f"correct {what}", one)
    with writing(path, create=False):
        pass
    return iri


def take_back(path: Path, fact: str, *, who: str, when: PartialDate, why: str) -> str:
    """Take back all decisions about `fact`; its IRI. Raises QueryError if there is none."""
    known = read_corrections(path)
    iri = next((one.fact for one in known if fact in (one.fact, one.fact.removeprefix(t.ID))), None)
    if iri is None:
        raise QueryError("privacy.no-correction", fact=fact)
    _write(path, [one for one in known if one.fact != iri])
    _log(path, "undo", Correction(fact=iri, who=_clean(who), when=when, why=_clean(why)))
    with writing(path, create=False):
        pass
    return iri


def _found(path: Path, fact: str) -> str:
    """The IRI of a fact that the store holds, or that a correction hides."""
    iri = fact if fact.startswith(("http://", "https://")) else t.ID + fact
    with reading(path) as store:
        node = f"<{iri}>"
        held = any(subject == node for _, subject, _ in store.statements(t.EVIDENCE))
        if held or any(True for _ in store.statements(t.CORRECTS, node)):
            return iri
    raise QueryError("privacy.no-fact", fact=fact)


def _write(path: Path, corrections: Iterable[Correction]) -> None:
    lines = [line_of(COLUMNS), *(correction_line(one) + "\n" for one in corrections)]
    keep_text(path.resolve().parent / FILE_NAME, "".join(lines))


def _log(path: Path, what: str, one: Correction) -> None:
    about = one.fact.removeprefix(t.ID)
    audit(path, Entry(when=str(one.when), who=one.who, what=what, about=about, why=one.why))


def _clean(text: str) -> str:
    return line_of((text,)).rstrip("\n")
