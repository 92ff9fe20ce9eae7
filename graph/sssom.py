"""Judgements as an SSSOM mapping set in TSV, and back: the common form for decisions of sameness.

SSSOM 1.0, https://mapping-commons.github.io/sssom/: metadata in YAML behind ``#``, then a table
whose cells name things by CURIEs. Same is ``skos:exactMatch``, different that with the modifier
``Not``, unsure ``skos:closeMatch``. A date that is no whole day stands in ``other`` as ``when=``,
since ``mapping_date`` takes days only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..ontology.dates import PartialDate
from ..ontology.errors import JudgementError
from ..ontology.terms import ID
from .judgements import Decision, Judgement

__all__ = ["Imported", "from_sssom", "to_sssom"]

_COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "author_label",
    "mapping_date",
    "other",
    "comment",
)
_NEEDED: Final = ("subject_id", "predicate_id", "object_id", "mapping_justification")
_BUILT_IN: Final = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "semapv": "https://w3id.org/semapv/vocab/",
}
"""Prefixes that a set need not declare, as far as they are needed here."""
_SAME: Final = {_BUILT_IN["skos"] + "exactMatch", _BUILT_IN["owl"] + "sameAs"}
_LICENSE: Final = "https://w3id.org/sssom/license/unspecified"
_SET: Final = "https://w3id.org/bangfu/judgements"
_PAIR: Final = re.compile(r"#\s*(?P<key>[^:\s]+):\s*(?P<value>.*)")


@dataclass(frozen=True, slots=True)
class Imported:
    """The judgements in a set, and the lines that say nothing of sameness, with their predicate."""

    judgements: tuple[Judgement, ...]
    passed: tuple[tuple[int, str], ...]


def to_sssom(judgements: Iterable[Judgement], labels: Mapping[str, str]) -> str:
    """`judgements` as an SSSOM TSV file with its metadata; `labels` name their ends."""
    said = list(judgements)
    prefixes = _prefixes({end for one in said for end in (one.a, one.b)})
    out = io.StringIO()
    out.write('#sssom_version: "1.0"\n#curie_map:\n')
    for prefix, start in sorted(prefixes.items()):
        out.write(f"#  {prefix}: {start}\n")
    out.write(f"#mapping_set_id: {_SET}\n#license: {_LICENSE}\n")
    table = csv.DictWriter(out, _COLUMNS, delimiter="\t", lineterminator="\n", restval="")
    table.writeheader()
    for one in said:
        whole = one.when.datatype == "date"
        unsure = one.decision is Decision.UNSURE
        table.writerow(
            {
                "subject_id": _short(one.a, prefixes),
                "subject_label": labels.get(one.a, ""),
                "predicate_id": "skos:closeMatch" if unsure else "skos:exactMatch",
                "predicate_modifier": "Not" if one.decision is Decision.DIFFERENT else "",
                "object_id": _short(one.b, prefixes),
                "object_label": labels.get(one.b, ""),
                "mapping_justification": "semapv:ManualMappingCuration",
                "author_label": one.who.replace("|", "\\|"),
                "mapping_date": str(one.when) if whole else "",
                "other": "" if whole else f"when={one.when}",
                "comment": one.why,
            }
        )
    return out.getvalue()


def from_sssom(text: str, path: Path, who: str, when: PartialDate) -> Imported:
    """The judgements in an SSSOM TSV file; `who` and `when` stand in where a line says neither.

    Raises :class:`JudgementError` with the number of the line that cannot be understood.
    """
    head, first, table = _parts(text)
    default_day = head.get("mapping_date", "")
    default_who = head.get("creator_label", "") or who
    reader = csv.reader(io.StringIO(table), delimiter="\t")
    columns = [cell.strip() for cell in next(reader, [])]
    missing = [name for name in _NEEDED if name not in columns]
    if missing:
        raise JudgementError("judging.sssom-columns", path=path, missing=", ".join(missing))
    found: list[Judgement] = []
    passed: list[tuple[int, str]] = []
    for cells in reader:
        line = first + reader.line_num - 1
        row = dict(zip(columns, [*cells, *[""] * len(columns)], strict=False))
        if not any(cells):
            continue
        decision = _decision(row, head)
        if decision is None:
            passed.append((line, row["predicate_id"]))
            continue
        others = dict(p.split("=", 1) for p in row.get("other", "").split("|") if "=" in p)
        day = others.get("when") or row.get("mapping_date") or default_day
        try:
            a, b = _whole(row["subject_id"], head), _whole(row["object_id"], head)
            found.append(
                Judgement(
                    a=a,
                    decision=decision,
                    b=b,
                    who=row.get("author_label", "").replace("\\|", "|") or default_who,
                    when=PartialDate.parse(day) if day else when,
                    why=" ".join(row.get("comment", "").split()),
                )
            )
        except ValueError as error:
            raise JudgementError(
                "judging.sssom-line", path=path, line=line, found=str(error)
            ) from error
        if a == b:
            raise JudgementError("store.judgement-itself", path=path, line=line)
    return Imported(tuple(found), tuple(passed))


def _parts(text: str) -> tuple[dict[str, str], int, str]:
    """The metadata (prefixes as ``prefix:``), the number of the table's first line, the table."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    head: dict[str, str] = {f"{prefix}:": start for prefix, start in _BUILT_IN.items()}
    in_map = False
    base: int | None = None
    for number, line in enumerate(lines):
        if not line.startswith("#"):
            return head, number + 1, "\n".join(lines[number:])
        found = _PAIR.fullmatch(line)
        if found is None:
            continue
        value = found["value"].strip().strip("\"'")
        indent = found.start("key")
        base = indent if base is None else base
        if in_map and indent > base:
            head[f"{found['key']}:"] = value
        else:
            in_map = found["key"] == "curie_map"
            head[found["key"]] = value
    return head, len(lines), ""


