"""A place's name as somebody wrote it, where and when → the divisions that it can mean, and why.

    look_up("毕节市", on=date(2005, 1, 1)).division.name  # 七星关区, which bore the name till 2011

Names are tried in the order full, code, short, former, abbreviation, then after names of the places
around (四川省旺苍县). Years are those of ``data/division_changes.csv``, which knows no days: in its
year a change allows both names. Unknown stays unknown, and a name that several share is never
guessed.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final

from ..ontology.messages import Lang, say
from .gazetteer import Division, divisions
from .lexicon import rows
from .placeindex import Candidate, How, forms, order
from .spelling import folded, near_names

__all__ = ["Candidate", "Certainty", "How", "PlaceAnswer", "look_up", "reasons", "rows_of", "told"]

_MOST_PARENTS: Final = 4
_ENDED: Final = frozenset((How.FORMER, How.REUSED, How.FORMER_CODE))


class Certainty(StrEnum):
    """Whether a name means one place, could mean several, or is not known."""

    SURE = "sure"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAnswer:
    """What `name` means: `candidates` best first; `near` names are given for an unknown one.

    If sure, the first candidate is meant. `by_context` says that other places decided.
    """

    name: str
    status: Certainty
    candidates: tuple[Candidate, ...] = ()
    on: date | None = None
    by_context: bool = False
    near: tuple[str, ...] = ()

    @property
    def division(self) -> Division | None:
        """The division that is meant, None unless that is sure."""
        return self.candidates[0].division if self.status is Certainty.SURE else None


def look_up(name: str, *, context: Collection[str] = (), on: date | None = None) -> PlaceAnswer:
    """What the place's name `name` means in a text about the places of `context`, dated `on`.

    `context` holds codes or names. A former name resolves up to the year of its change, and
    without a date unless another division bears it today.
    """
    found = forms().get(name) or _leniently(name)
    if not found:
        return PlaceAnswer(name=name, status=Certainty.UNKNOWN, on=on, near=near_names(name))
    if on is not None:
        found = tuple(sorted((_at(one, on.year) for one in found), key=order))
    first = found[0]
    if not first.fits:
        return PlaceAnswer(name=name, status=Certainty.AMBIGUOUS, candidates=found, on=on)
    equals = [one.division for one in found if one.fits and _equals(one, first, on)]
    if len(equals) == 1:
        return PlaceAnswer(name=name, status=Certainty.SURE, candidates=found, on=on)
    if context:
        meant = divisions().nearest(equals, _codes(context))
        if meant is not None:
            ordered = tuple(sorted(found, key=lambda one: one.division is not meant))
            return PlaceAnswer(
                name=name, status=Certainty.SURE, candidates=ordered, on=on, by_context=True
            )
    return PlaceAnswer(name=name, status=Certainty.AMBIGUOUS, candidates=found, on=on)


def _equals(one: Candidate, first: Candidate, on: date | None) -> bool:
    """Whether `one` is as good a match as `first`: in the year of a change both names are used."""
    changed = on is not None and one.until == on.year == first.since
    return one.how is first.how or changed


def _at(one: Candidate, year: int) -> Candidate:
    fits = (one.since is None or one.since <= year) and (one.until is None or year <= one.until)
    return one if fits is one.fits else replace(one, fits=fits)


def _codes(context: Collection[str]) -> frozenset[str]:
    """The codes in `context`; a name there counts with every division that bears it."""
    gazetteer = divisions()
    found: set[str] = set()
    for one in context:
        if gazetteer.by_code(one) is not None:
            found.add(one)
        else:
            found.update(division.adcode for division in gazetteer.candidates(one))
    return frozenset(found)


@lru_cache(maxsize=16384)
def _leniently(name: str) -> tuple[Candidate, ...]:
    """The name in plain writing, a long code, or the name after those of places around it."""
    plain = folded(name)
    index = forms()
    if plain in index:
        return index[plain]
    if plain.isascii() and plain.isdigit():
        # the twelve digits of the Bureau of Statistics: a county has noughts after its six
        return index.get(plain[:6], ()) if len(plain) == 12 and plain.endswith("000000") else ()
    for start in range(1, len(plain) - 1):
        parents = plain[:start]
        found = tuple(
            replace(one, parents=parents)
            for one in index.get(plain[start:], ())
            if _around(parents, one.division)
        )
        if found:
            return found
    return ()


def _around(parents: str, division: Division) -> bool:
    """Whether `parents` is nothing but names of places around `division`, the widest first."""
    above = divisions().chain(division.adcode)[1:]
    left = {parents}
    for step in reversed(above[:_MOST_PARENTS]):
        forms = {*step.forms, *_abbreviations(step)}
        left |= {text.removeprefix(form) for text in left for form in forms}
    return "" in left


def _abbreviations(division: Division) -> tuple[str, ...]:
    found = (row for row in rows("lexicon/province_abbr.csv") if row["adcode"] == division.adcode)
    return tuple(form for row in found for form in row["abbr"].split("|"))


def reasons(answer: PlaceAnswer, one: Candidate, lang: Lang) -> str:
    """Why `one` is among the candidates of `answer`, in words."""
    parts = [say(f"place.how-{one.how}", lang, form=one.form)]
    if one.parents:
        parts.append(say("place.chained", lang, parents=one.parents))
    if one.how in _ENDED and one.until is not None:
        key = "place.until" if one.since is None else "place.between"
        parts.append(say(key, lang, since=one.since, until=one.until))
    elif one.since is not None:
        parts.append(say("place.since", lang, since=one.since))
    if not one.fits:
        if answer.on is None:
            parts.append(say("place.reused", lang))
        else:
            parts.append(say("place.date-against", lang, year=answer.on.year))
    if answer.by_context and one is answer.candidates[0]:
        parts.append(say("place.by-context", lang))
    return ("，" if lang == "zh" else ", ").join(parts)


def rows_of(answer: PlaceAnswer, lang: Lang) -> tuple[dict[str, object], ...]:
    """The candidates as plain values, for JSON and tables: ``None`` for what is not known."""
    gazetteer = divisions()
    return tuple(
        {
            "name": one.division.name,
            "adcode": one.division.code,
            "level": str(one.division.level),
            "within": [above.name for above in gazetteer.chain(one.division.adcode)[1:]],
            "how": str(one.how),
            "since": one.since,
            "until": one.until,
            "fits": one.fits,
            "reason": reasons(answer, one, lang),
        }
        for one in answer.candidates
    )


def told(answer: PlaceAnswer, lang: Lang) -> list[str]:
    """The answer in lines: what is meant, or that it is not sure, then each candidate and why."""
    values = {"name": answer.name, "near": "、".join(answer.near)}
    key = f"place.{answer.status}"
    if answer.status is Certainty.UNKNOWN and answer.near:
        key = "place.unknown-near"
    elif answer.status is Certainty.AMBIGUOUS and len(answer.candidates) == 1:
        key = "place.doubtful"
    lines = [say(key, lang, **values)]
    for one in rows_of(answer, lang):
        within = one["within"]
        assert isinstance(within, list)
        lines.append(
            say(
                "place.line",
                lang,
                place="".join((*reversed(within), str(one["name"]))),
                code=one["adcode"] or say("place.no-code", lang),
                level=say(f"ask.kind-{one['level']}", lang),
                reason=one["reason"],
            )
        )
    return lines
