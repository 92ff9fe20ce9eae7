"""Which pairs of a page the model of stays is asked about, so that no page takes forever.

A long page names thousands of persons and thousands of schools, and most pairs of them never stand
together. What such a pair says is a sum: of the person, of the school, of the home with the school.
The schools are therefore ranked once for all persons from one kind of home, and of a person only
those are looked at that could come to anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from math import log

from ....ontology.records import Kind, Mention
from ...weights import Weights
from ..entities.sides import standing
from .stayscene import Scene
from .staysigns import (
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
    def ranked(self) -> dict[tuple[object, ...], list[tuple[float, int]]]:
        """Kind of home → what each school says with it, in nats and negative, the most first."""
        return {}

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
        for nats, place in self._ranking(person, home):
            if most - nats < log(least / (1 - least)) - _SLACK:
                break
            chosen.add(place)
        return sorted(chosen)

    def _ranking(self, person: Mention, home: Mention | None) -> list[tuple[float, int]]:
        # of a body that the person neither meets nor has a post at, nor comes from
        scene = self.scene
        key = (
            person.key if person.key in scene.stayed else "",
            *(
                ()
                if home is None
                else (*standing(home, scene.context), home.key in scene.others(person.key).of)
            ),
        )
        if key not in self.ranked:
            others = scene.others(person.key)
            told: dict[tuple[int, bool, bool], float] = {}
            ranked: list[tuple[float, int]] = []
            for place, kind in self.kinds:
                body = self.bodies[place]
                alike = (kind, body.key in others.to, body.key in others.of)
                if alike not in told:
                    told[alike] = -self._nats(person, body, home)
                ranked.append((told[alike], place))
            self.ranked[key] = sorted(ranked)
        return self.ranked[key]

    @cached_property
    def kinds(self) -> list[tuple[int, int]]:
        """The place of each school, and a number that schools share of which the same is said."""
        numbers: dict[tuple[object, ...], int] = {}
        return [
            (
                place,
                numbers.setdefault(
                    (of_body(self.scene, body), standing(body, self.scene.context)), len(numbers)
                ),
            )
            for place, body in enumerate(self.bodies)
            if body.kind is Kind.SCHOOL
        ]

    def _nats(self, person: Mention, body: Mention, home: Mention | None) -> float:
        return self.weights.sum(
            (
                *of_body(self.scene, body),
                *of_stranger(self.scene, home, body),
                *of_others(self.scene, person, body, home),
            )
        )
