"""Which pairs of a page the model of stays is asked about, so that no page takes forever.

A long page names thousands of persons and thousands of schools, and most pairs of them never stand
together. What such a pair says is a sum: of the person, of the school, of the home with the school.
The schools are therefore ranked once by what they say alone, and for a person only those are
looked at that the home and the stays of others could still make likely.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from math import log

from ....ontology.records import Kind, Mention
from ...weights import Weights
from ..entities.sides import standing
from .stayscene import Scene
from .staysigns import (
    all_of_others,
    all_of_stranger,
    bodies_of,
    home_but,
    may_pair,
    of_body,
    of_others,
    of_person,
    of_stranger,
    people_of,
)

__all__ = ["promising"]

_SLACK = 1e-6
"""Nats for sums taken in another order."""


def promising(
    scene: Scene, weights: Weights, least: float, known: Collection[str] = ()
) -> Iterator[tuple[Mention, Mention]]:
    """The pairs of persons not `known` that may be as likely as `least`; the others are not.

    They come as those of :func:`.staysigns.pairs_of`: by persons, then by bodies.
    """
    ranks = _Ranks(scene, weights)
    for person in people_of(scene):
        if person.key in known:
            continue
        for place in ranks.of(person, least):
            body = ranks.bodies[place]
            if may_pair(scene, person, body):
                yield person, body


@dataclass(frozen=True)
class _Ranks:
    """The bodies of a page, ranked for each home when it is asked for."""

    scene: Scene
    weights: Weights

    @cached_property
    def bodies(self) -> list[Mention]:
        """All bodies to which somebody may have been sent."""
        return bodies_of(self.scene)

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each body in their list."""
        return {body.key: place for place, body in enumerate(self.bodies)}

    @cached_property
    def meets(self) -> dict[str, list[str]]:
        """The bodies that each person meets."""
        found: dict[str, list[str]] = {}
        for person, body in self.scene.met:
            found.setdefault(person, []).append(body)
        return found

    @cached_property
    def names(self) -> list[tuple[str, int]]:
        """The names of the bodies, sorted, each with its place."""
        return sorted((body.name, place) for place, body in enumerate(self.bodies))

    def akin(self, home: Mention) -> Iterator[int]:
        """The bodies whose names begin with that of `home`, or the reverse."""
        at = bisect_left(self.names, (home.name, -1))
        for name, place in islice(self.names, at, None):
            if not name.startswith(home.name):
                break
            yield place
        for size in range(1, len(home.name)):
            at = bisect_left(self.names, (home.name[:size], -1))
            for name, place in islice(self.names, at, None):
                if name != home.name[:size]:
                    break
                yield place

    def of(self, person: Mention, least: float) -> list[int]:
        """The places of the bodies that may be as likely as `least` for `person`, in order."""
        scene = self.scene
        posts = [h.body for h in scene.posts.get(person.key, ()) if h.body is not None]
        homes = [m for m in (scene.told.get(person.key), scene.homes.get(person.key)) if m]
        near = {*self.meets.get(person.key, ()), *(m.key for m in (*posts, *homes))}
        home = home_but(scene, person, person)
        chosen: set[int] = set()
        if home is not None:
            host = scene.hosts.of(home, 0, 0)
            near.update((home.key, *(() if host is None else (host.key,))))
            chosen.update(self.akin(home))
        chosen.update(self.places[key] for key in near if key in self.places)
        title = scene.clean.title or ""
        table = self.weights.table
        most = (
            self.weights.sum(of_person(scene, person))
            + self.weights.sum(
                (
                    f"else={min(len({m.key for m in posts}), 2)}", "here=FalseS", "met=0",
                    f"pt={person.name in title}", "ishome=False",
                )
            )
            + max(table.get("order=True", 0.0), table.get("order=False", 0.0))
        )  # fmt: skip
        chosen.update(self._strangers(person, home, log(least / (1 - least)) - _SLACK - most))
        return sorted(chosen)

    def _strangers(self, person: Mention, home: Mention | None, least: float) -> Iterator[int]:
        # schools that the person neither meets nor has a post at, nor comes from
        scene = self.scene
        others = scene.others(person.key)
        most = _most(self.weights, None if home is None else home.kind, others.any)
        own = () if home is None else standing(home, scene.context)
        beside = self.beside.setdefault(own, {})
        for alone, kind in self.ranked:
            if alone + most < least:
                return
            likely: dict[tuple[bool, bool], bool] = {}
            for place in self.kinds[kind]:
                body = self.bodies[place]
                side = body.key in others.to, body.key in others.of
                if side not in likely:
                    if kind not in beside:
                        beside[kind] = self.weights.sum(of_stranger(scene, home, body))
                    said = self.weights.sum(of_others(scene, person, body, home))
                    likely[side] = alone + beside[kind] + said >= least
                if likely[side]:
                    yield place

    @cached_property
    def beside(self) -> dict[tuple[object, ...], dict[int, float]]:
        """Standing of a home → what it says of each kind of school, in nats."""
        return {}

    @cached_property
    def ranked(self) -> list[tuple[float, int]]:
        """What each kind of school says alone, in nats, with its number; the most first."""
        alone = [
            (self.weights.sum(of_body(self.scene, self.bodies[places[0]])), kind)
            for kind, places in enumerate(self.kinds)
        ]
        return sorted(alone, reverse=True)

    @cached_property
    def kinds(self) -> list[list[int]]:
        """The places of the schools, those together of which the same is said."""
        kinds: dict[tuple[object, ...], list[int]] = {}
        for place, body in enumerate(self.bodies):
            if body.kind is Kind.SCHOOL:
                kind = (of_body(self.scene, body), standing(body, self.scene.context))
                kinds.setdefault(kind, []).append(place)
        return list(kinds.values())


@lru_cache(maxsize=64)
def _most(weights: Weights, home: Kind | None, told: bool) -> float:
    """The most that a home of that kind, and the stays of others, can say for a school."""
    nats = weights.sum
    others = max(map(nats, all_of_others(told, home is not None)))
    return max(map(nats, all_of_stranger(home))) + others
