"""Every form of every division, with the years in which it was in use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Final

from ..ontology.records import PlaceLevel
from .former import Names, names_of
from .gazetteer import Division, divisions
from .lexicon import rows

__all__ = ["Candidate", "How", "forms", "order"]


class How(StrEnum):
    """By what a name was matched; the earlier, the better."""

    FULL = "full"
    CODE = "code"
    SHORT = "short"
    FORMER = "former"
    FORMER_CODE = "formerCode"
    ABBREVIATION = "abbreviation"
    TWO_PLACES = "twoPlaces"
    REUSED = "reused"


_LEVEL: Final = {
    PlaceLevel.PROVINCE: 0,
    PlaceLevel.PREFECTURE: 1,
    PlaceLevel.COUNTY: 2,
    PlaceLevel.FUNCTIONAL: 3,
}
_RANK: Final = {how: rank for rank, how in enumerate(How)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One division that a name can mean.

    `form` is the name as the table has it; `parents` what was written before it. It was in use
    from the year `since` to the year `until`, None where the table has no change. `fits` is False
    where the date speaks against it.
    """

    division: Division
    how: How
    form: str
    parents: str = ""
    since: int | None = None
    until: int | None = None
    fits: bool = True


def order(one: Candidate) -> tuple[bool, int, int, str]:
    """What the date allows first, then by kind of match, then the widest place, then by code."""
    return not one.fits, _RANK[one.how], _LEVEL[one.division.level], one.division.adcode


@cache
def forms() -> dict[str, tuple[Candidate, ...]]:
    """Form → the divisions that it can mean where no date is known, the best first."""
    found: dict[str, dict[tuple[str, How], Candidate]] = {}
    for one in _all():
        found.setdefault(one.form, {}).setdefault((one.division.adcode, one.how), one)
    return {form: tuple(sorted(some.values(), key=order)) for form, some in found.items()}


def _all() -> Iterator[Candidate]:
    gazetteer = divisions()
    history = names_of()
    for division in gazetteer.all():
        known = history.get(division.adcode, Names())
        yield Candidate(division=division, how=How.FULL, form=division.name, since=known.full_since)
        if division.code is not None:
            yield Candidate(division=division, how=How.CODE, form=division.code)
        for form in division.short_names:
            yield Candidate(division=division, how=How.SHORT, form=form)
        dated = {former.name for former in known.former}
        for form in division.former_names:
            if form not in dated:
                yield Candidate(division=division, how=How.FORMER, form=form)
        for former in known.former:
            usable = former.name in division.former_names
            yield Candidate(
                division=division,
                how=How.FORMER if usable else How.REUSED,
                form=former.name,
                since=former.since,
                until=former.until,
                fits=usable,
            )
            if former.code and gazetteer.by_code(former.code) is None:
                yield Candidate(
                    division=division,
                    how=How.FORMER_CODE,
                    form=former.code,
                    since=former.since,
                    until=former.until,
                )
    for column, how in (("abbr", How.ABBREVIATION), ("shorthand", How.TWO_PLACES)):
        table = "province_abbr" if how is How.ABBREVIATION else "coop_shorthand"
        for row in rows(f"lexicon/{table}.csv"):
            for key in ("adcode", "helper_adcode", "recipient_adcode"):
                named = gazetteer.by_code(row.get(key, ""))
                for form in row[column].split("|") if named is not None else ():
                    assert named is not None
                    yield Candidate(division=named, how=how, form=form)