def _decision(row: Mapping[str, str], head: Mapping[str, str]) -> Decision | None:
    try:
        predicate = _whole(row["predicate_id"], head)
    except ValueError:
        return None
    negated = row.get("predicate_modifier", "").strip() == "Not"
    if predicate in _SAME:
        return Decision.DIFFERENT if negated else Decision.SAME
    if predicate == _BUILT_IN["owl"] + "differentFrom" and not negated:
        return Decision.DIFFERENT
    if predicate == _BUILT_IN["skos"] + "closeMatch" and not negated:
        return Decision.UNSURE
    return None


def _prefixes(ends: Iterable[str]) -> dict[str, str]:
    """A prefix for each start of an IRI: the kind for things of ours, a number for others."""
    starts = sorted({_start(end) for end in ends})
    ours = {start for start in starts if start.startswith(ID) and start[len(ID) : -1].isalnum()}
    found = {f"bangfu{start[len(ID) : -1]}": start for start in sorted(ours)}
    others = [start for start in starts if start not in ours]
    return found | {f"ns{number}": start for number, start in enumerate(others, start=1)}


def _start(text: str) -> str:
    return text[: max(text.rfind("/"), text.rfind("#"), text.rfind(":")) + 1]


def _short(text: str, prefixes: Mapping[str, str]) -> str:
    start = _start(text)
    prefix = next(name for name, known in sorted(prefixes.items()) if known == start)
    return f"{prefix}:{text.removeprefix(start)}"


def _whole(text: str, head: Mapping[str, str]) -> str:
    """The IRI that a CURIE stands for; :class:`ValueError` for a prefix nobody declared."""
    text = text.strip()
    if text.startswith(("http://", "https://", "urn:")):
        return text
    prefix, mark, key = text.partition(":")
    if not mark or f"{prefix}:" not in head or not key:
        raise ValueError(text)
    return head[f"{prefix}:"] + key
