"""Adding up numbers that sources tell, or refusing to and saying why.

A number may be added to another only if both count the same thing in the same sense (unit and
measure) of different subjects or times. A running total is never added to anything: the greatest
one stands. 人次 (person-times) never become 人 (persons). A group's number is not divided.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ..ontology import terms as t
from ..ontology.nt import iri
from .engine import Store
from .fill import rows

__all__ = ["Observed", "Sum", "add", "observed"]

_ADDING: Final = frozenset(("increment", "trained", "attending", "benefiting"))
"""Measures of a flow: what happened once here and once there may be added."""

_QUERY: Final = f"""PREFIX bf: <{t.BF}> SELECT DISTINCT ?o ?s ?unit ?measure ?v ?low ?high ?day ?f
WHERE {{ ?o bf:about ?s0 ; bf:unit ?unit ; bf:measure ?measure .
  OPTIONAL {{ ?s0 bf:canonical ?c }} BIND(COALESCE(?c, ?s0) AS ?s)
  OPTIONAL {{ ?o bf:value ?v }} OPTIONAL {{ ?o bf:minValue ?low }}
  OPTIONAL {{ ?o bf:maxValue ?high }} OPTIONAL {{ ?o bf:asOf ?day }} %s }}"""
_UNDER: Final = "VALUES ?s0 { %s }"


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """A number as told: exact if `low` equals `high`; None is an open side.

    `subject` is the IRI of what it is about, `day` as of when (ISO, as precise as told, or "").
    """

    iri: str
    subject: str
    unit: str
    measure: str
    low: int | None
    high: int | None
    day: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What numbers come to: `figure`, or a range and the `reasons` why there is no figure.

    `low` – `high` is what is surely reached and not exceeded (None: open). `reasons` are codes:
    ``nothing``, ``units`` (人 and 人次, or people and schools), ``measures`` (new and cumulative),
    ``cumulative`` (running totals never add), ``stock`` (counts at a moment overlap), ``subject``
    (one subject twice at times that may overlap), ``bounds`` (a number is itself a range).
    `counted` are the IRIs of the observations, sorted.
    """

    figure: int | None
    low: int | None
    high: int | None
    reasons: tuple[str, ...]
    unit: str = ""
    measure: str = ""
    counted: tuple[str, ...] = ()


def observed(store: Store, about: Iterable[str] | None = None) -> tuple[Observed, ...]:
    """The numbers told about these facts, programmes or events (source-level IRIs); all if None."""
    wanted = "" if about is None else _UNDER % " ".join(iri(one) for one in sorted(set(about)))
    found = {}
    for one, subject, unit, measure, value, low, high, day, _ in rows(store, _QUERY % wanted):
        found[one] = Observed(
            iri=one,
            subject=subject,
            unit=unit.rpartition("/")[2],
            measure=measure.rpartition("/")[2],
            low=_number(value or low),
            high=_number(value or high),
            day=day,
        )
    return tuple(found[one] for one in sorted(found))


def add(numbers: Sequence[Observed]) -> Sum:
    """The sum of `numbers`, by the rules above: a figure, or a range and why.

    One number is its own sum, whatever it measures. Of mixed units there is not even a range.
    """
    told = sorted(numbers, key=lambda one: one.iri)
    if not told:
        return Sum(figure=None, low=None, high=None, reasons=("nothing",))
    units = {one.unit for one in told}
    measures = {one.measure for one in told}
    counted = tuple(one.iri for one in told)
    if len(units) > 1:
        return Sum(figure=None, low=None, high=None, reasons=("units",), counted=counted)
    (unit,) = units
    if len(told) == 1:
        return _sum(told, told[0].low, told[0].high, (), unit, told[0].measure)
    greatest = max(one.low or 0 for one in told)
    if len(measures) > 1:
        return _sum(told, greatest, None, ("measures",), unit, "")
    (measure,) = measures
    if measure not in _ADDING:
        reason = "cumulative" if measure == "cumulative" else "stock"
        return _sum(told, greatest, None, (reason,), unit, measure)
    low = sum(one.low or 0 for one in told)
    high = None if any(one.high is None for one in told) else sum(one.high or 0 for one in told)
    if _overlapping(told):
        return _sum(told, greatest, high, ("subject",), unit, measure)
    return _sum(told, low, high, (), unit, measure)


def _sum(
    told: Sequence[Observed],
    low: int | None,
    high: int | None,
    reasons: tuple[str, ...],
    unit: str,
    measure: str,
) -> Sum:
    exact = low is not None and low == high and not reasons
    return Sum(
        figure=low if exact else None,
        low=low,
        high=high,
        reasons=reasons or (() if exact else ("bounds",)),
        unit=unit,
        measure=measure,
        counted=tuple(one.iri for one in told),
    )


def _overlapping(told: Sequence[Observed]) -> bool:
    """Whether two numbers may count the same: one subject, and not surely two different times."""
    seen: dict[str, list[str]] = {}
    for one in told:
        for day in seen.get(one.subject, ()):
            if not day or not one.day or day.startswith(one.day) or one.day.startswith(day):
                return True
        seen.setdefault(one.subject, []).append(one.day)
    return False


def _number(text: str) -> int | None:
    return int(text) if text else None
