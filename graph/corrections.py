"""Facts that a source states wrongly: the decision stands beside the store, what was said stays.

A text file, ``corrections.tsv``, one decision a line, six columns with tabs between::

    fact <TAB> property <TAB> value <TAB> who <TAB> when <TAB> why

A line without property and value says that the fact is wrong: it goes out of everything that is
asked or drawn. Else the property gets the value. What was there before is kept in the store as one
text (``bf:was``), so that undoing brings it back; a source read again is corrected again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..ontology import terms as t
from ..ontology.dates import PartialDate
from ..ontology.enums import Modality, Status
from ..ontology.errors import JudgementError, QueryError
from ..ontology.nt import Triple, iri, literal, value
from .tainted import rekeyed
from .withhold import dependent

__all__ = [
    "COLUMNS",
    "FILE_NAME",
    "SETTABLE",
    "Correction",
    "as_term",
    "corrected",
    "correction_line",
    "read_corrections",
    "uncorrected",
]

FILE_NAME: Final = "corrections.tsv"
COLUMNS: Final = ("fact", "property", "value", "who", "when", "why")
SETTABLE: Final = (
    "since",
    "until",
    "asOf",
    "status",
    "modality",
    "title",
    "value",
    "minValue",
    "maxValue",
)
"""The properties of a fact that can be set."""
_TYPE, _WAS, _CORRECTS = (iri(one) for one in (t.RDF_TYPE, t.WAS, t.CORRECTS))
_CORRECTION: Final = iri(t.A_CORRECTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One decision about the fact with the IRI `fact`; without `property` all of it is wrong."""

    fact: str
    property: str = ""
    value: str = ""
    who: str
    when: PartialDate
    why: str = ""


def corrected(
    triples: Iterable[Triple], corrections: Iterable[Correction], key: bytes | None
) -> list[Triple]:
    """The `triples` of a source with these decisions, sorted. `key` is the store's, if it has one.

    A decision about a fact that this source does not state changes nothing. A fact that got
    another IRI since, because someone was taken out of it, is known again by the key.
    """
    held = set(triples)
    subjects = {subject for subject, _, _ in held}
    by_fact: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        names = [one.fact, *([] if key is None else [rekeyed(key, one.fact)])]
        by_fact[next((n for n in names if f"<{n}>" in subjects), "")].append(one)
    by_fact.pop("", None)
    for fact, decided in sorted(by_fact.items()):
        wrong = [one for one in decided if not one.property]
        for one in wrong[-1:] or {one.property: one for one in decided}.values():
            _correct(held, f"<{fact}>", one)
    return sorted(held)


def uncorrected(triples: Iterable[Triple]) -> list[Triple]:
    """The `triples` of a source as it said them, all corrections taken back; sorted."""
    held = set(triples)
    nodes = {s for s, p, o in held if p == _TYPE and o == _CORRECTION}
    for _, _, term in [one for one in held if one[0] in nodes and one[1] == _WAS]:
        first, *lines = value(term).split("\n")
        _, fact, predicate = first.split(" ")
        held = {one for one in held if one[:2] != (fact, predicate)}
        held |= {_parsed(line) for line in lines}
    return sorted(one for one in held if one[0] not in nodes)


def as_term(property_: str, text: str) -> str:
    """`text` as the value of a property; QueryError if it cannot be one."""
    try:
        if property_ in ("since", "until", "asOf"):
            day = PartialDate.parse(text)
            return literal(str(day), datatype=t.XSD + day.datatype)
        if property_ in ("status", "modality"):
            code = Status(text) if property_ == "status" else Modality(text)
            return iri(t.concept(property_, code))
        if property_ in ("value", "minValue", "maxValue"):
            return literal(str(int(text)), datatype=t.XSD_INTEGER)
        if property_ == "title" and text.strip():
            return literal(text.strip(), language="zh")
    except ValueError:
        pass
    raise QueryError("privacy.bad-value", property=property_, value=text, known=", ".join(SETTABLE))


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """The corrections beside the store at `path`, in their order.

    Raises JudgementError with the line that cannot be understood.
    """
    file = path.resolve().parent / FILE_NAME
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise JudgementError("privacy.file", path=file, line=0) from error
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = line.split("\t")
        if not line.strip() or line.startswith("#") or tuple(cells) == COLUMNS:
            continue
        try:
            fact, property_, value_, who, when, why = (cell.strip() for cell in cells)
            if property_:
                as_term(property_, value_)
            iri(fact)
            day = PartialDate.parse(when)
        except (ValueError, QueryError) as error:
            raise JudgementError("privacy.file", path=file, line=number) from error
        found.append(
            Correction(fact=fact, property=property_, value=value_, who=who, when=day, why=why)
        )
    return tuple(found)


def correction_line(one: Correction) -> str:
    """The line of the file for `one`."""
    return "\t".join((one.fact, one.property, one.value, one.who, str(one.when), one.why))


def _correct(held: set[Triple], fact: str, one: Correction) -> None:
    predicate = iri(t.BF + one.property) if one.property else _TYPE
    if one.property:
        before = {triple for triple in held if triple[:2] == (fact, predicate)}
        after = {(fact, predicate, as_term(one.property, one.value))}
    else:
        gone = dependent(sorted(held), {fact})
        before = {triple for triple in held if triple[0] in gone or triple[2] in gone}
        after = set()
    held -= before
    held |= after
    held |= set(_node(fact, predicate, before, one))


def _node(fact: str, predicate: str, before: Iterable[Triple], one: Correction) -> Iterator[Triple]:
    digest = sha256(correction_line(one).encode()).hexdigest()[:16]
    node = iri(f"{t.ID}correction/{digest}")
    day = literal(str(one.when), datatype=t.XSD + one.when.datatype)
    lines = "".join("\n" + " ".join(triple) for triple in sorted(before))
    yield node, _TYPE, _CORRECTION
    yield node, _CORRECTS, fact
    yield node, _WAS, literal(f"# {fact} {predicate}{lines}")
    yield node, iri(t.PROV_WAS_ATTRIBUTED_TO), literal(one.who)
    yield node, iri(t.DCT_DATE), day
    if one.why:
        yield node, iri(t.REASON), literal(one.why, language="zh")


def _parsed(line: str) -> Triple:
    subject, predicate, target = line.split(" ", 2)
    return subject, predicate, target
