"""Lists of places that are to be helped: what a question about coverage counts against.

A list is a small TOML file: ``code``, ``name``, ``authority``, ``date``, ``[[slots]]`` (``name``,
``count``: what each place is to get), and ``[members]`` with ``names``, or with a ``file`` (CSV, in
the same folder, columns ``adcode`` or ``name``, and if wanted ``verified`` and ``confidence``) and
``where`` (column = value). Every member must be one sure place: nothing is guessed or dropped.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Final

from ..ontology.dates import PartialDate
from ..ontology.errors import SourceError
from ..ontology.records import Evidence, Source, Stance
from .gazetteer import Division, divisions
from .places import Certainty, look_up
from .reference import CONFIDENCE, Text, reference_source

__all__ = ["Slot", "Target", "TargetList", "read_target_list", "shipped_lists"]

_SHIPPED: Final = ("160", "sichuan25", "sichuan39")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """What each place of a list is to get: so many of a kind of body (普通高中)."""

    name: str
    count: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """A place on a list, and the row that says so."""

    place: Division
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetList:
    """A list of places, with the source that it is; `code` is what users call it."""

    code: str
    name: str
    source: Source
    slots: tuple[Slot, ...]
    targets: tuple[Target, ...]


def shipped_lists() -> tuple[TargetList, ...]:
    """The lists that ship with the package: the 160 key counties, and two of Sichuan."""
    folder = files(__package__) / "data" / "reference"
    return tuple(_read(folder, f"{code}.toml", f"reference/{code}") for code in _SHIPPED)


def read_target_list(path: Path) -> TargetList:
    """A user's own list; its address is ``targets/<code>``, so that a new edition replaces it.

    Raises :class:`SourceError`: a file that is missing or broken, a member that is no sure place.
    """
    return _read(path.parent, path.name, None)


def _read(folder: Path | Traversable, name: str, address: str | None) -> TargetList:
    path = folder / name
    try:
        told = tomllib.loads(_text(path))
        code, title = str(told["code"]), str(told["name"])
        issued = PartialDate.parse(str(told["date"])) if "date" in told else None
        slots = tuple(
            Slot(name=str(one["name"]), count=int(one.get("count", 1)))
            for one in told.get("slots", ())
        )
        members = told["members"]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise SourceError("place.list-broken", path=path, reason=error) from error
    if not code.strip() or any(slot.count < 1 for slot in slots):
        raise SourceError("place.list-broken", path=path, reason="code, count")
    table = _members(folder, path, members)
    text = Text.of(table, table[0])
    source = reference_source(
        address or f"targets/{code}",
        title,
        text.text,
        publisher=told.get("authority"),
        issued=issued,
    )
    day = None if issued is None else issued.last
    targets: dict[str, Target] = {}
    for number, row in enumerate(table):
        place = _place(path, number, row, day)
        if place.adcode in targets:
            raise SourceError("place.list-twice", path=path, row=number + 1, name=place.name)
        proof = text.evidence(number, *_sureness(row))
        targets[place.adcode] = Target(place=place, evidence=proof)
    return TargetList(
        code=code, name=title, source=source, slots=slots, targets=tuple(targets.values())
    )


def _text(path: Path | Traversable) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise SourceError("place.list-unreadable", path=path, reason=reason) from error


def _members(
    folder: Path | Traversable, path: Path | Traversable, told: Mapping[str, Any]
) -> list[dict[str, str]]:
    """The rows of the list, at least one, all with the same columns."""
    if "names" in told:
        found = [{"name": str(name)} for name in told["names"]]
    else:
        name = str(told.get("file", ""))
        if not name or "/" in name or "\\" in name or name.startswith("."):
            raise SourceError("place.list-broken", path=path, reason=f"file = {name!r}")
        where = {str(key): str(value) for key, value in told.get("where", {}).items()}
        table = csv.DictReader(_text(folder / name).splitlines())
        found = [
            {key: (value or "").strip() for key, value in row.items() if key is not None}
            for row in table
        ]
        found = [row for row in found if all(row.get(key) == is_ for key, is_ in where.items())]
    if not found or not {"name", "adcode"} & found[0].keys():
        raise SourceError("place.list-empty", path=path)
    return found


def _place(
    path: Path | Traversable, number: int, row: Mapping[str, str], day: date | None
) -> Division:
    """The place of a row: by its code, which its name must not contradict, or by its name."""
    code, name = row.get("adcode", ""), row.get("name", "")
    context = [cell for key, cell in row.items() if key in ("province", "prefecture") and cell]
    division = divisions().by_code(code) if code else None
    if division is not None and (not name or name in division.forms):
        return division
    answer = look_up(code or name, context=context, on=day)
    if answer.status is not Certainty.SURE or (code and name):
        told = f"{code} {name}".strip()
        raise SourceError("place.list-unsure", path=path, row=number + 1, name=told)
    assert answer.division is not None
    return answer.division


def _sureness(row: Mapping[str, str]) -> tuple[str, float, Stance]:
    known = row.get("verified") == "knowledge"
    return (
        "reference/targets knowledge 1" if known else "reference/targets 1",
        CONFIDENCE.get(row.get("confidence", ""), 1.0),
        Stance.INFERRED if known else Stance.STATED,
    )
